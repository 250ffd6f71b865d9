/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: a query or form body, and the values in it as every type of input. What is taken is clean text
 * and keeps the promises of its type.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/input_type.h"
#include "lib/limits.h"
#include "lib/text.h"
#include "lib/urlencoded.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char *const choices[] = {"tinh", "huyen", "xa", NULL};

static void check_text(const char *text)
{
    size_t n = strlen(text);
    MUST(text_is_utf8(text, n));
    for (size_t i = 0; i < n; i++)
        MUST((unsigned char)text[i] >= 0x20 || text[i] == '\n' || text[i] == '\t');
    MUST(n == 0 || (text[0] != ' ' && text[n - 1] != ' '));
}

static void check_item(struct arena *arena, enum input_type type, const char *raw)
{
    struct input input = {.name = "a", .type = type, .max = 20, .choices = choices};
    struct input_item item, again;
    if (input_type_check(arena, &input, raw, &item))
        return;
    check_text(item.text);
    MUST(input_type_check(arena, &input, item.text, &again) == NULL);
    MUST(strcmp(again.text, item.text) == 0 && again.number == item.number);
    if (type == TEXT || type == QUERY || type == LOOKUP)
        MUST(text_count(item.text) <= 20 && !strchr(item.text, '\n'));
    if (type == ID)
        MUST(item.number > 0);
    if (type == COUNT)
        MUST(item.number >= 0 && item.number <= INT32_MAX);
    if (type == DATE)
        MUST(date_valid(item.date.year, item.date.month, item.date.day));
    if (type == PHONE)
        MUST(text_is_digits(item.text) && strlen(item.text) <= 11);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_open(0);
    struct parameter parameters[LIMIT_PARAMETERS];
    size_t n = 0;
    if (size <= LIMIT_FORM_BODY &&
        urlencoded_parse(arena, (const char *)bytes, size, parameters, LIMIT_PARAMETERS, &n)) {
        MUST(n <= LIMIT_PARAMETERS);
        for (size_t i = 0; i < n; i++) {
            check_text(parameters[i].name);
            check_text(parameters[i].value);
            for (int type = TEXT; type <= LOOKUP; type++)
                check_item(arena, type, parameters[i].value);
        }
    }
    arena_close(arena);
    return 0;
}
