/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/display.h"

#include <jansson.h>
#include <string.h>

#include "kiosk/rights.h"
#include "lib/clock.h"
#include "lib/page.h"
#include "model/counter_display.h"
#include "model/hall_news.h"

#define STATE_PATH "/kiosk/quay/trang-thai"
#define EVENTS_PATH "/kiosk/tin/"

int display_show(struct request *rq)
{
    const struct device *device = device_of(rq);
    data_set_number(rq->data, "Display.Number", device->counter_number);
    data_set(rq->data, "Display.Snapshot", STATE_PATH);
    data_format(rq->data, "Display.Events", EVENTS_PATH "%s",
                hall_news_counter_channel(rq->arena, device->hall_code, device->counter_number));
    data_set(data_add(rq->data, "Page.Scripts"), "Src", data_get(rq->words, "Asset.display"));
    return page_screen(rq, "kiosk/display.cs", "display");
}

static json_t *state_json(const struct counter_display *display)
{
    json_t *json = json_pack("{s:s, s:s}", "name", display->name, "state", display->state);
    if (*display->label) {
        json_object_set_new(json, "label", json_string(display->label));
        json_object_set_new(json, "ticket", json_string(display->ticket));
    }
    if (*display->officer)
        json_object_set_new(json, "officer",
                            json_pack("{s:s, s:s}", "name", display->officer, "title", display->title));
    return json;
}

int display_state(struct request *rq)
{
    char time[DATE_TEXT_MAX];
    struct civil now = clock_now();
    struct counter_display display;
    enum db_result found = counter_display_read(rq->db, rq->arena, device_of(rq)->id, &now, &display);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    page_header(rq, "Motcua-Time", date_format_iso_time(time, &now));
    return page_json(rq, 200, state_json(&display));
}
