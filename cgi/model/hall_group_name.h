/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_GROUP_NAME_H
#define MOTCUA_MODEL_HALL_GROUP_NAME_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"

/* Letter and names of a group, and its hall: for a number of which nothing else is known yet. */
struct hall_group_name {
    char letter;
    const char *name, *name_en, *hall_code;
};

enum db_result hall_group_name(struct db *db, struct arena *arena, uint64_t group, struct hall_group_name *out);

#endif
