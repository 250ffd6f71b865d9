/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_SAY_H
#define MOTCUA_LIB_SAY_H

#include "lib/date.h"
#include "lib/request.h"

/*
 * Sentences in the language of the request, made from templates/lang. Keys are
 * written without the leading "T."; a key that is missing says nothing and is
 * logged, since tests/lint/check_lang compares keys with the sources. Texts
 * live in the request's arena or in the language tree.
 */
const char *say(struct request *rq, const char *key);
/* The word `name` below `section`, for names that come as data: say_one(rq, "state", "ready").
 * "" when there is none. */
const char *say_one(struct request *rq, const char *section, const char *name);

/* {name} in the pattern becomes the value: say_fill(rq, "status.left_days", "n", "3", NULL). */
const char *say_fill(struct request *rq, const char *key, ...) __attribute__((sentinel));
/* As say_fill; a "_one" form of the key is taken for 1 where the language has one. */
const char *say_count(struct request *rq, const char *key, long long n);

/* "16 giờ 30, thứ Hai 23/03/2026" · "16:30, Monday 23 March 2026"; "" for year 0. */
const char *say_moment(struct request *rq, const struct civil *at);
/* "thứ Hai 23/03/2026" · "Monday 23 March 2026" */
const char *say_day(struct request *rq, const struct civil *at);

/* The text of the request's language: `english` when it is asked for and there is one. */
const char *say_either(const struct request *rq, const char *vietnamese, const char *english);

#endif
