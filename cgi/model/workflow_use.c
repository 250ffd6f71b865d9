/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_use.h"

#include <stdlib.h>

enum { PROCEDURES_MAX = 20000, DEFAULTS_MAX = 20 };

enum db_result workflow_current(struct db *db, struct arena *arena, const char *code, struct workflow *workflow)
{
    struct db_row row;
    enum db_result result = db_one(db, arena,
                                   "select r.id from workflow_rev r join workflow w on w.id = r.workflow_id"
                                   " where w.code = ? and r.published_at is not null order by r.rev_no desc limit 1",
                                   DB_ARGS(db_text(code)), &row);
    return result == DB_OK ? workflow_read(db, arena, strtoull(row.text[0], NULL, 10), workflow) : result;
}

/* ---- procedures -------------------------------------------------------------------------------------- */

struct procedures {
    struct arena *arena;
    struct workflow_procedure *items;
    size_t n, room;
};

static bool procedure_row(void *context, const struct db_row *row)
{
    struct procedures *list = context;
    if (list->n == list->room) {
        size_t room = list->room ? list->room * 2 : 32;
        struct workflow_procedure *more = arena_take_array(list->arena, room, sizeof *more);
        if (list->n)
            memcpy(more, list->items, list->n * sizeof *more);
        list->items = more;
        list->room = room;
    }
    struct workflow_procedure *procedure = &list->items[list->n++];
    procedure->code = arena_copy(list->arena, row->text[0]);
    procedure->name = arena_copy(list->arena, row->text[1]);
    procedure->name_en = arena_copy(list->arena, row->text[2]);
    procedure->term_value = row->text[3] ? strtoll(row->text[3], NULL, 10) : -1;
    procedure->term_unit = arena_copy(list->arena, row->text[4]);
    procedure->limit = workflow_limit(procedure->term_value, procedure->term_unit);
    return list->n < PROCEDURES_MAX;
}

static int by_limit(const void *left, const void *right)
{
    const struct workflow_procedure *a = left, *b = right;
    uint64_t x = (uint64_t)a->limit, y = (uint64_t)b->limit; /* -1, no limit, comes last */
    return x != y ? (x < y ? -1 : 1) : strcmp(a->code, b->code);
}

