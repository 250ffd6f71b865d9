/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <sodium.h>
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/page.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/audit.h"
#include "model/session.h"
#include "staff/sign_in_inside.h"

#define PENDING_COOKIE "staff-sign-in"
#define PENDING_S 600
#define PURPOSE "sign in"

/* ---- where from, where to ------------------------------------------------------------------ */

const char *sign_in_back(struct request *rq, const char *wanted)
{
    static const char start[] = "/can-bo";
    size_t n = sizeof start - 1;
    bool ours = strncmp(wanted, start, n) == 0 && strchr("/?", wanted[n]) && wanted[n] &&
                !strstr(wanted, "//") && !strchr(wanted, '\\') && !strstr(wanted, "/../") &&
                strncmp(wanted, SIGN_IN_PATH, strlen(SIGN_IN_PATH)) != 0 &&
                strncmp(wanted, "/can-bo/dang-xuat", 17) != 0;
    for (const char *c = wanted; ours && *c; c++)
        ours = *c > ' ' && *c < 0x7f;
    return ours ? arena_copy(rq->arena, wanted) : "";
}

enum db_result sign_in_place(struct request *rq, const char *login, struct login_place *place)
{
    const char *browser = request_cookie(rq, BROWSER_COOKIE);
    *place = (struct login_place){
        .login = login,
        .address = request_header(rq, "REMOTE_ADDR"),
        .browser = browser ? browser : "",
    };
    return login_browser_known(rq->db, rq->arena, login, place->browser, &place->known);
}

enum db_result sign_in_note(struct request *rq, uint64_t user, const char *type, const char *login,
                            const char *note)
{
    const char *where = request_header(rq, "REMOTE_ADDR");
    const struct audit_entry entry = {
        .user = user,
        .type = type,
        .subject = user ? arena_format(rq->arena, "user %s", login) : "",
        .note = *note ? arena_format(rq->arena, "%s; from %s", note, where)
                      : arena_format(rq->arena, "from %s", where),
    };
    return audit_add(rq->db, &entry);
}

/* ---- the cookie: "USER STATE CODE BACK" -------------------------------------------------------- */

enum db_result pending_read(struct request *rq, struct pending *pending)
{
    const char *sealed = request_cookie(rq, PENDING_COOKIE);
    char *text = sealed ? token_open(rq->arena, KEY_COOKIE, PURPOSE, sealed) : NULL;
    *pending = (struct pending){.back = ""};
    if (!text)
        return DB_NONE;
    char *part[3];
    for (int i = 0; i < 3; i++) {
        part[i] = text;
        text = strchr(text, ' ');
        if (!text)
            return DB_NONE;
        *text++ = '\0';
    }
    enum db_result found =
        login_by_user(rq->db, rq->arena, strtoull(part[0], NULL, 10), &pending->one);
    if (found != DB_OK)
        return found;
    pending->code_shown = part[2][0] == '1';
    pending->back = sign_in_back(rq, text);
    return !pending->one.closed && strcmp(pending->one.state, part[1]) == 0 ? DB_OK : DB_NONE;
}

static void pending_keep(struct request *rq, const struct pending *pending)
{
    const char *text =
        arena_format(rq->arena, "%llu %s %d %s", (unsigned long long)pending->one.user,
                     pending->one.state, pending->code_shown ? 1 : 0, pending->back);
    page_cookie(rq, PENDING_COOKIE,
                token_seal(rq->arena, KEY_COOKIE, PURPOSE, text, clock_unix() + PENDING_S),
                PENDING_S);
}

/* ---- the end ------------------------------------------------------------------------------------ */

static int session_begin(struct request *rq, const struct pending *pending)
{
    const char *token, *browser = request_cookie(rq, BROWSER_COOKIE);
    uint64_t user = pending->one.user;
    if (session_add(rq->db, rq->arena, user, request_header(rq, "REMOTE_ADDR"),
                    text_shorten(rq->arena, request_header(rq, "HTTP_USER_AGENT"), 200),
                    &token) == DB_FAIL ||
        (browser && login_browser_keep(rq->db, user, browser) == DB_FAIL) ||
        sign_in_note(rq, user, "sign_in", pending->one.login, "") == DB_FAIL)
        return page_failed(rq);
    page_cookie(rq, SESSION_COOKIE, token, SESSION_HOURS * 3600);
    page_cookie(rq, PENDING_COOKIE, "", 0);
    if (browser)
        page_cookie(rq, BROWSER_COOKIE, browser, BROWSER_COOKIE_S);
    return page_go(rq, "%s", *pending->back ? pending->back : "/can-bo");
}

int pending_go(struct request *rq, struct pending *pending)
{
    if (login_by_user(rq->db, rq->arena, pending->one.user, &pending->one) != DB_OK)
        return page_failed(rq);
    const struct credentials *one = &pending->one;
    const char *next = one->seed && !pending->code_shown ? "/ma"
                       : one->first_password             ? "/mat-khau-moi"
                       : !one->seed                      ? "/ung-dung"
                                                         : NULL;
    if (!next)
        return session_begin(rq, pending);
    pending_keep(rq, pending);
    return page_go(rq, SIGN_IN_PATH "%s", next);
}
