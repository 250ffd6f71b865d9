/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_find.h"

#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"

/* A user of more agencies than this sees a good part of all: the latest are read, and others' left out on the way. */
enum { AGENCIES_FEW = 60, VALUES_MAX = 500, SQL_BYTES = 64 * 1024 };
/* A word this rare is read to its end; agencies up to this many are read one by one. */
enum { WORD_RARE = 300, BODIES_MAX = 20, WORDS_ASKED = 6 };

struct query {
    const struct find_ask *ask;
    const char *agencies; /* JSON; NULL: the whole province */
    bool few;
    struct buffer sql;
    struct db_value values[VALUES_MAX + 1];
    size_t n;
    struct arena *arena;
};

static void value(struct query *q, struct db_value value)
{
    if (q->n < VALUES_MAX)
        q->values[q->n++] = value;
}

static void text(struct query *q, const char *text)
{
    value(q, db_text(text));
}

static void number(struct query *q, uint64_t number)
{
    value(q, db_number((int64_t)number));
}

static const char *moment(struct arena *arena, const struct civil *at)
{
    char out[DATE_TEXT_MAX];
    return arena_copy(arena, date_format_iso_time(out, at));
}

/* ---- conditions ---------------------------------------------------------------------------------- */

#define MINE "(select id from json_table(?, '$[*]' columns (id int unsigned path '$')) m)"
/* The agencies of the scope; of units the agency they belong to, which is in charge. */
#define BODIES                                                                                       \
    "(select distinct if(a.kind <> 'unit', a.id, if(p.kind <> 'unit', p.id, p.parent_id)) as id from" \
    " json_table(?, '$[*]' columns (id int unsigned path '$')) m straight_join agency a on a.id = m.id" \
    " left join agency p on p.id = a.parent_id) z"

/* Most of what one may see belongs to an agency of one's scope: joined, so that it is looked up by a key. */
static void scope_join(struct query *q)
{
    if (!q->agencies)
        return;
    buffer_text(&q->sql, " left join (select distinct id from json_table(?, '$[*]' columns"
                         " (id int unsigned path '$')) n) y on y.id = d.agency_id");
    text(q, q->agencies);
}

static void conditions(struct query *q)
{
    const struct find_ask *ask = q->ask;
    buffer_text(&q->sql, " and d.number is not null");
    if (q->agencies) {
        buffer_text(&q->sql, " and (y.id is not null"
                             " or exists (select 1 from branch e where e.dossier_id = d.id"
                             "  and e.agency_id in " MINE ")"
                             " or exists (select 1 from branch e join task t on t.branch_id = e.id"
                             "  where e.dossier_id = d.id and t.unit_id in " MINE "))");
        text(q, q->agencies), text(q, q->agencies);
    }
    if (*ask->state) {
        buffer_text(&q->sql, " and d.state = ?");
        text(q, ask->state);
    }
    if (ask->agency) {
        buffer_text(&q->sql, " and d.agency_id = ?");
        number(q, ask->agency);
    }
    if (ask->from.year) {
        buffer_text(&q->sql, " and d.received_at >= ?");
        text(q, moment(q->arena, &ask->from));
    }
    if (ask->to.year) {
        struct civil end = civil_from_day(civil_day(&ask->to) + 1);
        buffer_text(&q->sql, " and d.received_at < ?");
        text(q, moment(q->arena, &end));
    }
    buffer_text(&q->sql, " order by id desc limit ?)");
    /* Applicant and submitter of the same name, or several agencies, give a dossier more than once. */
    number(q, 4 * (FIND_PAGE + 1));
}

static void below(struct query *q, const char *column)
{
    if (!q->ask->before)
        return;
    buffer_text(&q->sql, column);
    number(q, q->ask->before);
}

/* ---- ways ------------------------------------------------------------------------------------------- */

