/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_BATCH_H
#define MOTCUA_MODEL_BATCH_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/* What was done to several dossiers at once, and what became of each: kept, so that its page can be seen again. */
enum { BATCH_MAX = 50 };

enum batch_outcome { BATCH_DONE, BATCH_REFUSED, BATCH_MOVED, BATCH_WRONG, BATCH_UNKNOWN, BATCH_OUTCOMES };
extern const char *const batch_outcomes[BATCH_OUTCOMES]; /* as in the table */

struct batch_item {
    uint64_t dossier;
    enum batch_outcome outcome;
    const char *reason; /* "" or a key: act_outcome.blocked, "guard:FACT", or act_outcome.error */
    const char *who;    /* who was faster, or who has it */
    struct civil at;    /* when the other one was faster; year 0 */
    const char *number, *applicant; /* read only */
};

struct batch {
    uint64_t id, user, person;
    struct civil at;
    const char *code, *name;
    const char *person_name; /* read only */
    struct batch_item items[BATCH_MAX];
    size_t n;
};

/* In the caller's transaction; sets batch->id. Dossiers that do not exist are left out. */
enum db_result batch_write(struct db *db, struct batch *batch);
/* DB_NONE: this person has done no such batch. */
enum db_result batch_read(struct db *db, struct arena *arena, uint64_t user, uint64_t id,
                          struct batch *batch);
/* Number and applicant of the items, by their dossiers, for the page before it is done. */
enum db_result batch_names(struct db *db, struct arena *arena, struct batch *batch);

#endif
