/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Dispensers and counters at once, below the pages, each a process with the account of its program: what one request
 * of the page would do, in one transaction with its form's key. Who is killed begins anew with the form in hand, as a
 * browser does; what was acknowledged is written to a list outside.
 *
 * usage: ticket_load HALL TIME DISPENSERS COUNTERS TICKETS SECONDS KILL_MS DESIGN LIST
 *
 * The hall has a device "load N" for each dispenser and a counter N with an open session for each counter. Dispensers
 * stop at TICKETS in all (0: never), counters when nobody waits any more; all stop SECONDS after the last of them began
 * (0: never), and what was done from then on is counted. KILL_MS: every so often one of the processes is killed (0:
 * none). DESIGN: ours, lock or tuned (ticket_lock.c). LIST gets a line for each
 * acknowledgement, "issued KEY GROUP NUMBER 0" or "called KEY GROUP NUMBER COUNTER" (twice the same line when its
 * process was killed just then); LIST.N is the form in the hand of process N.
 * Needs MOTCUA_STATE and the programs' settings; prints what was done as one line of JSON.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/settings.h"
#include "lib/token.h"
#include "model/request_key.h"
#include "model/row.h"
#include "ticket_load.h"

enum { WORKERS_MAX = 200, LINE_MAX_BYTES = 120, IDLE_US = 2000, TROUBLE_US = 20000, PATIENCE = 3000 /* a minute */ };

/* Shared by all processes. */
static struct shared {
    atomic_int issued, called, finished, again, killed, repeated;
    atomic_int ready; /* processes that have found out who they are */
    atomic_bool dispensers_done, stop;
} *shared;

static struct {
    const char *hall, *list;
    struct civil now;
    int dispensers, counters, tickets;
    int64_t seconds, kill_ms;
    bool lock, tuned; /* the other design */
} plan;

static int64_t started_ms;

/* ---- what is written outside ----------------------------------------------------------------- */

static void acknowledged(const char *what, const char *key, const struct load_done *done, uint64_t counter)
{
    char line[LINE_MAX_BYTES];
    int n = snprintf(line, sizeof line, "%s %s %llu %u %llu\n", what, key, (unsigned long long)done->group,
                     done->number, (unsigned long long)counter);
    int fd = open(plan.list, O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (fd < 0 || write(fd, line, (size_t)n) != n)
        abort();
    close(fd);
}

/* The form in the hand of a process: its key, or nothing. A killed one finds it again. */
static const char *form_path(struct arena *arena, int slot)
{
    return arena_format(arena, "%s.%d", plan.list, slot);
}

static void form_keep(struct arena *arena, int slot, const char *key)
{
    const char *path = form_path(arena, slot), *fresh = arena_format(arena, "%s.new", path);
    int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0 || write(fd, key, strlen(key)) != (ssize_t)strlen(key) || rename(fresh, path))
        abort();
    close(fd);
}

static const char *form_left(struct arena *arena, int slot)
{
    char *key = arena_take(arena, LINE_MAX_BYTES);
    int fd = open(form_path(arena, slot), O_RDONLY);
    if (fd < 0)
        return "";
    ssize_t n = read(fd, key, LINE_MAX_BYTES - 1);
    close(fd);
    key[n > 0 ? n : 0] = '\0';
    return key;
}

/* ---- one form -------------------------------------------------------------------------------- */

static const struct route routes[] = {{.path = "/kiosk/lay-so"}, {.path = "/can-bo/quay/goi"}};
static const struct audience audiences[] = {{.name = "kiosk"}, {.name = "staff"}};

static void answer_read(const char *url, struct load_done *done)
{
    char *at;
    done->ticket = strtoull(url, &at, 10);
    done->group = strtoull(at, &at, 10);
    done->number = (unsigned)strtoul(at, NULL, 10);
}

static enum load_result answer_keep(struct load_worker *w, struct request *rq, const char *key,
                                    const struct load_done *done)
{
    const char *url = arena_format(w->arena, "%llu %llu %u", (unsigned long long)done->ticket,
                                   (unsigned long long)done->group, done->number);
    if (request_key_record(rq, key, url) == DB_FAIL || db_commit(w->db) != DB_OK)
        return LOAD_AGAIN;
    return LOAD_DONE;
}

