/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A ticket transferred to one counter: that one calls it next and nobody else does, until it closes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_desk.h"
#include "model/counter_page.h"
#include "model/counter_seat.h"

enum { AN = 1, BA, CU, DU };

/* Served at counter 2 by BA and sent on to another counter; "did", or what stood against it. */
static const char *sent_at(const char *now, uint64_t session, uint64_t ticket, uint64_t counter)
{
    const struct ticket_input input = {.ticket = ticket, .counter = counter, .group = GROUP_B, .note = "cần chữ ký"};
    struct ticket_outcome outcome;
    enum ticket_did did = act_in(now, BA, session, TICKET_TRANSFER, &input, &outcome);
    return did == TICKET_DID ? "did" : ticket_why_names[outcome.why];
}

static uint64_t served_and_sent(const char *now, uint64_t two, uint64_t counter)
{
    struct ticket_outcome outcome;
    assert_int_equal(call_at(now, BA, two, &outcome), TICKET_DID);
    assert_string_equal(acted_at(now, BA, two, TICKET_ARRIVE, outcome.ticket.id), "did");
    assert_string_equal(sent_at(now, two, outcome.ticket.id, counter), "did");
    return outcome.ticket.id;
}

static void closed_at(const char *now, uint64_t user, uint64_t session)
{
    const struct counter_actor actor = {.user = user, .session = session, .now = clock_at(now)};
    struct counter_outcome outcome;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(counter_close(db, arena, &actor, &outcome), COUNTER_DID);
    assert_int_equal(db_commit(db), DB_OK);
}

static void that_counter_calls_it_next_with_number_arrival_and_rank(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), three = opened_at("07:40", CU, 3);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY); /* A001, and counter 3 does not serve A */
    issued_at("07:50", SERVICE_B, TICKET_ELDERLY);  /* B001, of priority and there before it */
    issued_at("07:51", SERVICE_C, TICKET_ORDINARY);
    sql_do("update ticket set state = 'parked', counter_id = 2 where number = 1 and group_id = 2");
    uint64_t id = served_and_sent("08:06", two, 3);
    sql_do("update ticket set state = 'waiting', counter_id = null where number = 1 and group_id = 2");
    struct ticket ticket = ticket_now(id);
    assert_int_equal(ticket.for_number, 3);
    assert_int_equal(ticket.group, GROUP_A);
    assert_int_equal(ticket.arrival_at.minute, 0);
    assert_int_equal(ticket.state, TICKET_WAITING);

    struct counter_page page;
    struct civil now = clock_at("08:07");
    assert_int_equal(counter_page_load(db, arena, CU, &now, &page), DB_OK);
    assert_string_equal(page.next[0].label, "A001");
    assert_true(page.next[0].is_sent);
    assert_string_equal(page.next[1].label, "B001");
    assert_int_equal(page.n_next, 3);
    struct counter_seat seat;
    assert_int_equal(counter_seat_read(db, arena, CU, &now, &seat), DB_OK);
    assert_int_equal(seat.waiting, 3);

    assert_string_equal(called_at("08:07", CU, three), "A001 transfer");
    assert_int_equal(ticket_now(id).for_counter, 0);
    assert_int_equal(number_asked("select count(*) from ticket_event where kind = 'transferred' and counter_id = 2"
                                  " and for_counter_id = 3 and note = 'cần chữ ký'"), 1);
}

