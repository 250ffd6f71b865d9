/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The end of a day: after the last shift, at midnight, after a pause of the server, on a holiday.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include <sys/wait.h>

#include "hall_desk.h"
#include "lib/clock.h"
#include "model/day_close.h"
#include "model/rating.h"

enum { AN = 1, BA, CU };

static char clock_file[] = "/tmp/motcua-clock-XXXXXX";

static void clock_set(const char *now)
{
    char text[DATE_TEXT_MAX];
    struct civil moment = clock_at(now);
    FILE *file = fopen(clock_file, "w");
    assert_non_null(file);
    fprintf(file, "%s\n", date_format_iso_time(text, &moment));
    fclose(file);
    assert_true(clock_refresh());
}

/* How many days the job closed at this moment; the tickets in *tickets. */
static unsigned closed_at(const char *now, uint64_t *tickets)
{
    unsigned days = 0;
    uint64_t count = 0;
    enum db_result result;
    clock_set(now);
    while ((result = day_close_next(db, &count)) == DB_OK)
        days++;
    assert_int_equal(result, DB_NONE);
    *tickets = count - days;
    return days;
}

static uint64_t events_of(const char *kind)
{
    return number_asked(arena_format(arena, "select count(*) from ticket_event where kind = '%s'", kind));
}

