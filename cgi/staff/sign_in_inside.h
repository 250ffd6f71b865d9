/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_SIGN_IN_INSIDE_H
#define MOTCUA_STAFF_SIGN_IN_INSIDE_H

#include "lib/request.h"
#include "model/login.h"

/* What the sign_in*.c and account*.c files share. */

#define SIGN_IN_PATH "/can-bo/dang-nhap"
#define BROWSER_COOKIE "staff-browser"
#define BROWSER_COOKIE_S (90 * 24 * 3600)

/* ---- sign_in_pending.c: how far somebody has come ---------------------------------------------- */

struct pending {
    struct credentials one;
    bool code_shown;  /* a one-time or recovery code was good */
    const char *back; /* where to go in the end; "" for the first page */
};

/* DB_NONE: nobody is half way here, or no longer. */
enum db_result pending_read(struct request *rq, struct pending *pending);
/* Notes how far `pending` is (its credentials as they are now) and goes to the next step, or into a
 * session. Ends like a handler. */
int pending_go(struct request *rq, struct pending *pending);

/* Where a visitor may be sent afterwards: a page of the staff, not the sign-in itself; else "". */
const char *sign_in_back(struct request *rq, const char *wanted);

/* The place this request comes from, for the limits. */
enum db_result sign_in_place(struct request *rq, const char *login, struct login_place *place);

/* One entry of the audit about the account `login`. */
enum db_result sign_in_note(struct request *rq, uint64_t user, const char *type, const char *login,
                            const char *note);

/* ---- form_fields.c ------------------------------------------------------------------------------- */

/* Fields that only the POST declares ("matkhau moi lai"): the page that shows them needs their nodes. */
void form_fields(struct request *rq, const char *names);

/* ---- choice.c: passwords ------------------------------------------------------------------------- */

enum answer { ANSWER_RIGHT, ANSWER_WRONG, ANSWER_TOO_MANY, ANSWER_BUSY, ANSWER_FAIL };

/* Is it the password? At most two are worked at at once; who waits too long is told that it is busy. The same
 * work whether there is such a person or not. */
enum answer password_answer(struct request *rq, const struct credentials *one, const char *typed);
/* Asks one who is signed in for the password in `field` again; counted like a sign-in. What was wrong stands
 * at the field. */
enum answer password_ask(struct request *rq, const struct credentials *one, const char *field);
/* May the new one in "moi", repeated in "lai", be chosen? What is wrong stands at the fields. */
bool choice_ok(struct request *rq, const struct credentials *one);
const char *password_store_text(struct request *rq, const char *field);

/* ---- sign_in_app.c: an app, for the sign-in and for my account ---------------------------------- */

/* The seed being enrolled, from its cookie; a new one, and its cookie, when there is none. */
const char *app_seed(struct request *rq, uint64_t user);
/* Fills App.{Seed,Qr}. */
void app_fill(struct request *rq, uint64_t user, const char *qr_path);
int app_qr(struct request *rq, uint64_t user, const char *login);
/* Is `typed` a code of the seed being enrolled? Then it is stored, with ten new recovery codes in a cookie for the
 * page that shows them. DB_NONE: the code is wrong. */
enum db_result app_confirm(struct request *rq, uint64_t user, const char *typed);

/* ---- show_once.c: secrets that are shown once ------------------------------------------------- */

/* Keeps a text for the next page of this user: sealed in a cookie, ten minutes. */
void once_keep(struct request *rq, const char *what, uint64_t user, const char *text);
/* Takes it; the cookie goes. NULL when there is none. */
const char *once_take(struct request *rq, const char *what, uint64_t user);

#endif
