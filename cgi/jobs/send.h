/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_JOBS_SEND_H
#define MOTCUA_JOBS_SEND_H

#include <stdbool.h>
#include <stdint.h>

#include "jobs/letter.h"
#include "lib/db.h"
#include "lib/handing.h"

/*
 * Sending what stands in the outbox. Where to is told by the environment (docs/operate.md): a channel that is
 * "off" has its messages skipped, one that is not told at all keeps them waiting.
 */
struct channel {
    const char *name; /* of the outbox: "mail", "sms" */
    const char *told; /* the variable that switches it on */
    /* Once, before the first message. False, logged: what was told is wrong; the messages wait. */
    bool (*open)(void);
    bool (*compose)(struct arena *arena, const struct outbox_letter *from, const struct site *site, bool marks,
                    struct letter *out);
    void (*send)(struct arena *arena, const struct outbox_letter *from, const struct letter *letter,
                 const struct site *site, const struct handing_gate *gate, struct handing *handing);
    void (*close)(void);
};
extern const struct channel send_mail, send_sms;

/* Jobs: one message each time, DB_OK while there may be more; a run of the program sends for SEND_RUN_S at most. */
enum { SEND_RUN_S = 40 };
enum db_result send_recover(struct db *db, uint64_t *count); /* messages whose process died; comes first */
enum db_result send_mail_next(struct db *db, uint64_t *count);
enum db_result send_sms_next(struct db *db, uint64_t *count);
void send_close(void);

/* What the environment says; NULL when it says nothing. */
const char *send_told(const char *name);

#endif
