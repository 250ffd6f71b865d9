/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "catalogue_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

static void *grow(void *old, size_t n, size_t *capacity, size_t size)
{
    if (n < *capacity)
        return old;
    *capacity = *capacity ? *capacity * 2 : 1024;
    void *p = realloc(old, *capacity * size);

    if (!p)
        abort();
    return p;
}

static char *copy(const char *text)
{
    char *p = strdup(text ? text : "");

    if (!p)
        abort();
    return p;
}

/* Appends the strings of an array (or a field of its objects) to a text, one a line. */
static char *lines(char *text, const json_t *array, const char *field)
{
    size_t i;
    const json_t *item;

    json_array_foreach(array, i, item)
    {
        const char *line = json_string_value(field ? json_object_get(item, field) : item);
        size_t old = text ? strlen(text) : 0;

        if (!line || !*line)
            continue;
        text = realloc(text, old + strlen(line) + 2);
        if (!text)
            abort();
        snprintf(text + old, strlen(line) + 2, "%s\n", line);
    }
    return text;
}

static unsigned audience_of(const json_t *targets)
{
    unsigned bits = 0;
    size_t i;
    const json_t *item;

    json_array_foreach(targets, i, item)
    {
        const char *target = json_string_value(item);

        if (!target)
            continue;
        if (strstr(target, "Công dân Việt Nam"))
            bits |= SEARCH_CITIZEN;
        if (strstr(target, "Doanh nghiệp") == target)
            bits |= SEARCH_BUSINESS;
        if (strstr(target, "Tổ chức") == target)
            bits |= SEARCH_ORGANISATION;
        if (strstr(target, "Cán bộ"))
            bits |= SEARCH_OFFICIAL;
    }
    return bits;
}

/* "UBND tỉnh Bắc Ninh" → "Bắc Ninh" */
static char *province_of(const char *agency)
{
    static const char *const before[] = { "UBND tỉnh ", "UBND Thành phố ", "UBND thành phố " };

    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
        if (agency && strncmp(agency, before[i], strlen(before[i])) == 0)
            return copy(agency + strlen(before[i]));
    return NULL;
}

static void document_read(struct search_document *document, const json_t *row)
{
    const char *kind = json_string_value(json_object_get(row, "type"));
    const char *issuer = json_string_value(json_object_get(row, "departmentPromulgate"));
    char *agencies = lines(NULL, json_object_get(row, "departments"), NULL);
    json_t *issuers = json_pack("[s]", issuer ? issuer : "");
    char fold[8192];

    agencies = lines(agencies, issuers, NULL);
    json_decref(issuers);
    memset(document, 0, sizeof(*document));
    document->code = copy(json_string_value(json_object_get(row, "code")));
    document->name = copy(json_string_value(json_object_get(row, "name")));
    document->fields = lines(NULL, json_object_get(row, "categories"), NULL);
    document->agencies = agencies;
    document->province = province_of(issuer);
    document->audience = audience_of(json_object_get(row, "formalityTargetType"));
    search_fold(agencies ? agencies : "", fold, sizeof(fold));
    if (strstr(fold, "cap xa") || strstr(fold, " xa"))
        document->level |= SEARCH_COMMUNE;
    document->kind = SEARCH_STANDARD;
    if (kind && strcmp(kind, "SPECIFIC") == 0)
        document->kind = SEARCH_SPECIFIC;
    else if (kind && strcmp(kind, "STANDARD_INTERNAL") == 0)
        document->kind = SEARCH_INTERNAL;
}

static bool catalogue_read(struct catalogue_file *file, const char *path)
{
    FILE *stream = fopen(path, "r");
    char *line = NULL;
    size_t capacity = 0;
    size_t number = 0;
    bool good = stream != NULL;

    if (!stream)
        perror(path);
    while (good && getline(&line, &capacity, stream) > 0) {
        json_error_t error;
        json_t *row = json_loads(line, 0, &error);

        number++;
        if (!row) {
            fprintf(stderr, "%s:%zu: %s\n", path, number, error.text);
            good = false;
            break;
        }
        file->document = grow(file->document, file->n, &file->capacity, sizeof(*file->document));
        document_read(&file->document[file->n++], row);
        json_decref(row);
    }
    free(line);
    if (stream)
        fclose(stream);
    return good;
}

