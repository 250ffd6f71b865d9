/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_release.h"

#include <stdbool.h>

/* A line between two months. */
struct queue {
    struct rating_sum waiting;
    int64_t fresh; /* of them, not in a shown total yet */
    bool held;
};

static void add(struct rating_sum *to, const struct rating_sum *votes)
{
    to->votes += votes->votes;
    to->satisfied += votes->satisfied;
    to->sum += votes->sum;
}

static bool tells(int64_t votes)
{
    return votes > 0 && votes < RATING_FEWEST;
}

static bool held_tell(const struct queue *queues, size_t n)
{
    int64_t waiting = 0, fresh = 0;
    for (size_t i = 0; i < n; i++)
        if (queues[i].held) {
            waiting += queues[i].waiting.votes;
            fresh += queues[i].fresh;
        }
    return tells(waiting) || tells(fresh);
}

/* The line with the fewest votes that could be shown; NULL: none. */
static struct queue *smallest(struct queue *queues, size_t n)
{
    struct queue *found = NULL;
    for (size_t i = 0; i < n; i++)
        if (!queues[i].held && queues[i].waiting.votes > 0 &&
            (!found || queues[i].waiting.votes < found->waiting.votes))
            found = &queues[i];
    return found;
}

static void hold(struct queue *queues, size_t n)
{
    struct queue *next;
    for (size_t i = 0; i < n; i++)
        queues[i].held = tells(queues[i].waiting.votes);
    while (held_tell(queues, n) && (next = smallest(queues, n)))
        next->held = true;
}

void rating_release(struct arena *arena, const struct rating_series *came, size_t n, struct rating_series *shown,
                    struct rating_series *total)
{
    struct queue *queues = arena_take_array(arena, n + 1, sizeof *queues);
    struct rating_sum all = {0};
    *total = (struct rating_series){0};
    for (size_t i = 0; i < n; i++)
        shown[i] = (struct rating_series){0};
    for (int month = 0; month < RATING_MONTHS; month++) {
        for (size_t i = 0; i < n; i++) {
            add(&all, &came[i].month[month]);
            add(&queues[i].waiting, &came[i].month[month]);
            queues[i].fresh += came[i].month[month].votes;
        }
        if (all.votes < RATING_FEWEST)
            continue;
        hold(queues, n);
        total->month[month] = all;
        all = (struct rating_sum){0};
        for (size_t i = 0; i < n; i++) {
            queues[i].fresh = 0;
            if (queues[i].held)
                continue;
            shown[i].month[month] = queues[i].waiting;
            queues[i].waiting = (struct rating_sum){0};
        }
    }
}
