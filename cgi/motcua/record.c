/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/record.h"

#include <stdarg.h>

#include "lib/buffer.h"
#include "lib/log.h"
#include "lib/text.h"

#define LINES_CEILING (1024 * 1024)

void record_open(struct record *record, struct arena *arena, json_t *object, const char *where)
{
    *record = (struct record){.arena = arena, .object = object, .where = where};
    if (!json_is_object(object))
        record_wrong(record, "this is no object");
}

void record_wrong(struct record *record, const char *format, ...)
{
    if (record->wrong)
        return;
    char text[400];
    va_list values;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    record->wrong = arena_format(record->arena, "%s: %s", record->where, text);
}

bool record_close(struct record *record)
{
    const char *name;
    json_t *value;
    json_object_foreach(record->object, name, value) {
        bool asked = false;
        for (size_t i = 0; i < record->n_asked && !asked; i++)
            asked = strcmp(record->asked[i], name) == 0;
        if (!asked)
            record_wrong(record, "there is no member \"%s\"", name);
    }
    return !record->wrong;
}

static json_t *member(struct record *record, const char *name)
{
    if (record->n_asked == RECORD_MEMBERS)
        log_fatal("%s: more than %d members are asked for", record->where, RECORD_MEMBERS);
    record->asked[record->n_asked++] = name;
    json_t *value = json_object_get(record->object, name);
    return json_is_null(value) ? NULL : value;
}

/* The text as the programs hold it: NFC, no control characters. */
static const char *clean(struct record *record, const char *name, json_t *value)
{
    const char *text = text_clean(record->arena, json_string_value(value),
                                  json_string_length(value), TEXT_MANY_LINES, NULL);
    if (!text)
        record_wrong(record, "%s holds control characters", name);
    return text ? text : "";
}

const char *record_text_or_null(struct record *record, const char *name)
{
    json_t *value = member(record, name);
    if (!value)
        return NULL;
    if (!json_is_string(value)) {
        record_wrong(record, "%s is no text", name);
        return NULL;
    }
    return clean(record, name, value);
}

const char *record_text(struct record *record, const char *name)
{
    const char *text = record_text_or_null(record, name);
    return text ? text : "";
}

const char *record_need(struct record *record, const char *name)
{
    const char *text = record_text(record, name);
    if (!*text)
        record_wrong(record, "%s is missing", name);
    return text;
}

int64_t record_number(struct record *record, const char *name, int64_t absent)
{
    json_t *value = member(record, name);
    if (!value)
        return absent;
    if (!json_is_integer(value) || json_integer_value(value) < 0) {
        record_wrong(record, "%s is no whole number", name);
        return absent;
    }
    return json_integer_value(value);
}

bool record_flag(struct record *record, const char *name, bool absent)
{
    json_t *value = member(record, name);
    if (value && !json_is_boolean(value))
        record_wrong(record, "%s is neither true nor false", name);
    return value ? json_is_true(value) : absent;
}

json_t *record_list(struct record *record, const char *name)
{
    json_t *value = member(record, name);
    if (value && !json_is_array(value)) {
        record_wrong(record, "%s is no list", name);
        return NULL;
    }
    return value;
}

json_t *record_object(struct record *record, const char *name)
{
    json_t *value = member(record, name);
    if (value && !json_is_object(value)) {
        record_wrong(record, "%s is no object", name);
        return NULL;
    }
    return value;
}

const char *record_item(struct record *record, json_t *list, size_t i)
{
    json_t *value = json_array_get(list, i);
    if (!json_is_string(value)) {
        record_wrong(record, "item %zu of a list is no text", i + 1);
        return "";
    }
    return clean(record, "a list", value);
}

const char *record_lines(struct record *record, const char *name)
{
    json_t *list = record_list(record, name);
    size_t n = json_array_size(list);
    if (n == 0)
        return "";
    struct buffer lines;
    buffer_init(&lines, LINES_CEILING);
    for (size_t i = 0; i < n; i++) {
        const char *line = record_item(record, list, i);
        if (strchr(line, '\n'))
            record_wrong(record, "item %zu of %s has more than one line", i + 1, name);
        buffer_format(&lines, "%s%s", i ? "\n" : "", line);
    }
    const char *text = arena_copy(record->arena, lines.bytes);
    buffer_release(&lines);
    return text;
}

int record_word(struct record *record, const char *name, const char *const *words, size_t n)
{
    const char *text = record_text(record, name);
    if (!*text)
        return -1;
    for (size_t i = 0; i < n; i++)
        if (strcmp(text, words[i]) == 0)
            return (int)i;
    record_wrong(record, "%s is not \"%s\"", name, text);
    return -1;
}

json_t *record_file(struct arena *arena, const char *text, size_t length, const char *file,
                    const char *format, json_t **root, const char **wrong)
{
    json_error_t error;
    *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    if (!*root) {
        *wrong = arena_format(arena, "%s, line %d: %s", file, error.line, error.text);
        return NULL;
    }
    json_t *items = json_object_get(*root, "items");
    const char *said = json_string_value(json_object_get(*root, "format"));
    if (said && strcmp(said, format) == 0 && json_is_array(items) && json_object_size(*root) == 2)
        return items;
    *wrong = arena_format(arena, "%s is not {\"format\": \"%s\", \"items\": […]}", file, format);
    json_decref(*root);
    *root = NULL;
    return NULL;
}
