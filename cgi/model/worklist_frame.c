/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"
#include "model/worklist_keys.h"

enum { KEYS_FEW = 64, VALUES_MAX = 640, SQL_BYTES = 16 * 1024 };

/* A count stops at the ceiling, so that it costs no more where there is much. */
#define COUNT_OF(found) " union all select 'count', ?, count(*), '', '' from (select 1 from " found " limit ?) x"
#define KEYS "(select distinct k, r from json_table(?, '$[*]' columns (k int unsigned path '$.k'," \
             " r varchar(12) path '$.r')) j) z"
#define LANE " and t.closed_at is null and t.lane = ? and t.order_at <= ?"
#define DONE " and t.closed_at >= ? and t.closed_at <= ?"

static const char *const counting[][2] = {
    [BY_PERSON] = {COUNT_OF(KEYS " straight_join task t on t.assignee_id = z.k" LANE),
                   COUNT_OF(KEYS " straight_join task t on t.assignee_id = z.k" DONE)},
    [BY_DESK] = {COUNT_OF(KEYS " straight_join task t on t.desk_id = z.k" LANE),
                 COUNT_OF(KEYS " straight_join task t on t.desk_id = z.k" DONE)},
    [BY_DESK_AND_ROLE] = {COUNT_OF(KEYS " straight_join task t on t.desk_id = z.k and t.role = z.r"
                                        " and t.assignee_id is null" LANE), ""},
};
static const char *const counting_all[] = {
    COUNT_OF("task t force index (task_all) where true" LANE),
    COUNT_OF("task t force index (task_all) where true" DONE),
};

/*
 * Few keys stand in the statement: so each is read no further than its dates. A few sizes, so that statements
 * are few.
 */
static bool keys_few(const struct worklist_keys *keys, bool done, struct buffer *sql,
                     struct db_value *values, size_t *n)
{
    static const size_t sizes[] = {1, 4, 16, KEYS_FEW};
    if (keys->everywhere || keys->by == BY_DESK_AND_ROLE || keys->n > KEYS_FEW)
        return false;
    size_t size = 0;
    while (sizes[size] < keys->n)
        size++;
    buffer_text(sql, " union all select 'count', ?, count(*), '', '' from (select 1 from task t force index ");
    buffer_text(sql, keys->by == BY_PERSON ? "(task_mine) where t.assignee_id in ("
                                           : "(task_desk) where t.desk_id in (");
    for (size_t i = 0; i < sizes[size]; i++) {
        buffer_text(sql, i ? ",?" : "?");
        values[(*n)++] = db_number(i < keys->n ? (int64_t)keys->keys[i].id : 0);
    }
    buffer_text(sql, done ? ")" DONE " limit ?) x" : ")" LANE " limit ?) x");
    return true;
}

static void count_add(struct arena *arena, const struct scope *scope, const struct worklist_ask *ask,
                      enum worklist_tab tab, struct buffer *sql, struct db_value *values, size_t *n)
{
    struct worklist_keys keys;
    char text[DATE_TEXT_MAX];
    worklist_keys(arena, scope, ask->user, tab, &keys);
    bool done = tab == TAB_DONE;
    values[(*n)++] = db_number(tab);
    if (!keys_few(&keys, done, sql, values, n)) {
        buffer_text(sql, keys.everywhere ? counting_all[done] : counting[keys.by][done]);
        if (!keys.everywhere)
            values[(*n)++] = db_text(keys.json);
    }
    if (done) {
        struct civil since =
            civil_from_minute(civil_minute(&ask->now) - WORKLIST_DONE_DAYS * DATE_DAY_MINUTES);
        values[(*n)++] = db_text(arena_copy(arena, date_format_iso_time(text, &since)));
        values[(*n)++] = db_text("9999-12-31 23:59:59");
    } else {
        values[(*n)++] = db_text(worklist_lane(tab));
        values[(*n)++] = db_text(tab == TAB_DUE
                                     ? arena_copy(arena, date_format_iso_time(text, &ask->soon))
                                     : "9999-12-31 23:59:59");
    }
    values[(*n)++] = db_number(WORKLIST_COUNT_MAX);
}

struct framing {
    struct arena *arena;
    struct worklist_frame *frame;
};

static bool frame_row(void *context, const struct db_row *row)
{
    struct framing *framing = context;
    struct worklist_frame *frame = framing->frame;
    uint64_t id = strtoull(row->text[1], NULL, 10), n = strtoull(row->text[2], NULL, 10);
    if (!strcmp(row->text[0], "version"))
        frame->version = n;
    else if (!strcmp(row->text[0], "count") && id < TAB_END)
        frame->count[id] = (unsigned)n;
    else if (!strcmp(row->text[0], "saved") && frame->n_saved < SAVED_MAX)
        frame->saved[frame->n_saved++] = (struct worklist_saved){
            .id = id,
            .is_default = n,
            .name = arena_copy(framing->arena, row->text[3]),
            .query = arena_copy(framing->arena, row->text[4]),
        };
    return true;
}

enum db_result worklist_frame_read(struct db *db, struct arena *arena, const struct scope *scope,
                                   const struct worklist_ask *ask, struct worklist_frame *frame)
{
    struct db_value values[VALUES_MAX];
    size_t n = 0;
    struct buffer sql;
    *frame = (struct worklist_frame){.version = 0};
    buffer_init(&sql, SQL_BYTES);
    buffer_text(&sql, "select 'version' as kind, 0 as id, version as n, '' as name, '' as query"
                      " from catalogue_version where id = 1"
                      " union all select 'saved', id, is_default, name, query from saved_filter"
                      " where user_id = ?");
    values[n++] = db_number((int64_t)ask->user);
    for (enum worklist_tab tab = 0; tab < TAB_END; tab++)
        if (worklist_has_tab(scope, tab))
            count_add(arena, scope, ask, tab, &sql, values, &n);
    values[n] = (struct db_value){.type = DB_END};
    struct framing framing = {arena, frame};
    enum db_result result = db_each(db, sql.bytes, values, frame_row, &framing);
    buffer_release(&sql);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
