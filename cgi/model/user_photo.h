/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_USER_PHOTO_H
#define MOTCUA_MODEL_USER_PHOTO_H

#include <stddef.h>
#include <stdint.h>

#include "lib/date.h"
#include "lib/db.h"
#include "lib/file_type.h"

/*
 * Portraits of officers, as people see them who rate (model/rating_service.h reads them). Each in the caller's
 * transaction.
 */
enum { USER_PHOTO_MOST = 200 * 1024 }; /* bytes */

/* FILE_JPEG or FILE_PNG, checked and without what is not the picture. */
enum db_result user_photo_set(struct db *db, uint64_t user, enum file_type type, const void *bytes, size_t n,
                              uint64_t by, const struct civil *now);
/* DB_NONE: there is none. */
enum db_result user_photo_drop(struct db *db, uint64_t user);

#endif
