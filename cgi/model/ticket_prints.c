/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/ticket_prints.h"

#include <stdlib.h>

enum db_result ticket_prints(struct db *db, struct arena *arena, uint64_t ticket, long long *prints)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena, "select count(*) from ticket_event where ticket_id = ? and kind = 'printed'",
               DB_ARGS(db_id(ticket)), &row);
    if (found == DB_OK)
        *prints = strtoll(row.text[0], NULL, 10);
    return found;
}
