/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/clock.h"
#include "lib/page.h"
#include "lib/qr.h"
#include "lib/token.h"
#include "model/totp.h"
#include "staff/sign_in_inside.h"

#define APP_COOKIE "staff-app"
#define APP_S 900
#define SVG_CEILING (256 * 1024)

static const char *purpose_of(struct request *rq, uint64_t user)
{
    return arena_format(rq->arena, "app %llu", (unsigned long long)user);
}

static const char *seed_of_cookie(struct request *rq, uint64_t user)
{
    const char *sealed = request_cookie(rq, APP_COOKIE);
    return sealed ? token_open(rq->arena, KEY_COOKIE, purpose_of(rq, user), sealed) : NULL;
}

const char *app_seed(struct request *rq, uint64_t user)
{
    const char *seed = seed_of_cookie(rq, user);
    if (seed)
        return seed;
    seed = totp_invent(rq->arena);
    page_cookie(rq, APP_COOKIE,
                token_seal(rq->arena, KEY_COOKIE, purpose_of(rq, user), seed, clock_unix() + APP_S),
                APP_S);
    return seed;
}

void app_fill(struct request *rq, uint64_t user, const char *qr_path)
{
    data_set(rq->data, "App.Seed", totp_readable(rq->arena, app_seed(rq, user)));
    data_format(rq->data, "App.Qr", "%s%s", rq->base, qr_path);
}

int app_qr(struct request *rq, uint64_t user, const char *login)
{
    const char *seed = seed_of_cookie(rq, user);
    struct qr qr;
    if (!seed || !qr_make(rq->arena, totp_uri(rq->arena, rq->host, login, seed), &qr))
        return page_missing(rq);
    struct buffer svg;
    buffer_init(&svg, SVG_CEILING);
    qr_svg(&qr, data_get(rq->words, "T.sign_in_app.qr"), &svg);
    int status = page_bytes(rq, "image/svg+xml", svg.bytes, svg.length, NULL);
    buffer_release(&svg);
    return status;
}

enum db_result app_confirm(struct request *rq, uint64_t user, const char *typed)
{
    const char *seed = seed_of_cookie(rq, user), *codes;
    char digits[TOTP_DIGITS + 1];
    size_t n = 0;
    uint64_t step;
    for (const char *c = typed; *c && n < TOTP_DIGITS; c++)
        if (*c != ' ')
            digits[n++] = *c;
    digits[n] = '\0';
    if (!seed || !totp_ok(seed, digits, clock_unix(), 0, &step))
        return DB_NONE;
    if (login_set_seed(rq->db, rq->arena, user, seed, step) != DB_OK ||
        login_recovery_make(rq->db, rq->arena, user, &codes) == DB_FAIL)
        return DB_FAIL;
    once_keep(rq, "recovery", user, codes);
    page_cookie(rq, APP_COOKIE, "", 0);
    return DB_OK;
}
