/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/wait_words.h"

#include "lib/say.h"

enum { STEP = 5, HOUR = 60, LONG = 120 };

static const char *digits(struct request *rq, int n)
{
    return arena_format(rq->arena, "%d", n);
}

static int up(int minutes)
{
    return (minutes + STEP - 1) / STEP * STEP;
}

const char *wait_words(struct request *rq, int wait_50, int wait_90)
{
    if (wait_50 < 0 || wait_90 < 0)
        return say(rq, "wait.unknown");
    int from = wait_50 / STEP * STEP, to = up(wait_90);
    if (to <= STEP)
        return say(rq, "wait.short");
    if (from >= LONG)
        return say_fill(rq, "wait.hours", "n", digits(rq, from / HOUR), NULL);
    if (from < STEP)
        from = STEP;
    if (from >= to)
        return say_fill(rq, "wait.about_one", "n", digits(rq, to), NULL);
    return say_fill(rq, "wait.about", "from", digits(rq, from), "to", digits(rq, to), NULL);
}

const char *wait_line(struct request *rq, unsigned waiting, int wait_50, int wait_90)
{
    if (waiting == 0)
        return say(rq, "dispenser.ahead_none");
    const char *people = say_count(rq, "dispenser.ahead_people", waiting);
    if (wait_50 < 0)
        return people;
    return arena_format(rq->arena, "%s · %s", people, wait_words(rq, wait_50, wait_90));
}

const char *wait_sentence(struct request *rq, int wait_50, int wait_90)
{
    if (wait_50 < 0 || wait_90 < 0)
        return say(rq, "ticket.wait_unknown_text");
    return say_fill(rq, "ticket.wait_half", "half", digits(rq, wait_50), "most", digits(rq, wait_90), NULL);
}
