/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_group_name.h"

enum db_result hall_group_name(struct db *db, struct arena *arena, uint64_t group, struct hall_group_name *out)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena,
               "select g.letter, g.name, g.name_en, h.code from service_group g join hall h on h.id = g.hall_id"
               " where g.id = ?",
               DB_ARGS(db_id(group)), &row);
    if (found == DB_OK)
        *out = (struct hall_group_name){
            .letter = row.text[0][0], .name = row.text[1], .name_en = row.text[2], .hall_code = row.text[3]};
    return found;
}
