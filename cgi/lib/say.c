/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lib/log.h"

enum { KEY_MAX = 96, SAID_MAX = 4096, PAIRS_MAX = 8 };

static const char *word_at(struct request *rq, const char *section, const char *name) {
    char path[KEY_MAX];
    int length = snprintf(path, sizeof path, "T.%s%s%s", section, *name ? "." : "", name);
    return length > 0 && (size_t)length < sizeof path ? data_get(rq->words, path) : "";
}

const char *say(struct request *rq, const char *key) {
    const char *word = word_at(rq, key, "");
    if (!*word)
        log_warn("no words for %s in %s", key, rq->language);
    return word;
}

/* Data may hold anything: only the letters of our own keys reach the tree. */
const char *say_one(struct request *rq, const char *section, const char *name) {
    if (!*name || name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")])
        return "";
    return word_at(rq, section, name);
}

struct pair {
    const char *name, *value;
};

static const char *pair_value(const struct pair *pairs, size_t n, const char *name, size_t length) {
    for (size_t i = 0; i < n; i++)
        if (strlen(pairs[i].name) == length && !memcmp(pairs[i].name, name, length))
            return pairs[i].value;
    return NULL;
}

static const char *fill(struct request *rq, const char *pattern, const struct pair *pairs,
                        size_t n) {
    struct buffer out;
    buffer_init(&out, SAID_MAX);
    while (*pattern) {
        const char *end = *pattern == '{' ? strchr(pattern, '}') : NULL;
        const char *value =
            end ? pair_value(pairs, n, pattern + 1, (size_t)(end - pattern - 1)) : NULL;
        if (value) {
            buffer_text(&out, value);
            pattern = end + 1;
        } else {
            buffer_add(&out, pattern++, 1);
        }
    }
    const char *said = arena_copy(rq->arena, out.bytes);
    buffer_release(&out);
    return said;
}

const char *say_fill(struct request *rq, const char *key, ...) {
    struct pair pairs[PAIRS_MAX];
    size_t n = 0;
    va_list list;
    va_start(list, key);
    for (const char *name; n < PAIRS_MAX && (name = va_arg(list, const char *)); n++)
        pairs[n] = (struct pair){name, va_arg(list, const char *)};
    va_end(list);
    return fill(rq, say(rq, key), pairs, n);
}

const char *say_count(struct request *rq, const char *key, long long n) {
    const struct pair pair = {"n", arena_format(rq->arena, "%lld", n)};
    const char *one = n == 1 ? word_at(rq, arena_format(rq->arena, "%s_one", key), "") : "";
    return fill(rq, *one ? one : say(rq, key), &pair, 1);
}

static void date_words_read(struct request *rq, struct date_words *words) {
    for (int i = 0; i < 7; i++)
        words->weekday[i] = say(rq, arena_format(rq->arena, "date.weekday.%d", i));
    for (int i = 0; i < 12; i++)
        words->month[i] = say(rq, arena_format(rq->arena, "date.month.%d", i + 1));
}

static const char *dated(struct request *rq, const char *key, const struct civil *at) {
    struct date_words words;
    char text[160];
    if (!at->year)
        return "";
    date_words_read(rq, &words);
    return date_fill(text, sizeof text, say(rq, key), &words, at) ? arena_copy(rq->arena, text)
                                                                   : "";
}

const char *say_moment(struct request *rq, const struct civil *at) {
    return dated(rq, "date.moment", at);
}

const char *say_day(struct request *rq, const struct civil *at) {
    return dated(rq, "date.day", at);
}

const char *say_either(const struct request *rq, const char *vietnamese, const char *english) {
    return *english && !strcmp(rq->language, "en") ? english : vietnamese;
}
