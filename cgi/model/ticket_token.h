/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_TOKEN_H
#define MOTCUA_MODEL_TICKET_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/date.h"

/*
 * The token of a ticket: who has it may follow the ticket on the phone and give it back. Stored nowhere; it is made
 * from group, day and number with 60 bits of a keyed hash, so that numbers lent to a dispenser have theirs before
 * the server hears of the ticket. 24 of the characters 0-9 b c f g h j k m n p q r s t v x: without vowels, d, w
 * and y, so that no Telex or VNI keyboard can garble a scan, and without look-alikes.
 */
enum { TICKET_TOKEN_CHARS = 24 };

char *ticket_token(char out[TICKET_TOKEN_CHARS + 1], uint64_t letter_group, const struct civil *day,
                   unsigned number);
/* Capitals and spaces are forgiven. False: forged, damaged or no token; nothing is written then. */
bool ticket_token_parse(const char *text, uint64_t *letter_group, struct civil *day, unsigned *number);

#endif
