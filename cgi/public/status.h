/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_STATUS_H
#define MOTCUA_PUBLIC_STATUS_H

#include <jansson.h>
#include <stdbool.h>

#include "lib/request.h"
#include "model/dossier_status.h"

/* Fills the status page: where the dossier is, what the citizen must do, the
 * timeline, and why the due time is what it is. False after a database error. */
bool status_fill(struct request *rq, const struct dossier_status *status, const struct civil *now);

/* Which unit looked at the dossier, when and why: only for who has given the second fact. False: database failed. */
bool status_looks_fill(struct request *rq, uint64_t dossier);

/* The same facts for programs (docs/openapi.json, DossierStatus). */
json_t *status_json(const struct dossier_status *status, const struct civil *now);

#endif
