/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_CORRECT_H
#define MOTCUA_MODEL_DOSSIER_CORRECT_H

#include "model/dossier_receive.h"

/*
 * Mending a reception before anything else happened to the dossier: procedure, agency, papers,
 * person. Number, look-up code and the time of reception stay; the reason is in the history, and the
 * receipt is printed anew with its count. Texts live in the arena and are never NULL.
 */
struct correct_head {
    uint64_t id;
    const char *number, *procedure_code, *agency_code, *deliver_by, *channel, *summary, *waiver;
    struct civil received;
    const char *last_type, *last_who; /* of the last event, "" for a program's */
    struct civil last_at;
    uint64_t rev, agency, counter;
    int64_t waived; /* đồng, of all lines */
    unsigned version, sets;
    bool paid;      /* a fee was paid: fees stay as they are */
    bool submitter; /* somebody handed it in for the applicant */
    bool untouched; /* nothing happened since reception but corrections */
};

/* DB_NONE: no such dossier for a clerk with this scope. */
enum db_result correct_head(struct db *db, struct arena *arena, const struct scope *scope,
                            uint64_t dossier, struct correct_head *out);

/* What stands in the dossier, for the form. A submitter without a name: there is none. */
struct correct_stored {
    struct party applicant, submitter;
    struct dossier_paper papers[DOSSIER_PAPERS_MAX];
    size_t n_papers;
    struct fee_line fees[FEE_RULES_MAX];
    size_t n_fees;
};
enum db_result correct_stored(struct db *db, struct arena *arena, uint64_t dossier,
                              struct correct_stored *out);

enum correct_result {
    CORRECT_DONE,
    CORRECT_MOVED, /* somebody was faster, or work has begun */
    CORRECT_NOT_SET_UP, /* the new procedure has no workflow */
    CORRECT_FAIL
};

/*
 * Writes `to` over the dossier. Where procedure and agency stay, so do term, rule and due time; else
 * they are those of the new procedure, counted from the time of reception. A submitter can be
 * changed or added, not taken away; fees stay once one is paid.
 */
enum correct_result dossier_correct(struct db *db, struct arena *arena,
                                    const struct correct_head *head, unsigned version,
                                    const struct reception *to, const char *reason);

#endif
