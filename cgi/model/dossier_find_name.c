/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "model/dossier_find_inside.h"

/*
 * Names. Every word of them stands in party_word with all others, so that one word is read, the latest dossiers first,
 * and the others are compared without a look elsewhere: the rarest word, in each agency of the scope, until a page is
 * full. How much is looked at for a page has an end, however many dossiers there are: behind it begins the next page.
 */
enum {
    WORDS_ASKED = 6,
    SAMPLE = 300,         /* names of a word that tell how rare it is: the further back they reach, the rarer */
    LOOKED_AT = 3000,     /* names of the rarest word, in all agencies together */
    LOOKED_AT_LEAST = 300 /* in one agency */
};

/* What is known of the words before they are searched. */
struct plan {
    size_t rarest;
    unsigned count; /* of the rarest, at most SAMPLE */
    uint64_t reach; /* the earliest dossier of its sample */
    struct {
        uint64_t id;
        bool whole; /* all of the agency is in the scope */
    } bodies[FIND_FEW];
    size_t n_bodies;
    uint64_t floor[WORDS_ASKED]; /* below: not looked at */
};

static size_t asked(const struct find_query *q)
{
    size_t n = q->ask->typed->words.n;
    return n < WORDS_ASKED ? n : WORDS_ASKED;
}

static uint64_t before(const struct find_query *q)
{
    return q->ask->before ? q->ask->before : INT64_MAX;
}

/* ---- the plan ------------------------------------------------------------------------------------------- */

static bool plan_row(void *context, const struct db_row *row)
{
    struct plan *plan = context;
    uint64_t id = strtoull(row->text[1], NULL, 10), n = strtoull(row->text[2], NULL, 10),
             first = strtoull(row->text[3], NULL, 10);
    if (*row->text[0] == 'b' && plan->n_bodies < FIND_FEW) {
        plan->bodies[plan->n_bodies].id = id;
        plan->bodies[plan->n_bodies++].whole = n;
    } else if (*row->text[0] == 'f' && id < WORDS_ASKED && first > plan->floor[id]) {
        plan->floor[id] = first;
    } else if (*row->text[0] == 'w' && (n < plan->count || (n == plan->count && first < plan->reach))) {
        plan->rarest = (size_t)id;
        plan->count = (unsigned)n;
        plan->reach = first;
    }
    return true;
}

/* The agencies that are read one by one, as JSON: the one asked for, or those of a scope that has few; NULL: all. */
static const char *bodies(const struct find_query *q)
{
    uint64_t agency = q->ask->agency;
    if (agency && scope_allows(q->scope, ROLES_OF_DOSSIERS, agency))
        return arena_format(q->arena, "[%llu]", (unsigned long long)agency);
    return q->few ? q->agencies : NULL;
}

/* How rare a word is, and where what is looked at ends. */
static void ask_word(struct buffer *sql, struct db_value *values, size_t *n,
                     const struct find_query *q, size_t i)
{
    static const char *const of_agencies =
        " union all select 'f', ?, 0, ifnull((select x.dossier_id from party_word x force index (primary)"
        " where x.word = ? and x.agency_id = z.id and x.dossier_id < ?"
        " order by x.dossier_id desc limit 1 offset ?), 0) from " FIND_BODIES;
    static const char *const of_all =
        " union all select 'f', ?, 0, ifnull((select x.dossier_id from party_word x"
        " force index (party_word_newest) where x.word = ? and x.dossier_id < ?"
        " order by x.dossier_id desc limit 1 offset ?), 0)";
    const char *word = q->ask->typed->words.word[i], *each = bodies(q);
    struct db_value index = db_number((int64_t)i), below = db_number((int64_t)before(q));
    size_t n_each = each && each == q->agencies ? q->n_agencies : 1;
    unsigned share = LOOKED_AT / (unsigned)n_each;
    buffer_text(sql, i ? " union all " : "");
    buffer_text(sql, "select 'w', ?, count(*), ifnull(min(dossier_id), 0) from (select dossier_id"
                     " from party_word force index (party_word_newest) where word = ? and dossier_id < ?"
                     " order by dossier_id desc limit ?) x");
    buffer_text(sql, each ? of_agencies : of_all);
    if (share < LOOKED_AT_LEAST)
        share = LOOKED_AT_LEAST;
    const struct db_value of_word[] = {index, db_text(word), below, db_number(SAMPLE),
                                       index, db_text(word), below, db_number(share)};
    memcpy(values + *n, of_word, sizeof of_word);
    *n += sizeof of_word / sizeof of_word[0];
    if (each)
        values[(*n)++] = db_text(each);
}

