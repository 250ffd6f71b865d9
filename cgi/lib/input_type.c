/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/input_type.h"

#include <limits.h>

#include "lib/limits.h"
#include "lib/text.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"
#define CODE_USUAL 64
#define SLUG_MOST 80
#define LOOKUP_MOST 200

static size_t limit(const struct input *input, size_t usual)
{
    return input->max > 0 ? (size_t)input->max : usual;
}

/* The first `max` characters of a text that is valid UTF-8, without a space at the end. */
static const char *cut(struct arena *arena, const char *text, size_t max)
{
    const char *at = text;
    for (size_t n = 0; *at; at++)
        if (((unsigned char)*at & 0xc0) != 0x80 && n++ == max)
            break;
    if (!*at)
        return text;
    while (at > text && at[-1] == ' ')
        at--;
    return arena_copy_bytes(arena, text, (size_t)(at - text));
}

static const char *one_line(struct arena *arena, const char *raw)
{
    const char *text = text_clean(arena, raw, strlen(raw), TEXT_ONE_LINE, NULL);
    return text ? text : "";
}

/* Decimal digits without sign or leading zero, at most `most`. */
static bool whole_number(const char *text, int64_t least, int64_t most, int64_t *number)
{
    size_t n = strspn(text, DIGITS);
    if (n == 0 || n > 19 || text[n] || (n > 1 && text[0] == '0'))
        return false;
    uint64_t value = 0;
    for (const char *c = text; *c; c++)
        value = value * 10 + (uint64_t)(*c - '0'); /* 19 digits fit 64 bits */
    if (value > (uint64_t)most || value < (uint64_t)least)
        return false;
    *number = (int64_t)value;
    return true;
}

static const char *check_number(struct arena *arena, const struct input *input, const char *raw,
                                struct input_item *item)
{
    bool id = input->type == ID;
    item->text = one_line(arena, raw);
    return whole_number(item->text, id ? 1 : 0, id ? INT64_MAX : INT32_MAX, &item->number)
               ? NULL
               : "not_number";
}

static const char *check_alphabet(struct arena *arena, const char *raw, const char *alphabet,
                                  size_t most, struct input_item *item)
{
    item->text = one_line(arena, raw);
    size_t n = strlen(item->text);
    return n > 0 && n <= most && strspn(item->text, alphabet) == n ? NULL : "not_code";
}

static const char *check_choice(struct arena *arena, const struct input *input, const char *raw,
                                struct input_item *item)
{
    item->text = one_line(arena, raw);
    for (int i = 0; input->choices[i]; i++)
        if (strcmp(input->choices[i], item->text) == 0) {
            item->number = i;
            return NULL;
        }
    return "not_choice";
}

/* +84 912 345 678, 0912.345.678, (0274) 3822 825: digits with the leading 0 of the country. */
static const char *check_phone(struct arena *arena, const char *raw, struct input_item *item)
{
    const char *text = one_line(arena, raw);
    char *digits = arena_take(arena, strlen(text) + 2);
    size_t n = 0;
    if (strncmp(text, "+84", 3) == 0) {
        digits[n++] = '0';
        text += 3;
    }
    for (; *text; text++) {
        if (*text >= '0' && *text <= '9')
            digits[n++] = *text;
        else if (!strchr(" .-()", *text))
            return "not_phone";
    }
    digits[n] = '\0';
    item->text = digits;
    return n >= 9 && n <= 11 && digits[0] == '0' && digits[1] != '0' ? NULL : "not_phone";
}

static const char *check_text(struct arena *arena, const struct input *input, const char *raw,
                              struct input_item *item)
{
    item->text = input->type == LINES ? raw : one_line(arena, raw);
    if (!*item->text)
        return "required";
    return text_count(item->text) <= limit(input, LIMIT_TEXT) ? NULL : "too_long";
}

const char *input_type_check(struct arena *arena, const struct input *input, const char *raw,
                             struct input_item *item)
{
    *item = (struct input_item){.text = ""};
    bool empty = raw[strspn(raw, " \t\n")] == '\0';
    bool empty_is_fine = input->type == QUERY || input->type == FLAG || input->type == LOOKUP;
    if (empty)
        return empty_is_fine || input->optional ? NULL : "required";

    switch (input->type) {
    case TEXT:
    case LINES:
        return check_text(arena, input, raw, item);
    case QUERY:
        item->text = cut(arena, one_line(arena, raw), limit(input, LIMIT_SEARCH_QUERY));
        return NULL;
    case LOOKUP:
        item->text = cut(arena, one_line(arena, raw), limit(input, LOOKUP_MOST));
        return NULL;
    case ID:
    case COUNT:
        return check_number(arena, input, raw, item);
    case CODE:
        return check_alphabet(arena, raw, LETTERS DIGITS ".-_", limit(input, CODE_USUAL), item);
    case SLUG:
        return check_alphabet(arena, raw, "abcdefghijklmnopqrstuvwxyz" DIGITS "-",
                              limit(input, SLUG_MOST), item);
    case CHOICE:
        return check_choice(arena, input, raw, item);
    case DATE:
        item->text = one_line(arena, raw);
        return date_parse(item->text, &item->date) ? NULL : "not_date";
    case PHONE:
        return check_phone(arena, raw, item);
    case FLAG:
        item->text = one_line(arena, raw);
        item->number = strcmp(item->text, "0") != 0;
        return NULL;
    case INPUT_END:
        break;
    }
    return "required";
}
