/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <sodium.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/data.h"
#include "lib/db.h"
#include "lib/fault.h"
#include "lib/live.h"
#include "lib/log.h"
#include "lib/page_inside.h"
#include "lib/route_inside.h"

/*
 * How long a request waits for a database that is gone: a restart passes unnoticed. When the database has
 * been away for longer, requests fail at once instead of holding the workers.
 */
#define PATIENCE_READ_MS 3000
#define PATIENCE_WRITE_MS 8000
#define PAUSE_LEAST_MS 10
#define PAUSE_MOST_MS 100

/* Of one attempt to answer. */
enum outcome {
    ANSWERED,  /* the reply is complete and what it says is committed */
    BROKEN,    /* the database failed; db_last_error() says how */
    OVERTAKEN  /* the same form was answered by another worker meanwhile */
};

/* This worker's first failure of the running trouble; 0: the database answers. */
static int64_t trouble_since_ms;

/* ---- one attempt ------------------------------------------------------------------------- */

static enum outcome outcome_of(const struct request *rq)
{
    return rq->reply.failed ? BROKEN : ANSWERED;
}

static enum outcome refuse(struct request *rq, int status)
{
    page_error(rq, status);
    return ANSWERED;
}

static int handler_run(struct request *rq)
{
    if (fault_point("crash"))
        abort();
    while (fault_point("hang"))
        pause();
    int status = rq->route->run(rq);
    if (status != rq->reply.status)
        log_fatal("the handler of %s does not end with page_*()", rq->route->path);
    return status;
}

/* The form again, with every finding and everything typed. */
static enum outcome show_again(struct request *rq)
{
    const struct route *posted = rq->route, *twin = route_twin(rq);
    rq->again = 422;
    if (posted->api || !posted->again) {
        page_error(rq, posted->api ? 422 : 400);
    } else if (!twin) {
        const char *slash = strrchr(posted->again, '/');
        const char *name = slash ? slash + 1 : posted->again;
        page_again(rq, posted->again, arena_copy_bytes(rq->arena, name, strcspn(name, ".")));
    } else if (route_guard_right(rq, twin)) {
        page_error(rq, 403);
    } else {
        rq->route = twin;
        input_check_again(rq);
        handler_run(rq);
        rq->route = posted;
    }
    rq->again = 0;
    return outcome_of(rq);
}

static enum outcome answer_question(struct request *rq)
{
    handler_run(rq);
    if (rq->reply.failed)
        return BROKEN;
    db_rollback(rq->db); /* a snapshot the handler left open */
    return ANSWERED;
}

/* Has this form been answered already? Then its first answer is the answer. */
static enum db_result answer_remembered(struct request *rq, const char *key)
{
    const char *url = NULL;
    enum db_result known = rq->audience->remember(rq, key, &url);
    if (known == DB_OK) {
        db_rollback(rq->db);
        page_begin(rq);
        page_redirect(rq, 303, url);
    }
    return known;
}

/*
 * A double click runs its handler twice. The second may have met what the first changed ("already
 * decided"): whoever pressed the button wants to see the first one's answer.
 */
static enum outcome settle_refusal(struct request *rq, const char *key)
{
    db_rollback(rq->db);
    switch (answer_remembered(rq, key)) {
    case DB_FAIL:
        return BROKEN;
    case DB_OK:
    case DB_NONE:
        break;
    }
    return ANSWERED;
}

static enum outcome settle_effect(struct request *rq, const char *key)
{
    if (rq->reply.status == 303) {
        if (rq->audience->record(rq, key, rq->reply.location) == DB_FAIL) {
            bool overtaken = db_last_error(rq->db) == DB_ERROR_DUPLICATE;
            return overtaken ? OVERTAKEN : BROKEN;
        }
    } else if (rq->reply.status < 400) {
        log_fatal("POST %s has an effect and must end in page_go()", rq->route->path);
    }
    if (db_commit(rq->db) != DB_OK)
        return BROKEN;
    live_tell(rq);
    return ANSWERED;
}

static enum outcome answer_effect(struct request *rq)
{
    const char *key = route_request_key(rq);
    if ((rq->route->numbers ? db_begin_numbering(rq->db) : db_begin(rq->db)) != DB_OK)
        return BROKEN;
    switch (answer_remembered(rq, key)) {
    case DB_FAIL:
        return BROKEN;
    case DB_OK:
        return ANSWERED;
    case DB_NONE:
        break;
    }
    int status = handler_run(rq);
    if (rq->reply.failed)
        return BROKEN;
    if (status >= 400 && !rq->keep)
        return settle_refusal(rq, key);
    return settle_effect(rq, key);
}

