/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/public.h"

#include "lib/log.h"
#include "public/api.h"

bool public_start(struct db *db)
{
    if (!catalogue_now(db))
        log_warn("starting without a catalogue: the database does not answer");
    api_start();
    return true;
}

/* Also for error pages: takes what is in memory and asks nobody. */
void public_dress(struct request *rq)
{
    data_set(rq->data, "Lookup.Action", link_to(rq, "/tra-cuu"));
    const struct catalogue *catalogue = catalogue_held();
    if (catalogue)
        site_put(&catalogue->site, rq->data, rq->language);
}

const struct catalogue *public_catalogue(struct request *rq)
{
    return catalogue_now(rq->db);
}
