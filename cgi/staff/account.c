/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/account.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/text.h"
#include "model/session.h"
#include "staff/sign_in_inside.h"

#define ACCOUNT_PATH "/can-bo/tai-khoan"

/* Whose page it is. The session was good a moment ago; an account that is gone by now is a failure. */
static bool me(struct request *rq, struct credentials *one)
{
    return login_by_user(rq->db, rq->arena, rq->who.id, one) == DB_OK;
}

/* ---- the page, and sessions ----------------------------------------------------------------- */

static void sessions_forms(struct request *rq)
{
    struct data *end = data_at(rq->data, "EndOthers");
    page_form(rq, end, ACCOUNT_PATH "/phien/ket-thuc-khac");
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Sessions.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Id", name)))
            break;
        struct data *session = data_at(rq->data, name);
        if (!data_has(session, "Current")) {
            data_set_flag(rq->data, "EndOthers.Any", true);
            page_form(rq, session,
                      arena_format(rq->arena, ACCOUNT_PATH "/phien/%s/ket-thuc",
                                   data_get(session, "Id")));
        }
    }
}

int account_page(struct request *rq)
{
    struct civil now = clock_now();
    int left;
    if (session_list(rq->db, rq->data, "Sessions", rq->who.id, rq->who.session, &now) == DB_FAIL ||
        login_recovery_left(rq->db, rq->arena, rq->who.id, &left) == DB_FAIL)
        return page_failed(rq);
    sessions_forms(rq);
    data_format(rq->data, "Account.PasswordHref", "%s" ACCOUNT_PATH "/mat-khau", rq->base);
    data_format(rq->data, "Account.AppHref", "%s" ACCOUNT_PATH "/ung-dung", rq->base);
    data_format(rq->data, "Account.RecoveryHref", "%s" ACCOUNT_PATH "/ma-du-phong", rq->base);
    data_set_number(rq->data, "Recovery.Left", left);
    return page_show(rq, "staff/account.cs", "staff_account");
}

int account_session_end(struct request *rq)
{
    enum db_result ended =
        session_end(rq->db, rq->who.id, (uint64_t)input_number(rq, "id"));
    if (ended == DB_NONE)
        return page_missing(rq);
    if (ended == DB_FAIL || sign_in_note(rq, rq->who.id, "session_ended",
                                         data_get(rq->data, "User.Login"), "one") == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, ACCOUNT_PATH);
}

int account_sessions_end(struct request *rq)
{
    if (session_end_all(rq->db, rq->who.id, rq->who.session) == DB_FAIL ||
        sign_in_note(rq, rq->who.id, "session_ended", data_get(rq->data, "User.Login"),
                     "all others") == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, ACCOUNT_PATH);
}

/* All sessions end and this browser gets a new one: what was stolen before is worth nothing. */
static bool session_anew(struct request *rq)
{
    const char *token;
    if (session_end_all(rq->db, rq->who.id, "") == DB_FAIL ||
        session_add(rq->db, rq->arena, rq->who.id, request_header(rq, "REMOTE_ADDR"),
                    text_shorten(rq->arena, request_header(rq, "HTTP_USER_AGENT"), 200),
                    &token) == DB_FAIL)
        return false;
    page_cookie(rq, SESSION_COOKIE, token, SESSION_HOURS * 3600);
    return true;
}

/* ---- password -------------------------------------------------------------------------------- */

static int password_show(struct request *rq, bool again)
{
    form_fields(rq, "matkhau moi lai");
    page_form(rq, data_at(rq->data, "Account"), ACCOUNT_PATH "/mat-khau");
    return page_show_status(rq, again ? 422 : 200, "staff/account_password.cs",
                            "staff_account_password");
}

int account_password_form(struct request *rq)
{
    return password_show(rq, false);
}

int account_password(struct request *rq)
{
    struct credentials one;
    if (!me(rq, &one))
        return page_failed(rq);
    if (!choice_ok(rq, &one))
        return password_show(rq, true);
    enum answer answer = password_ask(rq, &one, "matkhau");
    if (answer == ANSWER_FAIL)
        return page_failed(rq);
    if (answer == ANSWER_RIGHT && strcmp(input_text(rq, "matkhau"), input_text(rq, "moi")) == 0)
        input_refuse(rq, "moi", "password_same");
    if (input_refused(rq))
        return password_show(rq, true);
    if (login_set_password(rq->db, one.user, password_store_text(rq, "moi")) != DB_OK ||
        !session_anew(rq) ||
        sign_in_note(rq, one.user, "password_changed", one.login, "") == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, ACCOUNT_PATH);
}

