/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What may be done with a ticket in which state, by whom, and what is written.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_desk.h"

enum { AN = 1, BA, CU, DU };

/* ---- every act in every state ---------------------------------------------------------------- */

/* What becomes of it; 0: the act does not fit. */
static const enum ticket_state nothing = TICKET_STATES;
static const struct {
    enum ticket_act act;
    enum ticket_state to[TICKET_STATES]; /* from waiting, called, serving, parked, missed, done, cancelled, closed */
} machine[] = {
#define N TICKET_STATES
    {TICKET_RECALL, {N, TICKET_CALLED, N, N, N, N, N, N}},
    {TICKET_ARRIVE, {N, TICKET_SERVING, N, N, N, N, N, N}},
    {TICKET_DONE_ACT, {N, N, TICKET_FINISHED, N, N, N, N, N}},
    {TICKET_MISS, {N, TICKET_MISSED, N, N, N, N, N, N}},
    {TICKET_REQUEUE, {N, N, N, N, TICKET_WAITING, N, N, N}},
    {TICKET_PARK, {N, N, TICKET_PARKED, N, N, N, N, N}},
    {TICKET_RESUME, {N, N, N, TICKET_SERVING, N, N, N, N}},
    {TICKET_TRANSFER, {N, N, TICKET_WAITING, N, N, N, N, N}},
    {TICKET_CANCEL, {TICKET_CANCELLED, N, N, N, N, N, N, N}},
    {TICKET_CHOOSE, {TICKET_CALLED, N, N, N, N, N, N, N}},
    {TICKET_BIND, {N, TICKET_CALLED, TICKET_SERVING, TICKET_PARKED, N, TICKET_FINISHED, N, N}},
    {TICKET_ITEM, {N, N, TICKET_SERVING, N, N, N, N, N}},
    {TICKET_REPRINT,
     {TICKET_WAITING, TICKET_CALLED, TICKET_SERVING, TICKET_PARKED, TICKET_MISSED, TICKET_FINISHED, TICKET_CANCELLED,
      TICKET_CLOSED}},
};

/* A ticket of counter 2 brought to a state by the acts themselves; closed only by hand. */
static uint64_t ticket_in(enum ticket_state state, uint64_t session)
{
    uint64_t id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    if (state == TICKET_CANCELLED)
        assert_string_equal(acted_at("08:01", BA, session, TICKET_CANCEL, id), "did");
    if (state == TICKET_CLOSED)
        sql_do("update ticket set state = 'closed' where state = 'waiting'");
    if (state == TICKET_WAITING || state == TICKET_CANCELLED || state == TICKET_CLOSED)
        return id;
    assert_string_equal(called_at("08:02", BA, session), "A001 turn");
    if (state == TICKET_MISSED)
        assert_string_equal(acted_at("08:04", BA, session, TICKET_MISS, id), "did");
    if (state == TICKET_CALLED || state == TICKET_MISSED)
        return id;
    assert_string_equal(acted_at("08:03", BA, session, TICKET_ARRIVE, id), "did");
    if (state == TICKET_PARKED)
        assert_string_equal(acted_at("08:04", BA, session, TICKET_PARK, id), "did");
    if (state == TICKET_FINISHED)
        assert_string_equal(acted_at("08:04", BA, session, TICKET_DONE_ACT, id), "did");
    return id;
}

