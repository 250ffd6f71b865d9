/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The history of forecasts and the report of a day, against days whose figures are known.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_world.h"
#include "lib/clock.h"
#include "model/group_hour.h"
#include "model/hall_report.h"

static char clock_file[] = "/tmp/motcua-clock-XXXXXX";

static int world_open(void **state)
{
    int file = mkstemp(clock_file);
    if (file < 0 || write(file, "2026-11-24 01:00:00\n", 20) != 20)
        return -1;
    close(file);
    setenv("MOTCUA_CLOCK", clock_file, 1);
    return clock_refresh() ? hall_open_all(state) : -1;
}

static int world_close(void **state)
{
    unlink(clock_file);
    return hall_close_all(state);
}

/*
 * Ten people of group A on Monday the 23rd from 08:00 on, the n-th of whom waits n minutes, walks 20 seconds and is
 * served 2 n minutes at counter 1. Two of Monday the 16th were left over and do not say how long they waited. A third
 * of the 23rd cancels, a fourth does not come. Ten of nine weeks ago are too old.
 */
static const char days[] =
    "insert into ticket (id, hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state,"
    " channel, is_exact) select seq, 1, '2026-11-23', 1, seq, 1, '2026-11-23 08:00' + interval seq minute,"
    " '2026-11-23 08:00' + interval seq minute, 'done', 'dispenser', 1 from seq_1_to_10;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id) select id, 1, arrival_at,"
    " 'issued', null, 'waiting', 1 from ticket;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id, reason)"
    " select id, 1, arrival_at + interval id minute, 'called', 'waiting', 'called', 1, 1, 'turn' from ticket;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id)"
    " select id, 1, arrival_at + interval 60 * id + 10 second, 'recalled', 'called', 'called', 1, 1 from ticket;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id)"
    " select id, 1, arrival_at + interval 60 * id + 20 second, 'arrived', 'called', 'serving', 1, 1 from ticket;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id)"
    " select id, 1, arrival_at + interval 180 * id + 20 second, 'done', 'serving', 'done', 1, 1 from ticket;\n"
    "insert into ticket (id, hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state,"
    " channel, is_exact) values (21, 1, '2026-11-16', 1, 1, 1, '2026-11-16 08:10', '2026-11-16 08:10', 'closed',"
    " 'dispenser', 0), (22, 1, '2026-11-16', 1, 2, 1, '2026-11-16 08:50', '2026-11-16 08:50', 'closed', 'kiosk', 0),"
    " (23, 1, '2026-11-23', 1, 11, 1, '2026-11-23 08:30', '2026-11-23 08:30', 'cancelled', 'web', 1),"
    " (24, 1, '2026-11-23', 1, 12, 1, '2026-11-23 09:30', '2026-11-23 09:30', 'missed', 'staff', 1);\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id) select id, 1,"
    " arrival_at, 'issued', null, 'waiting', 1, null from ticket where id > 20;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id) values"
    " (23, 1, '2026-11-23 08:45', 'cancelled', 'waiting', 'cancelled', 1, null),"
    " (24, 1, '2026-11-23 09:40', 'called', 'waiting', 'called', 1, 1),"
    " (24, 1, '2026-11-23 09:45', 'missed', 'called', 'missed', 1, 1),"
    " (21, 1, '2026-11-16 17:30', 'closed', 'waiting', 'closed', 1, null),"
    " (22, 1, '2026-11-16 17:30', 'closed', 'waiting', 'closed', 1, null);\n"
    "insert into ticket (id, hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state,"
    " channel, is_exact) select 100 + seq, 1, '2026-09-21', 1, seq, 1, '2026-09-21 08:00', '2026-09-21 08:00', 'done',"
    " 'dispenser', 1 from seq_1_to_10;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id) select id, 1, arrival_at,"
    " 'issued', null, 'waiting', 1 from ticket where id > 100;\n"
    "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id) select id, 1,"
    " arrival_at + interval 99 minute, 'called', 'waiting', 'called', 1, 1 from ticket where id > 100";

static int days_played(void **state)
{
    hall_empty(state);
    sql_do(days);
    return 0;
}

static uint64_t counted(void)
{
    uint64_t rows = 0;
    assert_int_equal(db_begin(db), DB_OK);
    assert_int_equal(group_hour_count(db, &rows), DB_NONE);
    assert_int_equal(db_commit(db), DB_OK);
    return rows;
}

static void hours_are_counted_from_exact_tickets_of_eight_weeks(void **state)
{
    (void)state;
    struct db_row row;
    assert_int_equal(counted(), 1); /* the hour from 9 has one wait only */
    assert_int_equal(db_one(db, arena,
                            "select concat_ws(' ', group_id, weekday, hour, tickets, arrivals, wait_50, wait_90,"
                            " serve_50, serve_90, counted_at) from group_hour",
                            DB_ARGS(), &row),
                     DB_OK);
    /* Thirteen came in that hour on two Mondays. */
    assert_string_equal(row.text[0], "1 1 8 10 6.50 5 9 600 1080 2026-11-24 01:00:00");
    assert_int_equal(counted(), 1); /* anew, not once more */
    assert_int_equal(number_asked("select count(*) from group_hour"), 1);
}

static void nothing_comes_of_nothing(void **state)
{
    (void)state;
    sql_do("insert into group_hour (group_id, weekday, hour, tickets, arrivals, wait_50, wait_90, serve_50, serve_90,"
           " counted_at) values (1, 1, 8, 9, 9, 9, 9, 9, 9, '2026-01-01')");
    assert_int_equal(counted(), 0);
    assert_int_equal(number_asked("select count(*) from group_hour"), 0); /* what is too old is forgotten */
}

