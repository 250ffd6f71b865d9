/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_advice.h"

#include <math.h>

#include "lib/clock.h"
#include "lib/page.h"
#include "lib/say.h"
#include "staff/hall_view.h"

#define PATH "/can-bo/sanh/goi-y"

/* ---- sentences ------------------------------------------------------------------------------- */

static const char *number_text(struct request *rq, long number)
{
    return arena_format(rq->arena, "%ld", number);
}

static const char *group_name(struct request *rq, const struct advice_group *group)
{
    return say_either(rq, group->group->name, group->group->name_en);
}

static const char *helped(struct request *rq, const struct hall_live *live, uint64_t group)
{
    for (size_t i = 0; i < live->n_groups; i++)
        if (live->groups[i].id == group)
            return say_either(rq, live->groups[i].name, live->groups[i].name_en);
    return "";
}

static const char *sentence(struct request *rq, const struct hall_live *live, const struct advice_line *one)
{
    static const char *const keys[2][2] = {{"hall_advice.open", "hall_advice.open_first"},
                                           {"hall_advice.again", "hall_advice.again_first"}};
    return say_fill(rq, keys[one->again][one->first], "n", number_text(rq, one->counter), "group",
                    helped(rq, live, one->group), "before", number_text(rq, one->before), "after",
                    number_text(rq, one->after), NULL);
}

void hall_advice_fill(struct request *rq, const struct hall_live *live, const struct advice_line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++)
        data_set(data_add(rq->data, "Advices"), "Text", sentence(rq, live, &lines[i]));
}

static const char *waits_text(struct request *rq, const struct sim_result *result)
{
    if (result->wait_90 == SIM_NOBODY)
        return say(rq, "hall_advice.nobody");
    if (result->wait_90 == SIM_NEVER)
        return say(rq, "hall_advice.never");
    return say_fill(rq, "hall_advice.minutes_value", "half", number_text(rq, result->wait_50), "most",
                    number_text(rq, result->wait_90), NULL);
}

/* ---- the calculation ------------------------------------------------------------------------- */

static void input_fill(struct request *rq, const struct advice_group *group)
{
    struct data *item = data_add(rq->data, "Inputs");
    data_format(item, "Letter", "%c", group->group->letter);
    data_set(item, "Name", group_name(rq, group));
    data_set_number(item, "Waiting", group->group->waiting);
    data_set_number(item, "Open", group->group->open_counters);
    data_set_number(item, "Arrivals", lround(group->arrivals));
    data_set(item, "Serve", say_fill(rq, "hall_advice.minutes_value", "half",
                                     number_text(rq, lround(group->serve_50 / 60.0)), "most",
                                     number_text(rq, lround(group->serve_90 / 60.0)), NULL));
    data_set(item, "Basis", group->history ? say_count(rq, "hall_advice.from_history", group->history)
                                           : say(rq, "hall_advice.assumed"));
}

static void advices_fill(struct request *rq, const struct hall_live *live, const struct hall_advice *advice)
{
    struct advice_line lines[ADVICE_MAX];
    hall_advice_fill(rq, live, lines, advice_lines(advice, lines));
    for (size_t i = 0; i < advice->n; i++) {
        struct data *item = data_at(rq->data, arena_format(rq->arena, "Advices.%zu", i));
        data_set(item, "Name", say_count(rq, "hall_advice.number", (long long)i + 1));
        data_set(item, "Saved", say_count(rq, "hall_advice.saved", lround(advice->advices[i].saved)));
    }
}

/* A group as it is and with each advice. */
static void line_fill(struct request *rq, const struct hall_advice *advice, size_t index)
{
    const struct advice_group *group = &advice->groups[index];
    struct data *line = data_add(rq->data, "Lines");
    data_format(line, "Letter", "%c", group->group->letter);
    data_set(line, "Name", group_name(rq, group));
    data_set(line, "Now", waits_text(rq, &group->now));
    for (size_t i = 0; i < advice->n; i++) {
        const struct sim_result *then = &advice->advices[i].then[index];
        struct data *cell = data_add(line, "Then");
        data_set(cell, "Text", waits_text(rq, then));
        data_set(cell, "Name", say_count(rq, "hall_advice.number", (long long)i + 1));
        data_set_flag(cell, "Differs", group->now.wait_90 != then->wait_90);
    }
}

static void words_fill(struct request *rq, const struct hall_advice *advice)
{
    data_set(rq->data, "Advice.Method",
             say_fill(rq, "hall_advice.method", "runs", number_text(rq, ADVICE_RUNS), NULL));
    data_set(rq->data, "Advice.Rule",
             say_fill(rq, "hall_advice.method_rule", "minutes", number_text(rq, ADVICE_MINUTES), NULL));
    data_set(rq->data, "Advice.Tried", advice->tried ? say_count(rq, "hall_advice.tried", advice->tried)
                                                     : say(rq, "hall_advice.none_tried"));
}

int hall_advice_page(struct request *rq)
{
    struct civil now = clock_now();
    struct hall hall;
    struct hall_live live;
    struct hall_advice advice;
    int answer = hall_view_need(rq, &hall);
    if (answer)
        return answer;
    if (hall_live_read(rq->db, rq->arena, &hall, &now, &live) != DB_OK ||
        hall_advice_make(rq->db, rq->arena, &hall, &live, &advice) != DB_OK)
        return page_failed(rq);
    hall_view_frame(rq, &hall, PATH);
    words_fill(rq, &advice);
    advices_fill(rq, &live, &advice);
    for (size_t i = 0; i < advice.n_groups; i++) {
        input_fill(rq, &advice.groups[i]);
        line_fill(rq, &advice, i);
    }
    data_set(rq->data, "Advice.At", say_moment(rq, &now));
    data_set(rq->data, "Page.Title", say_fill(rq, "hall_advice.title_of", "hall",
                                              say_either(rq, hall.name, hall.name_en), NULL));
    return page_show(rq, "staff/hall_advice.cs", "hall_advice");
}
