/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/home.h"

#include "lib/clock.h"
#include "lib/page.h"
#include "model/account_list.h"
#include "model/site_held.h"
#include "staff/desk_bar.h"
#include "staff/find.h"
#include "staff/menu.h"
#include "staff/rights.h"
#include "staff/role_words.h"
#include "staff/work.h"

void staff_dress(struct request *rq)
{
    data_set(rq->data, "Page.Shell", "staff");
    data_format(rq->data, "Page.HomeHref", "%s/can-bo", rq->base);
    data_set(rq->data, "Page.Robots", "noindex");
    site_dress(rq);
    if (rq->who.id == 0)
        return;
    menu_fill(rq, "Page.Menu");
    find_box_fill(rq);
    desk_bar_fill(rq);
    page_form(rq, data_at(rq->data, "Page.SignOut"), "/can-bo/dang-xuat");
}

int staff_home(struct request *rq)
{
    struct civil today = clock_now();
    if (account_grants(rq->db, rq->data, "Grants", rq->who.id, &today, false) ==
            DB_FAIL ||
        account_stands_in(rq->db, rq->data, "StandsIn", rq->who.id, &today) == DB_FAIL)
        return page_failed(rq);
    if (right_held(rq, RIGHT_DOSSIER_READ) && !work_counts_fill(rq, "Today"))
        return page_failed(rq);
    role_words(rq, "Grants");
    menu_fill(rq, "Links");
    menu_lists_fill(rq, "Links");
    return page_show(rq, "staff/home.cs", "staff_home");
}
