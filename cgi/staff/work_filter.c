/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/text.h"
#include "model/saved_filter.h"
#include "staff/sign_in_inside.h"
#include "staff/work.h"

enum { OPTION_MOST = 100 };

/* ---- choices ----------------------------------------------------------------------------------- */

static const struct {
    const char *list, *input, *word;
} facets[FACET_END] = {
    [FACET_FIELD] = {"Choices.Field", "linhvuc", "field"},
    [FACET_PROCEDURE] = {"Choices.Procedure", "thutuc", "procedure"},
    [FACET_STEP] = {"Choices.Step", "buoc", "step"},
    [FACET_PERSON] = {"Choices.Person", "nguoi", "person"},
};

static void option(struct data *node, const char *list, const char *value, const char *text)
{
    struct data *item = data_add(node, list);
    data_set(item, "Value", value);
    data_set(item, "Text", text);
}

/* The name of what is chosen, from the options; a choice nothing is left of keeps its number. */
static const char *chosen_name(struct request *rq, const struct worklist_options *options,
                               enum worklist_facet facet, const char *value)
{
    for (size_t i = 0; i < options->n[facet]; i++) {
        const struct worklist_option *o = &options->items[facet][i];
        if (!strcmp(o->value, value))
            return text_shorten(rq->arena, say_either(rq, o->name, o->name_en), OPTION_MOST);
    }
    return value;
}

static void choices_fill(struct request *rq, const struct worklist_options *options)
{
    for (enum worklist_facet facet = 0; facet < FACET_END; facet++) {
        option(rq->data, facets[facet].list, "", say(rq, "work.any"));
        const char *now = input_text(rq, facets[facet].input);
        bool offered = !*now;
        for (size_t i = 0; i < options->n[facet]; i++) {
            const struct worklist_option *o = &options->items[facet][i];
            const char *name = text_shorten(rq->arena, say_either(rq, o->name, o->name_en), OPTION_MOST);
            option(rq->data, facets[facet].list, o->value, arena_format(rq->arena, "%s (%u)", name, o->n));
            offered = offered || !strcmp(o->value, now);
        }
        if (!offered)
            option(rq->data, facets[facet].list, now, now);
    }
    option(rq->data, "Choices.Channel", "", say(rq, "work.any"));
    for (size_t i = 0; work_channels[i]; i++)
        option(rq->data, "Choices.Channel", work_channels[i], say_one(rq, "work_channel", work_channels[i]));
}

/* ---- filters in force ----------------------------------------------------------------------------- */

static void chip(struct request *rq, const struct work *work, const char *input, const char *label,
                 const char *text)
{
    struct data *item = data_add(rq->data, "Chips");
    data_format(item, "Href", "%s/can-bo/viec?%s", rq->base,
                work_query(rq, work, work->ask.tab, input));
    data_format(item, "Text", "%s: %s", label, text);
    data_set(item, "Label", say_fill(rq, "work.chip_drop", "filter",
                                     arena_format(rq->arena, "%s: %s", label, text), NULL));
    data_set_flag(item, "On", true);
}

static void chips_fill(struct request *rq, const struct work *work,
                       const struct worklist_options *options)
{
    char text[DATE_TEXT_MAX];
    for (enum worklist_facet facet = 0; facet < FACET_END; facet++) {
        const char *value = input_text(rq, facets[facet].input);
        if (*value)
            chip(rq, work, facets[facet].input, say_one(rq, "work_facet", facets[facet].word),
                 chosen_name(rq, options, facet, value));
    }
    if (*work->ask.filter.channel)
        chip(rq, work, "kenh", say_one(rq, "work_facet", "channel"),
             say_one(rq, "work_channel", work->ask.filter.channel));
    if (work->ask.filter.from.year)
        chip(rq, work, "tu", say_one(rq, "work_facet", "from"),
             date_format_day(text, &work->ask.filter.from));
    if (work->ask.filter.to.year)
        chip(rq, work, "den", say_one(rq, "work_facet", "to"),
             date_format_day(text, &work->ask.filter.to));
}

static void saved_fill(struct request *rq, const struct work *work)
{
    const char *now = work_query(rq, work, work->ask.tab, "");
    for (size_t i = 0; i < work->frame.n_saved; i++) {
        const struct worklist_saved *saved = &work->frame.saved[i];
        struct data *item = data_add(rq->data, "Saved");
        data_format(item, "Href", "%s/can-bo/viec?%s", rq->base, saved->query);
        data_set(item, "Text", saved->name);
        data_set_flag(item, "Default", saved->is_default);
        data_set_flag(item, "Current", !strcmp(saved->query, now));
        page_form(rq, data_at(item, "Drop"),
                  arena_format(rq->arena, "/can-bo/viec/bo-loc/%llu/xoa", (unsigned long long)saved->id));
    }
}

