/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_REACH_H
#define MOTCUA_MODEL_DOSSIER_REACH_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/scope.h"

/*
 * Who may see a dossier: a role that works with dossiers, for the agency in charge, or for an agency or unit that has
 * or had a branch or task of it, or whose agency has an open task nobody has taken yet. The counter: clerks and
 * returners by the agency in charge, whose dossiers they receive, or by the body of the counter.
 * DB_NONE: not inside the scope, or no such dossier; both look alike. One statement.
 */
enum db_result dossier_reach(struct db *db, struct arena *arena, const struct scope *scope, uint64_t dossier);

/*
 * Writes down that a full dossier was shown (access_log): its own small transaction before the page. `purpose` as in
 * access_log.purpose ("view" for the page). The same person, dossier and purpose once in five minutes. The unit is
 * the one the person belongs to.
 */
enum db_result dossier_seen(struct db *db, uint64_t user, uint64_t dossier, const char *purpose,
                            const struct civil *now);

#endif
