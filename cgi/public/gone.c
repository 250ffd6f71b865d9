/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/gone.h"

#include "lib/date.h"
#include "lib/page.h"
#include "public/listing.h"

enum { INSTEAD = 6 };

bool gone_notice(struct request *rq, const struct catalogue *catalogue, const char *code)
{
    const struct catalogue_withdrawn *gone = catalogue_withdrawn(catalogue, code);
    if (!gone)
        return false;
    data_set(rq->data, "Gone.Code", gone->code);
    put_text(rq, rq->data, "Gone.Name", gone->name, "");
    struct civil at;
    char day[DATE_TEXT_MAX];
    if (civil_parse(gone->at, &at))
        data_set(rq->data, "Gone.Date", date_format_day(day, &at));
    return true;
}

/* The part of a code that people get right most often: its digits. */
static void instead_put(struct request *rq, const struct catalogue *catalogue, const char *words)
{
    struct search_answer answer;
    search_run(catalogue->index, words, NULL, &answer);
    for (size_t i = 0; i < answer.total && i < INSTEAD; i++)
        listing_item(rq, data_add(rq->data, "Instead"), catalogue,
                     &catalogue->procedures[answer.hits[i].document]);
}

int gone_page(struct request *rq, const struct catalogue *catalogue, const char *code)
{
    bool withdrawn = gone_notice(rq, catalogue, code);
    const struct catalogue_withdrawn *gone = catalogue_withdrawn(catalogue, code);
    data_set(rq->data, "Wanted", code);
    data_set(rq->data, "Search.Action", link_to(rq, "/thu-tuc"));
    data_set(rq->data, "Page.Robots", "noindex");
    instead_put(rq, catalogue, gone ? gone->name : code);
    return page_show_status(rq, withdrawn ? 410 : 404, "public/gone.cs", "gone");
}
