/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating.h"

#include <stdio.h>
#include <string.h>

#include "lib/clock.h"
#include "model/feedback.h"

enum { PASS_SECONDS = 900, QUARTER_MINUTES = 15 };
#define PASS_PURPOSE "rating more"

const char *const rating_reasons[RATING_REASONS + 1] = {"attitude",   "time",        "unclear",
                                                        "many_trips", "extra_money", "other", NULL};
const char *const rating_channels[] = {"tablet", "ticket", "dossier", NULL};

bool rating_is_low(int score)
{
    return score <= 2;
}

/* A number that tells nothing; never 0, and small enough for every reader. */
static uint64_t random_id(void)
{
    uint64_t id;
    token_random_bytes(&id, sizeof id);
    return id >> 2 | 1;
}

/* DB_NONE: it has been used. */
static enum db_result mark_use(struct db *db, const char *use)
{
    uint8_t mark[TOKEN_HASH_BYTES];
    rating_mark(use, mark);
    if (db_exec(db, "insert into rating_mark (mark) values (?)", DB_ARGS(db_bytes(mark, sizeof mark))) == DB_OK)
        return DB_OK;
    return db_last_error(db) == DB_ERROR_DUPLICATE ? DB_NONE : DB_FAIL;
}

static const char *quarter_of(struct arena *arena, const struct civil *now)
{
    struct civil quarter = *now;
    char text[DATE_TEXT_MAX];
    quarter.minute -= quarter.minute % QUARTER_MINUTES;
    quarter.second = 0;
    return arena_copy(arena, date_format_iso_time(text, &quarter));
}

static const char *pass_make(struct arena *arena, const struct rated_service *s, uint64_t vote, int score)
{
    const char *text = arena_format(arena, "%llu %llu %llu %llu %d", (unsigned long long)vote,
                                    (unsigned long long)s->officer, (unsigned long long)s->unit,
                                    (unsigned long long)s->agency, score);
    return token_seal(arena, KEY_COOKIE, PASS_PURPOSE, text, clock_unix() + PASS_SECONDS);
}

bool rating_pass_read(struct arena *arena, const char *pass, struct rating_pass *out)
{
    unsigned long long vote, officer, unit, agency;
    const char *text = token_open(arena, KEY_COOKIE, PASS_PURPOSE, pass);
    if (!text || sscanf(text, "%llu %llu %llu %llu %d", &vote, &officer, &unit, &agency, &out->score) != 5)
        return false;
    out->vote = vote;
    out->officer = officer;
    out->unit = unit;
    out->agency = agency;
    return true;
}

enum db_result rating_vote(struct db *db, struct arena *arena, const struct rated_service *service,
                           const char *channel, int score, const struct civil *now, const char **pass)
{
    uint64_t vote = random_id();
    enum db_result fresh = mark_use(db, service->use);
    if (fresh != DB_OK)
        return fresh;
    *pass = pass_make(arena, service, vote, score);
    return db_exec(db,
                   "insert into rating (id, quarter, officer_id, unit_id, agency_id, procedure_id, group_id,"
                   " act, channel, score) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   DB_ARGS(db_number((int64_t)vote), db_text(quarter_of(arena, now)), db_id(service->officer),
                           db_id(service->unit), db_id(service->agency), db_id(service->procedure),
                           db_id(service->group), db_text(service->act), db_text(channel), db_number(score)));
}

/* ---- more about it ----------------------------------------------------------------------------------- */

static enum db_result words_put(struct db *db, const struct rating_pass *pass, const char *words,
                                const struct civil *now, uint64_t *word)
{
    char month[DATE_TEXT_MAX];
    *word = 0;
    if (!*words)
        return DB_OK;
    struct civil first = {.year = now->year, .month = now->month, .day = 1};
    *word = random_id();
    date_format_iso(month, &first);
    return db_exec(db,
                   "insert into rating_word (id, month, officer_id, unit_id, agency_id, is_low, words)"
                   " values (?, ?, ?, ?, ?, ?, ?)",
                   DB_ARGS(db_number((int64_t)*word), db_text(month), db_id(pass->officer), db_id(pass->unit),
                           db_id(pass->agency), db_number(rating_is_low(pass->score)), db_text(words)));
}

static enum db_result follow(struct db *db, struct arena *arena, const struct rating_pass *pass,
                             const struct rating_more *more, uint64_t word, const struct civil *now)
{
    const char *first = arena_copy_bytes(arena, more->reasons, strcspn(more->reasons, ","));
    struct feedback_new feedback = {
        .subject = *first ? (strcmp(first, "time") == 0 ? "delay" : first) : "other",
        .agency = pass->agency,
        .officer = pass->officer,
        .word = word,
        .contact = more->contact,
        .language = more->language,
    };
    return feedback_from_vote(db, arena, &feedback, now);
}

enum db_result rating_add_more(struct db *db, struct arena *arena, const struct rating_pass *pass,
                               const struct rating_more *more, const struct civil *now)
{
    uint64_t word;
    enum db_result fresh =
        mark_use(db, arena_format(arena, "more %llu", (unsigned long long)pass->vote));
    if (fresh != DB_OK)
        return fresh;
    if (*more->reasons && db_exec(db, "update rating set reasons = ? where id = ?",
                                  DB_ARGS(db_text(more->reasons), db_number((int64_t)pass->vote))) != DB_OK)
        return DB_FAIL;
    if (words_put(db, pass, more->words, now, &word) != DB_OK)
        return DB_FAIL;
    bool wanted = rating_is_low(pass->score) && (word || *more->contact);
    return wanted ? follow(db, arena, pass, more, word, now) : DB_OK;
}
