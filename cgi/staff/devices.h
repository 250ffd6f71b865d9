/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DEVICES_H
#define MOTCUA_STAFF_DEVICES_H

#include "lib/request.h"

/*
 * Devices of the hall, for administrators and managers: each sees those of the halls the own roles reach. Who stands
 * before a device types the code on its screen and says what it is.
 */
int devices_list(struct request *rq);         /* GET  /can-bo/thiet-bi */
int devices_approve_form(struct request *rq); /* GET  /can-bo/thiet-bi/ghep */
int devices_approve(struct request *rq);      /* POST */
int devices_page(struct request *rq);         /* GET  /can-bo/thiet-bi/{id} */
int devices_change_form(struct request *rq);  /* GET  /can-bo/thiet-bi/{id}/sua */
int devices_change(struct request *rq);       /* POST */
int devices_want(struct request *rq);         /* POST /can-bo/thiet-bi/{id}/yeu-cau: reload, or test itself */
int devices_printer_mended(struct request *rq); /* POST /can-bo/thiet-bi/{id}/may-in */
int devices_revoke(struct request *rq);       /* POST /can-bo/thiet-bi/{id}/thu-hoi */

/* For the route table. */
extern const char *const devices_kinds[];  /* kinds as the forms say them, in the order of enum device_kind */
extern const char *const devices_speech[]; /* whether a board speaks: tu-dong, co, khong */
extern const char *const devices_wishes[]; /* reload, check */

#endif
