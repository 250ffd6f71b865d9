/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DOSSIER_H
#define MOTCUA_STAFF_DOSSIER_H

#include "lib/request.h"
#include "model/act.h"
#include "model/dossier_page.h"
#include "model/scope.h"

/*
 * One dossier as officers see it: where it stands, what is to be done next, what happened. Each look is written
 * down. To who has no business with it, it is not there.
 */
int dossier_view(struct request *rq); /* GET /can-bo/ho-so/{id} */

/* The style and script of these pages. */
void dossier_dress(struct request *rq);

/* "/can-bo/ho-so/7" without the language prefix. */
const char *dossier_path(struct request *rq, uint64_t dossier);

/* Dossier.*: number, procedure, applicant, state, who has it, due time. False: the database failed. */
bool dossier_head_fill(struct request *rq, const struct dossier_page *page, const struct civil *now);

/* People with their data; identity numbers in full only where `whole`. */
void dossier_people_fill(struct request *rq, const struct dossier_page *page, bool whole);

/* What happened, papers, requests, fees, agencies, messages, who looked and who has it open. */
void dossier_parts_fill(struct request *rq, const struct dossier_page *page,
                        const struct civil *now);

/* node.<name> as "16:30 23/03/2026" and node.<name>Iso for machines; neither for a moment that has not come. */
void dossier_moment_put(struct request *rq, struct data *node, const char *name,
                        const struct civil *at);

/* "+84912345678" as "0912 345 678". */
const char *dossier_phone_words(struct request *rq, const char *stored);

/* Words of an event for officers. */
const char *dossier_event_words(struct request *rq, const char *type);

#endif
