/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/cookie.h"
#include "lib/log.h"
#include "lib/page_inside.h"
#include "lib/route.h"
#include "lib/text.h"

static bool printable(const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if (*c < 0x20 || *c >= 0x7f)
            return false;
    return true;
}

void page_header(struct request *rq, const char *name, const char *value)
{
    if (!printable(name) || !printable(value) || strpbrk(name, ": ")) {
        log_error("the header %.40s holds bytes that may not be sent", name);
        return;
    }
    buffer_format(&rq->reply.headers, "%s: %s\r\n", name, value);
}

void page_cookie(struct request *rq, const char *name, const char *value, int max_age_s)
{
    if (!cookie_value_is_plain(value, strlen(value))) {
        log_error("the cookie %.40s holds bytes that may not be sent", name);
        return;
    }
    rq->reply.private = true;
    const char *wire = cookie_wire_name(rq->arena, name);
    const char *line = arena_format(rq->arena, "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=%s%s",
                                    wire, value, max_age_s > 0 ? max_age_s : 0,
                                    rq->audience->strict_cookies ? "Strict" : "Lax",
                                    cookie_is_secure() ? "; Secure" : "");
    page_header(rq, "Set-Cookie", line);
}

void page_fresh(struct request *rq, int seconds)
{
    rq->reply.fresh_s = seconds > 0 ? seconds : 0;
}

void page_common(struct request *rq)
{
    rq->reply.common = true;
}

void page_disposition(struct request *rq, const char *name)
{
    /* Old programs read the plain form: without marks, and without what would end the quotes. */
    char *plain = text_plain(rq->arena, name);
    char *to = plain;
    for (const unsigned char *c = (const unsigned char *)plain; *c; c++)
        if (*c >= 0x20 && *c < 0x7f && !strchr("\"\\/%;", *c))
            *to++ = (char)*c;
    *to = '\0';
    page_header(rq, "Content-Disposition",
                arena_format(rq->arena, "attachment; filename=\"%s\"; filename*=UTF-8''%s",
                             *plain ? plain : "file", text_url_encode(rq->arena, name)));
}
