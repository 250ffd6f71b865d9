/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKLIST_H
#define MOTCUA_MODEL_WORKLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/scope.h"

/*
 * What is to be done, and by whom. Everything comes from open tasks and where triggers place them (task.desk_id,
 * lane, role). A page is found by its place in the order, never by counting rows off, so that it costs the same
 * on every page and does not shift while others work.
 */
enum worklist_tab {
    TAB_MINE,  /* mine, and those of people I stand in for */
    TAB_FREE,  /* nobody has taken it, and I may */
    TAB_UNIT,  /* all of the units I lead or watch over */
    TAB_DUE,   /* of the former (or of mine) what is late or due within a working day */
    TAB_WAIT,  /* the citizen's turn: the clock stands */
    TAB_SHELF, /* results nobody has fetched, the oldest first */
    TAB_DONE,  /* done in the last thirty days, the latest first */
    TAB_END
};
enum {
    WORKLIST_PAGE = 50,
    WORKLIST_COUNT_MAX = 100,    /* counts stop here: "99+" */
    WORKLIST_OPTIONS_OF = 1000,  /* filters offer what so many tasks have */
    WORKLIST_DONE_DAYS = 30
};

/* Everything optional: 0, "" or year 0. */
struct worklist_filter {
    uint64_t procedure, field, person;
    const char *step;     /* code */
    const char *channel;  /* counter, online, post */
    struct civil from, to; /* days the due time lies in, both included */
};

/* Where a page begins: behind this row, or before it when `back`. task 0: at the beginning. */
struct worklist_place {
    struct civil order;
    uint64_t task;
    bool back;
};

struct worklist_ask {
    uint64_t user;
    struct civil now, soon; /* soon: what is due before it is "due soon" */
    enum worklist_tab tab;
    struct worklist_filter filter;
    struct worklist_place place;
};

/* Texts are never NULL; year 0 is no time. */
struct worklist_row {
    uint64_t task, dossier, holder_id;
    struct civil order; /* DATE_YEAR_MAX: without a due time */
    const char *number, *procedure, *procedure_en, *applicant, *step, *step_en;
    const char *holder, *unit, *unit_code; /* unit_code: whose calendar counts */
    const char *state, *branch;            /* branch: main, joint or opinion */
    struct civil due, dossier_due, opened, closed;
    bool standing;                         /* the clock of the dossier stands */
    const char *shelf, *phone;
};

struct worklist_page {
    struct worklist_row rows[WORKLIST_PAGE];
    size_t n;
    bool before, after; /* there are more */
};

/* May these roles see the tab at all? */
bool worklist_has_tab(const struct scope *scope, enum worklist_tab tab);
/* Does TAB_DUE show the unit's work, or one's own? */
bool worklist_leads(const struct scope *scope);

/* One page; one statement. DB_OK also when it is empty. */
enum db_result worklist_read(struct db *db, struct arena *arena, const struct scope *scope,
                             const struct worklist_ask *ask, struct worklist_page *page);

/* The head of the page; one statement. */
struct worklist_saved {
    uint64_t id;
    const char *name, *query;
    bool is_default;
};
enum { SAVED_MAX = 20 };
struct worklist_frame {
    unsigned count[TAB_END]; /* at most WORKLIST_COUNT_MAX, which means "that many or more" */
    uint64_t version;        /* of the catalogue, for calendars */
    struct worklist_saved saved[SAVED_MAX];
    size_t n_saved;
};
enum db_result worklist_frame_read(struct db *db, struct arena *arena, const struct scope *scope,
                                   const struct worklist_ask *ask, struct worklist_frame *frame);

/* What the filters offer: of the first WORKLIST_OPTIONS_OF tasks of the tab, the commonest first. One statement. */
enum worklist_facet { FACET_FIELD, FACET_PROCEDURE, FACET_STEP, FACET_PERSON, FACET_END };
struct worklist_option {
    const char *value, *name, *name_en;
    unsigned n;
};
enum { FACET_OPTIONS = 200 };
struct worklist_options {
    struct worklist_option items[FACET_END][FACET_OPTIONS];
    size_t n[FACET_END];
};
enum db_result worklist_options_read(struct db *db, struct arena *arena, const struct scope *scope,
                                     const struct worklist_ask *ask,
                                     struct worklist_options *options);

#endif
