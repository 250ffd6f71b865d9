/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Does one thing in a hall below the pages, with the account of a program, and prints what came of it.
 *
 * usage: hall_try PROGRAM "YYYY-MM-DD HH:MM:SS" HALL WHAT [NUMBER…]
 *
 * Needs MOTCUA_STATE and the programs' settings. The numbers are rows: issue SERVICE DEVICE · lend DEVICE HELD… ·
 * report DEVICE LEASE NUMBER · snapshot · groups · hours · token GROUP NUMBER · open USER COUNTER · close USER SESSION ·
 * call USER SESSION · act USER SESSION ACT TICKET [GROUP] · page USER · day. With a token: phone TOKEN · cancel TOKEN.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/settings.h"
#include "lib/token.h"
#include "model/counter_page.h"
#include "model/day_close.h"
#include "model/hall_groups.h"
#include "model/hall_snapshot.h"
#include "model/number_lease.h"
#include "model/ticket_call.h"
#include "model/ticket_issue.h"
#include "model/wait_forecast.h"

static struct db *db;
static struct arena *arena;
static struct hall hall;
static struct civil now;
static char **words; /* behind WHAT */
static int n_words;

static uint64_t number(int i)
{
    return i < n_words ? strtoull(words[i], NULL, 10) : 0;
}

static int failed(void)
{
    printf("fail: %s\n", db_last_text(db));
    return 1;
}

static bool begun(void)
{
    return db_begin_numbering(db) == DB_OK;
}

static int ended(bool good, const char *said)
{
    if (!good)
        return failed();
    if (db_commit(db) != DB_OK)
        return failed();
    puts(said);
    return 0;
}

/* ---- dispensers ------------------------------------------------------------------------------ */

static int do_issue(void)
{
    uint64_t service = number(0);
    const struct ticket_wish wish = {.hall = &hall, .services = &service, .n_services = 1, .device = number(1)};
    struct ticket_issued issued;
    enum ticket_issue did = begun() ? ticket_issue(db, arena, 1, &now, &wish, &issued) : TICKET_ISSUE_FAIL;
    if (did == TICKET_ISSUED)
        return ended(true, arena_format(arena, "%llu %s %s", (unsigned long long)issued.ticket, issued.label,
                                        issued.token));
    return did == TICKET_ISSUE_FAIL ? failed() : puts(ticket_issue_names[did]) < 0;
}

static int do_lend(void)
{
    struct number_lease *leases;
    uint64_t held[40];
    size_t n, n_held = 0;
    for (int i = 1; i < n_words && n_held < 40; i++)
        held[n_held++] = number(i);
    bool good = begun() && number_lease_lend(db, arena, &hall, number(0), &now, held, n_held, &leases, &n) == DB_OK;
    const char *said = "";
    for (size_t i = 0; good && i < n; i++)
        said = arena_format(arena, "%s%llu:%c%u-%u ", said, (unsigned long long)leases[i].id, leases[i].letter,
                            leases[i].first, leases[i].last);
    return ended(good, said);
}

static int do_report(void)
{
    const struct lease_ticket ticket = {.lease = number(1), .number = (unsigned)number(2)};
    struct lease_answer answer = {.verdict = LEASE_FOREIGN};
    bool good = begun() && number_lease_report(db, arena, number(0), &now, &ticket, 1, &answer) == DB_OK;
    return ended(good, lease_verdict_names[answer.verdict]);
}

/* ---- screens --------------------------------------------------------------------------------- */

static int do_snapshot(void)
{
    struct hall_snapshot snapshot;
    if (hall_snapshot_load(db, arena, &hall, &now, &snapshot) != DB_OK)
        return failed();
    puts(hall_snapshot_json(arena, &snapshot));
    return 0;
}

static int do_groups(void)
{
    struct hall_groups groups;
    if (hall_groups_load(db, arena, 1, &hall, &now, false, &groups) != DB_OK)
        return failed();
    for (size_t i = 0; i < groups.n; i++)
        printf("%c %u ", groups.groups[i].letter, groups.groups[i].waiting);
    puts(hall_open_names[groups.groups[0].hours.state]);
    return 0;
}

static int do_hours(void)
{
    struct forecast_hour *hours;
    size_t n;
    if (forecast_hours(db, arena, hall.id, &now, 0, &hours, &n) != DB_OK)
        return failed();
    printf("%zu\n", n);
    return 0;
}

static int do_token(void)
{
    char token[TICKET_TOKEN_CHARS + 1];
    puts(ticket_token(token, number(0), &now, (unsigned)number(1)));
    return 0;
}

static int do_phone(void)
{
    struct ticket ticket;
    unsigned ahead;
    enum db_result found = ticket_by_token(db, arena, n_words ? words[0] : "", &ticket);
    if (found == DB_NONE)
        return puts("none") < 0;
    if (found == DB_FAIL || ticket_ahead(db, arena, &ticket, &now, &ahead) != DB_OK)
        return failed();
    printf("%s %s %u\n", ticket.label, ticket_state_names[ticket.state], ahead);
    return 0;
}

/* ---- acts ------------------------------------------------------------------------------------ */

