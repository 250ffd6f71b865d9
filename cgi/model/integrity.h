/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_INTEGRITY_H
#define MOTCUA_MODEL_INTEGRITY_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

struct integrity_finding {
    uint64_t count;
    const char *first; /* one example, "" when there is none; without personal data */
};

/* What must hold of the data beyond what the tables themselves enforce. Each
 * rule is one query for its exceptions, or a function where SQL alone cannot say it. */
struct integrity_rule {
    const char *says; /* "every received dossier has a number" */
    const char *sql;  /* selects one column: what breaks the rule; NULL where there is a function */
    enum db_result (*ask)(struct db *db, struct arena *arena, struct integrity_finding *finding);
};

const struct integrity_rule *integrity_rules(size_t *count);
enum db_result integrity_ask(struct db *db, struct arena *arena, const struct integrity_rule *rule,
                             struct integrity_finding *finding);

/* For rules that are functions: one more exception. `first` lives in the arena or for ever. */
void integrity_note(struct integrity_finding *finding, const char *first);

/* Rules in files of their own. */
enum db_result integrity_dossier_numbers(struct db *db, struct arena *arena, struct integrity_finding *finding);
enum db_result integrity_result_numbers(struct db *db, struct arena *arena, struct integrity_finding *finding);
enum db_result integrity_branch_numbers(struct db *db, struct arena *arena, struct integrity_finding *finding);
enum db_result integrity_due_times(struct db *db, struct arena *arena, struct integrity_finding *finding);
enum db_result integrity_messages(struct db *db, struct arena *arena, struct integrity_finding *finding);

#endif
