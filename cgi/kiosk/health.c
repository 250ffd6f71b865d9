/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/health.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/rights.h"
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/release.h"
#include "lib/token.h"
#include "model/catalogue.h"
#include "model/device_place.h"
#include "model/device_report.h"
#include "model/hall.h"
#include "model/help_call.h"

#define SETTINGS_BYTES 4

/* Another text as soon as somebody changes what the device is or where it stands: then its page is made anew. */
static const char *settings_mark(struct request *rq, const struct device *device)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char hex[2 * SETTINGS_BYTES + 1];
    token_hash(arena_format(rq->arena, "%d|%llu|%llu|%u|%d|%u|%d|%s|%s", device->kind,
                            (unsigned long long)device->hall, (unsigned long long)device->counter, device->text_px,
                            device->speaks, device->volume, device->shows_officer, device->zone, device->hall_name),
               hash);
    for (size_t i = 0; i < SETTINGS_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    return arena_copy(rq->arena, hex);
}

/* Is the hall open, and if not, when again? What cannot be read now is left out; the next report asks again. */
static json_t *hall_json(struct request *rq, const struct device *device)
{
    char next[DATE_TEXT_MAX] = "";
    struct civil now = clock_now();
    struct hall hall;
    struct hall_hours hours = {.state = HALL_INACTIVE};
    const struct catalogue *catalogue = catalogue_now(rq->db);
    if (!catalogue || hall_load(rq->db, rq->arena, device->hall, &hall) != DB_OK ||
        hall_hours_now(rq->db, catalogue->version, &hall, &now, &hours) == DB_FAIL)
        return json_null();
    if (hours.next.year)
        date_format_iso_time(next, &hours.next);
    return json_pack("{s:s, s:b, s:s}", "state", hall_open_names[hours.state], "tickets", hours.tickets, "next", next);
}

/* How a call for help stands; what has no button for it has none. */
static const char *help_word(struct request *rq, const struct civil *now)
{
    enum help_state state = HELP_NONE;
    if ((rq->who.rights >> RIGHT_DISPENSER & 1) &&
        help_state(rq->db, rq->arena, rq->who.id, now, &state) == DB_FAIL)
        return help_state_names[HELP_NONE]; /* the next report asks again */
    return help_state_names[state];
}

/* As it stands after the report. */
static const char *printer_word(const struct device *device, const struct device_report *report)
{
    bool says = report->printer != DEVICE_PRINTER_UNKNOWN;
    return device_printer_names[says ? report->printer : device->printer];
}

int health_report(struct request *rq)
{
    const struct device *device = device_of(rq);
    char local[DATE_TEXT_MAX];
    struct civil now = clock_now();
    const struct device_report report = {
        .address = request_header(rq, "REMOTE_ADDR"),
        .browser = input_text(rq, "may"),
        .version = input_text(rq, "ban"),
        .page = input_text(rq, "trang"),
        .has_clock = input_given(rq, "dong-ho"),
        .clock_ms = input_number(rq, "dong-ho"),
        .printer = input_given(rq, "may-in") ? (enum device_printer)input_number(rq, "may-in") : DEVICE_PRINTER_UNKNOWN,
    };
    json_t *hall = hall_json(rq, device);
    const char *help = help_word(rq, &now);
    if (device_report(rq->db, device->id, &report) == DB_FAIL) {
        json_decref(hall);
        return page_failed(rq);
    }
    return page_json(rq, 200,
                     json_pack("{s:I, s:s, s:s, s:s, s:s, s:i, s:s, s:s, s:o}", "now", (json_int_t)clock_unix() * 1000,
                               "local", date_format_iso_time(local, &now), "version", release_text(), "settings",
                               settings_mark(rq, device), "want", device_wish_names[device->wanted], "beat",
                               DEVICE_BEAT_S, "help", help, "printer", printer_word(device, &report), "hall", hall));
}

int health_text(struct request *rq)
{
    int64_t px = input_number(rq, "co");
    if (px < DEVICE_TEXT_LEAST || px > DEVICE_TEXT_MOST)
        return page_missing(rq);
    const char *css = arena_format(rq->arena, ":root{--mc-text:%dpx}\n", (int)px);
    return page_bytes(rq, "text/css", css, strlen(css), NULL);
}

/* "hall-<code>" and "counter-<code>-<number>" of its own hall. */
int health_listen(struct request *rq)
{
    const struct device *device = device_of(rq);
    const char *channel = input_text(rq, "kenh");
    const char *hall = arena_format(rq->arena, "hall-%s", device->hall_code);
    const char *counter = arena_format(rq->arena, "counter-%s-", device->hall_code);
    size_t n = strlen(counter);
    bool may = strcmp(channel, hall) == 0;
    if (strncmp(channel, counter, n) == 0 && channel[n])
        may = channel[n + strspn(channel + n, "0123456789")] == '\0';
    return may ? page_json(rq, 200, json_object()) : page_missing(rq);
}

void health_dress(struct request *rq)
{
    const struct device *device = device_of(rq);
    if (rq->who.id == 0)
        return;
    data_format(rq->data, "Health.Href", "%s/kiosk/suc-khoe", rq->base);
    data_format(rq->data, "Health.Start", "%s/kiosk", rq->base);
    data_format(rq->data, "Health.Check", "%s/kiosk/tu-kiem", rq->base);
    data_set(rq->data, "Health.Version", release_text());
    data_set(rq->data, "Health.Settings", settings_mark(rq, device));
    data_set(rq->data, "Health.Script", data_get(rq->words, "Asset.health"));
    if (device->text_px)
        data_format(rq->data, "Page.TextStyle", "%s/kiosk/co-chu/%u", rq->base, device->text_px);
}
