/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_WRITE_H
#define MOTCUA_MODEL_DOSSIER_WRITE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Rows of a dossier, each in the caller's transaction. Moments are civil minutes (worktime.h), -1
 * for NULL; numbers of rows are 0 for NULL. Texts are never NULL unless it says so. Every function
 * answers DB_OK or DB_FAIL; *id is the row's number.
 */
enum { DOSSIER_PAPERS_MAX = 80 };

struct dossier_row {
    const char *number; /* NULL: none yet, a draft */
    uint64_t procedure, rev, agency, counter, clerk;
    const char *channel, *state, *deliver_by, *summary;
    int64_t term_value;    /* -1: the procedure has no limit in numbers */
    const char *term_unit; /* then "" */
    const char *due_rule;
    int64_t received, clock_from, due;
    unsigned sets;
    unsigned version;
};

/* Gives the dossier its look-up code, stored sealed and as a keyed hash. */
enum db_result dossier_row_write(struct db *db, struct arena *arena, const struct dossier_row *row,
                                 uint64_t *id);

/* The sixteen digits of a dossier's look-up code, for the receipt. DB_NONE: no such dossier, or its
 * seal does not open. */
enum db_result dossier_lookup_code(struct db *db, struct arena *arena, uint64_t dossier,
                                   const char **code);

struct dossier_paper {
    uint64_t component; /* 0: an additional one */
    const char *name;
    unsigned originals, copies, sheets;
    bool missing;
};
/* All papers, numbered from 1; `anew` takes away those that were there. */
enum db_result dossier_papers_write(struct db *db, struct arena *arena, uint64_t dossier,
                                    const struct dossier_paper *papers, size_t n, bool anew);

struct branch_row {
    uint64_t dossier, agency;
    int64_t opened, due, closed;
    bool agreed; /* with `closed`: how it ended */
};
enum db_result branch_main_write(struct db *db, const struct branch_row *row, uint64_t *id);

struct task_row {
    uint64_t branch, step, unit, assignee;
    int64_t opened, due, closed;
    unsigned closed_by_seq; /* 0 while open */
};
enum db_result task_write(struct db *db, const struct task_row *row, uint64_t *id);

/* The clock of the whole dossier. `budget` in working minutes, -1 for limits in calendar days. */
enum db_result clock_write(struct db *db, uint64_t dossier, int64_t budget, int64_t started,
                           int64_t stopped);

struct event_row {
    uint64_t dossier;
    unsigned seq; /* 0: the next one; the caller has locked the dossier */
    struct civil at;
    const char *type;
    uint64_t actor, behalf, unit, branch;
    const char *from, *to; /* NULL where the state does not change */
    bool is_public;
    const char *public_note, *note; /* NULL: none */
    const char *data;               /* JSON or NULL */
};
enum db_result event_write(struct db *db, const struct event_row *row);

/* What an approved dossier hands over at once, where its workflow is one step. */
struct result_row {
    uint64_t dossier, officer;
    const char *title, *receiver;
    int64_t at;
};
enum db_result result_returned_write(struct db *db, const struct result_row *row);

/* JSON as a column takes it, in the arena; the reference goes. NULL gives NULL. */
const char *json_taken(struct arena *arena, json_t *json);

/* "2026-11-23 09:30:00", or NULL for -1: a moment as a column takes it. */
struct db_value moment_value(char room[DATE_TEXT_MAX], int64_t minute);

#endif