/* ---- app --------------------------------------------------------------------------------------- */

static int app_show(struct request *rq, bool again)
{
    app_fill(rq, rq->who.id, ACCOUNT_PATH "/ung-dung/ma.svg");
    form_fields(rq, "matkhau macu ma");
    page_form(rq, data_at(rq->data, "Account"), ACCOUNT_PATH "/ung-dung");
    return page_show_status(rq, again ? 422 : 200, "staff/account_app.cs", "staff_account_app");
}

int account_app_form(struct request *rq)
{
    return app_show(rq, false);
}

int account_app_qr(struct request *rq)
{
    return app_qr(rq, rq->who.id, data_get(rq->data, "User.Login"));
}

/* Counted like a wrong password. */
static int old_code_wrong(struct request *rq, const struct credentials *one)
{
    struct login_place place;
    bool too_many;
    if (sign_in_place(rq, one->login, &place) == DB_FAIL ||
        login_try(rq->db, rq->arena, &place, &too_many) == DB_FAIL)
        return page_failed(rq);
    rq->keep = true;
    input_refuse(rq, "macu", too_many ? "too_many_tries" : "code_wrong");
    return app_show(rq, true);
}

/* Password and a code of the old app, then a code of the new one. */
int account_app(struct request *rq)
{
    struct credentials one;
    bool recovery;
    if (!me(rq, &one))
        return page_failed(rq);
    enum answer answer = password_ask(rq, &one, "matkhau");
    if (answer == ANSWER_FAIL)
        return page_failed(rq);
    if (answer != ANSWER_RIGHT)
        return app_show(rq, true);
    if (one.seed) {
        enum db_result used =
            login_use_code(rq->db, rq->arena, &one, input_text(rq, "macu"), &recovery);
        if (used == DB_FAIL)
            return page_failed(rq);
        if (used == DB_NONE)
            return old_code_wrong(rq, &one);
    }
    switch (app_confirm(rq, one.user, input_text(rq, "ma"))) {
    case DB_OK:
        break;
    case DB_NONE:
        input_refuse(rq, "ma", "code_wrong");
        return app_show(rq, true);
    case DB_FAIL:
        return page_failed(rq);
    }
    if (!session_anew(rq) || sign_in_note(rq, one.user, "app_enrolled", one.login, "") == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, ACCOUNT_PATH "/ma-du-phong");
}

/* ---- recovery codes ------------------------------------------------------------------------------ */

static void recovery_list(struct request *rq, const char *codes)
{
    for (const char *at = codes; at && *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        data_set_bytes(data_add(rq->data, "Codes"), "Code", at, n);
        at += n;
    }
}

static int recovery_show(struct request *rq, bool again)
{
    int left;
    if (login_recovery_left(rq->db, rq->arena, rq->who.id, &left) == DB_FAIL)
        return page_failed(rq);
    data_set_number(rq->data, "Recovery.Left", left);
    form_fields(rq, "matkhau");
    page_form(rq, data_at(rq->data, "Account"), ACCOUNT_PATH "/ma-du-phong");
    return page_show_status(rq, again ? 422 : 200, "staff/account_recovery.cs",
                            "staff_account_recovery");
}

int account_recovery_page(struct request *rq)
{
    recovery_list(rq, once_take(rq, "recovery", rq->who.id));
    return recovery_show(rq, false);
}

int account_recovery_make(struct request *rq)
{
    struct credentials one;
    const char *codes;
    if (!me(rq, &one))
        return page_failed(rq);
    enum answer answer = password_ask(rq, &one, "matkhau");
    if (answer == ANSWER_FAIL)
        return page_failed(rq);
    if (answer != ANSWER_RIGHT)
        return recovery_show(rq, true);
    if (login_recovery_make(rq->db, rq->arena, one.user, &codes) == DB_FAIL ||
        sign_in_note(rq, one.user, "recovery_codes_made", one.login, "") == DB_FAIL)
        return page_failed(rq);
    once_keep(rq, "recovery", one.user, codes);
    return page_go(rq, ACCOUNT_PATH "/ma-du-phong");
}
