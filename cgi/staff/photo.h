/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_PHOTO_H
#define MOTCUA_STAFF_PHOTO_H

#include "lib/request.h"

/*
 * The portrait of an officer, set by an administrator:
 *
 *   GET  /can-bo/nguoi-dung/{id}/anh       the picture and the form
 *   POST /can-bo/nguoi-dung/{id}/anh       .files 1, field "tepmoi"
 *   POST /can-bo/nguoi-dung/{id}/anh/go    takes it away
 *   GET  /can-bo/nguoi-dung/{id}/anh/xem   the picture itself
 */
int photo_page(struct request *rq);
int photo_set(struct request *rq);
int photo_drop(struct request *rq);
int photo_show(struct request *rq);

#endif
