/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/appointment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/damm.h"
#include "lib/token.h"
#include "model/ticket_words.h"

#define DIGITS_RANDOM (APPOINTMENT_CODE_DIGITS - 1)
#define DIGITS_RANGE 100000000000 /* 10 to the power of DIGITS_RANDOM */
#define SEAL_PURPOSE "appointment"

const char *const appointment_state_names[APPOINTMENT_STATES] = {"booked", "arrived", "cancelled", "missed"};

/* ---- the code ------------------------------------------------------------------------------------ */

static void code_hash(struct arena *arena, const char *code, uint8_t hash[TOKEN_HASH_BYTES])
{
    token_keyed_hash(KEY_LOOKUP, arena_format(arena, "appointment|%s", code), hash);
}

static void code_make(char code[APPOINTMENT_CODE_DIGITS + 1])
{
    uint64_t random;
    token_random_bytes(&random, sizeof random);
    snprintf(code, APPOINTMENT_CODE_DIGITS + 1, "%0*llu", DIGITS_RANDOM,
             (unsigned long long)(random % DIGITS_RANGE));
    code[DIGITS_RANDOM] = damm_digit(code, DIGITS_RANDOM);
    code[APPOINTMENT_CODE_DIGITS] = '\0';
}

static const char *after_address(const char *text)
{
    const char *code = text;
    for (const char *at = strstr(text, "/lich/"); at; at = strstr(at + 1, "/lich/"))
        code = at + strlen("/lich/");
    return code;
}

bool appointment_code_parse(const char *text, char code[APPOINTMENT_CODE_DIGITS + 1])
{
    char digits[APPOINTMENT_CODE_DIGITS + 1];
    size_t n = 0;
    for (const char *at = after_address(text); *at; at++) {
        if (*at >= '0' && *at <= '9' && n < APPOINTMENT_CODE_DIGITS)
            digits[n++] = *at;
        else if (!strchr(" -.", *at))
            return false;
    }
    digits[n] = '\0';
    if (n != APPOINTMENT_CODE_DIGITS || !damm_valid(digits, n))
        return false;
    memcpy(code, digits, sizeof digits);
    return true;
}

const char *appointment_code_show(struct arena *arena, const char *code)
{
    return arena_format(arena, "%.4s %.4s %.4s", code, code + 4, code + 8);
}

const char *appointment_code_unseal(struct arena *arena, const char *sealed)
{
    return token_open(arena, KEY_LOOKUP, SEAL_PURPOSE, sealed);
}

/* ---- one appointment ----------------------------------------------------------------------------- */

#define ONE                                                                                          \
    "select a.id, a.slot_id, a.service_id, t.group_id, g.hall_id, timestamp(t.day, t.from_time),"    \
    " timestamp(t.day, t.to_time), a.state, s.name, s.name_en, g.name, g.name_en, h.code, h.name,"   \
    " h.name_en, a.email <> ''"                                                                      \
    " from appointment a join appointment_slot t on t.id = a.slot_id"                                \
    " join service s on s.id = a.service_id join service_group g on g.id = t.group_id"               \
    " join hall h on h.id = g.hall_id "

static uint64_t id_of(const char *text)
{
    return strtoull(text, NULL, 10);
}

static enum db_result one_read(enum db_result found, const struct db_row *row, struct appointment *out)
{
    if (found != DB_OK)
        return found;
    const char *const *t = row->text;
    *out = (struct appointment){
        .id = id_of(t[0]),
        .slot = id_of(t[1]),
        .service = id_of(t[2]),
        .group = id_of(t[3]),
        .hall = id_of(t[4]),
        .state = (enum appointment_state)ticket_word(appointment_state_names, APPOINTMENT_STATES, t[7]),
        .service_name = t[8],
        .service_name_en = t[9],
        .group_name = t[10],
        .group_name_en = t[11],
        .hall_code = t[12],
        .hall_name = t[13],
        .hall_name_en = t[14],
        .has_email = t[15][0] == '1',
    };
    return civil_parse(t[5], &out->from) && civil_parse(t[6], &out->to) ? DB_OK : DB_FAIL;
}

