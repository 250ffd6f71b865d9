/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_find.h"

#include <stdlib.h>
#include <string.h>

#include "model/dossier_find_inside.h"

void find_value(struct find_query *q, struct db_value value)
{
    if (q->n < FIND_VALUES)
        q->values[q->n++] = value;
}

void find_text(struct find_query *q, const char *text)
{
    find_value(q, db_text(text));
}

void find_number(struct find_query *q, uint64_t number)
{
    find_value(q, db_number((int64_t)number));
}

static const char *moment(struct arena *arena, const struct civil *at)
{
    char out[DATE_TEXT_MAX];
    return arena_copy(arena, date_format_iso_time(out, at));
}

/* ---- conditions ---------------------------------------------------------------------------------- */

enum { MINE_FEW = 16 };
#define MINE "(select id from json_table(?, '$[*]' columns (id int unsigned path '$')) m)"

/* Most of what one may see belongs to an agency of one's scope: joined, so that it is looked up by a key. */
void find_scope_join(struct find_query *q)
{
    if (!q->agencies)
        return;
    buffer_text(&q->sql, " left join (select distinct id from json_table(?, '$[*]' columns"
                         " (id int unsigned path '$')) n) y on y.id = d.agency_id");
    find_text(q, q->agencies);
}

/* The agencies of a small scope one by one, so that no list is taken apart for each dossier. A few sizes. */
static void mine(struct find_query *q)
{
    static const size_t sizes[] = {1, 4, MINE_FEW};
    if (q->n_agencies > MINE_FEW) {
        buffer_text(&q->sql, MINE);
        find_text(q, q->agencies);
        return;
    }
    size_t size = 0;
    const char *next = q->agencies + 1; /* "[3,17]" */
    while (sizes[size] < q->n_agencies)
        size++;
    for (size_t i = 0; i < sizes[size]; i++) {
        char *end = NULL;
        buffer_text(&q->sql, i ? ",?" : "(?");
        find_number(q, i < q->n_agencies ? strtoull(next, &end, 10) : 0);
        next = end ? end + 1 : next;
    }
    buffer_text(&q->sql, ")");
}

void find_reach(struct find_query *q, bool joined)
{
    if (!q->agencies)
        return;
    buffer_text(&q->sql, joined ? " and (y.id is not null or" : " and (");
    buffer_text(&q->sql, " exists (select 1 from branch e join task t on t.branch_id = e.id"
                         "  where e.dossier_id = d.id and t.unit_id in ");
    mine(q);
    buffer_text(&q->sql, ") or exists (select 1 from branch e where e.dossier_id = d.id and e.agency_id in ");
    mine(q);
    buffer_text(&q->sql, "))");
}

void find_filter(struct find_query *q)
{
    const struct find_ask *ask = q->ask;
    buffer_text(&q->sql, " and d.number is not null");
    if (*ask->state) {
        buffer_text(&q->sql, " and d.state = ?");
        find_text(q, ask->state);
    }
    if (ask->agency) {
        buffer_text(&q->sql, " and d.agency_id = ?");
        find_number(q, ask->agency);
    }
    if (ask->from.year) {
        buffer_text(&q->sql, " and d.received_at >= ?");
        find_text(q, moment(q->arena, &ask->from));
    }
    if (ask->to.year) {
        struct civil end = civil_from_day(civil_day(&ask->to) + 1);
        buffer_text(&q->sql, " and d.received_at < ?");
        find_text(q, moment(q->arena, &end));
    }
}

static void conditions(struct find_query *q)
{
    find_filter(q);
    find_reach(q, true);
    /* Applicant and submitter of the same number give a dossier twice. */
    buffer_text(&q->sql, " order by id desc limit ?)");
    find_number(q, 2 * (FIND_PAGE + 1));
}

static void below(struct find_query *q, const char *column)
{
    if (!q->ask->before)
        return;
    buffer_text(&q->sql, column);
    find_number(q, q->ask->before);
}

/* ---- ways ------------------------------------------------------------------------------------------- */

static void way(struct find_query *q, unsigned by)
{
    const struct find_typed *typed = q->ask->typed;
    buffer_text(&q->sql, q->sql.bytes[q->sql.length - 1] == ')' ? " union (" : "(");
    if (by == FIND_CODE) {
        buffer_text(&q->sql, "select d.id as id from dossier d");
        find_scope_join(q);
        buffer_text(&q->sql, " where d.lookup_hash = ?");
        find_value(q, db_bytes(typed->code_hash, sizeof typed->code_hash));
    } else if (by == FIND_NUMBER) {
        buffer_text(&q->sql, "select d.id as id from dossier d");
        find_scope_join(q);
        buffer_text(&q->sql, " where d.number_key = ?");
        find_text(q, typed->number);
    } else {
        buffer_text(&q->sql, "select d.id as id from party x straight_join dossier d on d.id = x.dossier_id");
        find_scope_join(q);
        buffer_text(&q->sql, by == FIND_PHONE ? " where x.phone = ?" : " where x.identity_number = ?");
        find_text(q, by == FIND_PHONE ? typed->phone : typed->identity);
    }
    below(q, " and d.id < ?");
    conditions(q);
}

