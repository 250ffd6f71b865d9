/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_RECEIVE_H
#define MOTCUA_MODEL_DOSSIER_RECEIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/calendar.h"
#include "model/dossier_write.h"
#include "model/fee_rule.h"
#include "model/party.h"
#include "model/scope.h"
#include "model/worktime.h"

/*
 * Reception at the counter. Everything lives in the arena; texts are never NULL. What is shown
 * before saving and what is saved come from the same functions here.
 */
enum { RECEIVE_AGENCIES_MAX = 40, RECEIVE_DUPLICATES_MAX = 5, RECEIVE_FOUND_MAX = 30 };

/* An agency that may be in charge, for this clerk and this procedure. */
struct receive_agency {
    uint64_t id;
    const char *code, *name, *name_en;
};

struct receive_component {
    uint64_t id;
    const char *case_text, *name, *name_en, *note;
    unsigned originals, copies;
    bool required, shown_only;
};

/* The first task of its workflow. */
struct receive_step {
    uint64_t id; /* 0: the workflow has no task */
    const char *state;
    bool only; /* its one action ends the matter: a workflow of one step */
};

/* What holds for every reception of a clerk at this moment. */
struct receive_frame {
    uint64_t catalogue_version;
    uint64_t seat; /* the unit the clerk belongs to */
    const char *number_pattern;
    unsigned lookup_days; /* how long the code works once a dossier is closed */
    struct calendar_settings rule;
};

/* A procedure in force with what its reception needs. */
struct receive_procedure {
    struct receive_frame frame;
    uint64_t id, rev, workflow_rev, field;
    const char *code, *short_code, *name, *name_en, *result;
    int64_t term_value; /* -1: no limit in numbers */
    const char *term_unit, *term_note;
    int64_t fee_amount; /* -1 not known */
    const char *fee_note;
    struct receive_component *components;
    size_t n_components; /* DOSSIER_PAPERS_MAX at most */
    struct fee_rules fees;
    struct receive_step step;
    struct receive_agency agencies[RECEIVE_AGENCIES_MAX]; /* the likeliest first */
    size_t n_agencies; /* 0: this clerk does not receive it */
};

/* By short code or code, as typed. DB_NONE: no such procedure in force. What is the same for all
 * clerks is kept in memory for one published state of the catalogue. */
enum db_result receive_procedure(struct db *db, struct arena *arena, const struct scope *scope,
                                 const char *text, struct receive_procedure *out);

void receive_forget(void); /* for tests and a clean end */

/* Procedures in force this clerk receives, for a datalist or a list to choose from. */
struct receive_found {
    const char *code, *short_code, *name, *name_en;
};
/* Those whose short code begins so, then those of the codes given (best first); NULL ends `codes`. */
enum db_result receive_find(struct db *db, struct arena *arena, const struct scope *scope,
                            const char *start, const char *const *codes,
                            struct receive_found found[RECEIVE_FOUND_MAX], size_t *n);

/* When it would be due, received now. */
struct receive_due {
    bool known; /* false: a procedure without a limit, or its calendar cannot tell */
    struct worktime_request request;
    struct worktime_result result;
    const struct worktime_calendar *calendar;
    char rule[WORKTIME_TEXT_MAX];
};
enum db_result receive_due(struct db *db, struct arena *arena,
                           const struct receive_procedure *procedure,
                           const struct receive_agency *agency, const struct civil *now,
                           struct receive_due *due);

/* Working minutes of the term for the clock; -1: a limit in calendar days, or none. */
int64_t receive_budget(const struct receive_due *due);

/* A dossier of the same person and procedure that is still open. */
struct receive_duplicate {
    uint64_t id;
    const char *number, *state, *agency, *agency_en;
    struct civil received;
    bool readable; /* inside the clerk's own scope */
};
/* DB_NONE when there is none, or no identity number to go by. `but`: the dossier in hand, or 0. */
enum db_result receive_duplicates(struct db *db, struct arena *arena, const struct scope *scope,
                                  uint64_t procedure, const char *identity_number,
                                  uint64_t but, struct receive_duplicate found[RECEIVE_DUPLICATES_MAX],
                                  size_t *n);

/* Everything a dossier begins with; parties are the stored form of party_check(). */
struct reception {
    uint64_t clerk, behalf;
    struct civil now;
    const struct receive_procedure *procedure;
    const struct receive_agency *agency;
    const struct receive_due *due;
    struct party applicant;
    const struct party *submitter; /* NULL: the applicant himself */
    const struct dossier_paper *papers;
    size_t n_papers;
    const struct fee_line *fees;
    size_t n_fees;
    const char *waiver;     /* class of the waiver, "" for none */
    const char *channel;    /* counter or post */
    const char *deliver_by; /* counter, post or online */
    const char *summary;
    const char *duplicates; /* numbers the clerk saw and passed over, "" for none */
    unsigned sets;
    uint64_t group; /* first dossier of the group it is handed in with (reception_group.h), 0 none */
};

struct received {
    uint64_t id;
    const char *number;
    bool finished; /* its workflow is one step: approved and handed over at once */
};

/*
 * Writes the dossier with all that belongs to it, in the caller's transaction. DB_NONE: no body
 * above the agency has a prefix for numbers, or the workflow has no first step.
 */
enum db_result dossier_receive(struct db *db, struct arena *arena, const struct reception *from,
                               struct received *out);

/* SQL: nothing happened to the dossier of this id but its reception, corrections and messages. */
#define DOSSIER_UNTOUCHED(id)                                                                      \
    "not exists (select 1 from event e where e.dossier_id = " id " and e.type not in ('received',"  \
    " 'corrected', 'fee_paid', 'submitted', 'fix_requested', 'fixed', 'notified', 'note'))"

/* What the page after saving shows. DB_NONE: no such dossier in this scope. */
struct received_page {
    uint64_t id;
    const char *number, *lookup_code, *state, *procedure_code, *procedure, *procedure_en;
    const char *agency, *agency_en, *applicant, *deliver_by, *email, *phone;
    struct civil received, due;
    bool untouched;     /* nothing happened since: it can be corrected */
    unsigned corrected; /* how often it was */
    unsigned version;
};
enum db_result received_page(struct db *db, struct arena *arena, const struct scope *scope,
                             uint64_t dossier, struct received_page *out);

#endif
