/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DESK_LENT_H
#define MOTCUA_STAFF_DESK_LENT_H

#include "staff/desk_inside.h"

/* Panel.Lent.{Label,Group,Text,Classes: Value, Text; Action, Token}: a number lent to a dispenser that has not told of
 * it, and the form that takes it in. DB_NONE: it was lent to nobody today. */
enum db_result desk_lent_fill(struct request *rq, const struct counter *counter, char letter, unsigned number);

#endif
