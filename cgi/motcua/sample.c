/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/sample.h"

#include <errno.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/token.h"
#include "model/audit.h"
#include "model/catalogue_write.h"
#include "motcua/procedure_json.h"

#define FILE_CEILING (64 * 1024 * 1024)

/* ---- small helps ---------------------------------------------------------------------------- */

struct db_value sample_text(const char *text)
{
    return text && *text ? db_text(text) : db_null();
}

struct db_value sample_number(int64_t number)
{
    return number ? db_number(number) : db_null();
}

struct db_value sample_code(struct record *record, const struct map *map, const char *what,
                            const char *code)
{
    if (!*code)
        return db_null();
    const int64_t *number = map_get(map, code);
    if (!number)
        record_wrong(record, "there is no %s \"%s\"", what, code);
    return number ? db_number(*number) : db_null();
}

void sample_remember(struct sample *sample, struct map *map, const char *code)
{
    int64_t *number = arena_take(sample->arena, sizeof *number);
    *number = (int64_t)db_inserted(sample->db);
    map_put(map, code, number);
}

/* ---- one kind of item each -------------------------------------------------------------------- */

static enum db_result setting(struct sample *sample, struct record *record)
{
    const char *name = record_need(record, "name");
    const char *value = record_text(record, "value");
    bool public = record_flag(record, "public", false);
    const char *note = record_text(record, "note");
    if (!record_close(record))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_SETTING,
                      DB_ARGS(db_text(name), sample_text(value), db_number(public),
                              sample_text(note)));
}

static enum db_result agency(struct sample *sample, struct record *record)
{
    static const char *const texts[] = {"statistics_code", "dossier_prefix", "queue_prefix", "area",
                                        "address",         "phone",          "email"};
    struct db_value values[7];
    const char *code = record_need(record, "code");
    struct db_value parent = sample_code(record, sample->agencies, "agency", record_text(record, "parent"));
    const char *name = record_need(record, "name");
    struct db_value name_en = sample_text(record_text(record, "name_en"));
    struct db_value abbreviation = sample_text(record_text(record, "short"));
    const char *kind = record_need(record, "kind"), *level = record_need(record, "level");
    struct db_value eid = sample_text(record_text(record, "eid"));
    for (size_t i = 0; i < 7; i++)
        values[i] = sample_text(record_text(record, texts[i]));
    bool counter = record_flag(record, "counter", false);
    int64_t position = record_number(record, "position", 0);
    struct db_value note = sample_text(record_text(record, "note"));
    struct db_value from = sample_text(record_text(record, "valid_from"));
    struct db_value to = sample_text(record_text(record, "valid_to"));
    (void)record_text(record, "successor"); /* in the second round */
    if (!record_close(record))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_AGENCY,
                   DB_ARGS(db_text(code), parent, db_text(name), name_en, abbreviation, db_text(kind),
                           db_text(level), eid, values[0], values[1], values[2], values[3],
                           values[4], values[5], values[6], db_number(counter),
                           sample_number(position), note, from, to));
    if (result == DB_OK)
        sample_remember(sample, sample->agencies, code);
    return result;
}

/* Agencies may name a successor that stands further below. */
static enum db_result agency_successor(struct sample *sample, struct record *record)
{
    const char *code = record_text(record, "code"), *successor = record_text(record, "successor");
    if (!*successor)
        return DB_OK;
    sample_code(record, sample->agencies, "agency", successor);
    if (record->wrong)
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_AGENCY_SUCCESSOR,
                      DB_ARGS(db_text(successor),
                              sample_code(record, sample->agencies, "agency", code)));
}

static enum db_result grants(struct sample *sample, struct record *record, json_t *list,
                             int64_t user)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct record grant;
        record_open(&grant, sample->arena, json_array_get(list, i), record->where);
        const char *role = record_need(&grant, "role");
        struct db_value unit =
            sample_code(&grant, sample->agencies, "agency", record_text(&grant, "agency"));
        if (!record_close(&grant)) {
            record->wrong = grant.wrong;
            return DB_NONE;
        }
        if (sample_put(sample->db, SAMPLE_GRANT, DB_ARGS(db_number(user), db_text(role), unit)) == DB_FAIL)
            return DB_FAIL;
    }
    return DB_OK;
}

