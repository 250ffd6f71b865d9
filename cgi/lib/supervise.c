/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/supervise.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/notify.h"

#define WORKERS_MOST 64
#define BACKOFF_LEAST_MS 10
#define BACKOFF_MOST_MS 200
#define GOOD_LIFE_MS 1000
#define TICK_MS 1000      /* hung workers are looked for so often */
#define BUSY_TICK_MS 50   /* while workers are leaving or coming */

struct worker {
    pid_t pid;            /* 0: none */
    int64_t born_ms;
    int64_t due_ms;       /* when the next one may be born */
    int64_t leaving_ms;   /* when it was first told to leave; 0: it was not */
    int backoff_ms;
};

static const struct supervise *plan;
static struct worker workers[WORKERS_MOST];
static struct supervise_slot *slots; /* shared with the workers */
static sigset_t watched;
static int64_t ending_ms;            /* when TERM came; 0: it did not */
static int rolling;                  /* next worker HUP replaces; -1: none */
static int64_t told_watchdog_ms;
static int64_t idled_ms;

/* ---- in a worker ------------------------------------------------------------------------- */

static volatile sig_atomic_t worker_told_to_leave;

static void worker_leave(int number)
{
    (void)number;
    worker_told_to_leave = 1;
}

bool supervise_ending(void)
{
    return worker_told_to_leave;
}

static void mask_term(int how)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigprocmask(how, &set, NULL);
}

void supervise_listen_begin(void)
{
    mask_term(SIG_UNBLOCK);
}

void supervise_listen_end(void)
{
    mask_term(SIG_BLOCK);
}

static void worker_main(int i, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(0);
    /* Without SA_RESTART, so that a waiting accept returns. A signal in the few instructions between the
     * worker's look at the flag and accept is made good by the parent, which repeats it. */
    struct sigaction leave = {.sa_handler = worker_leave}, ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGTERM, &leave, NULL);
    sigaction(SIGINT, &ignore, NULL);
    sigaction(SIGHUP, &ignore, NULL);
    sigaction(SIGPIPE, &ignore, NULL);
    sigset_t only_term;
    sigemptyset(&only_term);
    sigaddset(&only_term, SIGTERM);
    sigprocmask(SIG_SETMASK, &only_term, NULL);
    log_init(plan->name);
    exit(plan->run(&slots[i], plan->context));
}

/* ---- births and deaths -------------------------------------------------------------------- */

static void worker_start(int i)
{
    struct worker *worker = &workers[i];
    slots[i].started_ms = 0;
    slots[i].served = 0;
    slots[i].ready = 0;
    pid_t parent = getpid(), pid = fork();
    if (pid == 0)
        worker_main(i, parent);
    worker->born_ms = clock_monotonic_ms();
    worker->leaving_ms = 0;
    worker->pid = pid > 0 ? pid : 0;
    if (pid < 0) {
        log_error("no new worker can be started: %m");
        worker->due_ms = worker->born_ms + BACKOFF_MOST_MS;
    }
}

static void worker_tell(int i, int64_t now)
{
    struct worker *worker = &workers[i];
    if (worker->pid == 0)
        return;
    if (worker->leaving_ms == 0)
        worker->leaving_ms = now;
    bool patient = now - worker->leaving_ms < SUPERVISE_GRACE_S * 1000;
    kill(worker->pid, patient ? SIGTERM : SIGKILL);
}

static void worker_ended(int i, int status, int64_t now)
{
    struct worker *worker = &workers[i];
    pid_t pid = worker->pid;
    worker->pid = 0;
    worker->due_ms = now;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        worker->backoff_ms = 0;
        return;
    }
    bool lived_well = slots[i].served > 0 || now - worker->born_ms >= GOOD_LIFE_MS;
    if (lived_well || worker->backoff_ms == 0)
        worker->backoff_ms = BACKOFF_LEAST_MS;
    else if (worker->backoff_ms < BACKOFF_MOST_MS)
        worker->backoff_ms *= 2;
    if (worker->backoff_ms > BACKOFF_MOST_MS)
        worker->backoff_ms = BACKOFF_MOST_MS;
    worker->due_ms = now + worker->backoff_ms;
    log_error("worker %d ended by %s %d; the next one starts in %d ms", (int)pid,
              WIFSIGNALED(status) ? "signal" : "status",
              WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), worker->backoff_ms);
}

static void reap(int64_t now)
{
    pid_t pid;
    int status;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
        for (int i = 0; i < plan->workers; i++)
            if (workers[i].pid == pid)
                worker_ended(i, status, now);
}

