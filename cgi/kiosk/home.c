/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/home.h"

#include "kiosk/health.h"
#include "kiosk/rights.h"
#include "lib/page.h"
#include "model/site_held.h"

void kiosk_dress(struct request *rq)
{
    data_set(rq->data, "Page.Shell", "kiosk");
    /* A dispenser without its server has no other page than its own. */
    const struct device *device = device_of(rq);
    bool dispenses = device && device->kind == DEVICE_DISPENSER;
    data_format(rq->data, "Page.HomeHref", "%s/kiosk%s", rq->base, dispenses ? "/lay-so" : "");
    data_set(rq->data, "Page.Robots", "noindex");
    site_dress(rq);
    health_dress(rq);
}

int kiosk_home(struct request *rq)
{
    return page_show(rq, "kiosk/home.cs", "kiosk_home");
}
