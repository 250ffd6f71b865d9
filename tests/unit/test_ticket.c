/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Tickets: labels, tokens, numbers without gaps, and who is refused one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_world.h"
#include "model/hall_groups.h"
#include "model/ticket_token.h"

/* ---- without the database -------------------------------------------------------------------- */

static void labels_are_read_as_people_type_them(void **state)
{
    (void)state;
    static const char *const good[] = {"A015", "a15", "A-15", " A 015 ", "a.0015"};
    static const char *const bad[] = {"", "A", "15", "AB15", "A1000", "A000", "A15x", "Đ15", "A 1 5"};
    char letter, label[TICKET_LABEL_MAX];
    unsigned number;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(ticket_label_parse(good[i], &letter, &number));
        assert_string_equal(ticket_label(label, letter, number), "A015");
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(ticket_label_parse(bad[i], &letter, &number));
    assert_string_equal(ticket_label(label, 'Z', 999), "Z999");
}

static void a_token_says_which_ticket_and_cannot_be_made_up(void **state)
{
    (void)state;
    struct civil day = {2026, 11, 23, 0, 0, 0}, back;
    char token[TICKET_TOKEN_CHARS + 1], other[TICKET_TOKEN_CHARS + 1];
    uint64_t group;
    unsigned number;
    ticket_token(token, 7, &day, 815);
    assert_int_equal(strlen(token), TICKET_TOKEN_CHARS);
    assert_int_equal(strspn(token, "0123456789bcfghjkmnpqrstvx"), TICKET_TOKEN_CHARS);
    assert_true(ticket_token_parse(token, &group, &back, &number));
    assert_int_equal(group, 7);
    assert_int_equal(number, 815);
    assert_int_equal(civil_compare(&day, &back), 0);
    for (size_t i = 0; i < TICKET_TOKEN_CHARS; i++)
        for (const char *c = "0123456789bcfghjkmnpqrstvx"; *c; c++) {
            memcpy(other, token, sizeof other);
            other[i] = *c;
            assert_int_equal(ticket_token_parse(other, &group, &back, &number), *c == token[i]);
        }
    assert_false(ticket_token_parse("", &group, &back, &number));
    assert_false(ticket_token_parse(NULL, &group, &back, &number));
    assert_false(ticket_token_parse(arena_format(arena, "%s0", token), &group, &back, &number));
    assert_true(ticket_token_parse(arena_format(arena, "%.12s %s", token, token + 12), &group, &back, &number));
    assert_string_not_equal(ticket_token(other, 7, &day, 816) + 11, token + 11);
}

static void people_before_one_are_counted_by_the_rule(void **state)
{
    (void)state;
    assert_int_equal(ticket_ahead_count(false, 0, 0, 2), 0);
    assert_int_equal(ticket_ahead_count(false, 5, 0, 2), 2); /* at most two before the first ordinary one */
    assert_int_equal(ticket_ahead_count(false, 5, 3, 2), 8);
    assert_int_equal(ticket_ahead_count(false, 1, 3, 2), 4);
    assert_int_equal(ticket_ahead_count(true, 0, 9, 2), 0);
    assert_int_equal(ticket_ahead_count(true, 4, 9, 2), 6);
    assert_int_equal(ticket_ahead_count(true, 4, 1, 2), 5);
}

/* ---- giving out ------------------------------------------------------------------------------ */

