/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ACT_PLACES_H
#define MOTCUA_MODEL_ACT_PLACES_H

#include "lib/data.h"
#include "lib/db.h"

/* Agencies and units that may be asked for an opinion: `list` gets Value (row), Name, NameEn and Above, the body a unit
 * belongs to. All that exist today and where somebody handles dossiers, by body and name. */
enum db_result act_places(struct db *db, struct data *data, const char *list);

#endif
