/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/sign_in.h"

#include "lib/page.h"
#include "lib/route.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/session.h"
#include "staff/rights.h"
#include "staff/sign_in_inside.h"

/* Forms of strangers are bound to their browser, which gets its name with the first page. */
static void name_browser(struct request *rq)
{
    if (rq->who.session[0])
        return;
    const char *browser = token_random(rq->arena);
    page_cookie(rq, BROWSER_COOKIE, browser, BROWSER_COOKIE_S);
    rq->who.session = stranger_binding(rq, browser);
}

/* ---- name and password ------------------------------------------------------------------------ */

static int password_show(struct request *rq, int status, const char *problem)
{
    name_browser(rq);
    form_fields(rq, "ten matkhau tiep");
    page_form(rq, data_at(rq->data, "SignIn"), SIGN_IN_PATH);
    if (problem)
        data_set_flag(rq->data, arena_format(rq->arena, "SignIn.%s", problem), true);
    return page_show_status(rq, status, "staff/sign_in.cs", "sign_in");
}

int sign_in_form(struct request *rq)
{
    if (rq->who.id)
        return page_go(rq, "/can-bo");
    return password_show(rq, 200, NULL);
}

static int password_wrong(struct request *rq, const struct credentials *one)
{
    rq->keep = true; /* the try counts */
    if (sign_in_note(rq, one->user, "sign_in_failed", one->login, "password") == DB_FAIL)
        return page_failed(rq);
    return password_show(rq, 422, "Wrong");
}

int sign_in_password(struct request *rq)
{
    char *login = arena_copy(rq->arena, input_text(rq, "ten"));
    text_ascii_lower(login);
    struct login_place place;
    struct credentials one;
    bool too_many;
    if (sign_in_place(rq, login, &place) == DB_FAIL ||
        login_try(rq->db, rq->arena, &place, &too_many) == DB_FAIL ||
        login_by_name(rq->db, rq->arena, login, &one) == DB_FAIL)
        return page_failed(rq);
    if (too_many) {
        page_header(rq, "Retry-After", "900");
        return password_show(rq, 429, "TooMany");
    }
    enum answer answer = password_answer(rq, &one, input_text(rq, "matkhau"));
    if (answer == ANSWER_BUSY)
        return password_show(rq, 503, "Busy");
    if (answer == ANSWER_WRONG)
        return password_wrong(rq, &one);
    if (answer == ANSWER_FAIL || login_try_good(rq->db, rq->arena, &place) == DB_FAIL)
        return page_failed(rq);
    return pending_go(rq, &(struct pending){.one = one,
                                            .back = sign_in_back(rq, input_text(rq, "tiep"))});
}

/* ---- the one-time code --------------------------------------------------------------------------- */

static int code_show(struct request *rq, int status, const char *problem)
{
    form_fields(rq, "ma");
    page_form(rq, data_at(rq->data, "SignIn"), SIGN_IN_PATH "/ma");
    if (problem)
        data_set_flag(rq->data, arena_format(rq->arena, "SignIn.%s", problem), true);
    return page_show_status(rq, status, "staff/sign_in_code.cs", "sign_in_code");
}

/* Whoever is not half way begins at the beginning. 0: goes on; else the handler's answer. */
static int pending_need(struct request *rq, struct pending *pending)
{
    switch (pending_read(rq, pending)) {
    case DB_OK:
        return 0;
    case DB_NONE:
        return page_go(rq, SIGN_IN_PATH);
    case DB_FAIL:
        break;
    }
    return page_failed(rq);
}

int sign_in_code_form(struct request *rq)
{
    struct pending pending;
    int answer = pending_need(rq, &pending);
    return answer ? answer : code_show(rq, 200, NULL);
}

int sign_in_code(struct request *rq)
{
    struct pending pending;
    struct login_place place;
    bool too_many, recovery;
    int answer = pending_need(rq, &pending);
    if (answer)
        return answer;
    if (sign_in_place(rq, pending.one.login, &place) == DB_FAIL ||
        login_try(rq->db, rq->arena, &place, &too_many) == DB_FAIL)
        return page_failed(rq);
    if (too_many) {
        page_header(rq, "Retry-After", "900");
        return code_show(rq, 429, "TooMany");
    }
    enum db_result used = login_use_code(rq->db, rq->arena, &pending.one, input_text(rq, "ma"),
                                         &recovery);
    const char *login = pending.one.login;
    if (used == DB_NONE) {
        rq->keep = true;
        if (sign_in_note(rq, pending.one.user, "sign_in_failed", login, "code") == DB_FAIL)
            return page_failed(rq);
        return code_show(rq, 422, "Wrong");
    }
    if (used == DB_FAIL || login_try_good(rq->db, rq->arena, &place) == DB_FAIL ||
        (recovery &&
         sign_in_note(rq, pending.one.user, "recovery_code_used", login, "") == DB_FAIL))
        return page_failed(rq);
    pending.code_shown = true;
    return pending_go(rq, &pending);
}

