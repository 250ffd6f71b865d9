/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_RECEPTION_H
#define MOTCUA_STAFF_RECEPTION_H

#include "lib/request.h"
#include "model/dossier_correct.h"
#include "model/dossier_receive.h"

/*
 * Reception at the counter: one form, filled in from a scan and a few keys. What the procedure asks,
 * costs and promises is shown before saving; without a script by the button that only asks, with a
 * script as the clerk types, by the same address.
 */

int reception_form(struct request *rq);       /* GET  /can-bo/tiep-nhan, and /xem */
int reception_check(struct request *rq);      /* POST /can-bo/tiep-nhan/xem: shows, saves nothing */
int reception_save(struct request *rq);       /* POST /can-bo/tiep-nhan */
int reception_procedures(struct request *rq); /* GET  /can-bo/tiep-nhan/thu-tuc?q=: JSON */
int reception_received(struct request *rq);   /* GET  /can-bo/ho-so/{id}/da-nhan */

int reception_correct_form(struct request *rq); /* GET  /can-bo/ho-so/{id}/sua-tiep-nhan */
int reception_correct(struct request *rq);      /* POST of the same */

/* Words of the CHOICE inputs; each ends with NULL. */
extern const char *const reception_kinds[];    /* canhan tochuc */
extern const char *const reception_sexes[];    /* nam nu */
extern const char *const reception_channels[]; /* quay buuchinh */
extern const char *const reception_delivery[]; /* quay buuchinh tructuyen */
extern const char *const reception_waivers[];

/* The inputs of the form, for its three routes. */
#define RECEPTION_INPUTS                                                                           \
    {"quet", TEXT, .max = 600, .optional = true},                                                  \
        {"doituong", CHOICE, .optional = true, .choices = reception_kinds},                        \
        {"ten", TEXT, .max = 250, .optional = true}, {"sinh", TEXT, .max = 20, .optional = true},  \
        {"gioi", CHOICE, .optional = true, .choices = reception_sexes},                            \
        {"sodinhdanh", TEXT, .max = 40, .optional = true},                                         \
        {"ngaycap", TEXT, .max = 20, .optional = true},                                            \
        {"noicap", TEXT, .max = 200, .optional = true},                                            \
        {"dienthoai", TEXT, .max = 30, .optional = true},                                          \
        {"email", TEXT, .max = 120, .optional = true},                                             \
        {"diachi", TEXT, .max = 400, .optional = true},                                            \
        {"daidien", TEXT, .max = 250, .optional = true},                                           \
        {"thutuc", TEXT, .max = 200, .optional = true}, {"chon", CODE, .max = 24, .optional = true}, \
        {"donvi", CODE, .max = 30, .optional = true}, {"phienban", ID, .optional = true},          \
        {"giay", COUNT, .optional = true, .many = true},                                           \
        {"chinh", TEXT, .max = 6, .optional = true, .many = true},                                 \
        {"sao", TEXT, .max = 6, .optional = true, .many = true},                                   \
        {"to", TEXT, .max = 6, .optional = true, .many = true},                                    \
        {"them", LINES, .max = 6000, .optional = true},                                            \
        {"phi", COUNT, .optional = true, .many = true},                                            \
        {"tien", TEXT, .max = 20, .optional = true, .many = true},                                 \
        {"mien", CHOICE, .optional = true, .choices = reception_waivers},                          \
        {"giam", TEXT, .max = 20, .optional = true}, {"thu", FLAG},                                \
        {"bienlai", TEXT, .max = 40, .optional = true},                                            \
        {"nhan", CHOICE, .optional = true, .choices = reception_delivery},                         \
        {"kenh", CHOICE, .optional = true, .choices = reception_channels},                         \
        {"bo", TEXT, .max = 4, .optional = true},                                                  \
        {"noidung", TEXT, .max = 1000, .optional = true},                                          \
        {"nguoinop", TEXT, .max = 250, .optional = true},                                          \
        {"nopso", TEXT, .max = 40, .optional = true},                                              \
        {"nopdt", TEXT, .max = 30, .optional = true},                                              \
        {"nopuq", TEXT, .max = 300, .optional = true}, {"trung", FLAG},                            \
        {"hoso", ID, .optional = true}, {"ban", COUNT, .optional = true},                          \
        {"lydo", TEXT, .max = 500, .optional = true}, {"cung", ID, .optional = true}

