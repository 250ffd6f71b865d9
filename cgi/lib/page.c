/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/page.h"

#include <stdarg.h>

#include "lib/clock.h"
#include "lib/data.h"
#include "lib/limits.h"
#include "lib/log.h"
#include "lib/page_inside.h"
#include "lib/route.h"
#include "lib/template.h"
#include "lib/token.h"

#define LAYOUT "layout.cs"
#define SHEET "print.cs"
#define SCREEN "screen.cs"
#define HEADERS_CEILING (16 * 1024)
#define STORED "/luu-tru/" /* the internal location of nginx/files.conf.in */
#define HTML "text/html; charset=utf-8"

void page_begin(struct request *rq)
{
    struct reply *reply = &rq->reply;
    page_release(rq);
    *reply = (struct reply){.fresh_s = rq->route ? rq->route->fresh_s : 0};
    buffer_init(&reply->body, LIMIT_PAGE);
    buffer_init(&reply->headers, HEADERS_CEILING);
}

void page_release(struct request *rq)
{
    buffer_release(&rq->reply.body);
    buffer_release(&rq->reply.headers);
}

void page_reset_body(struct request *rq)
{
    buffer_clear(&rq->reply.body);
}

/* ---- HTML ---------------------------------------------------------------------------- */

/* This page's address in the other language; "" where there is none. */
static void other_address(struct request *rq)
{
    bool home = rq->link[1] == '\0';
    const char *base = rq->base[0] ? "" : "/en";
    data_format(rq->data, "Page.Other", "%s%s%s%s", base, home && base[0] ? "" : rq->link,
                rq->query[0] ? "?" : "", rq->query);
}

static void page_data(struct request *rq, const char *template_file, const char *section)
{
    char now[DATE_TEXT_MAX];
    struct civil civil = clock_now();
    struct data *data = rq->data;
    data_set(data, "Page.Lang", rq->language);
    data_set(data, "Page.Base", rq->base);
    data_set(data, "Page.Path", rq->link);
    data_set(data, "Page.Id", rq->number);
    data_set(data, "Page.Now", date_format_iso_time(now, &civil));
    data_set(data, "Page.Section", section);
    data_set(data, "Page.Body", template_file);
    data_set(data, "Page.Audience", rq->audience->name);
    other_address(rq);
    if (!data_has(data, "Page.Title"))
        data_set(data, "Page.Title",
                 data_get(rq->words, arena_format(rq->arena, "T.%s.title", section)));
    if (rq->audience->dress)
        rq->audience->dress(rq);
}

static bool frame_render(struct request *rq, int status, const char *frame,
                         const char *template_file, const char *section)
{
    struct reply *reply = &rq->reply;
    page_data(rq, template_file, section);
    page_reset_body(rq);
    if (!template_render(frame, rq->data, rq->words, &reply->body))
        return false;
    reply->status = status;
    reply->type = HTML;
    return true;
}

bool page_render(struct request *rq, int status, const char *template_file, const char *section)
{
    return frame_render(rq, status, LAYOUT, template_file, section);
}

int page_print(struct request *rq, const char *template_file, const char *section)
{
    return frame_render(rq, 200, SHEET, template_file, section) ? 200 : page_error(rq, 500);
}

int page_screen(struct request *rq, const char *template_file, const char *section)
{
    return frame_render(rq, 200, SCREEN, template_file, section) ? 200 : page_error(rq, 500);
}

int page_show_status(struct request *rq, int status, const char *template_file,
                     const char *section)
{
    if (status == 200 && rq->again)
        status = rq->again;
    if (page_render(rq, status, template_file, section))
        return status;
    return page_error(rq, 500);
}

int page_show(struct request *rq, const char *template_file, const char *section)
{
    return page_show_status(rq, 200, template_file, section);
}

int page_again(struct request *rq, const char *template_file, const char *section)
{
    return page_show_status(rq, 422, template_file, section);
}

void page_form(struct request *rq, struct data *node, const char *path)
{
    data_format(node, "Action", "%s%s", rq->base, path);
    data_set(node, "Token", token_form(rq->arena, path, rq->who.session));
}

/* ---- other ends ------------------------------------------------------------------------ */

/* An address in a header: what is not printable ASCII goes as %XX. */
static const char *header_address(struct request *rq, const char *base, const char *address)
{
    struct buffer out;
    buffer_init(&out, 8 * 1024);
    buffer_text(&out, base);
    /* The English home is /en, not /en/. */
    if (base[0] && strcmp(address, "/") == 0)
        address = "";
    for (const unsigned char *c = (const unsigned char *)address; *c; c++) {
        if (*c <= 0x20 || *c >= 0x7f)
            buffer_format(&out, "%%%02X", *c);
        else
            buffer_add(&out, c, 1);
    }
    const char *text = out.full ? NULL : arena_copy(rq->arena, out.bytes ? out.bytes : "");
    buffer_release(&out);
    return text;
}

int page_redirect(struct request *rq, int status, const char *address)
{
    page_reset_body(rq);
    rq->reply.status = status;
    rq->reply.type = NULL;
    rq->reply.location = address;
    page_header(rq, "Location", address);
    return status;
}

int page_go(struct request *rq, const char *format, ...)
{
    char *address;
    va_list values;
    va_start(values, format);
    int n = vasprintf(&address, format, values);
    va_end(values);
    if (n < 0)
        log_fatal("out of memory: an address");
    bool ours = address[0] == '/' && address[1] != '/' && address[1] != '\\';
    const char *location = ours ? header_address(rq, rq->base, address) : NULL;
    free(address);
    if (!location) {
        log_error("a redirect of %s does not lead to an address of ours", rq->route->path);
        return page_error(rq, 500);
    }
    return page_redirect(rq, 303, location);
}

static int json_add(const char *bytes, size_t n, void *context)
{
    struct buffer *body = context;
    buffer_add(body, bytes, n);
    return body->full ? -1 : 0;
}

int page_json_type(struct request *rq, int status, json_t *json, const char *type)
{
    struct reply *reply = &rq->reply;
    page_reset_body(rq);
    int failed = !json || json_dump_callback(json, json_add, &reply->body, JSON_COMPACT);
    json_decref(json);
    if (failed) {
        log_error("the JSON of %s cannot be written", rq->route ? rq->route->path : "a refusal");
        page_reset_body(rq);
        return page_plain(rq, 500);
    }
    reply->status = status;
    reply->type = type;
    return status;
}

int page_json(struct request *rq, int status, json_t *json)
{
    return page_json_type(rq, status, json, "application/json");
}

int page_unchanged(struct request *rq)
{
    page_reset_body(rq);
    rq->reply.status = 304;
    return 304;
}

int page_bytes(struct request *rq, const char *type, const void *bytes, size_t n, const char *name)
{
    struct reply *reply = &rq->reply;
    page_reset_body(rq);
    buffer_add(&reply->body, bytes, n);
    if (reply->body.full) {
        log_error("the answer of %s is larger than %d bytes", rq->route->path, LIMIT_PAGE);
        return page_error(rq, 500);
    }
    reply->status = 200;
    reply->type = type;
    if (name)
        page_disposition(rq, name);
    return 200;
}

int page_stored(struct request *rq, const char *type, const char *place, const char *name)
{
    page_reset_body(rq);
    rq->reply.status = 200;
    rq->reply.type = type;
    page_disposition(rq, name);
    page_header(rq, "X-Accel-Redirect", arena_format(rq->arena, STORED "%s", place));
    return 200;
}
