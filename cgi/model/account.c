/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/account.h"

#include <stdlib.h>

/* The agency's number, or DB_NONE. */
static enum db_result agency_of(struct db *db, struct arena *arena, const char *code, int64_t *id)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select id from agency where code = ?", DB_ARGS(db_text(code)), &row);
    if (result == DB_OK)
        *id = strtoll(row.text[0], NULL, 10);
    return result;
}

enum db_result account_add(struct db *db, struct arena *arena, const struct account *account,
                           uint64_t *id)
{
    int64_t agency;
    enum db_result result = agency_of(db, arena, account->agency, &agency);
    if (result != DB_OK)
        return result;
    result = db_exec(db,
                     "insert into user (login, name, title, agency_id, email, phone, password_hash)"
                     " values (?, ?, ifnull(?, ''), ?, ifnull(?, ''), ifnull(?, ''), ?)",
                     DB_ARGS(db_text(account->login), db_text(account->name),
                             db_text(account->title), db_number(agency), db_text(account->email),
                             db_text(account->phone), db_text(account->password_hash)));
    *id = db_inserted(db);
    return result;
}

enum db_result account_grant(struct db *db, uint64_t user, const char *role, const char *agency,
                             const char *from)
{
    if (!agency)
        return db_exec(db, "insert into role_grant (user_id, role, from_date) values (?, ?, ?)",
                       DB_ARGS(db_number((int64_t)user), db_text(role), db_text(from)));
    return db_exec(db,
                   "insert into role_grant (user_id, role, agency_id, from_date)"
                   " select ?, ?, id, ? from agency where code = ?",
                   DB_ARGS(db_number((int64_t)user), db_text(role), db_text(from), db_text(agency)));
}

enum db_result account_find(struct db *db, struct arena *arena, const char *login, uint64_t *id)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select id from user where login = ? and disabled_at is null",
               DB_ARGS(db_text(login)), &row);
    if (result == DB_OK)
        *id = strtoull(row.text[0], NULL, 10);
    return result;
}

const char *account_first_agency(struct db *db, struct arena *arena)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select code from agency order by kind <> 'centre', parent_id is not null, position, id limit 1",
               DB_ARGS(), &row);
    return result == DB_OK ? row.text[0] : NULL;
}
