/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_file.h"

#include <stdlib.h>
#include <string.h>

const char *const dossier_file_kinds[DOSSIER_FILE_KIND_END + 1] = {"paper", "result", "note", NULL};

bool dossier_file_open(const struct dossier_file *file)
{
    return strcmp(file->scan_state, "clean") == 0 && !file->damaged && !file->removed_at.year;
}

bool dossier_file_current(const struct dossier_file *file)
{
    return !file->removed_at.year && !file->replaced_at.year;
}

/* ---- reading ------------------------------------------------------------------------------------------- */

#define COLUMNS                                                                                    \
    "select x.id, x.file_id, x.kind, ifnull(x.position, 0), x.paper, x.name, f.type, f.size,"      \
    " x.version, f.scan_state, f.scan_note, f.damaged_at is not null or f.deleted_at is not null," \
    " a.name, ifnull(r.name, ''), x.removed_reason, x.added_at, x.replaced_at, x.released_at,"     \
    " x.removed_at, f.sha256 from dossier_file x join file f on f.id = x.file_id"                  \
    " join user a on a.id = x.added_by left join user r on r.id = x.removed_by"

static uint64_t number(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

static struct civil moment(const char *text)
{
    struct civil at = {.year = 0};
    if (text)
        civil_parse(text, &at);
    return at;
}

static enum dossier_file_kind kind_of(const char *name)
{
    for (int kind = 0; kind < DOSSIER_FILE_KIND_END; kind++)
        if (strcmp(dossier_file_kinds[kind], name) == 0)
            return (enum dossier_file_kind)kind;
    return DOSSIER_FILE_NOTE;
}

static void file_of_row(struct arena *arena, const struct db_row *row, struct dossier_file *file)
{
    const char *const *text = row->text;
    *file = (struct dossier_file){
        .id = number(text[0]),
        .file = number(text[1]),
        .kind = kind_of(text[2]),
        .position = (unsigned)number(text[3]),
        .paper = arena_copy(arena, text[4]),
        .name = arena_copy(arena, text[5]),
        .type = file_type_of(text[6]),
        .size = number(text[7]),
        .version = (unsigned)number(text[8]),
        .scan_state = arena_copy(arena, text[9]),
        .scan_note = arena_copy(arena, text[10]),
        .damaged = text[11][0] == '1',
        .added_by = arena_copy(arena, text[12]),
        .removed_by = arena_copy(arena, text[13]),
        .removed_reason = arena_copy(arena, text[14]),
        .added_at = moment(text[15]),
        .replaced_at = moment(text[16]),
        .released_at = moment(text[17]),
        .removed_at = moment(text[18]),
    };
    memcpy(file->digest, text[19], sizeof file->digest);
}

struct listing {
    struct arena *arena;
    struct dossier_file *files;
    size_t n;
};

static bool file_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    file_of_row(listing->arena, row, &listing->files[listing->n++]);
    return listing->n < DOSSIER_FILES_MAX;
}

enum db_result dossier_files_list(struct db *db, struct arena *arena, uint64_t dossier,
                                  struct dossier_file **files, size_t *n)
{
    struct listing listing = {.arena = arena};
    listing.files = arena_take_array(arena, DOSSIER_FILES_MAX, sizeof *listing.files);
    enum db_result result =
        db_each(db,
                COLUMNS " where x.dossier_id = ? order by x.kind, x.position is null, x.position,"
                        " x.id",
                DB_ARGS(db_number((int64_t)dossier)), file_row, &listing);
    *files = listing.files;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result dossier_file_find(struct db *db, struct arena *arena, uint64_t dossier, uint64_t id,
                                 struct dossier_file *file)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, COLUMNS " where x.dossier_id = ? and x.id = ?",
               DB_ARGS(db_number((int64_t)dossier), db_number((int64_t)id)), &row);
    if (result == DB_OK)
        file_of_row(arena, &row, file);
    return result;
}

enum db_result dossier_file_head(struct db *db, struct arena *arena, uint64_t dossier,
                                 struct dossier_file_head *head)
{
    struct db_row row;
    enum db_result result = db_one(db, arena,
                                   "select ifnull(d.number, ''), r.name, ifnull(r.name_en, '') from dossier d"
                                   " join procedure_rev r on r.id = d.rev_id where d.id = ?",
                                   DB_ARGS(db_number((int64_t)dossier)), &row);
    if (result == DB_OK)
        *head = (struct dossier_file_head){row.text[0], row.text[1], row.text[2]};
    return result;
}

struct papers {
    struct arena *arena;
    struct dossier_file_paper *papers;
    size_t n;
};

static bool paper_row(void *context, const struct db_row *row)
{
    struct papers *papers = context;
    papers->papers[papers->n++] = (struct dossier_file_paper){
        .position = (unsigned)number(row->text[0]),
        .name = arena_copy(papers->arena, row->text[1]),
    };
    return papers->n < DOSSIER_FILE_PAPERS_MAX;
}

