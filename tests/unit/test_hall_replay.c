/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A hall replayed from its history is what it was: random days of everything that can be done are looked at live after
 * each step, and later, when all is different, replayed at each of those moments.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_desk.h"
#include "model/hall_replay.h"

enum { STEPS = 260, DESKS = 4, DUMP_MAX = 32768 };

/* ---- one moment as a text -------------------------------------------------------------------- */

static const char *time_of(const struct civil *moment)
{
    return moment->year ? row_time(arena, moment) : "-";
}

static const char *dump(const struct hall_live *live)
{
    char *out = arena_take(arena, DUMP_MAX);
    int n = 0;
    for (size_t i = 0; i < live->n_tickets; i++) {
        const struct live_ticket *t = &live->tickets[i];
        n += snprintf(out + n, DUMP_MAX - (size_t)n, "%s %s %s g%u c%u %s\n", t->label, ticket_state_names[t->state],
                      ticket_class_names[t->class], (unsigned)t->group, (unsigned)t->counter, time_of(&t->since));
    }
    for (size_t i = 0; i < live->n_groups; i++) {
        const struct live_group *g = &live->groups[i];
        n += snprintf(out + n, DUMP_MAX - (size_t)n, "%c %u waiting, %u ahead, %u parked, longest %s, %u open,"
                      " %u paused\n", g->letter, g->waiting, g->ahead, g->parked,
                      time_of(&g->longest), g->open_counters, g->paused_counters);
    }
    for (size_t i = 0; i < live->n_counters; i++) {
        const struct live_counter *c = &live->counters[i];
        n += snprintf(out + n, DUMP_MAX - (size_t)n, "%u %s %d %s %s %s %s %u\n", c->number,
                      counter_state_names[c->state], c->pause, c->user_name, time_of(&c->since), c->letters,
                      c->ticket ? c->ticket->label : "-", c->waiting);
    }
    assert_true(n < DUMP_MAX);
    return out;
}

static const char *live_at(const struct civil *now)
{
    struct hall_live live;
    assert_int_equal(hall_live_read(db, arena, &hall, now, &live), DB_OK);
    return dump(&live);
}

static const char *replay_at(const struct civil *at)
{
    struct hall_live live;
    assert_int_equal(hall_replay_read(db, arena, &hall, at, &live), DB_OK);
    return dump(&live);
}

/* ---- random days ----------------------------------------------------------------------------- */

static unsigned state_of_chance;

static unsigned chance(unsigned n)
{
    state_of_chance = state_of_chance * 1103515245u + 12345u;
    return (state_of_chance >> 16) % n;
}

struct desk {
    uint64_t session; /* 0: nobody sits there */
    uint64_t user;
};

static uint64_t some_ticket(const char *condition)
{
    struct db_row row;
    const char *sql = arena_format(arena, "select id from ticket where %s order by id", condition);
    enum db_result found = db_one(db, arena, sql, DB_ARGS(), &row);
    assert_int_not_equal(found, DB_FAIL);
    return found == DB_OK ? strtoull(row.text[0], NULL, 10) : 0;
}

static void groups_change(const char *now, const struct desk *desk, uint64_t counter)
{
    static const uint64_t sets[][2] = {{GROUP_A, GROUP_A}, {GROUP_A, GROUP_B}, {GROUP_B, GROUP_C}};
    const struct counter_actor actor = {.user = desk->user, .session = desk->session, .now = clock_at(now)};
    struct counter_outcome outcome;
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(counter_groups_set(db, arena, &actor, HALL_ID, counter, sets[chance(3)], 2, &outcome),
                     COUNTER_DID);
    assert_int_equal(db_commit(db), DB_OK);
    db_rollback(db);
}

/* What does not fit is refused, and changes nothing. */
static void session_changes(const char *now, struct desk *desk)
{
    const struct counter_actor actor = {.user = desk->user, .session = desk->session, .now = clock_at(now)};
    struct counter_outcome outcome;
    unsigned what = chance(3);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    enum counter_did did = what == 0   ? counter_pause(db, arena, &actor, COUNTER_MEETING, &outcome)
                           : what == 1 ? counter_resume(db, arena, &actor, &outcome)
                                       : counter_close(db, arena, &actor, &outcome);
    if (did == COUNTER_DID)
        assert_int_equal(db_commit(db), DB_OK);
    db_rollback(db);
    if (did == COUNTER_DID && what == 2)
        desk->session = 0;
}

static void hand_over(const char *now, struct desk *desk)
{
    const struct counter_actor actor = {.user = desk->user, .session = desk->session, .now = clock_at(now)};
    struct counter_outcome outcome;
    uint64_t to = 5 + chance(2);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    enum counter_did did = counter_hand_over(db, arena, &actor, to, &outcome);
    if (did == COUNTER_DID)
        assert_int_equal(db_commit(db), DB_OK);
    db_rollback(db);
    if (did == COUNTER_DID)
        *desk = (struct desk){.session = outcome.session, .user = to};
}

static void ticket_changes(const char *now, const struct desk *desk, uint64_t counter)
{
    static const enum ticket_act acts[] = {TICKET_ARRIVE, TICKET_DONE_ACT, TICKET_PARK,   TICKET_TRANSFER,
                                           TICKET_MISS,   TICKET_RECALL,   TICKET_REPRINT, TICKET_DONE_ACT};
    uint64_t ticket = some_ticket(arena_format(arena, "busy_counter = %u", (unsigned)counter));
    if (!ticket)
        called_at(now, desk->user, desk->session);
    else
        acted_at(now, desk->user, desk->session, acts[chance(8)], ticket);
}

