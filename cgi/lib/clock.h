/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The one clock. Every "now" of the programs is asked here, so that tests and demonstrations can
 * stand at any day. Civil time is UTC+7 by arithmetic: the time zone of the host does not matter.
 *
 * MOTCUA_CLOCK may name a file that holds "YYYY-MM-DD HH:MM:SS" (time stands still there) or
 * "+SECONDS" / "-SECONDS" (runs, moved by so much). It is read at the first call and again when it
 * has changed (one stat a call; none without the variable). A file that is missing, empty or wrong
 * leaves the last good setting in force, at first the real time. Not for several threads.
 */
#ifndef MOTCUA_LIB_CLOCK_H
#define MOTCUA_LIB_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/date.h"

struct civil clock_now(void);

/* Seconds since 1970-01-01 00:00 UTC by the same (settable) clock, for cookies and tokens. */
int64_t clock_unix(void);

/*
 * Reads the clock file anew whatever its stamp says; serve calls it once per request. False when
 * MOTCUA_CLOCK is set but the file cannot be used.
 */
bool clock_refresh(void);

/* Milliseconds that only go forward, for measuring and waiting; never set by MOTCUA_CLOCK. */
int64_t clock_monotonic_ms(void);

#endif
