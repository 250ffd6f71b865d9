/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "model/workflow_publish.h"

enum db_result workflow_draft_read(struct db *db, struct arena *arena, const char *code, struct workflow_draft *draft)
{
    struct db_row row;
    enum db_result result = db_one(db, arena,
                                   "select d.body, d.version, ifnull(u.name, ''), d.saved_at from workflow_draft d"
                                   " left join user u on u.id = d.saved_by where d.code = ?",
                                   DB_ARGS(db_text(code)), &row);
    if (result != DB_OK)
        return result;
    *draft = (struct workflow_draft){
        .body = row.text[0],
        .version = (unsigned)strtoul(row.text[1], NULL, 10),
        .by = row.text[2],
    };
    civil_parse(row.text[3], &draft->saved_at);
    return DB_OK;
}

enum db_result workflow_draft_save(struct db *db, const char *code, const char *body, unsigned version, uint64_t user,
                                   const struct civil *now)
{
    char moment[DATE_TEXT_MAX];
    struct db_value by = user ? db_number((int64_t)user) : db_null();
    date_format_iso_time(moment, now);
    if (version)
        return db_exec(db,
                       "update workflow_draft set body = ?, version = version + 1, saved_at = ?, saved_by = ?"
                       " where code = ? and version = ?",
                       DB_ARGS(db_text(body), db_text(moment), by, db_text(code), db_number(version)));
    return db_exec(db, "insert ignore into workflow_draft (code, body, saved_at, saved_by) values (?, ?, ?, ?)",
                   DB_ARGS(db_text(code), db_text(body), db_text(moment), by));
}

enum db_result workflow_draft_drop(struct db *db, const char *code)
{
    return db_exec(db, "delete from workflow_draft where code = ?", DB_ARGS(db_text(code)));
}
