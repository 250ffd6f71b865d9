/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SURVEY_H
#define MOTCUA_MODEL_SURVEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/rating_service.h"

/*
 * Surveys of satisfaction: questions and the answers they offer, one set for each period, in five factors as the
 * national index has them. Who answered is not known; the day is kept and no time.
 */
enum { SURVEY_QUESTIONS_MAX = 30, SURVEY_CHOICES_MAX = 10, SURVEY_WORDS_MAX = 1000, SURVEY_SCALE = 5 };

enum survey_factor {
    SURVEY_ACCESS,
    SURVEY_PROCEDURE,
    SURVEY_OFFICER,
    SURVEY_RESULT,
    SURVEY_FEEDBACK,
    SURVEY_OTHER, /* outside the index */
    SURVEY_FACTORS
};
enum survey_kind { SURVEY_SCALE_KIND, SURVEY_CHOICE, SURVEY_WORDS, SURVEY_KINDS };
extern const char *const survey_factor_names[SURVEY_FACTORS + 1]; /* as survey_question.factor; end with NULL */
extern const char *const survey_kind_names[SURVEY_KINDS + 1];

struct survey_choice {
    int value;
    const char *text, *text_en;
};
struct survey_question {
    uint64_t id;
    int position;
    enum survey_factor factor;
    enum survey_kind kind;
    const char *text, *text_en;
    bool needed;
    struct survey_choice *choices; /* best first of a scale */
    size_t n;
};
/* Texts are never NULL. */
struct survey {
    uint64_t id;
    const char *code, *title, *title_en, *intro, *intro_en, *state; /* draft, open, closed */
    struct civil from, to;
    unsigned version;
    struct survey_question *questions; /* by position */
    size_t n;
};

/* With its questions. DB_NONE: there is none. */
enum db_result survey_read(struct db *db, struct arena *arena, const char *code, struct survey *survey);
/* The one that can be answered today, the latest if there are several. */
enum db_result survey_current(struct db *db, struct arena *arena, const struct civil *today, struct survey *survey);

/* One answer: a value that its question offers, or words. */
struct survey_answer {
    const struct survey_question *question;
    int value;         /* 0: in words */
    const char *words; /* "" with a value */
};
/*
 * A reply, in the caller's transaction. `service`: what the person was served with, NULL for anybody. DB_NONE: that
 * service has answered this survey already; the caller rolls back.
 */
enum db_result survey_reply(struct db *db, struct arena *arena, const struct survey *survey,
                            const struct survey_answer *answers, size_t n, const struct rated_service *service,
                            uint64_t agency, const struct civil *today);

#endif