static void way(struct query *q, unsigned by)
{
    const struct find_typed *typed = q->ask->typed;
    buffer_text(&q->sql, q->sql.bytes[q->sql.length - 1] == ')' ? " union (" : "(");
    if (by == FIND_CODE) {
        buffer_text(&q->sql, "select d.id as id from dossier d");
        scope_join(q);
        buffer_text(&q->sql, " where d.lookup_hash = ?");
        value(q, db_bytes(typed->code_hash, sizeof typed->code_hash));
    } else if (by == FIND_NUMBER) {
        buffer_text(&q->sql, "select d.id as id from dossier d");
        scope_join(q);
        buffer_text(&q->sql, " where d.number_key = ?");
        text(q, typed->number);
    } else {
        buffer_text(&q->sql, "select d.id as id from party x straight_join dossier d on d.id = x.dossier_id");
        scope_join(q);
        buffer_text(&q->sql, by == FIND_PHONE ? " where x.phone = ?" : " where x.identity_number = ?");
        text(q, by == FIND_PHONE ? typed->phone : typed->identity);
    }
    below(q, " and d.id < ?");
    conditions(q);
}

static void tail_way(struct query *q)
{
    const char *number = q->ask->typed->number;
    if (q->few) {
        buffer_text(&q->sql, "(select d.id as id from " BODIES
                             " straight_join dossier d on d.agency_id = z.id");
        text(q, q->agencies);
    } else
        buffer_text(&q->sql, "(select d.id as id from dossier d force index (dossier_tail)");
    scope_join(q);
    buffer_text(&q->sql, " where d.number_tail = ?");
    text(q, number + strlen(number) - 4);
    buffer_text(&q->sql, " and d.number_key like ?");
    text(q, arena_format(q->arena, "%%%s", number));
    below(q, " and d.id < ?");
    conditions(q);
}

/* What is known of the words before they are searched. */
struct plan {
    size_t rarest;
    unsigned count; /* of the rarest, at most WORD_RARE + 1 */
    uint64_t bodies[BODIES_MAX];
    size_t n_bodies; /* more than BODIES_MAX: too many to be read one by one */
};