static void tail_way(struct find_query *q)
{
    const char *number = q->ask->typed->number;
    if (q->few) {
        buffer_text(&q->sql, "(select d.id as id from " FIND_BODIES
                             " straight_join dossier d on d.agency_id = z.id");
        find_text(q, q->agencies);
    } else
        buffer_text(&q->sql, "(select d.id as id from dossier d force index (dossier_tail)");
    find_scope_join(q);
    buffer_text(&q->sql, " where d.number_tail = ?");
    find_text(q, number + strlen(number) - 4);
    buffer_text(&q->sql, " and d.number_key like ?");
    find_text(q, arena_format(q->arena, "%%%s", number));
    below(q, " and d.id < ?");
    conditions(q);
}

/* ---- reading ----------------------------------------------------------------------------------------- */

struct reading {
    struct arena *arena;
    struct find_page *page;
};

static bool find_row(void *context, const struct db_row *r)
{
    struct reading *reading = context;
    struct find_page *page = reading->page;
    uint64_t dossier = strtoull(r->text[0], NULL, 10);
    if (page->n && page->rows[page->n - 1].dossier == dossier)
        return true;
    if (page->n == FIND_PAGE) {
        page->next = page->rows[page->n - 1].dossier;
        return false;
    }
    const char *t[11];
    for (size_t i = 0; i < r->columns; i++)
        t[i] = arena_copy(reading->arena, r->text[i]);
    struct find_row *row = &page->rows[page->n++];
    *row = (struct find_row){
        .dossier = dossier,
        .number = t[1],
        .state = t[2],
        .procedure = t[3],
        .procedure_en = t[4],
        .applicant = t[5],
        .submitter = t[6],
        .agency = t[7],
        .agency_en = t[8],
    };
    if (*t[9])
        civil_parse(t[9], &row->received);
    if (*t[10])
        civil_parse(t[10], &row->due);
    return true;
}

static enum db_result run(struct db *db, struct find_query *q, struct find_page *page)
{
    page->n = 0;
    page->next = 0;
    /* What two ways find is found once. */
    buffer_text(&q->sql, " union (select 0 from dual where false) order by id desc limit ?");
    find_number(q, FIND_PAGE + 1);
    buffer_text(&q->sql, ") k straight_join dossier d on d.id = k.id"
                         " straight_join procedure_rev r on r.id = d.rev_id"
                         " straight_join agency a on a.id = d.agency_id"
                         " left join party p on p.dossier_id = d.id and p.role = 'applicant'"
                         " left join party s on s.dossier_id = d.id and s.role = 'submitter'"
                         " order by k.id desc");
    q->values[q->n] = (struct db_value){.type = DB_END};
    struct reading reading = {q->arena, page};
    enum db_result result = db_each(db, q->sql.bytes, q->values, find_row, &reading);
    buffer_release(&q->sql);
    return result;
}

static void begin(struct find_query *q, struct arena *arena, const struct scope *scope,
                  const struct find_ask *ask)
{
    *q = (struct find_query){.ask = ask, .scope = scope, .arena = arena};
    q->agencies = scope_agencies(scope, arena, ROLES_OF_DOSSIERS);
    q->n_agencies = q->agencies != NULL;
    for (const char *c = q->agencies ? q->agencies : ""; *c; c++)
        q->n_agencies += *c == ',';
    q->few = q->agencies && q->n_agencies <= FIND_FEW;
    buffer_init(&q->sql, FIND_SQL_BYTES);
    buffer_text(&q->sql, "select k.id, d.number, d.state, r.name, r.name_en, p.name, s.name,"
                         " if(a.short = '', a.name, a.short), a.name_en, d.received_at, d.due_at from (");
}

/* The ways that find few: whole numbers. */
static enum db_result by_number(struct db *db, struct arena *arena, const struct scope *scope,
                                const struct find_ask *ask, struct find_page *page)
{
    static const unsigned ways[] = {FIND_CODE, FIND_NUMBER, FIND_IDENTITY, FIND_PHONE};
    struct find_query q;
    begin(&q, arena, scope, ask);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        if (ask->typed->by & ways[i])
            way(&q, ways[i]);
    return run(db, &q, page);
}

static enum db_result by_name(struct db *db, struct find_query *q, struct find_page *page)
{
    uint64_t floor;
    if (find_name_ways(db, q, &floor) == DB_FAIL) {
        buffer_release(&q->sql);
        return DB_FAIL;
    }
    if (run(db, q, page) == DB_FAIL)
        return DB_FAIL;
    page->unread = !page->next && floor;
    if (page->unread)
        page->next = floor;
    return DB_OK;
}

enum db_result dossier_find(struct db *db, struct arena *arena, const struct scope *scope,
                            const struct find_ask *ask, struct find_page *page)
{
    const unsigned whole = FIND_CODE | FIND_NUMBER | FIND_IDENTITY | FIND_PHONE, by = ask->typed->by;
    *page = (struct find_page){.by = by & whole};
    if (by & whole) {
        if (by_number(db, arena, scope, ask, page) == DB_FAIL)
            return DB_FAIL;
        if (page->n)
            return DB_OK;
    }
    struct find_query q;
    if (!(by & (FIND_NAME | FIND_TAIL)))
        return DB_OK;
    begin(&q, arena, scope, ask);
    page->by = by & FIND_NAME ? FIND_NAME : FIND_TAIL;
    if (page->by == FIND_NAME)
        return by_name(db, &q, page);
    tail_way(&q);
    return run(db, &q, page) == DB_FAIL ? DB_FAIL : DB_OK;
}
