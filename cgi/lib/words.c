/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/words.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/log.h"
#include "lib/settings.h"
#include "lib/template.h"

static struct language {
    const char *name;
    struct data *words;
    struct timespec words_changed;
    struct timespec assets_changed;
} languages[] = {{.name = "vi"}, {.name = "en"}};

#define LANGUAGES (sizeof languages / sizeof languages[0])

static struct timespec changed(const char *path)
{
    struct stat status;
    return stat(path, &status) ? (struct timespec){0} : status.st_mtim;
}

static bool same(struct timespec left, struct timespec right)
{
    return left.tv_sec == right.tv_sec && left.tv_nsec == right.tv_nsec;
}

static bool is_before(struct timespec left, struct timespec right)
{
    return left.tv_sec < right.tv_sec || (left.tv_sec == right.tv_sec && left.tv_nsec < right.tv_nsec);
}

static bool path_of(const struct language *language, const char *file, char path[PATH_MAX])
{
    int n = snprintf(path, PATH_MAX, "%s/lang/%s/%s", settings.templates, language->name, file);
    return n > 0 && n < PATH_MAX;
}

/* ---- the files of a language ----------------------------------------------------------------- */

static int is_words(const struct dirent *entry)
{
    const char *end = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && end && strcmp(end, ".hdf") == 0;
}

/* Hands every file's path to `each` in the order of their names. False: there are none, or `each` said so. */
static bool files_each(const struct language *language, bool (*each)(void *context, const char *path),
                       void *context)
{
    char path[PATH_MAX];
    struct dirent **entries;
    int n = path_of(language, "", path) ? scandir(path, &entries, is_words, alphasort) : -1;
    bool good = n > 0;
    for (int i = 0; i < n; i++) {
        good = good && path_of(language, entries[i]->d_name, path) && each(context, path);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    return good;
}

static bool newest(void *context, const char *path)
{
    struct timespec *last = context, this = changed(path);
    if (is_before(*last, this))
        *last = this;
    return true;
}

/* When the newest file was written, or one came or went. */
static struct timespec words_changed(const struct language *language)
{
    char folder[PATH_MAX];
    struct timespec last = {0};
    if (path_of(language, "", folder))
        last = changed(folder);
    (void)files_each(language, newest, &last);
    return last;
}

static bool read_one(void *context, const char *path)
{
    return data_read_more(context, path);
}

static bool language_read(struct language *language)
{
    struct timespec files = words_changed(language), assets = changed(settings.assets);
    struct data *words = data_open();
    if (!files_each(language, read_one, words) || !data_read_more(words, settings.assets)) {
        data_close(words);
        return false;
    }
    data_close(language->words);
    language->words = words;
    template_forget();
    language->words_changed = files;
    language->assets_changed = assets;
    return true;
}

bool words_init(void)
{
    for (size_t i = 0; i < LANGUAGES; i++)
        if (!language_read(&languages[i])) {
            log_error("the words of the language \"%s\" or the list of assets (%s) cannot be read",
                      languages[i].name, settings.assets);
            return false;
        }
    return true;
}

void words_release(void)
{
    for (size_t i = 0; i < LANGUAGES; i++) {
        data_close(languages[i].words);
        languages[i].words = NULL;
    }
    template_forget();
}

static bool is_stale(const struct language *language)
{
    return !same(words_changed(language), language->words_changed) ||
           !same(changed(settings.assets), language->assets_changed);
}

struct data *words_of(const char *language)
{
    struct language *found = &languages[0];
    for (size_t i = 0; i < LANGUAGES; i++)
        if (strcmp(languages[i].name, language) == 0)
            found = &languages[i];
    if (settings.watch && is_stale(found))
        (void)language_read(found);
    return found->words;
}
