/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_LIST_H
#define MOTCUA_MODEL_WORKFLOW_LIST_H

#include "lib/date.h"
#include "lib/db.h"

/* All workflows: those in force, and drafts of new ones. Lives in the arena. */
struct workflow_entry {
    const char *code, *name, *name_en; /* names "" for a draft of a new one */
    bool is_default;
    uint64_t rev; /* edition in force; 0: none yet */
    unsigned rev_no, steps, procedures;
    struct civil published_at;
    bool has_draft;
};
/* The defaults first, then by name. */
enum db_result workflow_list(struct db *db, struct arena *arena, struct workflow_entry **entries, size_t *n);

/* Editions of one, the newest first, with the dossiers that go by each. */
struct workflow_edition_entry {
    uint64_t rev;
    unsigned rev_no, running;
    const char *note, *by; /* by: "" for an import */
    struct civil published_at;
};
enum db_result workflow_editions(struct db *db, struct arena *arena, const char *code,
                                 struct workflow_edition_entry **entries, size_t *n);

#endif
