/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/search.h"

#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "public/filter.h"
#include "public/gone.h"
#include "public/listing.h"
#include "public/nearest.h"

enum { MARKS = 32 };

/* The name in pieces, those that answered the query marked. */
static void parts_put(struct request *rq, struct data *item, const struct catalogue *catalogue,
                      const struct search_hit *hit)
{
    const char *name = catalogue->procedures[hit->document].name;
    struct search_range marks[MARKS];
    size_t n = search_mark(catalogue->index, hit, name, marks, MARKS);
    uint32_t at = 0;
    for (size_t i = 0; i <= n; i++) {
        uint32_t start = i < n ? marks[i].start : (uint32_t)strlen(name);
        if (start > at)
            data_set(data_add(item, "Parts"), "Text",
                     arena_copy_bytes(rq->arena, name + at, start - at));
        if (i == n)
            break;
        struct data *part = data_add(item, "Parts");
        data_set(part, "Text", arena_copy_bytes(rq->arena, name + start, marks[i].end - start));
        data_set_flag(part, "Mark", true);
        at = marks[i].end;
    }
}

enum { FOLD_BYTES = 2048 };

/* The next word, which *text then stands behind; NULL at the end. */
static const char *word_take(const char **text, size_t *length)
{
    const char *word = *text + strspn(*text, " ");
    *length = strcspn(word, " ");
    *text = word + *length;
    return *length ? word : NULL;
}

static bool has_word(const char *text, const char *word, size_t length)
{
    size_t n;
    for (const char *other; (other = word_take(&text, &n));)
        if (n == length && !memcmp(other, word, n))
            return true;
    return false;
}

/* Every word of `words` stands in `text`, in whatever order and with or without marks. */
static bool has_words(const char *text, const char *words)
{
    char in[FOLD_BYTES], asked[FOLD_BYTES];
    search_fold(text, in, sizeof in);
    search_fold(words, asked, sizeof asked);
    const char *rest = asked;
    size_t n;
    for (const char *word; (word = word_take(&rest, &n));)
        if (!has_word(in, word, n))
            return false;
    return true;
}

/* Why it is in the list, where the name alone does not show it: a phrase of the dictionary that
 * was typed, or the agency that put it there. `meant`: the query without its slips, or NULL. */
static void why_put(struct request *rq, struct data *item, const struct filter *filter,
                    const struct search_hit *hit, const char *meant)
{
    const struct catalogue *c = filter->catalogue;
    if (hit->phrase < 0 && !hit->pinned)
        return;
    const char *name = c->procedures[hit->document].name;
    if (has_words(data_get(item, "Name"), filter->query) || has_words(name, filter->query) ||
        (meant && has_words(name, meant)))
        return;
    const char *wording = hit->phrase < 0 ? NULL : search_phrase_wording(c->index, hit->phrase);
    const char *phrase = wording ? search_phrase_text(c->index, hit->phrase) : NULL;
    if (wording && has_words(filter->query, phrase))
        data_set(item, "Why", arena_format(rq->arena, "«%s» = %s", phrase, wording));
    else if (!wording && hit->pinned)
        data_set(data_add(item, "Tags"), "Text", say(rq, "results.recommended"));
}

static void tags_put(struct request *rq, struct data *item, const struct catalogue *catalogue,
                     const struct catalogue_procedure *p)
{
    if (catalogue_is_foreign(catalogue, p) && *p->promulgator) {
        struct data *tag = data_add(item, "Tags");
        data_format(tag, "Text", "%s %s", say(rq, "results.only_of"), p->promulgator);
    }
}

/* ---- one line for many provinces ------------------------------------------------------------- */

struct shown {
    uint32_t hit;    /* place in the answer */
    uint32_t copies; /* the same procedure of other provinces, left out below it */
};

/*
 * Every province publishes its own copy of some procedures. On the page the best of those with one
 * name stands for all; who looks for another province's adds its name to the query and then finds
 * that one first. The interface for programs lists them all.
 */
static struct shown *copies_join(struct request *rq, const struct catalogue *catalogue,
                                 const struct search_answer *answer, size_t *n)
{
    struct shown *shown = arena_take_array(rq->arena, answer->total + 1, sizeof *shown);
    size_t room = 16;
    while (room < answer->total * 2)
        room *= 2;
    uint64_t *seen = arena_take_array(rq->arena, room, sizeof *seen);
    uint32_t *of = arena_take_array(rq->arena, room, sizeof *of);
    *n = 0;
    for (size_t i = 0; i < answer->total; i++) {
        const struct catalogue_procedure *p = &catalogue->procedures[answer->hits[i].document];
        uint64_t h = p->likeness | 1; /* 0 is a free place */
        size_t at = h & (room - 1);
        while (seen[at] && seen[at] != h)
            at = (at + 1) & (room - 1);
        if (seen[at] && catalogue_is_foreign(catalogue, p)) {
            shown[of[at]].copies++;
            continue;
        }
        if (!seen[at]) {
            seen[at] = h;
            of[at] = (uint32_t)*n;
        }
        shown[(*n)++].hit = (uint32_t)i;
    }
    return shown;
}