static void others_pass_it_over_and_may_not_choose_it(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), four = opened_at("07:40", DU, 4), one = opened_at("07:40", AN, 1);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:01", SERVICE_A, TICKET_ORDINARY);
    uint64_t id = served_and_sent("08:06", two, 4);
    struct ticket ticket = ticket_now(id);
    unsigned ahead;
    struct civil now = clock_at("08:07");
    assert_int_equal(ticket_ahead(db, arena, &ticket, &now, &ahead), DB_OK);
    assert_int_equal(ahead, 0);
    struct counter_page page;
    assert_int_equal(counter_page_load(db, arena, AN, &now, &page), DB_OK);
    assert_int_equal(page.queues[0].waiting, 1);
    assert_int_equal(page.n_next, 1);
    assert_string_equal(called_at("08:07", AN, one), "A002 turn");
    assert_int_equal(number_asked("select max(passed) from ticket_event"), 0); /* it waits for somebody else */
    assert_string_equal(called_at("08:07", BA, two), "nobody");
    assert_string_equal(acted_at("08:08", BA, two, TICKET_CHOOSE, id), "reserved");
    assert_string_equal(called_at("08:08", DU, four), "A001 transfer");
}

static unsigned ahead_at(const char *now, uint64_t id)
{
    unsigned ahead;
    struct civil at = clock_at(now);
    struct ticket ticket = ticket_now(id);
    assert_int_equal(ticket_ahead(db, arena, &ticket, &at, &ahead), DB_OK);
    return ahead;
}

static void who_may_be_called_elsewhere_does_not_wait_behind_it(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), four = opened_at("07:40", DU, 4);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:01", SERVICE_A, TICKET_ORDINARY);
    uint64_t third = issued_at("08:02", SERVICE_A, TICKET_ORDINARY);
    served_and_sent("08:06", two, 4); /* A001 waits at counter 4; counter 2 calls the others */
    assert_int_equal(ahead_at("08:07", third), 1);
    uint64_t last = issued_at("08:07", SERVICE_A, TICKET_ORDINARY);
    assert_int_equal(ticket_now(last).ahead_then, 2);
    assert_string_equal(called_at("08:08", BA, two), "A002 turn");
    assert_int_equal(ahead_at("08:08", third), 0);
    assert_string_equal(acted_at("08:08", BA, two, TICKET_ARRIVE, ticket_now(third).id - 1), "did");
    assert_string_equal(acted_at("08:08", BA, two, TICKET_DONE_ACT, ticket_now(third).id - 1), "did");
    closed_at("08:09", BA, two); /* nobody but counter 4 calls now */
    assert_int_equal(ahead_at("08:09", third), 1);
    assert_int_equal(ticket_now(issued_at("08:09", SERVICE_A, TICKET_ORDINARY)).ahead_then, 3);
    assert_string_equal(called_at("08:10", DU, four), "A001 transfer");
    assert_int_equal(ahead_at("08:10", third), 0);
}

static void at_the_only_counter_those_sent_go_first_whatever_their_queue_and_rank(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), three = opened_at("07:40", CU, 3);
    uint64_t waits = issued_at("08:00", SERVICE_C, TICKET_ORDINARY);
    uint64_t before = issued_at("08:00", SERVICE_C, TICKET_ELDERLY);
    issued_at("08:01", SERVICE_B, TICKET_ORDINARY);
    issued_at("08:02", SERVICE_A, TICKET_ORDINARY);
    sql_do("update ticket set state = 'parked', counter_id = 2 where group_id = 1");
    served_and_sent("08:03", two, 3);
    sql_do("update ticket set state = 'waiting', counter_id = null where group_id = 1");
    served_and_sent("08:04", two, 3); /* B001 and A001: counter 3 alone serves C */
    assert_int_equal(ahead_at("08:05", before), 2);
    assert_int_equal(ahead_at("08:05", waits), 3);
    opened_at("08:06", DU, 4); /* there nobody was sent */
    assert_int_equal(ahead_at("08:06", before), 0);
    assert_int_equal(ahead_at("08:06", waits), 1);
    issued_at("08:07", SERVICE_A, TICKET_ORDINARY);
    served_and_sent("08:07", two, 4);
    assert_int_equal(ahead_at("08:08", before), 2); /* one at each goes first, then counter 4 calls */
    assert_string_equal(called_at("08:09", CU, three), "B001 transfer");
}

