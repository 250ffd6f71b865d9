/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_ACT_INSIDE_H
#define MOTCUA_MODEL_ACT_INSIDE_H

#include <jansson.h>

#include "model/act.h"
#include "model/agency_tree.h"
#include "model/dossier_due.h"
#include "model/dossier_write.h"
#include "model/step_unit.h"
#include "model/workflow.h"

/*
 * What the files act_*.c share: a dossier as it stands, read in two statements, what a person may do with it, and
 * the pieces an act is made of. Moments are civil minutes, -1 for none; numbers of rows are 0 for none.
 */
struct act_task {
    uint64_t id, unit, assignee;
    const char *assignee_name; /* "" for nobody */
    size_t step;               /* WORKFLOW_NOWHERE: an opinion asked for beside the workflow */
    int64_t opened, due, closed;
};

struct act_branch {
    uint64_t id, parent, agency;
    enum step_branch kind;
    bool open, refused;
    bool beside; /* an opinion the workflow does not know and nothing waits for */
    int64_t due;
    uint64_t acting;        /* unit that does the act asked about; work of the whole body is its from then on */
    struct act_task *tasks; /* oldest first */
    size_t n_tasks;
    struct act_task *now; /* the open one, or NULL */
};

enum { ACT_BRANCHES_MAX = 100 };

/* The row of the dossier as it is and as it will be written. */
struct act_row {
    const char *state;
    int64_t due, extended, apologised, decided, ready, returned, closed;
};

struct act_last {
    unsigned seq;
    const char *type, *data, *name, *unit, *from_state;
    uint64_t actor, unit_id, behalf;
    bool is_public;
    struct civil at;
};

struct act_case {
    struct db *db;
    struct arena *arena;
    const struct scope *scope;
    uint64_t user;
    struct civil now;
    int64_t minute; /* of now */

    uint64_t id, agency, counter, area, field, clerk, catalogue, clock;
    unsigned version;
    const char *number, *procedure, *result_title, *deliver_by, *agency_code;
    const char *email, *phone; /* of the submitter, else of the applicant */
    struct act_row row;
    int64_t received;
    bool organisation;
    unsigned rounds, extensions;
    int64_t papers_missing, fees_unpaid, duties_unpaid, result_files;
    const char *outcome;     /* of the result, "" for none */
    const char *register_no; /* "" for none */
    uint64_t pause;          /* the open one */
    struct act_last last;
    unsigned seq; /* of the last event written */

    const struct agency_tree *tree;
    const struct workflow *workflow;
    struct act_branch branches[ACT_BRANCHES_MAX]; /* the main one first */
    size_t n_branches;
    struct act_branch *main;
};

/* DB_NONE: no such dossier, or it never began its workflow. */
enum db_result act_case_read(struct act_case *c, uint64_t dossier);

bool act_state_is(const struct act_case *c, const char *state);
bool act_waits(const struct act_case *c);   /* for papers or money */
bool act_decided(const struct act_case *c); /* approved, refused or later */
void act_facts(const struct act_case *c, int64_t facts[FACT_END]);
/* Branches of the workflow, beside the main one, that are still open. */
size_t act_branches_open(const struct act_case *c);
const struct workflow_step *act_step_at(const struct act_case *c, const struct act_task *task);

/* ---- rights (act_rights.c) ------------------------------------------------------------------- */

struct act_may {
    bool right;   /* has the role there; else nothing is shown */
    bool allowed;
    uint64_t behalf; /* whom the person stands in for */
    uint64_t unit;   /* it acts as: the task's, or a unit of it that takes it */
    const char *holder; /* who has it, when that is somebody else */
};
/* At a task's step, by this role (0: a step without role, of the counter or of whoever asked). */
struct act_may act_may_task(const struct act_case *c, const struct act_branch *branch,
                            const struct act_task *task, enum role role);
/* At the counter, by one of these roles. */
struct act_may act_may_counter(const struct act_case *c, unsigned roles);
/* On the dossier as a whole, by one of these roles, where its main branch lies. */
struct act_may act_may_lead(const struct act_case *c, unsigned roles);
/* At this agency or unit, or in a unit of it, by one of these roles. */
struct act_may act_may_at(const struct act_case *c, unsigned roles, uint64_t unit);
/* May still work where, and for whom, the last act was done. */
bool act_may_again(const struct act_case *c);

/* ---- offers (act_offers.c, act_offers_whole.c) ----------------------------------------------- */

/* All that is there for this person, without where it leads. */
void act_offers_list(const struct act_case *c, struct act_view *view);
void act_offers_whole(const struct act_case *c, struct act_view *view);
struct act_offer *act_offer_add(struct act_view *view, enum act_kind kind, const char *code,
                                const char *key, const struct act_may *may);
void act_offer_block(struct act_offer *offer, const char *blocked);
struct act_branch *act_branch_of(struct act_case *c, uint64_t id);
/* The event of an action on the main branch, before it is done or while it is. */
const char *act_step_event(const struct act_case *c, const struct workflow_action *action, bool by_post);
/* The occasion of the message an act of the dossier as a whole, or an event of a step, gives; "" for none. */
const char *act_whole_tells(enum act_kind kind);
const char *act_step_tells(const char *event);
const struct workflow_action *act_action_of(const struct act_case *c, const struct act_task *task,
                                            const char *code);

/* ---- where it goes and who gets it (act_goal.c) ---------------------------------------------- */

