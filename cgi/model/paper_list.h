/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PAPER_LIST_H
#define MOTCUA_MODEL_PAPER_LIST_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/scope.h"

/*
 * The lists of many dossiers that are printed: the register of an office and what a unit handed on in a
 * day. They hold personal data; paper_list_log() writes each print into the audit. Everything lives in
 * the arena; texts are never NULL.
 */
enum { PAPER_LIST_MAX = 400 }; /* rows of one part; a longer list has several parts */

struct paper_list_office {
    uint64_t id;
    const char *code, *name, *parent, *kind;
    const char *place, *numbering; /* settings: place_of_signing, form_numbering */
    const char *within; /* the agencies whose dossiers may be listed, as scope_agencies() writes them; NULL: all */
};

/*
 * By its code; code "" is the office the user belongs to. An office inside the scope lists all its dossiers, one's own
 * office outside it those of agencies inside. DB_NONE: there is no such office, or it is neither.
 */
enum db_result paper_list_open(struct db *db, struct arena *arena, const struct scope *scope, const char *code,
                               uint64_t user, struct paper_list_office *office);
/* Any office by its code, for its name. DB_NONE: there is none. */
enum db_result paper_list_other(struct db *db, struct arena *arena, const char *code,
                                struct paper_list_office *office);

/* What is listed: days counted as in civil_day(), both included; `part` from 1. */
struct paper_list_query {
    const struct paper_list_office *office;
    uint64_t to; /* hand-over: the receiving unit, 0 all */
    int from_day, to_day;
    int part;
};

struct paper_register_row {
    const char *number, *procedure, *name, *address, *phone, *agency;
    const char *state, *outcome, *via, *receiver;
    int copies;
    struct civil received_at, due_at, returned_at;
};

struct paper_register {
    struct paper_register_row *rows; /* in the order of reception */
    size_t n, before; /* in this part and in those before it */
    size_t total;
};

/* Dossiers an office received at its counter, or is in charge of. Two statements. */
enum db_result paper_register_load(struct db *db, struct arena *arena, const struct paper_list_query *query,
                                   struct paper_register *list);

struct paper_handover_row {
    const char *number, *procedure, *name, *to, *step;
    int papers, originals, copies;
    struct civil at, due_at;
};

struct paper_handover {
    struct paper_handover_row *rows; /* by receiving unit, then time */
    size_t n, before, total;
};

/* What left a unit on the day `from_day`. Two statements. */
enum db_result paper_handover_load(struct db *db, struct arena *arena, const struct paper_list_query *query,
                                   struct paper_handover *list);

/* In a small transaction of its own. */
enum db_result paper_list_log(struct db *db, uint64_t user, const char *type, const char *subject,
                              const char *note);

#endif
