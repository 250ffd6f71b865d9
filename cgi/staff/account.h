/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_ACCOUNT_H
#define MOTCUA_STAFF_ACCOUNT_H

#include "lib/request.h"

/* My account: what everybody who is signed in may do with it. */
int account_page(struct request *rq);           /* GET  /can-bo/tai-khoan */
int account_password_form(struct request *rq);  /* GET  /can-bo/tai-khoan/mat-khau */
int account_password(struct request *rq);       /* POST */
int account_app_form(struct request *rq);       /* GET  /can-bo/tai-khoan/ung-dung */
int account_app(struct request *rq);            /* POST */
int account_app_qr(struct request *rq);         /* GET  /can-bo/tai-khoan/ung-dung/ma.svg */
int account_recovery_page(struct request *rq);  /* GET  /can-bo/tai-khoan/ma-du-phong */
int account_recovery_make(struct request *rq);  /* POST */
int account_session_end(struct request *rq);    /* POST /can-bo/tai-khoan/phien/{id}/ket-thuc */
int account_sessions_end(struct request *rq);   /* POST /can-bo/tai-khoan/phien/ket-thuc-khac */

#endif
