/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/template.h"

#include <ClearSilver.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/data_hdf.h"
#include "lib/log.h"
#include "lib/template_words.h"

#define KEPT_PARSES 256 /* the programs together have fewer pages */
#define FILES_PER_PARSE 24
#define FILE_CEILING (1024 * 1024)
#define NAME_BYTES 128

/* One file a parse was made of, to see whether it changed since. */
struct source {
    char name[NAME_BYTES];
    struct timespec changed;
    off_t size;
    ino_t inode;
};

/*
 * A parsed template. Includes are fixed at parse time, so that the page a
 * layout includes by Page.Body belongs to the key, and so do the words, which are written into the text
 * before. `own` holds what the parser looked at; the tree rendered is swapped in for each page.
 */
struct parse {
    char *key; /* file, newline, body */
    const struct data *words;
    bool plain; /* text, not HTML */
    CSPARSE *cs;
    HDF *own;
    struct source sources[FILES_PER_PARSE];
    size_t n_sources;
};

static char *templates;
static bool watching;
static struct parse *kept[KEPT_PARSES];
static size_t n_kept;
static uint64_t edition;

bool template_init(const char *folder, bool watch)
{
    template_release();
    templates = realpath(folder, NULL);
    struct stat status;
    if (!templates || stat(templates, &status) || !S_ISDIR(status.st_mode)) {
        log_error("no such folder of templates: %s", folder);
        template_release();
        return false;
    }
    watching = watch;
    return true;
}

static void parse_close(struct parse *parse)
{
    if (!parse)
        return;
    cs_destroy(&parse->cs);
    hdf_destroy(&parse->own);
    free(parse->key);
    free(parse);
}

void template_forget(void)
{
    while (n_kept > 0)
        parse_close(kept[--n_kept]);
    edition++;
}

void template_release(void)
{
    template_forget();
    free(templates);
    templates = NULL;
}

/* ---- files ------------------------------------------------------------------ */

/* Names are relative, without dot segments; ClearSilver itself would look in
 * the current directory and follow "../". */
static bool name_is_plain(const char *name)
{
    size_t n = strlen(name);
    return n > 0 && n < NAME_BYTES && name[0] != '/' && name[0] != '.' && !strstr(name, "/.");
}

static bool source_state(const char *name, struct stat *status)
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", templates, name);
    return n > 0 && (size_t)n < sizeof path && stat(path, status) == 0;
}

/* Reads a whole file: NULL with errno. */
static char *file_read(const char *name, struct stat *status)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", templates, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return NULL;

    char *text = NULL;
    if (fstat(fd, status))
        goto out;
    if (!S_ISREG(status->st_mode) || status->st_size > FILE_CEILING) {
        errno = S_ISREG(status->st_mode) ? EFBIG : EISDIR;
        goto out;
    }
    size_t size = (size_t)status->st_size, got = 0;
    text = malloc(size + 1);
    if (!text)
        log_fatal("out of memory: a template of %zu bytes", size);
    while (got < size) {
        ssize_t n = read(fd, text + got, size - got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        got += (size_t)n;
    }
    text[got] = '\0';
out:
    close(fd);
    return text;
}

/*
 * Lines without a word between two commands would stand as empty lines in every page, hundreds of them for
 * the macros alone. One line feed is left of each run, so that words stay apart; <pre> and <textarea> are
 * filled by commands, never by lines of the file.
 */
static void lines_close_up(char *text)
{
    char *to = text;
    for (const char *from = text; *from;) {
        *to++ = *from;
        if (*from++ != '\n')
            continue;
        size_t blank = strspn(from, " \t\r\n");
        while (blank && from[blank - 1] != '\n')
            blank--;
        from += blank;
    }
    *to = '\0';
}

static NEOERR *file_load(void *context, HDF *hdf, const char *name, char **contents)
{
    (void)hdf;
    struct parse *parse = context;
    if (!name_is_plain(name))
        return nerr_raise(NERR_NOT_FOUND, "template name \"%s\" is not plain", name);
    if (parse->n_sources == FILES_PER_PARSE)
        return nerr_raise(NERR_OUTOFRANGE, "more than %d files in one page", FILES_PER_PARSE);

    struct stat status;
    *contents = file_read(name, &status);
    if (!*contents)
        return nerr_raise(NERR_NOT_FOUND, "template %s: %s", name, strerror(errno));
    if (!parse->plain)
        lines_close_up(*contents);
    if (parse->words && !parse->plain) /* written as HTML */
        *contents = template_words_fill(*contents, parse->words);
    struct source *source = &parse->sources[parse->n_sources++];
    memcpy(source->name, name, strlen(name) + 1);
    source->changed = status.st_mtim;
    source->size = status.st_size;
    source->inode = status.st_ino;
    return STATUS_OK;
}

static bool parse_is_stale(const struct parse *parse)
{
    for (size_t i = 0; i < parse->n_sources; i++) {
        const struct source *source = &parse->sources[i];
        struct stat now;
        if (!source_state(source->name, &now) || now.st_size != source->size ||
            now.st_ino != source->inode || now.st_mtim.tv_sec != source->changed.tv_sec ||
            now.st_mtim.tv_nsec != source->changed.tv_nsec)
            return true;
    }
    return false;
}

/* ---- functions templates may call --------------------------------------------- */

