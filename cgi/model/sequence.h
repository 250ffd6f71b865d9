/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SEQUENCE_H
#define MOTCUA_MODEL_SEQUENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * The next number of a register, in the caller's transaction: numbers are unique and without gaps,
 * because one that is not committed is given again. The row stays locked until the transaction ends,
 * so take it late. DB_OK or DB_FAIL.
 */
enum db_result sequence_next(struct db *db, const char *scope, const char *period, uint64_t *n);

/* The same for a register that begins with `first` instead of 1. */
enum db_result sequence_next_from(struct db *db, const char *scope, const char *period, uint64_t first, uint64_t *n);

/* The scope and the period dossiers of a prefix are numbered in: "dossier:H09.03", "261123". */
const char *sequence_dossier_scope(struct arena *arena, const char *prefix);
const char *sequence_dossier_period(struct arena *arena, const struct civil *day);

/*
 * A number by its pattern: {prefix} (or {agency}), {yyyy}, {yymmdd}, {yyyymmdd}, {n4} and {n7} are
 * filled in (a count that needs more digits has them), other text is copied.
 */
const char *sequence_number_format(struct arena *arena, const char *pattern, const char *prefix,
                                   const struct civil *day, uint64_t n);

#define SEQUENCE_PATTERN "{prefix}-{yymmdd}-{n4}" /* where the setting is missing or says no number */

/* A pattern gives every dossier its own number: it has the prefix, a day and a count. */
bool sequence_pattern_ok(const char *pattern);

#endif
