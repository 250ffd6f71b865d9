/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Feedback that somebody has to answer, as it comes in and as whoever sent it follows it: petitions
 * from the website (phản ánh, kiến nghị), low votes with words or a wish to be reached.
 */
#ifndef MOTCUA_MODEL_FEEDBACK_H
#define MOTCUA_MODEL_FEEDBACK_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/damm.h"
#include "lib/date.h"
#include "lib/db.h"

enum {
    FEEDBACK_WORDS_MAX = 4000,
    FEEDBACK_DAYS = 5 /* working days for an answer, where the setting feedback_days says nothing */
};

extern const char *const feedback_subjects[]; /* as feedback_case.subject; ends with NULL */

/* What comes in. Texts are never NULL. */
struct feedback_new {
    const char *subject, *words, *dossier_number, *contact_name, *contact, *language;
    uint64_t agency;  /* 0: none named */
    uint64_t officer; /* of a vote */
    uint64_t word;    /* rating_word.id of a vote, 0: it has no words */
};

/* A petition, in the caller's transaction; code[] is what it is followed by and is stored nowhere. */
enum db_result feedback_petition(struct db *db, struct arena *arena, const struct feedback_new *what,
                                 const struct civil *now, char code[LOOKUP_CODE_DIGITS + 1]);
enum db_result feedback_from_vote(struct db *db, struct arena *arena, const struct feedback_new *what,
                                  const struct civil *now);

/* Closing time of the last working day for an answer. */
enum db_result feedback_due(struct db *db, struct arena *arena, const struct civil *from, struct civil *due);

/* As whoever has the code sees it. Texts are never NULL, moments with year 0 are not set. */
struct feedback_followed {
    uint64_t id;
    const char *subject, *words, *state, *outcome, *answer, *agency, *agency_en;
    struct civil received_at, due_at, answered_at, closed_at;
};
/* DB_NONE: no petition has this code. */
enum db_result feedback_follow(struct db *db, struct arena *arena, const char *code,
                               struct feedback_followed *followed);

/* Published petitions with their answers, the latest answer first. */
struct feedback_published {
    uint64_t id;
    const char *subject, *words, *answer, *outcome, *agency, *agency_en;
    struct civil received_on, answered_on;
};
enum db_result feedback_published(struct db *db, struct arena *arena, size_t skip, size_t most,
                                  struct feedback_published **items, size_t *n);

#endif
