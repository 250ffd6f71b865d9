/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DEVICE_CHECK_H
#define MOTCUA_MODEL_DEVICE_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/data.h"
#include "lib/db.h"

/* As device_check.what numbers them. */
enum device_check {
    DEVICE_CHECK_PRINT = 1,
    DEVICE_CHECK_SCAN,
    DEVICE_CHECK_SOUND,
    DEVICE_CHECK_CLOCK,
    DEVICE_CHECK_TOUCH,
    DEVICE_CHECK_END
};
/* "print" …; ends with NULL, for a CHOICE: the place in it is one less than the number above. */
extern const char *const device_check_names[DEVICE_CHECK_END];

#define DEVICE_CHECKS_SHOWN 30

/* Inside the caller's transaction. `detail` is cut to its column. */
enum db_result device_check_add(struct db *db, uint64_t device, enum device_check what, bool good, const char *detail);

/* The last DEVICE_CHECKS_SHOWN results, the newest first, as `list`: What (a name of above), At (as civil_parse reads
 * it), Good (1 or absent), Detail, Last (1: the newest of its kind). None: DB_OK. */
enum db_result device_checks(struct db *db, struct data *data, const char *list, uint64_t device);

#endif
