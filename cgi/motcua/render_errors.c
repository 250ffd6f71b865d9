/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/db.h"
#include "lib/limits.h"
#include "lib/settings.h"
#include "lib/template.h"
#include "lib/words.h"
#include "model/site.h"
#include "motcua/tool.h"

/*
 * The pages nginx shows when no handler answers: complete, in the site's look,
 * without a request number or anything from a request. Named as nginx/ asks:
 * 404.vi.html, 404.en.html, 404.json.
 */
static const struct page {
    int status;
    const char *title; /* of the JSON form: the status in HTTP's own words */
} pages[] = {
    {400, "Bad Request"},       {404, "Not Found"},           {413, "Content Too Large"},
    {429, "Too Many Requests"}, {503, "Service Unavailable"},
};

/* Written beside and renamed: a reader never sees half a page. */
static int file_write(struct tool *tool, const char *folder, const char *name,
                      const struct buffer *bytes)
{
    const char *path = arena_format(tool->arena, "%s/%s", folder, name);
    const char *fresh = arena_format(tool->arena, "%s.new", path);
    int fd = open(fresh, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    if (fd < 0)
        return tool_fail(tool, "%s: %s.", fresh, strerror(errno));
    bool good = write(fd, bytes->bytes, bytes->length) == (ssize_t)bytes->length;
    good = close(fd) == 0 && good;
    if (!good || rename(fresh, path)) {
        unlink(fresh);
        return tool_fail(tool, "%s cannot be written: %s.", path, strerror(errno));
    }
    return 0;
}

static int html_write(struct tool *tool, const char *folder, const struct page *page,
                      const struct site *site, const char *language)
{
    struct data *data = data_open(), *words = words_of(language);
    struct buffer out;
    buffer_init(&out, LIMIT_PAGE);
    data_set(data, "Page.Lang", language);
    data_set(data, "Page.Base", strcmp(language, "en") == 0 ? "/en" : "");
    data_set(data, "Page.Section", "error");
    data_set(data, "Page.Body", "error.cs");
    data_set(data, "Page.Robots", "noindex");
    data_set_number(data, "Error.Status", page->status);
    data_set(data, "Page.Title",
             data_get(words, arena_format(tool->arena, "T.error.e%d_title", page->status)));
    site_put(site, data, language);

    int status;
    if (!template_render("layout.cs", data, words, &out))
        status = tool_fail(tool, "the page for %d cannot be made.", page->status);
    else
        status = file_write(tool, folder,
                            arena_format(tool->arena, "%d.%s.html", page->status, language), &out);
    buffer_release(&out);
    data_close(data);
    return status;
}

static int json_write(struct tool *tool, const char *folder, const struct page *page)
{
    struct buffer out;
    buffer_init(&out, LIMIT_PAGE);
    buffer_format(&out, "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}\n", page->title,
                  page->status);
    int status =
        file_write(tool, folder, arena_format(tool->arena, "%d.json", page->status), &out);
    buffer_release(&out);
    return status;
}

/* The centre's name and telephone; without a database the pages do without. */
static bool site_read(struct tool *tool, struct site *site)
{
    struct db *db = db_open();
    if (!db)
        return false;
    if (site_load(db, tool->arena, site) == DB_FAIL)
        fprintf(stderr, "motcua %s: the database does not answer; the pages will not name the centre.\n",
                tool->name);
    db_close(db);
    return true;
}

int command_render_errors(struct tool *tool, int argc, char **argv)
{
    if (argc != 1)
        return 2;
    if (!template_init(settings.templates, false) || !words_init())
        return tool_fail(tool, "templates or words cannot be read.");
    struct site site;
    int status = site_read(tool, &site) ? 0 : 1;
    for (size_t i = 0; status == 0 && i < sizeof pages / sizeof *pages; i++)
        status = html_write(tool, argv[0], &pages[i], &site, "vi") ||
                 html_write(tool, argv[0], &pages[i], &site, "en") ||
                 json_write(tool, argv[0], &pages[i]);
    words_release();
    template_release();
    return status;
}