/* Letters, digits and -._~ stay; everything else becomes %XX, also in UTF-8. */
static NEOERR *url_query(const char *text, char **result)
{
    static const char hex[] = "0123456789ABCDEF";
    size_t n = strlen(text);
    char *to = *result = malloc(3 * n + 1);
    if (!to)
        return nerr_raise(NERR_NOMEM, "url_query");
    for (const char *c = text; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= '0' && byte <= '9') || strchr("-._~", byte);
        if (plain) {
            *to++ = *c;
        } else {
            *to++ = '%';
            *to++ = hex[byte >> 4];
            *to++ = hex[byte & 15];
        }
    }
    *to = '\0';
    return STATUS_OK;
}

/* ---- parsing and rendering ------------------------------------------------------ */

static NEOERR *parse_prepare(struct parse *parse, const char *file, const char *body)
{
    NEOERR *error = hdf_init(&parse->own);
    /* Escaping is decided while cs_init runs; later settings do nothing. */
    if (error == STATUS_OK)
        error = hdf_set_value(parse->own, "Config.VarEscapeMode", parse->plain ? "none" : "html");
    if (error == STATUS_OK)
        error = hdf_set_value(parse->own, "Page.Body", body);
    if (error == STATUS_OK)
        error = cs_init(&parse->cs, parse->own);
    if (error != STATUS_OK)
        return nerr_pass(error);
    cs_register_fileload(parse->cs, parse, file_load);
    static char query_name[] = "url_query", validate_name[] = "url_validate";
    error = cs_register_strfunc(parse->cs, query_name, url_query);
    /* For addresses that are not ours: lets only harmless schemes through. It
     * escapes its own result. */
    if (error == STATUS_OK)
        error = cs_register_esc_strfunc(parse->cs, validate_name, neos_url_validate);
    if (error == STATUS_OK)
        error = cs_parse_file(parse->cs, file);
    return nerr_pass(error);
}

/* Where a file is says how it is written, so that no page can be rendered without escaping. */
static bool is_text(const char *file)
{
    return strncmp(file, "mail/", 5) == 0;
}

static struct parse *parse_open(const char *file, const char *body, const struct data *words)
{
    struct parse *parse = calloc(1, sizeof *parse);
    if (!parse || asprintf(&parse->key, "%s\n%s", file, body) < 0)
        log_fatal("out of memory: a template");
    parse->plain = is_text(file);
    parse->words = words;

    /* The parser finds the line of an error only by opening the file again
     * under the name the template gave, so it works inside the folder. */
    int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool moved = here >= 0 && chdir(templates) == 0;
    NEOERR *error = parse_prepare(parse, file, body);
    if (moved && fchdir(here))
        log_warn("cannot return to the working directory: %s", strerror(errno));
    if (here >= 0)
        close(here);

    if (error == STATUS_OK)
        return parse;
    data_log_error(error, file);
    parse_close(parse);
    return NULL;
}

static void kept_drop(size_t i)
{
    parse_close(kept[i]);
    kept[i] = kept[--n_kept];
    edition++;
}

uint64_t template_edition(void)
{
    for (size_t i = n_kept; watching && i > 0; i--)
        if (parse_is_stale(kept[i - 1]))
            kept_drop(i - 1);
    return edition;
}

static bool parse_is(const struct parse *parse, const char *file, const char *body,
                     const struct data *words)
{
    size_t n = strlen(file);
    const char *key = parse->key;
    return parse->words == words && strncmp(key, file, n) == 0 && key[n] == '\n' &&
           strcmp(key + n + 1, body) == 0;
}

/* The place of the parsed file in `kept`, or -1. */
static int parse_find(const char *file, const char *body, const struct data *words)
{
    for (size_t i = 0; i < n_kept; i++) {
        if (!parse_is(kept[i], file, body, words))
            continue;
        if (!watching || !parse_is_stale(kept[i]))
            return (int)i;
        kept_drop(i);
        break;
    }
    struct parse *parse = parse_open(file, body, words);
    if (!parse)
        return -1;
    if (n_kept == KEPT_PARSES)
        kept_drop(0);
    kept[n_kept] = parse;
    return (int)n_kept++;
}

static NEOERR *add_text(void *context, char *text)
{
    struct buffer *out = context;
    if (out->length == 0) /* what definitions leave before the first word */
        text += strspn(text, " \t\r\n");
    buffer_text(out, text);
    if (out->full)
        return nerr_raise(NERR_OUTOFRANGE, "the page is larger than %zu bytes", out->ceiling);
    return STATUS_OK;
}

static bool render(const char *file, struct data *data, struct data *words, struct buffer *out)
{
    if (!templates)
        log_fatal("template_render before template_init");
    int found = parse_find(file, data_get(data, "Page.Body"), words);
    if (found < 0) {
        buffer_clear(out);
        return false;
    }

    CSPARSE *cs = kept[found]->cs;
    cs->hdf = data_hdf(data);
    cs->global_hdf = words ? data_hdf(words) : NULL;
    NEOERR *error = cs_render(cs, out, add_text);
    cs->hdf = kept[found]->own;
    cs->global_hdf = NULL;
    if (error == STATUS_OK)
        return true;

    /* A render that stopped half-way may leave loop variables behind. */
    data_log_error(error, file);
    kept_drop((size_t)found);
    buffer_clear(out);
    return false;
}

bool template_render(const char *file, struct data *data, struct data *words, struct buffer *out)
{
    if (is_text(file))
        log_fatal("%s is no page", file);
    return render(file, data, words, out);
}

bool template_render_text(const char *file, struct data *data, struct data *words, struct buffer *out)
{
    if (!is_text(file))
        log_fatal("%s is no text", file);
    return render(file, data, words, out);
}
