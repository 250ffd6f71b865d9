/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/agency_names.h"

#include "lib/clock.h"
#include "lib/date.h"

struct naming {
    bool (*name)(void *context, const char *code, const char *name);
    void *context;
};

static bool name_row(void *context, const struct db_row *row)
{
    struct naming *naming = context;
    return naming->name(naming->context, row->text[0], row->text[1]);
}

enum db_result agency_names(struct db *db,
                            bool (*name)(void *context, const char *code, const char *name),
                            void *context)
{
    char today[DATE_TEXT_MAX];
    struct civil now = clock_now();
    date_format_iso(today, &now);
    struct naming naming = {name, context};
    return db_each(db,
                   "select code, name from agency where kind <> 'unit'"
                   " and (valid_to is null or valid_to >= ?) order by parent_id is not null, id",
                   DB_ARGS(db_text(today)), name_row, &naming);
}

const char *agency_province(struct db *db, struct arena *arena)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select value from setting where name = 'province_name'", DB_ARGS(), &row);
    return result == DB_OK && row.text[0] ? row.text[0] : "";
}