enum db_result dossier_file_papers(struct db *db, struct arena *arena, uint64_t dossier,
                                   struct dossier_file_paper papers[DOSSIER_FILE_PAPERS_MAX], size_t *n)
{
    struct papers list = {arena, papers, 0};
    enum db_result result = db_each(
        db, "select position, name from dossier_component where dossier_id = ? order by position",
        DB_ARGS(db_number((int64_t)dossier)), paper_row, &list);
    *n = list.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- who may ------------------------------------------------------------------------------------------- */

enum { EVERY_KIND = (1u << DOSSIER_FILE_KIND_END) - 1 };
enum { AT_THE_COUNTER = 1u << DOSSIER_FILE_PAPER | 1u << DOSSIER_FILE_NOTE };

struct holding {
    const struct scope *scope;
    uint64_t user;
    struct dossier_file_right *right;
    bool open, own;
    uint64_t agency, counter;
};

static bool stands_in_for(const struct scope *scope, uint64_t absent)
{
    for (size_t i = 0; i < scope->n; i++)
        if (scope->reach[i].behalf == absent)
            return true;
    return false;
}

/* One's own task goes before one that is held for somebody else. */
/* Who has a task but no longer the role may read at most. */
static bool still_works(const struct holding *holding, uint64_t unit)
{
    unsigned working =
        ROLES_OF_DOSSIERS & ~(ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_MANAGER));
    return scope_allows(holding->scope, working, unit) ||
           scope_allows(holding->scope, ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_RETURNER), holding->agency);
}

static bool task_row(void *context, const struct db_row *row)
{
    struct holding *holding = context;
    holding->open = row->text[0][0] == '1';
    holding->agency = number(row->text[1]);
    holding->counter = number(row->text[2]);
    uint64_t unit = number(row->text[3]), holder = number(row->text[4]);
    if (!holder || holding->own)
        return true;
    holding->own = holder == holding->user && still_works(holding, unit);
    if (holding->own || stands_in_for(holding->scope, holder))
        *holding->right = (struct dossier_file_right){
            .kinds = EVERY_KIND, .behalf = holding->own ? 0 : holder, .unit = unit};
    return true;
}

static void counter_right(struct holding *holding)
{
    unsigned clerk = ROLE_BIT(ROLE_CLERK);
    uint64_t where = scope_allows(holding->scope, clerk, holding->agency)    ? holding->agency
                     : scope_allows(holding->scope, clerk, holding->counter) ? holding->counter
                                                                             : 0;
    if (where)
        *holding->right = (struct dossier_file_right){
            .kinds = AT_THE_COUNTER,
            .behalf = scope_behalf(holding->scope, clerk, where),
            .unit = holding->counter,
        };
}

enum db_result dossier_file_right(struct db *db, struct arena *arena, const struct scope *scope,
                                  uint64_t user, uint64_t dossier, struct dossier_file_right *right)
{
    (void)arena;
    struct holding holding = {.scope = scope, .user = user, .right = right};
    *right = (struct dossier_file_right){.kinds = 0};
    enum db_result result =
        db_each(db,
                "select d.closed_at is null, d.agency_id, d.counter_agency_id, t.unit_id,"
                " t.assignee_id from dossier d left join branch b on b.dossier_id = d.id"
                " left join task t on t.open_key = b.id where d.id = ?",
                DB_ARGS(db_number((int64_t)dossier)), task_row, &holding);
    if (result == DB_FAIL)
        return DB_FAIL;
    if (!holding.open)
        *right = (struct dossier_file_right){.kinds = 0};
    else if (!right->kinds)
        counter_right(&holding);
    return DB_OK;
}

/* ---- the result ---------------------------------------------------------------------------------------- */

enum db_result dossier_files_release(struct db *db, uint64_t dossier, const struct civil *now)
{
    char at[DATE_TEXT_MAX];
    date_format_iso_time(at, now);
    return db_exec(db,
                   "update dossier_file set released_at = ? where dossier_id = ? and kind = 'result'"
                   " and released_at is null and replaced_at is null and removed_at is null"
                   " and file_id in (select f.id from file f where f.scan_state in ('waiting', 'clean'))",
                   DB_ARGS(db_text(at), db_number((int64_t)dossier)));
}

enum db_result dossier_result_files(struct db *db, struct arena *arena, uint64_t dossier, int64_t *count)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select count(*) from dossier_file x join file f on f.id = x.file_id"
               " where x.dossier_id = ? and x.kind = 'result' and x.replaced_at is null"
               " and x.removed_at is null and f.scan_state in ('waiting', 'clean')",
               DB_ARGS(db_number((int64_t)dossier)), &row);
    *count = result == DB_OK ? (int64_t)number(row.text[0]) : 0;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