static void aside_changes(const char *now, const struct desk *desk)
{
    static const enum ticket_act acts[] = {TICKET_RESUME, TICKET_REQUEUE, TICKET_CANCEL, TICKET_CHOOSE};
    static const char *const where[] = {"state = 'parked'", "state = 'missed'", "state = 'waiting'",
                                        "state = 'waiting'"};
    unsigned what = chance(4);
    uint64_t ticket = some_ticket(where[what]);
    if (ticket)
        acted_at(now, desk->user, desk->session, acts[what], ticket);
}

static void something_happens(const char *now, struct desk *desks)
{
    static const uint64_t services[] = {SERVICE_A, SERVICE_A, SERVICE_B};
    unsigned k = chance(DESKS), what = chance(20);
    struct desk *desk = &desks[k];
    if (what < 7) {
        issued_at(now, services[chance(3)], chance(4) ? TICKET_ORDINARY : TICKET_ELDERLY);
        return;
    }
    if (!desk->session) {
        if (!number_asked(arena_format(arena, "select count(*) from counter_session where open_user = %u", k + 1)))
            *desk = (struct desk){.session = opened_at(now, k + 1, k + 1), .user = k + 1};
        return;
    }
    if (what < 15)
        ticket_changes(now, desk, k + 1);
    else if (what < 17)
        aside_changes(now, desk);
    else if (what == 17)
        groups_change(now, desk, k + 1);
    else if (what == 18)
        session_changes(now, desk);
    else
        hand_over(now, desk);
}

/* Two steps in one second are one moment: what counts is how it was at its end. */
static void a_random_day_is_replayed_as_it_was(void **state)
{
    (void)state;
    static struct civil moments[STEPS];
    static const char *seen[STEPS];
    for (unsigned seed = 1; seed <= 3; seed++) {
        struct desk desks[DESKS] = {{.session = 0}};
        struct civil now = clock_at("07:40");
        state_of_chance = seed;
        hall_empty(NULL);
        sql_do("delete from counter_group where counter_id < 5;\ninsert into counter_group (counter_id, group_id)"
               " values (1, 1), (2, 1), (2, 2), (3, 2), (3, 3), (4, 1), (4, 2), (4, 3)");
        for (int i = 0; i < STEPS; i++) {
            something_happens(row_time(arena, &now), desks);
            moments[i] = now;
            seen[i] = live_at(&now);
            assert_string_equal(replay_at(&now), seen[i]); /* the present is the same */
            now = civil_from_second(civil_second(&now) + chance(70));
        }
        for (int i = 0; i < STEPS; i++)
            if (i == STEPS - 1 || civil_compare(&moments[i], &moments[i + 1]) != 0)
                assert_string_equal(replay_at(&moments[i]), seen[i]);
        assert_true(number_asked("select count(distinct kind) from ticket_event") >= 8);
    }
}

/* ---- borders --------------------------------------------------------------------------------- */

static void before_the_first_event_and_on_other_days_nobody_is_there(void **state)
{
    (void)state;
    opened_at("07:40", 1, 1);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    static const char *const empty[] = {"07:39:59", "2026-11-22 12:00:00", "2026-11-24 00:00:00"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        struct hall_live live;
        struct civil at = clock_at(empty[i]);
        assert_int_equal(hall_replay_read(db, arena, &hall, &at, &live), DB_OK);
        assert_int_equal(live.n_tickets, 0);
        assert_int_equal(live.n_groups, 3);
        assert_int_equal(live.n_counters, 4);
        for (size_t k = 0; k < live.n_counters; k++)
            assert_int_equal(live.counters[k].state, COUNTER_CLOSED);
    }
}

static void steps_lead_from_event_to_event(void **state)
{
    (void)state;
    struct replay_steps steps;
    struct replay_event events[REPLAY_EVENTS_MAX];
    size_t n;
    uint64_t one = opened_at("07:40", 1, 1);
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    called_at("08:01:30", 1, one);
    struct civil at = clock_at("08:00");
    assert_int_equal(hall_replay_steps(db, arena, HALL_ID, &at, &steps), DB_OK);
    assert_string_equal(time_of(&steps.first), "2026-11-23 07:40:00");
    assert_string_equal(time_of(&steps.before), "2026-11-23 07:40:00");
    assert_string_equal(time_of(&steps.next), "2026-11-23 08:01:30");
    assert_string_equal(time_of(&steps.last), "2026-11-23 08:01:30");
    at = clock_at("09:00");
    assert_int_equal(hall_replay_steps(db, arena, HALL_ID, &at, &steps), DB_OK);
    assert_int_equal(steps.next.year, 0);
    assert_int_equal(hall_replay_events(db, arena, HALL_ID, &at, events, &n), DB_OK);
    assert_int_equal(n, 3);
    assert_string_equal(events[0].label, "A001");
    assert_string_equal(events[0].kind, "called");
    assert_int_equal(events[0].reason, TICKET_TURN);
    assert_string_equal(events[2].kind, "open");
    at = clock_at("2026-11-22 12:00");
    assert_int_equal(hall_replay_steps(db, arena, HALL_ID, &at, &steps), DB_OK);
    assert_int_equal(steps.first.year + steps.last.year + steps.before.year + steps.next.year, 0);
}

#define AFRESH(test) cmocka_unit_test_setup(test, hall_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AFRESH(a_random_day_is_replayed_as_it_was),
        AFRESH(before_the_first_event_and_on_other_days_nobody_is_there),
        AFRESH(steps_lead_from_event_to_event),
    };
    return cmocka_run_group_tests(tests, hall_open_all, hall_close_all);
}
