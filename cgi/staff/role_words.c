/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/role_words.h"

#include "model/scope.h"

static const char *word(struct request *rq, const char *role, const char *part)
{
    return data_get(rq->words, arena_format(rq->arena, "T.role.%s%s", role, part));
}

void role_words(struct request *rq, const char *list)
{
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "%s.%d", list, i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Role", name)))
            return;
        struct data *item = data_at(rq->data, name);
        data_set(item, "RoleText", word(rq, data_get(item, "Role"), ""));
        if (!*data_get(item, "Agency"))
            data_set(item, "Agency", word(rq, "everywhere", ""));
    }
}

void role_choices(struct request *rq, const char *list)
{
    for (int role = ROLE_CLERK; role < ROLE_END; role++) {
        struct data *item = data_add(rq->data, list);
        data_set(item, "Value", role_names[role]);
        data_set(item, "Text", word(rq, role_names[role], ""));
        data_set(item, "Hint", word(rq, role_names[role], "_hint"));
    }
}
