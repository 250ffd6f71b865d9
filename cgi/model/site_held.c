/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/site_held.h"

#include "lib/clock.h"
#include "lib/log.h"
#include "model/site.h"

#define FRESH_MS 60000
#define AGAIN_MS 1000 /* after a failure */
#define CEILING (256 * 1024)

static struct arena *arena;
static struct site held; /* .name is NULL until the first good reading */
static int64_t next_ms;

static bool read_anew(struct db *db)
{
    struct arena *fresh = arena_open(CEILING);
    struct site site;
    bool read = site_load(db, fresh, &site) == DB_OK;
    next_ms = clock_monotonic_ms() + (read ? FRESH_MS : AGAIN_MS);
    if (!read) {
        arena_close(fresh);
        return false;
    }
    arena_close(arena);
    arena = fresh;
    held = site;
    return true;
}

bool site_start(struct db *db)
{
    if (!read_anew(db))
        log_warn("starting without the name of the centre: the database does not answer");
    return true;
}

/* Also for pages that say the database is away: then nothing is asked of it. */
void site_dress(struct request *rq)
{
    if (!rq->reply.failed && rq->reply.status < 500 && clock_monotonic_ms() >= next_ms)
        (void)read_anew(rq->db);
    if (held.name)
        site_put(&held, rq->data, rq->language);
}
