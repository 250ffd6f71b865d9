/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/arena.h"
#include "lib/route_inside.h"
#include "lib/token.h"

/* The host of "https://host:port" is the one that was asked. */
static bool origin_is_ours(const struct request *rq, const char *origin)
{
    const char *host = strstr(origin, "://");
    return host && rq->host[0] && strcasecmp(host + 3, rq->host) == 0;
}

/*
 * Browsers say where a form came from. What they say is believed; what says nothing (scripts, old
 * browsers) is held by the form token where there is an effect.
 */
int route_guard_origin(const struct request *rq)
{
    if (rq->method != POST)
        return 0;
    const char *site = request_header(rq, "HTTP_SEC_FETCH_SITE");
    const char *origin = request_header(rq, "HTTP_ORIGIN");
    bool same_site = strcmp(site, "same-origin") == 0;
    if (*site && !same_site && strcmp(site, "none") != 0)
        return 403;
    /* Under a strict referrer policy even our own forms come from "null". */
    if (same_site && strcmp(origin, "null") == 0)
        return 0;
    return *origin && !origin_is_ours(rq, origin) ? 403 : 0;
}

int route_guard_right(const struct request *rq, const struct route *route)
{
    if (route->right == ANYONE)
        return 0;
    if (route->right == NOBODY || rq->who.id == 0)
        return 403;
    return rq->who.rights >> route->right & 1 ? 0 : 403;
}

static const char *token_of(const struct request *rq)
{
    const char *found = NULL;
    for (size_t i = rq->n_query; i < rq->n_parameters; i++) {
        if (strcmp(rq->parameters[i].name, FORM_TOKEN) != 0)
            continue;
        if (found)
            return NULL;
        found = rq->parameters[i].value;
    }
    return found;
}

int route_guard_token(struct request *rq)
{
    if (!route_has_effect(rq->route))
        return 0;
    const char *token = token_of(rq);
    return token && token_form_ok(token, rq->path, rq->who.session) ? 0 : 403;
}

const char *route_request_key(struct request *rq)
{
    const char *token = token_of(rq);
    return arena_copy_bytes(rq->arena, token, strcspn(token, "."));
}
