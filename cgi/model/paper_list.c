/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/paper_list.h"

#include <string.h>

#include "model/audit.h"
#include "model/paper.h"
#include "model/paper_read.h"
#include "model/party.h"

/* ---- whose list -------------------------------------------------------------------------------- */

#define OFFICE_COLUMNS                                                                             \
    "select a.id, a.code, a.name, ifnull(p.name, ''), a.kind, "                                    \
    "ifnull((select value from setting where name = 'place_of_signing'), ''), "                    \
    "ifnull((select value from setting where name = 'form_numbering'), '') "

static enum db_result office_find(struct db *db, struct arena *arena, const char *rest, struct db_value key,
                                  struct paper_list_office *office)
{
    struct db_row row;
    enum db_result found = db_one(db, arena, rest, DB_ARGS(key), &row);
    if (found != DB_OK)
        return found;
    struct paper_reader r = {.row = &row};
    *office = (struct paper_list_office){.id = (uint64_t)paper_read_number(&r)};
    const char **texts[] = {&office->code, &office->name,  &office->parent,
                            &office->kind, &office->place, &office->numbering};
    paper_read_texts(&r, texts, sizeof texts / sizeof *texts);
    return DB_OK;
}

enum db_result paper_list_other(struct db *db, struct arena *arena, const char *code,
                                struct paper_list_office *office)
{
    return office_find(db, arena,
                       OFFICE_COLUMNS "from agency a left join agency p on p.id = a.parent_id "
                                      "where a.code = ? and a.kind <> 'generic'",
                       db_text(code), office);
}

enum db_result paper_list_open(struct db *db, struct arena *arena, const struct scope *scope, const char *code,
                               uint64_t user, struct paper_list_office *office)
{
    struct paper_list_office own;
    enum db_result found = office_find(db, arena,
                                       OFFICE_COLUMNS "from user u join agency a on a.id = u.agency_id "
                                                      "left join agency p on p.id = a.parent_id where u.id = ?",
                                       db_number((int64_t)user), &own);
    if (found != DB_OK)
        return found;
    *office = own;
    if (*code && (found = paper_list_other(db, arena, code, office)) != DB_OK)
        return found;
    if (scope_allows(scope, PAPER_ROLES, office->id))
        return DB_OK;
    office->within = scope_agencies(scope, arena, PAPER_ROLES);
    return office->id == own.id ? DB_OK : DB_NONE;
}

/* ---- a part of a list ---------------------------------------------------------------------------- */

static const char *day_text(char out[DATE_TEXT_MAX], int day)
{
    struct civil at = civil_from_day(day);
    return date_format_iso(out, &at);
}

/* SQL: the dossier d is one of an agency inside, where that matters. Takes the list twice. */
#define WITHIN                                                                                     \
    "(? is null or d.agency_id in (select s.id from json_table(?, '$[*]' columns "                 \
    "(id int unsigned path '$')) s))"

static struct db_value within_value(const struct paper_list_office *office)
{
    return office->within ? db_text(office->within) : db_null();
}

static int64_t rows_before(const struct paper_list_query *query)
{
    return (int64_t)(query->part - 1) * PAPER_LIST_MAX;
}

static size_t count_of(const struct db_row *row)
{
    struct paper_reader r = {.row = row};
    return (size_t)paper_read_number(&r);
}

/* ---- the register -------------------------------------------------------------------------------- */

#define REGISTER_WHERE                                                                             \
    " where d.received_at >= ? and d.received_at < ? and (d.counter_agency_id = ? or "             \
    "d.agency_id = ?) and " WITHIN

static void register_row_read(const struct db_row *row, struct paper_register_row *line)
{
    struct paper_reader r = {.row = row};
    const char **texts[] = {&line->number, &line->procedure, &line->name,
                            &line->address, &line->phone,    &line->agency,
                            &line->state,  &line->outcome,   &line->via,
                            &line->receiver};
    paper_read_texts(&r, texts, sizeof texts / sizeof *texts);
    line->copies = (int)paper_read_number(&r);
    line->received_at = paper_read_moment(&r);
    line->due_at = paper_read_moment(&r);
    line->returned_at = paper_read_moment(&r);
}

