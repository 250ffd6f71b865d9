/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_APPOINTMENT_CARE_H
#define MOTCUA_MODEL_APPOINTMENT_CARE_H

#include <stdint.h>

#include "lib/db.h"

/*
 * Background work on appointments, each in the caller's transaction, adding to *count: DB_OK when there may be more,
 * DB_NONE when that was all, DB_FAIL.
 */

/*
 * Times of the days ahead: each whole half hour inside the shifts of the hall and the hours of the group, for
 * hall.book_days days, with service_group.slot_capacity places. What no longer fits (a new holiday, other hours, a
 * smaller number) takes nobody any more; who has booked keeps the place. Does all halls at once.
 */
enum db_result appointment_slots_make(struct db *db, uint64_t *count);

/* Who did not come until a quarter of an hour after the time has missed it. */
enum db_result appointment_missed(struct db *db, uint64_t *count);

/* The confirmation to who gave an address, and a reminder on the day before. */
enum db_result appointment_tell(struct db *db, uint64_t *count);

/* Addresses and sealed codes are removed a day after the visit, and from messages that ended two days ago. */
enum db_result appointment_forget(struct db *db, uint64_t *count);

#endif
