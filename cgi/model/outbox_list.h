/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_OUTBOX_LIST_H
#define MOTCUA_MODEL_OUTBOX_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/* The outbox for the administrator: what did not go out. Recipients are never told. */
struct outbox_line {
    uint64_t id;
    const char *created, *channel, *state, *template_name, *number, *error; /* never NULL */
    unsigned tries;
};

/* Messages refused, unknown, or unsent OUTBOX_LATE_MIN minutes after they were due; with `all` the newest
 * OUTBOX_LINES of every state. Newest first. */
enum { OUTBOX_LATE_MIN = 60, OUTBOX_LINES = 1000 };
enum db_result outbox_each(struct db *db, const struct civil *now, bool all,
                           bool (*line)(void *context, const struct outbox_line *line), void *context);

/* A person says: send it once more. In the caller's transaction. DB_NONE: there is no such message that failed, was
 * skipped or is unknown. */
enum db_result outbox_again(struct db *db, uint64_t id, const struct civil *now);

#endif
