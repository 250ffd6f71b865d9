/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Who sits at a counter: opened, paused, handed over, closed, and which queues it serves.
 */
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/catalogue.h"
#include "staff/desk_inside.h"

const char *const desk_pauses[] = {"giai-lao", "hop", "giay-to", "su-co", "khac", NULL};

/* ---- ends ------------------------------------------------------------------------------------------- */

static const char *did_words(struct request *rq, enum counter_did did, const struct counter_outcome *outcome)
{
    const char *name = arena_format(rq->arena, "desk_did.%s", counter_did_names[did]);
    if (did == COUNTER_TAKEN)
        return say_fill(rq, name, "name", outcome->by, NULL);
    if (did == COUNTER_ELSEWHERE)
        return say_fill(rq, name, "counter", arena_format(rq->arena, "%u", outcome->counter.number), NULL);
    if (did == COUNTER_BUSY)
        return say_fill(rq, name, "ticket", outcome->counter.label, NULL);
    return say_one(rq, "desk_did", counter_did_names[did]);
}

static int session_end(struct request *rq, enum counter_did did, const struct counter_outcome *outcome)
{
    if (did == COUNTER_FAIL)
        return page_failed(rq);
    if (did != COUNTER_DID)
        return desk_refuse(rq, did_words(rq, did, outcome));
    desk_tell(rq, &outcome->news);
    return desk_done(rq);
}

/* The officer in the session of the page's form. 0: there is one. */
static int actor_need(struct request *rq, struct counter *counter, struct counter_actor *actor)
{
    int answer = desk_need(rq, counter);
    *actor = (struct counter_actor){.user = rq->who.id, .session = counter->session, .now = clock_now()};
    if (!answer && input_given(rq, "phien"))
        actor->version = (unsigned)input_number(rq, "phien");
    return answer;
}

/* ---- opening ------------------------------------------------------------------------------------------- */

/* The hall of the counter when it is one of the officer's. DB_NONE: it is not. */
static enum db_result hall_of_counter(struct request *rq, uint64_t counter, const struct civil *now, uint64_t *hall)
{
    struct hall_list halls;
    struct counter found;
    const struct catalogue *catalogue = catalogue_held();
    if (!catalogue || counter_seat_halls(rq->db, rq->arena, catalogue->version, rq->who.id, &halls) == DB_FAIL)
        return DB_FAIL;
    enum db_result result = counter_read(rq->db, rq->arena, counter, now, &found);
    if (result != DB_OK)
        return result;
    for (size_t i = 0; i < halls.n; i++) {
        if (halls.halls[i].id == found.hall) {
            *hall = found.hall;
            return DB_OK;
        }
    }
    return DB_NONE;
}

int desk_open(struct request *rq)
{
    struct counter_outcome outcome;
    const struct counter_actor actor = {.user = rq->who.id, .now = clock_now()};
    uint64_t counter = (uint64_t)input_number(rq, "quay"), hall;
    enum db_result found = hall_of_counter(rq, counter, &actor.now, &hall);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    return session_end(rq, counter_open(rq->db, rq->arena, &actor, hall, counter, &outcome), &outcome);
}

/* ---- pausing, closing ------------------------------------------------------------------------------------- */

int desk_pause_form(struct request *rq)
{
    return desk_show(rq, 200, DESK_PAUSE);
}

int desk_pause(struct request *rq)
{
    struct counter counter;
    struct counter_actor actor;
    struct counter_outcome outcome;
    int answer = actor_need(rq, &counter, &actor);
    if (answer)
        return answer;
    enum counter_pause reason = (enum counter_pause)input_number(rq, "lydo");
    return session_end(rq, counter_pause(rq->db, rq->arena, &actor, reason, &outcome), &outcome);
}

int desk_resume(struct request *rq)
{
    struct counter counter;
    struct counter_actor actor;
    struct counter_outcome outcome;
    int answer = actor_need(rq, &counter, &actor);
    return answer ? answer : session_end(rq, counter_resume(rq->db, rq->arena, &actor, &outcome), &outcome);
}

int desk_close(struct request *rq)
{
    struct counter counter;
    struct counter_actor actor;
    struct counter_outcome outcome;
    int answer = actor_need(rq, &counter, &actor);
    return answer ? answer : session_end(rq, counter_close(rq->db, rq->arena, &actor, &outcome), &outcome);
}

/* ---- groups ------------------------------------------------------------------------------------------------- */

int desk_groups_form(struct request *rq)
{
    return desk_show(rq, 200, DESK_GROUPS);
}

int desk_groups(struct request *rq)
{
    uint64_t groups[DESK_GROUPS_MAX];
    size_t n = 0;
    struct counter counter;
    struct counter_actor actor;
    struct counter_outcome outcome;
    int answer = actor_need(rq, &counter, &actor);
    if (answer)
        return answer;
    for (size_t i = 0; i < input_count(rq, "nhom") && n < DESK_GROUPS_MAX; i++)
        groups[n++] = strtoull(input_text_at(rq, "nhom", i), NULL, 10);
    if (n == 0) {
        input_refuse(rq, "nhom", "counter_no_group");
        return desk_show(rq, 422, DESK_GROUPS);
    }
    return session_end(rq,
                       counter_groups_set(rq->db, rq->arena, &actor, counter.hall, counter.id, groups, n, &outcome),
                       &outcome);
}

/* ---- handing over --------------------------------------------------------------------------------------------- */

int desk_hand_over_form(struct request *rq)
{
    return desk_show(rq, 200, DESK_HAND_OVER);
}

int desk_hand_over(struct request *rq)
{
    struct counter counter;
    struct counter_actor actor;
    struct counter_outcome outcome;
    struct seat_person *people;
    size_t n;
    uint64_t to = (uint64_t)input_number(rq, "nguoi");
    int answer = actor_need(rq, &counter, &actor);
    if (answer)
        return answer;
    if (counter_seat_people(rq->db, rq->arena, counter.hall, rq->who.id, &actor.now, &people, &n) == DB_FAIL)
        return page_failed(rq);
    for (size_t i = 0; i < n; i++)
        if (people[i].id == to)
            return session_end(rq, counter_hand_over(rq->db, rq->arena, &actor, to, &outcome), &outcome);
    input_refuse(rq, "nguoi", "unknown_person");
    return desk_show(rq, 422, DESK_HAND_OVER);
}
