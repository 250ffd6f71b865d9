/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_FIND_INSIDE_H
#define MOTCUA_MODEL_DOSSIER_FIND_INSIDE_H

#include "lib/buffer.h"
#include "model/dossier_find.h"

/* For dossier_find.c and dossier_find_name.c: one statement that finds, being written. */

/*
 * A user of more agencies than FIND_FEW sees a good part of all: the latest are read, and others' left out on the way.
 */
enum { FIND_FEW = 60, FIND_VALUES = 1024, FIND_SQL_BYTES = 128 * 1024 };

struct find_query {
    const struct find_ask *ask;
    const struct scope *scope;
    const char *agencies; /* JSON; NULL: the whole province */
    size_t n_agencies;
    bool few; /* 1 to FIND_FEW agencies */
    struct buffer sql;
    struct db_value values[FIND_VALUES + 1];
    size_t n;
    struct arena *arena;
};

/* The agencies of the scope; of units the agency they belong to. `id` and whether the agency itself is in the scope. */
#define FIND_BODIES                                                                                      \
    "(select b.id, max(b.id = b.own) as whole from (select a.id as own, if(a.kind <> 'unit', a.id,"      \
    " if(p.kind <> 'unit', p.id, p.parent_id)) as id from json_table(?, '$[*]' columns"                  \
    " (id int unsigned path '$')) m straight_join agency a on a.id = m.id"                               \
    " left join agency p on p.id = a.parent_id) b group by b.id) z"

/* Values of the statement, in the order of its question marks. */
void find_value(struct find_query *q, struct db_value value);
void find_text(struct find_query *q, const char *text);
void find_number(struct find_query *q, uint64_t number);

/* What limits dossiers `d` but the scope: filters. */
void find_filter(struct find_query *q);

/* Joins the agencies of the scope as `y`, for find_reach. Nothing for the whole province. */
void find_scope_join(struct find_query *q);

/* Only dossiers `d` inside the scope. `joined`: find_scope_join stands before it; else the agency in charge counts
 * for nothing. */
void find_reach(struct find_query *q, bool joined);

/*
 * Puts ways for names behind one another into q->sql. *floor: below this dossier names were not looked at, 0 when all
 * were. One statement of its own before.
 */
enum db_result find_name_ways(struct db *db, struct find_query *q, uint64_t *floor);

#endif
