/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_SCAN_H
#define MOTCUA_LIB_SCAN_H

#include <stdbool.h>

/*
 * The virus scanner: clamd, at settings.clamd ("unix:/run/clamav/clamd.ctl", or "tcp:127.0.0.1:3310": this machine
 * alone). The content goes there by INSTREAM; the scanner needs no right to the store. Whatever is not a clear "OK" is
 * never taken for one.
 */
enum scan_verdict {
    SCAN_CLEAN,
    SCAN_FOUND,   /* `note`: what */
    SCAN_REFUSED, /* the scanner will not look at this one: `note` says why */
    SCAN_AWAY     /* no scanner, no answer, not in time: ask later */
};
enum { SCAN_NOTE_MAX = 120 };

/* Sends all of the file, from its beginning; its offset stays. `ms`: for all of it, LIMIT_SCAN_MS usually. */
enum scan_verdict scan_file(int fd, int ms, char note[SCAN_NOTE_MAX]);

/* Does it answer? */
bool scan_answers(void);

#endif
