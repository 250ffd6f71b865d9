/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_STATUS_WORDS_H
#define MOTCUA_MODEL_STATUS_WORDS_H

#include "lib/request.h"
#include "model/dossier_status.h"

/* How a state looks: "info" (going on), "wait" (on the citizen), "ok" (done), "late", or "". */
const char *status_look(const char *state);

/* The state by which words and clips of the voice go: a result that is sent is not one to come for. */
const char *status_key(const struct dossier_status *status);

/* Words of that state from T.<section>; "" when there are none. */
const char *status_words(struct request *rq, const char *section, const struct dossier_status *status);

/* The round of a supplement the citizen has yet to answer; NULL: none. */
const struct dossier_supplement *status_open_round(const struct dossier_status *status);

/* What is still to be paid, into Status.Todo.Fees: .Name, .Amount, .By. */
void status_fees_fill(struct request *rq, const struct dossier_status *status);

#endif