enum db_result appointment_by_code(struct db *db, struct arena *arena, const char *code, struct appointment *out)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    struct db_row row;
    code_hash(arena, code, hash);
    enum db_result found =
        db_one(db, arena, ONE "where a.code_hash = ?", DB_ARGS(db_bytes(hash, sizeof hash)), &row);
    return one_read(found, &row, out);
}

enum db_result appointment_by_id(struct db *db, struct arena *arena, uint64_t id, struct appointment *out)
{
    struct db_row row;
    enum db_result found = db_one(db, arena, ONE "where a.id = ?", DB_ARGS(db_id(id)), &row);
    return one_read(found, &row, out);
}

struct civil appointment_opens(const struct appointment *appointment)
{
    return civil_from_minute(civil_minute(&appointment->from) - APPOINTMENT_BEFORE_MIN);
}

struct civil appointment_ends(const struct appointment *appointment)
{
    return civil_from_minute(civil_minute(&appointment->from) + APPOINTMENT_AFTER_MIN);
}

enum appointment_when appointment_now(const struct appointment *appointment, const struct civil *now)
{
    int64_t minute = civil_minute(now), from = civil_minute(&appointment->from);
    int today = civil_day(now), day = civil_day(&appointment->from);
    if (appointment->state == APPOINTMENT_ARRIVED)
        return day == today ? APPOINTMENT_USED : APPOINTMENT_GONE;
    if (appointment->state == APPOINTMENT_CANCELLED || day < today)
        return APPOINTMENT_GONE;
    if (day > today)
        return APPOINTMENT_OTHER_DAY;
    if (minute < from - APPOINTMENT_BEFORE_MIN)
        return APPOINTMENT_EARLY;
    return minute <= from + APPOINTMENT_AFTER_MIN ? APPOINTMENT_NOW : APPOINTMENT_LATE;
}

/* ---- what can be booked -------------------------------------------------------------------------- */

struct day_list {
    struct appointment_day *days;
    size_t n;
};

static bool day_add(void *context, const struct db_row *row)
{
    struct day_list *list = context;
    struct appointment_day *day = &list->days[list->n];
    if (!civil_parse(row->text[0], &day->day))
        return true;
    day->free = (unsigned)strtoul(row->text[1], NULL, 10);
    return ++list->n < APPOINTMENT_DAYS_MAX;
}

enum db_result appointment_days(struct db *db, uint64_t group, const struct civil *now,
                                struct appointment_day days[APPOINTMENT_DAYS_MAX], size_t *n)
{
    struct day_list list = {.days = days};
    char moment[DATE_TEXT_MAX];
    date_format_iso_time(moment, now);
    enum db_result found =
        db_each(db,
                "select day, sum(greatest(capacity, taken) - taken) from appointment_slot"
                " where group_id = ? and day >= date(?) and timestamp(day, from_time) > ? and capacity > 0"
                " group by day order by day",
                DB_ARGS(db_id(group), db_text(moment), db_text(moment)), day_add, &list);
    *n = list.n;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

struct slot_list {
    struct appointment_slot *slots;
    size_t n;
};

static bool slot_add(void *context, const struct db_row *row)
{
    struct slot_list *list = context;
    struct appointment_slot *slot = &list->slots[list->n];
    slot->id = id_of(row->text[0]);
    if (!civil_parse(row->text[1], &slot->from) || !civil_parse(row->text[2], &slot->to))
        return true;
    slot->free = (unsigned)strtoul(row->text[3], NULL, 10);
    return ++list->n < APPOINTMENT_SLOTS_MAX;
}

enum db_result appointment_slots(struct db *db, uint64_t group, const struct civil *day, const struct civil *now,
                                 struct appointment_slot slots[APPOINTMENT_SLOTS_MAX], size_t *n)
{
    struct slot_list list = {.slots = slots};
    char date[DATE_TEXT_MAX], moment[DATE_TEXT_MAX];
    date_format_iso(date, day);
    date_format_iso_time(moment, now);
    enum db_result found =
        db_each(db,
                "select id, timestamp(day, from_time), timestamp(day, to_time), capacity - taken"
                " from appointment_slot where group_id = ? and day = ? and timestamp(day, from_time) > ?"
                " and capacity > 0 order by from_time",
                DB_ARGS(db_id(group), db_text(date), db_text(moment)), slot_add, &list);
    *n = list.n;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- changes ------------------------------------------------------------------------------------- */

static enum appointment_booking why_not(struct db *db, struct arena *arena, uint64_t slot, const char *moment)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena,
               "select 1 from appointment_slot where id = ? and taken >= capacity and capacity > 0"
               " and timestamp(day, from_time) > ?",
               DB_ARGS(db_id(slot), db_text(moment)), &row);
    if (found == DB_FAIL)
        return APPOINTMENT_FAIL;
    return found == DB_OK ? APPOINTMENT_FULL : APPOINTMENT_PAST;
}

