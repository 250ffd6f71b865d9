/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Life events of a snapshot. A step whose procedure is not published is left out.
 */
#include <stdlib.h>

#include "model/catalogue_read.h"

struct gathering {
    struct catalogue_reading *reading;
    struct catalogue_event *events;
    struct catalogue_rows rows;
    const uint32_t *by_id; /* places in procedures[], by id */
    uint32_t event;
};

static bool event_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    struct catalogue_event *event = catalogue_rows_add(&g->rows);
    event->id = (uint32_t)row_number(row, 0, 0);
    event->slug = reading_text(g->reading, row, 1);
    event->icon = reading_text(g->reading, row, 2);
    event->title = reading_text(g->reading, row, 3);
    event->title_en = reading_text(g->reading, row, 4);
    event->intro = reading_text(g->reading, row, 5);
    event->intro_en = reading_text(g->reading, row, 6);
    return true;
}

static uint32_t event_place(const struct gathering *g, int64_t id)
{
    for (uint32_t i = 0; i < g->reading->catalogue->n_events; i++)
        if (g->events[i].id == id)
            return i;
    return CATALOGUE_NONE;
}

static uint32_t procedure_place(const struct gathering *g, int64_t id)
{
    const struct catalogue *catalogue = g->reading->catalogue;
    uint32_t low = 0, high = catalogue->n_procedures;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (catalogue->procedures[g->by_id[middle]].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == catalogue->n_procedures || catalogue->procedures[g->by_id[low]].id != id)
        return CATALOGUE_NONE;
    return g->by_id[low];
}

static void steps_give(struct gathering *g)
{
    if (g->event == CATALOGUE_NONE)
        return;
    struct catalogue_event *event = &g->events[g->event];
    event->steps = catalogue_rows_take(&g->rows, g->reading->catalogue->arena, &event->n_steps);
}

static bool step_row(void *context, const struct db_row *row)
{
    struct gathering *g = context;
    uint32_t event = event_place(g, row_number(row, 0, 0));
    if (event != g->event)
        steps_give(g);
    g->event = event;
    uint32_t procedure = procedure_place(g, row_number(row, 1, 0));
    if (event == CATALOGUE_NONE || procedure == CATALOGUE_NONE)
        return true;
    struct catalogue_event_step *step = catalogue_rows_add(&g->rows);
    step->procedure = procedure;
    step->heading = reading_text(g->reading, row, 2);
    step->heading_en = reading_text(g->reading, row, 3);
    step->hint = reading_text(g->reading, row, 4);
    step->hint_en = reading_text(g->reading, row, 5);
    return true;
}

static int compare_ids(const void *left, const void *right, void *context)
{
    const struct catalogue_procedure *procedures = context;
    uint32_t a = procedures[*(const uint32_t *)left].id;
    uint32_t b = procedures[*(const uint32_t *)right].id;
    return (a > b) - (a < b);
}

static bool read_steps(struct gathering *g)
{
    struct catalogue_reading *r = g->reading;
    uint32_t n = r->catalogue->n_procedures;
    uint32_t *by_id = reallocarray(NULL, n + 1, sizeof *by_id);
    if (!by_id)
        return false;
    for (uint32_t i = 0; i < n; i++)
        by_id[i] = i;
    qsort_r(by_id, n, sizeof *by_id, compare_ids, r->procedures);

    g->by_id = by_id;
    g->event = CATALOGUE_NONE;
    catalogue_rows_init(&g->rows, sizeof(struct catalogue_event_step));
    bool ok = db_each(r->db,
                      "select life_event_id, procedure_id, heading, heading_en, hint, hint_en"
                      " from life_event_procedure order by life_event_id, position",
                      DB_ARGS(), step_row, g) != DB_FAIL;
    if (ok)
        steps_give(g);
    catalogue_rows_release(&g->rows);
    free(by_id);
    return ok;
}

bool catalogue_read_events(struct catalogue_reading *reading)
{
    struct gathering g = { .reading = reading };
    catalogue_rows_init(&g.rows, sizeof(struct catalogue_event));
    bool ok = db_each(reading->db,
                      "select id, slug, icon, title, title_en, intro, intro_en from life_event"
                      " order by position, id",
                      DB_ARGS(), event_row, &g) != DB_FAIL;
    g.events =
        catalogue_rows_take(&g.rows, reading->catalogue->arena, &reading->catalogue->n_events);
    reading->catalogue->events = g.events;
    catalogue_rows_release(&g.rows);
    return ok && read_steps(&g);
}