static void numbers_begin_at_the_first_each_day_and_group(void **state)
{
    (void)state;
    struct ticket_issued issued;
    assert_int_equal(issue_at("07:30", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_string_equal(issued.label, "A001");
    assert_int_equal(issued.ahead, 0);
    assert_int_equal(issue_at("07:31", SERVICE_A2, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_string_equal(issued.label, "A002");
    assert_int_equal(issued.ahead, 1);
    assert_int_equal(issue_at("07:31", SERVICE_B, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_string_equal(issued.label, "B001");
    assert_string_equal(hall_news_format(arena, &issued.news),
                        arena_format(arena, "{\"e\":%llu,\"t\":\"B001\",\"k\":\"issued\",\"g\":2}",
                                     (unsigned long long)issued.news.event));
    assert_int_equal(issue_at("2026-11-25 07:30", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_string_equal(issued.label, "A001");
}

static void what_is_rolled_back_leaves_no_gap(void **state)
{
    (void)state;
    struct civil now = clock_at("08:00");
    uint64_t service = SERVICE_A;
    const struct ticket_wish wish = {.hall = &hall, .services = &service, .n_services = 1};
    struct ticket_issued issued;
    for (unsigned n = 1; n <= 3; n++) {
        assert_int_equal(db_begin_numbering(db), DB_OK);
        assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_ISSUED);
        db_rollback(db);
        assert_int_equal(issue_at("08:00", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_ISSUED);
        assert_int_equal(issued.number, n);
    }
}

static void the_ticket_is_as_it_was_wished(void **state)
{
    (void)state;
    struct civil now = clock_at("08:00");
    const uint64_t services[] = {SERVICE_B, SERVICE_A, SERVICE_B};
    const struct ticket_wish wish = {.hall = &hall, .services = services, .n_services = 3, .class = TICKET_MERIT,
                                     .channel = TICKET_BY_STAFF, .user = 2};
    struct ticket_issued issued;
    struct ticket ticket, same;
    struct ticket_item *items;
    struct ticket_event *events;
    size_t n;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_ISSUED);
    assert_int_equal(db_commit(db), DB_OK);
    assert_int_equal(ticket_by_token(db, arena, issued.token, &ticket), DB_OK);
    assert_int_equal(ticket.id, issued.ticket);
    assert_string_equal(ticket.label, "B001");
    assert_int_equal(ticket.class, TICKET_MERIT);
    assert_true(ticket.is_ahead);
    assert_int_equal(ticket.channel, TICKET_BY_STAFF);
    assert_int_equal(ticket.state, TICKET_WAITING);
    assert_int_equal(civil_compare(&ticket.arrival_at, &now), 0);
    assert_int_equal(civil_compare(&ticket.rank_at, &now), 0);
    assert_int_equal(ticket.wait_then_50, -1);
    assert_int_equal(ticket_by_label(db, arena, HALL_ID, &now, 'B', 1, &same), DB_OK);
    assert_int_equal(same.id, ticket.id);
    assert_int_equal(ticket_by_label(db, arena, 2, &now, 'B', 1, &same), DB_NONE);
    assert_int_equal(ticket_items(db, arena, ticket.id, &items, &n), DB_OK);
    assert_int_equal(n, 2); /* a service named twice counts once */
    assert_int_equal(items[0].service, SERVICE_B);
    assert_int_equal(items[1].service, SERVICE_A);
    assert_int_equal(ticket_history(db, arena, ticket.id, &events, &n), DB_OK);
    assert_int_equal(n, 1);
    assert_string_equal(events[0].kind, "issued");
    assert_string_equal(events[0].user_name, "Ba");
}

static void who_gets_none_is_told_why(void **state)
{
    (void)state;
    struct ticket_issued issued;
    struct civil now = clock_at("09:00");
    assert_int_equal(issue_at("07:29", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_NOT_OPEN);
    assert_int_equal(issued.hours.state, HALL_EARLY);
    assert_int_equal(issue_at("16:45", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_NOT_OPEN);
    assert_int_equal(issued.hours.next.day, 25);
    assert_int_equal(issue_at("2026-11-24 09:00", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_NOT_OPEN);
    assert_string_equal(issued.hours.name, "Ngày Văn hóa");
    assert_int_equal(issue_at("12:00", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_int_equal(issue_at("09:00", SERVICE_OLD, TICKET_ORDINARY, &issued), TICKET_NOT_OFFERED);
    assert_int_equal(issue_at("09:00", SERVICE_N, TICKET_ORDINARY, &issued), TICKET_NOT_OFFERED);
    assert_int_equal(issue_at("09:00", 999, TICKET_ORDINARY, &issued), TICKET_NOT_OFFERED);
    assert_int_equal(issue_at("09:00", SERVICE_A, TICKET_APPOINTMENT, &issued), TICKET_NO_CLASS);
    const uint64_t mixed[] = {SERVICE_A, SERVICE_N};
    struct ticket_wish wish = {.hall = &hall, .services = mixed, .n_services = 2};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_NOT_OFFERED);
    db_rollback(db);
    wish.n_services = 0;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_NOT_OFFERED);
    db_rollback(db);
    struct hall no_merit = hall;
    no_merit.classes &= ~(1u << TICKET_MERIT);
    wish = (struct ticket_wish){.hall = &no_merit, .services = mixed, .n_services = 1, .class = TICKET_MERIT};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_NO_CLASS);
    db_rollback(db);
}

static void the_last_number_and_the_cap_end_it(void **state)
{
    (void)state;
    struct ticket_issued issued;
    for (unsigned n = 1; n <= 5; n++)
        assert_int_equal(issue_at("09:00", SERVICE_C, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_int_equal(issue_at("09:00", SERVICE_C, TICKET_ORDINARY, &issued), TICKET_FULL);
    sql_do("update service_group set daily_cap = 2 where id = 1");
    assert_int_equal(issue_at("09:00", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_int_equal(issue_at("09:00", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_int_equal(issue_at("09:00", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_FULL);
    sql_do("update service_group set daily_cap = null where id = 1");
    assert_int_equal(issue_at("09:00", SERVICE_A, TICKET_ORDINARY, &issued), TICKET_ISSUED);
    assert_int_equal(issued.number, 3);
}

static void screens_see_groups_as_they_stand(void **state)
{
    (void)state;
    struct hall_groups groups;
    struct civil now = clock_at("09:00");
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    issued_at("08:10", SERVICE_A, TICKET_ELDERLY);
    for (int n = 0; n < 5; n++)
        issued_at("08:30", SERVICE_C, TICKET_ORDINARY);
    assert_int_equal(hall_groups_load(db, arena, 1, &hall, &now, false, &groups), DB_OK);
    assert_int_equal(groups.n, 3);
    const struct hall_group *a = hall_group_by_id(&groups, GROUP_A), *c = hall_group_of_service(&groups, SERVICE_C);
    assert_int_equal(a->waiting, 2);
    assert_int_equal(a->given, 2);
    assert_int_equal(a->longest.hour, 8);
    assert_int_equal(a->n_services, 2);
    assert_true(a->takes);
    assert_int_equal(a->wait_50, -1); /* no counter is open */
    assert_true(c->is_full);
    assert_false(c->takes);
    assert_int_equal(c->hours.state, HALL_OPEN);
    assert_int_equal(hall_groups_load(db, arena, 1, &hall, &now, true, &groups), DB_OK);
    assert_int_equal(hall_group_by_id(&groups, GROUP_A)->n_services, 3);
}

static void an_appointment_is_let_in_once_and_keeps_its_time(void **state)
{
    (void)state;
    sql_do("insert into appointment_slot (id, group_id, day, from_time, to_time, capacity) values"
           " (1, 1, '2026-11-23', '09:00', '09:15', 3);\n"
           "insert into appointment (id, slot_id, service_id, code_hash, booked_at, changed_at) values"
           " (1, 1, 11, repeat('c', 32), '2026-11-20', '2026-11-20')");
    struct civil now = clock_at("07:20"), booked = clock_at("09:00");
    uint64_t service = SERVICE_A;
    const struct ticket_wish wish = {.hall = &hall, .services = &service, .n_services = 1, .appointment = 1,
                                     .class = TICKET_APPOINTMENT, .booked = booked};
    struct ticket_issued issued, again;
    struct ticket ticket;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &issued), TICKET_ISSUED); /* before opening */
    assert_int_equal(db_commit(db), DB_OK);
    assert_int_equal(ticket_of_appointment(db, arena, 1, &ticket), DB_OK);
    assert_int_equal(civil_compare(&ticket.rank_at, &booked), 0);
    assert_int_equal(civil_compare(&ticket.arrival_at, &now), 0);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ticket_issue(db, arena, 1, &now, &wish, &again), TICKET_CHECKED_IN);
    db_rollback(db);
    assert_string_equal(again.label, issued.label);
    assert_string_equal(again.token, issued.token);
}

/* ---- many at once ---------------------------------------------------------------------------- */

enum { PROCESSES = 8, EACH = 15 };

/* One dispenser of many: every third ticket is rolled back first. */
static void dispenser(unsigned seed)
{
    struct db *own = db_open();
    struct civil now = clock_at("09:00");
    for (unsigned done = 0; done < EACH;) {
        uint64_t service = done % 2 ? SERVICE_A : SERVICE_B;
        const struct ticket_wish wish = {.hall = &hall, .services = &service, .n_services = 1};
        struct ticket_issued issued;
        bool keep = (done + seed) % 3 != 0 || random() % 2;
        if (db_begin_numbering(own) == DB_OK &&
            ticket_issue(own, arena, 1, &now, &wish, &issued) == TICKET_ISSUED && keep && db_commit(own) == DB_OK)
            done++;
        db_rollback(own);
    }
    db_close(own);
}

static void many_dispensers_leave_no_gap_and_no_double(void **state)
{
    (void)state;
    pid_t children[PROCESSES];
    for (unsigned i = 0; i < PROCESSES; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            srandom(i);
            dispenser(i);
            _exit(0);
        }
    }
    for (unsigned i = 0; i < PROCESSES; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    assert_int_equal(number_asked("select count(*) from ticket"), PROCESSES * EACH);
    assert_int_equal(number_asked("select count(*) from (select letter_group_id from ticket group by letter_group_id"
                                  " having max(number) <> count(*) or min(number) <> 1) x"),
                     0);
    assert_int_equal(number_asked("select count(*) from ticket_event where kind = 'issued'"), PROCESSES * EACH);
    assert_int_equal(number_asked("select count(*) from ticket_item"), PROCESSES * EACH);
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_read_as_people_type_them),
        cmocka_unit_test(a_token_says_which_ticket_and_cannot_be_made_up),
        cmocka_unit_test(people_before_one_are_counted_by_the_rule),
        AFRESH(numbers_begin_at_the_first_each_day_and_group),
        AFRESH(what_is_rolled_back_leaves_no_gap),
        AFRESH(the_ticket_is_as_it_was_wished),
        AFRESH(who_gets_none_is_told_why),
        AFRESH(the_last_number_and_the_cap_end_it),
        AFRESH(screens_see_groups_as_they_stand),
        AFRESH(an_appointment_is_let_in_once_and_keeps_its_time),
        AFRESH(many_dispensers_leave_no_gap_and_no_double),
    };
    return cmocka_run_group_tests(tests, hall_open_all, hall_close_all);
}