enum appointment_booking appointment_book(struct db *db, struct arena *arena, const struct civil *now,
                                          const struct appointment_wish *wish,
                                          char code[APPOINTMENT_CODE_DIGITS + 1])
{
    char moment[DATE_TEXT_MAX];
    uint8_t hash[TOKEN_HASH_BYTES];
    date_format_iso_time(moment, now);
    enum db_result got = db_exec(
        db,
        "update appointment_slot set taken = taken + 1 where id = ? and taken < capacity"
        " and timestamp(day, from_time) > ?"
        " and group_id = (select s.group_id from service s join service_group g on g.id = s.group_id"
        " where s.id = ? and s.is_active and g.is_active)",
        DB_ARGS(db_id(wish->slot), db_text(moment), db_id(wish->service)));
    if (got != DB_OK)
        return got == DB_FAIL ? APPOINTMENT_FAIL : why_not(db, arena, wish->slot, moment);
    code_make(code);
    code_hash(arena, code, hash);
    const char *sealed = *wish->email ? token_seal(arena, KEY_LOOKUP, SEAL_PURPOSE, code, 0) : NULL;
    got = db_exec(db,
                  "insert into appointment (slot_id, service_id, code_hash, code_sealed, email, language, booked_at,"
                  " changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                  DB_ARGS(db_id(wish->slot), db_id(wish->service), db_bytes(hash, sizeof hash), db_text(sealed),
                          db_text(wish->email), db_text(wish->language), db_text(moment), db_text(moment)));
    return got == DB_OK ? APPOINTMENT_DONE : APPOINTMENT_FAIL;
}

static enum db_result place_free(struct db *db, uint64_t slot)
{
    return db_exec(db, "update appointment_slot set taken = taken - 1 where id = ? and taken > 0",
                   DB_ARGS(db_id(slot)));
}

enum appointment_booking appointment_move(struct db *db, struct arena *arena, const struct appointment *appointment,
                                          uint64_t slot, const struct civil *now)
{
    char moment[DATE_TEXT_MAX];
    date_format_iso_time(moment, now);
    if (slot == appointment->slot)
        return APPOINTMENT_DONE;
    enum db_result got = db_exec(db,
                                 "update appointment_slot set taken = taken + 1 where id = ? and taken < capacity"
                                 " and timestamp(day, from_time) > ? and group_id = ?",
                                 DB_ARGS(db_id(slot), db_text(moment), db_id(appointment->group)));
    if (got != DB_OK)
        return got == DB_FAIL ? APPOINTMENT_FAIL : why_not(db, arena, slot, moment);
    got = db_exec(db,
                  "update appointment set slot_id = ?, told = 'none', changed_at = ?"
                  " where id = ? and slot_id = ? and state = 'booked'",
                  DB_ARGS(db_id(slot), db_text(moment), db_id(appointment->id), db_id(appointment->slot)));
    if (got == DB_OK && place_free(db, appointment->slot) == DB_FAIL)
        return APPOINTMENT_FAIL;
    return got == DB_OK ? APPOINTMENT_DONE : got == DB_NONE ? APPOINTMENT_PAST : APPOINTMENT_FAIL;
}

enum db_result appointment_cancel(struct db *db, const struct appointment *appointment, const struct civil *now)
{
    char moment[DATE_TEXT_MAX];
    date_format_iso_time(moment, now);
    enum db_result done =
        db_exec(db, "update appointment set state = 'cancelled', changed_at = ? where id = ? and state = 'booked'",
                DB_ARGS(db_text(moment), db_id(appointment->id)));
    return done == DB_OK ? place_free(db, appointment->slot) : done;
}
