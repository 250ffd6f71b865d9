/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Who sits at which counter: opening, pausing, closing, handing over, and what is left of an earlier day.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "hall_desk.h"
#include "model/counter_page.h"
#include "model/hall_snapshot.h"

enum { AN = 1, BA, CU, DU };

typedef enum counter_did session_act(struct db *, struct arena *, const struct counter_actor *,
                                     struct counter_outcome *);

static struct counter_outcome outcome;

static enum counter_did ended(enum counter_did did)
{
    if (did == COUNTER_DID)
        assert_int_equal(db_commit(db), DB_OK);
    db_rollback(db);
    return did;
}

static enum counter_did open_try(const char *now, uint64_t user, uint64_t counter)
{
    const struct counter_actor actor = {.user = user, .now = clock_at(now)};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    return ended(counter_open(db, arena, &actor, HALL_ID, counter, &outcome));
}

static enum counter_did session_try(session_act *act, const char *now, uint64_t user, uint64_t session,
                                    unsigned version)
{
    const struct counter_actor actor = {.user = user, .session = session, .version = version, .now = clock_at(now)};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    return ended(act(db, arena, &actor, &outcome));
}

static enum counter_did pause_for_papers(struct db *own, struct arena *at, const struct counter_actor *actor,
                                         struct counter_outcome *out)
{
    return counter_pause(own, at, actor, COUNTER_PAPERS, out);
}

static enum counter_did to_cu(struct db *own, struct arena *at, const struct counter_actor *actor,
                              struct counter_outcome *out)
{
    return counter_hand_over(own, at, actor, CU, out);
}

static void one_officer_at_one_counter(void **state)
{
    (void)state;
    assert_int_equal(open_try("07:40", AN, 1), COUNTER_DID);
    assert_string_equal(outcome.counter.user_name, "An");
    assert_string_equal(outcome.counter.letters, "A");
    assert_string_equal(hall_news_format(arena, &outcome.news), "{\"e\":0,\"c\":\"1\",\"k\":\"counter\",\"z\":\"A\"}");
    assert_string_equal(hall_news_channel(arena, outcome.news.hall), "hall-h");
    assert_string_equal(hall_news_counter_channel(arena, outcome.news.hall, outcome.news.counter), "counter-h-1");
    assert_int_equal(open_try("07:41", BA, 1), COUNTER_TAKEN);
    assert_string_equal(outcome.by, "An");
    assert_int_equal(open_try("07:41", AN, 2), COUNTER_ELSEWHERE);
    assert_int_equal(outcome.counter.number, 1);
    assert_int_equal(open_try("07:41", AN, 1), COUNTER_STATE);
    assert_int_equal(open_try("07:41", BA, 9), COUNTER_UNKNOWN);
    assert_int_equal(open_try("07:41", BA, 20), COUNTER_UNKNOWN);
    assert_int_equal(open_try("07:41", BA, 99), COUNTER_UNKNOWN);
    assert_int_equal(number_asked("select count(*) from counter_session"), 1);
}

static void a_session_is_paused_resumed_and_closed(void **state)
{
    (void)state;
    uint64_t one = opened_at("07:40", AN, 1);
    assert_int_equal(session_try(counter_resume, "08:00", AN, one, 0), COUNTER_STATE);
    assert_int_equal(session_try(pause_for_papers, "08:00", BA, one, 0), COUNTER_OVER);
    assert_int_equal(session_try(pause_for_papers, "08:00", AN, one, 9), COUNTER_MOVED);
    assert_int_equal(session_try(pause_for_papers, "08:00", AN, one, 1), COUNTER_DID);
    assert_int_equal(outcome.counter.state, COUNTER_PAUSED);
    assert_int_equal(outcome.counter.pause, COUNTER_PAPERS);
    assert_int_equal(session_try(pause_for_papers, "08:01", AN, one, 0), COUNTER_STATE);
    assert_int_equal(session_try(counter_resume, "08:10", AN, one, 2), COUNTER_DID);
    assert_int_equal(session_try(counter_close, "08:20", AN, one, 3), COUNTER_DID);
    assert_int_equal(outcome.counter.state, COUNTER_CLOSED);
    assert_int_equal(session_try(counter_close, "08:21", AN, one, 0), COUNTER_OVER);
    assert_int_equal(open_try("08:30", AN, 2), COUNTER_DID); /* and sits down elsewhere */
    struct db_row row;
    assert_int_equal(db_one(db, arena, "select group_concat(concat(kind, ' ', detail) order by id) from counter_event",
                            DB_ARGS(), &row),
                     DB_OK);
    assert_string_equal(row.text[0], "open A,pause papers,resume ,close ,open AB");
}

static void nobody_leaves_a_person_standing(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:01", BA, two), "A001 turn");
    assert_int_equal(session_try(counter_close, "08:02", BA, two, 0), COUNTER_BUSY);
    assert_string_equal(outcome.counter.label, "A001");
    assert_int_equal(session_try(pause_for_papers, "08:02", BA, two, 0), COUNTER_DID);
    assert_string_equal(acted_at("08:03", BA, two, TICKET_ARRIVE, id), "did"); /* while it is paused */
    assert_string_equal(acted_at("08:04", BA, two, TICKET_PARK, id), "did");
    assert_int_equal(session_try(counter_close, "08:05", BA, two, 0), COUNTER_DID);
}

