/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/import.h"

#include <pwd.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/date.h"
#include "lib/token.h"
#include "model/audit.h"

static const char *user_name(void)
{
    const struct passwd *user = getpwuid(geteuid());
    return user ? user->pw_name : "";
}

static const char *now_text(struct arena *arena)
{
    struct civil now = clock_now();
    return date_format_iso_time(arena_take(arena, DATE_TEXT_MAX), &now);
}

int import_begin(struct import *import, struct tool *tool, const char *kind, const char *path,
                 const char *bytes, size_t length)
{
    const char *slash = strrchr(path, '/');
    *import = (struct import){.tool = tool};
    import->run = (struct import_run){
        .kind = kind,
        .file_name = slash ? slash + 1 : path,
        .run_by = user_name(),
        .started_at = now_text(tool->arena),
    };
    token_digest(bytes, length, import->run.sha256);
    if (db_begin(tool->db) == DB_FAIL || import_run_add(tool->db, &import->run) == DB_FAIL) {
        tool_fail_db(tool, "nothing was changed");
        db_rollback(tool->db);
        return 1;
    }
    import_rows_open(&import->rows, tool->db, import->run.id);
    return 0;
}

static const char *count(struct import_run *run, enum store_result result)
{
    switch (result) {
    case STORE_ADDED:
        run->added++;
        return "added";
    case STORE_UPDATED:
        run->updated++;
        return "updated";
    case STORE_SAME:
        run->same++;
        return "same";
    case STORE_REFUSED:
    case STORE_FAILED:
        break;
    }
    run->refused++;
    return "refused";
}

bool import_line_done(struct import *import, const struct import_line *line,
                      enum store_result result)
{
    if (result == STORE_FAILED)
        return false;
    struct import_run *run = &import->run;
    const char *action = count(run, result);
    bool cleaned = line->changes && *line->changes;
    run->lines++;
    run->cleaned += cleaned;
    if (result == STORE_REFUSED)
        printf("line %zu  %s  refused: %s\n", line->number, *line->code ? line->code : "-",
               line->reason ? line->reason : "");
    else if (cleaned && result != STORE_SAME)
        printf("line %zu  %s  %s after cleaning: %s\n", line->number, line->code, action, line->changes);

    struct import_row row = {
        .line = line->number,
        .code = line->code,
        .action = action,
        .changes = line->changes ? line->changes : "",
        .reason = result == STORE_REFUSED && line->reason ? line->reason : "",
        .raw = result == STORE_SAME ? NULL : line->raw,
    };
    return import_rows_add(&import->rows, &row) != DB_FAIL;
}

static enum db_result audit_write(struct import *import)
{
    const struct import_run *run = &import->run;
    const struct audit_entry entry = {
        .type = "import",
        .subject = arena_format(import->tool->arena, "import %lld", (long long)run->id),
        .note = arena_format(import->tool->arena, "%s by %s: %lld added, %lld updated, %lld refused",
                             run->kind, run->run_by, (long long)run->added,
                             (long long)run->updated, (long long)run->refused),
    };
    return audit_add(import->tool->db, &entry);
}

static void sum_print(const struct import_run *run)
{
    printf("%lld lines: %lld added, %lld updated, %lld as they were, %lld refused; %lld were cleaned.\n",
           (long long)run->lines, (long long)run->added, (long long)run->updated,
           (long long)run->same, (long long)run->refused, (long long)run->cleaned);
    if (run->added + run->updated == 0)
        printf("0 changes.\n");
}

int import_end(struct import *import, bool good)
{
    struct tool *tool = import->tool;
    import->run.finished_at = now_text(tool->arena);
    if (!good || import_rows_flush(&import->rows) == DB_FAIL ||
        import_run_finish(tool->db, &import->run) == DB_FAIL || audit_write(import) == DB_FAIL) {
        tool_fail_db(tool, "nothing was changed");
        db_rollback(tool->db);
        return 1;
    }
    if (db_commit(tool->db) == DB_FAIL) {
        tool_fail_db(tool, "it is not known whether this was kept; run it again, it changes nothing twice");
        db_rollback(tool->db);
        return 1;
    }
    sum_print(&import->run);
    return 0;
}
