/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/home.h"

#include "lib/page.h"
#include "model/site_held.h"

void staff_dress(struct request *rq)
{
    data_set(rq->data, "Page.Shell", "staff");
    data_format(rq->data, "Page.HomeHref", "%s/can-bo", rq->base);
    data_set(rq->data, "Page.Robots", "noindex");
    site_dress(rq);
}

int staff_home(struct request *rq)
{
    return page_show(rq, "staff/home.cs", "staff_home");
}