static enum db_result plan_read(struct db *db, struct find_query *q, struct plan *plan)
{
    struct db_value values[9 * WORDS_ASKED + 2];
    size_t n = 0;
    struct buffer sql;
    *plan = (struct plan){.count = SAMPLE + 1};
    buffer_init(&sql, FIND_SQL_BYTES);
    for (size_t i = 0; i < asked(q); i++)
        ask_word(&sql, values, &n, q, i);
    const char *each = bodies(q);
    if (each) {
        buffer_text(&sql, " union all select 'b', z.id, z.whole, 0 from " FIND_BODIES);
        values[n++] = db_text(each);
    }
    values[n] = (struct db_value){.type = DB_END};
    enum db_result result = db_each(db, sql.bytes, values, plan_row, plan);
    buffer_release(&sql);
    return result;
}

/* ---- ways ------------------------------------------------------------------------------------------------ */

static void words_like(struct find_query *q, size_t rarest)
{
    for (size_t i = 0; i < asked(q); i++) {
        if (i == rarest)
            continue;
        buffer_text(&q->sql, " and w.words like ?");
        find_text(q, arena_format(q->arena, "%% %s %%", q->ask->typed->words.word[i]));
    }
}

/* All words in the name of one and the same person. */
static void way(struct find_query *q, const struct plan *plan, uint64_t body, bool whole)
{
    buffer_text(&q->sql, body ? "(select w.dossier_id as id from party_word w force index (primary)"
                                " straight_join dossier d on d.id = w.dossier_id"
                              : "(select w.dossier_id as id from party_word w force index (party_word_newest)"
                                " straight_join dossier d on d.id = w.dossier_id and d.agency_id = w.agency_id");
    if (!body)
        find_scope_join(q);
    buffer_text(&q->sql, " where w.word = ? and w.dossier_id >= ? and w.dossier_id < ?");
    find_text(q, q->ask->typed->words.word[plan->rarest]);
    find_number(q, plan->floor[plan->rarest]);
    find_number(q, before(q));
    if (body) {
        buffer_text(&q->sql, " and w.agency_id = ?");
        find_number(q, body);
    }
    words_like(q, plan->rarest);
    find_filter(q);
    if (!whole)
        find_reach(q, !body);
    /* Applicant and submitter of the same name are one dossier; in the order of the index nothing is sorted. */
    buffer_text(&q->sql, " group by w.dossier_id desc order by id desc limit ?)");
    find_number(q, FIND_PAGE + 1);
}

enum db_result find_name_ways(struct db *db, struct find_query *q, uint64_t *floor)
{
    struct plan plan;
    if (plan_read(db, q, &plan) == DB_FAIL)
        return DB_FAIL;
    *floor = plan.floor[plan.rarest];
    if (!bodies(q))
        way(q, &plan, 0, q->agencies == NULL);
    for (size_t i = 0; i < plan.n_bodies; i++) {
        buffer_text(&q->sql, i ? " union " : "");
        way(q, &plan, plan.bodies[i].id, plan.bodies[i].whole);
    }
    if (bodies(q) && plan.n_bodies == 0)
        buffer_text(&q->sql, "(select 0 as id from dual where false)");
    return DB_OK;
}
