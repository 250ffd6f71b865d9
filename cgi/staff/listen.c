/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/listen.h"

#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "staff/rights.h"

int staff_listen(struct request *rq)
{
    const char *channel = input_text(rq, "kenh");
    if (strcmp(channel, "alarm-help") == 0)
        return right_held(rq, RIGHT_COUNTER) || right_held(rq, RIGHT_HALL) ? page_json(rq, 200, json_object())
                                                                           : page_forbidden(rq);
    if (strncmp(channel, "alarm-", 6) == 0)
        return right_held(rq, RIGHT_HALL) ? page_json(rq, 200, json_object()) : page_forbidden(rq);
    if (strncmp(channel, "hall-", 5) != 0 && strncmp(channel, "counter-", 8) != 0)
        return page_missing(rq);
    return page_json(rq, 200, json_object());
}
