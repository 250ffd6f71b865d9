/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * ASCII helpers, addresses, groups of digits, and what is hidden in public.
 */
#include "lib/text.h"

#include <string.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_same(const char *left, const char *right)
{
    while (*left && lower(*left) == lower(*right)) {
        left++;
        right++;
    }
    return *left == '\0' && *right == '\0';
}

bool text_starts(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

bool text_is_digits(const char *text)
{
    return *text != '\0' && text[strspn(text, "0123456789")] == '\0';
}

void text_ascii_lower(char *text)
{
    for (; *text; text++)
        *text = lower(*text);
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

char *text_percent_decode(struct arena *arena, const char *bytes, size_t length, bool plus,
                          size_t *decoded)
{
    char *out = arena_take(arena, length + 1);
    size_t used = 0;

    for (size_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == '%') {
            if (length - i < 3)
                return NULL;
            int high = hex_value(bytes[i + 1]);
            int low = hex_value(bytes[i + 2]);
            if (high < 0 || low < 0)
                return NULL;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus) {
            c = ' ';
        }
        if (c == '\0')
            return NULL;
        out[used++] = c;
    }
    if (decoded)
        *decoded = used;
    return out;
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

char *text_url_encode(struct arena *arena, const char *text)
{
    static const char hex[] = "0123456789ABCDEF";
    char *out = arena_take_array(arena, strlen(text) + 1, 3);
    char *at = out;

    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (is_unreserved(*text)) {
            *at++ = *text;
        } else {
            *at++ = '%';
            *at++ = hex[c >> 4];
            *at++ = hex[c & 15];
        }
    }
    return out;
}

char *text_group(struct arena *arena, const char *digits, const char *sizes)
{
    size_t length = strlen(digits);
    char *out = arena_take(arena, length + strlen(sizes) + 1);
    size_t used = 0;

    for (; *sizes && length > 0; sizes++) {
        size_t size = (size_t)(*sizes - '0');
        if (size > length)
            size = length;
        memcpy(out + used, digits, size);
        used += size;
        digits += size;
        length -= size;
        if (length > 0)
            out[used++] = ' ';
    }
    memcpy(out + used, digits, length);
    return out;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Bytes of the first character; 0 at the end. */
static size_t first_bytes(const char *text)
{
    size_t length = *text != '\0';

    while (length > 0 && is_continuation(text[length]))
        length++;
    return length;
}

char *text_mask_name(struct arena *arena, const char *name)
{
    /* Each word becomes at most one character, two stars and a space. */
    char *out = arena_take_array(arena, strlen(name) + 1, 4);
    size_t used = 0;
    size_t word = strcspn(name, " ");

    if (name[word] == ' ') {
        memcpy(out, name, word);
        used = word;
        name += word;
    }
    while (*name) {
        while (*name == ' ')
            name++;
        size_t letter = first_bytes(name);
        if (letter == 0)
            break;
        if (used > 0)
            out[used++] = ' ';
        memcpy(out + used, name, letter);
        used += letter;
        out[used++] = '*';
        out[used++] = '*';
        name += strcspn(name, " ");
    }
    return out;
}

char *text_mask_start(struct arena *arena, const char *text, size_t keep)
{
    static const char dot[] = "\xE2\x80\xA2"; /* • */
    size_t count = text_count(text);
    size_t hidden = count > keep ? count - keep : count;
    char *out = arena_take_array(arena, strlen(text) + 1, 3);
    size_t used = 0;

    for (size_t i = 0; i < hidden; i++) {
        memcpy(out + used, dot, 3);
        used += 3;
        text += first_bytes(text);
    }
    memcpy(out + used, text, strlen(text));
    return out;
}