static void handed_over_with_the_person_before_it(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2), id = issued_at("08:00", SERVICE_A, TICKET_ELDERLY);
    assert_string_equal(called_at("08:01", BA, two), "A001 priority");
    assert_int_equal(session_try(to_cu, "08:02", BA, two, 0), COUNTER_DID);
    uint64_t next = outcome.session;
    assert_int_not_equal(next, two);
    assert_string_equal(outcome.counter.user_name, "Cu");
    assert_string_equal(outcome.counter.label, "A001");
    assert_string_equal(acted_at("08:03", BA, two, TICKET_ARRIVE, id), "no_session");
    assert_string_equal(acted_at("08:03", CU, next, TICKET_ARRIVE, id), "did");
    assert_string_equal(acted_at("08:04", CU, next, TICKET_DONE_ACT, id), "did");
    assert_int_equal(number_asked("select max(priority_run) from counter_session where state = 'open'"), 1);
    uint64_t one = opened_at("08:05", AN, 1);
    assert_int_equal(session_try(to_cu, "08:06", AN, one, 0), COUNTER_ELSEWHERE);
    assert_int_equal(open_try("08:07", BA, 4), COUNTER_DID);
}

static void groups_change_while_it_is_open(void **state)
{
    (void)state;
    uint64_t one = opened_at("07:40", AN, 1);
    const struct counter_actor actor = {.user = AN, .session = one, .now = clock_at("08:00")};
    const struct counter_actor manager = {.user = DU, .now = clock_at("08:00")};
    const uint64_t two[] = {GROUP_B, GROUP_C, GROUP_B}, foreign[] = {GROUP_A, GROUP_N};
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ended(counter_groups_set(db, arena, &actor, HALL_ID, 1, two, 3, &outcome)), COUNTER_DID);
    assert_string_equal(outcome.counter.letters, "BC");
    assert_string_equal(outcome.counter.groups, "[2,3]");
    issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:01", AN, one), "nobody");
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ended(counter_groups_set(db, arena, &actor, HALL_ID, 1, foreign, 2, &outcome)), COUNTER_STATE);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ended(counter_groups_set(db, arena, &actor, HALL_ID, 2, two, 1, &outcome)), COUNTER_OVER);
    assert_int_equal(db_begin_numbering(db), DB_OK);
    assert_int_equal(ended(counter_groups_set(db, arena, &manager, HALL_ID, 1, foreign, 1, &outcome)), COUNTER_DID);
    assert_string_equal(called_at("08:02", AN, one), "A001 turn");
    assert_int_equal(number_asked("select count(*) from counter_event where kind = 'groups'"), 2);
}

static void what_was_left_of_an_earlier_day_is_ended_by_who_opens(void **state)
{
    (void)state;
    uint64_t two = opened_at("16:00", BA, 2), id = issued_at("16:00", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("16:30", BA, two), "A001 turn");
    struct counter counter;
    struct civil next = clock_at("2026-11-25 07:30");
    assert_int_equal(counter_read(db, arena, 2, &next, &counter), DB_OK);
    assert_int_equal(counter.session, 0); /* nobody sits there today */
    assert_string_equal(counter.label, "");
    assert_int_equal(open_try("2026-11-25 07:30", CU, 2), COUNTER_DID);
    assert_int_equal(ticket_now(id).state, TICKET_CLOSED);
    assert_false(ticket_now(id).is_exact);
    assert_int_equal(open_try("2026-11-25 07:31", BA, 1), COUNTER_DID); /* the old session is over */
    issued_at("2026-11-25 07:32", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("2026-11-25 07:33", CU, outcome.session), "no_session");
    assert_string_equal(called_at("2026-11-25 07:33", BA, outcome.session), "A001 turn");
}

