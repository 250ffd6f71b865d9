/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lib/log.h"
#include "lib/phrase.h"

enum { KEY_MAX = 96, PAIRS_MAX = 8 };

static const char *word_at(struct request *rq, const char *section, const char *name)
{
    char path[KEY_MAX];
    int length = snprintf(path, sizeof path, "T.%s%s%s", section, *name ? "." : "", name);
    return length > 0 && (size_t)length < sizeof path ? data_get(rq->words, path) : "";
}

const char *say(struct request *rq, const char *key)
{
    const char *word = word_at(rq, key, "");
    if (!*word)
        log_warn("no words for %s in %s", key, rq->language);
    return word;
}

/* Data may hold anything: only the letters of our own keys reach the tree. */
const char *say_one(struct request *rq, const char *section, const char *name)
{
    if (!*name || name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")])
        return "";
    return word_at(rq, section, name);
}

const char *say_fill(struct request *rq, const char *key, ...)
{
    struct phrase_pair pairs[PAIRS_MAX];
    size_t n = 0;
    va_list list;
    va_start(list, key);
    for (const char *name; n < PAIRS_MAX && (name = va_arg(list, const char *)); n++)
        pairs[n] = (struct phrase_pair){name, va_arg(list, const char *)};
    va_end(list);
    return phrase_fill(rq->arena, say(rq, key), pairs, n);
}

const char *say_count(struct request *rq, const char *key, long long n)
{
    const struct phrase_pair pair = {"n", arena_format(rq->arena, "%lld", n)};
    const char *one = n == 1 ? word_at(rq, arena_format(rq->arena, "%s_one", key), "") : "";
    return phrase_fill(rq->arena, *one ? one : say(rq, key), &pair, 1);
}

const char *say_moment(struct request *rq, const struct civil *at)
{
    return phrase_dated(rq->arena, rq->words, "date.moment", at);
}

const char *say_day(struct request *rq, const struct civil *at)
{
    return phrase_dated(rq->arena, rq->words, "date.day", at);
}

const char *say_either(const struct request *rq, const char *vietnamese, const char *english)
{
    return *english && !strcmp(rq->language, "en") ? english : vietnamese;
}
