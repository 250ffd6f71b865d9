/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What is done with tickets at a counter.
 */
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/route.h"
#include "lib/say.h"
#include "model/ticket_call.h"
#include "staff/desk_inside.h"

const char *const desk_reasons[] = {"uu-tien", "bo-sung", "hen", "sot", "khac", NULL};
static const char *const reason_words[] = {"priority", "papers", "agreed", "missed", "other"};
enum { REASON_OTHER = 4 };

/* What needs no words of the officer: by the end of the address. */
static const struct {
    const char *path;
    enum ticket_act act;
} plain[] = {
    {DESK_PATH "/goi-lai", TICKET_RECALL},  {DESK_PATH "/da-den", TICKET_ARRIVE},
    {DESK_PATH "/xong", TICKET_DONE_ACT},   {DESK_PATH "/vang", TICKET_MISS},
    {DESK_PATH "/cho-lai", TICKET_REQUEUE}, {DESK_PATH "/tiep-tuc", TICKET_RESUME},
    {DESK_PATH "/huy", TICKET_CANCEL},      {DESK_PATH "/dich-vu", TICKET_ITEM},
};

/* Who acts, in which session, on which ticket as the page showed it. 0: there is a session. */
static int acting(struct request *rq, struct counter *counter, struct ticket_actor *actor, struct ticket_input *input)
{
    int answer = desk_need(rq, counter);
    *actor = (struct ticket_actor){.user = rq->who.id, .session = counter->session, .now = clock_now()};
    *input = (struct ticket_input){.ticket = (uint64_t)input_number(rq, "ve"), .hall = counter->hall};
    if (input_given(rq, "ban"))
        input->version = (unsigned)input_number(rq, "ban");
    return answer;
}

static enum ticket_act act_of(const struct request *rq)
{
    size_t i = 0;
    while (strcmp(plain[i].path, rq->route->path) != 0)
        i++;
    return plain[i].act;
}

int desk_act(struct request *rq)
{
    struct counter counter;
    struct ticket_actor actor;
    struct ticket_input input;
    struct ticket_outcome outcome = {0};
    enum ticket_act act = act_of(rq);
    int answer = acting(rq, &counter, &actor, &input);
    if (answer)
        return answer;
    if (act == TICKET_ITEM)
        input.service = (uint64_t)input_number(rq, "dichvu");
    enum ticket_did did = ticket_do(rq->db, rq->arena, &actor, act, &input, &outcome);
    return desk_outcome(rq, did, &outcome, "ve", DESK_NO_PANEL);
}

/* ---- the next one ------------------------------------------------------------------------------------- */

/* Who is being served is done with the same press; 0: done, or nobody was. */
static int finish_first(struct request *rq, const struct counter *counter, const struct ticket_actor *actor)
{
    const struct ticket_input input = {.ticket = (uint64_t)input_number(rq, "ve"),
                                       .hall = counter->hall,
                                       .version = (unsigned)input_number(rq, "ban")};
    struct ticket_outcome outcome = {0};
    if (!input.ticket)
        return 0;
    enum ticket_did did = ticket_do(rq->db, rq->arena, actor, TICKET_DONE_ACT, &input, &outcome);
    if (did != TICKET_DID)
        return desk_outcome(rq, did, &outcome, "ve", DESK_NO_PANEL);
    desk_tell(rq, &outcome.news);
    return 0;
}

int desk_next(struct request *rq)
{
    struct counter counter;
    struct ticket_outcome outcome = {0};
    int answer = desk_need(rq, &counter);
    const struct ticket_actor actor = {.user = rq->who.id, .session = counter.session, .now = clock_now()};
    if (!answer)
        answer = finish_first(rq, &counter, &actor);
    if (answer)
        return answer;
    enum ticket_did did = ticket_call_next(rq->db, rq->arena, &actor, &outcome);
    /* That nobody waits undoes nothing of what was finished. */
    if (did == TICKET_NOBODY && input_number(rq, "ve"))
        return desk_done(rq);
    return desk_outcome(rq, did, &outcome, "ve", DESK_NO_PANEL);
}

/* ---- with words ----------------------------------------------------------------------------------------- */

int desk_park_form(struct request *rq)
{
    return desk_show(rq, 200, DESK_PARK);
}

int desk_park(struct request *rq)
{
    struct counter counter;
    struct ticket_actor actor;
    struct ticket_input input;
    struct ticket_outcome outcome = {0};
    int answer = acting(rq, &counter, &actor, &input);
    if (answer)
        return answer;
    input.note = input_text(rq, "ghichu");
    enum ticket_did did = ticket_do(rq->db, rq->arena, &actor, TICKET_PARK, &input, &outcome);
    return desk_outcome(rq, did, &outcome, "ghichu", DESK_PARK);
}

int desk_transfer_form(struct request *rq)
{
    return desk_show(rq, 200, DESK_TRANSFER);
}

int desk_transfer(struct request *rq)
{
    struct counter counter;
    struct ticket_actor actor;
    struct ticket_input input;
    struct ticket_outcome outcome = {0};
    int answer = acting(rq, &counter, &actor, &input);
    if (answer)
        return answer;
    input.group = (uint64_t)input_number(rq, "nhom");
    input.counter = (uint64_t)input_number(rq, "quay");
    input.note = input_text(rq, "ghichu");
    enum ticket_did did = ticket_do(rq->db, rq->arena, &actor, TICKET_TRANSFER, &input, &outcome);
    return desk_outcome(rq, did, &outcome, "nhom", DESK_TRANSFER);
}

/* The reason as it goes into the ledger; NULL: it says nothing yet. */
static const char *reason_read(struct request *rq)
{
    const char *typed = input_text(rq, "ghichu");
    if (input_number(rq, "lydo") == REASON_OTHER)
        return *typed ? typed : NULL;
    const char *reason = say_one(rq, "desk_choose", reason_words[input_number(rq, "lydo")]);
    return *typed ? arena_format(rq->arena, "%s: %s", reason, typed) : reason;
}

int desk_choose(struct request *rq)
{
    struct counter counter;
    struct ticket_actor actor;
    struct ticket_input input;
    struct ticket_outcome outcome = {0};
    int answer = acting(rq, &counter, &actor, &input);
    if (answer)
        return answer;
    input.note = reason_read(rq);
    if (!input.note) {
        input_refuse(rq, "ghichu", "desk_no_note");
        return desk_show(rq, 422, DESK_CHOOSE);
    }
    enum ticket_did did = ticket_do(rq->db, rq->arena, &actor, TICKET_CHOOSE, &input, &outcome);
    return desk_outcome(rq, did, &outcome, "ghichu", DESK_CHOOSE);
}
