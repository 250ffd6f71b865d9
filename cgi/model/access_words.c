/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/access_words.h"

#include <string.h>

#include "lib/say.h"

const char *access_purpose_key(struct arena *arena, const char *purpose)
{
    size_t end = strlen(purpose), n = end;
    while (n && purpose[n - 1] >= '0' && purpose[n - 1] <= '9')
        n--;
    bool numbered = n < end && n && (purpose[n - 1] == ' ' || purpose[n - 1] == '_');
    return arena_copy_bytes(arena, purpose, numbered ? n - 1 : end);
}

const char *access_purpose_words(struct request *rq, const char *purpose)
{
    const char *words = say_one(rq, "access_purpose", access_purpose_key(rq->arena, purpose));
    return *words ? words : say(rq, "access_purpose.other");
}
