/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Lent numbers: blocks never overlap, and what dispensers report comes in once, however it comes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_desk.h"
#include "model/hall_replay.h"
#include "model/hall_report.h"
#include "model/number_lease.h"
#include "worktime_sample.h"

static struct number_lease *leases;
static size_t n_leases;
static struct lease_answer answers[LEASE_REPORT_MAX];

static void lend_at(const char *now, uint64_t device, const uint64_t *held, size_t n_held)
{
    struct civil moment = clock_at(now);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(number_lease_lend(db, arena, &hall, device, &moment, held, n_held, &leases, &n_leases), DB_OK);
    assert_int_equal(db_commit(db), DB_OK);
}

static void report_at(const char *now, uint64_t device, const struct lease_ticket *tickets, size_t n)
{
    struct civil moment = clock_at(now);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(number_lease_report(db, arena, device, &moment, tickets, n, answers), DB_OK);
    assert_int_equal(db_commit(db), DB_OK);
}

static const struct number_lease *lease_of(uint64_t group)
{
    for (size_t i = n_leases; i-- > 0;)
        if (leases[i].group == group)
            return &leases[i];
    fail_msg("no block of group %u", (unsigned)group);
    return NULL;
}

static uint64_t held_now[40];

static size_t hold_all(void)
{
    for (size_t i = 0; i < n_leases; i++)
        held_now[i] = leases[i].id;
    return n_leases;
}

/* ---- lending --------------------------------------------------------------------------------- */

static void each_device_gets_blocks_of_its_own(void **state)
{
    (void)state;
    lend_at("08:00", DEVICE, NULL, 0);
    assert_int_equal(n_leases, 3); /* one for each group in use */
    uint64_t a = lease_of(GROUP_A)->id;
    assert_int_equal(lease_of(GROUP_A)->first, 800);
    assert_int_equal(lease_of(GROUP_A)->last, 819);
    assert_int_equal(lease_of(GROUP_C)->first, 6);
    assert_int_equal(lease_of(GROUP_C)->letter, 'C');
    uint64_t group;
    struct civil day;
    unsigned number;
    assert_true(ticket_token_parse(lease_of(GROUP_A)->tokens[19], &group, &day, &number));
    assert_int_equal(group, GROUP_A);
    assert_int_equal(number, 819);
    assert_int_equal(day.day, 23);
    size_t n = hold_all();
    lend_at("08:05", DEVICE, held_now, n); /* it has enough */
    assert_int_equal(n_leases, 3);
    assert_int_equal(lease_of(GROUP_A)->id, a);
    lend_at("08:05", DEVICE_2, NULL, 0);
    assert_int_equal(lease_of(GROUP_A)->first, 820);
    assert_int_equal(lease_of(GROUP_C)->last, 30); /* the last ones: 26 to 30 */
    assert_int_equal(number_asked("select count(*) from number_lease a join number_lease b on a.group_id = b.group_id"
                                  " and a.service_date = b.service_date and a.id < b.id"
                                  " and a.first_number <= b.last_number and b.first_number <= a.last_number"),
                     0);
}

static void a_new_block_when_few_are_left_and_none_when_all_are_lent(void **state)
{
    (void)state;
    lend_at("08:00", DEVICE, NULL, 0);
    struct lease_ticket used = {.lease = lease_of(GROUP_A)->id, .number = 809};
    size_t n = hold_all();
    report_at("09:00", DEVICE, &used, 1);
    lend_at("09:00", DEVICE, held_now, n);
    assert_int_equal(lease_of(GROUP_A)->first, 800); /* ten are left */
    used.number = 810;
    report_at("09:01", DEVICE, &used, 1);
    lend_at("09:01", DEVICE, held_now, n);
    assert_int_equal(lease_of(GROUP_A)->first, 820);
    assert_int_equal(n_leases, 4);
    for (int i = 0; i < 12; i++) { /* a device that forgets everything gets only so many */
        lend_at("09:02", DEVICE, NULL, 0);
        lend_at("09:02", DEVICE_2, NULL, 0);
    }
    assert_int_equal(number_asked("select count(*) from number_lease where group_id = 1 and device_id = 2"),
                     LEASE_LOST_MAX);
    assert_int_equal(number_asked("select max(last_number) from number_lease where group_id = 3"), 30);
    assert_int_equal(number_asked("select count(*) from number_lease where group_id = 3"), 2);
}