/* What the form that keeps a filter sends along. */
static void kept_fill(struct request *rq, const struct work *work)
{
    static const char *const names[] = {"linhvuc", "thutuc", "buoc", "nguoi", "kenh", "tu", "den"};
    struct data *tab = data_add(rq->data, "Save.Kept");
    data_set(tab, "Name", "the");
    data_set(tab, "Value", work_tabs[work->ask.tab]);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!input_given(rq, names[i]))
            continue;
        struct data *item = data_add(rq->data, "Save.Kept");
        data_set(item, "Name", names[i]);
        data_set(item, "Value", data_get(rq->data, arena_format(rq->arena, "Form.%s.Value", names[i])));
    }
}

/* The options cost a statement: only where they are seen or name a filter in force. */
bool work_filters_fill(struct request *rq, struct work *work)
{
    const char *plain = arena_format(rq->arena, "the=%s", work_tabs[work->ask.tab]);
    bool filtered = strcmp(plain, work_query(rq, work, work->ask.tab, "")) != 0;
    bool open = input_number(rq, "loc") || input_refused(rq) || *data_get(rq->data, "Form.ten.Error");
    data_format(rq->data, "Filter.OpenHref", "%s/can-bo/viec?%s&loc=1", rq->base,
                work_query(rq, work, work->ask.tab, ""));
    data_format(rq->data, "Filter.CloseHref", "%s/can-bo/viec?%s", rq->base,
                work_query(rq, work, work->ask.tab, ""));
    data_format(rq->data, "Filter.Action", "%s/can-bo/viec", rq->base);
    data_set(rq->data, "Filter.Tab", work_tabs[work->ask.tab]);
    data_set_flag(rq->data, "Filter.Open", open);
    data_set_flag(rq->data, "Filter.On", filtered);
    if (filtered)
        data_format(rq->data, "Filter.ClearHref", "%s/can-bo/viec?%s", rq->base, plain);
    saved_fill(rq, work);
    if (!open && !filtered)
        return true;
    struct worklist_options *options = arena_take(rq->arena, sizeof *options);
    if (worklist_options_read(rq->db, rq->arena, &work->scope, &work->ask, options) == DB_FAIL)
        return false;
    form_fields(rq, "linhvuc thutuc buoc nguoi kenh tu den ten");
    choices_fill(rq, options);
    chips_fill(rq, work, options);
    page_form(rq, data_at(rq->data, "Save"), "/can-bo/viec");
    kept_fill(rq, work);
    return true;
}

/* ---- keeping them ------------------------------------------------------------------------------------ */

int work_filter_save(struct request *rq)
{
    struct work work = {.ask = {.filter = {.step = "", .channel = ""}}};
    struct civil now = clock_now();
    work.ask.tab = (enum worklist_tab)input_number(rq, "the");
    work.ask.filter.procedure = (uint64_t)input_number(rq, "thutuc");
    work.ask.filter.field = (uint64_t)input_number(rq, "linhvuc");
    work.ask.filter.person = (uint64_t)input_number(rq, "nguoi");
    work.ask.filter.step = input_text(rq, "buoc");
    work.ask.filter.channel = input_text(rq, "kenh");
    input_date(rq, "tu", &work.ask.filter.from);
    input_date(rq, "den", &work.ask.filter.to);
    const char *query = work_query(rq, &work, work.ask.tab, "");
    enum db_result kept = saved_filter_put(rq->db, rq->who.id, input_text(rq, "ten"), query,
                                           input_number(rq, "macdinh"), &now);
    if (kept == DB_FAIL)
        return page_failed(rq);
    if (kept == DB_NONE) {
        input_refuse(rq, "ten", "filters_full");
        return work_list_again(rq);
    }
    return page_go(rq, "/can-bo/viec?%s", query);
}

int work_filter_drop(struct request *rq)
{
    enum db_result done = saved_filter_drop(rq->db, rq->who.id, (uint64_t)input_number(rq, "id"));
    if (done == DB_FAIL)
        return page_failed(rq);
    return done == DB_OK ? page_go(rq, "/can-bo/viec?the=%s", work_tabs[TAB_MINE]) : page_missing(rq);
}
