/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The calendar the deadline tests stand on: the State's working days of 2024 to 2026, office hours
 * 07:30-11:30 and 13:00-17:00, Monday to Friday. Written out here, so that a change of the sample
 * data cannot move an expected due time.
 */
#ifndef MOTCUA_TESTS_WORKTIME_SAMPLE_H
#define MOTCUA_TESTS_WORKTIME_SAMPLE_H

#include "model/worktime.h"

const struct worktime_calendar *sample_calendar(void);

/* "2026-02-11 16:10" as a civil minute; stops the program when it is none. */
int64_t at(const char *text);
/* The other way, in a static buffer of its own for each of four calls. */
const char *when(int64_t minute);

/* splitmix64: the same numbers on every machine. */
struct dice {
    uint64_t state;
};
uint64_t dice_roll(struct dice *dice);
int dice_between(struct dice *dice, int least, int most);

/* MOTCUA_TEST_SEED, or a new one each run; printed, so that a failure can be repeated. */
uint64_t dice_seed(void);

#endif
