/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_STATUS_H
#define MOTCUA_MODEL_DOSSIER_STATUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * What the citizen may know of a dossier without signing in: read through the
 * public_* views, which hold no name, number, address or officer. Two round
 * trips, both by unique key, whatever the number of dossiers. Texts are never
 * NULL; a moment that has not come has year 0. Everything lives in the arena.
 */
struct dossier_event {
    struct civil at;
    const char *type;     /* "received", "supplement_asked" … (docs/data-model.md) */
    const char *to_state; /* "" where the state did not change */
    const char *note;     /* words to the citizen, "" means the usual ones */
    const char *unit, *unit_en;
};

struct dossier_branch {
    bool main;
    const char *kind;  /* main joint opinion */
    const char *state; /* open waiting closed cancelled */
    const char *title, *title_en;
    const char *agency, *agency_en;
    const char *step, *step_en; /* of the open task, "" when there is none */
    const char *unit, *unit_en;
    struct civil opened_at, due_at, closed_at, step_since;
};

struct dossier_pause {
    struct civil from, to; /* to.year 0: still standing */
    bool restart;          /* the whole limit runs anew from its end */
    const char *reason;    /* supplement fee stop opinion other */
    const char *note;
};

struct dossier_point {
    const char *paper; /* "" for a general point */
    const char *what;
    bool done;
};

struct dossier_supplement {
    int64_t id;
    int round;
    struct civil asked_at, answer_by, answered_at, accepted_at;
    const char *reason;
    const char *unit, *unit_en, *phone;
    struct dossier_point *points;
    size_t n_points;
};

struct dossier_fee {
    const char *name;
    int64_t amount, waived; /* đồng */
    struct civil pay_by, paid_at;
};

struct dossier_status {
    uint64_t id;
    const char *number; /* "" before reception */
    const char *state;  /* received processing … */
    const char *channel, *deliver_by;
    const char *procedure_code, *procedure_name, *procedure_name_en;
    int64_t agency_id;
    const char *agency_code, *agency, *agency_en;
    const char *counter_code, *counter, *counter_en, *counter_address, *counter_phone;
    const char *term_unit, *due_rule; /* "" before reception */
    int term_value;
    struct civil state_at, submitted_at, received_at, clock_from;
    struct civil due_at, first_due_at, apologised_at;
    struct civil decided_at, ready_at, returned_at, closed_at;
    const char *outcome, *result, *reason, *returned_via;

    struct dossier_event *events; /* oldest first */
    struct dossier_branch *branches;
    struct dossier_pause *pauses;
    struct dossier_supplement *supplements;
    struct dossier_fee *fees;
    size_t n_events, n_branches, n_pauses, n_supplements, n_fees;
};

/* By the 16 digits of a look-up code. DB_NONE: unknown, or no longer valid at `now`. */
enum db_result dossier_status_by_code(struct db *db, struct arena *arena, const char *code,
                                      const struct civil *now, struct dossier_status *status);

/* By the id that dossier_second_fact() gave. */
enum db_result dossier_status_by_id(struct db *db, struct arena *arena, uint64_t id,
                                    const struct civil *now, struct dossier_status *status);

/* Looks of staff at a dossier: day, unit and purpose, never the officer. For who has given the second fact. */
struct dossier_look {
    struct civil day;
    const char *purpose; /* access_log.purpose */
    const char *unit, *unit_en;
};
enum { DOSSIER_LOOKS_MAX = 60 };

/* The latest first; several looks of one day, unit and purpose are one. */
enum db_result dossier_looks(struct db *db, struct arena *arena, uint64_t id,
                             struct dossier_look looks[DOSSIER_LOOKS_MAX], size_t *n);

/*
 * Do these last four digits of a phone or identity number belong to that
 * dossier? `number_key` as in lib/number.h. A wrong number and wrong digits
 * answer alike (SECOND_FACT_WRONG) and are counted; after five wrong answers
 * in an hour the number is not answered any more, whether it exists or not.
 * Runs and ends a small transaction of its own.
 */
enum second_fact { SECOND_FACT_RIGHT, SECOND_FACT_WRONG, SECOND_FACT_TOO_OFTEN, SECOND_FACT_FAIL };
enum { SECOND_FACT_TRIES = 5 };

enum second_fact dossier_second_fact(struct db *db, struct arena *arena, const char *number_key,
                                     const char *last_four, const struct civil *now, uint64_t *id);

#endif
