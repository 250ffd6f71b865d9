/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/sign_in_inside.h"

void form_fields(struct request *rq, const char *names)
{
    for (const char *at = names; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        const char *value =
            arena_format(rq->arena, "Form.%s.Value", arena_copy_bytes(rq->arena, at, n));
        if (!data_has(rq->data, value))
            data_set(rq->data, value, "");
        at += n;
    }
}
