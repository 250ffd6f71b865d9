/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_SUPERVISE_H
#define MOTCUA_LIB_SUPERVISE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A parent that keeps N workers alive. It knows processes, one listening descriptor and a page of shared
 * memory with a slot a worker; nothing of HTTP.
 *
 *   TERM, INT   workers finish their request and leave; after SUPERVISE_GRACE_S they are killed
 *   HUP         workers are replaced one by one, each next one only when the last replacement is ready
 *   a crash     the worker comes back after 10 ms, doubling to 200 ms while it crashes before a good
 *               request or a second of life; the parent never gives up
 *   a hang      a worker longer than hang_s in one request is killed and replaced
 *
 * Workers get TERM when the parent dies. If NOTIFY_SOCKET is set, systemd is told READY=1, STOPPING=1 and,
 * with WATCHDOG_USEC, WATCHDOG=1.
 */
#define SUPERVISE_GRACE_S 20
#define SUPERVISE_IDLE_MS 500

/* What a worker tells its parent. Written by the worker, read by both. */
struct supervise_slot {
    _Atomic int64_t started_ms; /* monotonic; 0 between requests */
    _Atomic uint64_t served;    /* finished requests of this life */
    _Atomic int ready;          /* this worker accepts */
};

/* A worker's whole life: returns the exit status. `slot` is its own. */
typedef int supervise_worker(struct supervise_slot *slot, void *context);

struct supervise {
    const char *name;
    int workers;
    int hang_s;
    supervise_worker *run;
    /* Called in the parent every SUPERVISE_IDLE_MS while all workers are well; must be short. True: the
     * workers are to be replaced one by one, as after HUP. NULL: not called. */
    bool (*idle)(void *context);
    void *context;
};

/* Runs until TERM or INT. Returns the exit status of the program. */
int supervise(const struct supervise *plan);

/* In a worker: has TERM come? Signals reach it only between supervise_listen_begin and _end. */
bool supervise_ending(void);
void supervise_listen_begin(void);
void supervise_listen_end(void);

#endif
