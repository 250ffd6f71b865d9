/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * How satisfied people are with each agency, for everybody; after a vote also the thanks.
 */
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "model/rating_public.h"
#include "public/public.h"
#include "public/rating.h"

int satisfaction_page(struct request *rq)
{
    struct satisfaction *rows;
    size_t n;
    struct civil today = clock_now();
    if (satisfaction_list(rq->db, rq->arena, &today, &rows, &n) == DB_FAIL)
        return page_failed(rq);
    for (size_t i = 0; i < n; i++) {
        struct data *row = data_add(rq->data, "Agencies");
        put_text(rq, row, "Name", rows[i].agency, rows[i].agency_en);
        rating_sum_fill(rq, row, &rows[i].sum);
    }
    int64_t done = input_number(rq, "xong");
    data_set_flag(rq->data, "Thanks", done > 0);
    data_set_flag(rq->data, "Thanks.Contact", done == 2);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    data_set(rq->data, "Page.Canonical", full_address(rq, "/danh-gia"));
    return page_show(rq, "public/satisfaction.cs", "satisfaction");
}