static void every_act_fits_its_states_and_no_other(void **state)
{
    for (size_t k = 0; k < sizeof machine / sizeof *machine; k++)
        for (enum ticket_state from = TICKET_WAITING; from < TICKET_STATES; from++) {
            hall_empty(state);
            uint64_t session = opened_at("07:40", BA, 2), id = ticket_in(from, session);
            unsigned version = ticket_now(id).version;
            uint64_t events = number_asked("select count(*) from ticket_event");
            const char *did = acted_at("08:10", BA, session, machine[k].act, id);
            bool fits = machine[k].to[from] != nothing;
            struct ticket after = ticket_now(id);
            if (strcmp(did, fits ? "did" : "state") != 0 ||
                after.state != (fits ? machine[k].to[from] : from))
                fail_msg("%s of a ticket that is %s: %s, now %s", ticket_act_names[machine[k].act],
                         ticket_state_names[from], did, ticket_state_names[after.state]);
            assert_int_equal(ticket_act_fits(machine[k].act, from), fits);
            assert_int_equal(after.version, version + fits);
            assert_int_equal(number_asked("select count(*) from ticket_event"), events + fits);
        }
    /* The history of each says how it came to be as it is. */
    assert_int_equal(number_asked("select count(*) from ticket t join ticket_event e on e.id = (select max(x.id) from"
                                  " ticket_event x where x.ticket_id = t.id) where e.to_state <> t.state"),
                     0);
}

/* ---- who ------------------------------------------------------------------------------------- */

static void only_the_counter_that_has_it_goes_on_with_it(void **state)
{
    (void)state;
    uint64_t one = opened_at("07:40", AN, 1), two = opened_at("07:40", BA, 2);
    uint64_t id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:01", AN, one), "A001 turn");
    assert_string_equal(acted_at("08:02", BA, two, TICKET_ARRIVE, id), "elsewhere");
    assert_string_equal(acted_at("08:02", BA, one, TICKET_ARRIVE, id), "no_session"); /* another's session */
    assert_string_equal(acted_at("08:02", BA, 999, TICKET_ARRIVE, id), "no_session");
    assert_string_equal(acted_at("08:02", BA, 0, TICKET_ARRIVE, id), "no_session");
    assert_string_equal(acted_at("08:02", AN, one, TICKET_ARRIVE, 999), "unknown");
    assert_string_equal(acted_at("08:02", AN, one, TICKET_ARRIVE, id), "did");
}

static void a_counter_has_one_person_before_it(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    uint64_t first = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    uint64_t second = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    struct ticket_outcome outcome;
    const struct ticket_input input = {.ticket = second, .note = "ở xa"};
    assert_string_equal(called_at("08:01", BA, two), "A001 turn");
    assert_int_equal(call_at("08:01", BA, two, &outcome), TICKET_NOT_NOW);
    assert_int_equal(outcome.why, TICKET_WHY_BUSY);
    assert_string_equal(outcome.other, "A001");
    assert_int_equal(outcome.other_ticket, first);
    assert_int_equal(act_in("08:01", BA, two, TICKET_CHOOSE, &input, &outcome), TICKET_NOT_NOW);
    assert_int_equal(outcome.why, TICKET_WHY_BUSY);
    assert_string_equal(acted_at("08:02", BA, two, TICKET_ARRIVE, first), "did");
    assert_string_equal(acted_at("08:03", BA, two, TICKET_PARK, first), "did");
    assert_string_equal(called_at("08:04", BA, two), "A002 turn");
    assert_string_equal(acted_at("08:05", BA, two, TICKET_RESUME, first), "busy");
}

static void who_was_slower_is_told_what_happened(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:01", BA, two), "A001 turn");
    unsigned seen = ticket_now(id).version;
    assert_string_equal(acted_at("08:02", BA, two, TICKET_ARRIVE, id), "did");
    struct ticket_outcome outcome;
    const struct ticket_input input = {.ticket = id, .version = seen};
    assert_int_equal(act_in("08:03", BA, two, TICKET_MISS, &input, &outcome), TICKET_CONFLICT);
    assert_string_equal(outcome.by, "Ba");
    assert_string_equal(outcome.what, "arrived");
    assert_int_equal(outcome.at.minute, 2);
    assert_int_equal(outcome.ticket.state, TICKET_SERVING);
}