static int64_t at(const struct report_line *line, enum hall_time_kind kind, unsigned percent)
{
    struct time_sample sample = line->times[kind];
    return time_sample_at(&sample, percent);
}

static void a_day_is_summed_up(void **state)
{
    (void)state;
    struct hall_report report;
    struct civil day = clock_at("2026-11-23 00:00"), before = clock_at("2026-11-16 00:00");
    assert_int_equal(hall_report_read(db, arena, HALL_ID, &day, &day, &report), DB_OK);
    assert_int_equal(report.all.arrivals, 12);
    assert_int_equal(report.all.ends[END_SERVED], 10);
    assert_int_equal(report.all.ends[END_MISSED], 1);
    assert_int_equal(report.all.ends[END_ABANDONED], 1);
    assert_int_equal(report.all.channels[TICKET_BY_WEB], 1);
    assert_int_equal(report.all.channels[TICKET_BY_STAFF], 1);
    assert_int_equal(at(&report.all, TIME_WAIT, 50), 6 * 60); /* of eleven: 1 … 10, and ten minutes again */
    assert_int_equal(at(&report.all, TIME_WAIT, 90), 10 * 60);
    assert_int_equal(at(&report.all, TIME_WALK, 50), 20); /* recalls do not begin it anew */
    assert_int_equal(at(&report.all, TIME_SERVE, 50), 600);
    assert_int_equal(at(&report.all, TIME_SERVE, 90), 1080);
    assert_int_equal(report.n_hours, 2);
    assert_int_equal(report.hours[0].number, 8);
    assert_int_equal(report.hours[0].arrivals, 11);
    assert_int_equal(report.hours[1].number, 9);
    assert_int_equal(report.n_groups, 1);
    assert_int_equal(report.n_counters, 1);
    assert_int_equal(report.counters[0].arrivals, 11);
    assert_int_equal(report.counters[0].ends[END_MISSED], 1);
    assert_int_equal(report.days, 1);
    assert_int_equal(hall_report_read(db, arena, HALL_ID, &before, &day, &report), DB_OK);
    assert_int_equal(report.days, 2);
    assert_int_equal(report.all.arrivals, 14);
    assert_int_equal(report.all.ends[END_ABANDONED], 3);
    assert_int_equal(report.all.times[TIME_WAIT].n, 11); /* those left over say nothing of waiting */
}

static void a_transfer_waits_twice_and_a_parked_one_is_served_twice(void **state)
{
    (void)state;
    sql_do("insert into ticket (id, hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at,"
           " state, channel, is_exact) values (1, 1, '2026-11-23', 1, 1, 2, '2026-11-23 08:00', '2026-11-23 08:00',"
           " 'done', 'dispenser', 1);\n"
           "insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id) values"
           " (1, 1, '2026-11-23 08:00', 'issued', null, 'waiting', 1, null),"
           " (1, 1, '2026-11-23 08:05', 'called', 'waiting', 'called', 1, 1),"
           " (1, 1, '2026-11-23 08:06', 'arrived', 'called', 'serving', 1, 1),"
           " (1, 1, '2026-11-23 08:10', 'transferred', 'serving', 'waiting', 2, 1),"
           " (1, 1, '2026-11-23 08:30', 'called', 'waiting', 'called', 2, 3),"
           " (1, 1, '2026-11-23 08:31', 'arrived', 'called', 'serving', 2, 3),"
           " (1, 1, '2026-11-23 08:33', 'parked', 'serving', 'parked', 2, 3),"
           " (1, 1, '2026-11-23 09:00', 'resumed', 'parked', 'serving', 2, 3),"
           " (1, 1, '2026-11-23 09:07', 'done', 'serving', 'done', 2, 3)");
    struct hall_report report;
    struct civil day = clock_at("2026-11-23 00:00");
    assert_int_equal(hall_report_read(db, arena, HALL_ID, &day, &day, &report), DB_OK);
    assert_int_equal(report.n_groups, 2);
    assert_int_equal(at(&report.groups[0], TIME_WAIT, 50), 5 * 60);
    assert_int_equal(at(&report.groups[0], TIME_SERVE, 50), 4 * 60);
    assert_int_equal(report.groups[0].arrivals, 1);
    assert_int_equal(at(&report.groups[1], TIME_WAIT, 50), 20 * 60);
    assert_int_equal(report.groups[1].times[TIME_SERVE].n, 2);
    assert_int_equal(at(&report.groups[1], TIME_SERVE, 50), 2 * 60);
    assert_int_equal(at(&report.groups[1], TIME_SERVE, 90), 7 * 60);
    assert_int_equal(report.groups[1].arrivals, 0); /* it came to the other one */
    assert_int_equal(report.n_counters, 2);
    assert_int_equal(report.counters[0].ends[END_SERVED], 0);
    assert_int_equal(report.counters[1].ends[END_SERVED], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(hours_are_counted_from_exact_tickets_of_eight_weeks, days_played),
        cmocka_unit_test_setup(nothing_comes_of_nothing, hall_empty),
        cmocka_unit_test_setup(a_day_is_summed_up, days_played),
        cmocka_unit_test_setup(a_transfer_waits_twice_and_a_parked_one_is_served_twice, hall_empty),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