/* ---- between the files of this page ------------------------------------------------------------- */

struct reception_form {
    struct civil now;
    struct scope scope;
    struct party typed, applicant, typed_submitter, submitter;
    struct party_findings findings, submitter_findings;
    bool has_submitter;
    uint64_t dossier; /* being corrected; 0: a new one */
    struct correct_head head;
    uint64_t group; /* first dossier of the group it is handed in with; 0 none */
    const char *wanted; /* the procedure as typed or chosen */
    struct receive_procedure procedure;
    bool found;                          /* there is such a procedure */
    const struct receive_agency *agency; /* NULL: this clerk does not receive it */
    bool current;                        /* the papers in the form are those of this edition */
    struct receive_due due;
    struct receive_duplicate duplicates[RECEIVE_DUPLICATES_MAX];
    size_t n_duplicates;
    struct dossier_paper papers[DOSSIER_PAPERS_MAX];
    size_t n_papers;
    struct fee_line fees[FEE_RULES_MAX];
    size_t n_fees;
    int64_t total, waived; /* đồng */
    unsigned sets;
    bool wrong_counts, wrong_amounts, wrong_waiver; /* something is no number */
};

/* Begins with the clerk's scope and, where one is corrected, the dossier. DB_NONE: it is not his. */
enum db_result reception_open(struct request *rq, struct reception_form *form, uint64_t dossier);
/* Reads what was typed and looks up what belongs to it. DB_OK or DB_FAIL. */
enum db_result reception_read(struct request *rq, struct reception_form *form);
/* Procedures to choose from, as Found of `node`. */
void reception_found_put(struct request *rq, const struct receive_found *found, size_t n, struct data *node);
/* Nothing was asked for yet: those of the services of the ticket before the clerk's counter. False: the database. */
bool reception_ticket_fill(struct request *rq, const struct reception_form *form, struct data *node);
/* That ticket is about this dossier from now on, in the transaction that received or returned it. DB_NONE: there is no
 * ticket. */
enum db_result reception_ticket_bind(struct request *rq, const struct civil *now, uint64_t dossier);
/* The group `dossier` is in, for the next one. DB_NONE: not this clerk's, or not of today. */
enum db_result reception_group_open(struct request *rq, struct reception_form *form, uint64_t dossier);
int reception_group_form(struct request *rq, struct reception_form *form); /* ends with the form, the person in it */
/* Received.Group of the page after saving. DB_OK or DB_FAIL. */
enum db_result reception_group_put(struct request *rq, const struct scope *scope, uint64_t dossier);
/* The form's persons as a dossier has them. */
void reception_parties_put(struct request *rq, const struct correct_stored *stored);
/* What the model takes, from a form without faults. */
struct reception reception_of(struct request *rq, const struct reception_form *form);
/* Ends with the form, again with its errors. */
int reception_show(struct request *rq, const struct reception_form *form, bool again);
/* Everything wrong with it, into the form's errors. */
void reception_refuse(struct request *rq, const struct reception_form *form);
/* Fills the page. False: the database failed. */
bool reception_fill(struct request *rq, const struct reception_form *form);
void reception_dress(struct request *rq); /* style and script of these pages */
/* Procedures that fit what was typed where no code does. */
enum db_result reception_find(struct request *rq, const struct scope *scope, const char *typed,
                              struct receive_found found[RECEIVE_FOUND_MAX], size_t *n);

/* Raw text of the n-th value of a repeated input, as sent: empty ones keep their place. */
const char *reception_raw(struct request *rq, const char *name, size_t n);
bool reception_ticked(struct request *rq, const char *name, int64_t position);

#endif
