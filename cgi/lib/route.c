/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/route.h"

#include "lib/log.h"
#include "lib/page_inside.h"
#include "lib/route_inside.h"

bool route_has_effect(const struct route *route)
{
    return route->method == POST && !route->asks;
}

static void refuse(struct request *rq, int status)
{
    page_begin(rq);
    page_error(rq, status);
}

static void answer(struct request *rq)
{
    rq->api = route_is_api(rq);
    if (rq->refusal == 301) {
        page_redirect(rq, 301, rq->moved);
        return;
    }
    if (rq->refusal) {
        refuse(rq, rq->refusal);
        return;
    }
    const char *allow = NULL;
    rq->route = route_find(rq, &allow);
    if (!rq->route) {
        refuse(rq, allow ? 405 : 404);
        if (allow)
            page_header(rq, "Allow", allow);
        return;
    }
    rq->api = rq->route->api;
    page_begin(rq); /* the row says how fresh its answer stays */
    int status = route_guard_origin(rq);
    if (status)
        refuse(rq, status);
    else
        route_run(rq);
}

void route_serve(struct request *rq)
{
    page_begin(rq);
    answer(rq);
    if (rq->reply.status == 0)
        log_fatal("the handler of %s left no answer", rq->route ? rq->route->path : "a refusal");
    page_complete(rq);
}
