/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/info.h"

#include "lib/limits.h"
#include "lib/page.h"
#include "lib/settings.h"
#include "public/public.h"

static int info_show(struct request *rq, const char *path, const char *template_file,
                     const char *section)
{
    public_catalogue(rq); /* for the telephone and address; the page stands without it too */
    data_set(rq->data, "Page.Canonical", full_address(rq, path));
    return page_show(rq, template_file, section);
}

int info_help(struct request *rq)
{
    return info_show(rq, "/tro-giup", "public/help.cs", "help");
}

int info_contact(struct request *rq)
{
    return info_show(rq, "/lien-he", "public/contact.cs", "contact");
}

int info_access(struct request *rq)
{
    return info_show(rq, "/tiep-can", "public/access.cs", "access");
}

int info_privacy(struct request *rq)
{
    return info_show(rq, "/quyen-rieng-tu", "public/privacy.cs", "privacy");
}

int info_robots(struct request *rq)
{
    const char *text = arena_format(rq->arena,
                                    "User-agent: *\n"
                                    "Disallow: /can-bo\n"
                                    "Disallow: /en/can-bo\n"
                                    "Disallow: /kiosk\n"
                                    "Disallow: /t/\n"
                                    "Disallow: /tra-cuu/ho-so\n"
                                    "Disallow: /goi-y\n"
                                    "Disallow: /danh-gia/\n"
                                    "Disallow: /khao-sat\n"
                                    "Disallow: /phan-anh/\n"
                                    "Sitemap: %s/sitemap.xml\n",
                                    settings.site ? settings.site : "");
    return page_bytes(rq, "text/plain; charset=utf-8", text, strlen(text), NULL);
}

/* Codes and slugs hold nothing that XML would have to escape; the site's address is checked when
 * the settings are read. */
static void location_add(struct buffer *map, const char *path, const char *name)
{
    buffer_format(map, "<url><loc>%s%s%s</loc></url>\n", settings.site ? settings.site : "", path,
                  name);
}

int info_sitemap(struct request *rq)
{
    const struct catalogue *c = public_catalogue(rq);
    if (!c)
        return page_failed(rq);
    struct buffer map;
    buffer_init(&map, LIMIT_PAGE);
    buffer_text(&map, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    static const char *const pages[] = { "/",         "/thu-tuc",       "/co-quan",  "/linh-vuc",
                                         "/su-kien",  "/tra-cuu",       "/tro-giup", "/lien-he",
                                         "/tiep-can", "/quyen-rieng-tu", "/danh-gia",  "/phan-anh" };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        location_add(&map, pages[i], "");
    for (uint32_t i = 0; i < c->n_events; i++)
        location_add(&map, "/su-kien/", c->events[i].slug);
    for (uint32_t i = 0; i < c->n_fields; i++)
        if (c->fields[i].procedures.n > 0)
            location_add(&map, "/linh-vuc/", c->fields[i].code);
    for (uint32_t i = 0; i < c->n_agencies; i++)
        if (c->agencies[i].procedures.n > 0)
            location_add(&map, "/co-quan/", c->agencies[i].code);
    for (uint32_t i = 0; i < c->n_procedures; i++)
        location_add(&map, "/thu-tuc/", c->procedures[i].code);
    buffer_text(&map, "</urlset>\n");
    int status = map.full ? page_error(rq, 500)
                          : page_bytes(rq, "application/xml", map.bytes, map.length, NULL);
    buffer_release(&map);
    return status;
}
