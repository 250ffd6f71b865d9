/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/helper.h"

#include "lib/clock.h"
#include "model/catalogue.h"

#define HELPERS (ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_MANAGER) | ROLE_BIT(ROLE_HEAD))

bool helper_read(struct request *rq, struct helper *helper)
{
    struct civil today = clock_now();
    const struct catalogue *catalogue = catalogue_held();
    return catalogue && scope_load(rq->db, rq->arena, rq->who.id, &today, &helper->scope) == DB_OK &&
           counter_seat_halls(rq->db, rq->arena, catalogue->version, rq->who.id, &helper->halls) != DB_FAIL;
}

bool helper_reaches(const struct helper *helper, uint64_t hall, uint64_t agency)
{
    for (size_t i = 0; i < helper->halls.n; i++)
        if (helper->halls.halls[i].id == hall)
            return true;
    return scope_allows(&helper->scope, HELPERS, agency);
}