/* Afterwards to what was asked; a form that only takes POST has no page of its own to come back to. */
static enum outcome refuse_stranger(struct request *rq)
{
    const char *back = "";
    if (rq->method == GET)
        back = arena_format(rq->arena, "%s%s%s", rq->link, rq->query[0] ? "?" : "", rq->query);
    else if (route_twin(rq))
        back = rq->link;
    rq->audience->stranger(rq, back);
    return outcome_of(rq);
}

static bool is_stranger(const struct request *rq)
{
    return rq->who.id == 0 && rq->audience->stranger && !rq->route->api &&
           rq->route->right != NOBODY;
}

/* Who asks, may they, is the body well, is the form ours, are the inputs right: in that order. */
static enum outcome attempt(struct request *rq)
{
    rq->who = (struct actor){.name = "", .session = ""};
    rq->keep = false;
    live_forget(rq);
    if (rq->audience->identify && rq->audience->identify(rq, &rq->who) == DB_FAIL)
        return BROKEN;
    int status = route_guard_right(rq, rq->route);
    if (status && is_stranger(rq))
        return refuse_stranger(rq);
    if (!status && rq->method == POST && !rq->body_read) {
        status = request_body(rq, rq->route->files);
        rq->body_read = status == 0;
    }
    if (!status)
        status = route_guard_token(rq);
    if (status)
        return refuse(rq, status);

    switch (input_check(rq)) {
    case INPUT_OK:
        break;
    case INPUT_MALFORMED:
        return refuse(rq, 400);
    case INPUT_MISSING:
        return refuse(rq, 404);
    case INPUT_WRONG:
        if (rq->method == POST || !rq->route->again)
            return show_again(rq);
        rq->again = 422;
    }
    return route_has_effect(rq->route) ? answer_effect(rq) : answer_question(rq);
}

/* ---- again and again ------------------------------------------------------------------------ */

static void pause_a_little(void)
{
    usleep(1000 * (PAUSE_LEAST_MS + randombytes_uniform(PAUSE_MOST_MS - PAUSE_LEAST_MS + 1)));
}

static void start_afresh(struct request *rq)
{
    data_close(rq->data);
    rq->data = data_open();
    rq->again = 0;
    page_begin(rq);
}

static bool worth_another(const struct request *rq, enum db_error error, unsigned tries)
{
    int64_t now = clock_monotonic_ms();
    if (now >= rq->deadline_ms || (error != DB_ERROR_AGAIN && error != DB_ERROR_LOST))
        return false;
    if (error == DB_ERROR_AGAIN || tries == 1)
        return true;
    int64_t patience = route_has_effect(rq->route) ? PATIENCE_WRITE_MS : PATIENCE_READ_MS;
    return now < trouble_since_ms + patience;
}

static void note_trouble(enum db_error error)
{
    if (error != DB_ERROR_LOST)
        trouble_since_ms = 0;
    else if (trouble_since_ms == 0)
        trouble_since_ms = clock_monotonic_ms();
}

static void give_up(struct request *rq, enum db_error error, unsigned tries)
{
    bool passes = error == DB_ERROR_AGAIN || error == DB_ERROR_LOST;
    log_error("%s fails after %u tries: %s", rq->route->path, tries,
              *db_last_text(rq->db) ? db_last_text(rq->db) : "no error of the database is known");
    start_afresh(rq);
    page_error(rq, passes ? 503 : 500);
}

static void run_until_answered(struct request *rq)
{
    for (unsigned tries = 1;; tries++) {
        enum outcome outcome = attempt(rq);
        if (outcome == ANSWERED) {
            if (db_statements(rq->db) > 0)
                note_trouble(DB_ERROR_NONE);
            break;
        }
        enum db_error error = db_last_error(rq->db);
        db_rollback(rq->db);
        if (outcome == OVERTAKEN)
            error = DB_ERROR_AGAIN;
        note_trouble(error);
        if (!worth_another(rq, error, tries)) {
            give_up(rq, error, tries);
            break;
        }
        if (outcome != OVERTAKEN && (error == DB_ERROR_AGAIN || tries > 1))
            pause_a_little();
        start_afresh(rq);
    }
}

void route_run(struct request *rq)
{
    db_deadline(rq->db, rq->deadline_ms);
    if (!page_kept_find(rq))
        run_until_answered(rq);
    db_rollback(rq->db);
    db_deadline(rq->db, 0);
}
