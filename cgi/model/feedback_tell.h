/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_FEEDBACK_TELL_H
#define MOTCUA_MODEL_FEEDBACK_TELL_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

enum { FEEDBACK_CONTACT_DAYS = 90 }; /* name and contact are kept so long after a case was closed */

/*
 * The answer of a case goes to whoever left a mail address or a telephone number alone in the field; anything else
 * is for a person to read. In the transaction of the answer, once for each version of the case. The code a petition
 * is followed by is stored nowhere and is not in the message.
 */
enum db_result feedback_tell(struct db *db, struct arena *arena, uint64_t id, const struct civil *now);

/* A job: contacts of cases closed long ago go. As model/housekeeping.h. */
enum db_result feedback_forget_contacts(struct db *db, uint64_t *count);

/* Is it one telephone number of Vietnam? Its digits in the arena, else NULL. */
const char *feedback_phone(struct arena *arena, const char *contact);

#endif
