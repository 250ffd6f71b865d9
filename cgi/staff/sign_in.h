/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_SIGN_IN_H
#define MOTCUA_STAFF_SIGN_IN_H

#include "lib/request.h"

/*
 * Signing in, in up to four steps: name and password; a one-time code; a password of one's own when the first
 * was given by an administrator; an authenticator app when there is none yet. What has been shown so far is in a
 * sealed cookie for ten minutes, worthless as soon as password, app or last code change. Only the end makes a
 * session.
 */
int sign_in_form(struct request *rq);      /* GET  /can-bo/dang-nhap */
int sign_in_password(struct request *rq);  /* POST */
int sign_in_code_form(struct request *rq); /* GET  /can-bo/dang-nhap/ma */
int sign_in_code(struct request *rq);      /* POST */
int sign_in_first_form(struct request *rq); /* GET  /can-bo/dang-nhap/mat-khau-moi */
int sign_in_first(struct request *rq);      /* POST */
int sign_in_app_form(struct request *rq);   /* GET  /can-bo/dang-nhap/ung-dung */
int sign_in_app(struct request *rq);        /* POST */
int sign_in_app_qr(struct request *rq);     /* GET  /can-bo/dang-nhap/ung-dung/ma.svg */
int sign_out(struct request *rq);           /* POST /can-bo/dang-xuat */

#endif
