/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/words.h"

#include <limits.h>
#include <sys/stat.h>

#include "lib/log.h"
#include "lib/settings.h"
#include "lib/template.h"

static struct language {
    const char *name;
    struct data *words;
    struct timespec file_changed;
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

static bool file_of(const struct language *language, char path[PATH_MAX])
{
    int n = snprintf(path, PATH_MAX, "%s/lang/%s.hdf", settings.templates, language->name);
    return n > 0 && n < PATH_MAX;
}

static bool language_read(struct language *language)
{
    char path[PATH_MAX];
    if (!file_of(language, path))
        return false;
    struct timespec file = changed(path), assets = changed(settings.assets);
    struct data *words = data_read_file(path);
    if (!words || !data_read_more(words, settings.assets)) {
        data_close(words);
        return false;
    }
    data_close(language->words);
    language->words = words;
    template_forget();
    language->file_changed = file;
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
    char path[PATH_MAX];
    return file_of(language, path) && (!same(changed(path), language->file_changed) ||
                                       !same(changed(settings.assets), language->assets_changed));
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