/* One transaction, as the dispatcher runs it: has the form been answered, do it, keep the answer, commit. */
static enum load_result attempt(struct load_worker *w, const char *key, struct load_done *done)
{
    bool counter = w->device == 0;
    struct request rq = {.db = w->db, .arena = w->arena, .audience = &audiences[counter], .route = &routes[counter],
                         .who = {.id = counter ? w->user : w->device}};
    const char *url;
    if ((plan.lock ? lock_begin(w, plan.tuned) : db_begin_numbering(w->db)) != DB_OK)
        return LOAD_BROKEN;
    if (plan.lock && !plan.tuned) { /* its lock must be the first it reads, or it would see an old highest number */
        enum load_result result = counter ? lock_call(w, false, done) : lock_issue(w, false, done);
        return result == LOAD_DONE ? answer_keep(w, &rq, key, done) : result;
    }
    enum db_result known = request_key_remember(&rq, key, &url);
    if (known == DB_OK) {
        answer_read(url, done);
        atomic_fetch_add(&shared->repeated, 1);
        return LOAD_DONE;
    }
    if (known == DB_FAIL)
        return LOAD_BROKEN;
    enum load_result result = counter ? (plan.lock ? lock_call(w, true, done) : load_call(w, done))
                                      : (plan.lock ? lock_issue(w, true, done) : load_issue(w, done));
    return result == LOAD_DONE ? answer_keep(w, &rq, key, done) : result;
}

/* Until there is an answer. */
static enum load_result form_send(struct load_worker *w, const char *key, struct load_done *done)
{
    for (;;) {
        int64_t second = civil_second(&plan.now) + (clock_monotonic_ms() - started_ms) / 1000;
        w->now = civil_from_second(second);
        enum load_result result = attempt(w, key, done);
        db_rollback(w->db);
        if (result != LOAD_AGAIN && result != LOAD_BROKEN)
            return result;
        atomic_fetch_add(&shared->again, 1);
        usleep(result == LOAD_BROKEN || db_last_error(w->db) == DB_ERROR_LOST ? TROUBLE_US : 1000);
        if (atomic_load(&shared->stop) && plan.kill_ms == 0)
            return LOAD_BUSY;
    }
}

/* ---- our design ------------------------------------------------------------------------------ */

enum load_result load_issue(struct load_worker *w, struct load_done *done)
{
    const struct ticket_wish wish = {.hall = &w->hall, .services = &w->service, .n_services = 1,
                                     .class = random() % 5 ? TICKET_ORDINARY : TICKET_ELDERLY, .device = w->device};
    struct ticket_issued issued;
    enum ticket_issue did = ticket_issue(w->db, w->arena, w->version, &w->now, &wish, &issued);
    if (did == TICKET_FULL)
        return LOAD_FULL;
    if (did != TICKET_ISSUED && did != TICKET_ISSUE_FAIL) {
        fprintf(stderr, "ticket_load: a ticket is refused: %s\n", ticket_issue_names[did]);
        atomic_store(&shared->stop, true);
    }
    *done = (struct load_done){.ticket = issued.ticket, .group = issued.group, .number = issued.number};
    return did == TICKET_ISSUED ? LOAD_DONE : LOAD_AGAIN;
}

enum load_result load_call(struct load_worker *w, struct load_done *done)
{
    const struct ticket_actor actor = {.user = w->user, .session = w->session, .now = w->now};
    struct ticket_outcome outcome;
    enum ticket_did did = ticket_call_next(w->db, w->arena, &actor, &outcome);
    if (did == TICKET_NOBODY)
        return LOAD_NOBODY;
    if (did == TICKET_NOT_NOW && outcome.why == TICKET_WHY_BUSY)
        return LOAD_BUSY;
    if (did == TICKET_NOT_NOW) {
        fprintf(stderr, "ticket_load: a call is refused: %s\n", ticket_why_names[outcome.why]);
        atomic_store(&shared->stop, true);
    }
    *done = (struct load_done){.ticket = outcome.ticket.id,
                               .group = outcome.ticket.letter_group,
                               .number = outcome.ticket.number};
    return did == TICKET_DID ? LOAD_DONE : LOAD_AGAIN;
}