static enum db_result user(struct sample *sample, struct record *record)
{
    const char *login = record_need(record, "login"), *name = record_need(record, "name");
    struct db_value title = sample_text(record_text(record, "title"));
    struct db_value unit = sample_code(record, sample->agencies, "agency", record_need(record, "agency"));
    struct db_value email = sample_text(record_text(record, "email"));
    struct db_value phone = sample_text(record_text(record, "phone"));
    json_t *list = record_list(record, "grants");
    if (!record_close(record))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_USER,
                   DB_ARGS(db_text(login), db_text(name), title, unit, email, phone));
    if (result != DB_OK)
        return result;
    sample_remember(sample, sample->users, login);
    return grants(sample, record, list, (int64_t)db_inserted(sample->db));
}

static enum db_result field(struct sample *sample, struct record *record)
{
    const char *code = record_need(record, "code"), *name = record_need(record, "name");
    struct db_value name_en = sample_text(record_text(record, "name_en"));
    int64_t position = record_number(record, "position", 0);
    if (!record_close(record))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_FIELD,
                      DB_ARGS(db_text(code), db_text(name), name_en, sample_number(position)));
}

static enum db_result field_unit(struct sample *sample, struct record *record)
{
    const char *field = record_need(record, "field");
    struct db_value agency = sample_code(record, sample->agencies, "agency", record_need(record, "agency"));
    struct db_value unit = sample_code(record, sample->agencies, "agency", record_need(record, "unit"));
    if (!record_close(record))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_FIELD_UNIT, DB_ARGS(agency, unit, db_text(field)));
    if (result == DB_NONE)
        record_wrong(record, "there is no field \"%s\"", field);
    return result;
}

static enum db_result holiday(struct sample *sample, struct record *record)
{
    const char *day = record_need(record, "day"), *kind = record_need(record, "kind");
    int64_t as_weekday = record_number(record, "as_weekday", 0);
    const char *name = record_need(record, "name");
    struct db_value name_en = sample_text(record_text(record, "name_en"));
    bool confirmed = record_flag(record, "confirmed", true);
    struct db_value note = sample_text(record_text(record, "note"));
    if (!record_close(record))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_SPECIAL_DAY,
                      DB_ARGS(db_text(day), db_text(kind), sample_number(as_weekday),
                              db_text(name), name_en, db_number(confirmed), note));
}

static enum db_result work_shift(struct sample *sample, struct record *record)
{
    struct db_value unit = sample_code(record, sample->agencies, "agency", record_text(record, "agency"));
    int64_t weekday = record_number(record, "weekday", 0);
    const char *from = record_need(record, "from"), *to = record_need(record, "to");
    const char *valid_from = record_need(record, "valid_from");
    struct db_value valid_to = sample_text(record_text(record, "valid_to"));
    if (!record_close(record))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_WORK_SHIFT,
                      DB_ARGS(unit, db_number(weekday), db_text(from), db_text(to),
                              db_text(valid_from), valid_to));
}

/* ---- procedures: by the same writer as an import ------------------------------------------------ */

static struct catalogue_writer *writer;

static enum db_result procedures_begin(struct sample *sample)
{
    writer = catalogue_writer_open(sample->db, sample->arena);
    return writer ? DB_OK : DB_FAIL;
}

static enum db_result procedure(struct sample *sample, struct record *record)
{
    (void)sample;
    struct procedure_record read;
    if (!procedure_json_read(record, &read))
        return DB_NONE;
    const char *reason;
    switch (catalogue_store(writer, &read, &reason)) {
    case STORE_REFUSED:
        record_wrong(record, "%s", reason);
        return DB_NONE;
    case STORE_FAILED:
        return DB_FAIL;
    case STORE_ADDED:
    case STORE_UPDATED:
    case STORE_SAME:
        break;
    }
    return DB_OK;
}

static enum db_result procedures_end(struct sample *sample)
{
    if (sample_procedures(sample->db, sample->arena, sample->procedures) == DB_FAIL)
        return DB_FAIL;
    return sample_workflows_check(sample);
}

/* ---- files ----------------------------------------------------------------------------------------- */

