/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Lists and counts of a snapshot, worked out once, so that no page has to walk all procedures.
 */
#include <stdlib.h>
#include <string.h>

#include "model/catalogue_read.h"

const uint16_t catalogue_group_audiences[CATALOGUE_GROUPS] = {
    [CATALOGUE_GROUP_CITIZENS] = CATALOGUE_CITIZEN | CATALOGUE_OVERSEAS | CATALOGUE_FOREIGNER,
    [CATALOGUE_GROUP_BUSINESSES] =
        CATALOGUE_BUSINESS | CATALOGUE_FOREIGN_BUSINESS | CATALOGUE_COOPERATIVE,
    [CATALOGUE_GROUP_ORGANISATIONS] =
        CATALOGUE_ORGANISATION | CATALOGUE_FOREIGN_ORGANISATION | CATALOGUE_PARTY,
    [CATALOGUE_GROUP_OFFICIALS] = CATALOGUE_OFFICIAL,
};

/* Lists by field: counted, then filled; procedures come by name, so the lists are by name. */
static void lists_by_field(struct catalogue_reading *r)
{
    struct catalogue *c = r->catalogue;
    uint32_t *items = arena_take_array(c->arena, c->n_procedures + 1, sizeof *items);
    for (uint32_t i = 0; i < c->n_procedures; i++)
        if (c->procedures[i].field != CATALOGUE_NONE)
            r->fields[c->procedures[i].field].procedures.n++;
    for (uint32_t i = 0; i < c->n_fields; i++) {
        r->fields[i].procedures.items = items;
        items += r->fields[i].procedures.n;
        r->fields[i].procedures.n = 0;
    }
    for (uint32_t i = 0; i < c->n_procedures; i++) {
        if (c->procedures[i].field == CATALOGUE_NONE)
            continue;
        struct catalogue_list *list = &r->fields[c->procedures[i].field].procedures;
        ((uint32_t *)(uintptr_t)list->items)[list->n++] = i;
    }
}

/*
 * Which agencies' procedures are an agency's: its own, those of its units, and for a district or
 * commune those that name "any district", "any commune".
 */
static bool agency_covers(const struct catalogue *c, uint32_t agency, uint32_t other)
{
    if (agency == other)
        return true;
    const struct catalogue_agency *a = &c->agencies[agency], *b = &c->agencies[other];
    if (b->parent == agency && strcmp(b->kind, "unit") == 0)
        return true;
    bool place = strcmp(a->kind, "district") == 0 || strcmp(a->kind, "commune") == 0;
    return place && strcmp(b->kind, "generic") == 0 && a->level == b->level;
}

static bool procedure_is_of(const struct catalogue_procedure *p, const bool *covered)
{
    if (p->agency != CATALOGUE_NONE && covered[p->agency])
        return true;
    for (uint32_t i = 0; i < p->n_agencies; i++)
        if (covered[p->agencies[i]])
            return true;
    return false;
}

static bool procedure_names(const struct catalogue_procedure *p, uint32_t agency)
{
    for (uint32_t i = 0; i < p->n_agencies; i++)
        if (p->agencies[i] == agency)
            return true;
    return p->agency == agency;
}

/* A commune without procedures of its own shares the list of the communes before it. */
static bool share_list(struct catalogue_reading *r, uint32_t agency)
{
    struct catalogue_agency *a = &r->agencies[agency];
    if (a->own > 0 || (strcmp(a->kind, "commune") != 0 && strcmp(a->kind, "district") != 0))
        return false;
    for (uint32_t i = 0; i < r->catalogue->n_agencies; i++)
        if (r->agencies[i].parent == agency && r->agencies[i].own > 0)
            return false; /* a unit below it has some */
    for (uint32_t i = 0; i < agency; i++)
        if (r->agencies[i].own == 0 && strcmp(r->agencies[i].kind, a->kind) == 0 &&
            r->agencies[i].level == a->level && r->agencies[i].procedures.n > 0) {
            a->procedures = r->agencies[i].procedures;
            return true;
        }
    return false;
}

static void list_of_agency(struct catalogue_reading *r, uint32_t agency, bool *covered,
                           uint32_t *scratch)
{
    struct catalogue *c = r->catalogue;
    if (share_list(r, agency))
        return;
    for (uint32_t i = 0; i < c->n_agencies; i++)
        covered[i] = agency_covers(c, agency, i);
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->n_procedures; i++)
        if (procedure_is_of(&c->procedures[i], covered))
            scratch[n++] = i;
    uint32_t *items = arena_take_array(c->arena, n + 1, sizeof *items);
    memcpy(items, scratch, n * sizeof *items);
    r->agencies[agency].procedures = (struct catalogue_list){ items, n };
}

static void lists_by_agency(struct catalogue_reading *r)
{
    struct catalogue *c = r->catalogue;
    bool *covered = calloc(c->n_agencies + 1, sizeof *covered);
    uint32_t *scratch = reallocarray(NULL, c->n_procedures + 1, sizeof *scratch);
    for (uint32_t i = 0; i < c->n_procedures; i++)
        for (uint32_t k = 0; k < c->n_agencies; k++)
            r->agencies[k].own += procedure_names(&c->procedures[i], k);
    for (uint32_t i = 0; covered && scratch && i < c->n_agencies; i++)
        list_of_agency(r, i, covered, scratch);
    free(scratch);
    free(covered);
}

static void count(struct catalogue *c)
{
    for (uint32_t i = 0; i < c->n_procedures; i++) {
        const struct catalogue_procedure *p = &c->procedures[i];
        for (int k = 0; k < CATALOGUE_LEVELS; k++)
            c->level_counts[k] += (p->levels >> k) & 1;
        for (int k = 0; k < CATALOGUE_GROUPS; k++)
            c->group_counts[k] += (p->audience & catalogue_group_audiences[k]) != 0;
        c->service_counts[p->service_level <= 4 ? p->service_level : 0]++;
    }
}

/* Keeps the most asked for; equals stay in the order of names. */
static void find_popular(struct catalogue *c)
{
    for (uint32_t i = 0; i < c->n_procedures; i++) {
        if (!c->procedures[i].popular)
            continue;
        uint32_t at = c->n_popular;
        while (at > 0 && c->procedures[c->popular[at - 1]].yearly < c->procedures[i].yearly)
            at--;
        if (at == CATALOGUE_POPULAR)
            continue;
        uint32_t last = c->n_popular < CATALOGUE_POPULAR ? c->n_popular++ : CATALOGUE_POPULAR - 1;
        memmove(&c->popular[at + 1], &c->popular[at], (last - at) * sizeof *c->popular);
        c->popular[at] = i;
    }
}

static int compare_codes(const void *left, const void *right, void *context)
{
    const struct catalogue_procedure *procedures = context;
    return strcmp(procedures[*(const uint32_t *)left].code,
                  procedures[*(const uint32_t *)right].code);
}

void catalogue_arrange(struct catalogue_reading *reading)
{
    struct catalogue *c = reading->catalogue;
    lists_by_field(reading);
    lists_by_agency(reading);
    count(c);
    find_popular(c);
    uint32_t *by_code = arena_take_array(c->arena, c->n_procedures + 1, sizeof *by_code);
    for (uint32_t i = 0; i < c->n_procedures; i++)
        by_code[i] = i;
    qsort_r(by_code, c->n_procedures, sizeof *by_code, compare_codes, reading->procedures);
    c->by_code = by_code;
}
