/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The papers of a procedure to tick, on the screen or with a pen. Ticks travel in the address, so
 * that the page works without scripts, can be kept as a bookmark, and nothing is stored anywhere.
 */
#include "lib/input.h"
#include "lib/page.h"
#include "lib/text.h"
#include "public/procedure.h"

enum { CRUMB_CHARACTERS = 50 };

static bool is_ticked(struct request *rq, uint32_t number)
{
    for (size_t i = 0; i < input_count(rq, "co"); i++)
        if (strtoul(input_text_at(rq, "co", i), NULL, 10) == number)
            return true;
    return false;
}

/* Marks what is ticked, and lists what is still missing. */
static void ticks_put(struct request *rq, const struct catalogue_procedure *p)
{
    uint32_t have = 0, place = 0, group = 0;
    for (uint32_t i = 0; i < p->n_papers; i++) {
        bool first = i == 0 || strcmp(p->papers[i].case_text, p->papers[i - 1].case_text) != 0;
        group += first && i > 0;
        place = first ? 0 : place + 1;
        struct data *item = data_at(
            rq->data, arena_format(rq->arena, "Procedure.Cases.%u.Papers.%u", group, place));
        if (is_ticked(rq, i + 1)) {
            data_set_flag(item, "Checked", true);
            have++;
        } else if (p->papers[i].required) {
            struct data *missing = data_add(rq->data, "Prepare.Missing");
            put_text(rq, missing, "Text", p->papers[i].name, p->papers[i].name_en);
        }
    }
    data_set_flag(rq->data, "Prepare.Begun", input_count(rq, "co") > 0);
    data_set_number(rq->data, "Prepare.Have", have);
    data_set_number(rq->data, "Prepare.All", p->n_papers);
}

int procedure_prepare(struct request *rq)
{
    int status;
    const struct catalogue *catalogue;
    const struct catalogue_procedure *p = procedure_wanted(rq, &catalogue, &status);
    if (!p)
        return status;
    procedure_head(rq, catalogue, p);
    procedure_papers(rq, catalogue, p, link_to(rq, "/thu-tuc/%s/mau-don.pdf", p->code));
    ticks_put(rq, p);
    crumb(rq, data_get(rq->data, "Procedure.Href"),
          text_shorten(rq->arena, p->name, CRUMB_CHARACTERS),
          text_shorten(rq->arena, p->name_en, CRUMB_CHARACTERS));
    data_format(rq->data, "Page.Title", "%s: %s", say(rq, "prepare.title"),
                data_get(rq->data, "Procedure.Name"));
    data_set(rq->data, "Page.Robots", "noindex, follow");
    return page_show(rq, "public/prepare.cs", "procedures");
}
