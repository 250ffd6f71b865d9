/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Who is called next: the order, priority that starves nobody, and many counters at once.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_desk.h"
#include "model/counter_page.h"
#include "worktime_sample.h"

enum { AN = 1, BA, CU, DU };

static void the_longest_wait_of_the_groups_served_is_next(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    issued_at("08:00", SERVICE_B, TICKET_ORDINARY);
    issued_at("08:01", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:01", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:02", SERVICE_B, TICKET_ORDINARY);
    issued_at("08:00", SERVICE_C, TICKET_ORDINARY); /* not served here */
    assert_string_equal(served_at("08:05", BA, two), "B001 turn");
    assert_string_equal(served_at("08:05", BA, two), "A001 turn");
    assert_string_equal(served_at("08:05", BA, two), "A002 turn");
    assert_string_equal(served_at("08:05", BA, two), "B002 turn");
    assert_string_equal(served_at("08:05", BA, two), "nobody");
    assert_int_equal(number_asked("select count(*) from ticket_event where passed > 0"), 0);
}

static void priority_goes_first_and_one_in_turn_after_two(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    for (int i = 0; i < 3; i++)
        issued_at("08:00", SERVICE_A, TICKET_ORDINARY); /* A001 to A003 */
    for (int i = 0; i < 4; i++)
        issued_at("08:10", SERVICE_A, TICKET_ELDERLY); /* A004 to A007 */
    struct counter_page page;
    struct civil now = clock_at("08:15");
    assert_int_equal(counter_page_load(db, arena, BA, &now, &page), DB_OK);
    assert_int_equal(page.n_next, 7);
    static const char *const order[] = {"A004 priority", "A005 priority", "A001 ratio", "A006 priority",
                                        "A007 priority", "A002 turn",     "A003 turn"};
    for (size_t i = 0; i < 7; i++) {
        assert_memory_equal(page.next[i].label, order[i], 4); /* the page said so before */
        assert_string_equal(served_at("08:20", BA, two), order[i]);
    }
    assert_int_equal(number_asked("select sum(passed) from ticket_event where reason = 'priority'"), 3 + 3 + 2 + 2);
    assert_int_equal(number_asked("select sum(passed) from ticket_event where reason = 'turn'"), 0);
}

static uint64_t appointment_at(uint64_t id, const char *come, const char *booked)
{
    sql_do(arena_format(arena,
                        "insert into appointment (id, slot_id, service_id, code_hash, booked_at, changed_at) values"
                        " (%llu, 1, 11, repeat(char(%llu), 32), '2026-11-20', '2026-11-20')",
                        (unsigned long long)id, (unsigned long long)id + 64));
    struct civil now = clock_at(come);
    uint64_t service = SERVICE_A;
    const struct ticket_wish wish = {.hall = &hall, .services = &service, .n_services = 1, .appointment = id,
                                     .class = TICKET_APPOINTMENT, .booked = clock_at(booked)};
    struct ticket_issued issued;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_ISSUED);
    assert_int_equal(db_commit(db), DB_OK);
    return issued.ticket;
}

