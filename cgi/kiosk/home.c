/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/home.h"

#include "kiosk/health.h"
#include "lib/page.h"
#include "model/site_held.h"

void kiosk_dress(struct request *rq)
{
    data_set(rq->data, "Page.Shell", "kiosk");
    data_format(rq->data, "Page.HomeHref", "%s/kiosk", rq->base);
    data_set(rq->data, "Page.Robots", "noindex");
    site_dress(rq);
    health_dress(rq);
}

int kiosk_home(struct request *rq)
{
    return page_show(rq, "kiosk/home.cs", "kiosk_home");
}
