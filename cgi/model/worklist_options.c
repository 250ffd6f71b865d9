/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "model/worklist_keys.h"

#define KEYS "(select distinct k, r from json_table(?, '$[*]' columns (k int unsigned path '$.k'," \
             " r varchar(12) path '$.r')) j) z"
/* What of the first tasks of a tab is common, and its names. */
#define OPTIONS(found)                                                                              \
    "select pr.field_id, f.name, f.name_en, d.procedure_id, r.name, r.name_en, s.code, s.name,"     \
    " s.name_en, x.assignee_id, u.name, '', count(*) from (select t.branch_id, t.step_id, t.assignee_id"    \
    "  from " found " order by t.order_at limit ?) x"                                               \
    " straight_join branch b on b.id = x.branch_id straight_join dossier d on d.id = b.dossier_id"  \
    " straight_join `procedure` pr on pr.id = d.procedure_id"                                       \
    " straight_join field f on f.id = pr.field_id"                                                  \
    " left join procedure_rev r on r.id = pr.current_rev_id left join wf_step s on s.id = x.step_id" \
    " left join user u on u.id = x.assignee_id"                                                     \
    " group by d.procedure_id, s.code, x.assignee_id order by count(*) desc"
#define LANE " and t.closed_at is null and t.lane = ?"
#define DONE " and t.closed_at >= ?"

static const char *const asking[][2] = {
    [BY_PERSON] = {OPTIONS(KEYS " straight_join task t on t.assignee_id = z.k" LANE),
                   OPTIONS(KEYS " straight_join task t on t.assignee_id = z.k" DONE)},
    [BY_DESK] = {OPTIONS(KEYS " straight_join task t on t.desk_id = z.k" LANE),
                 OPTIONS(KEYS " straight_join task t on t.desk_id = z.k" DONE)},
    [BY_DESK_AND_ROLE] = {OPTIONS(KEYS " straight_join task t on t.desk_id = z.k and t.role = z.r"
                                       " and t.assignee_id is null" LANE), ""},
};
static const char *const asking_all[] = {
    OPTIONS("task t force index (task_all) where true" LANE),
    OPTIONS("task t force index (task_all) where true" DONE),
};

struct optioning {
    struct arena *arena;
    struct worklist_options *options;
};

static void option_add(struct optioning *to, enum worklist_facet facet, const char *const text[3],
                       unsigned n)
{
    struct worklist_options *options = to->options;
    if (!text[0] || !text[1])
        return;
    for (size_t i = 0; i < options->n[facet]; i++)
        if (!strcmp(options->items[facet][i].value, text[0])) {
            options->items[facet][i].n += n;
            return;
        }
    if (options->n[facet] < FACET_OPTIONS)
        options->items[facet][options->n[facet]++] = (struct worklist_option){
            .value = arena_copy(to->arena, text[0]),
            .name = arena_copy(to->arena, text[1]),
            .name_en = arena_copy(to->arena, text[2]),
            .n = n,
        };
}

static bool option_row(void *context, const struct db_row *row)
{
    unsigned n = (unsigned)strtoul(row->text[12], NULL, 10);
    for (enum worklist_facet facet = 0; facet < FACET_END; facet++)
        option_add(context, facet, row->text + 3 * (size_t)facet, n);
    return true;
}

static int by_number(const void *left, const void *right)
{
    const struct worklist_option *a = left, *b = right;
    if (a->n != b->n)
        return a->n > b->n ? -1 : 1;
    return strcmp(a->name, b->name);
}

enum db_result worklist_options_read(struct db *db, struct arena *arena, const struct scope *scope,
                                     const struct worklist_ask *ask,
                                     struct worklist_options *options)
{
    struct worklist_keys keys;
    struct db_value values[4];
    size_t n = 0;
    bool done = ask->tab == TAB_DONE;
    char since[DATE_TEXT_MAX];
    struct civil from =
        civil_from_minute(civil_minute(&ask->now) - WORKLIST_DONE_DAYS * DATE_DAY_MINUTES);
    *options = (struct worklist_options){.n = {0}};
    worklist_keys(arena, scope, ask->user, ask->tab, &keys);
    if (!keys.everywhere)
        values[n++] = db_text(keys.json);
    values[n++] = db_text(done ? date_format_iso_time(since, &from) : worklist_lane(ask->tab));
    values[n++] = db_number(WORKLIST_OPTIONS_OF);
    values[n] = (struct db_value){.type = DB_END};
    struct optioning to = {arena, options};
    if (db_each(db, keys.everywhere ? asking_all[done] : asking[keys.by][done], values, option_row,
                &to) == DB_FAIL)
        return DB_FAIL;
    for (enum worklist_facet facet = 0; facet < FACET_END; facet++)
        qsort(options->items[facet], options->n[facet], sizeof options->items[facet][0], by_number);
    return DB_OK;
}
