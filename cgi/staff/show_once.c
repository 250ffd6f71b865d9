/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/clock.h"
#include "lib/page.h"
#include "lib/token.h"
#include "staff/sign_in_inside.h"

#define ONCE_COOKIE "staff-once"
#define ONCE_S 600

static const char *purpose_of(struct request *rq, const char *what, uint64_t user)
{
    return arena_format(rq->arena, "once %s %llu", what, (unsigned long long)user);
}

void once_keep(struct request *rq, const char *what, uint64_t user, const char *text)
{
    page_cookie(rq, ONCE_COOKIE,
                token_seal(rq->arena, KEY_COOKIE, purpose_of(rq, what, user), text,
                           clock_unix() + ONCE_S),
                ONCE_S);
}

const char *once_take(struct request *rq, const char *what, uint64_t user)
{
    const char *sealed = request_cookie(rq, ONCE_COOKIE);
    const char *text =
        sealed ? token_open(rq->arena, KEY_COOKIE, purpose_of(rq, what, user), sealed) : NULL;
    if (text)
        page_cookie(rq, ONCE_COOKIE, "", 0);
    return text;
}