enum db_result workflow_procedures(struct db *db, struct arena *arena, const char *code,
                                   struct workflow_procedure **procedures, size_t *n)
{
    struct procedures list = {.arena = arena};
    enum db_result result = db_each(db,
                                    "select p.code, e.name, e.name_en, e.term_value, e.term_unit"
                                    " from workflow w join workflow_rev r on r.workflow_id = w.id"
                                    " join procedure_rev e on e.workflow_rev_id = r.id"
                                    " join `procedure` p on p.current_rev_id = e.id"
                                    " where w.code = ? and p.withdrawn_at is null",
                                    DB_ARGS(db_text(code)), procedure_row, &list);
    if (list.n)
        qsort(list.items, list.n, sizeof *list.items, by_limit);
    *procedures = list.items;
    *n = list.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

static bool count_row(void *context, const struct db_row *row)
{
    *(unsigned *)context = (unsigned)strtoul(row->text[0], NULL, 10);
    return true;
}

enum db_result workflow_running(struct db *db, const char *code, unsigned *running)
{
    *running = 0;
    return db_each(db,
                   "select count(*) from workflow w join workflow_rev r on r.workflow_id = w.id"
                   " join procedure_rev e on e.workflow_rev_id = r.id join dossier d on d.rev_id = e.id"
                   " where w.code = ? and d.received_at is not null and d.closed_at is null",
                   DB_ARGS(db_text(code)), count_row, running);
}

/* ---- checks -------------------------------------------------------------------------------------------- */

struct agencies {
    struct arena *arena;
    struct map *by_code; /* → struct agency * */
};

struct agency {
    uint64_t id;
    const char *name, *name_en;
};

static bool agency_row(void *context, const struct db_row *row)
{
    struct agencies *agencies = context;
    struct agency *agency = arena_take(agencies->arena, sizeof *agency);
    agency->id = strtoull(row->text[1], NULL, 10);
    agency->name = arena_copy(agencies->arena, row->text[2]);
    agency->name_en = arena_copy(agencies->arena, row->text[3]);
    map_put(agencies->by_code, arena_copy(agencies->arena, row->text[0]), agency);
    return true;
}

static enum db_result agencies_fill(struct db *db, struct workflow *workflow, struct workflow_findings *findings)
{
    struct agencies agencies = {findings->arena, map_open(findings->arena)};
    if (db_each(db, "select code, id, name, name_en from agency", DB_ARGS(), agency_row, &agencies) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < workflow->n_steps; i++) {
        struct workflow_step *step = &workflow->steps[i];
        const struct agency *agency = *step->agency_code ? map_get(agencies.by_code, step->agency_code) : NULL;
        if (*step->agency_code && !agency)
            workflow_find(findings, FAULT_AGENCY_UNKNOWN, step->code, "", step->agency_code);
        if (!agency)
            continue;
        step->agency = agency->id;
        step->agency_name = agency->name;
        step->agency_name_en = agency->name_en;
    }
    return DB_OK;
}

enum db_result workflow_check_use(struct db *db, struct workflow *workflow, struct workflow_findings *findings)
{
    struct workflow_procedure *procedures;
    struct workflow_time time;
    size_t n;
    if (agencies_fill(db, workflow, findings) == DB_FAIL ||
        workflow_procedures(db, findings->arena, workflow->code, &procedures, &n) == DB_FAIL)
        return DB_FAIL;
    workflow_time(workflow, &time);
    for (size_t i = 0; i < n; i++) {
        if (workflow_fits(&time, procedures[i].limit))
            continue;
        struct workflow_finding *finding = workflow_find(findings, FAULT_OVER_LIMIT, "", "", procedures[i].code);
        finding->need = time.minutes;
        finding->limit = procedures[i].limit;
    }
    return DB_OK;
}

/* ---- defaults ------------------------------------------------------------------------------------------- */

struct defaults {
    struct arena *arena;
    struct workflow_defaults *list;
};

static bool default_row(void *context, const struct db_row *row)
{
    struct defaults *reading = context;
    reading->list->items[reading->list->n++].code = arena_copy(reading->arena, row->text[0]);
    return reading->list->n < DEFAULTS_MAX;
}

enum db_result workflow_defaults_read(struct db *db, struct arena *arena, struct workflow_defaults *defaults)
{
    defaults->n = 0;
    defaults->items = arena_take_array(arena, DEFAULTS_MAX, sizeof *defaults->items);
    struct defaults reading = {arena, defaults};
    if (db_each(db,
                "select w.code from workflow w where w.is_default and exists (select 1 from workflow_rev r"
                " where r.workflow_id = w.id and r.published_at is not null) order by w.code",
                DB_ARGS(), default_row, &reading) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < defaults->n; i++) {
        struct workflow workflow;
        if (workflow_current(db, arena, defaults->items[i].code, &workflow) != DB_OK)
            return DB_FAIL;
        workflow_time(&workflow, &defaults->items[i].time);
    }
    return DB_OK;
}

const char *workflow_default_for(const struct workflow_defaults *defaults, int64_t term_value, const char *term_unit)
{
    const struct workflow_default *best = NULL, *shortest = NULL;
    int64_t limit = workflow_limit(term_value, term_unit);
    for (size_t i = 0; i < defaults->n; i++) {
        const struct workflow_default *item = &defaults->items[i];
        if (!shortest || item->time.minutes < shortest->time.minutes)
            shortest = item;
        bool roomy = !item->time.open || limit < 0 || item->time.minutes * 2 <= limit;
        if (roomy && workflow_fits(&item->time, limit) && (!best || item->time.minutes > best->time.minutes))
            best = item;
    }
    return best ? best->code : shortest ? shortest->code : "";
}

enum db_result workflow_default_rev(struct db *db, struct arena *arena, int64_t term_value, const char *term_unit,
                                    uint64_t *rev)
{
    struct workflow_defaults defaults;
    struct workflow workflow;
    if (workflow_defaults_read(db, arena, &defaults) == DB_FAIL)
        return DB_FAIL;
    enum db_result result =
        workflow_current(db, arena, workflow_default_for(&defaults, term_value, term_unit), &workflow);
    *rev = result == DB_OK ? workflow.rev : 0;
    return result;
}

bool workflow_is_default(const struct workflow_defaults *defaults, const char *code)
{
    for (size_t i = 0; i < defaults->n; i++)
        if (strcmp(defaults->items[i].code, code) == 0)
            return true;
    return false;
}
