/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_OUTBOX_H
#define MOTCUA_MODEL_OUTBOX_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/* A message for after the commit, written in the transaction of what it tells. */
struct outbox_message {
    const char *channel;   /* mail, sms or push */
    const char *recipient; /* address, telephone number or channel name */
    const char *template_name;
    const char *lang; /* vi or en */
    const char *data; /* facts for the template as JSON; NULL for none. Never a look-up code. */
    uint64_t dossier; /* 0 for none */
    const char *once; /* name of the occasion: it is written once; NULL where it may come again */
};

/* DB_OK, or DB_FAIL; an occasion that has its message already is a DB_ERROR_DUPLICATE. */
enum db_result outbox_add(struct db *db, const struct civil *now,
                          const struct outbox_message *message);

/*
 * The same news by mail and by short message, as far as the person gave an address and a telephone;
 * `occasion` names what happened ("received"), `seq` the event it was.
 */
struct outbox_news {
    uint64_t dossier;
    unsigned seq;
    const char *occasion; /* also the template */
    const char *email, *phone;
    const char *data;
};
enum db_result outbox_tell(struct db *db, struct arena *arena, const struct civil *now,
                           const struct outbox_news *news);

#endif