static void end_hung(int64_t now)
{
    for (int i = 0; i < plan->workers; i++) {
        int64_t started = slots[i].started_ms;
        if (workers[i].pid && started && now - started > (int64_t)plan->hang_s * 1000) {
            log_error("worker %d hangs in a request for %d s and is killed", (int)workers[i].pid,
                      (int)((now - started) / 1000));
            kill(workers[i].pid, SIGKILL);
        }
    }
}

/* ---- what is to be done now ------------------------------------------------------------------ */

static void start_missing(int64_t now)
{
    for (int i = 0; i < plan->workers; i++)
        if (workers[i].pid == 0 && now >= workers[i].due_ms)
            worker_start(i);
}

static bool is_ready(int i)
{
    return workers[i].pid != 0 && workers[i].leaving_ms == 0 && slots[i].ready;
}

/* One at a time: the next leaves when the last replacement accepts. Nobody is refused
 * meanwhile, because the listening socket stays open and the others accept from it. */
static void roll(int64_t now)
{
    if (rolling < 0)
        return;
    if (rolling > 0 && !is_ready(rolling - 1))
        return;
    if (rolling == plan->workers) {
        log_info("all workers are replaced");
        rolling = -1;
        return;
    }
    worker_tell(rolling, now);
    rolling++;
}

static bool repeat_leaving(int64_t now)
{
    bool any = false;
    for (int i = 0; i < plan->workers; i++) {
        if (workers[i].leaving_ms)
            worker_tell(i, now);
        any |= workers[i].pid != 0;
    }
    return any;
}

static int64_t wait_ms(int64_t now)
{
    int64_t wait = ending_ms || rolling >= 0 ? BUSY_TICK_MS : plan->idle ? SUPERVISE_IDLE_MS : TICK_MS;
    int64_t watchdog = notify_watchdog_ms();
    if (watchdog && watchdog < wait)
        wait = watchdog;
    for (int i = 0; i < plan->workers && !ending_ms; i++)
        if (workers[i].pid == 0 && workers[i].due_ms - now < wait)
            wait = workers[i].due_ms - now;
    return wait > 0 ? wait : 0;
}

static void on_signal(int number, int64_t now)
{
    if ((number == SIGTERM || number == SIGINT) && !ending_ms) {
        log_info("ending: workers finish their requests");
        notify("STOPPING=1");
        ending_ms = now;
        for (int i = 0; i < plan->workers; i++)
            worker_tell(i, now);
    } else if (number == SIGHUP && !ending_ms) {
        log_info("replacing the workers one by one");
        rolling = 0; /* again from the first, when a replacement is under way */
    }
}

static void watchdog(int64_t now)
{
    int64_t every = notify_watchdog_ms();
    if (every && now - told_watchdog_ms >= every) {
        notify("WATCHDOG=1");
        told_watchdog_ms = now;
    }
}

static void idle(int64_t now)
{
    if (!plan->idle || rolling >= 0 || now - idled_ms < SUPERVISE_IDLE_MS)
        return;
    for (int i = 0; i < plan->workers; i++)
        if (!is_ready(i))
            return;
    if (plan->idle(plan->context))
        rolling = 0;
    idled_ms = clock_monotonic_ms();
}

static bool prepare(void)
{
    slots = mmap(NULL, WORKERS_MOST * sizeof *slots, PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (slots == MAP_FAILED) {
        log_error("no memory to share with the workers: %m");
        return false;
    }
    memset(workers, 0, sizeof workers);
    ending_ms = 0;
    rolling = -1;
    sigemptyset(&watched);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGINT);
    sigaddset(&watched, SIGHUP);
    sigaddset(&watched, SIGCHLD);
    sigprocmask(SIG_BLOCK, &watched, NULL);
    return true;
}

int supervise(const struct supervise *given)
{
    plan = given;
    if (!prepare())
        return 1;
    idled_ms = clock_monotonic_ms();
    start_missing(idled_ms);
    notify("READY=1");
    for (;;) {
        int64_t now = clock_monotonic_ms(), wait = wait_ms(now);
        struct timespec timeout = {.tv_sec = wait / 1000, .tv_nsec = wait % 1000 * 1000000};
        int number = sigtimedwait(&watched, NULL, &timeout);
        now = clock_monotonic_ms();
        on_signal(number, now);
        reap(now);
        end_hung(now);
        watchdog(now);
        if (!repeat_leaving(now) && ending_ms)
            return 0;
        if (!ending_ms) {
            roll(now);
            start_missing(now);
            idle(now);
        }
    }
}
