/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/survey_result.h"

#include <stdlib.h>

enum { GOOD = 4 /* and above, of SURVEY_SCALE */ };

struct counting {
    const struct survey *survey;
    struct survey_tally *tallies;
};

static bool count_row(void *context, const struct db_row *row)
{
    struct counting *c = context;
    uint64_t question = strtoull(row->text[0], NULL, 10);
    int value = (int)strtol(row->text[1], NULL, 10);
    int64_t n = strtoll(row->text[2], NULL, 10);
    for (size_t i = 0; i < c->survey->n; i++) {
        const struct survey_question *q = &c->survey->questions[i];
        if (q->id != question)
            continue;
        struct survey_tally *tally = &c->tallies[i];
        tally->people += n;
        tally->good += q->kind == SURVEY_SCALE_KIND && value >= GOOD ? n : 0;
        for (size_t k = 0; k < q->n; k++)
            tally->counts[k] += q->choices[k].value == value ? n : 0;
    }
    return true;
}

static void index_add(struct survey_index *index, const struct survey_tally *tally)
{
    index->answers += tally->people;
    index->good += tally->good;
    if (tally->people > index->people)
        index->people = tally->people;
}

static void indexes_make(const struct survey *survey, struct survey_result *result)
{
    for (int f = 0; f < SURVEY_OTHER; f++)
        result->indexes[f] = (struct survey_index){.factor = (enum survey_factor)f};
    result->whole = (struct survey_index){.factor = SURVEY_OTHER};
    for (size_t i = 0; i < survey->n; i++) {
        const struct survey_tally *tally = &result->tallies[i];
        if (tally->question->factor == SURVEY_OTHER)
            continue;
        index_add(&result->indexes[tally->question->factor], tally);
        index_add(&result->whole, tally);
    }
    for (int f = 0; f <= SURVEY_OTHER; f++) {
        struct survey_index *index = f < SURVEY_OTHER ? &result->indexes[f] : &result->whole;
        double share = index->answers ? (double)index->good / (double)index->answers : 0;
        index->interval = rating_wilson_people(share, index->people);
    }
}

enum db_result survey_result(struct db *db, struct arena *arena, const struct survey *survey, const char *channel,
                             uint64_t agency, struct survey_result *result)
{
    struct db_row row;
    struct counting counting = {survey, arena_take_array(arena, survey->n + 1, sizeof *counting.tallies)};
    struct db_value one = db_text(*channel ? channel : NULL), place = db_id(agency);
    if (db_one(db, arena,
               "select count(*), sum(channel = 'service') from survey_reply where survey_id = ?"
               " and (? is null or channel = ?) and (? is null or agency_id = ?)",
               DB_ARGS(db_id(survey->id), one, one, place, place), &row) != DB_OK)
        return DB_FAIL;
    *result = (struct survey_result){
        .replies = strtoll(row.text[0], NULL, 10),
        .served = row.text[1] ? strtoll(row.text[1], NULL, 10) : 0,
        .tallies = counting.tallies,
    };
    for (size_t i = 0; i < survey->n; i++)
        counting.tallies[i].question = &survey->questions[i];
    if (db_each(db,
                "select a.question_id, a.value, count(*) from survey_reply r join survey_answer a on a.reply_id = r.id"
                " where r.survey_id = ? and (? is null or r.channel = ?) and (? is null or r.agency_id = ?)"
                " and a.value is not null group by a.question_id, a.value",
                DB_ARGS(db_id(survey->id), one, one, place, place), count_row, &counting) == DB_FAIL)
        return DB_FAIL;
    indexes_make(survey, result);
    return DB_OK;
}

enum db_result survey_words(struct db *db, struct data *data, const char *list, const struct survey *survey,
                            const char *channel, uint64_t agency)
{
    struct db_value one = db_text(*channel ? channel : NULL), place = db_id(agency);
    return db_rows(db, data, list,
                   "select q.position as N, a.words as Words from survey_reply r"
                   " join survey_answer a on a.reply_id = r.id join survey_question q on q.id = a.question_id"
                   " where r.survey_id = ? and (? is null or r.channel = ?) and (? is null or r.agency_id = ?)"
                   " and a.words <> '' order by q.position, r.id limit 300",
                   DB_ARGS(db_id(survey->id), one, one, place, place));
}