static bool details_read(struct catalogue_file *file, const char *path)
{
    json_error_t error;
    json_t *root = json_load_file(path, 0, &error);
    json_t *by_code = json_object();
    size_t i;
    json_t *item;

    if (!root) {
        fprintf(stderr, "%s: %s\n", path, error.text);
        return false;
    }
    json_array_foreach(json_object_get(root, "procedures"), i, item)
    {
        const char *code = json_string_value(json_object_get(item, "code"));

        if (code)
            json_object_set(by_code, code, item);
    }
    for (size_t k = 0; k < file->n; k++) {
        struct search_document *document = &file->document[k];
        const json_t *row = json_object_get(by_code, document->code);

        if (!row)
            continue;
        document->papers = lines(NULL, json_object_get(row, "documents"), "name");
        char *text = lines(NULL, json_object_get(row, "result"), NULL);

        document->description = lines(text, json_object_get(row, "steps"), NULL);
    }
    json_decref(by_code);
    json_decref(root);
    return true;
}

bool catalogue_file_load(struct catalogue_file *file, const char *path, const char *details)
{
    memset(file, 0, sizeof(*file));
    return catalogue_read(file, path) && (!details || details_read(file, details));
}

void catalogue_file_release(struct catalogue_file *file)
{
    for (size_t i = 0; i < file->n; i++) {
        const struct search_document *d = &file->document[i];

        free((char *)d->code);
        free((char *)d->name);
        free((char *)d->fields);
        free((char *)d->agencies);
        free((char *)d->province);
        free((char *)d->papers);
        free((char *)d->description);
    }
    free(file->document);
}

static const char *const *texts_of(const json_t *array, size_t *n)
{
    const char **texts = calloc(json_array_size(array) + 1, sizeof(*texts));

    if (!texts)
        abort();
    for (*n = 0; *n < json_array_size(array); (*n)++)
        texts[*n] = copy(json_string_value(json_array_get(array, *n)));
    return texts;
}

static void phrase_add(struct dictionary_file *file, const char *text, const json_t *entry,
                       enum search_phrase_kind kind)
{
    file->phrase = grow(file->phrase, file->n, &file->capacity, sizeof(*file->phrase));
    struct search_phrase *phrase = &file->phrase[file->n++];

    memset(phrase, 0, sizeof(*phrase));
    phrase->phrase = copy(text);
    phrase->kind = kind;
    phrase->wordings = texts_of(json_object_get(entry, "wordings"), &phrase->n_wordings);
    phrase->codes = texts_of(json_object_get(entry, "pins"), &phrase->n_codes);
}

bool dictionary_file_load(struct dictionary_file *file, const char *path)
{
    json_error_t error;
    json_t *root = json_load_file(path, 0, &error);
    size_t i;
    json_t *entry;

    memset(file, 0, sizeof(*file));
    if (!root) {
        fprintf(stderr, "%s:%d: %s\n", path, error.line, error.text);
        return false;
    }
    json_array_foreach(json_object_get(root, "items"), i, entry)
    {
        const char *text = json_string_value(json_object_get(entry, "phrase"));
        const char *name = json_string_value(json_object_get(entry, "kind"));
        enum search_phrase_kind kind;

        if (!text || !search_phrase_kind_parse(name, &kind)) {
            fprintf(stderr, "%s: entry %zu has no phrase or an unknown kind\n", path, i);
            json_decref(root);
            return false;
        }
        phrase_add(file, text, entry, kind);
    }
    json_decref(root);
    return true;
}

void dictionary_file_release(struct dictionary_file *file)
{
    for (size_t i = 0; i < file->n; i++) {
        const struct search_phrase *phrase = &file->phrase[i];

        free((char *)phrase->phrase);
        for (size_t k = 0; k < phrase->n_wordings; k++)
            free((char *)phrase->wordings[k]);
        for (size_t k = 0; k < phrase->n_codes; k++)
            free((char *)phrase->codes[k]);
        free((void *)phrase->wordings);
        free((void *)phrase->codes);
    }
    free(file->phrase);
}
