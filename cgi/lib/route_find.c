/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/address.h"
#include "lib/arena.h"
#include "lib/route_inside.h"

/* Fewer {name} segments win: /thu-tuc/moi is itself before it is a code. */
struct match {
    const struct route *route;
    struct parameter captures[ADDRESS_CAPTURES];
    size_t n;
};

static bool other_language(const struct request *rq, const struct route *route)
{
    return route->api && rq->base[0] != '\0';
}

const struct route *route_find(struct request *rq, const char **allow)
{
    struct match best = {.route = NULL}, now;
    bool get = false, post = false;
    for (now.route = rq->audience->routes; now.route->path; now.route++) {
        if (other_language(rq, now.route) ||
            !address_match(rq->arena, now.route->path, rq->path, now.captures, &now.n))
            continue;
        get |= now.route->method == GET;
        post |= now.route->method == POST;
        if (!rq->foreign && now.route->method == rq->method &&
            (!best.route || now.n < best.n))
            best = now;
    }
    *allow = get && post ? "GET, HEAD, POST" : get ? "GET, HEAD" : post ? "POST" : NULL;
    if (!best.route)
        return NULL;
    rq->captures = arena_take_array(rq->arena, best.n, sizeof *rq->captures);
    for (size_t i = 0; i < best.n; i++)
        rq->captures[i] = best.captures[i];
    rq->n_captures = best.n;
    return best.route;
}

bool route_is_api(const struct request *rq)
{
    bool found = false;
    for (const struct route *route = rq->audience->routes; route->path; route++) {
        const char *second = strchr(route->path + 1, '/');
        size_t n = second ? (size_t)(second - route->path) + 1 : 0;
        if (n == 0 || rq->base[0] || strncmp(rq->path, route->path, n) != 0)
            continue;
        if (!route->api)
            return false;
        found = true;
    }
    return found;
}

const struct route *route_twin(const struct request *rq)
{
    for (const struct route *route = rq->audience->routes; route->path; route++)
        if (route->method == GET && strcmp(route->path, rq->route->path) == 0)
            return route;
    return NULL;
}
