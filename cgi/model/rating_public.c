/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_public.h"

#include <stdlib.h>

enum { AGENCIES_MOST = 200 };

struct listing {
    struct arena *arena;
    struct satisfaction *rows;
    size_t n;
};

static bool agency_row(void *context, const struct db_row *row)
{
    struct listing *list = context;
    list->rows[list->n++] = (struct satisfaction){
        .agency = arena_copy(list->arena, row->text[0]),
        .agency_en = arena_copy(list->arena, row->text[1]),
        .sum = {strtoll(row->text[2], NULL, 10), strtoll(row->text[3], NULL, 10), 0},
    };
    return list->n < AGENCIES_MOST;
}

enum db_result satisfaction_list(struct db *db, struct arena *arena, const struct civil *today,
                                 struct satisfaction **rows, size_t *n)
{
    struct listing list = {arena, arena_take_array(arena, AGENCIES_MOST, sizeof *list.rows), 0};
    int64_t a_year_ago = (today->year - 1) * 100 + today->month;
    enum db_result found =
        db_each(db,
                "select a.name, a.name_en, sum(s.votes), sum(s.satisfied)"
                " from public_satisfaction s join agency a on a.id = s.agency_id where s.month >= ? and s.month < ?"
                " group by a.id, a.name, a.name_en order by sum(s.votes) desc, a.name limit 200",
                DB_ARGS(db_number(a_year_ago), db_number(a_year_ago + 100)), agency_row, &list);
    *rows = list.rows;
    *n = list.n;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}
