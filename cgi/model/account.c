/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/account.h"

#include <stdlib.h>

#include "lib/clock.h"
#include "lib/date.h"
#include "model/session.h"

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

enum db_result account_grant_by(struct db *db, uint64_t user, const char *role, const char *agency,
                                const char *from, const char *to, uint64_t by)
{
    struct db_value who = db_number((int64_t)user), until = *to ? db_text(to) : db_null();
    if (!agency)
        return db_exec(db,
                       "insert into role_grant (user_id, role, from_date, to_date, granted_by)"
                       " values (?, ?, ?, ?, ?)",
                       DB_ARGS(who, db_text(role), db_text(from), until, db_number((int64_t)by)));
    return db_exec(db,
                   "insert into role_grant (user_id, role, agency_id, from_date, to_date, granted_by)"
                   " select ?, ?, id, ?, ?, ? from agency where code = ?",
                   DB_ARGS(who, db_text(role), db_text(from), until, db_number((int64_t)by),
                           db_text(agency)));
}

static const char *now_text(char text[DATE_TEXT_MAX])
{
    struct civil now = clock_now();
    return date_format_iso_time(text, &now);
}

enum db_result account_withdraw(struct db *db, struct arena *arena, uint64_t user, uint64_t grant,
                                uint64_t by, const char **role)
{
    char now[DATE_TEXT_MAX];
    struct db_row row;
    struct db_value which = db_number((int64_t)grant), who = db_number((int64_t)user);
    now_text(now);
    enum db_result found =
        db_one(db, arena,
               "select role from role_grant where id = ? and user_id = ? and withdrawn_at is null"
               " and (to_date is null or to_date >= date(?)) for update",
               DB_ARGS(which, who, db_text(now)), &row);
    if (found != DB_OK)
        return found;
    *role = row.text[0];
    return db_exec(db, "update role_grant set withdrawn_at = ?, withdrawn_by = ? where id = ?",
                   DB_ARGS(db_text(now), db_number((int64_t)by), which));
}

enum db_result account_close(struct db *db, uint64_t user)
{
    char now[DATE_TEXT_MAX];
    enum db_result closed =
        db_exec(db, "update user set disabled_at = ? where id = ? and disabled_at is null",
                DB_ARGS(db_text(now_text(now)), db_number((int64_t)user)));
    if (closed == DB_OK && session_end_all(db, user, "") == DB_FAIL)
        return DB_FAIL;
    return closed;
}

enum db_result account_open(struct db *db, uint64_t user)
{
    return db_exec(db,
                   "update user set disabled_at = null where id = ? and disabled_at is not null",
                   DB_ARGS(db_number((int64_t)user)));
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
