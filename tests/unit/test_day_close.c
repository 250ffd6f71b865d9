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

#include "hall_desk.h"
#include "lib/clock.h"
#include "model/day_close.h"

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
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
