/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/outbox_send.h"

#include <stdlib.h>
#include <unistd.h>

#include "lib/text.h"
#include "lib/token.h"
#include "model/rating_token.h"

enum { PAUSE_US = 200000, PAUSES = 300 };

/* Minutes until the next try, after the first, the second … */
static const unsigned pauses_min[OUTBOX_TRIES] = {1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440};

static void moment(char out[DATE_TEXT_MAX], const struct civil *now, int64_t minutes)
{
    struct civil at = civil_from_second(civil_second(now) + minutes * 60);
    date_format_iso_time(out, &at);
}

/* Ends the transaction a step was. */
static enum db_result step_end(struct db *db, enum db_result result)
{
    if (result == DB_OK && db_commit(db) != DB_OK)
        result = DB_FAIL;
    if (result != DB_OK)
        db_rollback(db);
    return result;
}

/* A result that was handed over can be rated; the address is made when it is sent and stored nowhere. */
static const char *rate_of(struct arena *arena, const char *template_name, uint64_t dossier)
{
    static const char *const rated[] = {"returned", "sent_by_post", NULL};
    if (!dossier || !token_ready() || !text_among(template_name, rated))
        return "";
    return rating_address(arena, (struct rated){RATED_RETURNED, dossier});
}

static enum db_result due_find(struct db *db, struct arena *arena, const char *channel, const char *now,
                               struct outbox_letter *letter)
{
    struct db_row row;
    enum db_result result = db_one(
        db, arena,
        "select id, recipient, template, lang, ifnull(data, ''), created_at, attempts, dossier_id from outbox"
        " where state = 'waiting' and channel = ? and next_at <= ? order by next_at, id limit 1"
        " for update skip locked",
        DB_ARGS(db_text(channel), db_text(now)), &row);
    if (result != DB_OK)
        return result;
    *letter = (struct outbox_letter){
        .id = strtoull(row.text[0], NULL, 10),
        .channel = channel,
        .recipient = row.text[1],
        .template_name = row.text[2],
        .lang = row.text[3],
        .data = row.text[4],
        .tries = (unsigned)strtoul(row.text[6], NULL, 10),
        .rate = rate_of(arena, row.text[2], row.text[7] ? strtoull(row.text[7], NULL, 10) : 0),
    };
    civil_parse(row.text[5], &letter->created);
    return DB_OK;
}

enum db_result outbox_claim(struct db *db, struct arena *arena, const char *channel, const struct civil *now,
                            struct outbox_letter *letter)
{
    char at[DATE_TEXT_MAX];
    moment(at, now, 0);
    /* Each statement sees what is committed by then: two that look at once take two messages. */
    enum db_result result = db_begin_numbering(db);
    if (result == DB_OK)
        result = due_find(db, arena, channel, at, letter);
    if (result == DB_OK) {
        token_random_bytes(letter->mark, sizeof letter->mark);
        result = db_exec(db,
                         "update outbox set state = 'sending', claim = ?,"
                         " claim_until = now() + interval ? minute where id = ? and state = 'waiting'",
                         DB_ARGS(db_bytes(letter->mark, sizeof letter->mark), db_number(OUTBOX_CLAIM_MIN),
                                 db_number((int64_t)letter->id)));
    }
    return step_end(db, result);
}

enum db_result outbox_hand(struct db *db, const struct outbox_letter *letter)
{
    enum db_result result = db_begin(db);
    if (result == DB_OK)
        result = db_exec(db,
                         "update outbox set state = 'handed' where id = ? and claim = ?"
                         " and state = 'sending' and claim_until > now()",
                         DB_ARGS(db_number((int64_t)letter->id), db_bytes(letter->mark, sizeof letter->mark)));
    return step_end(db, result);
}

static enum db_result end_write(struct db *db, const struct outbox_letter *letter, const char *state,
                                unsigned tries, const char *next, const char *sent, const char *error)
{
    enum db_result result = db_begin(db);
    if (result == DB_OK)
        result = db_exec(db,
                         "update outbox set state = ?, attempts = ?, next_at = ?, sent_at = ?, last_error = ?,"
                         " claim = null, claim_until = null where id = ? and claim = ?",
                         DB_ARGS(db_text(state), db_number(tries), db_text(next), db_text(sent), db_text(error),
                                 db_number((int64_t)letter->id), db_bytes(letter->mark, sizeof letter->mark)));
    return step_end(db, result);
}

enum db_result outbox_end(struct db *db, const struct outbox_letter *letter, enum outbox_end end,
                          const char *error, const struct civil *now)
{
    static const char *const states[] = {
        [OUTBOX_SENT] = "sent", [OUTBOX_AGAIN] = "waiting", [OUTBOX_HELD] = "waiting",
        [OUTBOX_FAILED] = "failed", [OUTBOX_UNKNOWN] = "unknown"};
    char next[DATE_TEXT_MAX], sent[DATE_TEXT_MAX];
    unsigned tries = letter->tries + (end != OUTBOX_HELD);
    bool over = end == OUTBOX_AGAIN && tries >= OUTBOX_TRIES;
    moment(next, now, end == OUTBOX_AGAIN && !over ? pauses_min[tries - 1] : end == OUTBOX_HELD);
    moment(sent, now, 0);
    enum db_result result = DB_FAIL;
    for (int i = 0; i < PAUSES; i++) {
        result = end_write(db, letter, over ? "failed" : states[end], tries, next,
                           end == OUTBOX_SENT ? sent : NULL, error);
        enum db_error trouble = db_last_error(db);
        if (result != DB_FAIL || (trouble != DB_ERROR_AGAIN && trouble != DB_ERROR_LOST))
            break;
        usleep(PAUSE_US);
    }
    return result;
}

static enum db_result step_alone(struct db *db, const char *sql, const struct db_value *args, uint64_t *count)
{
    enum db_result result = db_begin(db);
    if (result == DB_OK)
        result = db_exec(db, sql, args);
    uint64_t changed = result == DB_OK ? db_changed(db) : 0;
    result = step_end(db, result);
    *count += result == DB_OK ? changed : 0;
    return result;
}

enum db_result outbox_recover(struct db *db, const struct civil *now, uint64_t *count)
{
    char at[DATE_TEXT_MAX];
    moment(at, now, 0);
    enum db_result result =
        step_alone(db,
                   "update outbox set state = 'waiting', next_at = ?, claim = null, claim_until = null,"
                   " last_error = 'the process that was sending it died'"
                   " where state = 'sending' and claim_until < now()",
                   DB_ARGS(db_text(at)), count);
    if (result == DB_FAIL)
        return DB_FAIL;
    return step_alone(db,
                      "update outbox set state = 'unknown', attempts = attempts + 1, claim = null,"
                      " claim_until = null, last_error = 'the process died while it gave it away'"
                      " where state = 'handed' and claim_until < now()",
                      DB_ARGS(), count);
}

enum db_result outbox_skip(struct db *db, const char *channel, uint64_t *count)
{
    return step_alone(db, "update outbox set state = 'skipped' where state = 'waiting' and channel = ?",
                      DB_ARGS(db_text(channel)), count);
}

enum db_result outbox_marks(struct db *db, struct arena *arena, bool *marks)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select value = '1' from setting where name = 'sms_marks'", DB_ARGS(), &row);
    *marks = result == DB_OK && *row.text[0] == '1';
    return result;
}
