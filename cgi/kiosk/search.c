/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/search.h"

#include <jansson.h>
#include <string.h>

#include "kiosk/listing.h"
#include "kiosk/shell.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/page_text.h"
#include "lib/say.h"
#include "lib/text.h"

enum { SUGGESTIONS = 3, NAME_CHARACTERS = 150, POPULAR = 4 };

/* ---- the keyboard ----------------------------------------------------------------------------- */

static void popular_put(struct request *rq, const struct catalogue *c)
{
    for (uint32_t i = 0; i < c->n_popular && i < POPULAR; i++)
        kiosk_item(rq, data_add(rq->data, "Search.Popular"), c, &c->procedures[c->popular[i]]);
}

static int keyboard_show(struct request *rq, const struct catalogue *c)
{
    popular_put(rq, c);
    data_set(rq->data, "Search.SuggestHref", link_to(rq, "/kiosk/goi-y"));
    data_set(rq->data, "Search.AgenciesHref", link_to(rq, "/kiosk/co-quan"));
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.keyboard_css"));
    kiosk_back(rq, link_to(rq, "/kiosk/trang-dau"));
    return page_show(rq, "kiosk/search.cs", "kiosk_search");
}

/* ---- what there is ---------------------------------------------------------------------------- */

static bool is_ours(const void *catalogue, uint32_t procedure)
{
    const struct catalogue *c = catalogue;
    return !catalogue_is_foreign(c, &c->procedures[procedure]);
}

static void words_answer(struct request *rq, const struct catalogue *c, const char *query)
{
    struct search_answer answer;
    const struct search_filter keep = {is_ours, c};
    search_run(c->index, query, &keep, &answer);
    uint32_t *places = arena_take_array(rq->arena, answer.total + 1, sizeof *places);
    for (size_t i = 0; i < answer.total; i++)
        places[i] = answer.hits[i].document;
    const char *edit = link_to(rq, "/kiosk/thu-tuc?q=%s&sua=1", text_url_encode(rq->arena, query));
    data_set_flag(rq->data, "Search.Weak", answer.weak && answer.total > 0);
    data_set_flag(rq->data, "Search.Outside", answer.outside);
    data_set(rq->data, "Search.Query", query);
    data_set(rq->data, "Search.EditHref", edit);
    kiosk_back(rq, edit);
    kiosk_list(rq, c, places, answer.total, arena_format(rq->arena, "q=%s", text_url_encode(rq->arena, query)));
}

static void places_answer(struct request *rq, const struct catalogue *c, const struct catalogue_agency *agency,
                          const struct catalogue_field *field)
{
    const struct catalogue_list *list = agency ? &agency->procedures : &field->procedures;
    uint32_t place = field ? (uint32_t)(field - c->fields) : CATALOGUE_NONE, n = 0;
    uint32_t *places = arena_take_array(rq->arena, list->n + 1, sizeof *places);
    for (uint32_t i = 0; i < list->n; i++)
        if ((!field || c->procedures[list->items[i]].field == place) && is_ours(c, list->items[i]))
            places[n++] = list->items[i];
    if (agency)
        put_text(rq, rq->data, "Search.Agency", agency->name, agency->name_en);
    if (field)
        put_text(rq, rq->data, "Search.Field", field->name, field->name_en);
    kiosk_back(rq, agency ? link_to(rq, "/kiosk/co-quan/%s", agency->code) : link_to(rq, "/kiosk/thu-tuc"));
    kiosk_list(rq, c, places, n,
               arena_format(rq->arena, "co-quan=%s&linh-vuc=%s", agency ? agency->code : "", field ? field->code : ""));
}

int kiosk_search(struct request *rq)
{
    const struct catalogue *c = catalogue_now(rq->db);
    if (!c)
        return page_failed(rq);
    const char *query = input_text(rq, "q");
    const struct catalogue_agency *agency = catalogue_agency(c, input_text(rq, "co-quan"));
    const struct catalogue_field *field = catalogue_field(c, input_text(rq, "linh-vuc"));
    data_set(rq->data, "Search.Action", link_to(rq, "/kiosk/thu-tuc"));
    if (*query && !input_number(rq, "sua"))
        words_answer(rq, c, query);
    else if (!*query && (agency || field))
        places_answer(rq, c, agency, field);
    else
        return keyboard_show(rq, c);
    return page_show(rq, "kiosk/results.cs", "kiosk_search");
}

/* ---- while somebody types --------------------------------------------------------------------- */

static void suggestion_add(struct request *rq, const struct catalogue *c, uint32_t place, json_t *items)
{
    const struct catalogue_procedure *p = &c->procedures[place];
    const char *agency = p->agency == CATALOGUE_NONE
                             ? ""
                             : say_either(rq, c->agencies[p->agency].name, c->agencies[p->agency].name_en);
    const char *text = text_shorten(rq->arena, say_either(rq, p->name, p->name_en), NAME_CHARACTERS);
    json_array_append_new(items, json_pack("{s:s, s:s, s:s}", "text", text, "note", agency, "href",
                                           link_to(rq, "/kiosk/thu-tuc/%s", p->code)));
}

static bool has_place(const uint32_t *places, size_t n, uint32_t place)
{
    for (size_t i = 0; i < n; i++)
        if (places[i] == place)
            return true;
    return false;
}

/* Adds what a search for it finds. */
static size_t search_add(const struct catalogue *c, const char *query, uint32_t places[SUGGESTIONS], size_t n)
{
    const struct search_filter keep = {is_ours, c};
    struct search_answer answer;
    search_run(c->index, query, &keep, &answer);
    for (size_t i = 0; i < answer.total && n < SUGGESTIONS; i++)
        if (!has_place(places, n, answer.hits[i].document))
            places[n++] = answer.hits[i].document;
    return n;
}

/* First what begins as it is typed, then what a search for it would find; and when a word is only half there, what the
 * phrase it begins would find, or the words before it. */
static size_t meant(struct request *rq, const struct catalogue *c, uint32_t places[SUGGESTIONS])
{
    const struct search_filter keep = {is_ours, c};
    struct search_suggestion found[SEARCH_SUGGESTIONS];
    const char *typed = input_text(rq, "q"), *phrase = NULL;
    size_t n = 0, n_found = search_suggest(c->index, typed, &keep, found);
    for (size_t i = 0; i < n_found && n < SUGGESTIONS; i++) {
        if (found[i].document < c->n_procedures)
            places[n++] = found[i].document;
        else if (!phrase)
            phrase = arena_copy(rq->arena, found[i].text);
    }
    if (n < SUGGESTIONS && text_count(typed) > 1)
        n = search_add(c, typed, places, n);
    const char *space = strrchr(typed, ' ');
    if (n == 0 && !phrase && space)
        phrase = arena_copy_bytes(rq->arena, typed, (size_t)(space - typed));
    return n == 0 && phrase ? search_add(c, phrase, places, n) : n;
}

int kiosk_suggest(struct request *rq)
{
    uint32_t places[SUGGESTIONS];
    const struct catalogue *c = catalogue_now(rq->db);
    if (!c)
        return page_failed(rq);
    json_t *items = json_array();
    size_t n = meant(rq, c, places);
    for (size_t i = 0; i < n; i++)
        suggestion_add(rq, c, places[i], items);
    return page_json(rq, 200, json_pack("{s:o}", "items", items));
}
