/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/work.h"

#include <stdio.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/calendar_held.h"
#include "model/worktime.h"

const char *const work_tabs[] = {"toi",        "chua-nhan", "don-vi", "den-han",
                                 "cho-nguoi-dan", "ke",     "da-xong", NULL};
const char *const work_channels[] = {"counter", "online", "post", NULL};

/* ---- what is asked for ------------------------------------------------------------------------- */

/* "20261130163000-123": the order of a row and its task. */
static bool place_parse(const char *text, struct worklist_place *place)
{
    unsigned long long task;
    struct civil at = {0};
    int end = 0;
    if (strspn(text, "0123456789") != 14)
        return false;
    if (sscanf(text, "%4d%2d%2d%2d%2d%2d-%19llu%n", &at.year, &at.month, &at.day, &at.hour, &at.minute,
               &at.second, &task, &end) != 7 ||
        text[end])
        return false;
    if (!civil_valid(&at))
        return false;
    place->order = at;
    place->task = task;
    return task != 0;
}

static const char *place_format(struct request *rq, const struct worklist_row *row)
{
    const struct civil *at = &row->order;
    return arena_format(rq->arena, "%04d%02d%02d%02d%02d%02d-%llu", at->year, at->month, at->day, at->hour,
                        at->minute, at->second, (unsigned long long)row->task);
}

static enum worklist_tab tab_of(struct request *rq, const struct scope *scope)
{
    enum worklist_tab tab = input_given(rq, "the") ? (enum worklist_tab)input_number(rq, "the") : TAB_MINE;
    while (tab < TAB_DONE && !worklist_has_tab(scope, tab))
        tab++;
    return tab;
}

static void ask_read(struct request *rq, struct work *work)
{
    struct worklist_ask *ask = &work->ask;
    *ask = (struct worklist_ask){
        .user = rq->who.id,
        .now = clock_now(),
        .filter = {.step = "", .channel = ""},
    };
    /* A working day ahead; the days of rest in between are those of the general calendar, read below. */
    ask->soon = civil_from_minute(civil_minute(&ask->now) + DATE_DAY_MINUTES);
}

static void filter_read(struct request *rq, struct worklist_filter *filter)
{
    filter->procedure = (uint64_t)input_number(rq, "thutuc");
    filter->field = (uint64_t)input_number(rq, "linhvuc");
    filter->person = (uint64_t)input_number(rq, "nguoi");
    filter->step = input_text(rq, "buoc");
    filter->channel = input_text(rq, "kenh");
    input_date(rq, "tu", &filter->from);
    input_date(rq, "den", &filter->to);
}

/* From the held calendar when there is one of this version; the first request of a worker reads it. */
static void soon_read(struct request *rq, struct work *work)
{
    static uint64_t version;
    const struct worktime_calendar *calendar =
        version || work->frame.version
            ? calendar_now(rq->db, work->frame.version ? work->frame.version : version, "")
            : NULL;
    if (work->frame.version)
        version = work->frame.version;
    if (calendar)
        work->ask.soon =
            civil_from_minute(worktime_add(calendar, civil_minute(&work->ask.now), WORKTIME_DAY));
}

enum db_result work_read(struct request *rq, struct work *work)
{
    work->frame.version = 0;
    ask_read(rq, work);
    if (scope_load(rq->db, rq->arena, rq->who.id, &work->ask.now, &work->scope) == DB_FAIL)
        return DB_FAIL;
    soon_read(rq, work);
    work->ask.tab = TAB_MINE;
    if (worklist_frame_read(rq->db, rq->arena, &work->scope, &work->ask, &work->frame) == DB_FAIL)
        return DB_FAIL;
    soon_read(rq, work);
    return DB_OK;
}

/* ---- addresses ------------------------------------------------------------------------------------ */

static const char *part(struct request *rq, const char *query, const char *but, const char *name,
                        const char *value)
{
    if (!*value || !strcmp(but, name))
        return query;
    return arena_format(rq->arena, "%s&%s=%s", query, name, value);
}

static const char *part_number(struct request *rq, const char *query, const char *but,
                               const char *name, uint64_t value)
{
    return value ? part(rq, query, but, name,
                        arena_format(rq->arena, "%llu", (unsigned long long)value))
                 : query;
}

static const char *part_day(struct request *rq, const char *query, const char *but,
                            const char *name, const struct civil *day)
{
    char text[DATE_TEXT_MAX];
    return day->year ? part(rq, query, but, name, date_format_iso(text, day)) : query;
}

const char *work_query(struct request *rq, const struct work *work, enum worklist_tab tab,
                       const char *but)
{
    const struct worklist_filter *f = &work->ask.filter;
    const char *query = arena_format(rq->arena, "the=%s", work_tabs[tab]);
    query = part_number(rq, query, but, "linhvuc", f->field);
    query = part_number(rq, query, but, "thutuc", f->procedure);
    query = part(rq, query, but, "buoc", f->step);
    query = part_number(rq, query, but, "nguoi", f->person);
    query = part(rq, query, but, "kenh", f->channel);
    query = part_day(rq, query, but, "tu", &f->from);
    return part_day(rq, query, but, "den", &f->to);
}

/* ---- tabs ---------------------------------------------------------------------------------------- */

static const char *const tab_icons[TAB_END] = {
    [TAB_MINE] = "checklist", [TAB_FREE] = "door",  [TAB_UNIT] = "people", [TAB_DUE] = "warning",
    [TAB_WAIT] = "pause",     [TAB_SHELF] = "mail", [TAB_DONE] = "check",
};

