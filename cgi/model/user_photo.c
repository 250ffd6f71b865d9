/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/user_photo.h"

enum db_result user_photo_set(struct db *db, uint64_t user, enum file_type type, const void *bytes, size_t n,
                              uint64_t by, const struct civil *now)
{
    char at[DATE_TEXT_MAX];
    date_format_iso_time(at, now);
    return db_exec(db,
                   "insert into user_photo (user_id, type, picture, changed_at, changed_by) values (?, ?, ?, ?, ?)"
                   " on duplicate key update type = values(type), picture = values(picture),"
                   " changed_at = values(changed_at), changed_by = values(changed_by)",
                   DB_ARGS(db_id(user), db_text(type == FILE_PNG ? "png" : "jpeg"), db_bytes(bytes, n), db_text(at),
                           db_id(by)));
}

enum db_result user_photo_drop(struct db *db, uint64_t user)
{
    return db_exec(db, "delete from user_photo where user_id = ?", DB_ARGS(db_id(user)));
}
