/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_TIMES_H
#define MOTCUA_MODEL_HALL_TIMES_H

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/ticket_words.h"

/*
 * All times of a hall as sums over ticket_event: who came when, how long each waited, walked and was served, and how it
 * ended. The one reading behind forecasts and reports.
 */
enum hall_time_kind {
    TIME_WAIT,  /* from coming, or from a transfer, to the call; not after a miss */
    TIME_WALK,  /* from the first call to being at the counter, recalls among it */
    TIME_SERVE, /* at the counter, until done, parked or transferred; each stretch for itself */
    TIME_KINDS
};
struct hall_time {
    enum hall_time_kind kind;
    uint64_t group, counter; /* in whose queue, called by which counter */
    int64_t seconds;         /* at least 0 */
    bool first;              /* of this kind for this ticket */
};

enum hall_end { END_OPEN, END_SERVED, END_MISSED, END_ABANDONED, END_KINDS };
struct hall_visit {
    uint64_t ticket, group; /* group whose letter it carries */
    struct civil day, arrival_at;
    enum ticket_channel channel;
    bool is_exact;
    enum hall_end end; /* served: was at a counter. missed: did not come when called, in the end. abandoned: cancelled,
                        * or left over when the day was closed, without having been served */
    unsigned calls;    /* without recalls */
    struct hall_time *times;
    size_t n_times;
};

/* A visit each, of the days from..to, by ticket; false ends it. The visit lives until the callback returns. Times of
 * tickets that are not exact are left out: their visit has none. */
enum db_result hall_times_each(struct db *db, struct arena *arena, uint64_t hall, const struct civil *from,
                               const struct civil *to, bool (*visit)(void *context, const struct hall_visit *visit),
                               void *context);

/* Seconds in any number, for medians. In the arena. */
struct time_sample {
    void *seconds; /* uint32_t */
    size_t n;
    bool sorted;
};
void time_sample_add(struct time_sample *sample, struct arena *arena, int64_t seconds);
/* So many seconds that `percent` of a hundred took at most (the nearest rank); -1: there are none. */
int64_t time_sample_at(struct time_sample *sample, unsigned percent);

#endif
