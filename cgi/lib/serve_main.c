/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <malloc.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/limits.h"
#include "lib/listener.h"
#include "lib/log.h"
#include "lib/page.h"
#include "lib/serve.h"
#include "lib/serve_inside.h"
#include "lib/settings.h"
#include "lib/template.h"
#include "lib/token.h"
#include "lib/words.h"

#ifndef MOTCUA_VERSION
#define MOTCUA_VERSION "unknown"
#endif

#define HOLD_FIRST_MS 20000
#define HOLD_MS 8000 /* nobody looks after the workers meanwhile */

struct plan {
    const struct audience *audience;
    struct listener listener;
};

/* On a connection of its own that ends before a worker could inherit it. */
static bool hold_within(struct plan *plan, int64_t ms)
{
    struct db *db = plan->audience->hold ? db_open() : NULL;
    if (!db)
        return false;
    db_deadline(db, clock_monotonic_ms() + ms);
    bool changed = plan->audience->hold(db);
    db_close(db);
    return changed;
}

static bool hold(void *context)
{
    return hold_within(context, HOLD_MS);
}

static int worker_life(struct supervise_slot *slot, void *context)
{
    struct plan *plan = context;
    if (plan->listener.lock >= 0)
        close(plan->listener.lock);
    /* A page's tree is thousands of small pieces that go together: fast bins would be swept each time. */
    mallopt(M_MXFAST, 0);
    struct serve_worker worker = {.audience = plan->audience,
                                  .slot = slot,
                                  .listener = plan->listener.fd,
                                  .arena = arena_open(LIMIT_ARENA),
                                  .db = db_open()};
    int status = 1;
    /* Files may have changed since the parent looked at them. */
    bool ready = worker.db && template_init(settings.templates, settings.watch) && words_init() &&
                 (!plan->audience->start || plan->audience->start(worker.db));
    if (ready)
        status = serve_loop(&worker);
    page_kept_release();
    template_release();
    words_release();
    db_close(worker.db);
    arena_close(worker.arena);
    return status;
}

/* Everything that can be wrong is found before the first worker, with one sentence. */
static bool prepare(struct plan *plan)
{
    if (!*settings.site) {
        fprintf(stderr, "%s: MOTCUA_SITE is not set; it is the public address of the site, such as "
                        "https://dichvucong.example.\n",
                settings.program);
        return false;
    }
    struct db *db = db_open();
    bool endpoints_good = db != NULL;
    db_close(db);
    return endpoints_good && token_init() && template_init(settings.templates, settings.watch) &&
           words_init() && listener_open(&plan->listener, settings.program, settings.socket);
}

static int usage(const char *program)
{
    fprintf(stderr, "usage: %s [--routes | --version]\n", program);
    return 2;
}

int serve_main(int argc, char **argv, const struct audience *audience)
{
    static char program[64];
    snprintf(program, sizeof program, "motcua-%s", audience->name);
    bool print = argc == 2 && strcmp(argv[1], "--routes") == 0;
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        printf("%s %s\n", program, MOTCUA_VERSION);
        return 0;
    }
    if (argc > 2 || (argc == 2 && !print))
        return usage(program);

    log_init(audience->name);
    if (print) {
        route_print(audience);
        return 0;
    }
    struct plan plan = {.audience = audience};
    if (!settings_read(program))
        return 1;
    route_check_table(audience);
    if (!prepare(&plan))
        return 1;
    hold_within(&plan, HOLD_FIRST_MS);
    log_info("%d workers answer on %s", settings.workers,
             settings.socket ? settings.socket : "the inherited socket");
    int status = supervise(&(struct supervise){.name = audience->name,
                                               .workers = settings.workers,
                                               .hang_s = settings.hang_s,
                                               .run = worker_life,
                                               .idle = audience->hold ? hold : NULL,
                                               .context = &plan});
    listener_close(&plan.listener);
    return status;
}
