/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_CATALOGUE_STORED_H
#define MOTCUA_MODEL_CATALOGUE_STORED_H

#include "lib/arena.h"
#include "lib/db.h"
#include "lib/map.h"
#include "model/procedure_record.h"

/*
 * The whole catalogue as records, read in seven queries: for comparing with a
 * file and for writing one. Includes procedures without an edition in force
 * and withdrawn ones.
 */
struct stored {
    struct procedure_record record;
    uint64_t id;      /* of the procedure */
    uint64_t rev_id;  /* edition in force, 0 = none */
    int64_t rev_last; /* highest edition number, 0 = none */
    bool withdrawn;
};

struct stored_catalogue {
    struct stored *items; /* by edition in force, then code */
    size_t count;
    struct map *by_code; /* struct stored * */
};

enum db_result catalogue_stored_load(struct db *db, struct arena *arena,
                                     struct stored_catalogue *catalogue);

#endif
