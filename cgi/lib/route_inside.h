/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_ROUTE_INSIDE_H
#define MOTCUA_LIB_ROUTE_INSIDE_H

#include "lib/route.h"

/* What the route*.c files share. */

/* The field of a form that holds its token. */
#define FORM_TOKEN "token"

/* route_find.c: the row for this path and method, filling rq->captures. NULL: 404, or 405 with the
 * methods that exist in *allow. */
const struct route *route_find(struct request *rq, const char **allow);
bool route_is_api(const struct request *rq); /* below a first segment where all rows are API, matched or not */
const struct route *route_twin(const struct request *rq); /* the GET row of the same path, or NULL */

/* route_guard.c: 0, or the status to refuse with. */
int route_guard_origin(const struct request *rq); /* POST from another site: 403 */
int route_guard_right(const struct request *rq, const struct route *route);
int route_guard_token(struct request *rq);        /* POST with effect without its form's token: 403 */
const char *route_request_key(struct request *rq); /* the nonce of that token */

/* route_run.c: runs rq->route with transaction and retries; leaves a complete reply. */
void route_run(struct request *rq);

bool route_has_effect(const struct route *route); /* a POST that changes something */

#endif