/* The same moment: the person gives the ticket back while an officer chooses it. */
static void of_two_at_once_one_is_told(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    struct ticket_outcome outcome;
    const struct ticket_input input = {.ticket = id, .note = "ở xa"};
    const struct ticket_actor phone = {.now = clock_at("08:01")};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_do(db, arena, &phone, TICKET_CANCEL, &input, &outcome), TICKET_DID);
    pid_t officer = fork();
    if (officer == 0) {
        struct db *own = db_open();
        const struct ticket_actor actor = {.user = BA, .session = two, .now = clock_at("08:01")};
        bool told = db_begin_numbering(own) == DB_OK &&
                    ticket_do(own, arena, &actor, TICKET_CHOOSE, &input, &outcome) == TICKET_CONFLICT &&
                    strcmp(outcome.what, "cancelled") == 0 && outcome.ticket.state == TICKET_CANCELLED;
        db_rollback(own);
        _exit(told ? 0 : 1);
    }
    struct db *eye = db_open();
    struct db_row row;
    do /* until the officer's program waits for the row */
        assert_int_equal(db_one(eye, arena, "select variable_value from information_schema.global_status"
                                            " where variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'",
                                DB_ARGS(), &row),
                         DB_OK);
    while (row.text[0][0] == '0');
    db_close(eye);
    assert_int_equal(db_commit(db), DB_OK);
    int status;
    assert_int_equal(waitpid(officer, &status, 0), officer);
    assert_int_equal(status, 0);
    assert_int_equal(number_asked("select count(*) from ticket_event"), 2);
}

/* ---- single acts ----------------------------------------------------------------------------- */

