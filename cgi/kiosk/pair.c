/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/pair.h"

#include <jansson.h>

#include "kiosk/rights.h"
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"

#define PATH "/kiosk"
#define ASK_PATH "/kiosk/ghep"

static const char *state_word(const struct device *device)
{
    if (!device)
        return "unknown";
    switch (device->state) {
    case DEVICE_APPROVED:
        return "approved";
    case DEVICE_REVOKED:
        return "revoked";
    case DEVICE_ASKING:
        break;
    }
    return device->code_is_good ? "asking" : "ended";
}

/* "123456" in two groups, as people read it aloud and type it. */
static void code_fill(struct request *rq, const struct device *device)
{
    char time[DATE_TEXT_MAX];
    data_format(rq->data, "Pair.Code", "%.3s %s", device->code, device->code + 3);
    data_set(rq->data, "Pair.Until", date_format_clock(time, &device->code_until));
}

/* State: how far it has come; or "full", "cookies". */
static int show(struct request *rq, int status, const char *state)
{
    data_set(rq->data, "Pair.State", state);
    data_format(rq->data, "Pair.StateHref", "%s" ASK_PATH "/trang-thai", rq->base);
    data_format(rq->data, "Pair.Again", "%s" PATH, rq->base);
    page_form(rq, data_at(rq->data, "Pair.Ask"), ASK_PATH);
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.pair"));
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.pair_css"));
    return page_show_status(rq, status, "kiosk/pair.cs", "kiosk_pair");
}

int pair_page(struct request *rq)
{
    const struct device *device = device_of(rq);
    if (device && device->state == DEVICE_APPROVED)
        return page_go(rq, "%s", kiosk_page_of(device->kind));
    /* It has just been given a cookie, and comes without. */
    if (!device && input_number(rq, "ghep"))
        return show(rq, 200, "cookies");
    if (device && device->code_is_good)
        code_fill(rq, device);
    return show(rq, 200, state_word(device));
}

int pair_ask(struct request *rq)
{
    const struct device *device = device_of(rq);
    const char *address = request_header(rq, "REMOTE_ADDR"), *secret = NULL;
    if (device && (device->state == DEVICE_APPROVED || device->code_is_good))
        return page_go(rq, PATH);
    enum db_result asked = device && device->state == DEVICE_ASKING
                               ? device_ask_again(rq->db, rq->arena, device->id, address)
                               : device_ask(rq->db, rq->arena, address, &secret);
    if (asked == DB_FAIL)
        return page_failed(rq);
    if (asked == DB_NONE)
        return show(rq, 429, "full");
    if (secret)
        page_cookie(rq, DEVICE_COOKIE, secret, DEVICE_COOKIE_S);
    return page_go(rq, PATH "?ghep=1");
}

int pair_state(struct request *rq)
{
    return page_json(rq, 200, json_pack("{s:s}", "state", state_word(device_of(rq))));
}