static void an_appointment_goes_first_from_its_time_on(void **state)
{
    (void)state;
    sql_do("insert into appointment_slot (id, group_id, day, from_time, to_time, capacity) values"
           " (1, 1, '2026-11-23', '09:00', '09:15', 3)");
    uint64_t two = opened_at("07:40", BA, 2);
    appointment_at(1, "08:00", "09:00"); /* A001 */
    appointment_at(2, "08:00", "09:00"); /* A002 */
    issued_at("08:10", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:11", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(served_at("08:20", BA, two), "A003 turn"); /* early ones wait */
    assert_string_equal(served_at("09:00", BA, two), "A001 appointment");
    assert_string_equal(served_at("08:30", BA, two), "A004 turn");
    assert_string_equal(served_at("08:40", BA, two), "A002 early"); /* nobody else waits */
}

static void a_paused_or_closed_counter_calls_nobody(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    const struct counter_actor actor = {.user = BA, .session = two, .now = clock_at("08:00")};
    struct counter_outcome outcome;
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(counter_pause(db, arena, &actor, COUNTER_BREAK, &outcome), COUNTER_DID);
    assert_int_equal(db_commit(db), DB_OK);
    assert_string_equal(called_at("08:01", BA, two), "paused");
    assert_string_equal(called_at("08:01", AN, two), "no_session");
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(counter_close(db, arena, &actor, &outcome), COUNTER_DID);
    assert_int_equal(db_commit(db), DB_OK);
    assert_string_equal(called_at("08:02", BA, two), "no_session");
}

/* A locked row is passed over, neither waited for nor called twice. */
static void what_another_counter_is_taking_is_passed_over(void **state)
{
    (void)state;
    uint64_t one = opened_at("07:40", AN, 1), two = opened_at("07:40", BA, 2);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:01", SERVICE_A, TICKET_ORDINARY);
    struct db *other = db_open();
    struct ticket_outcome outcome;
    const struct ticket_actor actor = {.user = AN, .session = one, .now = clock_at("08:05")};
    assert_int_equal(db_begin_numbering(other), DB_OK);
    assert_int_equal(ticket_call_next(other, arena, &actor, &outcome), TICKET_DID);
    assert_string_equal(outcome.ticket.label, "A001");
    assert_string_equal(called_at("08:05", BA, two), "A002 turn");
    db_rollback(other);
    db_close(other);
    assert_string_equal(called_at("08:06", AN, one), "A001 turn");
    assert_int_equal(number_asked("select count(*) from ticket_event where passed > 0"), 0);
}

/* ---- nobody starves -------------------------------------------------------------------------- */

static void the_rule_alone_starves_nobody(void **state)
{
    (void)state;
    struct dice dice = {dice_seed()};
    for (unsigned most = 1; most <= 4; most++) {
        unsigned run = 0, in_a_row = 0;
        for (int i = 0; i < 20000; i++) {
            struct ticket_choice choice = {.ahead = dice_between(&dice, 0, 9) < 8,
                                           .ordinary = dice_between(&dice, 0, 9) < 8,
                                           .early = dice_between(&dice, 0, 1)};
            enum ticket_pick pick = ticket_pick(choice, run, most);
            run = ticket_run_after(pick, run);
            assert_int_equal(pick == TICKET_PICK_NOBODY, !choice.ahead && !choice.ordinary && !choice.early);
            in_a_row = pick == TICKET_PICK_AHEAD && choice.ordinary ? in_a_row + 1 : 0;
            assert_true(in_a_row <= most);
            assert_true(pick != TICKET_PICK_EARLY || (!choice.ahead && !choice.ordinary));
        }
    }
}

/* Random arrivals of all kinds, three counters; each call is compared with what waited, read by other statements. */
struct waiting {
    uint64_t ahead, ordinary;
};

static struct waiting waiting_for(uint64_t counter)
{
    struct db_row row;
    assert_int_equal(db_one(db, arena,
                            "select ifnull(sum(t.class <> 'ordinary'), 0), ifnull(sum(t.class = 'ordinary'), 0)"
                            " from ticket t where t.state = 'waiting' and t.group_id in"
                            " (select group_id from counter_group where counter_id = ?)",
                            DB_ARGS(db_number((int64_t)counter)), &row),
                     DB_OK);
    return (struct waiting){strtoull(row.text[0], NULL, 10), strtoull(row.text[1], NULL, 10)};
}

static void random_days_starve_nobody(void **state)
{
    struct dice dice = {dice_seed()};
    static const uint64_t services[] = {SERVICE_A, SERVICE_B, SERVICE_A2};
    for (int day = 0; day < 3; day++) {
        hall_empty(state);
        uint64_t sessions[] = {opened_at("07:30", AN, 1), opened_at("07:30", BA, 2), opened_at("07:30", DU, 4)};
        static const uint64_t counters[] = {1, 2, 4}, users[] = {AN, BA, DU};
        unsigned in_a_row[3] = {0};
        int64_t second = 8 * 3600;
        for (int step = 0; step < 250; step++) {
            struct civil now = civil_from_second(civil_second(&(struct civil){2026, 11, 23, 0, 0, 0}) + second);
            const char *text = row_time(arena, &now);
            second += dice_between(&dice, 0, 40);
            if (dice_between(&dice, 0, 99) < 55) {
                enum ticket_class class = dice_between(&dice, 0, 9) < 5 ? TICKET_ORDINARY : TICKET_ELDERLY;
                issued_at(text, services[dice_between(&dice, 0, 2)], class);
                continue;
            }
            int k = dice_between(&dice, 0, 2);
            struct waiting before = waiting_for(counters[k]);
            const char *who = served_at(text, users[k], sessions[k]);
            bool ahead = strstr(who, "priority");
            assert_int_equal(strcmp(who, "nobody") == 0, before.ahead + before.ordinary == 0);
            in_a_row[k] = ahead && before.ordinary ? in_a_row[k] + 1 : 0;
            assert_true(in_a_row[k] <= hall.priority_run);
            if (ahead || before.ahead == 0)
                continue;
            assert_non_null(strstr(who, "ratio")); /* an ordinary one before one of priority says why */
        }
    }
    /* Whoever of one kind came first in a group was called first. */
    assert_int_equal(
        number_asked("select count(*) from ticket a join ticket b on b.group_id = a.group_id"
                     " and b.is_ahead = a.is_ahead and b.id > a.id join ticket_event x on x.ticket_id = a.id"
                     " and x.kind = 'called'"
                     " join ticket_event y on y.ticket_id = b.id and y.kind = 'called' where y.id < x.id"),
        0);
}

/* ---- many counters at once ------------------------------------------------------------------- */

enum { DESKS = 4, TICKETS = 120 };

/* Calls, serves and ends until nobody is left; a deadlock is tried again, as the dispatcher does. */
static void desk(uint64_t user, uint64_t session)
{
    struct db *own = db_open();
    int empty = 0;
    while (empty < 3) {
        arena_clear(arena); /* as after a request: on a busy machine there are many tries */
        const struct ticket_actor actor = {.user = user, .session = session, .now = clock_at("09:00")};
        struct ticket_outcome outcome;
        enum ticket_did did = TICKET_FAIL;
        if (db_begin_numbering(own) == DB_OK)
            did = ticket_call_next(own, arena, &actor, &outcome);
        if (did == TICKET_DID && db_commit(own) != DB_OK)
            did = TICKET_FAIL;
        db_rollback(own);
        empty = did == TICKET_NOBODY ? empty + 1 : 0;
        if (did == TICKET_NOT_NOW && outcome.why == TICKET_WHY_BUSY)
            outcome.ticket.id = outcome.other_ticket;
        else if (did != TICKET_DID)
            continue;
        const struct ticket_input input = {.ticket = outcome.ticket.id};
        for (enum ticket_act act = TICKET_ARRIVE; act <= TICKET_DONE_ACT; act++) {
            if (db_begin_numbering(own) == DB_OK &&
                ticket_do(own, arena, &actor, act, &input, &outcome) == TICKET_DID)
                (void)db_commit(own);
            db_rollback(own);
        }
    }
    db_close(own);
}

static void many_counters_call_everybody_once(void **state)
{
    (void)state;
    uint64_t sessions[DESKS];
    pid_t children[DESKS];
    for (int i = 0; i < TICKETS; i++)
        issued_at("08:00", SERVICE_A, i % 4 ? TICKET_ORDINARY : TICKET_MERIT);
    sql_do("insert ignore into counter_group values (3, 1)");
    for (uint64_t i = 0; i < DESKS; i++)
        sessions[i] = opened_at("08:30", i + 1, i + 1);
    for (uint64_t i = 0; i < DESKS; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            desk(i + 1, sessions[i]);
            _exit(0);
        }
    }
    for (int i = 0; i < DESKS; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    sql_do("delete from counter_group where counter_id = 3 and group_id = 1");
    assert_int_equal(number_asked("select count(*) from ticket where state = 'done'"), TICKETS);
    assert_int_equal(number_asked("select count(*) from ticket_event where kind = 'called'"), TICKETS);
    assert_int_equal(number_asked("select count(distinct ticket_id) from ticket_event where kind = 'called'"), TICKETS);
    assert_int_equal(number_asked("select count(distinct session_id) from ticket_event where kind = 'called'"), DESKS);
    assert_int_equal(number_asked("select count(*) from ticket_event where reason = 'turn' and passed > 0"), 0);
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rule_alone_starves_nobody),
        AFRESH(the_longest_wait_of_the_groups_served_is_next),
        AFRESH(priority_goes_first_and_one_in_turn_after_two),
        AFRESH(an_appointment_goes_first_from_its_time_on),
        AFRESH(a_paused_or_closed_counter_calls_nobody),
        AFRESH(what_another_counter_is_taking_is_passed_over),
        AFRESH(random_days_starve_nobody),
        AFRESH(many_counters_call_everybody_once),
    };
    return cmocka_run_group_tests(tests, hall_open_all, hall_close_all);
}
