/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_INTEGRITY_H
#define MOTCUA_MODEL_INTEGRITY_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

/* What must hold of the data beyond what the tables themselves enforce. Each
 * rule is one query for its exceptions. */
struct integrity_rule {
    const char *says; /* "every received dossier has a number" */
    const char *sql;  /* selects one column: what breaks the rule, without personal data */
};

struct integrity_finding {
    uint64_t count;
    const char *first; /* one example, "" when there is none */
};

const struct integrity_rule *integrity_rules(size_t *count);
enum db_result integrity_ask(struct db *db, struct arena *arena, const struct integrity_rule *rule,
                             struct integrity_finding *finding);

#endif