struct act_goal {
    uint64_t body, unit;  /* body 0: there is none for the applicant's place */
    uint64_t person;      /* 0: nobody yet */
    const char *person_name;
    struct role_holders holders;
    int64_t due; /* -1: no limit */
};
/* `named`: the person the form names, 0 for none; one that does not fit is not taken (person stays 0). */
enum db_result act_goal(const struct act_case *c, const struct act_branch *branch, size_t step,
                        uint64_t named, struct act_goal *goal);
int64_t act_step_due(const struct act_case *c, const struct act_branch *branch, size_t step,
                     uint64_t unit);
/* By the longest way through its steps, at most the dossier's own. */
int64_t act_branch_due(const struct act_case *c, size_t step, uint64_t body);
const struct worktime_calendar *act_calendar(const struct act_case *c, uint64_t unit);

/* ---- doing (act_do.c and what it calls) ------------------------------------------------------ */

struct act_doing {
    struct act_case *c;
    const struct act_input *in;
    struct act_outcome *out;
    const struct act_offer *offer;
    struct act_branch *branch;
    struct act_task *task; /* NULL: the dossier as a whole */
    struct act_may may;
};

/* Answers of what was typed; they set *outcome. */
enum act_result act_wrong(struct act_doing *d, const char *field, const char *error);
enum act_result act_refused(struct act_doing *d, const char *blocked);

/* An event; the caller's reference of `data` goes. `to` NULL: the state stays. */
struct act_event {
    const char *type;
    bool is_public;
    const char *to;
    const char *public_note, *note;
    json_t *data;
    uint64_t branch;
};
enum db_result act_event_put(struct act_doing *d, const struct act_event *event);
/* A message to the citizen about the event just written; the caller's reference of `more` goes. */
enum db_result act_tell(struct act_doing *d, const char *occasion, json_t *more);
/* The row of the dossier, its version one higher. */
enum db_result act_row_write(struct act_case *c);
/* Closed for good now: the look-up code runs out some time after. */
enum db_result act_row_end(struct act_case *c);
const char *act_setting(const struct act_case *c, const char *name, const char *usual);
const char *act_moment(const struct act_case *c, int64_t minute); /* "" for none */
struct db_value act_when(const struct act_case *c, int64_t minute); /* NULL for none */

enum db_result act_task_close(struct act_doing *d, struct act_task *task);
enum db_result act_task_open(struct act_case *c, struct act_branch *branch, size_t step,
                             uint64_t unit, uint64_t person, int64_t due, uint64_t *id);
enum db_result act_branch_state(struct act_case *c, struct act_branch *branch, const char *state,
                                const char *outcome);
/* All that is open is closed; branches beside the main one are cancelled. */
enum db_result act_all_close(struct act_doing *d, bool main_too, bool only_beside);

/* The clock of the whole dossier. */
enum db_result act_pause_begin(struct act_case *c, const char *reason, uint64_t supplement,
                               const char *public_note);
/* Ends the open pause, if there is one, and counts the due time anew. */
enum db_result act_pause_end(struct act_case *c, bool restart);
enum db_result act_clock_stop(struct act_case *c);
/* Tasks and branches that follow the dossier's due time, and those whose own time stood. */
enum db_result act_dues_follow(struct act_case *c, int64_t old_due, int64_t stood_from);

enum act_result act_step_do(struct act_doing *d);
/* Opens the next step of a branch: its task, or its end. */
enum db_result act_step_enter(struct act_doing *d, struct act_branch *branch, size_t step,
                              const struct act_goal *goal, uint64_t *task);
/* Is there an agency for each branch the workflow opens? */
bool act_branches_placed(const struct act_case *c);
enum db_result act_join_pass(struct act_doing *d, struct act_branch *branch);
enum db_result act_branches_open_all(struct act_doing *d, unsigned *opened);
enum act_result act_opinion_do(struct act_doing *d);
enum act_result act_answer_do(struct act_doing *d);

/* What is asked for, as JSON: [{"paper", "what"}]. */
json_t *act_points(const struct act_doing *d);
enum act_result act_supplement_check(struct act_doing *d);
enum db_result act_supplement_ask(struct act_doing *d);
enum db_result act_supplement_accept(struct act_doing *d);
enum act_result act_money_check(struct act_doing *d);
enum db_result act_money_ask(struct act_doing *d);
enum db_result act_money_paid(struct act_doing *d, bool all);

enum db_result act_decide(struct act_doing *d, bool approved);
enum db_result act_decision_reopen(struct act_doing *d);
/* The next number of the register of whoever gives it, with its event. */
enum db_result act_number(struct act_doing *d);
enum db_result act_ready(struct act_doing *d);
enum act_result act_return_check(struct act_doing *d);
enum db_result act_return(struct act_doing *d, bool *by_post);

enum act_result act_take_do(struct act_doing *d);
enum act_result act_assign_do(struct act_doing *d);
enum act_result act_extend_do(struct act_doing *d);
enum act_result act_stop_do(struct act_doing *d);
enum act_result act_resume_do(struct act_doing *d);
enum act_result act_close_do(struct act_doing *d);
enum act_result act_withdraw_do(struct act_doing *d);
enum act_result act_words_do(struct act_doing *d);
enum act_result act_undo_do(struct act_doing *d);
/* Can the last event be taken back by this person now? */
bool act_undo_possible(const struct act_case *c);

#endif