static void missed_after_a_while_and_back_once(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    struct ticket_outcome outcome;
    const struct ticket_input input = {.ticket = id};
    assert_string_equal(called_at("08:01:00", BA, two), "A001 turn");
    assert_int_equal(act_in("08:01:20", BA, two, TICKET_MISS, &input, &outcome), TICKET_NOT_NOW);
    assert_int_equal(outcome.why, TICKET_WHY_TOO_SOON);
    assert_int_equal(outcome.seconds, 40);
    assert_string_equal(acted_at("08:01:30", BA, two, TICKET_RECALL, id), "did");
    assert_string_equal(acted_at("08:02:10", BA, two, TICKET_MISS, id), "too_soon"); /* from the last call on */
    assert_string_equal(acted_at("08:02:30", BA, two, TICKET_MISS, id), "did");
    issued_at("08:03", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(acted_at("08:10", BA, two, TICKET_REQUEUE, id), "did");
    assert_int_equal(ticket_now(id).arrival_at.minute, 0);
    assert_string_equal(served_at("08:11", BA, two), "A002 turn"); /* who was there goes first */
    assert_string_equal(called_at("08:11", BA, two), "A001 requeued");
    assert_int_equal(ticket_now(id).calls, 3);
    assert_string_equal(acted_at("08:13", BA, two, TICKET_MISS, id), "did");
    assert_string_equal(acted_at("08:14", BA, two, TICKET_REQUEUE, id), "once");
}

/* A001 is called and missed at once. */
static uint64_t missed_at_eight(uint64_t session, enum ticket_class class)
{
    uint64_t id = issued_at("08:00", SERVICE_A, class);
    struct ticket_outcome outcome;
    assert_int_equal(call_at("08:01", BA, session, &outcome), TICKET_DID);
    assert_int_equal(outcome.ticket.id, id);
    assert_string_equal(acted_at("08:03", BA, session, TICKET_MISS, id), "did");
    return id;
}

static void who_comes_back_waits_behind_the_next_three(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), one = opened_at("07:40", AN, 1);
    uint64_t id = missed_at_eight(two, TICKET_ORDINARY);
    for (int i = 4; i <= 8; i++)
        issued_at(arena_format(arena, "08:%02d", i), SERVICE_A, TICKET_ORDINARY);
    issued_at("08:09", SERVICE_A, TICKET_ELDERLY);
    issued_at("08:02", SERVICE_B, TICKET_ORDINARY); /* of another group: not counted */
    assert_string_equal(acted_at("08:10", BA, two, TICKET_REQUEUE, id), "did");
    static const char *const order[] = {"A007 priority", "A002 turn", "A003 turn", "A004 turn",
                                        "A001 requeued", "A005 turn", "A006 turn"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        assert_string_equal(served_at("08:11", AN, one), order[i]);
}

static void coming_back_never_gains_a_place(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    for (int i = 0; i < 5; i++)
        issued_at(arena_format(arena, "08:0%d", i), SERVICE_A, TICKET_ORDINARY);
    uint64_t last = issued_at("08:05", SERVICE_A, TICKET_ORDINARY);
    struct ticket_outcome outcome;
    const struct ticket_input input = {.ticket = last, .note = "xe chờ"};
    assert_int_equal(act_in("08:06", BA, two, TICKET_CHOOSE, &input, &outcome), TICKET_DID);
    assert_string_equal(acted_at("08:10", BA, two, TICKET_MISS, last), "did");
    assert_string_equal(acted_at("08:11", BA, two, TICKET_REQUEUE, last), "did");
    assert_int_equal(ticket_now(last).rank_at.minute, 5);
    for (int i = 1; i <= 5; i++)
        assert_string_equal(served_at("08:12", BA, two), arena_format(arena, "A00%d turn", i));
    assert_string_equal(served_at("08:12", BA, two), "A006 requeued");
}

static void priority_that_comes_back_waits_behind_priority(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = missed_at_eight(two, TICKET_ELDERLY);
    issued_at("08:04", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:05", SERVICE_A, TICKET_PREGNANT);
    assert_string_equal(acted_at("08:10", BA, two, TICKET_REQUEUE, id), "did");
    assert_string_equal(served_at("08:11", BA, two), "A003 priority");
}

static void a_clock_put_back_keeps_nobody_waiting(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("09:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("09:00", SERVICE_A, TICKET_ELDERLY);
    assert_string_equal(called_at("08:30", BA, two), "A002 priority"); /* both arrived "later" than now */
    assert_string_equal(acted_at("08:20", BA, two, TICKET_MISS, ticket_now(id).id + 1), "did");
    assert_string_equal(called_at("08:20", BA, two), "A001 turn");
}

static void a_transfer_keeps_number_arrival_and_rank(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), three = opened_at("07:40", CU, 3);
    uint64_t id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:05", SERVICE_B, TICKET_ORDINARY);
    assert_string_equal(called_at("08:06", BA, two), "A001 turn");
    assert_string_equal(acted_at("08:07", BA, two, TICKET_ARRIVE, id), "did");
    struct ticket_outcome outcome;
    struct ticket_input input = {.ticket = id, .group = GROUP_A, .note = "nhầm"};
    assert_int_equal(act_in("08:08", BA, two, TICKET_TRANSFER, &input, &outcome), TICKET_WRONG);
    assert_int_equal(outcome.why, TICKET_WHY_NO_GROUP);
    input.group = GROUP_N;
    assert_int_equal(act_in("08:08", BA, two, TICKET_TRANSFER, &input, &outcome), TICKET_WRONG);
    input.group = GROUP_B;
    assert_int_equal(act_in("08:08", BA, two, TICKET_TRANSFER, &input, &outcome), TICKET_DID);
    assert_int_equal(outcome.news.group, GROUP_B);
    assert_int_equal(outcome.news.counter, 2);
    struct ticket ticket = ticket_now(id);
    assert_string_equal(ticket.label, "A001");
    assert_int_equal(ticket.group, GROUP_B);
    assert_int_equal(ticket.counter, 0);
    assert_int_equal(ticket.arrival_at.minute, 0);
    assert_int_equal(ticket.rank_at.minute, 0);
    assert_string_equal(called_at("08:09", CU, three), "A001 transfer"); /* before B001, who came later */
}

static void chosen_ones_say_why_and_whom_they_passed(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), three = opened_at("07:40", CU, 3);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:01", SERVICE_A, TICKET_ELDERLY);
    issued_at("08:02", SERVICE_B, TICKET_ORDINARY);
    uint64_t id = issued_at("08:03", SERVICE_A, TICKET_ORDINARY);
    struct ticket_outcome outcome;
    struct ticket_input input = {.ticket = id, .note = "  "};
    assert_int_equal(act_in("08:04", BA, two, TICKET_CHOOSE, &input, &outcome), TICKET_WRONG);
    assert_int_equal(outcome.why, TICKET_WHY_NO_NOTE);
    input.note = "Người bệnh mệt";
    assert_int_equal(act_in("08:04", CU, three, TICKET_CHOOSE, &input, &outcome), TICKET_NOT_NOW);
    assert_int_equal(outcome.why, TICKET_WHY_NOT_SERVED);
    assert_int_equal(act_in("08:04", BA, two, TICKET_CHOOSE, &input, &outcome), TICKET_DID);
    assert_int_equal(outcome.passed, 2); /* of its group */
    assert_int_equal(outcome.reason, TICKET_CHOSEN);
    struct ticket_event *events;
    size_t n;
    assert_int_equal(ticket_history(db, arena, id, &events, &n), DB_OK);
    assert_int_equal(n, 2);
    assert_int_equal(events[1].passed, 2);
    assert_int_equal(events[1].reason, TICKET_CHOSEN);
    assert_string_equal(events[1].note, "Người bệnh mệt");
    assert_int_equal(events[1].counter, 2);
}

static void a_visit_has_several_services(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    const uint64_t services[] = {SERVICE_A, SERVICE_A2};
    struct civil now = clock_at("08:00");
    const struct ticket_wish wish = {.hall = &hall, .services = services, .n_services = 2};
    struct ticket_issued issued;
    struct ticket_item *items;
    size_t n;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_ISSUED);
    assert_int_equal(db_commit(db), DB_OK);
    assert_string_equal(called_at("08:01", BA, two), "A001 turn");
    assert_string_equal(acted_at("08:01", BA, two, TICKET_ARRIVE, issued.ticket), "did");
    struct ticket_outcome outcome;
    struct ticket_input input = {.ticket = issued.ticket, .service = SERVICE_A};
    assert_int_equal(act_in("08:05", BA, two, TICKET_ITEM, &input, &outcome), TICKET_DID);
    assert_int_equal(act_in("08:06", BA, two, TICKET_ITEM, &input, &outcome), TICKET_WRONG);
    assert_int_equal(outcome.why, TICKET_WHY_NO_SERVICE);
    input.service = SERVICE_B;
    assert_int_equal(act_in("08:06", BA, two, TICKET_ITEM, &input, &outcome), TICKET_WRONG);
    assert_string_equal(acted_at("08:09", BA, two, TICKET_DONE_ACT, issued.ticket), "did");
    assert_int_equal(ticket_items(db, arena, issued.ticket, &items, &n), DB_OK);
    assert_int_equal(n, 2);
    assert_int_equal(items[0].done_at.minute, 5);
    assert_int_equal(items[1].done_at.minute, 9);
}