static int did_say(enum ticket_did did, const struct ticket_outcome *outcome)
{
    if (did == TICKET_FAIL)
        return failed();
    if (did == TICKET_DID)
        return ended(true, arena_format(arena, "%llu %s %s", (unsigned long long)outcome->ticket.id,
                                        outcome->ticket.label, ticket_state_names[outcome->ticket.state]));
    return puts(did == TICKET_NOT_NOW || did == TICKET_WRONG ? ticket_why_names[outcome->why] : "nobody") < 0;
}

static int do_cancel(void)
{
    struct ticket ticket;
    struct ticket_outcome outcome;
    const struct ticket_actor actor = {.now = now};
    if (ticket_by_token(db, arena, n_words ? words[0] : "", &ticket) != DB_OK)
        return failed();
    const struct ticket_input input = {.ticket = ticket.id, .version = n_words > 1 ? (unsigned)number(1) : 0};
    return did_say(begun() ? ticket_do(db, arena, &actor, TICKET_CANCEL, &input, &outcome) : TICKET_FAIL, &outcome);
}

static int do_call(void)
{
    struct ticket_outcome outcome;
    const struct ticket_actor actor = {.user = number(0), .session = number(1), .now = now};
    return did_say(begun() ? ticket_call_next(db, arena, &actor, &outcome) : TICKET_FAIL, &outcome);
}

static int do_act(void)
{
    struct ticket_outcome outcome;
    const struct ticket_actor actor = {.user = number(0), .session = number(1), .now = now};
    const struct ticket_input input = {.ticket = number(3), .group = number(4), .note = "thử"};
    int act = ticket_word(ticket_act_names, TICKET_ACTS, n_words > 2 ? words[2] : NULL);
    if (act < 0)
        return failed();
    return did_say(begun() ? ticket_do(db, arena, &actor, (enum ticket_act)act, &input, &outcome) : TICKET_FAIL,
                   &outcome);
}

/* ---- counters -------------------------------------------------------------------------------- */

static int session_say(enum counter_did did, const struct counter_outcome *outcome)
{
    if (did == COUNTER_FAIL)
        return failed();
    if (did != COUNTER_DID)
        return puts(counter_did_names[did]) < 0;
    return ended(true, arena_format(arena, "%llu", (unsigned long long)outcome->session));
}

static int do_open(void)
{
    struct counter_outcome outcome;
    const struct counter_actor actor = {.user = number(0), .now = now};
    return session_say(begun() ? counter_open(db, arena, &actor, hall.id, number(1), &outcome) : COUNTER_FAIL,
                       &outcome);
}

static int do_close(void)
{
    struct counter_outcome outcome;
    const struct counter_actor actor = {.user = number(0), .session = number(1), .now = now};
    return session_say(begun() ? counter_close(db, arena, &actor, &outcome) : COUNTER_FAIL, &outcome);
}

static int do_page(void)
{
    struct counter_page page;
    if (counter_page_load(db, arena, number(0), &now, &page) != DB_OK)
        return failed();
    printf("counter %u, %zu queues, %zu next, %s\n", page.counter.number, page.n_queues, page.n_next,
           page.has_ticket ? page.ticket.label : "free");
    return 0;
}

/* All days that are over, of every hall, by the clock of MOTCUA_CLOCK. */
static int do_day(void)
{
    uint64_t count = 0;
    enum db_result result;
    do
        result = day_close_next(db, &count);
    while (result == DB_OK);
    if (result == DB_FAIL)
        return failed();
    printf("%llu\n", (unsigned long long)count);
    return 0;
}

static int run(const char *what)
{
    static const struct {
        const char *name;
        int (*run)(void);
    } orders[] = {{"issue", do_issue}, {"lend", do_lend},     {"report", do_report}, {"snapshot", do_snapshot},
                  {"groups", do_groups}, {"hours", do_hours}, {"token", do_token},   {"phone", do_phone},
                  {"cancel", do_cancel}, {"call", do_call},   {"act", do_act},       {"open", do_open},
                  {"close", do_close},   {"page", do_page},   {"day", do_day}};
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (strcmp(what, orders[i].name) == 0)
            return orders[i].run();
    return 2;
}

int main(int argc, char **argv)
{
    char path[300];
    const char *state = getenv("MOTCUA_STATE");
    if (argc < 5 || !state || !civil_parse(argv[2], &now)) {
        fprintf(stderr, "usage: %s PROGRAM TIME HALL WHAT [NUMBER…]\n", argv[0]);
        return 2;
    }
    snprintf(path, sizeof path, "%s/secrets/%s.password", state, argv[1]);
    setenv("MOTCUA_DB_PASSWORD_FILE", path, 1);
    setenv("MOTCUA_DB_USER", argv[1], 1);
    if (!settings_read(argv[1]) || !token_init())
        return 1;
    db = db_open();
    arena = arena_open(0);
    words = argv + 5;
    n_words = argc - 5;
    int status = hall_by_code(db, arena, argv[3], &hall) == DB_OK ? run(argv[4]) : failed();
    db_rollback(db);
    db_close(db);
    arena_close(arena);
    return status;
}
