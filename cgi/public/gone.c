/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/gone.h"

#include <string.h>

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

/* One figure mistyped, or two neighbours exchanged. */
static bool is_slip(const char *wanted, const char *code)
{
    size_t n = strlen(wanted), wrong = 0, first = 0;
    if (strlen(code) != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (wanted[i] != code[i] && wrong++ == 0)
            first = i;
    return wrong == 1 || (wrong == 2 && wanted[first] == code[first + 1] &&
                          wanted[first + 1] == code[first]);
}

static void slips_put(struct request *rq, const struct catalogue *catalogue, const char *code)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < catalogue->n_procedures && n < INSTEAD; i++)
        if (is_slip(code, catalogue->procedures[i].code)) {
            listing_item(rq, data_add(rq->data, "Instead"), catalogue,
                         &catalogue->procedures[i]);
            n++;
        }
}

static void similar_put(struct request *rq, const struct catalogue *catalogue, const char *name)
{
    struct search_answer answer;
    search_run(catalogue->index, name, NULL, &answer);
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
    if (gone)
        similar_put(rq, catalogue, gone->name);
    else
        slips_put(rq, catalogue, code);
    return page_show_status(rq, withdrawn ? 410 : 404, "public/gone.cs", "gone");
}
