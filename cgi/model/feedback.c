/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/feedback.h"

#include <stdlib.h>

#include "lib/token.h"
#include "model/calendar.h"

const char *const feedback_subjects[] = {"delay",       "attitude",  "unclear", "many_trips",
                                         "extra_money", "procedure", "place",   "other",
                                         NULL};

static void code_hash(struct arena *arena, const char *code, uint8_t hash[TOKEN_HASH_BYTES])
{
    token_keyed_hash(KEY_LOOKUP, arena_format(arena, "feedback|%s", code), hash);
}

static const char *moment_text(struct arena *arena, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(arena, date_format_iso_time(text, at));
}

/* ---- coming in ---------------------------------------------------------------------------------- */

static enum db_result days_allowed(struct db *db, struct arena *arena, int *days)
{
    struct db_row row;
    *days = FEEDBACK_DAYS;
    enum db_result found =
        db_one(db, arena, "select value from public_setting where name = 'feedback_days'", DB_ARGS(), &row);
    long wanted = found == DB_OK && row.text[0] ? strtol(row.text[0], NULL, 10) : 0;
    if (wanted >= 1 && wanted <= 60)
        *days = (int)wanted;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result feedback_due(struct db *db, struct arena *arena, const struct civil *from, struct civil *due)
{
    struct worktime_calendar calendar;
    int days;
    if (calendar_load(db, arena, "", &calendar) != DB_OK || days_allowed(db, arena, &days) != DB_OK)
        return DB_FAIL;
    int64_t minute = worktime_add_days(&calendar, civil_minute(from), days);
    if (minute == WORKTIME_NEVER)
        return DB_FAIL;
    *due = civil_from_minute(minute);
    return DB_OK;
}

static enum db_result case_write(struct db *db, struct arena *arena, const struct feedback_new *what,
                                 const char *kind, struct db_value hash, const struct civil *received)
{
    struct civil due;
    if (feedback_due(db, arena, received, &due) != DB_OK)
        return DB_FAIL;
    const char *at = moment_text(arena, received);
    if (db_exec(db,
                "insert into feedback_case (kind, code_hash, subject, agency_id, officer_id, dossier_number, words,"
                " word_id, contact_name, contact, lang, received_at, due_at)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                DB_ARGS(db_text(kind), hash, db_text(what->subject), db_id(what->agency), db_id(what->officer),
                        db_text(what->dossier_number), db_text(what->words), db_id(what->word),
                        db_text(what->contact_name), db_text(what->contact), db_text(what->language), db_text(at),
                        db_text(moment_text(arena, &due)))) != DB_OK)
        return DB_FAIL;
    return db_exec(db, "insert into feedback_event (case_id, seq, at, kind) values (?, 1, ?, 'received')",
                   DB_ARGS(db_number((int64_t)db_inserted(db)), db_text(at)));
}

enum db_result feedback_petition(struct db *db, struct arena *arena, const struct feedback_new *what,
                                 const struct civil *now, char code[LOOKUP_CODE_DIGITS + 1])
{
    uint8_t hash[TOKEN_HASH_BYTES];
    struct civil quarter = *now;
    quarter.minute -= quarter.minute % 15;
    quarter.second = 0;
    token_lookup_code(code);
    code_hash(arena, code, hash);
    return case_write(db, arena, what, "petition", db_bytes(hash, sizeof hash), &quarter);
}

enum db_result feedback_from_vote(struct db *db, struct arena *arena, const struct feedback_new *what,
                                  const struct civil *now)
{
    struct civil day = {.year = now->year, .month = now->month, .day = now->day};
    struct feedback_new vote = *what;
    vote.words = vote.dossier_number = vote.contact_name = "";
    return case_write(db, arena, &vote, "rating", db_null(), &day);
}

/* ---- following --------------------------------------------------------------------------------------- */

static const char *text_or_empty(const char *text)
{
    return text ? text : "";
}

static struct civil moment(const char *text)
{
    struct civil at = {0};
    if (text)
        civil_parse(text, &at);
    return at;
}

enum db_result feedback_follow(struct db *db, struct arena *arena, const char *code,
                               struct feedback_followed *followed)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    struct db_row row;
    code_hash(arena, code, hash);
    enum db_result found =
        db_one(db, arena,
               "select case_id, subject, words, state, outcome, answer, agency_name, agency_name_en, received_at,"
               " due_at, answered_at, closed_at from followed_case where code_hash = ?",
               DB_ARGS(db_bytes(hash, sizeof hash)), &row);
    if (found != DB_OK)
        return found;
    *followed = (struct feedback_followed){
        .id = strtoull(row.text[0], NULL, 10),
        .subject = row.text[1],
        .words = row.text[2],
        .state = row.text[3],
        .outcome = text_or_empty(row.text[4]),
        .answer = row.text[5],
        .agency = text_or_empty(row.text[6]),
        .agency_en = text_or_empty(row.text[7]),
        .received_at = moment(row.text[8]),
        .due_at = moment(row.text[9]),
        .answered_at = moment(row.text[10]),
        .closed_at = moment(row.text[11]),
    };
    return DB_OK;
}

/* ---- published ----------------------------------------------------------------------------------------- */

struct publishing {
    struct arena *arena;
    struct feedback_published *items;
    size_t n, most;
};

static bool published_row(void *context, const struct db_row *row)
{
    struct publishing *p = context;
    const char *texts[8];
    for (size_t i = 0; i < 8; i++)
        texts[i] = arena_copy(p->arena, row->text[i]);
    p->items[p->n++] = (struct feedback_published){
        .id = strtoull(texts[0], NULL, 10),
        .subject = texts[1],
        .words = texts[2],
        .answer = texts[3],
        .outcome = texts[4],
        .agency = texts[5],
        .agency_en = texts[6],
        .received_on = moment(texts[7]),
        .answered_on = moment(row->text[8]),
    };
    return p->n < p->most;
}

enum db_result feedback_published(struct db *db, struct arena *arena, size_t skip, size_t most,
                                  struct feedback_published **items, size_t *n)
{
    struct publishing p = {arena, arena_take_array(arena, most + 1, sizeof *p.items), 0, most};
    enum db_result found =
        db_each(db,
                "select case_id, subject, public_words, answer, outcome, agency_name, agency_name_en, received_on,"
                " answered_on from public_case order by answered_on desc, case_id desc limit ? offset ?",
                DB_ARGS(db_number((int64_t)most), db_number((int64_t)skip)), published_row, &p);
    *items = p.items;
    *n = p.n;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}
