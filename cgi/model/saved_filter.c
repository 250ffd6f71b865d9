/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/saved_filter.h"

#include "model/worklist.h"

enum db_result saved_filter_put(struct db *db, uint64_t user, const char *name, const char *query,
                                bool is_default, const struct civil *now)
{
    char at[DATE_TEXT_MAX];
    struct db_value who = db_number((int64_t)user);
    if (is_default && db_exec(db,
                              "update saved_filter set is_default = false where user_id = ? and is_default",
                              DB_ARGS(who)) == DB_FAIL)
        return DB_FAIL;
    return db_exec(db,
                   "insert into saved_filter (user_id, name, query, is_default, created_at)"
                   " select ?, ?, ?, ?, ? from dual where (select count(*) from saved_filter"
                   "  where user_id = ? and name <> ?) < ?"
                   " on duplicate key update query = values(query), is_default = values(is_default)",
                   DB_ARGS(who, db_text(name), db_text(query), db_number(is_default),
                           db_text(date_format_iso_time(at, now)), who, db_text(name),
                           db_number(SAVED_MAX)));
}

enum db_result saved_filter_drop(struct db *db, uint64_t user, uint64_t id)
{
    return db_exec(db, "delete from saved_filter where id = ? and user_id = ?",
                   DB_ARGS(db_number((int64_t)id), db_number((int64_t)user)));
}
