/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_PAGE_H
#define MOTCUA_MODEL_DOSSIER_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * All an officer sees of one dossier, in three round trips. Who may see it is asked of dossier_reach.h before.
 * Everything lives in the arena; texts are never NULL, a moment that has not come has year 0, a person or row that is
 * not there is 0. Lists are oldest first.
 */
struct page_party {
    bool submitter; /* hands it in for the applicant */
    bool organisation;
    const char *name, *birth_date, *sex, *nationality;
    const char *identity_kind, *identity_number, *identity_issued_by;
    struct civil identity_issued_on;
    const char *phone, *email;
    const char *address; /* with commune and district */
    const char *representative, *authority_note;
};

struct page_event {
    unsigned seq;
    struct civil at;
    const char *type, *from_state, *to_state;
    bool public; /* the citizen sees it */
    const char *public_note, *note;
    uint64_t actor_id;
    const char *actor, *behalf, *unit, *unit_en;
    const char *data; /* JSON, or "" */
};

struct page_branch {
    uint64_t id;
    uint64_t agency_id;
    bool main, open;
    const char *kind, *state, *outcome, *register_no;
    const char *title, *title_en, *agency, *agency_en;
    struct civil opened_at, due_at, closed_at;
    uint64_t task, unit_id; /* the open one and where it lies; 0: none */
    const char *step, *step_en, *unit, *unit_en, *assignee;
    uint64_t assignee_id;
    struct civil step_since, step_due;
};

struct page_paper {
    const char *name;
    unsigned originals, copies, sheets;
    bool present;
};

struct page_fee {
    const char *kind, *name, *receipt_no;
    int64_t amount, waived; /* đồng */
    struct civil pay_by, paid_at;
};

struct page_point {
    const char *paper; /* "" for a general point */
    const char *what;
    bool done;
};

struct page_round {
    uint64_t id;
    unsigned round;
    const char *reason, *asked_by, *unit, *unit_en;
    struct civil asked_at, answer_by, answered_at, accepted_at;
    struct page_point *points;
    size_t n_points;
};

struct page_pause {
    struct civil from, to; /* to.year 0: still standing */
    bool restart;          /* the whole limit runs anew from its end */
    const char *reason, *note;
};

/* Who looked: the latest PAGE_VIEWS_MAX. */
struct page_view {
    struct civil at;
    uint64_t user_id;
    const char *user, *unit, *unit_en, *purpose;
};

struct page_message {
    const char *channel, *occasion, *state;
    struct civil written_at, sent_at;
};

enum { PAGE_VIEWS_MAX = 40 };

struct dossier_page {
    uint64_t id, agency_id, counter_id;
    uint64_t workflow_rev; /* 0: none */
    unsigned version, copies;
    bool untouched; /* nothing happened since reception that would keep it from being corrected */
    const char *number, *state, *channel, *deliver_by, *summary;
    const char *procedure_code, *procedure, *procedure_en;
    const char *agency_code, *agency, *agency_en, *counter, *counter_en;
    const char *term_unit, *due_rule, *received_by;
    int term_value;
    struct civil state_at, submitted_at, received_at, clock_from, due_at, first_due_at;
    struct civil apologised_at, decided_at, ready_at, returned_at, closed_at;

    const char *outcome; /* "" without a result */
    const char *result, *register_no, *refusal, *signed_by, *shelf;
    const char *returned_via, *returned_by, *receiver, *tracking_no;
    struct civil signed_at, result_returned_at;

    struct page_party *parties;
    struct page_event *events;
    struct page_branch *branches;
    struct page_paper *papers;
    struct page_fee *fees;
    struct page_round *rounds;
    struct page_pause *pauses; /* of the clock of the whole dossier */
    struct page_view *views;
    struct page_message *messages;
    size_t n_parties, n_events, n_branches, n_papers, n_fees, n_rounds, n_pauses, n_views;
    size_t n_messages;
};

enum db_result dossier_page_read(struct db *db, struct arena *arena, uint64_t dossier,
                                 struct dossier_page *page);

const struct page_party *page_applicant(const struct dossier_page *page); /* NULL: none */
const struct page_branch *page_main(const struct dossier_page *page);     /* NULL: none */

#endif