/* A filter goes along from tab to tab; in links from elsewhere there is none. */
void work_tabs_fill(struct request *rq, const struct work *work, const char *list, bool all)
{
    static const char *const words[TAB_END] = {"mine", "free", "unit", "due", "wait", "shelf", "done"};
    for (enum worklist_tab tab = 0; tab < TAB_END; tab++) {
        if (!worklist_has_tab(&work->scope, tab) || (!all && tab == TAB_DONE))
            continue;
        struct data *item = data_add(rq->data, list);
        unsigned n = work->frame.count[tab];
        data_format(item, "Href", "%s/can-bo/viec?%s", rq->base, work_query(rq, work, tab, ""));
        data_set(item, "Icon", tab_icons[tab]);
        data_set(item, "Text", say_one(rq, "work_tab", words[tab]));
        data_set(item, "Hint", say_one(rq, "work_tab", arena_format(rq->arena, "%s_hint", words[tab])));
        if (n >= WORKLIST_COUNT_MAX)
            data_format(item, "Count", "%d+", WORKLIST_COUNT_MAX - 1);
        else
            data_set_number(item, "Count", n);
        data_set_flag(item, "Alarm", tab == TAB_DUE && n > 0);
        data_set_flag(item, "Current", all && tab == work->ask.tab);
    }
}

bool work_counts_fill(struct request *rq, const char *list)
{
    struct work *work = arena_take(rq->arena, sizeof *work);
    if (work_read(rq, work) == DB_FAIL)
        return false;
    work_tabs_fill(rq, work, list, false);
    return true;
}

/* ---- the page ------------------------------------------------------------------------------------- */

static void pager_fill(struct request *rq, const struct work *work, const struct worklist_page *page)
{
    const char *query = work_query(rq, work, work->ask.tab, "");
    const char *start = arena_format(rq->arena, "%s/can-bo/viec?%s", rq->base, query);
    if (page->before) {
        data_set(rq->data, "List.First", start);
        if (page->n)
            data_format(rq->data, "List.Prev", "%s&truoc=%s", start, place_format(rq, &page->rows[0]));
    }
    if (page->after && page->n)
        data_format(rq->data, "List.Next", "%s&sau=%s", start,
                    place_format(rq, &page->rows[page->n - 1]));
}

static void page_fill(struct request *rq, struct work *work, const struct worklist_page *page)
{
    static const char *const shapes[TAB_END] = {
        [TAB_MINE] = "work", [TAB_FREE] = "work", [TAB_UNIT] = "work",  [TAB_DUE] = "work",
        [TAB_WAIT] = "wait", [TAB_SHELF] = "shelf", [TAB_DONE] = "done"};
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.work_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.work"));
    work_tabs_fill(rq, work, "Tabs", true);
    data_set(rq->data, "List.Shape", shapes[work->ask.tab]);
    /* Marks are for those who have something to do with what the list shows. */
    if (work->ask.tab != TAB_DONE && work->ask.tab != TAB_WAIT && work->ask.tab != TAB_SHELF &&
        worklist_has_tab(&work->scope, TAB_MINE))
        data_format(rq->data, "Batch.Action", "%s/can-bo/viec/nhieu", rq->base);
    data_format(rq->data, "List.Here", "%s/can-bo/viec?%s", rq->base,
                work_query(rq, work, work->ask.tab, ""));
    for (size_t i = 0; i < page->n; i++)
        work_row_fill(rq, work, &page->rows[i], data_add(rq->data, "Rows"));
    pager_fill(rq, work, page);
}

/* Without a word about what to show, the list opens with the filter its reader chose. */
static const char *opens_with(struct request *rq, const struct work *work)
{
    static const char *const names[] = {"the", "thutuc", "linhvuc", "buoc", "nguoi", "kenh", "tu", "den"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (input_given(rq, names[i]))
            return NULL;
    for (size_t i = 0; i < work->frame.n_saved; i++)
        if (work->frame.saved[i].is_default)
            return work->frame.saved[i].query;
    return NULL;
}

static int list(struct request *rq, bool again)
{
    struct work *work = arena_take(rq->arena, sizeof *work);
    struct worklist_page *page = arena_take(rq->arena, sizeof *page);
    if (work_read(rq, work) == DB_FAIL)
        return page_failed(rq);
    const char *usual = again ? NULL : opens_with(rq, work);
    if (usual)
        return page_go(rq, "/can-bo/viec?%s", usual);
    work->ask.tab = tab_of(rq, &work->scope);
    filter_read(rq, &work->ask.filter);
    work->ask.place.back = input_given(rq, "truoc");
    const char *place = input_text(rq, work->ask.place.back ? "truoc" : "sau");
    if (*place && !place_parse(place, &work->ask.place))
        return page_malformed(rq);
    if (worklist_read(rq->db, rq->arena, &work->scope, &work->ask, page) == DB_FAIL)
        return page_failed(rq);
    page_fill(rq, work, page);
    if (!work_filters_fill(rq, work))
        return page_failed(rq);
    return again ? page_again(rq, "staff/work.cs", "work") : page_show(rq, "staff/work.cs", "work");
}

int work_list(struct request *rq)
{
    return list(rq, false);
}

int work_list_again(struct request *rq)
{
    return list(rq, true);
}
