/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Halls: whose they are, which queue a field is served in, and what history says of waiting.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_desk.h"
#include "model/hall_groups.h"

static void a_hall_is_found_by_row_and_by_code(void **state)
{
    (void)state;
    struct hall found;
    assert_int_equal(hall_by_code(db, arena, "h", &found), DB_OK);
    assert_int_equal(found.id, HALL_ID);
    assert_string_equal(found.agency_code, "TT");
    assert_int_equal(found.priority_run, 2);
    for (unsigned class = TICKET_ELDERLY; class <= TICKET_MERIT; class++)
        assert_true(found.classes >> class & 1);
    assert_false(found.classes >> TICKET_ORDINARY & 1);
    assert_false(found.classes >> TICKET_APPOINTMENT & 1);
    sql_do("update hall set classes = 'pregnant,merit' where id = 1");
    assert_int_equal(hall_load(db, arena, HALL_ID, &found), DB_OK);
    assert_int_equal(found.classes, 1u << TICKET_PREGNANT | 1u << TICKET_MERIT);
    sql_do("update hall set classes = 'elderly,pregnant,disabled,small_child,merit' where id = 1");
    assert_int_equal(hall_by_code(db, arena, "nowhere", &found), DB_NONE);
    assert_int_equal(hall_load(db, arena, 99, &found), DB_NONE);
}

static void officers_work_in_the_hall_of_their_counter(void **state)
{
    (void)state;
    struct hall_list list;
    assert_int_equal(hall_of_person(db, arena, 1, 3, &list), DB_OK); /* of a unit without a counter: the centre's */
    assert_int_equal(list.n, 1);
    assert_string_equal(list.halls[0].code, "h");
    assert_int_equal(hall_of_person(db, arena, 1, 2, &list), DB_OK);
    assert_string_equal(list.halls[0].code, "x");
    sql_do("update hall set is_active = false where id = 2");
    assert_int_equal(hall_of_person(db, arena, 1, 2, &list), DB_OK);
    assert_int_equal(list.n, 0);
    assert_int_equal(hall_list_all(db, arena, &list), DB_OK);
    assert_int_equal(list.n, 1);
    sql_do("update hall set is_active = true where id = 2");
}

static void who_runs_halls_sees_those_within_reach(void **state)
{
    (void)state;
    struct hall_list list;
    struct reach reach[] = {{ROLE_MANAGER, 2, 0}, {ROLE_CLERK, 1, 0}};
    struct scope scope = {.reach = reach, .n = 2, .roles = ROLE_BIT(ROLE_MANAGER) | ROLE_BIT(ROLE_CLERK)};
    assert_int_equal(hall_list_for_scope(db, arena, &scope, ROLE_BIT(ROLE_MANAGER), &list), DB_OK);
    assert_int_equal(list.n, 1);
    assert_string_equal(list.halls[0].code, "x");
    assert_int_equal(hall_list_for_scope(db, arena, &scope, ROLE_BIT(ROLE_SUPERVISOR), &list), DB_OK);
    assert_int_equal(list.n, 0);
    reach[0].agency = 0; /* the whole province */
    assert_int_equal(hall_list_for_scope(db, arena, &scope, ROLE_BIT(ROLE_MANAGER), &list), DB_OK);
    assert_int_equal(list.n, 2);
}

static void a_field_leads_to_its_queue(void **state)
{
    (void)state;
    uint64_t service, group;
    sql_do("set foreign_key_checks = 0;\n"
           "insert into service_field (service_id, field_id) values (12, 7), (13, 7), (31, 7), (41, 7);\n"
           "set foreign_key_checks = 1;\n"
           "update service_group set kind = 'return' where id = 3");
    assert_int_equal(hall_service_of_field(db, arena, HALL_ID, 7, HALL_GROUP_RECEIVE, &service, &group), DB_OK);
    assert_int_equal(service, SERVICE_A2);
    assert_int_equal(group, GROUP_A);
    assert_int_equal(hall_service_of_field(db, arena, HALL_ID, 7, HALL_GROUP_RETURN, &service, &group), DB_OK);
    assert_int_equal(service, SERVICE_C);
    assert_int_equal(hall_service_of_field(db, arena, HALL_ID, 7, HALL_GROUP_OTHER, &service, &group), DB_NONE);
    assert_int_equal(hall_service_of_field(db, arena, HALL_ID, 8, HALL_GROUP_RECEIVE, &service, &group), DB_NONE);
}

static void hours_are_those_of_the_body(void **state)
{
    (void)state;
    struct hall_hours hours;
    struct civil now = clock_at("12:00");
    assert_int_equal(hall_hours_now(db, 1, &hall, &now, &hours), DB_OK);
    assert_int_equal(hours.state, HALL_BREAK);
    assert_int_equal(hours.goes_on.hour, 13);
}

static void history_speaks_where_no_counter_is_open(void **state)
{
    (void)state;
    struct forecast_load load;
    struct forecast_hour *hours;
    size_t n;
    struct civil now = clock_at("09:30");
    sql_do("insert into group_hour values (1, 1, 9, 40, 5, 12, 31, 300, 700, '2026-11-22'),"
           " (1, 1, 10, 30, 4, 8, 20, 300, 700, '2026-11-22'), (1, 2, 9, 10, 1, 1, 2, 60, 90, '2026-11-22'),"
           " (2, 1, 9, 20, 3, 4, 9, 200, 500, '2026-11-22')");
    assert_int_equal(forecast_load_read(db, arena, HALL_ID, &now, &load), DB_OK);
    size_t a = forecast_index(&load, GROUP_A), c = forecast_index(&load, GROUP_C);
    assert_int_equal(load.groups[a].serve_50, 300);
    assert_int_equal(load.groups[a].serve_90, 700);
    assert_int_equal(load.groups[c].serve_50, 300); /* five minutes, as its row says */
    assert_int_equal(forecast_of(&load, a, 0).wait_50, 12);
    assert_int_equal(forecast_of(&load, a, 0).wait_90, 31);
    assert_int_equal(forecast_of(&load, c, 0).wait_50, -1);
    opened_at("09:30", 1, 1);
    issued_at("09:30", SERVICE_A, TICKET_ORDINARY);
    assert_int_equal(forecast_load_read(db, arena, HALL_ID, &now, &load), DB_OK);
    assert_int_equal(load.n_counters, 1);
    assert_false(load.counters[0].busy);
    assert_int_equal(load.groups[a].waiting, 1);
    assert_true(forecast_of(&load, a, 1).wait_50 > 0);
    assert_int_equal(forecast_hours(db, arena, HALL_ID, &now, 9, &hours, &n), DB_OK);
    assert_int_equal(n, 3);
    assert_int_equal(hours[1].hour, 10);
    assert_int_equal(hours[1].wait_90, 20);
    assert_int_equal(hours[2].group, GROUP_B);
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hall_is_found_by_row_and_by_code),
        cmocka_unit_test(officers_work_in_the_hall_of_their_counter),
        cmocka_unit_test(who_runs_halls_sees_those_within_reach),
        cmocka_unit_test(a_field_leads_to_its_queue),
        cmocka_unit_test(hours_are_those_of_the_body),
        AFRESH(history_speaks_where_no_counter_is_open),
    };
    return cmocka_run_group_tests(tests, hall_open_all, hall_close_all);
}
