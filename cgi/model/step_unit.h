/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_STEP_UNIT_H
#define MOTCUA_MODEL_STEP_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/agency_tree.h"
#include "model/scope.h"
#include "model/workflow.h"

/* Somebody with a role in a body or in one of its units. Texts are never NULL. */
struct role_holder {
    uint64_t id;
    const char *name, *title, *seat_name;
    uint64_t seat;  /* unit the person belongs to */
    uint64_t grant; /* where the role was granted */
    unsigned open_tasks;
    bool away;
};
struct role_holders {
    struct role_holder *people; /* fewest open tasks first; one person may be here for several grants */
    size_t n;
};

/* Those who hold the role today at these agencies (JSON array). One statement. */
enum db_result role_holders_read(struct db *db, struct arena *arena, const struct civil *today,
                                 enum role role, const char *agencies, struct role_holders *out);

/* Where a step of a dossier is to be done. */
struct step_ask {
    enum step_place place;
    enum role role;
    uint64_t agency;  /* PLACE_OTHER: the agency named */
    uint64_t counter; /* of the dossier */
    uint64_t lead;    /* agency in charge */
    uint64_t area;    /* commune of the applicant's address, 0 unknown */
    uint64_t field;
    const uint64_t *before; /* units that had it on this branch, the latest first */
    size_t n_before;
};

/*
 * The body that does it: the counter, the agency in charge, or the agency named. A generic one is the one of the
 * applicant's place, else of the place of the agency in charge; where the agency in charge belongs to a place, a
 * named agency with an arm for the same place (tax office, land office) is that arm. 0: there is none.
 */
uint64_t step_body(const struct agency_tree *tree, const struct step_ask *ask);

/*
 * The unit inside that body, and who holds the role there (`holders` is of the whole body; at the counter also by the
 * agency in charge). Approver and sealer: the body itself, or the one unit they all sit in. Others: the unit that had
 * the dossier before on this branch if it has people of that role, the unit of the field (table field_unit), the
 * only place with people of that role, the body itself. Steps without a role stay at the body.
 */
enum db_result step_unit(struct db *db, struct arena *arena, const struct agency_tree *tree,
                         const struct civil *today, const struct step_ask *ask, uint64_t body,
                         uint64_t *unit, struct role_holders *holders);

/* May this person do a step of that unit? Work that lies at the body itself: anyone of its units. */
bool role_holder_fits(const struct agency_tree *tree, const struct role_holder *who, uint64_t unit);

#endif
