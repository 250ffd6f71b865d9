/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/password.h"

#define PLACES 2
#define PAUSE_US 5000

/*
 * A file without a name whose first bytes are the places. A record lock belongs to one process and ends with
 * it, so that a worker that dies never keeps its place.
 */
static int gate = -1;
static int place = -1; /* this worker's own */

static bool set_lock(int at, short type)
{
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = at, .l_len = 1};
    return fcntl(gate, F_SETLK, &lock) == 0;
}

void password_gate_open(void)
{
    gate = memfd_create("motcua-passwords", MFD_CLOEXEC);
    if (gate < 0)
        log_warn("passwords are not limited to %d at a time: no memory file", PLACES);
}

bool password_gate_enter(int wait_ms)
{
    if (gate < 0 || place >= 0)
        return true;
    for (int64_t end = clock_monotonic_ms() + wait_ms;; usleep(PAUSE_US)) {
        for (int at = 0; at < PLACES; at++) {
            if (set_lock(at, F_WRLCK)) {
                place = at;
                return true;
            }
        }
        if (clock_monotonic_ms() >= end)
            return false;
    }
}

void password_gate_leave(void)
{
    if (place >= 0)
        set_lock(place, F_UNLCK);
    place = -1;
}
