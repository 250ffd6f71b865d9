/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_WORKFLOW_SHOW_H
#define MOTCUA_STAFF_WORKFLOW_SHOW_H

#include "lib/request.h"
#include "model/workflow.h"
#include "model/workflow_time.h"

/*
 * An edition as a table: Steps.N: Code, Name, Public, Who, Where, Minutes, Kind (not for tasks), Branch (not for the
 * main one), Critical; Steps.N.Actions.M: Name, To, Role (where it is not the step's), Guard, Effects.
 */
void workflow_show_steps(struct request *rq, const struct workflow *workflow, const struct workflow_time *time);

/*
 * The same as a drawing, in pixels: Flow.{Width,Height}, Flow.Boxes.N: X, Y, TextX, Lines.M.{Text,Y}, Who, WhoY,
 * Time, TimeY, Look (task, join, wait, end, branch), Critical; Flow.Lines.N: Path, Back.
 */
void workflow_draw(struct request *rq, const struct workflow *workflow, const struct workflow_time *time);

#endif
