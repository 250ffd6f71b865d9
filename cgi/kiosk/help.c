/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/help.h"

#include "kiosk/rights.h"
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/live.h"
#include "lib/page.h"
#include "model/help_call.h"

#define PATH "/kiosk/giup"

enum { CALL, TAKE_BACK };
const char *const help_acts[] = {[CALL] = "goi", [TAKE_BACK] = "thoi", NULL};

int help_show(struct request *rq)
{
    enum help_state state;
    struct civil now = clock_now();
    struct data *form = data_at(rq->data, "Help");
    if (help_state(rq->db, rq->arena, rq->who.id, &now, &state) == DB_FAIL)
        return page_failed(rq);
    page_form(rq, form, PATH);
    return page_json(rq, 200,
                     json_pack("{s:s, s:s}", "state", help_state_names[state], "token", data_get(form, "Token")));
}

int help_send(struct request *rq)
{
    const struct device *device = device_of(rq);
    struct civil now = clock_now();
    bool calls = input_number(rq, "viec") == CALL;
    enum db_result did = calls ? help_begin(rq->db, rq->arena, device->id, device->hall, &now)
                               : help_take_back(rq->db, rq->arena, device->id, &now);
    if (did == DB_FAIL)
        return page_failed(rq);
    if (calls && did == DB_NONE)
        return page_json(rq, 409, json_pack("{s:s}", "state", "often"));
    const char *text = arena_format(rq->arena, "{\"h\":\"%s\"}", device->hall_code);
    live_say(rq, "alarm-staff", text);
    live_say(rq, "alarm-help", text);
    return page_go(rq, PATH);
}