static void the_page_of_a_counter_shows_all_of_it(void **state)
{
    (void)state;
    struct counter_page page;
    struct civil now = clock_at("08:30");
    assert_int_equal(counter_page_load(db, arena, BA, &now, &page), DB_NONE);
    uint64_t two = opened_at("07:40", BA, 2), four = opened_at("07:40", DU, 4);
    uint64_t parked = issued_at("08:00", SERVICE_A, TICKET_ORDINARY), missed = issued_at("08:01", SERVICE_A2,
                                                                                         TICKET_ORDINARY);
    assert_string_equal(called_at("08:05", BA, two), "A001 turn");
    assert_string_equal(acted_at("08:05", BA, two, TICKET_ARRIVE, parked), "did");
    assert_string_equal(acted_at("08:06", BA, two, TICKET_PARK, parked), "did");
    assert_string_equal(called_at("08:07", DU, four), "A002 turn");
    assert_string_equal(acted_at("08:09", DU, four, TICKET_MISS, missed), "did");
    issued_at("08:10", SERVICE_B, TICKET_PREGNANT);
    issued_at("08:11", SERVICE_B, TICKET_ORDINARY);
    issued_at("08:12", SERVICE_A, TICKET_ORDINARY);
    assert_string_equal(called_at("08:15", BA, two), "B001 priority");
    assert_int_equal(counter_page_load(db, arena, BA, &now, &page), DB_OK);
    assert_int_equal(page.counter.number, 2);
    assert_true(page.has_ticket);
    assert_string_equal(page.ticket.label, "B001");
    assert_int_equal(page.n_items, 1);
    assert_int_equal(page.n_history, 2);
    assert_int_equal(page.n_queues, 2);
    assert_int_equal(page.queues[1].letter, 'B');
    assert_int_equal(page.queues[1].waiting, 1);
    assert_int_equal(page.queues[1].longest.minute, 11);
    assert_int_equal(page.n_next, 2);
    assert_string_equal(page.next[0].label, "B002");
    assert_string_equal(page.next[1].service, "Khai sinh");
    assert_int_equal(page.n_aside, 2);
    assert_string_equal(page.aside[0].label, "A001");
    assert_true(page.aside[0].is_mine);
    assert_string_equal(page.aside[0].note, "lý do");
    assert_int_equal(page.aside[1].state, TICKET_MISSED);
    assert_int_equal(page.aside[1].counter, 4);
    assert_int_equal(page.served, 0);
}

static void a_snapshot_shows_numbers_and_nobody(void **state)
{
    (void)state;
    uint64_t two = opened_at("07:40", BA, 2);
    struct hall_snapshot snapshot;
    struct civil now = clock_at("08:30");
    assert_int_equal(hall_snapshot_load(db, arena, &hall, &now, &snapshot), DB_OK);
    assert_int_equal(snapshot.event, 0);
    assert_int_equal(snapshot.n_calls, 0);
    assert_int_equal(snapshot.n_counters, 4);
    assert_int_equal(snapshot.n_groups, 3);
    for (int i = 0; i < SNAPSHOT_CALLS_MAX + 3; i++)
        issued_at("08:00", SERVICE_A, TICKET_ORDINARY);
    for (int i = 0; i < SNAPSHOT_CALLS_MAX + 1; i++)
        served_at("08:10", BA, two);
    struct ticket_outcome called;
    assert_int_equal(call_at("08:20", BA, two, &called), TICKET_DID);
    assert_int_equal(hall_snapshot_load(db, arena, &hall, &now, &snapshot), DB_OK);
    assert_int_equal(snapshot.event, called.news.event);
    assert_int_equal(snapshot.n_calls, SNAPSHOT_CALLS_MAX);
    assert_string_equal(snapshot.calls[0].label, "A032");
    assert_int_equal(snapshot.calls[0].state, TICKET_CALLED);
    assert_int_equal(snapshot.calls[0].counter, 2);
    assert_string_equal(snapshot.calls[1].label, "A031");
    assert_int_equal(snapshot.calls[1].state, TICKET_FINISHED);
    assert_int_equal(snapshot.counters[1].state, COUNTER_OPEN);
    assert_string_equal(snapshot.counters[1].label, "A032");
    assert_int_equal(snapshot.counters[0].state, COUNTER_CLOSED);
    assert_int_equal(snapshot.groups[0].waiting, 1);
    assert_int_equal(snapshot.groups[0].open_counters, 1);
    assert_true(snapshot.groups[0].wait_50 > 0);
    const char *json = hall_snapshot_json(arena, &snapshot);
    assert_non_null(strstr(json, "\"t\":\"A032\""));
    assert_null(strstr(json, "Ba"));
    now = clock_at("08:31");
    assert_int_equal(hall_snapshot_load(db, arena, &hall, &now, &snapshot), DB_OK);
    assert_string_equal(hall_snapshot_json(arena, &snapshot), json); /* the same as long as nothing happened */
    now = clock_at("2026-11-25 08:00");
    assert_int_equal(hall_snapshot_load(db, arena, &hall, &now, &snapshot), DB_OK);
    assert_int_equal(snapshot.n_calls, 0); /* another day */
    assert_int_equal(snapshot.counters[1].state, COUNTER_CLOSED);
    assert_string_equal(snapshot.counters[1].label, "");
}

static int fresh(void **state)
{
    hall_empty(state);
    sql_do("delete from counter_group where counter_id = 1;\ninsert into counter_group values (1, 1)");
    return 0;
}

#define AFRESH(test) cmocka_unit_test_setup(test, fresh)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AFRESH(one_officer_at_one_counter),
        AFRESH(a_session_is_paused_resumed_and_closed),
        AFRESH(nobody_leaves_a_person_standing),
        AFRESH(handed_over_with_the_person_before_it),
        AFRESH(groups_change_while_it_is_open),
        AFRESH(what_was_left_of_an_earlier_day_is_ended_by_who_opens),
        AFRESH(the_page_of_a_counter_shows_all_of_it),
        AFRESH(a_snapshot_shows_numbers_and_nobody),
    };
    return cmocka_run_group_tests(tests, hall_open_all, hall_close_all);
}
