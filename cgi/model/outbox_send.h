/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_OUTBOX_SEND_H
#define MOTCUA_MODEL_OUTBOX_SEND_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Sending what stands in the outbox: each message is given away at most once, and as a rule exactly once.
 *
 *   waiting ─claim→ sending ─hand→ handed ─end→ sent | failed | waiting (again later)
 *
 * A process claims a message with a random mark, for OUTBOX_CLAIM_MIN minutes; every later step asks for the mark,
 * so that of two processes one sends it and one that slept too long does nothing more. `handed` is committed
 * just before the byte that makes the message the other server's. A message whose process died before
 * that is waiting again; one whose process or connection died behind it may or may not have arrived: it becomes
 * `unknown` and nobody but a person tries it again (`motcua outbox again ID`).
 *
 * Each call is a transaction of its own.
 */
enum { OUTBOX_CLAIM_MIN = 10, OUTBOX_TRIES = 10, OUTBOX_MARK_BYTES = 16 };

struct outbox_letter {
    uint64_t id;
    const char *channel; /* "mail" or "sms" */
    const char *recipient, *template_name, *lang;
    const char *data; /* JSON, "" for none */
    const char *rate; /* address where what it tells can be rated; NULL or "" for none */
    struct civil created;
    unsigned tries; /* before this one */
    uint8_t mark[OUTBOX_MARK_BYTES];
};

/* The message of this channel that has been due longest. DB_NONE: none is due. */
enum db_result outbox_claim(struct db *db, struct arena *arena, const char *channel, const struct civil *now,
                            struct outbox_letter *letter);
/* It is about to be given away. DB_NONE: it is not ours any more. */
enum db_result outbox_hand(struct db *db, const struct outbox_letter *letter);

enum outbox_end {
    OUTBOX_SENT,
    OUTBOX_AGAIN,   /* counts as a try: later and later, after OUTBOX_TRIES never */
    OUTBOX_HELD,    /* not the message's fault: again in a minute, for ever */
    OUTBOX_FAILED,
    OUTBOX_UNKNOWN
};
/* `error` names nobody. Tries again for a minute while the database is away. DB_NONE: it was not ours any more. */
enum db_result outbox_end(struct db *db, const struct outbox_letter *letter, enum outbox_end end,
                          const char *error, const struct civil *now);

/* Messages whose process died. The rows are added to *count. */
enum db_result outbox_recover(struct db *db, const struct civil *now, uint64_t *count);
/* The centre does not use this channel: what waits is skipped. */
enum db_result outbox_skip(struct db *db, const char *channel, uint64_t *count);
/* Setting sms_marks: short messages with Vietnamese marks ("1") or without. */
enum db_result outbox_marks(struct db *db, struct arena *arena, bool *marks);

#endif
