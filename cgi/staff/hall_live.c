/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_live.h"

#include "lib/clock.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/hall_live.h"
#include "staff/hall_advice.h"
#include "staff/hall_view.h"
#include "staff/menu.h"
#include "staff/rights.h"

#define PATH "/can-bo/sanh"
#define PANIC_PATH "/can-bo/bao-dong"

static void panics_fill(struct request *rq, const struct hall_live *live)
{
    for (size_t i = 0; i < live->n_panics; i++) {
        const struct live_panic *panic = &live->panics[i];
        struct data *item = data_add(rq->data, "Panics");
        data_set(item, "Where", panic->counter ? say_fill(rq, "hall_live.panic_counter", "n",
                                                          arena_format(rq->arena, "%u", panic->counter), NULL)
                                               : say(rq, "hall_live.panic_nowhere"));
        data_set(item, "Who", panic->user_name);
        data_set(item, "At", hall_view_clock(rq, &panic->at));
    }
}

static void forgotten_fill(struct request *rq, const struct hall_live *live)
{
    for (size_t i = 0; i < live->n_counters; i++) {
        const struct live_counter *counter = &live->counters[i];
        if (!hall_live_forgotten(live, counter))
            continue;
        struct data *item = data_add(rq->data, "Forgotten");
        data_set(item, "Text",
                 say_fill(rq, "hall_live.forgotten", "n", arena_format(rq->arena, "%u", counter->number), "minutes",
                          hall_view_minutes(rq, &counter->since, &live->at), "people",
                          arena_format(rq->arena, "%u", counter->waiting), NULL));
    }
}

int hall_live_page(struct request *rq)
{
    struct civil now = clock_now();
    struct hall hall;
    struct hall_live live;
    struct advice_line lines[ADVICE_MAX];
    size_t n_lines;
    int answer = hall_view_need(rq, &hall);
    if (answer)
        return answer;
    if (hall_live_read(rq->db, rq->arena, &hall, &now, &live) != DB_OK ||
        hall_advice_held(rq->db, rq->arena, &hall, &live, lines, &n_lines) != DB_OK)
        return page_failed(rq);
    hall_view_frame(rq, &hall, PATH);
    hall_view_fill(rq, &hall, &live, true);
    hall_advice_fill(rq, &live, lines, n_lines);
    panics_fill(rq, &live);
    forgotten_fill(rq, &live);
    data_set(rq->data, "Live.Warn", say_count(rq, "hall_live.warn", hall.wait_warn_minutes));
    data_format(rq->data, "Live.Events", "/can-bo/tin/hall-%s", hall.code);
    data_format(rq->data, "Live.State", "%s" PATH "/trang-thai?sanh=%s", rq->base, hall.code);
    data_format(rq->data, "Live.Href", "%s" PATH "?sanh=%s", rq->base, hall.code);
    data_format(rq->data, "Live.AdviceHref", "%s" PATH "/goi-y?sanh=%s", rq->base, hall.code);
    if (right_held(rq, RIGHT_HALL_SET))
        data_format(rq->data, "Live.SetHref", "%s" PATH "/cai-dat/%s", rq->base, hall.code);
    if (menu_leads(rq, PANIC_PATH))
        data_format(rq->data, "Live.PanicHref", "%s" PANIC_PATH, rq->base);
    data_set_flag(rq->data, "Page.Live", true);
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.hall_live"));
    data_set(rq->data, "Page.Title", say_fill(rq, "hall_live.title_of", "hall",
                                              say_either(rq, hall.name, hall.name_en), NULL));
    return page_show(rq, "staff/hall_live.cs", "hall_live");
}

int hall_live_state(struct request *rq)
{
    struct civil now = clock_now();
    struct hall hall;
    const char *mark;
    char time[DATE_TEXT_MAX];
    int answer = hall_view_need(rq, &hall);
    if (answer)
        return answer;
    if (hall_live_mark(rq->db, rq->arena, hall.id, &now, &mark) != DB_OK)
        return page_failed(rq);
    page_header(rq, "Motcua-Time", date_format_iso_time(time, &now));
    /* Waits grow by the minute although nothing happens. */
    return page_json(rq, 200, json_pack("{s:s, s:I}", "mark", mark, "minute", (json_int_t)civil_minute(&now)));
}
