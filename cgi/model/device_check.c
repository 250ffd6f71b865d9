/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/device_check.h"

#include <string.h>

#include "lib/clock.h"

const char *const device_check_names[DEVICE_CHECK_END] = {"print", "scan", "sound", "clock", "touch", NULL};

enum db_result device_check_add(struct db *db, uint64_t device, enum device_check what, bool good, const char *detail)
{
    char now[DATE_TEXT_MAX];
    struct civil at = clock_now();
    return db_exec(db,
                   "insert into device_check (device_id, at, what, is_good, detail) values (?, ?, ?, ?, left(?, 200))",
                   DB_ARGS(db_number((int64_t)device), db_text(date_format_iso_time(now, &at)),
                           db_text(device_check_names[what - 1]), db_number(good), db_text(detail)));
}

struct listing {
    struct data *data;
    const char *list;
    bool seen[DEVICE_CHECK_END];
};

static bool check_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct data *item = data_add(listing->data, listing->list);
    data_set(item, "What", row->text[0]);
    data_set(item, "At", row->text[1]);
    data_set_flag(item, "Good", row->text[2][0] == '1');
    data_set(item, "Detail", row->text[3]);
    for (size_t i = 0; device_check_names[i]; i++)
        if (strcmp(device_check_names[i], row->text[0]) == 0) {
            data_set_flag(item, "Last", !listing->seen[i]);
            listing->seen[i] = true;
        }
    return true;
}

enum db_result device_checks(struct db *db, struct data *data, const char *list, uint64_t device)
{
    struct listing listing = {.data = data, .list = list};
    return db_each(db,
                   "select what, at, is_good, detail from device_check where device_id = ?"
                   " order by at desc, id desc limit ?",
                   DB_ARGS(db_number((int64_t)device), db_number(DEVICE_CHECKS_SHOWN)), check_row, &listing) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}
