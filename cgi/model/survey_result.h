/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SURVEY_RESULT_H
#define MOTCUA_MODEL_SURVEY_RESULT_H

#include "lib/data.h"
#include "model/rating_math.h"
#include "model/survey.h"

/*
 * What a survey says. The index of a factor is the share of its answers that are 4 or 5, as in the national index; its
 * interval counts people, not answers. Nothing is shown of fewer than RATING_FEWEST people.
 */
struct survey_tally {
    const struct survey_question *question;
    int64_t people;                         /* who answered it */
    int64_t counts[SURVEY_CHOICES_MAX];     /* of its choices, in their order */
    int64_t good;                           /* of a scale: 4 and 5 */
};
struct survey_index {
    enum survey_factor factor;
    int64_t answers, good, people;          /* people: the most that answered one of its questions */
    struct rating_interval interval;
};
struct survey_result {
    int64_t replies, served;                /* served: of them with the address of a service */
    struct survey_tally *tallies;           /* one for each question */
    struct survey_index indexes[SURVEY_OTHER], whole;
};

/* `channel` "service", "web" or "" for both; `agency` 0 for all. Indexes without answers have people 0. */
enum db_result survey_result(struct db *db, struct arena *arena, const struct survey *survey, const char *channel,
                             uint64_t agency, struct survey_result *result);

/* Answers in words, as `list`: N (place of the question), Words; at most 300, in no order of arrival. */
enum db_result survey_words(struct db *db, struct data *data, const char *list, const struct survey *survey,
                            const char *channel, uint64_t agency);

#endif