static void the_run_of_priority_stays_as_it_is(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), four = opened_at("07:40", DU, 4);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    served_and_sent("08:01", two, 4);
    for (int i = 0; i < 3; i++)
        issued_at("08:02", SERVICE_A, TICKET_ELDERLY);
    issued_at("08:03", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(served_at("08:05", DU, four), "A001 transfer");
    assert_string_equal(served_at("08:05", DU, four), "A002 priority");
    assert_string_equal(served_at("08:05", DU, four), "A003 priority");
    assert_string_equal(served_at("08:05", DU, four), "A005 ratio");
}

static void when_the_counter_closes_it_goes_back_to_its_queue(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), four = opened_at("07:40", DU, 4);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    uint64_t id = served_and_sent("08:01", two, 4);
    issued_at("08:02", SERVICE_A, TICKET_ORDINARY);
    const struct counter_actor pause = {.user = DU, .session = four, .now = clock_at("08:03")};
    struct counter_outcome outcome;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(counter_pause(db, arena, &pause, COUNTER_BREAK, &outcome), COUNTER_DID);
    assert_int_equal(db_commit(db), DB_OK);
    assert_int_equal(ticket_now(id).for_number, 4); /* a pause is no end */
    unsigned version = ticket_now(id).version;
    closed_at("08:04", DU, four);
    assert_int_equal(ticket_now(id).for_counter, 0);
    assert_int_equal(ticket_now(id).version, version + 1);
    assert_int_equal(number_asked("select count(*) from ticket_event where kind = 'requeued' and counter_id = 4"
                                  " and from_state = 'waiting' and to_state = 'waiting'"), 1);
    assert_string_equal(called_at("08:05", BA, two), "A001 turn"); /* at its old place, before A002 */
}

static void handed_over_the_counter_keeps_it(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), four = opened_at("07:40", DU, 4);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    uint64_t id = served_and_sent("08:01", two, 4);
    const struct counter_actor actor = {.user = DU, .session = four, .now = clock_at("08:02")};
    struct counter_outcome outcome;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(counter_hand_over(db, arena, &actor, CU, &outcome), COUNTER_DID);
    assert_int_equal(db_commit(db), DB_OK);
    assert_int_equal(ticket_now(id).for_number, 4);
    assert_string_equal(called_at("08:03", CU, outcome.session), "A001 transfer");
}

static void only_to_another_counter_of_the_hall_where_somebody_sits(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    opened_at("07:40", DU, 4);
    uint64_t id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:01", BA, two), "A001 turn");
    assert_string_equal(acted_at("08:01", BA, two, TICKET_ARRIVE, id), "did");
    static const uint64_t wrong[] = {2, 3, 9, 20, 999}; /* its own, empty, out of use, of another hall, none */
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_string_equal(sent_at("08:02", two, id, wrong[i]), "no_counter");
    assert_string_equal(sent_at("08:02", two, id, 4), "did");
}

static void given_back_on_the_phone_it_is_gone(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), four = opened_at("07:40", DU, 4);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    uint64_t id = served_and_sent("08:01", two, 4);
    assert_string_equal(acted_at("08:02", 0, 0, TICKET_CANCEL, id), "did");
    assert_string_equal(called_at("08:03", DU, four), "nobody");
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AFRESH(that_counter_calls_it_next_with_number_arrival_and_rank),
        AFRESH(others_pass_it_over_and_may_not_choose_it),
        AFRESH(who_may_be_called_elsewhere_does_not_wait_behind_it),
        AFRESH(at_the_only_counter_those_sent_go_first_whatever_their_queue_and_rank),
        AFRESH(the_run_of_priority_stays_as_it_is),
        AFRESH(when_the_counter_closes_it_goes_back_to_its_queue),
        AFRESH(handed_over_the_counter_keeps_it),
        AFRESH(only_to_another_counter_of_the_hall_where_somebody_sits),
        AFRESH(given_back_on_the_phone_it_is_gone),
    };
    return cmocka_run_group_tests(tests, hall_open_all, hall_close_all);
}
