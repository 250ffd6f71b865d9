/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SURVEY_EDIT_H
#define MOTCUA_MODEL_SURVEY_EDIT_H

#include "lib/data.h"
#include "model/survey.h"

/*
 * Making a survey: a draft is begun, empty or from an earlier one, changed, and opened; from then on its questions
 * stay as they are (triggers too). Each change compares the version and raises it, in the caller's transaction.
 */
enum survey_verdict {
    SURVEY_DONE,
    SURVEY_TAKEN,  /* another survey has this code */
    SURVEY_MOVED,  /* somebody changed it since the page was made, or it is no draft any more */
    SURVEY_FULL,   /* SURVEY_QUESTIONS_MAX questions */
    SURVEY_EMPTY,  /* it cannot be opened without questions */
    SURVEY_FAIL
};

/* All, the latest period first, as `list`: Code, Title, TitleEn, State, FromDay, ToDay, Replies. */
enum db_result survey_list(struct db *db, struct data *data, const char *list);

struct survey_head {
    const char *title, *title_en, *intro, *intro_en;
    struct civil from, to;
};
/* `like`: code of the survey whose questions are taken over; "" for none. */
enum survey_verdict survey_begin(struct db *db, const char *code, const struct survey_head *head, const char *like,
                                 uint64_t by, const struct civil *now);
enum survey_verdict survey_head_save(struct db *db, const struct survey *survey, unsigned version,
                                     const struct survey_head *head);

/* The question with its answers, the best of a scale first; id 0: a new one. It comes to its `position`, the others
 * move. */
enum survey_verdict survey_question_save(struct db *db, struct arena *arena, const struct survey *survey,
                                         unsigned version, const struct survey_question *question);
enum survey_verdict survey_question_drop(struct db *db, const struct survey *survey, unsigned version,
                                         const struct survey_question *question);

enum survey_verdict survey_open(struct db *db, const struct survey *survey, unsigned version);
enum survey_verdict survey_close(struct db *db, const struct survey *survey, unsigned version);

#endif