enum db_result paper_register_load(struct db *db, struct arena *arena, const struct paper_list_query *query,
                                   struct paper_register *list)
{
    char from_text[DATE_TEXT_MAX], after_text[DATE_TEXT_MAX];
    struct paper_rows rows = {.arena = arena};
    struct db_value id = db_number((int64_t)query->office->id), within = within_value(query->office);
    struct db_value from = db_text(day_text(from_text, query->from_day));
    struct db_value after = db_text(day_text(after_text, query->to_day + 1));
    struct db_row counted;
    if (db_one(db, arena, "select count(*) from dossier d" REGISTER_WHERE,
               DB_ARGS(from, after, id, id, within, within), &counted) != DB_OK)
        return DB_FAIL;
    enum db_result result = db_each(
        db,
        "select d.number, r.name, ifnull(p.name, ''), concat_ws(', ', nullif(p.address, ''), "
        PARTY_AREA("p.address", "m.area") "), ifnull(p.phone, ''), a.name, d.state, ifnull(e.outcome, ''), "
        "ifnull(e.returned_via, ''), ifnull(e.receiver, ''), d.copies, d.received_at, d.due_at, "
        "d.returned_at from dossier d "
        "join procedure_rev r on r.id = d.rev_id join agency a on a.id = d.agency_id "
        "left join party p on p.dossier_id = d.id and p.role = 'applicant' "
        "left join agency m on m.id = p.area_agency_id left join result e on e.dossier_id = d.id"
        REGISTER_WHERE " order by d.received_at, d.id limit ? offset ?",
        DB_ARGS(from, after, id, id, within, within, db_number(PAPER_LIST_MAX), db_number(rows_before(query))),
        paper_row_keep, &rows);
    if (result == DB_FAIL)
        return DB_FAIL;
    *list = (struct paper_register){.n = rows.n, .before = (size_t)rows_before(query), .total = count_of(&counted)};
    list->rows = arena_take_array(arena, list->n + 1, sizeof *list->rows);
    for (size_t i = 0; i < list->n; i++)
        register_row_read(&rows.rows[i], &list->rows[i]);
    return DB_OK;
}

/* ---- hand-over ------------------------------------------------------------------------------------- */

/* A step that ended and one elsewhere that began in the same moment: one gave, the other took. */
#define HANDOVER_FROM                                                                              \
    " from (select distinct gb.dossier_id, g.unit_id, g.closed_at from task g "                    \
    "join branch gb on gb.id = g.branch_id "                                                       \
    "where g.unit_id = ? and g.closed_at >= ? and g.closed_at < ?) h "                             \
    "join branch b on b.dossier_id = h.dossier_id "                                                \
    "join task t on t.branch_id = b.id and t.opened_at = h.closed_at and t.unit_id <> h.unit_id "  \
    "join dossier d on d.id = h.dossier_id "
#define HANDOVER_WHERE "where (? = 0 or t.unit_id = ?) and " WITHIN

static void handover_row_read(const struct db_row *row, struct paper_handover_row *line)
{
    struct paper_reader r = {.row = row};
    const char **texts[] = {&line->number, &line->procedure, &line->name, &line->to, &line->step};
    paper_read_texts(&r, texts, sizeof texts / sizeof *texts);
    line->papers = (int)paper_read_number(&r);
    line->originals = (int)paper_read_number(&r);
    line->copies = (int)paper_read_number(&r);
    line->at = paper_read_moment(&r);
    line->due_at = paper_read_moment(&r);
}

enum db_result paper_handover_load(struct db *db, struct arena *arena, const struct paper_list_query *query,
                                   struct paper_handover *list)
{
    char from_text[DATE_TEXT_MAX], after_text[DATE_TEXT_MAX];
    struct paper_rows rows = {.arena = arena};
    struct db_value unit = db_number((int64_t)query->office->id), to = db_number((int64_t)query->to);
    struct db_value within = within_value(query->office);
    struct db_value from = db_text(day_text(from_text, query->from_day));
    struct db_value after = db_text(day_text(after_text, query->from_day + 1));
    struct db_row counted;
    if (db_one(db, arena, "select count(distinct t.id)" HANDOVER_FROM HANDOVER_WHERE,
               DB_ARGS(unit, from, after, to, to, within, within), &counted) != DB_OK)
        return DB_FAIL;
    enum db_result result = db_each(
        db,
        "select d.number, r.name, ifnull(p.name, ''), a.name, w.name, count(c.position), "
        "ifnull(sum(c.originals), 0), ifnull(sum(c.copies), 0), t.opened_at, t.due_at" HANDOVER_FROM
        "join procedure_rev r on r.id = d.rev_id "
        "join agency a on a.id = t.unit_id join wf_step w on w.id = t.step_id "
        "left join party p on p.dossier_id = d.id and p.role = 'applicant' "
        "left join dossier_component c on c.dossier_id = d.id and c.is_present " HANDOVER_WHERE
        " group by t.id order by a.name, t.opened_at, d.id limit ? offset ?",
        DB_ARGS(unit, from, after, to, to, within, within, db_number(PAPER_LIST_MAX),
                db_number(rows_before(query))),
        paper_row_keep, &rows);
    if (result == DB_FAIL)
        return DB_FAIL;
    *list = (struct paper_handover){.n = rows.n, .before = (size_t)rows_before(query), .total = count_of(&counted)};
    list->rows = arena_take_array(arena, list->n + 1, sizeof *list->rows);
    for (size_t i = 0; i < list->n; i++)
        handover_row_read(&rows.rows[i], &list->rows[i]);
    return DB_OK;
}

/* ---- the print is written down --------------------------------------------------------------------- */

enum db_result paper_list_log(struct db *db, uint64_t user, const char *type, const char *subject,
                              const char *note)
{
    if (db_begin(db) == DB_FAIL)
        return DB_FAIL;
    enum db_result result = audit_add(
        db, &(struct audit_entry){.user = user, .type = type, .subject = subject, .note = note});
    if (result == DB_OK)
        return db_commit(db);
    db_rollback(db);
    return result;
}
