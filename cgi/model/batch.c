/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/batch.h"

#include <stdlib.h>
#include <string.h>

const char *const batch_outcomes[BATCH_OUTCOMES] = {
    [BATCH_DONE] = "done",   [BATCH_REFUSED] = "refused", [BATCH_MOVED] = "moved",
    [BATCH_WRONG] = "wrong", [BATCH_UNKNOWN] = "unknown",
};

static enum db_result item_write(struct db *db, uint64_t batch, size_t position,
                                 const struct batch_item *item)
{
    char at[DATE_TEXT_MAX];
    return db_exec(db,
                   "insert into batch_item (batch_id, position, dossier_id, outcome, reason, who, at)"
                   " select ?, ?, d.id, ?, ?, ?, ? from dossier d where d.id = ?",
                   DB_ARGS(db_number((int64_t)batch), db_number((int64_t)position),
                           db_text(batch_outcomes[item->outcome]), db_text(item->reason),
                           db_text(item->who),
                           item->at.year ? db_text(date_format_iso_time(at, &item->at)) : db_null(),
                           db_number((int64_t)item->dossier)));
}

enum db_result batch_write(struct db *db, struct batch *batch)
{
    char at[DATE_TEXT_MAX];
    if (db_exec(db, "insert into batch (user_id, at, code, name, person_id) values (?, ?, ?, ?, ?)",
                DB_ARGS(db_number((int64_t)batch->user), db_text(date_format_iso_time(at, &batch->at)),
                        db_text(batch->code), db_text(batch->name),
                        batch->person ? db_number((int64_t)batch->person) : db_null())) != DB_OK)
        return DB_FAIL;
    batch->id = db_inserted(db);
    for (size_t i = 0; i < batch->n; i++)
        if (item_write(db, batch->id, i + 1, &batch->items[i]) == DB_FAIL)
            return DB_FAIL;
    return DB_OK;
}

struct reading {
    struct arena *arena;
    struct batch *batch;
};

static bool item_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct batch *batch = reading->batch;
    struct batch_item *item = &batch->items[batch->n++];
    *item = (struct batch_item){
        .dossier = strtoull(row->text[0], NULL, 10),
        .reason = arena_copy(reading->arena, row->text[2]),
        .who = arena_copy(reading->arena, row->text[3]),
        .number = arena_copy(reading->arena, row->text[5]),
        .applicant = arena_copy(reading->arena, row->text[6]),
    };
    while (item->outcome < BATCH_UNKNOWN && strcmp(batch_outcomes[item->outcome], row->text[1]) != 0)
        item->outcome++;
    if (row->text[4])
        civil_parse(row->text[4], &item->at);
    return batch->n < BATCH_MAX;
}

enum db_result batch_read(struct db *db, struct arena *arena, uint64_t user, uint64_t id,
                          struct batch *batch)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena,
               "select b.code, b.name, b.at, u.name, b.person_id from batch b"
               " left join user u on u.id = b.person_id where b.id = ? and b.user_id = ?",
               DB_ARGS(db_number((int64_t)id), db_number((int64_t)user)), &row);
    if (found != DB_OK)
        return found;
    *batch = (struct batch){
        .id = id,
        .user = user,
        .code = row.text[0],
        .name = row.text[1],
        .person_name = row.text[3] ? row.text[3] : "",
        .person = row.text[4] ? strtoull(row.text[4], NULL, 10) : 0,
    };
    civil_parse(row.text[2], &batch->at);
    struct reading reading = {arena, batch};
    return db_each(db,
                   "select i.dossier_id, i.outcome, i.reason, i.who, i.at, d.number, p.name"
                   " from batch_item i join dossier d on d.id = i.dossier_id"
                   " left join party p on p.dossier_id = d.id and p.role = 'applicant'"
                   " where i.batch_id = ? order by i.position",
                   DB_ARGS(db_number((int64_t)id)), item_row, &reading) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

static bool name_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    uint64_t dossier = strtoull(row->text[0], NULL, 10);
    for (size_t i = 0; i < reading->batch->n; i++)
        if (reading->batch->items[i].dossier == dossier) {
            reading->batch->items[i].number = arena_copy(reading->arena, row->text[1]);
            reading->batch->items[i].applicant = arena_copy(reading->arena, row->text[2]);
        }
    return true;
}

enum db_result batch_names(struct db *db, struct arena *arena, struct batch *batch)
{
    const char *json = "";
    for (size_t i = 0; i < batch->n; i++)
        json = arena_format(arena, "%s%s%llu", json, i ? "," : "",
                            (unsigned long long)batch->items[i].dossier);
    struct reading reading = {arena, batch};
    return db_each(db,
                   "select d.id, d.number, p.name from json_table(?, '$[*]' columns"
                   " (id bigint unsigned path '$')) j straight_join dossier d on d.id = j.id"
                   " left join party p on p.dossier_id = d.id and p.role = 'applicant'",
                   DB_ARGS(db_text(arena_format(arena, "[%s]", json))), name_row, &reading);
}
