/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_JOBS_SMS_TEXT_H
#define MOTCUA_JOBS_SMS_TEXT_H

#include <stdbool.h>

#include "lib/arena.h"

/*
 * A short message holds 160 letters of the GSM alphabet (3GPP TS 23.038), which has no Vietnamese ones, or 70 with
 * marks; longer ones are paid for as several. So what matters less goes first: the name of the procedure is
 * shortened, then left out, then the link. What happened and until when always stay.
 */
enum { SMS_PLAIN_MAX = 160, SMS_MARKS_MAX = 70 };

struct sms_parts {
    const char *what, *when, *procedure, *link; /* "" where there is none; never NULL */
};

const char *sms_text_fit(struct arena *arena, const struct sms_parts *parts, bool marks);

/* Letters as the network counts them: of the plain ones ^{}\[~]| count twice. */
unsigned sms_text_count(const char *text, bool marks);

#endif