static void a_dossier_is_bound_to_it(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    struct ticket_outcome outcome;
    struct ticket_input input = {.ticket = id, .dossier = 1};
    assert_string_equal(called_at("08:01", BA, two), "A001 turn");
    assert_int_equal(act_in("08:02", BA, two, TICKET_BIND, &input, &outcome), TICKET_DID);
    assert_int_equal(ticket_now(id).dossier, 1);
    input.dossier = 99;
    assert_int_equal(act_in("08:02", BA, two, TICKET_BIND, &input, &outcome), TICKET_WRONG);
    assert_int_equal(outcome.why, TICKET_WHY_NO_DOSSIER);
    assert_int_equal(number_asked("select count(*) from ticket_event where note = 'H1-1'"), 1);
}

static void on_the_phone_a_waiting_one_is_given_back(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:01", SERVICE_A, TICKET_ORDINARY);
    struct ticket_outcome outcome;
    const struct ticket_input input = {.ticket = id};
    assert_int_equal(act_in("08:02", 0, 0, TICKET_CANCEL, &input, &outcome), TICKET_DID);
    assert_string_equal(outcome.news.kind, "cancelled");
    assert_int_equal(act_in("08:03", 0, 0, TICKET_CANCEL, &input, &outcome), TICKET_NOT_NOW);
    assert_string_equal(called_at("08:04", BA, two), "A002 turn");
    assert_int_equal(act_in("08:03", 0, 0, TICKET_ARRIVE, &input, &outcome), TICKET_NOT_NOW);
    assert_int_equal(outcome.why, TICKET_WHY_NO_SESSION);
}

