/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_TESTS_UNIT_HALL_DESK_H
#define MOTCUA_TESTS_UNIT_HALL_DESK_H

#include "hall_world.h"
#include "model/counter.h"
#include "model/ticket_call.h"

/* Officers at their counters: each of these is one committed transaction when it was done, and none otherwise. */
static inline uint64_t opened_at(const char *now, uint64_t user, uint64_t counter)
{
    const struct counter_actor actor = {.user = user, .now = clock_at(now)};
    struct counter_outcome outcome;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    enum counter_did did = counter_open(db, arena, &actor, HALL_ID, counter, &outcome);
    if (did != COUNTER_DID)
        print_error("counter %u: %s\n", (unsigned)counter, counter_did_names[did]);
    assert_int_equal(did, COUNTER_DID);
    assert_int_equal(db_commit(db), DB_OK);
    return outcome.session;
}

static inline enum ticket_did call_at(const char *now, uint64_t user, uint64_t session, struct ticket_outcome *outcome)
{
    const struct ticket_actor actor = {.user = user, .session = session, .now = clock_at(now)};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    enum ticket_did did = ticket_call_next(db, arena, &actor, outcome);
    if (did == TICKET_DID)
        assert_int_equal(db_commit(db), DB_OK);
    db_rollback(db);
    return did;
}

/* The label and the reason: "A001 turn", or what stood against it. */
static inline const char *called_at(const char *now, uint64_t user, uint64_t session)
{
    struct ticket_outcome outcome;
    enum ticket_did did = call_at(now, user, session, &outcome);
    if (did == TICKET_NOBODY)
        return "nobody";
    if (did != TICKET_DID)
        return ticket_why_names[outcome.why];
    return arena_format(arena, "%s %s", outcome.ticket.label, ticket_reason_names[outcome.reason]);
}

static inline enum ticket_did act_in(const char *now, uint64_t user, uint64_t session, enum ticket_act act,
                              const struct ticket_input *input, struct ticket_outcome *outcome)
{
    const struct ticket_actor actor = {.user = user, .session = session, .now = clock_at(now)};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    enum ticket_did did = ticket_do(db, arena, &actor, act, input, outcome);
    if (did == TICKET_DID)
        assert_int_equal(db_commit(db), DB_OK);
    db_rollback(db);
    return did;
}

/* "did", or the word of what stood against it. */
static inline const char *acted_at(const char *now, uint64_t user, uint64_t session, enum ticket_act act, uint64_t ticket)
{
    const struct ticket_input input = {
        .ticket = ticket, .note = "lý do", .group = GROUP_B, .dossier = 1, .service = SERVICE_A};
    struct ticket_outcome outcome;
    enum ticket_did did = act_in(now, user, session, act, &input, &outcome);
    static const char *const words[] = {"did", "nobody", "unknown", "conflict", "", "", "fail"};
    return did == TICKET_NOT_NOW || did == TICKET_WRONG ? ticket_why_names[outcome.why] : words[did];
}

/* Calls, serves and ends whoever is next. */
static inline const char *served_at(const char *now, uint64_t user, uint64_t session)
{
    struct ticket_outcome outcome;
    if (call_at(now, user, session, &outcome) != TICKET_DID)
        return "nobody";
    const char *who = arena_format(arena, "%s %s", outcome.ticket.label, ticket_reason_names[outcome.reason]);
    assert_string_equal(acted_at(now, user, session, TICKET_ARRIVE, outcome.ticket.id), "did");
    assert_string_equal(acted_at(now, user, session, TICKET_DONE_ACT, outcome.ticket.id), "did");
    return who;
}

static inline struct ticket ticket_now(uint64_t id)
{
    struct ticket ticket;
    assert_int_equal(ticket_read(db, arena, id, &ticket), DB_OK);
    return ticket;
}

#endif
