/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_APPOINTMENT_H
#define MOTCUA_MODEL_APPOINTMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Appointments: a time of half an hour in a group, a service, and a code. No name, no telephone number. Whoever has the
 * code may see it, cancel it, and take its ticket from half an hour before to a quarter of an hour after its beginning.
 */
enum {
    APPOINTMENT_CODE_DIGITS = 12, /* 11 random ones and their check digit */
    APPOINTMENT_BEFORE_MIN = 30,
    APPOINTMENT_AFTER_MIN = 15,
    APPOINTMENT_SLOT_MIN = 30,
    APPOINTMENT_DAYS_MAX = 60,
    APPOINTMENT_SLOTS_MAX = 48 /* of one day */
};

enum appointment_state {
    APPOINTMENT_BOOKED,
    APPOINTMENT_ARRIVED,
    APPOINTMENT_CANCELLED,
    APPOINTMENT_MISSED,
    APPOINTMENT_STATES
};
extern const char *const appointment_state_names[APPOINTMENT_STATES]; /* "booked" "arrived" "cancelled" "missed" */

/* Texts are never NULL and live in the arena. */
struct appointment {
    uint64_t id, slot, service, group, hall;
    struct civil from, to;
    enum appointment_state state;
    const char *service_name, *service_name_en, *group_name, *group_name_en;
    const char *hall_code, *hall_name, *hall_name_en;
    bool has_email;
};

/* DB_NONE: no such appointment. `code` as appointment_code_parse() gave it. */
enum db_result appointment_by_code(struct db *db, struct arena *arena, const char *code, struct appointment *out);
enum db_result appointment_by_id(struct db *db, struct arena *arena, uint64_t id, struct appointment *out);

/*
 * The bare digits of a code as people type and scan it: with spaces, dashes or dots between, or the address of its QR
 * code, ".../lich/123456789012". False: something else is in it, or the check digit does not fit.
 */
bool appointment_code_parse(const char *text, char code[APPOINTMENT_CODE_DIGITS + 1]);
/* "1234 5678 9012" */
const char *appointment_code_show(struct arena *arena, const char *code);

/* The code as it stands sealed in a message; NULL when that was tampered with. */
const char *appointment_code_unseal(struct arena *arena, const char *sealed);

/* What can be done with it at this moment. Pure. */
enum appointment_when {
    APPOINTMENT_NOW,       /* its ticket can be taken */
    APPOINTMENT_EARLY,     /* today, from appointment_opens() on */
    APPOINTMENT_LATE,      /* today, after appointment_ends() */
    APPOINTMENT_OTHER_DAY, /* on a day to come */
    APPOINTMENT_USED,      /* it has a ticket */
    APPOINTMENT_GONE       /* cancelled, missed, or its day is past */
};
enum appointment_when appointment_now(const struct appointment *appointment, const struct civil *now);
struct civil appointment_opens(const struct appointment *appointment);
struct civil appointment_ends(const struct appointment *appointment);

/* ---- what can be booked ------------------------------------------------------------------------- */

struct appointment_day {
    struct civil day;
    unsigned free; /* places left in times that have not begun */
};
/* Days of a group with places made, from today on, full ones among them. DB_OK also for none. */
enum db_result appointment_days(struct db *db, uint64_t group, const struct civil *now,
                                struct appointment_day days[APPOINTMENT_DAYS_MAX], size_t *n);

struct appointment_slot {
    uint64_t id;
    struct civil from, to;
    unsigned free;
};
/* Times of that day that have not begun, full ones among them. DB_OK also for none. */
enum db_result appointment_slots(struct db *db, uint64_t group, const struct civil *day, const struct civil *now,
                                 struct appointment_slot slots[APPOINTMENT_SLOTS_MAX], size_t *n);

/* ---- changes, in the caller's transaction -------------------------------------------------------- */

struct appointment_wish {
    uint64_t slot, service;
    const char *email;    /* "" for none */
    const char *language; /* "vi" or "en" */
};
enum appointment_booking {
    APPOINTMENT_DONE,
    APPOINTMENT_FULL, /* the last place has just been taken */
    APPOINTMENT_PAST, /* it has begun, or is no time of that service */
    APPOINTMENT_FAIL
};
/* At READ COMMITTED (a route with .numbers): of many who want the last place one has it and none starts again. */
enum appointment_booking appointment_book(struct db *db, struct arena *arena, const struct civil *now,
                                          const struct appointment_wish *wish,
                                          char code[APPOINTMENT_CODE_DIGITS + 1]);
/*
 * Another time of the same group; the code stays, and who gave an address is told the new time. APPOINTMENT_PAST also
 * when it is not booked any more. Only APPOINTMENT_DONE may be committed. At READ COMMITTED, as appointment_book().
 */
enum appointment_booking appointment_move(struct db *db, struct arena *arena, const struct appointment *appointment,
                                          uint64_t slot, const struct civil *now);
/* DB_NONE: it was not booked any more. */
enum db_result appointment_cancel(struct db *db, const struct appointment *appointment, const struct civil *now);

#endif
