/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_OVERSEE_H
#define MOTCUA_MODEL_HALL_OVERSEE_H

#include "model/hall.h"

/*
 * Halls in use that a person may watch: as supervisor or manager those whose body the person's scope reaches, as head
 * the hall of the counter at or above the person's seat. By name, each once. None: DB_OK with n = 0. `version` is that
 * of the catalogue.
 */
enum db_result hall_oversee_list(struct db *db, struct arena *arena, uint64_t version, uint64_t user,
                                 const struct civil *today, struct hall_list *list);

#endif
