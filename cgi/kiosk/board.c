/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/board.h"

#include <string.h>

#include "kiosk/rights.h"
#include "lib/clock.h"
#include "lib/page.h"
#include "model/hall_snapshot.h"

#define STATE_PATH "/kiosk/bang/trang-thai"
#define EVENTS_PATH "/kiosk/tin/"
#define OWN_VOICE "/kiosk/giong-noi/manifest.json"

/* A script of the page, by its name among the assets. */
static void add_script(struct request *rq, const char *asset)
{
    data_set(data_add(rq->data, "Page.Scripts"), "Src", data_get(rq->words, asset));
}

static void put_voice(struct request *rq, const struct device *device)
{
    data_set_flag(rq->data, "Board.Speaks", device->speaks);
    if (!device->speaks)
        return;
    data_set_number(rq->data, "Board.Volume", device->volume);
    data_set(data_add(rq->data, "Board.Voices"), "Src", OWN_VOICE);
    data_set(data_add(rq->data, "Board.Voices"), "Src", data_get(rq->words, "Asset.voice_set"));
    add_script(rq, "Asset.voice");
}

int board_show(struct request *rq)
{
    const struct device *device = device_of(rq);
    bool english = strcmp(rq->language, "en") == 0;
    data_set(rq->data, "Hall.Name", english ? device->hall_name_en : device->hall_name);
    data_set(rq->data, "Board.Zone", device->zone);
    data_set(rq->data, "Board.Snapshot", STATE_PATH);
    data_format(rq->data, "Board.Events", EVENTS_PATH "%s", hall_news_channel(rq->arena, device->hall_code));
    put_voice(rq, device);
    add_script(rq, "Asset.board");
    return page_screen(rq, "kiosk/board.cs", "board");
}

int board_state(struct request *rq)
{
    char time[DATE_TEXT_MAX];
    struct civil now = clock_now();
    struct hall hall;
    struct hall_snapshot snapshot;
    enum db_result found = hall_load(rq->db, rq->arena, device_of(rq)->hall, &hall);
    if (found == DB_OK)
        found = hall_snapshot_load(rq->db, rq->arena, &hall, &now, &snapshot);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    const char *json = hall_snapshot_json(rq->arena, &snapshot);
    page_header(rq, "Motcua-Time", date_format_iso_time(time, &now));
    page_common(rq);
    return page_bytes(rq, "application/json", json, strlen(json), NULL);
}

int board_may(struct request *rq)
{
    page_header(rq, "Motcua-Hall", device_of(rq)->hall_code);
    return page_json(rq, 200, json_object());
}
