/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_JOBS_LETTER_H
#define MOTCUA_JOBS_LETTER_H

#include "lib/arena.h"
#include "lib/data.h"
#include "model/outbox_send.h"
#include "model/site.h"

/*
 * The words of a message, from what stands in the outbox: the occasion (T.mail.<occasion> in templates/lang),
 * the facts, and the templates mail/letter.cs and mail/sms.cs. A look-up code or an identity number is
 * never among the facts; anything else the JSON may hold is not said either.
 */
struct letter {
    const char *subject; /* of a mail; "" for a short message */
    const char *text;
};

/* False, logged: there are no words for this occasion, or the facts are not JSON. */
bool letter_mail(struct arena *arena, const struct outbox_letter *from, const struct site *site, struct letter *out);
/* Fits one short message where it can, see sms_text.h. `marks`: Vietnamese letters as they are. */
bool letter_sms(struct arena *arena, const struct outbox_letter *from, const struct site *site, bool marks,
                struct letter *out);

#endif
