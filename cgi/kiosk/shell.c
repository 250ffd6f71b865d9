/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/shell.h"

#include <string.h>

#include "kiosk/health.h"
#include "kiosk/rights.h"
#include "lib/clock.h"
#include "model/site_held.h"

/* Written by the page's script (assets/js/kiosk/view.js), so that the next page comes as this one looks. */
#define VIEW_COOKIE "kieu-xem"

static const struct {
    char letter;
    const char *flag;
} views[] = {{'l', "Larger"}, {'c', "Contrast"}, {'t', "Low"}, {'n', "Listen"}};

static void view_fill(struct request *rq, struct data *kiosk)
{
    const char *chosen = request_cookie(rq, VIEW_COOKIE);
    for (size_t i = 0; chosen && i < sizeof views / sizeof *views; i++)
        data_set_flag(kiosk, views[i].flag, strchr(chosen, views[i].letter) != NULL);
}

static void kiosk_fill(struct request *rq)
{
    char clock[DATE_TEXT_MAX];
    struct civil now = clock_now();
    struct data *kiosk = data_at(rq->data, "Kiosk");
    data_set_flag(kiosk, "Bar", true);
    data_set(kiosk, "Clock", date_format_clock(clock, &now));
    data_set(kiosk, "Home", "/kiosk/trang-dau"); /* whoever comes next begins in Vietnamese */
    data_set_number(kiosk, "Warn", KIOSK_WARN_S);
    data_set_number(kiosk, "Wipe", KIOSK_WIPE_S);
    data_set(kiosk, "Style", data_get(rq->words, "Asset.kiosk_pages_css"));
    data_set(kiosk, "Script", data_get(rq->words, "Asset.kiosk"));
    data_set(kiosk, "Worker", data_get(rq->words, "Asset.kiosk_worker"));
    view_fill(rq, kiosk);
}

void kiosk_dress(struct request *rq)
{
    const struct device *device = device_of(rq);
    data_set(rq->data, "Page.Shell", "kiosk");
    /* A dispenser without its server has no other page than its own. */
    bool dispenses = device && device->kind == DEVICE_DISPENSER;
    data_format(rq->data, "Page.HomeHref", "%s/kiosk%s", rq->base, dispenses ? "/lay-so" : "");
    data_set(rq->data, "Page.Robots", "noindex");
    site_dress(rq);
    health_dress(rq);
    bool touched = rq->who.id && (dispenses || (device && device->kind == DEVICE_KIOSK));
    data_set_flag(rq->data, "Kiosk.Crown", touched); /* shown while everything stands low */
    if (touched && !dispenses)
        kiosk_fill(rq);
}

void kiosk_back(struct request *rq, const char *href)
{
    data_set(rq->data, "Kiosk.Back", href);
}
