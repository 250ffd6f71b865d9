/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/session.h"

#include <stdlib.h>

#include "lib/clock.h"
#include "lib/token.h"

#define TOUCH_S 60

static const char *text_of(char text[DATE_TEXT_MAX], const struct civil *at, int64_t move_s)
{
    struct civil moved = civil_from_second(civil_second(at) + move_s);
    return date_format_iso_time(text, &moved);
}

enum db_result session_add(struct db *db, struct arena *arena, uint64_t user, const char *address,
                           const char *agent, const char **token)
{
    uint8_t hash[TOKEN_HASH_BYTES], secret[TOKEN_HASH_BYTES];
    *token = token_random(arena);
    token_hash(*token, hash);
    token_hash(token_random(arena), secret);
    char now[DATE_TEXT_MAX], end[DATE_TEXT_MAX];
    struct civil at = clock_now();
    text_of(now, &at, 0);
    text_of(end, &at, SESSION_HOURS * 3600);
    return db_exec(db,
                   "insert into session (token_hash, audience, user_id, csrf_secret, created_at,"
                   " seen_at, expires_at, address, agent)"
                   " values (?, 'staff', ?, ?, ?, ?, ?, left(?, 45), left(?, 200))",
                   DB_ARGS(db_bytes(hash, sizeof hash), db_number((int64_t)user),
                           db_bytes(secret, sizeof secret), db_text(now), db_text(now),
                           db_text(end), db_text(address), db_text(agent)));
}

enum db_result session_find(struct db *db, struct arena *arena, const char *token,
                            const struct civil *now, struct session *session)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char moment[DATE_TEXT_MAX], idle[DATE_TEXT_MAX], touch[DATE_TEXT_MAX], day[DATE_TEXT_MAX];
    struct db_value today = db_text(date_format_iso(day, now));
    struct db_row row;
    token_hash(token, hash);
    text_of(moment, now, 0);
    text_of(idle, now, -SESSION_IDLE_S);
    text_of(touch, now, -TOUCH_S);
    enum db_result found = db_one(
        db, arena,
        "select s.id, u.id, u.login, u.name, u.title, if(a.short = '', a.name, a.short),"
        " lower(hex(s.csrf_secret)), s.seen_at <= ?,"
        " (select ifnull(bit_or(1 << g.role), 0) from role_grant g where g.user_id = u.id"
        "  and g.from_date <= ? and (g.to_date is null or g.to_date >= ?)"
        "  and g.withdrawn_at is null)"
        " | (select ifnull(bit_or(1 << g.role), 0) from substitution v"
        "  join user o on o.id = v.absent_id and o.disabled_at is null"
        "  join role_grant g on g.user_id = v.absent_id and g.role <> 'admin'"
        "  where v.substitute_id = u.id and v.from_date <= ? and v.to_date >= ?"
        "  and v.withdrawn_at is null and g.from_date <= ?"
        "  and (g.to_date is null or g.to_date >= ?) and g.withdrawn_at is null)"
        " from session s join user u on u.id = s.user_id join agency a on a.id = u.agency_id"
        " where s.token_hash = ? and s.audience = 'staff' and s.ended_at is null and s.expires_at > ?"
        " and s.seen_at > ? and u.disabled_at is null",
        DB_ARGS(db_text(touch), today, today, today, today, today, today,
                db_bytes(hash, sizeof hash), db_text(moment), db_text(idle)),
        &row);
    if (found != DB_OK)
        return found;
    *session = (struct session){
        .id = strtoull(row.text[0], NULL, 10),
        .user = strtoull(row.text[1], NULL, 10),
        .login = row.text[2],
        .name = row.text[3],
        .title = row.text[4],
        .unit = row.text[5],
        .binding = row.text[6],
        .seen_long_ago = row.text[7][0] == '1',
        .roles = (unsigned)strtoul(row.text[8], NULL, 10),
    };
    return DB_OK;
}

enum db_result session_touch(struct db *db, uint64_t id, const struct civil *now)
{
    char moment[DATE_TEXT_MAX];
    text_of(moment, now, 0);
    enum db_result result = db_begin(db);
    if (result != DB_FAIL)
        result = db_exec(db, "update session set seen_at = greatest(seen_at, ?) where id = ?",
                         DB_ARGS(db_text(moment), db_number((int64_t)id)));
    if (result != DB_FAIL)
        result = db_commit(db);
    if (result == DB_FAIL)
        db_rollback(db);
    return result;
}

enum db_result session_end(struct db *db, uint64_t user, uint64_t id)
{
    char moment[DATE_TEXT_MAX];
    struct civil now = clock_now();
    text_of(moment, &now, 0);
    return db_exec(db,
                   "update session set ended_at = ? where id = ? and user_id = ? and ended_at is null",
                   DB_ARGS(db_text(moment), db_number((int64_t)id), db_number((int64_t)user)));
}

enum db_result session_end_bound(struct db *db, uint64_t user, const char *binding)
{
    char moment[DATE_TEXT_MAX];
    struct civil now = clock_now();
    text_of(moment, &now, 0);
    return db_exec(db,
                   "update session set ended_at = ? where user_id = ?"
                   " and csrf_secret = unhex(?) and ended_at is null",
                   DB_ARGS(db_text(moment), db_number((int64_t)user), db_text(binding)));
}

enum db_result session_end_all(struct db *db, uint64_t user, const char *keep)
{
    char moment[DATE_TEXT_MAX];
    struct civil now = clock_now();
    text_of(moment, &now, 0);
    return db_exec(db,
                   "update session set ended_at = ? where user_id = ? and csrf_secret <> unhex(?)"
                   " and ended_at is null",
                   DB_ARGS(db_text(moment), db_number((int64_t)user), db_text(keep)));
}

/* "2026-03-23 16:30:00" as people read it. */
static void put_time(struct data *item, const char *name, const char *text)
{
    struct civil at;
    char out[DATE_TEXT_MAX];
    data_set(item, name, text && civil_parse(text, &at) ? date_format_short(out, &at) : "");
}

struct listing {
    struct data *data;
    const char *list;
};

static bool listing_row(void *context, const struct db_row *row)
{
    const struct listing *listing = context;
    struct data *item = data_add(listing->data, listing->list);
    data_set(item, "Id", row->text[0]);
    put_time(item, "Since", row->text[1]);
    put_time(item, "Seen", row->text[2]);
    data_set(item, "Address", row->text[3]);
    data_set(item, "Agent", row->text[4]);
    data_set_flag(item, "Current", row->text[5][0] == '1');
    return true;
}

enum db_result session_list(struct db *db, struct data *data, const char *list, uint64_t user,
                            const char *binding, const struct civil *now)
{
    char moment[DATE_TEXT_MAX], idle[DATE_TEXT_MAX];
    text_of(moment, now, 0);
    text_of(idle, now, -SESSION_IDLE_S);
    return db_each(db,
                   "select id, created_at, seen_at, address, agent, csrf_secret = unhex(?)"
                   " from session where user_id = ? and audience = 'staff'"
                   " and ended_at is null and expires_at > ? and seen_at > ?"
                   " order by created_at desc, id desc limit 50",
                   DB_ARGS(db_text(binding), db_number((int64_t)user), db_text(moment),
                           db_text(idle)),
                   listing_row, &(struct listing){data, list});
}
