/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/api.h"

#include <errno.h>

#include "lib/buffer.h"
#include "lib/input.h"
#include "lib/limits.h"
#include "lib/log.h"
#include "lib/page.h"
#include "lib/settings.h"
#include "public/filter.h"

enum { API_ITEMS = 20, DESCRIPTION_BYTES = 256 * 1024 };

static struct buffer description;

void api_start(void)
{
    char path[4096], bytes[8192];
    snprintf(path, sizeof path, "%s/../docs/openapi.json", settings.templates);
    FILE *file = fopen(path, "re");
    if (!file) {
        log_error("the description of the interface, %s, cannot be read: %s", path,
                  strerror(errno));
        return;
    }
    buffer_init(&description, DESCRIPTION_BYTES);
    size_t n;
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
        buffer_add(&description, bytes, n);
    if (ferror(file) || description.full)
        log_error("the description of the interface, %s, is too large or broken", path);
    fclose(file);
}

int api_description(struct request *rq)
{
    if (description.length == 0)
        return page_missing(rq);
    return page_bytes(rq, "application/json", description.bytes, description.length, NULL);
}

/* An agency or field that does not exist is an error of the caller, not an empty list. */
static bool filter_from_inputs(struct request *rq, const struct catalogue *catalogue,
                               struct filter *filter)
{
    *filter = (struct filter){ .catalogue = catalogue, .path = "", .query = input_text(rq, "q") };
    for (int i = 0; i < FILTER_PARTS; i++)
        filter->chosen[i] = "";
    filter->chosen[FILTER_AGENCY] = input_text(rq, "agency");
    filter->chosen[FILTER_FIELD] = input_text(rq, "field");
    filter->chosen[FILTER_LEVEL] = input_text(rq, "level");
    filter_choose(rq, filter);
    if (input_given(rq, "agency") && !filter->agency)
        input_refuse(rq, "agency", "unknown_agency");
    if (input_given(rq, "field") && !filter->field)
        input_refuse(rq, "field", "unknown_field");
    return !input_refused(rq);
}

/* With words: the answer of the search, best first. Without: all that passes, by name. */
static const uint32_t *places_found(struct request *rq, const struct filter *filter, size_t *n)
{
    const struct catalogue *c = filter->catalogue;
    uint32_t *places = arena_take_array(rq->arena, c->n_procedures + 1, sizeof *places);
    *n = 0;
    if (*filter->query) {
        struct search_filter keep = { filter_keep, filter };
        struct search_answer answer;
        search_run(c->index, filter->query, filter->any ? &keep : NULL, &answer);
        for (; *n < answer.total; ++*n)
            places[*n] = answer.hits[*n].document;
        return places;
    }
    for (uint32_t i = 0; i < c->n_procedures; i++)
        if (filter_keep(filter, i))
            places[(*n)++] = i;
    return places;
}

int api_procedures(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue)
        return page_failed(rq);
    struct filter filter;
    if (!filter_from_inputs(rq, catalogue, &filter))
        return page_error(rq, 422);

    size_t total;
    const uint32_t *places = places_found(rq, &filter, &total);
    size_t limit = input_given(rq, "limit") ? (size_t)input_number(rq, "limit") : API_ITEMS;
    size_t offset = (size_t)input_number(rq, "offset");
    if (limit > LIMIT_API_ITEMS)
        limit = LIMIT_API_ITEMS;
    json_t *items = json_array();
    for (size_t i = offset; i < total && i - offset < limit; i++)
        json_array_append_new(items, api_item(rq, catalogue, &catalogue->procedures[places[i]]));
    return page_json(rq, 200,
                     json_pack("{s:I, s:I, s:I, s:o}", "total", (json_int_t)total, "limit",
                               (json_int_t)limit, "offset", (json_int_t)offset, "items", items));
}

int api_procedure(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue)
        return page_failed(rq);
    const char *code = input_text(rq, "code");
    const struct catalogue_procedure *p = catalogue_procedure(catalogue, code);
    if (p)
        return page_json(rq, 200, api_whole(rq, catalogue, p));
    return catalogue_withdrawn(catalogue, code) ? page_error(rq, 410) : page_missing(rq);
}

static json_t *suggestion_json(struct request *rq, const struct catalogue *catalogue,
                               const struct search_suggestion *suggestion)
{
    if (suggestion->document >= catalogue->n_procedures)
        return json_pack("{s:s, s:s}", "text", suggestion->text, "kind", "phrase");
    const char *code = catalogue->procedures[suggestion->document].code;
    return json_pack("{s:s, s:s, s:s, s:s}", "text", suggestion->text, "kind", "procedure", "code",
                     code, "url", full_address(rq, arena_format(rq->arena, "/thu-tuc/%s", code)));
}

int api_suggest(struct request *rq)
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
