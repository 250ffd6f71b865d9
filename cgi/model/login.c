/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/login.h"

#include <sodium.h>
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/totp.h"

#define STATE_BYTES 12

static const char *now_text(char text[DATE_TEXT_MAX])
{
    struct civil now = clock_now();
    return date_format_iso_time(text, &now);
}

/* ---- reading ------------------------------------------------------------------------------ */

static const char *state_of(struct arena *arena, const struct db_row *row)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char *hex = arena_take(arena, 2 * STATE_BYTES + 1);
    token_keyed_hash(KEY_COOKIE,
                     arena_format(arena, "credentials|%s|%s|%s|%s", row->text[0],
                                  row->text[3] ? row->text[3] : "",
                                  row->text[4] ? row->text[4] : "", row->text[5]),
                     hash);
    return sodium_bin2hex(hex, 2 * STATE_BYTES + 1, hash, STATE_BYTES);
}

static enum db_result fill(struct db *db, struct arena *arena, const char *sql,
                           struct db_value wanted, struct credentials *one)
{
    char now[DATE_TEXT_MAX];
    struct db_row row;
    *one = (struct credentials){.login = "", .name = "", .state = ""};
    enum db_result found = db_one(db, arena, sql, DB_ARGS(db_text(now_text(now)), wanted), &row);
    if (found != DB_OK)
        return found;
    *one = (struct credentials){
        .user = strtoull(row.text[0], NULL, 10),
        .login = row.text[1],
        .name = row.text[2],
        .password_hash = row.text[3],
        .last_step = strtoull(row.text[5], NULL, 10),
        .closed = row.text[6][0] == '1',
        .first_password = row.text[7][0] == '1',
        .state = state_of(arena, &row),
    };
    one->seed = totp_open(arena, one->user, row.text[4]);
    /* A seed that cannot be opened is not the same as none: that would let anybody enrol. */
    if (row.text[4] && !one->seed)
        one->closed = true;
    return DB_OK;
}

#define CREDENTIALS \
    "select id, login, name, password_hash, totp_sealed, ifnull(totp_last_step, 0)," \
    " disabled_at is not null or ifnull(password_until < ?, false), password_changed_at is null from user"

enum db_result login_by_name(struct db *db, struct arena *arena, const char *login,
                             struct credentials *one)
{
    return fill(db, arena, CREDENTIALS " where login = ? for update", db_text(login), one);
}

enum db_result login_by_user(struct db *db, struct arena *arena, uint64_t user,
                             struct credentials *one)
{
    return fill(db, arena, CREDENTIALS " where id = ?", db_number((int64_t)user), one);
}

/* ---- changing ------------------------------------------------------------------------------- */

enum db_result login_set_password(struct db *db, uint64_t user, const char *hash)
{
    char now[DATE_TEXT_MAX];
    return db_exec(db,
                   "update user set password_hash = ?, password_changed_at = ?, password_until = null"
                   " where id = ?",
                   DB_ARGS(db_text(hash), db_text(now_text(now)), db_number((int64_t)user)));
}

enum db_result login_rehash(struct db *db, uint64_t user, const char *hash)
{
    return db_exec(db, "update user set password_hash = ? where id = ?",
                   DB_ARGS(db_text(hash), db_number((int64_t)user)));
}

enum db_result login_reset(struct db *db, uint64_t user, const char *hash,
                           const struct civil *until)
{
    char end[DATE_TEXT_MAX];
    date_format_iso_time(end, until);
    struct db_value who = db_number((int64_t)user);
    enum db_result result =
        db_exec(db,
                "update user set password_hash = ?, password_changed_at = null, password_until = ?,"
                " totp_sealed = null, totp_last_step = null where id = ?",
                DB_ARGS(db_text(hash), db_text(end), who));
    if (result != DB_OK)
        return result;
    if (db_exec(db, "delete from recovery_code where user_id = ?", DB_ARGS(who)) == DB_FAIL ||
        db_exec(db, "delete from known_browser where user_id = ?", DB_ARGS(who)) == DB_FAIL)
        return DB_FAIL;
    return DB_OK;
}

enum db_result login_set_seed(struct db *db, struct arena *arena, uint64_t user, const char *seed,
                              uint64_t step)
{
    return db_exec(db, "update user set totp_sealed = ?, totp_last_step = ? where id = ?",
                   DB_ARGS(db_text(totp_seal(arena, user, seed)), db_number((int64_t)step),
                           db_number((int64_t)user)));
}

/* ---- using a code ---------------------------------------------------------------------------- */

/* People type "123 456". */
static const char *digits_of(struct arena *arena, const char *typed)
{
    char *digits = arena_copy(arena, typed);
    size_t n = 0;
    for (const char *c = typed; *c; c++)
        if (*c != ' ')
            digits[n++] = *c;
    digits[n] = '\0';
    return digits;
}

enum db_result login_use_code(struct db *db, struct arena *arena, const struct credentials *one,
                              const char *typed, bool *recovery)
{
    const char *digits = digits_of(arena, typed);
    *recovery = strlen(digits) != TOTP_DIGITS || !text_is_digits(digits);
    if (*recovery)
        return login_recovery_use(db, arena, one->user, typed);
    uint64_t step;
    if (!one->seed || !totp_ok(one->seed, digits, clock_unix(), one->last_step, &step))
        return DB_NONE;
    /* Of two at the same moment one changes the row. */
    return db_exec(db,
                   "update user set totp_last_step = ? where id = ? and ifnull(totp_last_step, 0) < ?",
                   DB_ARGS(db_number((int64_t)step), db_number((int64_t)one->user),
                           db_number((int64_t)step)));
}
