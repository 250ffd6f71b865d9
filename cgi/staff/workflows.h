/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_WORKFLOWS_H
#define MOTCUA_STAFF_WORKFLOWS_H

#include "lib/request.h"

/*
 * Workflows, for the administrator: what is in force, the draft of the next edition with its check beside it, and
 * publishing. A draft is kept as it was typed, right or wrong.
 */
enum { WORKFLOW_BODY_MAX = 120000 }; /* letters of a draft */

int workflows_list(struct request *rq);        /* GET  /can-bo/quy-trinh */
int workflows_begin(struct request *rq);       /* POST: a draft of a new one, copied from another */
int workflows_page(struct request *rq);        /* GET  /can-bo/quy-trinh/{ma}?ban=N */
int workflows_download(struct request *rq);    /* GET  /can-bo/quy-trinh/{ma}/tai-ve?ban=N */
int workflows_edit(struct request *rq);        /* GET  /can-bo/quy-trinh/{ma}/sua */
int workflows_save(struct request *rq);        /* POST */
int workflows_drop(struct request *rq);        /* POST /can-bo/quy-trinh/{ma}/bo-nhap */
int workflows_confirm(struct request *rq);     /* GET  /can-bo/quy-trinh/{ma}/phat-hanh */
int workflows_publish(struct request *rq);     /* POST */

/* For the two files of these pages. */
#define WORKFLOWS_PATH "/can-bo/quy-trinh"
const char *workflows_path(struct request *rq, const char *more); /* of the one the address names */

#endif
