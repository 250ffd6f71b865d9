/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_AGENCY_PLACE_H
#define MOTCUA_MODEL_AGENCY_PLACE_H

#include <stdint.h>

#include "lib/db.h"

/* Where what an agency is in charge of is numbered, and at which counter somebody sits. */
struct agency_place {
    const char *prefix; /* of dossier numbers: of the agency or the nearest body above that has one */
    uint64_t counter;   /* the nearest body with a counter at or above the seat, else the centre; 0: none */
};

/*
 * From the worker's memory, read once for each published state of the catalogue (`version`, see catalogue.h: whoever
 * changes agencies raises it). `seat` is the agency or unit of the person. Texts live until the next version.
 * DB_NONE: no body above the agency has a prefix.
 */
enum db_result agency_place(struct db *db, uint64_t version, uint64_t agency, uint64_t seat,
                            struct agency_place *out);
void agency_place_forget(void); /* for tests and a clean end */

#endif
