/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What was done for somebody, by whom, and may it be rated now.
 */
#ifndef MOTCUA_MODEL_RATING_SERVICE_H
#define MOTCUA_MODEL_RATING_SERVICE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/rating_token.h"

enum {
    RATING_DAYS = 30,          /* a service can be rated so long */
    RATING_TABLET_SECONDS = 300 /* the tablet offers it so long */
};

/* Ids 0 are none, texts are never NULL. */
struct rated_service {
    struct rated what;
    const char *use; /* names the service for rating_mark(): the same for the ticket and for what was received
                        or returned while it was served */
    const char *act; /* as rating.act */
    struct civil at; /* when it ended */
    uint64_t officer, unit, agency, procedure, group;
    const char *officer_name, *officer_title, *officer_unit, *officer_unit_en; /* "" where nobody was met */
};

enum rating_verdict {
    RATING_OPEN,       /* may be rated */
    RATING_UNKNOWN,    /* no such service */
    RATING_UNFINISHED, /* not served, or not yet */
    RATING_EXPIRED,
    RATING_USED,       /* rated already */
    RATING_FAIL
};

/* Fills *service as far as it is known. */
enum rating_verdict rating_service(struct db *db, struct arena *arena, struct rated what,
                                   const struct civil *now, struct rated_service *service);

/*
 * What ended last at a counter and is not rated yet: a ticket, or what its officer received or returned
 * without one. Nothing while the next person is served. DB_NONE: nothing.
 */
enum db_result rating_at_counter(struct db *db, struct arena *arena, uint64_t counter,
                                 const struct civil *now, struct rated_service *service);

/*
 * A vote that was chosen at a counter's tablet and reaches the server only now: the server was away, or the next
 * person is served already. RATING_UNKNOWN: it did not end at this counter today.
 */
enum rating_verdict rating_from_counter(struct db *db, struct arena *arena, uint64_t counter, struct rated what,
                                        const struct civil *now, struct rated_service *service);

/* The officer's portrait as stored. DB_NONE: there is none. */
struct officer_photo {
    const char *type; /* image/jpeg or image/png */
    const void *bytes;
    size_t n;
};
enum db_result rating_photo(struct db *db, struct arena *arena, uint64_t officer, struct officer_photo *photo);
enum db_result rating_photo_there(struct db *db, struct arena *arena, uint64_t officer);

#endif