static void parked_ones_are_resumed_at_another_counter_that_serves_them(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), three = opened_at("07:40", CU, 3), four = opened_at("07:40", DU, 4);
    uint64_t id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:01", BA, two), "A001 turn");
    assert_string_equal(acted_at("08:01", BA, two, TICKET_ARRIVE, id), "did");
    assert_string_equal(acted_at("08:02", BA, two, TICKET_PARK, id), "did");
    assert_string_equal(acted_at("08:20", CU, three, TICKET_RESUME, id), "not_served");
    assert_string_equal(acted_at("08:20", DU, four, TICKET_RESUME, id), "did");
    struct ticket ticket = ticket_now(id);
    assert_int_equal(ticket.counter_number, 4);
    assert_int_equal(ticket.served_at.minute, 1);
    assert_string_equal(acted_at("08:21", BA, two, TICKET_DONE_ACT, id), "elsewhere");
}

static void yesterday_is_left_alone(void **state)
{
    (void)state;
    uint64_t id = issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    uint64_t old = opened_at("16:00", BA, 2);
    assert_string_equal(called_at("2026-11-25 07:30", BA, old), "no_session"); /* the session is of another day */
    uint64_t two = opened_at("2026-11-25 07:30", BA, 2);
    assert_string_equal(called_at("2026-11-25 07:31", BA, two), "nobody");
    assert_string_equal(acted_at("2026-11-25 07:31", BA, two, TICKET_CHOOSE, id), "other_day");
    assert_string_equal(acted_at("2026-11-25 07:31", BA, two, TICKET_CANCEL, id), "other_day");
}

static int with_a_dossier(void **state)
{
    (void)state;
    if (hall_open_all(state))
        return -1;
    sql_do("set foreign_key_checks = 0;\n"
           "insert into dossier (id, number, lookup_hash, lookup_sealed, procedure_id, rev_id, agency_id,"
           " counter_agency_id, channel, state, state_at, received_at) values (1, 'H1-1', repeat('a', 32), 'x', 1, 1,"
           " 1, 1, 'counter', 'processing', now(), now());\n"
           "set foreign_key_checks = 1");
    return 0;
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AFRESH(every_act_fits_its_states_and_no_other),
        AFRESH(only_the_counter_that_has_it_goes_on_with_it),
        AFRESH(a_counter_has_one_person_before_it),
        AFRESH(who_was_slower_is_told_what_happened),
        AFRESH(of_two_at_once_one_is_told),
        AFRESH(missed_after_a_while_and_back_once),
        AFRESH(who_comes_back_waits_behind_the_next_three),
        AFRESH(coming_back_never_gains_a_place),
        AFRESH(priority_that_comes_back_waits_behind_priority),
        AFRESH(a_clock_put_back_keeps_nobody_waiting),
        AFRESH(a_transfer_keeps_number_arrival_and_rank),
        AFRESH(chosen_ones_say_why_and_whom_they_passed),
        AFRESH(a_visit_has_several_services),
        AFRESH(a_dossier_is_bound_to_it),
        AFRESH(on_the_phone_a_waiting_one_is_given_back),
        AFRESH(parked_ones_are_resumed_at_another_counter_that_serves_them),
        AFRESH(yesterday_is_left_alone),
    };
    return cmocka_run_group_tests(tests, with_a_dossier, hall_close_all);
}
