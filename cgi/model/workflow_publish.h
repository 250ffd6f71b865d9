/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_PUBLISH_H
#define MOTCUA_MODEL_WORKFLOW_PUBLISH_H

#include "lib/date.h"
#include "lib/db.h"
#include "model/workflow.h"

/*
 * Publishing an edition. Procedure editions name the workflow edition they were published with and never change, so
 * that each procedure in force that goes by the workflow gets a new edition of its own, equal but for the workflow.
 * Dossiers received from then on go by the new one; those received before keep theirs. In the caller's transaction,
 * with catalogue_version and audit. The workflow was checked (workflow_check(), workflow_check_use()).
 */
struct workflow_published {
    uint64_t rev;
    unsigned rev_no;
    unsigned procedures; /* that got a new edition */
};

/* The edition alone: rows, published, nothing else. user 0: an import. */
enum db_result workflow_store(struct db *db, struct arena *arena, const struct workflow *workflow, uint64_t user,
                              const struct civil *now, struct workflow_published *published);

/* All of it. A draft of the same code is taken away. */
enum db_result workflow_publish(struct db *db, struct arena *arena, const struct workflow *workflow, uint64_t user,
                                const struct civil *now, struct workflow_published *published);

/* ---- drafts ---- */

struct workflow_draft {
    const char *body; /* as it was typed */
    unsigned version;
    const char *by;       /* name, "" for an import */
    struct civil saved_at;
};
/* DB_NONE: there is none. */
enum db_result workflow_draft_read(struct db *db, struct arena *arena, const char *code, struct workflow_draft *draft);

/* version: of the draft as the writer saw it, 0 where there was none. DB_NONE: somebody else saved meanwhile. */
enum db_result workflow_draft_save(struct db *db, const char *code, const char *body, unsigned version, uint64_t user,
                                   const struct civil *now);
enum db_result workflow_draft_drop(struct db *db, const char *code);

#endif
