/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <jansson.h>

#include "lib/input.h"
#include "lib/page.h"
#include "lib/text.h"
#include "public/public.h"
#include "public/search.h"

enum { SUGGESTION_CHARACTERS = 160 }; /* a longer name is shortened in the box */

static json_t *suggestion_json(struct request *rq, const struct catalogue *catalogue,
                               const struct search_suggestion *suggestion)
{
    const char *text = suggestion->text, *href;
    bool procedure = suggestion->document < catalogue->n_procedures;
    if (procedure) {
        const struct catalogue_procedure *p = &catalogue->procedures[suggestion->document];
        if (in_english(rq) && *p->name_en)
            text = p->name_en;
        href = link_to(rq, "/thu-tuc/%s", p->code);
    } else {
        href = link_to(rq, "/thu-tuc?q=%s", text_url_encode(rq->arena, text));
    }
    return json_pack("{s:s, s:s, s:s, s:s}", "text",
                     text_shorten(rq->arena, text, SUGGESTION_CHARACTERS), "href", href, "kind",
                     procedure ? "procedure" : "phrase", "label",
                     say_one(rq, "suggest", procedure ? "procedure" : "phrase"));
}

int search_suggestions(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue)
        return page_failed(rq);
    struct search_suggestion suggestions[SEARCH_SUGGESTIONS];
    size_t n = search_suggest(catalogue->index, input_text(rq, "q"), NULL, suggestions);
    json_t *items = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(items, suggestion_json(rq, catalogue, &suggestions[i]));
    return page_json(rq, 200, json_pack("{s:o}", "items", items));
}
