/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ACT_H
#define MOTCUA_MODEL_ACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/guard.h"
#include "model/scope.h"

/*
 * Acts: everything an officer does to a dossier after reception. What may be done now (act_offers) and doing
 * it (act_do) go by the same rules, so that a button that is shown works and a forged request does not.
 * Everything lives in the arena; texts are never NULL unless it says so.
 *
 * Some acts are the actions of the dossier's workflow edition at the step of an open task (ACT_STEP); the others
 * are open to their role at any step. All of them: lock the dossier, compare version and assignee, change, add
 * one event or more, add messages; the caller's transaction makes it one.
 */
enum act_kind {
    ACT_STEP,       /* an action of the workflow */
    ACT_TAKE,       /* nobody has the task: I take it */
    ACT_ASSIGN,     /* the head gives the open task to somebody, or to somebody else */
    ACT_OPINION,    /* asks another unit for its opinion; the dossier stays here */
    ACT_EXTEND,     /* new due time with an apology (form 04); once, before or after the due time */
    ACT_STOP,       /* the approver stops it (form of the stop notice); the clock stands */
    ACT_RESUME,     /* and takes it up again */
    ACT_WITHDRAW,   /* the applicant takes it back */
    ACT_CLOSE,      /* a stopped dossier ends: its papers were given back */
    ACT_UNDO,       /* takes one's own last move back, within ACT_UNDO_MINUTES and before anything else happened */
    ACT_NOTE,       /* a note among staff */
    ACT_MESSAGE,    /* words to the citizen: in the timeline and by mail */
    ACT_KIND_END
};
enum { ACT_UNDO_MINUTES = 10, ACT_OFFERS_MAX = 64, ACT_POINTS_MAX = 20 };

/* What the officer has to tell for it: bits of act_offer.needs. */
enum act_need {
    NEED_PERSON = 1,     /* input.person: who gets it (obligatory) */
    NEED_UNIT = 2,       /* input.unit: which agency or unit is asked */
    NEED_REASON = 4,     /* input.reason: words to the citizen (obligatory) */
    NEED_POINTS = 8,     /* input.points: papers and what is wrong with each; input.day: answer by */
    NEED_MONEY = 16,     /* input.title, input.amount; input.day: pay by */
    NEED_DUE = 32,       /* input.day with time: the new due time */
    NEED_OUTCOME = 64,   /* input.outcome "agreed" or "refused": how this agency's part ended; refused wants a note */
    NEED_RESULT = 128,   /* input.title: what is handed over; its usual one is in act_offer.title */
    NEED_SHELF = 256,    /* input.shelf: where it lies at the counter; may be empty */
    NEED_RECEIPT = 512,  /* input.receiver, receiver_role, identity_checked, signed_for; or tracking; online neither */
    NEED_PAYMENT = 1024, /* input.receipt_no: number of the payment receipt of what is owed (obligatory) */
    NEED_QUESTION = 2048 /* input.note is obligatory: what the other unit is asked, or the note itself */
};

struct act_offer {
    enum act_kind kind;
    const char *code;           /* part of the address; unique among the offers of a branch */
    const char *key;            /* "step" "answer" "take" … : words below T.act */
    const char *name, *name_en; /* of a workflow action; "" for the others, whose words are T.act.<key>_name */
    uint64_t branch, task;      /* task 0: of the dossier as a whole, whose main branch it is then */
    uint64_t unit, behalf;      /* it is done as this unit; for whom, where the person stands in for somebody */
    unsigned needs, effects;    /* NEED_…, EFFECT_… of workflow.h */
    bool allowed;
    const char *blocked;          /* why not, a key below T.act.blocked: "other_person" "guard"
                                   * "branches_open" "waiting" "stopped" "extended" "no_body"
                                   * "opinions_many" */
    enum guard_fact obstacle;     /* with "guard": which fact stands against it */
    const char *holder;           /* who has it, with "other_person" and with ACT_ASSIGN; else "" */
    const char *to_step, *to_step_en; /* where it leads, "" when nowhere */
    uint64_t to_unit;
    const char *to_unit_name, *to_unit_name_en;
    uint64_t to_person; /* who gets it without asking (the one who had it before), 0 when unknown */
    const char *to_person_name;
    enum role to_role;      /* of the step it leads to: whom NEED_PERSON may name */
    struct civil to_due;    /* until when; year 0: no limit, or not known before */
    const char *title;      /* with NEED_RESULT */
    struct civil due_least; /* with NEED_DUE: not before this */
    const char *tells;      /* occasion of the message to the citizen, a key below T.act_tells; "": none */
    bool primary;           /* the usual next thing */
};

struct act_view {
    uint64_t dossier;
    unsigned version;
    const char *number, *state;
    struct act_offer offers[ACT_OFFERS_MAX];
    size_t n_offers;
};

/*
 * What this user may do with it now, with those things that are blocked and why. DB_NONE: no such dossier inside
 * the scope. An empty list is a dossier the user may only read.
 */
enum db_result act_offers(struct db *db, struct arena *arena, const struct scope *scope, uint64_t user,
                          const struct civil *now, uint64_t dossier, struct act_view *view);

/* People who may be named for NEED_PERSON, fewest open tasks first. */
struct act_person {
    uint64_t id;
    const char *name, *title, *unit;
    unsigned open_tasks;
    bool away; /* somebody stands in for this person today */
};
enum { ACT_PEOPLE_MAX = 60 };
enum db_result act_people(struct db *db, struct arena *arena, const struct civil *now, enum role role,
                          uint64_t unit, struct act_person people[ACT_PEOPLE_MAX], size_t *n);

struct act_point {
    const char *paper; /* "" for a general point */
    const char *what;
};

struct act_input {
    uint64_t dossier, branch; /* branch 0: the main one */
    const char *code;         /* of the offer */
    unsigned version;         /* of the dossier as the officer saw it; 0: whatever it is (never for forms) */
    uint64_t person, unit;
    const char *reason, *note, *title, *outcome;
    const char *shelf, *receiver, *tracking, *receipt_no;
    const char *receiver_role;  /* "applicant" "submitter" "other" */
    bool identity_checked, signed_for;
    int64_t amount; /* đồng */
    struct civil day; /* year 0: not given */
    const struct act_point *points;
    size_t n_points;
};

enum act_result {
    ACT_DONE,
    ACT_UNKNOWN, /* no such dossier inside the scope: a 404 */
    ACT_MOVED,   /* somebody was faster: outcome.by, what, at tell who did what and when */
    ACT_REFUSED, /* not allowed now: outcome.blocked as in act_offer */
    ACT_WRONG,   /* what was typed will not do: outcome.field and outcome.error (a key below T.error) */
    ACT_FAIL     /* the database */
};

struct act_outcome {
    unsigned seq;     /* first event it added */
    unsigned version; /* after it */
    const char *by, *unit, *what; /* ACT_MOVED: name, unit and type of the last event since */
    struct civil at;
    const char *blocked;          /* ACT_REFUSED; "not_offered": nobody showed it to this person */
    enum guard_fact obstacle;
    const char *holder;
    const char *field, *error; /* ACT_WRONG: member of act_input */
    const char *paper;         /* ACT_DONE: name of the paper to print, "" for none (address of paper.h) */
};

/* In the caller's transaction (db_begin_numbering for those with EFFECT_NUMBER or EFFECT_OPEN_BRANCHES; any may be
 * run so). Except for ACT_DONE and ACT_FAIL nothing was written. */
enum act_result act_do(struct db *db, struct arena *arena, const struct scope *scope, uint64_t user,
                       const struct civil *now, const struct act_input *input, struct act_outcome *outcome);

#endif