/* In the order they need each other. */
static const struct kind {
    const char *name;
    sample_reader *read;
    enum db_result (*begin)(struct sample *sample);
    enum db_result (*end)(struct sample *sample);
} kinds[] = {
    {"settings", setting, NULL, NULL},
    {"agencies", agency, NULL, NULL},
    {"agencies", agency_successor, NULL, NULL},
    {"users", user, NULL, NULL},
    {"fields", field, NULL, NULL},
    {"field-units", field_unit, NULL, NULL},
    {"holidays", holiday, NULL, NULL},
    {"work-shifts", work_shift, NULL, NULL},
    {"forms", sample_form, NULL, NULL},
    {"workflows", sample_workflow, NULL, NULL},
    {"procedures", procedure, procedures_begin, procedures_end},
    {"life-events", sample_life_event, NULL, NULL},
    {"synonyms", sample_synonym, NULL, NULL},
    {"halls", sample_hall, NULL, NULL},
    {"surveys", sample_survey, NULL, NULL},
    {"dossiers", sample_dossier, sample_dossiers_begin, sample_dossiers_end},
};

static int items_load(struct sample *sample, const struct kind *kind, json_t *items)
{
    size_t i;
    json_t *item;
    json_array_foreach(items, i, item) {
        struct record record;
        sample->place = i + 1;
        record_open(&record, sample->arena, item,
                    arena_format(sample->arena, "%s.json, item %zu", kind->name, i + 1));
        switch (kind->read(sample, &record)) {
        case DB_OK:
            break;
        case DB_NONE:
            return tool_fail(sample->tool, "%s.",
                             record.wrong ? record.wrong
                                          : arena_format(sample->arena, "%s: a part of it is not known",
                                                         record.where));
        case DB_FAIL:
            return tool_fail_db(sample->tool, record.where);
        }
    }
    return 0;
}

static int kind_load(struct sample *sample, const struct kind *kind)
{
    const char *path = arena_format(sample->arena, "%s/%s.json", sample->folder, kind->name);
    if (access(path, F_OK) && errno == ENOENT) {
        printf("%-12s     0 (%s is not there)\n", kind->name, path);
        return 0;
    }
    size_t length;
    char *text = tool_read_file(sample->tool, path, FILE_CEILING, &length);
    if (!text)
        return 1;
    json_t *root;
    const char *wrong;
    json_t *items = record_file(sample->arena, text, length, path,
                                arena_format(sample->arena, "motcua/%s/1", kind->name), &root, &wrong);
    if (!items)
        return tool_fail(sample->tool, "%s.", wrong);

    int status = 0;
    if (kind->begin && kind->begin(sample) != DB_OK)
        status = tool_fail_db(sample->tool, kind->name);
    if (status == 0)
        status = items_load(sample, kind, items);
    if (status == 0 && kind->end) {
        enum db_result ended = kind->end(sample);
        status = ended == DB_OK ? 0 : ended == DB_NONE ? 1 : tool_fail_db(sample->tool, kind->name);
    }
    if (status == 0 && kind->read != agency_successor)
        printf("%-12s %5zu\n", kind->name, json_array_size(items));
    json_decref(root);
    return status;
}

static int everything_load(struct sample *sample)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kind_load(sample, &kinds[i]))
            return 1;
    const struct audit_entry entry = {.type = "sample_loaded", .subject = "", .note = ""};
    if (sample_put(sample->db, SAMPLE_VERSION, DB_ARGS(db_text(sample->now))) == DB_FAIL ||
        audit_add(sample->db, &entry) == DB_FAIL)
        return tool_fail_db(sample->tool, "nothing was loaded");
    if (db_commit(sample->db) == DB_FAIL)
        return tool_fail_db(sample->tool, "nothing was loaded");
    return 0;
}

int command_sample_load(struct tool *tool, int argc, char **argv)
{
    if (argc > 1)
        return 2;
    if (!token_init())
        return tool_fail(tool, "the keys cannot be read; look-up codes need them.");
    struct sample sample = {
        .tool = tool,
        .db = tool->db,
        .arena = tool->arena,
        .folder = argc ? argv[0] : arena_format(tool->arena, "%s/sample", tool_sql_folder()),
        .agencies = map_open(tool->arena),
        .users = map_open(tool->arena),
        .procedures = map_open(tool->arena),
    };
    struct civil now = clock_now();
    date_format_iso_time(sample.now, &now);

    if (db_begin(tool->db) == DB_FAIL)
        return tool_fail_db(tool, "nothing was loaded");
    enum db_result empty = sample_database_is_empty(tool->db, tool->arena);
    int status = 1;
    if (empty == DB_FAIL)
        tool_fail_db(tool, "nothing was loaded");
    else if (empty == DB_NONE)
        tool_fail(tool, "the database already holds procedures or dossiers; nothing was loaded.");
    else
        status = everything_load(&sample);
    db_rollback(tool->db); /* of what was not committed */
    return status;
}
