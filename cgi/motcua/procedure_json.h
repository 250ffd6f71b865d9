/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_PROCEDURE_JSON_H
#define MOTCUA_MOTCUA_PROCEDURE_JSON_H

#include "model/procedure_record.h"
#include "motcua/record.h"

#define PROCEDURES_FORMAT "motcua/procedures/1"

/* One item of procedures.json. False, and what is wrong in json->wrong. */
bool procedure_json_read(struct record *json, struct procedure_record *procedure);

/* The same the other way round, defaults left out. */
json_t *procedure_json_write(const struct procedure_record *procedure);

#endif
