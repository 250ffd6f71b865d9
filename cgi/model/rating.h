/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A vote, and what may follow a vote. Each in the caller's transaction. What is written has no key to
 * the ticket or the dossier, no minute and no order; see docs/ratings.md.
 */
#ifndef MOTCUA_MODEL_RATING_H
#define MOTCUA_MODEL_RATING_H

#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/rating_service.h"

enum { RATING_SCORES = 5, RATING_REASONS = 6, RATING_WORDS_MAX = 1000, RATING_CONTACT_MAX = 120 };

/* As rating.reasons and rating.channel have them; end with NULL. */
extern const char *const rating_reasons[RATING_REASONS + 1];
extern const char *const rating_channels[]; /* "tablet" "ticket" "dossier" */

/* DB_NONE: this service was rated meanwhile; the caller rolls back. *pass lets whoever voted add reasons and
 * words for a quarter of an hour; it tells nothing to anybody else. */
enum db_result rating_vote(struct db *db, struct arena *arena, const struct rated_service *service,
                           const char *channel, int score, const struct civil *now, const char **pass);

/* Who may add to which vote. */
struct rating_pass {
    uint64_t vote, officer, unit, agency;
    int score;
};
/* False: forged or too late. */
bool rating_pass_read(struct arena *arena, const char *pass, struct rating_pass *out);
bool rating_is_low(int score); /* 1 and 2: reasons are asked for and somebody follows it up */

/*
 * Once for each vote: reasons ("time,unclear", "" for none), words and how to reach the person (both may be ""). A
 * low vote with words or contact becomes a case. DB_NONE: it was done already; the caller rolls back.
 */
struct rating_more {
    const char *reasons, *words, *contact, *language;
};
enum db_result rating_add_more(struct db *db, struct arena *arena, const struct rating_pass *pass,
                               const struct rating_more *more, const struct civil *now);

#endif
