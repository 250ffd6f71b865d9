/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/act_places.h"

enum db_result act_places(struct db *db, struct data *data, const char *list)
{
    return db_rows(db, data, list,
                   "select a.id as Value, a.name as Name, a.name_en as NameEn,"
                   " if(a.kind = 'unit', b.name, '') as Above"
                   " from agency a left join agency b on b.id = a.parent_id"
                   " where a.kind <> 'generic' and a.valid_to is null and exists (select 1"
                   " from role_grant g where g.agency_id = a.id and g.role = 'handler'"
                   " and g.withdrawn_at is null)"
                   " order by if(a.kind = 'unit', b.name, a.name), a.kind = 'unit', a.name",
                   DB_ARGS());
}