/* Every word, in the name of one and the same person, beginning with the rarest; of one agency, or of all. */
static void name_way(struct query *q, const struct plan *plan, uint64_t body)
{
    static const char *const joins[] = {
        " straight_join party_word w1 on w1.dossier_id = w0.dossier_id and w1.agency_id = w0.agency_id"
        " and w1.role = w0.role and w1.word = ?",
        " straight_join party_word w2 on w2.dossier_id = w0.dossier_id and w2.agency_id = w0.agency_id"
        " and w2.role = w0.role and w2.word = ?",
        " straight_join party_word w3 on w3.dossier_id = w0.dossier_id and w3.agency_id = w0.agency_id"
        " and w3.role = w0.role and w3.word = ?",
        " straight_join party_word w4 on w4.dossier_id = w0.dossier_id and w4.agency_id = w0.agency_id"
        " and w4.role = w0.role and w4.word = ?",
        " straight_join party_word w5 on w5.dossier_id = w0.dossier_id and w5.agency_id = w0.agency_id"
        " and w5.role = w0.role and w5.word = ?",
    };
    const struct party_words *words = &q->ask->typed->words;
    buffer_text(&q->sql, body ? "(select w0.dossier_id as id from party_word w0 force index (primary)"
                              : "(select w0.dossier_id as id from party_word w0 force index (party_word_newest)");
    size_t join = 0;
    for (size_t i = 0; i < words->n && i < WORDS_ASKED; i++) {
        if (i == plan->rarest)
            continue;
        buffer_text(&q->sql, joins[join++]);
        text(q, words->word[i]);
    }
    buffer_text(&q->sql, " straight_join dossier d on d.id = w0.dossier_id");
    scope_join(q);
    buffer_text(&q->sql, " where w0.word = ?");
    text(q, words->word[plan->rarest]);
    if (body) {
        buffer_text(&q->sql, " and w0.agency_id = ?");
        number(q, body);
    }
    below(q, " and w0.dossier_id < ?");
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
        page->more = true;
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

static enum db_result run(struct db *db, struct query *q, struct find_page *page)
{
    page->n = 0;
    page->more = false;
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

static void begin(struct query *q, struct arena *arena, const struct scope *scope,
                  const struct find_ask *ask)
{
    *q = (struct query){.ask = ask, .arena = arena};
    q->agencies = scope_agencies(scope, arena, ROLES_OF_DOSSIERS);
    size_t n = 1;
    for (const char *c = q->agencies ? q->agencies : ""; *c; c++)
        n += *c == ',';
    q->few = q->agencies && n <= AGENCIES_FEW;
    buffer_init(&q->sql, SQL_BYTES);
    buffer_text(&q->sql, "select k.id, d.number, d.state, r.name, r.name_en, p.name, s.name,"
                         " if(a.short = '', a.name, a.short), a.name_en, d.received_at, d.due_at from (");
}

/* The ways that find few: whole numbers. */
static enum db_result by_number(struct db *db, struct arena *arena, const struct scope *scope,
                                const struct find_ask *ask, struct find_page *page)
{
    static const unsigned ways[] = {FIND_CODE, FIND_NUMBER, FIND_IDENTITY, FIND_PHONE};
    struct query q;
    begin(&q, arena, scope, ask);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        if (ask->typed->by & ways[i])
            way(&q, ways[i]);
    return run(db, &q, page);
}

/* ---- names -------------------------------------------------------------------------------------------- */

static bool plan_row(void *context, const struct db_row *row)
{
    struct plan *plan = context;
    uint64_t id = strtoull(row->text[1], NULL, 10), n = strtoull(row->text[2], NULL, 10);
    if (*row->text[0] == 'b') {
        if (plan->n_bodies < BODIES_MAX)
            plan->bodies[plan->n_bodies] = id;
        plan->n_bodies++;
    } else if (n < plan->count) {
        plan->count = (unsigned)n;
        plan->rarest = (size_t)id;
    }
    return true;
}

/* How rare each word is, and the agencies of the scope. */
static enum db_result plan_read(struct db *db, struct query *q, struct plan *plan)
{
    const struct party_words *words = &q->ask->typed->words;
    struct db_value values[4 * WORDS_ASKED + 2];
    size_t n = 0;
    struct buffer sql;
    *plan = (struct plan){.count = WORD_RARE + 2};
    buffer_init(&sql, SQL_BYTES);
    for (size_t i = 0; i < words->n && i < WORDS_ASKED; i++) {
        buffer_text(&sql, i ? " union all " : "");
        buffer_text(&sql, "select 'w', ?, count(*) from (select 1 from party_word where word = ? limit ?) x");
        values[n++] = db_number((int64_t)i);
        values[n++] = db_text(words->word[i]);
        values[n++] = db_number(WORD_RARE + 1);
    }
    if (q->agencies) {
        buffer_text(&sql, " union all select 'b', z.id, 0 from " BODIES);
        values[n++] = db_text(q->agencies);
    }
    values[n] = (struct db_value){.type = DB_END};
    enum db_result result = db_each(db, sql.bytes, values, plan_row, plan);
    buffer_release(&sql);
    return result;
}

/*
 * A rare word is read to its end. A common one agency by agency, the latest first, where they are few; where they
 * are many a good part of all is in the scope, and the latest are read until a page is full.
 */
static enum db_result by_name(struct db *db, struct query *q, struct find_page *page)
{
    struct plan plan;
    if (plan_read(db, q, &plan) == DB_FAIL) {
        buffer_release(&q->sql);
        return DB_FAIL;
    }
    bool each = q->agencies && plan.count > WORD_RARE && plan.n_bodies && plan.n_bodies <= BODIES_MAX;
    if (!each)
        name_way(q, &plan, 0);
    for (size_t i = 0; each && i < plan.n_bodies; i++) {
        buffer_text(&q->sql, i ? " union all " : "");
        name_way(q, &plan, plan.bodies[i]);
    }
    return run(db, q, page);
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
    struct query q;
    bool named = by & FIND_NAME;
    if (!named && !(by & FIND_TAIL))
        return DB_OK;
    begin(&q, arena, scope, ask);
    page->by = named ? FIND_NAME : FIND_TAIL;
    if (!named)
        tail_way(&q);
    enum db_result result = named ? by_name(db, &q, page) : run(db, &q, page);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
