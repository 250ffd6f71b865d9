/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_WORKFLOW_SAY_H
#define MOTCUA_STAFF_WORKFLOW_SAY_H

#include "lib/request.h"
#include "model/workflow.h"
#include "model/workflow_compare.h"
#include "model/workflow_finding.h"

/* Workflows in the words of the page's language. */

/* "2 ngày làm việc 4 giờ 30 phút"; a working day has eight hours. */
const char *say_minutes(struct request *rq, int64_t minutes);
const char *say_guard(struct request *rq, const char *text); /* facts and words translated, numbers and signs kept */
const char *say_effects(struct request *rq, unsigned effects);
/* A legal term: "3 ngày làm việc"; "" for none. */
const char *say_term(struct request *rq, int64_t value, const char *unit);
const char *say_finding(struct request *rq, const struct workflow_finding *finding);

/* Each as an item of `list`: Kind (added, removed, changed), KindText, Where, Member, Before, After. */
void say_changes(struct request *rq, const char *list, const struct workflow_change *changes, size_t n);

#endif