static void the_server_never_gives_a_lent_number(void **state)
{
    (void)state;
    lend_at("08:00", DEVICE, NULL, 0);
    sql_do("update service_group set last_number = 30 where id = 3"); /* against all advice, in the middle of a day */
    struct ticket_issued issued;
    for (int i = 0; i < 5; i++)
        assert_int_equal(issue_at("09:00", SERVICE_C, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_int_equal(issue_at("09:00", SERVICE_C, TICKET_ORDINARY, &issued), TICKET_FULL);
    sql_do("update service_group set last_number = 5 where id = 3");
}

static void in_the_evening_the_next_morning_is_lent(void **state)
{
    (void)state;
    lend_at("17:30", DEVICE, NULL, 0);
    assert_int_equal(n_leases, 3);
    assert_int_equal(leases[0].day.day, 25); /* the 24th is a holiday */
    struct lease_ticket used = {.lease = leases[0].id, .number = 800};
    report_at("18:00", DEVICE, &used, 1); /* a clock that is days ahead */
    assert_int_equal(answers[0].verdict, LEASE_BEYOND);
    report_at("2026-11-25 07:40", DEVICE, &used, 1);
    assert_int_equal(answers[0].verdict, LEASE_TAKEN);
    assert_int_equal(ticket_now(answers[0].ticket).arrival_at.hour, 7);
}

/* ---- reports --------------------------------------------------------------------------------- */

static void reported_once_whatever_comes(void **state)
{
    (void)state;
    static const uint64_t services[] = {SERVICE_A, SERVICE_OLD, SERVICE_N};
    lend_at("08:00", DEVICE, NULL, 0);
    uint64_t lease = lease_of(GROUP_A)->id;
    const struct lease_ticket later[] = {{.lease = lease, .number = 802, .services = services, .n_services = 3,
                                          .class = TICKET_ELDERLY, .at_ms_ago = 60000},
                                         {.lease = lease, .number = 803, .at_ms_ago = 30000}};
    const struct lease_ticket early[] = {{.lease = lease, .number = 800, .at_ms_ago = 600000},
                                         {.lease = lease, .number = 801, .at_ms_ago = 300000}};
    report_at("09:00", DEVICE, later, 2); /* the second half first */
    assert_int_equal(answers[0].verdict, LEASE_TAKEN);
    assert_string_equal(answers[0].news.label, "A802");
    report_at("09:00", DEVICE, early, 2);
    report_at("09:00", DEVICE, later, 2); /* and again */
    assert_int_equal(answers[0].verdict, LEASE_KNOWN);
    assert_true(answers[0].ticket);
    assert_int_equal(number_asked("select count(*) from ticket"), 4);
    assert_int_equal(number_asked("select count(*) from ticket_event where kind = 'issued'"), 4);
    assert_int_equal(number_asked("select count(*) from ticket_item"), 1); /* the service of another hall is left out */
    assert_int_equal(number_asked("select used_to from number_lease where group_id = 1"), 803);
    struct ticket ticket = ticket_now(answers[0].ticket);
    assert_int_equal(ticket.class, TICKET_ELDERLY);
    assert_int_equal(ticket.arrival_at.minute, 59);
    uint64_t one = opened_at("09:05", 1, 1);
    assert_string_equal(served_at("09:06", 1, one), "A802 priority");
    assert_string_equal(served_at("09:06", 1, one), "A800 turn"); /* in the order they came */
    assert_string_equal(served_at("09:06", 1, one), "A801 turn");
}

/* Whoever holds such a number waits in the hall it was given out in. */
static void a_dispenser_that_was_moved_loses_no_ticket_of_its_old_hall(void **state)
{
    (void)state;
    lend_at("08:00", DEVICE, NULL, 0);
    uint64_t lease = lease_of(GROUP_A)->id;
    const struct lease_ticket ticket = {.lease = lease, .number = 800, .at_ms_ago = 60000};
    sql_do("update device set hall_id = 2 where id = 1");
    report_at("09:00", DEVICE, &ticket, 1);
    sql_do("update device set hall_id = 1 where id = 1");
    assert_int_equal(answers[0].verdict, LEASE_TAKEN);
    assert_string_equal(answers[0].news.hall, "h");
    assert_int_equal(ticket_now(answers[0].ticket).hall, HALL_ID);
    uint64_t one = opened_at("09:05", 1, 1);
    assert_string_equal(served_at("09:06", 1, one), "A800 turn");
}

static void the_wrong_device_and_numbers_beyond_are_refused(void **state)
{
    (void)state;
    lend_at("08:00", DEVICE, NULL, 0);
    uint64_t lease = lease_of(GROUP_A)->id;
    const struct lease_ticket tickets[] = {
        {.lease = lease, .number = 820}, {.lease = lease, .number = 799}, {.lease = lease, .number = 0},
        {.lease = 9999, .number = 800},  {.lease = lease, .number = 800}};
    report_at("09:00", DEVICE_2, tickets, 5);
    for (int i = 0; i < 5; i++)
        assert_int_equal(answers[i].verdict, LEASE_FOREIGN);
    report_at("09:00", DEVICE, tickets, 5);
    static const enum lease_verdict expected[] = {LEASE_BEYOND, LEASE_BEYOND, LEASE_BEYOND, LEASE_FOREIGN,
                                                  LEASE_TAKEN};
    for (int i = 0; i < 5; i++)
        assert_int_equal(answers[i].verdict, expected[i]);
    assert_int_equal(number_asked("select count(*) from ticket"), 1);
}

static void times_are_bounded_by_the_lending_and_now(void **state)
{
    (void)state;
    lend_at("08:00:30", DEVICE, NULL, 0);
    uint64_t lease = lease_of(GROUP_A)->id;
    const struct lease_ticket tickets[] = {{.lease = lease, .number = 800, .at_ms_ago = INT64_MAX},
                                           {.lease = lease, .number = 801, .at_ms_ago = -5000},
                                           {.lease = lease, .number = 802, .at_ms_ago = INT64_MIN}};
    report_at("09:00", DEVICE, tickets, 3);
    assert_int_equal(ticket_now(answers[0].ticket).arrival_at.second, 30);
    assert_int_equal(ticket_now(answers[1].ticket).arrival_at.hour, 9);
    assert_int_equal(ticket_now(answers[2].ticket).arrival_at.hour, 9);
}

static void a_report_of_a_day_that_is_over_is_closed(void **state)
{
    (void)state;
    lend_at("08:00", DEVICE, NULL, 0);
    uint64_t lease = lease_of(GROUP_A)->id;
    const struct lease_ticket tickets[] = {{.lease = lease, .number = 800, .at_ms_ago = 86400000},
                                           {.lease = lease, .number = 801}};
    report_at("2026-11-25 08:00", DEVICE, tickets, 1);
    assert_int_equal(answers[0].verdict, LEASE_LATE);
    struct ticket ticket = ticket_now(answers[0].ticket);
    assert_int_equal(ticket.state, TICKET_CLOSED);
    assert_false(ticket.is_exact);
    assert_int_equal(ticket.day.day, 23);
    assert_int_equal(ticket.arrival_at.day, 23); /* the last second of its day at most */
    assert_int_equal(number_asked("select count(*) from ticket_event"), 2);
    sql_do("insert into hall_day values (1, '2026-11-23', '2026-11-23 17:30:00', 0, 0)");
    report_at("17:40", DEVICE, tickets + 1, 1); /* the same day, after it was closed */
    assert_int_equal(answers[0].verdict, LEASE_LATE);
}

struct day_seen {
    unsigned tickets, left_over;
};

static struct day_seen report_of_the_day(void)
{
    struct civil day = clock_at("00:00");
    struct hall_report report;
    struct day_seen seen = {0, 0};
    assert_int_equal(hall_report_read(db, arena, HALL_ID, &day, &day, &report), DB_OK);
    for (size_t i = 0; i < report.n_groups; i++)
        seen.tickets += report.groups[i].arrivals;
    seen.left_over = report.left_over;
    return seen;
}

static size_t waited_at(const char *now)
{
    struct civil at = clock_at(now);
    struct hall_live live;
    assert_int_equal(hall_replay_read(db, arena, &hall, &at, &live), DB_OK);
    return live.n_tickets;
}

/* The record of the day, its report and its replay say the same, before the late report and after it. */
static void numbers_reported_after_the_day_was_closed_count_in_its_record(void **state)
{
    (void)state;
    lend_at("08:00", DEVICE, NULL, 0);
    uint64_t lease = lease_of(GROUP_A)->id;
    issued_at("09:00", SERVICE_A, TICKET_ORDINARY);
    sql_do("update ticket set state = 'closed', is_exact = false, ended_at = '2026-11-23 17:30:00'");
    sql_do("insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id)"
           " select id, 1, ended_at, 'closed', 'waiting', 'closed', 1 from ticket");
    sql_do("insert into hall_day values (1, '2026-11-23', '2026-11-23 17:30:00', 1, 1)");
    const struct lease_ticket tickets[] = {{.lease = lease, .number = 800, .at_ms_ago = INT64_C(48) * 3600000},
                                           {.lease = lease, .number = 801, .at_ms_ago = INT64_C(47) * 3600000}};
    for (int again = 0; again < 2; again++) /* the same report twice counts once */
        report_at("2026-11-25 08:30", DEVICE, tickets, 2);
    assert_int_equal(number_asked("select tickets from hall_day"), 3);
    assert_int_equal(number_asked("select left_over from hall_day"), 3);
    assert_int_equal(report_of_the_day().tickets, 3);
    assert_int_equal(report_of_the_day().left_over, 3);
    assert_int_equal(waited_at("08:31"), 1);
    assert_int_equal(waited_at("12:00"), 3);
    assert_int_equal(waited_at("17:29"), 3);
    assert_int_equal(waited_at("23:00"), 0); /* they ended with the others */
    assert_int_equal(number_asked("select count(*) from ticket where ended_at <> '2026-11-23 17:30:00'"), 0);
}

/* Random halves of random reports, again and again, in any order: every number once, none missing in a block. */
static void random_reports_leave_no_gap(void **state)
{
    (void)state;
    struct dice dice = {dice_seed()};
    lend_at("08:00", DEVICE, NULL, 0);
    lend_at("08:00", DEVICE_2, NULL, 0);
    uint64_t blocks[2] = {number_asked("select id from number_lease where group_id = 1 and device_id = 1"),
                          number_asked("select id from number_lease where group_id = 1 and device_id = 2")};
    for (int round = 0; round < 60; round++) {
        int device = dice_between(&dice, 0, 1), n = dice_between(&dice, 1, 6);
        struct lease_ticket tickets[6];
        for (int i = 0; i < n; i++)
            tickets[i] = (struct lease_ticket){.lease = blocks[dice_between(&dice, 0, 9) ? device : !device],
                                               .number = (unsigned)dice_between(&dice, 798, 845)};
        report_at("09:00", (uint64_t)device + 1, tickets, (size_t)n);
    }
    for (unsigned number = 800; number < 840; number++) {
        struct lease_ticket ticket = {.lease = blocks[number >= 820], .number = number};
        report_at("10:00", number >= 820 ? DEVICE_2 : DEVICE, &ticket, 1);
    }
    assert_int_equal(number_asked("select count(*) from ticket"), 40);
    assert_int_equal(number_asked("select count(distinct number) from ticket where number between 800 and 839"), 40);
    assert_int_equal(number_asked("select count(*) from ticket t join number_lease l on l.id = t.lease_id"
                                  " where t.number not between l.first_number and l.last_number"
                                  " or t.device_id <> l.device_id"),
                     0);
}

/* ---- many at once ---------------------------------------------------------------------------- */

static void devices_that_ask_at_once_get_different_blocks(void **state)
{
    (void)state;
    enum { ASKING = 6 };
    pid_t children[ASKING];
    for (int i = 0; i < ASKING; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            struct db *own = db_open();
            struct civil now = clock_at("08:00");
            for (int done = 0; done < 3;) {
                bool lent = db_begin_numbering(own) == DB_OK &&
                            number_lease_lend(own, arena, &hall, (uint64_t)i % 2 + 1, &now, NULL, 0, &leases,
                                              &n_leases) == DB_OK &&
                            db_commit(own) == DB_OK;
                done += lent;
                db_rollback(own);
            }
            _exit(0);
        }
    }
    for (int i = 0; i < ASKING; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    assert_true(number_asked("select count(*) from number_lease where group_id = 1") >= LEASE_LOST_MAX);
    assert_int_equal(number_asked("select count(*) from number_lease a join number_lease b on a.group_id = b.group_id"
                                  " and a.service_date = b.service_date and a.id < b.id"
                                  " and a.first_number <= b.last_number and b.first_number <= a.last_number"),
                     0);
    assert_int_equal(number_asked("select count(*) from number_lease l join service_group g on g.id = l.group_id"
                                  " where l.last_number > g.lease_last or l.first_number <= g.last_number"),
                     0);
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AFRESH(each_device_gets_blocks_of_its_own),
        AFRESH(a_new_block_when_few_are_left_and_none_when_all_are_lent),
        AFRESH(the_server_never_gives_a_lent_number),
        AFRESH(in_the_evening_the_next_morning_is_lent),
        AFRESH(reported_once_whatever_comes),
        AFRESH(a_dispenser_that_was_moved_loses_no_ticket_of_its_old_hall),
        AFRESH(the_wrong_device_and_numbers_beyond_are_refused),
        AFRESH(times_are_bounded_by_the_lending_and_now),
        AFRESH(a_report_of_a_day_that_is_over_is_closed),
        AFRESH(numbers_reported_after_the_day_was_closed_count_in_its_record),
        AFRESH(random_reports_leave_no_gap),
        AFRESH(devices_that_ask_at_once_get_different_blocks),
    };
    return cmocka_run_group_tests(tests, hall_open_all, hall_close_all);
}