/* Arrived, done: whatever the ticket before this counter still needs. */
static void finish(struct load_worker *w)
{
    struct db_row row;
    enum db_result found = db_one(w->db, w->arena, "select id, state from ticket where busy_counter = ?",
                                  DB_ARGS(db_id(w->counter)), &row);
    if (found != DB_OK)
        return;
    const struct ticket_actor actor = {.user = w->user, .session = w->session, .now = w->now};
    const struct ticket_input input = {.ticket = row_id(row.text[0])};
    struct ticket_outcome outcome;
    bool serving = strcmp(row.text[1], "serving") == 0;
    for (enum ticket_act act = serving ? TICKET_DONE_ACT : TICKET_ARRIVE; act <= TICKET_DONE_ACT; act++) {
        bool done = db_begin_numbering(w->db) == DB_OK &&
                    ticket_do(w->db, w->arena, &actor, act, &input, &outcome) == TICKET_DID &&
                    db_commit(w->db) == DB_OK;
        db_rollback(w->db);
        if (!done)
            return; /* the next turn sees how it stands */
        if (act == TICKET_DONE_ACT)
            atomic_fetch_add(&shared->finished, 1);
    }
}

/* ---- a process ------------------------------------------------------------------------------- */

static bool account_open(struct load_worker *w, const char *program)
{
    const char *state = getenv("MOTCUA_STATE");
    const char *path = arena_format(w->arena, "%s/secrets/%s.password", state ? state : "", program);
    setenv("MOTCUA_DB_PASSWORD_FILE", path, 1);
    setenv("MOTCUA_DB_USER", program, 1);
    if (!settings_read(program) || !token_init())
        return false;
    w->db = db_open();
    return w->db != NULL;
}

static bool asked(struct load_worker *w, const char *sql, int64_t number, struct db_row *row)
{
    for (int tries = 0; tries < PATIENCE; tries++) {
        if (db_one(w->db, w->arena, sql, DB_ARGS(db_id(w->hall.id), db_number(number)), row) == DB_OK)
            return true;
        usleep(TROUBLE_US);
    }
    return false;
}

/* Who it is: a dispenser for one service of many, or the officer of a counter. */
static bool worker_find(struct load_worker *w, int slot)
{
    struct db_row row;
    bool counter = slot >= plan.dispensers;
    for (int tries = 0; hall_by_code(w->db, w->arena, plan.hall, &w->hall) != DB_OK; tries++, usleep(TROUBLE_US))
        if (tries == PATIENCE)
            return false;
    if (!asked(w, "select version + 0 * ? + 0 * ? from catalogue_version where id = 1", 0, &row))
        return false;
    w->version = row_id(row.text[0]);
    if (counter) {
        if (!asked(w,
                   "select s.id, s.user_id, c.id from counter c join counter_session s on s.open_counter = c.id"
                   " where c.hall_id = ? and c.number = ?",
                   slot - plan.dispensers + 1, &row))
            return false;
        w->session = row_id(row.text[0]);
        w->user = row_id(row.text[1]);
        w->counter = row_id(row.text[2]);
        return true;
    }
    if (!asked(w, "select id from device where hall_id = ? and name = concat('load ', ?)", slot + 1, &row))
        return false;
    w->device = row_id(row.text[0]);
    if (!asked(w,
               "select s.id, s.group_id from (select s.id, s.group_id, row_number() over (order by s.id) - 1 as n,"
               " count(*) over () as all_of from service s join service_group g on g.id = s.group_id"
               " where g.hall_id = ? and s.is_active and g.is_active) s where s.n = ? % s.all_of",
               slot, &row))
        return false;
    w->service = row_id(row.text[0]);
    w->group = row_id(row.text[1]);
    return true;
}

static bool over(const struct load_worker *w)
{
    if (atomic_load(&shared->stop))
        return true;
    return w->device && plan.tickets && atomic_load(&shared->issued) >= plan.tickets;
}

/* A form in the hand is sent to its end; then the next one. */
static void work(struct load_worker *w, int slot)
{
    bool counter = w->device == 0;
    int idle = 0;
    for (;;) {
        struct load_done done = {.ticket = 0};
        const char *key = form_left(w->arena, slot);
        if (!*key && over(w))
            return;
        if (counter)
            finish(w);
        if (!*key) {
            key = token_random(w->arena);
            form_keep(w->arena, slot, key);
        }
        enum load_result result = form_send(w, key, &done);
        if (result == LOAD_DONE) {
            acknowledged(counter ? "called" : "issued", key, &done, w->counter);
            atomic_fetch_add(counter ? &shared->called : &shared->issued, 1);
        }
        form_keep(w->arena, slot, "");
        if (result == LOAD_FULL)
            return;
        idle = result == LOAD_NOBODY ? idle + 1 : 0;
        if (idle > 2 && atomic_load(&shared->dispensers_done))
            return;
        if (idle)
            usleep(IDLE_US);
        arena_clear(w->arena);
    }
}

