/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/qr.h"

#include "lib/limits.h"
#include "lib/page.h"
#include "public/procedure.h"

int procedure_qr(struct request *rq)
{
    int status;
    const struct catalogue *catalogue;
    const struct catalogue_procedure *p = procedure_wanted(rq, &catalogue, &status);
    if (!p)
        return status;
    struct qr qr;
    const char *address = full_address(rq, arena_format(rq->arena, "/thu-tuc/%s", p->code));
    if (!qr_make(rq->arena, address, &qr))
        return page_error(rq, 500);
    struct buffer svg;
    buffer_init(&svg, LIMIT_PAGE);
    qr_svg(&qr, address, &svg);
    status = page_bytes(rq, "image/svg+xml", svg.bytes, svg.length, NULL);
    buffer_release(&svg);
    return status;
}