static void after_the_last_shift_everything_open_is_closed(void **state)
{
    (void)state;
    uint64_t tickets, one = opened_at("07:40", AN, 1), two = opened_at("07:40", BA, 2);
    uint64_t served = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(served_at("08:01", AN, one), "A001 turn");
    uint64_t parked = issued_at("08:02", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:02", AN, one), "A002 turn");
    assert_string_equal(acted_at("08:02", AN, one, TICKET_ARRIVE, parked), "did");
    assert_string_equal(acted_at("08:03", AN, one, TICKET_PARK, parked), "did");
    uint64_t missed = issued_at("08:04", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:04", AN, one), "A003 turn");
    assert_string_equal(acted_at("08:06", AN, one, TICKET_MISS, missed), "did");
    uint64_t called = issued_at("08:07", SERVICE_B, TICKET_ORDINARY);
    assert_string_equal(called_at("08:08", BA, two), "B001 turn");
    uint64_t waiting = issued_at("08:09", SERVICE_C, TICKET_ORDINARY);
    assert_int_equal(closed_at("17:29", &tickets), 0);
    assert_int_equal(closed_at("17:30", &tickets), 1);
    assert_int_equal(tickets, 3);
    assert_int_equal(ticket_now(served).state, TICKET_FINISHED);
    assert_int_equal(ticket_now(missed).state, TICKET_MISSED);
    const uint64_t open[] = {parked, called, waiting};
    for (int i = 0; i < 3; i++) {
        struct ticket ticket = ticket_now(open[i]);
        assert_int_equal(ticket.state, TICKET_CLOSED);
        assert_false(ticket.is_exact);
        assert_int_equal(ticket.ended_at.hour, 17);
    }
    assert_true(ticket_now(served).is_exact);
    assert_int_equal(events_of("closed"), 3);
    assert_int_equal(number_asked("select count(*) from counter_session where state <> 'closed'"), 0);
    assert_int_equal(number_asked("select tickets from hall_day where hall_id = 1"), 5);
    assert_int_equal(number_asked("select left_over from hall_day where hall_id = 1"), 3);
    assert_string_equal(called_at("17:31", AN, one), "no_session");
    assert_int_equal(closed_at("17:31", &tickets), 0); /* once */
    assert_int_equal(closed_at("2026-11-25 23:59", &tickets), 0); /* nothing happened since */
    assert_int_equal(number_asked("select count(*) from hall_day"), 1);
}

static void a_server_that_was_away_closes_what_it_missed(void **state)
{
    (void)state;
    uint64_t tickets;
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    opened_at("08:00", AN, 1);
    issued_at("2026-11-25 08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("2026-11-25 08:00", SERVICE_B, TICKET_ORDINARY);
    opened_at("2026-11-25 08:00", BA, 2);
    assert_int_equal(closed_at("2026-11-26 07:00", &tickets), 2);
    assert_int_equal(tickets, 3);
    assert_int_equal(number_asked("select count(*) from ticket where state = 'waiting'"), 0);
    assert_int_equal(number_asked("select count(*) from counter_session where state <> 'closed'"), 0);
    assert_int_equal(number_asked("select left_over from hall_day where service_date = '2026-11-25'"), 2);
}

/* On a holiday the day ends at midnight, whatever happened on it; today is not closed with it. */
static void a_holiday_ends_at_midnight(void **state)
{
    (void)state;
    uint64_t tickets;
    opened_at("2026-11-24 09:00", AN, 1);
    assert_int_equal(closed_at("2026-11-24 23:59:59", &tickets), 0);
    opened_at("2026-11-25 00:00", BA, 2);
    assert_int_equal(closed_at("2026-11-25 00:00", &tickets), 1);
    assert_int_equal(number_asked("select count(*) from counter_session where state = 'open'"), 1);
}

static void a_clock_put_back_closes_nothing_twice(void **state)
{
    (void)state;
    uint64_t tickets;
    issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    assert_int_equal(closed_at("17:30", &tickets), 1);
    assert_int_equal(closed_at("16:00", &tickets), 0);
    assert_int_equal(closed_at("17:30", &tickets), 0);
    assert_int_equal(number_asked("select count(*) from ticket_event where kind = 'closed'"), 1);
}

/* The clock ran ahead, the day was closed, and then it went on: it is closed once more. */
static void what_is_opened_on_a_closed_day_is_closed_again(void **state)
{
    (void)state;
    uint64_t tickets;
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_int_equal(closed_at("18:00", &tickets), 1);
    issued_at("09:00", SERVICE_A, TICKET_ORDINARY);
    opened_at("09:00", AN, 1);
    assert_int_equal(closed_at("17:29", &tickets), 0);
    assert_int_equal(closed_at("17:30", &tickets), 1);
    assert_int_equal(tickets, 1);
    assert_int_equal(number_asked("select count(*) from ticket where state <> 'closed'"), 0);
    assert_int_equal(number_asked("select count(*) from counter_session where state <> 'closed'"), 0);
    assert_int_equal(number_asked("select left_over from hall_day"), 2);
    assert_int_equal(number_asked("select tickets from hall_day"), 2);
    assert_int_equal(number_asked("select hour(closed_at) from hall_day"), 18); /* as it was closed first */
    assert_int_equal(closed_at("17:31", &tickets), 0);
}

/* Nothing is open any more, and still the day has one ticket more than was written down. */
static void what_is_served_on_a_closed_day_is_counted(void **state)
{
    (void)state;
    uint64_t tickets;
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_int_equal(closed_at("18:00", &tickets), 1);
    uint64_t one = opened_at("09:00", AN, 1);
    issued_at("09:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(served_at("09:01", AN, one), "A002 turn");
    sql_do("update counter_session set state = 'closed', closed_at = changed_at");
    assert_int_equal(closed_at("17:30", &tickets), 1);
    assert_int_equal(tickets, 0);
    assert_int_equal(number_asked("select tickets from hall_day"), 2);
    assert_int_equal(number_asked("select left_over from hall_day"), 1);
    assert_int_equal(closed_at("17:31", &tickets), 0);
}

static void halls_are_closed_each_by_its_own(void **state)
{
    (void)state;
    uint64_t tickets;
    struct ticket_issued issued;
    struct hall other;
    assert_int_equal(hall_load(db, arena, 2, &other), DB_OK);
    struct hall mine = hall;
    issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    hall = other;
    assert_int_equal(issue_at("16:00", SERVICE_N, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    hall = mine;
    assert_int_equal(closed_at("18:00", &tickets), 2);
    assert_int_equal(tickets, 2);
    assert_int_equal(number_asked("select count(*) from hall_day"), 2);
}

/* ---- at the moment of closing ---------------------------------------------------------------- */

/* Until the other one waits for a row. */
static void waited_for(pid_t child)
{
    struct db *eye = db_open();
    struct db_row row;
    siginfo_t ended;
    do {
        ended.si_pid = 0;
        waitid(P_PID, (id_t)child, &ended, WEXITED | WNOHANG | WNOWAIT);
        assert_int_equal(ended.si_pid, 0); /* it went on without waiting */
        assert_int_equal(db_one(eye, arena, "select variable_value from information_schema.global_status"
                                            " where variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'",
                                DB_ARGS(), &row),
                         DB_OK);
    } while (row.text[0][0] == '0');
    db_close(eye);
}

static void ended_well(pid_t child)
{
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* The job in a program of its own; it ends well when it closed one day. */
static pid_t closing(void)
{
    pid_t job = fork();
    if (job == 0) {
        struct db *own = db_open();
        uint64_t count = 0;
        bool closed = day_close_next(own, &count) == DB_OK && day_close_next(own, &count) == DB_NONE;
        _exit(closed ? 0 : 1);
    }
    return job;
}

static void nothing_is_open_and_all_is_counted(unsigned tickets)
{
    assert_int_equal(number_asked("select count(*) from ticket"
                                  " where state in ('waiting', 'called', 'serving', 'parked')"), 0);
    assert_int_equal(number_asked("select count(*) from counter_session where state <> 'closed'"), 0);
    assert_int_equal(number_asked("select count(*) from ticket"), tickets);
    assert_int_equal(number_asked("select tickets from hall_day"), tickets);
    assert_int_equal(number_asked("select count(*) from hall_day d where d.left_over <> (select count(*) from ticket t"
                                  " where t.hall_id = d.hall_id and t.state = 'closed')"), 0);
    /* each ticket that ended has one event that ended it */
    assert_int_equal(number_asked("select count(*) from ticket t where (select count(*) from ticket_event e"
                                  " where e.ticket_id = t.id and e.to_state in ('done', 'cancelled', 'closed')) <> 1"),
                     0);
}

static void a_ticket_given_out_as_the_day_is_closed_is_neither_lost_nor_left_open(void **state)
{
    (void)state;
    struct ticket_issued issued;
    uint64_t service = SERVICE_A;
    issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    struct civil last = clock_at("16:44");
    const struct ticket_wish wish = {.hall = &hall, .services = &service, .n_services = 1, .device = DEVICE};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &last, &wish, &issued), TICKET_ISSUED);
    clock_set("17:30");
    pid_t job = closing();
    waited_for(job); /* the day is not written down before this one is there */
    assert_int_equal(db_commit(db), DB_OK);
    int status;
    assert_int_equal(waitpid(job, &status, 0), job);
    uint64_t tickets;
    closed_at("17:31", &tickets); /* what slipped in behind the look is closed by the next one */
    nothing_is_open_and_all_is_counted(2);
    assert_int_equal(ticket_now(issued.ticket).state, TICKET_CLOSED);
}

static void an_act_that_was_first_holds_and_the_day_closes_after_it(void **state)
{
    (void)state;
    uint64_t one = opened_at("07:40", AN, 1), id = issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("17:20", AN, one), "A001 turn");
    assert_string_equal(acted_at("17:21", AN, one, TICKET_ARRIVE, id), "did");
    const struct ticket_actor actor = {.user = AN, .session = one, .now = clock_at("17:29:59")};
    const struct ticket_input input = {.ticket = id};
    struct ticket_outcome outcome;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_do(db, arena, &actor, TICKET_DONE_ACT, &input, &outcome), TICKET_DID);
    clock_set("17:30");
    pid_t job = closing();
    waited_for(job);
    assert_int_equal(db_commit(db), DB_OK);
    ended_well(job);
    assert_int_equal(ticket_now(id).state, TICKET_FINISHED);
    nothing_is_open_and_all_is_counted(2);
    assert_int_equal(number_asked("select left_over from hall_day"), 1);
}

/* A vote on what was served is on its way: neither waits for the other, and the vote counts. */
static void a_vote_that_comes_as_the_day_is_closed_counts(void **state)
{
    (void)state;
    uint64_t one = opened_at("07:40", AN, 1), id = issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(served_at("17:20", AN, one), "A001 turn");
    struct rated_service service;
    struct civil now = clock_at("17:29:59");
    const char *pass;
    assert_int_equal(db_begin(db), DB_OK);
    assert_int_equal(rating_service(db, arena, (struct rated){RATED_TICKET, id}, &now, &service), RATING_OPEN);
    assert_int_equal(rating_vote(db, arena, &service, "tablet", 5, &now, &pass), DB_OK);
    clock_set("17:30");
    ended_well(closing());
    assert_int_equal(db_commit(db), DB_OK);
    assert_int_equal(number_asked("select count(*) from rating where score = 5"), 1);
    now = clock_at("17:31");
    assert_int_equal(rating_service(db, arena, (struct rated){RATED_TICKET, id}, &now, &service), RATING_USED);
    nothing_is_open_and_all_is_counted(2);
    sql_do("delete from rating;\ndelete from rating_mark");
}

/* The job holds the rows: what comes then is told that it is over, and leaves nothing behind. */
static void what_comes_while_the_day_is_being_closed_is_told_so(void **state)
{
    (void)state;
    uint64_t one = opened_at("07:40", AN, 1), id = issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("17:20", AN, one), "A001 turn");
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(db_exec(db, "update counter_session set state = 'closed', closed_at = '2026-11-23 17:30:00'",
                             DB_ARGS()), DB_OK);
    pid_t officer = fork();
    if (officer == 0) {
        struct db *own = db_open();
        const struct ticket_actor actor = {.user = AN, .session = one, .now = clock_at("17:30")};
        const struct ticket_input input = {.ticket = id};
        struct ticket_outcome outcome;
        bool told = db_begin_numbering(own) == DB_OK &&
                    ticket_do(own, arena, &actor, TICKET_ARRIVE, &input, &outcome) == TICKET_NOT_NOW;
        db_rollback(own);
        _exit(told ? 0 : 1);
    }
    waited_for(officer);
    assert_int_equal(db_commit(db), DB_OK);
    ended_well(officer);
    assert_int_equal(ticket_now(id).state, TICKET_CALLED);
    uint64_t tickets;
    assert_int_equal(closed_at("17:30", &tickets), 1);
    nothing_is_open_and_all_is_counted(1);
}

/* Many who take, call and end while the job closes again and again: whatever came first, the end is the same. */
static void in_the_rush_of_closing_nothing_is_lost_or_left_open(void **state)
{
    (void)state;
    enum { OFFICERS = 2, TAKING = 2, CLOSING = 1, ALL = OFFICERS + TAKING + CLOSING, ROUNDS = 12 };
    uint64_t sessions[OFFICERS] = {opened_at("07:40", AN, 1), opened_at("07:40", BA, 2)};
    pid_t children[ALL];
    for (int i = 0; i < 8; i++)
        issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    clock_set("17:30");
    for (int i = 0; i < ALL; i++) {
        children[i] = fork();
        if (children[i])
            continue;
        db = db_open();
        for (int round = 0; round < ROUNDS; round++) {
            uint64_t count = 0, service = SERVICE_A;
            struct civil late = clock_at("16:44"), now = clock_at("17:30");
            struct ticket_issued issued;
            struct ticket_outcome outcome;
            const struct ticket_wish wish = {.hall = &hall, .services = &service, .n_services = 1, .device = DEVICE};
            if (i >= OFFICERS + TAKING) {
                day_close_next(db, &count);
                continue;
            }
            if (db_begin_numbering(db) == DB_FAIL)
                continue;
            bool did;
            if (i >= OFFICERS) {
                did = ticket_issue(db, arena, 1, &late, &wish, &issued) == TICKET_ISSUED;
            } else {
                const struct ticket_actor actor = {.user = i ? BA : AN, .session = sessions[i], .now = now};
                did = ticket_call_next(db, arena, &actor, &outcome) == TICKET_DID;
                const struct ticket_input input = {.ticket = outcome.ticket.id};
                did = did && ticket_do(db, arena, &actor, TICKET_ARRIVE, &input, &outcome) == TICKET_DID &&
                      ticket_do(db, arena, &actor, TICKET_DONE_ACT, &input, &outcome) == TICKET_DID;
            }
            if (did)
                db_commit(db);
            db_rollback(db);
        }
        _exit(0);
    }
    for (int i = 0; i < ALL; i++)
        ended_well(children[i]);
    uint64_t tickets;
    closed_at("17:31", &tickets);
    nothing_is_open_and_all_is_counted((unsigned)number_asked("select count(*) from ticket"));
    assert_int_equal(number_asked("select max(number) from ticket"), number_asked("select count(*) from ticket"));
}

static int open_all(void **state)
{
    int fd = mkstemp(clock_file);
    if (fd < 0 || setenv("MOTCUA_CLOCK", clock_file, 1))
        return -1;
    close(fd);
    return hall_open_all(state);
}

static int close_all(void **state)
{
    unlink(clock_file);
    return hall_close_all(state);
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AFRESH(after_the_last_shift_everything_open_is_closed),
        AFRESH(a_server_that_was_away_closes_what_it_missed),
        AFRESH(a_holiday_ends_at_midnight),
        AFRESH(a_clock_put_back_closes_nothing_twice),
        AFRESH(what_is_opened_on_a_closed_day_is_closed_again),
        AFRESH(what_is_served_on_a_closed_day_is_counted),
        AFRESH(halls_are_closed_each_by_its_own),
        AFRESH(a_ticket_given_out_as_the_day_is_closed_is_neither_lost_nor_left_open),
        AFRESH(an_act_that_was_first_holds_and_the_day_closes_after_it),
        AFRESH(a_vote_that_comes_as_the_day_is_closed_counts),
        AFRESH(what_comes_while_the_day_is_being_closed_is_told_so),
        AFRESH(in_the_rush_of_closing_nothing_is_lost_or_left_open),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