/* ---- a password of one's own ------------------------------------------------------------------------ */

static bool first_is_due(const struct pending *pending)
{
    return pending->one.first_password && (pending->code_shown || !pending->one.seed);
}

static int first_show(struct request *rq, bool again)
{
    form_fields(rq, "moi lai");
    page_form(rq, data_at(rq->data, "SignIn"), SIGN_IN_PATH "/mat-khau-moi");
    return page_show_status(rq, again ? 422 : 200, "staff/sign_in_first.cs", "sign_in_first");
}

int sign_in_first_form(struct request *rq)
{
    struct pending pending;
    int answer = pending_need(rq, &pending);
    if (answer)
        return answer;
    return first_is_due(&pending) ? first_show(rq, false) : page_go(rq, SIGN_IN_PATH);
}

int sign_in_first(struct request *rq)
{
    struct pending pending;
    int answer = pending_need(rq, &pending);
    if (answer)
        return answer;
    if (!first_is_due(&pending))
        return page_go(rq, SIGN_IN_PATH);
    if (!choice_ok(rq, &pending.one))
        return first_show(rq, true);
    switch (password_answer(rq, &pending.one, input_text(rq, "moi"))) {
    case ANSWER_RIGHT: /* the old one once more */
        input_refuse(rq, "moi", "password_same");
        return first_show(rq, true);
    case ANSWER_BUSY:
        input_refuse(rq, "moi", "busy");
        return first_show(rq, true);
    case ANSWER_FAIL:
        return page_failed(rq);
    case ANSWER_WRONG:
    case ANSWER_TOO_MANY:
        break;
    }
    if (login_set_password(rq->db, pending.one.user, password_store_text(rq, "moi")) != DB_OK ||
        sign_in_note(rq, pending.one.user, "password_changed", pending.one.login, "first one") ==
            DB_FAIL)
        return page_failed(rq);
    return pending_go(rq, &pending);
}

/* ---- an app ------------------------------------------------------------------------------------------- */

static bool app_is_due(const struct pending *pending)
{
    return !pending->one.seed && !pending->one.first_password;
}

static int app_show(struct request *rq, const struct pending *pending, bool again)
{
    app_fill(rq, pending->one.user, SIGN_IN_PATH "/ung-dung/ma.svg");
    form_fields(rq, "ma");
    page_form(rq, data_at(rq->data, "SignIn"), SIGN_IN_PATH "/ung-dung");
    return page_show_status(rq, again ? 422 : 200, "staff/sign_in_app.cs", "sign_in_app");
}

int sign_in_app_form(struct request *rq)
{
    struct pending pending;
    int answer = pending_need(rq, &pending);
    if (answer)
        return answer;
    return app_is_due(&pending) ? app_show(rq, &pending, false) : page_go(rq, SIGN_IN_PATH);
}

int sign_in_app_qr(struct request *rq)
{
    struct pending pending;
    int answer = pending_need(rq, &pending);
    if (answer)
        return answer;
    return app_is_due(&pending) ? app_qr(rq, pending.one.user, pending.one.login)
                                : page_missing(rq);
}

int sign_in_app(struct request *rq)
{
    struct pending pending;
    int answer = pending_need(rq, &pending);
    if (answer)
        return answer;
    if (!app_is_due(&pending))
        return page_go(rq, SIGN_IN_PATH);
    switch (app_confirm(rq, pending.one.user, input_text(rq, "ma"))) {
    case DB_OK:
        break;
    case DB_NONE:
        input_refuse(rq, "ma", "code_wrong");
        return app_show(rq, &pending, true);
    case DB_FAIL:
        return page_failed(rq);
    }
    if (sign_in_note(rq, pending.one.user, "app_enrolled", pending.one.login, "") == DB_FAIL)
        return page_failed(rq);
    pending.code_shown = true;
    pending.back = "/can-bo/tai-khoan/ma-du-phong";
    return pending_go(rq, &pending);
}

/* ---- out ------------------------------------------------------------------------------------------------ */

int sign_out(struct request *rq)
{
    if (session_end_bound(rq->db, rq->who.id, rq->who.session) == DB_FAIL ||
        sign_in_note(rq, rq->who.id, "sign_out", data_get(rq->data, "User.Login"), "") == DB_FAIL)
        return page_failed(rq);
    page_cookie(rq, SESSION_COOKIE, "", 0);
    return page_go(rq, SIGN_IN_PATH);
}
