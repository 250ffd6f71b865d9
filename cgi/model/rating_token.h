/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Addresses that let somebody rate one service, and the mark that says it was rated. Nothing is stored
 * for them beforehand: an address is made of the number of a ticket or dossier with a key outside the
 * database, so it can be printed again and cannot be guessed, and the number cannot be read from it.
 * A mark is made with the same key, so that nobody with the tables alone can tell whose it is.
 */
#ifndef MOTCUA_MODEL_RATING_TOKEN_H
#define MOTCUA_MODEL_RATING_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/token.h"

enum rated_kind {
    RATED_NOTHING,
    RATED_TICKET,   /* the visit with a ticket */
    RATED_RECEIVED, /* the reception of a dossier */
    RATED_RETURNED, /* the return of its result */
    RATED_LAST,     /* whichever of the two was done last: one code on a receipt serves for both */
    RATED_KINDS
};

struct rated {
    enum rated_kind kind;
    uint64_t id; /* of the ticket or the dossier */
};

enum { RATING_TOKEN_CHARS = 34 }; /* small letters a–f and digits */

/* Always the same for the same service. */
const char *rating_token(struct arena *arena, struct rated what);
/* False: forged or damaged. That the service exists is another question. */
bool rating_token_read(const char *token, struct rated *what);

/* "https://…/danh-gia/TOKEN" for QR codes, receipts and messages; "" where the site has no address. */
const char *rating_address(struct arena *arena, struct rated what);

/* What a service, or something else that happens once, leaves in rating_mark: `use` names it,
 * "vote t12". */
void rating_mark(const char *use, uint8_t mark[TOKEN_HASH_BYTES]);

#endif
