/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_INPUT_TYPE_H
#define MOTCUA_LIB_INPUT_TYPE_H

#include "lib/arena.h"
#include "lib/input.h"

/* One checked value; the table of types is in input.h. */
struct input_item {
    const char *text;
    int64_t number;
    struct civil date;
};

/*
 * Checks one text as it came. NULL: *item is filled (an empty text of a type that allows it gives ""). Else
 * the word key of what is wrong: required, too_long, not_number, not_code, not_choice, not_date, not_phone.
 */
const char *input_type_check(struct arena *arena, const struct input *input, const char *raw,
                             struct input_item *item);

#endif
