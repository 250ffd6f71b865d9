/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKFLOW_TIME_H
#define MOTCUA_MODEL_WORKFLOW_TIME_H

#include "model/workflow.h"

/* How long a workflow takes, and how much the law gives. */
struct workflow_time {
    int64_t minutes; /* working minutes of the longest way until the result lies ready */
    int64_t branches; /* of that, the longest joint or opinion branch */
    bool open;       /* a task on some way has no time of its own: it takes what the limit leaves */
    bool critical[WORKFLOW_STEPS_MAX]; /* on the longest way: any delay here delays the whole */
    bool goes_back[WORKFLOW_ACTIONS_MAX]; /* actions that lead back to where one has been */
};

/*
 * The longest way counts a step once, however often a dossier is sent back or supplemented; where the clock
 * stands (the citizen is to act) and where the result lies ready, no time passes. Branches run beside each other and
 * the join waits for the longest of them.
 */
void workflow_time(const struct workflow *workflow, struct workflow_time *time);

/*
 * Working minutes a term gives in its worst case; -1: it is not limited. Working days are WORKTIME_DAY each. Of
 * calendar days only those count that are working days wherever the term begins, holidays left aside (the due time
 * itself moves past a rest day, so that one day gives one). On the same day there is what lies between the
 * last moment of reception and the close, two hours. `unit` as in procedure_rev.term_unit.
 */
int64_t workflow_limit(int64_t value, const char *unit);

/* Does it fit? A workflow that takes what is left must leave something. limit -1: yes. */
bool workflow_fits(const struct workflow_time *time, int64_t limit);

#endif