static void copies_put(struct request *rq, struct data *item, uint32_t copies)
{
    if (copies > 0)
        data_set(data_add(item, "Tags"), "Text", say_count(rq, "results.copies", copies));
}

static void results_put(struct request *rq, const struct filter *filter,
                        const struct search_answer *answer, const struct shown *shown, size_t n)
{
    const struct catalogue *c = filter->catalogue;
    size_t first, end;
    listing_pages(rq, filter, n, &first, &end);
    for (size_t i = first; i < end; i++) {
        const struct search_hit *hit = &answer->hits[shown[i].hit];
        const struct catalogue_procedure *p = &c->procedures[hit->document];
        struct data *item = data_add(rq->data, "Search.Results");
        listing_item(rq, item, c, p);
        if (!in_english(rq) || !*p->name_en)
            parts_put(rq, item, c, hit);
        why_put(rq, item, filter, hit, answer->did_you_mean);
        tags_put(rq, item, c, p);
        copies_put(rq, item, shown[i].copies);
    }
}

static void facets_put(struct request *rq, const struct filter *filter,
                       const struct search_answer *answer, const struct shown *shown, size_t n)
{
    uint32_t *places = arena_take_array(rq->arena, n + 1, sizeof *places);
    for (size_t i = 0; i < n; i++)
        places[i] = answer->hits[shown[i].hit].document;
    filter_put_facets(rq, filter, places, n);
}

/* Nothing fits: what the filters hide, what there is instead, whom to ask. */
static void empty_put(struct request *rq, const struct filter *filter)
{
    data_set_flag(rq->data, "Search.Empty", true);
    if (filter->any) {
        struct search_answer all;
        search_run(filter->catalogue->index, filter->query, NULL, &all);
        if (all.total > 0) {
            struct filter plain = { .catalogue = filter->catalogue, .path = filter->path };
            for (int i = 0; i < FILTER_PARTS; i++)
                plain.chosen[i] = "";
            data_set_number(rq->data, "Search.Unfiltered.Total", (long long)all.total);
            data_set(rq->data, "Search.Unfiltered.Href",
                     filter_link_query(rq, &plain, filter->query));
            return;
        }
    }
    nearest_fields(rq, filter->catalogue, filter->query);
}

/*
 * What answers the query and passes the filter. The numbers beside the filters were counted among
 * the answers to the query alone, so those are filtered first; only when none of them passes is the
 * search asked to look deeper within the filter.
 */
static void query_run(struct request *rq, const struct filter *filter, struct search_answer *answer)
{
    search_run(filter->catalogue->index, filter->query, NULL, answer);
    if (!filter->any)
        return;
    struct search_hit *kept = arena_take_array(rq->arena, answer->total + 1, sizeof *kept);
    size_t n = 0;
    for (size_t i = 0; i < answer->total; i++)
        if (filter_keep(filter, answer->hits[i].document))
            kept[n++] = answer->hits[i];
    if (n > 0) {
        answer->hits = kept;
        answer->total = n;
        return;
    }
    struct search_filter keep = { filter_keep, filter };
    search_run(filter->catalogue->index, filter->query, &keep, answer);
}

static void query_answer(struct request *rq, const struct filter *filter)
{
    struct search_answer answer;
    query_run(rq, filter, &answer);

    data_set_flag(rq->data, "Search.Weak", answer.weak && answer.total > 0);
    data_set_flag(rq->data, "Search.Outside", answer.outside);
    if (answer.did_you_mean) {
        data_set(rq->data, "Search.Meant.Text", answer.did_you_mean);
        data_set(rq->data, "Search.Meant.Href", filter_link_query(rq, filter, answer.did_you_mean));
    }
    size_t n;
    const struct shown *shown = copies_join(rq, filter->catalogue, &answer, &n);
    results_put(rq, filter, &answer, shown, n);
    filter_put_form(rq, filter);
    filter_put_chosen(rq, filter);
    facets_put(rq, filter, &answer, shown, n);
    gone_notice(rq, filter->catalogue, filter->query);
    if (answer.total == 0)
        empty_put(rq, filter);
}

int search_page(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue)
        return page_failed(rq);
    struct filter filter;
    filter_read(rq, catalogue, "/thu-tuc", &filter);
    data_set(rq->data, "Search.Query", filter.query);
    data_set(rq->data, "Page.Canonical", full_address(rq, "/thu-tuc"));
    if (*filter.query || filter.any || input_given(rq, "trang"))
        data_set(rq->data, "Page.Robots", "noindex, follow");
    if (*filter.query) {
        data_format(rq->data, "Page.Title", "%s: %s", say(rq, "procedures.found"), filter.query);
        query_answer(rq, &filter);
    } else {
        listing_browse(rq, &filter);
    }
    return page_show(rq, "public/search.cs", "procedures");
}
