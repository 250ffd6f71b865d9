/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_AUDIT_H
#define MOTCUA_MODEL_AUDIT_H

#include <stdint.h>

#include "lib/db.h"

struct audit_entry {
    uint64_t user;       /* 0: a program, or the administrator at the server's own keyboard */
    const char *type;    /* sign_in, role_granted, procedure_published, import … */
    const char *subject; /* "procedure 1.001193", "user lan.nt"; "" for none */
    const char *note;    /* in words, without personal data; "" for none */
};

/* Adds a row that cannot be changed, in the transaction of what it tells. The program's own name and the time
 * of the settable clock go with it. */
enum db_result audit_add(struct db *db, const struct audit_entry *entry);

#endif
