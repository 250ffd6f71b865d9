/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_LOOKUP_H
#define MOTCUA_PUBLIC_LOOKUP_H

#include "lib/request.h"

/*
 * Where is my dossier? One box takes the look-up code (status at once) or the
 * dossier number (asks for the last four digits of the applicant's phone or
 * identity number). The code travels from the form or the QR link to the
 * status page in a sealed cookie that lives ten minutes, so that no address,
 * log or referrer ever holds it. Unknown, expired and malformed codes get the
 * same answer.
 *
 * Files of the result need both, the look-up code and the second fact: neither
 * a receipt that somebody lost nor a number with four guessed digits opens them.
 *
 * Routes (rows in routes.c):
 *   GET  /tra-cuu            lookup_form
 *   POST /tra-cuu            lookup_ask     .asks; inputs { "ma", LOOKUP, optional }, { "so", LOOKUP, optional }
 *   GET  /tra-cuu/ho-so      lookup_status
 *   POST /tra-cuu/ho-so      lookup_fact    .asks; input { "so", LOOKUP, optional }
 *   GET  /tra-cuu/ho-so/tep/{tep}  lookup_file  input { "tep", ID }
 *   GET  /t/{code}           lookup_link    input { "code", LOOKUP }
 *   GET  /api/v1/dossiers/{code}  lookup_api  .api; input { "code", LOOKUP }
 */
int lookup_form(struct request *rq);
int lookup_ask(struct request *rq);
int lookup_status(struct request *rq);
int lookup_fact(struct request *rq);
int lookup_file(struct request *rq);
int lookup_link(struct request *rq);
int lookup_api(struct request *rq);

#endif
