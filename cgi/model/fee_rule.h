/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_FEE_RULE_H
#define MOTCUA_MODEL_FEE_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

enum { FEE_RULES_MAX = 20 };

/* What an edition of a procedure costs. Amounts in đồng, -1: only words can say it. */
struct fee_rule {
    const char *kind; /* fee (phí) or charge (lệ phí) */
    const char *name; /* "" for the sum of an edition without rules of its own */
    const char *note;
    int64_t amount, online_amount;
    bool at_reception;
};

struct fee_rules {
    struct fee_rule items[FEE_RULES_MAX];
    size_t n;
};

/*
 * The rules of an edition, in their order. An edition that has none but costs `sum` (-1: not known)
 * answers with one rule without a name; one that is free answers none. DB_OK or DB_FAIL.
 */
enum db_result fee_rules_load(struct db *db, struct arena *arena, uint64_t rev, int64_t sum,
                              const char *note, struct fee_rules *rules);

/* One line of what a dossier costs. */
struct fee_line {
    const char *kind, *name;
    int64_t amount, waived;
    bool paid;
    const char *receipt_no;
};

/* Shares `waived` out over the lines, the first ones first; -1 waives everything. False: more than
 * there is to pay. */
bool fee_lines_waive(struct fee_line *lines, size_t n, int64_t waived);

/* Writes the lines of a new dossier. */
enum db_result fee_lines_write(struct db *db, uint64_t dossier, const struct fee_line *lines,
                               size_t n, const struct civil *at);

/* Writes them over those of a dossier of which nothing is paid; lines too many cost nothing from now on. */
enum db_result fee_lines_rewrite(struct db *db, uint64_t dossier, const struct fee_line *lines,
                                 size_t n, const struct civil *at);

#endif