static void process(int slot)
{
    struct load_worker w = {.arena = arena_open(0)};
    bool counter = slot >= plan.dispensers;
    if (!account_open(&w, counter || plan.lock ? "motcua-staff" : "motcua-kiosk") || !worker_find(&w, slot))
        _exit(1);
    struct arena *kept = w.arena; /* the hall's texts stay in it */
    w.arena = arena_open(0);
    atomic_fetch_add(&shared->ready, 1);
    while (plan.seconds && atomic_load(&shared->ready) < plan.dispensers + plan.counters)
        usleep(IDLE_US);
    work(&w, slot);
    arena_close(w.arena);
    arena_close(kept);
    db_close(w.db);
    _exit(0);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static pid_t children[WORKERS_MAX];

static void child_start(int slot)
{
    children[slot] = fork();
    if (children[slot] == 0)
        process(slot);
}

/* True: one ended by itself; a killed one begins anew. */
static bool child_ended(bool *failed)
{
    int status;
    pid_t pid = waitpid(-1, &status, WNOHANG);
    if (pid <= 0)
        return false;
    int slot = 0;
    while (children[slot] != pid)
        slot++;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) {
        child_start(slot);
        return false;
    }
    children[slot] = 0;
    *failed |= !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    return true;
}

static int living(int from, int to)
{
    int n = 0;
    for (int slot = from; slot < to; slot++)
        n += children[slot] != 0;
    return n;
}

static bool all_run(void)
{
    bool failed = false;
    int n = plan.dispensers + plan.counters;
    int64_t next_kill = started_ms + plan.kill_ms;
    while (plan.seconds && atomic_load(&shared->ready) < n && !failed) {
        child_ended(&failed);
        usleep(IDLE_US);
    }
    started_ms = clock_monotonic_ms();
    while (living(0, n) > 0 && !failed) {
        child_ended(&failed);
        int64_t now = clock_monotonic_ms();
        if (living(0, plan.dispensers) == 0)
            atomic_store(&shared->dispensers_done, true);
        if (plan.seconds && now - started_ms > plan.seconds * 1000)
            atomic_store(&shared->stop, true);
        if (plan.kill_ms && now > next_kill) {
            int slot = (int)(random() % n);
            if (children[slot] && kill(children[slot], SIGKILL) == 0)
                atomic_fetch_add(&shared->killed, 1);
            next_kill = now + plan.kill_ms;
        }
        usleep(500);
    }
    for (int slot = 0; slot < n; slot++)
        if (children[slot])
            kill(children[slot], SIGTERM);
    return !failed;
}

static bool plan_read(char **argv)
{
    plan.hall = argv[1];
    plan.dispensers = (int)strtol(argv[3], NULL, 10);
    plan.counters = (int)strtol(argv[4], NULL, 10);
    plan.tickets = (int)strtol(argv[5], NULL, 10);
    plan.seconds = strtoll(argv[6], NULL, 10);
    plan.kill_ms = strtoll(argv[7], NULL, 10);
    plan.tuned = strcmp(argv[8], "tuned") == 0;
    plan.lock = plan.tuned || strcmp(argv[8], "lock") == 0;
    plan.list = argv[9];
    return civil_parse(argv[2], &plan.now) && plan.dispensers + plan.counters <= WORKERS_MAX;
}

int main(int argc, char **argv)
{
    if (argc != 10 || !plan_read(argv)) {
        fprintf(stderr, "usage: %s HALL TIME DISPENSERS COUNTERS TICKETS SECONDS KILL_MS ours|lock|tuned LIST\n",
                argv[0]);
        return 2;
    }
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return 1;
    srandom((unsigned)getpid());
    started_ms = clock_monotonic_ms();
    for (int slot = 0; slot < plan.dispensers + plan.counters; slot++)
        child_start(slot);
    bool good = all_run();
    printf("{\"issued\": %d, \"called\": %d, \"finished\": %d, \"again\": %d, \"repeated\": %d, \"killed\": %d,"
           " \"ms\": %lld}\n",
           atomic_load(&shared->issued), atomic_load(&shared->called), atomic_load(&shared->finished),
           atomic_load(&shared->again), atomic_load(&shared->repeated), atomic_load(&shared->killed),
           (long long)(clock_monotonic_ms() - started_ms));
    return good ? 0 : 1;
}
