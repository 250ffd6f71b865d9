/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_NATIONAL_H
#define MOTCUA_MOTCUA_NATIONAL_H

#include "lib/map.h"
#include "model/catalogue_stored.h"
#include "model/procedure_record.h"

/* One line of the national catalogue, read and cleaned. */
struct national_line {
    size_t number;
    const char *raw;
    const char *reason;  /* why it is refused, NULL while it is not */
    unsigned changes;    /* set of enum clean_change */
    int weight;          /* how much it says, to choose between lines of one code */
    const char **departments; /* names as published, cleaned */
    size_t n_departments;
    bool ours; /* valid here: not special to another province */
    struct procedure_record record;
};

void national_read(struct arena *arena, const char *bytes, size_t length, size_t number,
                   struct national_line *line);

/* Our agencies by their names as the national catalogue writes them. */
struct national_places {
    struct map *by_name; /* folded name → code */
    const char *province; /* folded, "binh duong" */
};
bool national_places_read(struct db *db, struct arena *arena, struct national_places *places);

/* Finds the agencies of a line among ours. */
void national_place(struct arena *arena, const struct national_places *places,
                    struct national_line *line);

/*
 * What the procedure is to be: where the province has worked out details of its
 * own they stay and the national line only fills gaps; else the national line
 * holds, with what the province says of the procedure as such (short code,
 * search words, counts). `stored` is NULL for a new one.
 */
void national_merge(struct arena *arena, const struct stored *stored,
                    const struct national_line *line, struct procedure_record *merged);

#endif
