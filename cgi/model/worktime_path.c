/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Steps in series and in parallel: the longest path decides.
 */
#include "model/worktime.h"

static int64_t step_end(const struct worktime_calendar *calendar, const struct worktime_step *step)
{
    if (!calendar)
        return step->begins + step->minutes;
    return worktime_add(step->calendar ? step->calendar : calendar, step->begins, step->minutes);
}

/* Sets begins and ends of every step, each after all it waits for; false when there is a circle. */
static bool steps_place(const struct worktime_calendar *calendar, struct worktime_step *steps,
                        size_t count, int64_t start)
{
    uint64_t done = 0;
    size_t placed = 0;

    while (placed < count) {
        size_t before = placed;
        for (size_t i = 0; i < count; i++) {
            if (done & (UINT64_C(1) << i) || steps[i].after & ~done)
                continue;
            steps[i].begins = start;
            for (size_t j = 0; j < count; j++)
                if (steps[i].after & (UINT64_C(1) << j) && steps[j].ends > steps[i].begins)
                    steps[i].begins = steps[j].ends;
            steps[i].ends = step_end(calendar, &steps[i]);
            if (steps[i].ends == WORKTIME_NEVER)
                return false;
            done |= UINT64_C(1) << i;
            placed++;
        }
        if (placed == before)
            return false;
    }
    return true;
}

/* Goes back from the last end: a step is critical when a critical step waited for it to the last.
 */
static void steps_mark(struct worktime_step *steps, size_t count, int64_t end)
{
    for (size_t i = 0; i < count; i++)
        steps[i].critical = steps[i].ends == end;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < count; i++) {
            if (!steps[i].critical)
                continue;
            for (size_t j = 0; j < count; j++) {
                if (steps[i].after & (UINT64_C(1) << j) && !steps[j].critical &&
                    steps[j].ends == steps[i].begins) {
                    steps[j].critical = true;
                    more = true;
                }
            }
        }
    }
}

static bool steps_check(const struct worktime_step *steps, size_t count)
{
    if (count == 0 || count > WORKTIME_STEPS_MAX)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (steps[i].minutes < 0 || steps[i].minutes > WORKTIME_MINUTES_MAX)
            return false;
        if (count < 64 && steps[i].after >> count)
            return false;
    }
    return true;
}

static int64_t steps_run(const struct worktime_calendar *calendar, struct worktime_step *steps,
                         size_t count, int64_t start)
{
    int64_t end = start;

    for (size_t i = 0; i < count; i++)
        steps[i].ends = start;
    if (!steps_check(steps, count))
        return -1;
    if (!steps_place(calendar, steps, count, start)) {
        for (size_t i = 0; i < count; i++)
            if (steps[i].ends == WORKTIME_NEVER)
                return WORKTIME_NEVER;
        return -1;
    }
    for (size_t i = 0; i < count; i++)
        if (steps[i].ends > end)
            end = steps[i].ends;
    steps_mark(steps, count, end);
    return end;
}

int64_t worktime_path_length(struct worktime_step *steps, size_t count)
{
    return steps_run(NULL, steps, count, 0);
}

int64_t worktime_path_due(const struct worktime_calendar *calendar, struct worktime_step *steps,
                          size_t count, int64_t start)
{
    return steps_run(calendar, steps, count, start);
}
