/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/device_screen.h"

#include <stdlib.h>

enum db_result device_screen_read(struct db *db, struct arena *arena, uint64_t id, struct device_screen *screen)
{
    struct db_row row;
    enum db_result found = db_one(db, arena, "select speaks, volume, shows_officer from device where id = ?",
                                  DB_ARGS(db_number((int64_t)id)), &row);
    if (found != DB_OK)
        return found;
    *screen = (struct device_screen){
        .speech = !row.text[0] ? SCREEN_SPEAKS_FIRST : *row.text[0] == '1' ? SCREEN_SPEAKS : SCREEN_SILENT,
        .volume = (unsigned)strtoul(row.text[1], NULL, 10),
        .shows_officer = *row.text[2] == '1',
    };
    return DB_OK;
}

enum db_result device_screen_write(struct db *db, uint64_t id, const struct device_screen *screen)
{
    struct db_value speaks = screen->speech == SCREEN_SPEAKS_FIRST ? db_null()
                                                                   : db_number(screen->speech == SCREEN_SPEAKS);
    return db_exec(db, "update device set speaks = ?, volume = ?, shows_officer = ? where id = ?",
                   DB_ARGS(speaks, db_number(screen->volume), db_number(screen->shows_officer),
                           db_number((int64_t)id)));
}
