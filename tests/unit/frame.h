/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_TESTS_UNIT_FRAME_H
#define MOTCUA_TESTS_UNIT_FRAME_H

#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/page.h"
#include "lib/route.h"
#include "lib/settings.h"
#include "lib/template.h"
#include "lib/token.h"
#include "lib/words.h"

/*
 * Asks routes as the server in front does, without sockets: small templates, words and keys in a
 * folder of their own, a request made of its parts, the reply as it would be sent.
 */
static char frame_folder[] = "/tmp/motcua-frame-XXXXXX";
static struct arena *frame_arena;
static struct db *frame_db;
static const struct audience *frame_audience;
static struct request frame_rq; /* of the last frame_ask */
static struct request_source frame_source;
static char *frame_environment[40];
static size_t frame_lines;

struct frame_body {
    const char *bytes;
    size_t length;
    size_t taken;
};
static struct frame_body frame_body;

static void frame_file(const char *name, const char *text, size_t n)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", frame_folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0600), 0);
}

static void frame_text(const char *name, const char *text)
{
    frame_file(name, text, strlen(text));
}

static void frame_subfolder(const char *name)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", frame_folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void frame_words(const char *language, const char *lost)
{
    char name[30], text[600];
    snprintf(name, sizeof name, "lang/%s/all.hdf", language);
    snprintf(text, sizeof text,
             "T.home.title = Home %s\nT.error.e404_title = %s\nT.error.e404_text = text\n"
             "T.error.e400_title = wrong\nT.error.e503_title = away\nT.error.default_title = broken\n"
             "T.error.required = Required\nT.error.not_number = No number\nT.error.late = Too late\n"
             "T.error.too_long = Too long\nT.error.not_date = No date\nT.error.not_code = No code\n",
             language, lost);
    frame_text(name, text);
}

static void frame_start(const struct audience *audience, const char *site)
{
    static const char key[32] = "a key of thirty-two bytes, a key";
    assert_non_null(mkdtemp(frame_folder));
    frame_subfolder("lang");
    frame_subfolder("lang/vi");
    frame_subfolder("lang/en");
    frame_text("layout.cs", "<title><?cs var:Page.Title ?></title><?cs include!Page.Body ?>");
    frame_text("home.cs", "<p lang=<?cs var:Page.Lang ?>><?cs var:Text ?>|<?cs var:Page.Other ?></p>");
    frame_text("broken.cs", "<?cs include!\"nowhere.cs\" ?>");
    frame_text("form.cs", "<?cs each:e = Errors ?>[<?cs var:e.Field ?>:<?cs var:e.Text ?>]<?cs /each ?>"
                          "<input value=\"<?cs var:Form.a.Value ?>\"><?cs var:Form.a.Error ?>");
    frame_text("error.cs", "<h1><?cs var:Error.Status ?> <?cs var:Error.Title ?></h1>"
                           "<?cs each:f = Error.Again.Fields ?><?cs var:f.Name ?>=<?cs var:f.Value ?>;"
                           "<?cs /each ?>");
    frame_text("assets.hdf", "Asset.css = /static/a.css\n");
    frame_words("vi", "không có");
    frame_words("en", "missing");
    frame_file("lookup.key", key, sizeof key);
    frame_file("cookie.key", key, sizeof key);
    frame_file("form.key", key, sizeof key);
    frame_file("ticket.key", key, sizeof key);

    static char assets[60];
    snprintf(assets, sizeof assets, "%s/assets.hdf", frame_folder);
    settings = (struct settings){.program = "motcua-test",
                                 .templates = frame_folder,
                                 .assets = assets,
                                 .keys = frame_folder,
                                 .site = site,
                                 .uploads = frame_folder,
                                 .db_endpoints = "unix:/nowhere/db.sock",
                                 .db_name = "motcua",
                                 .db_user = "motcua-test"};
    frame_audience = audience;
    frame_arena = arena_open(0);
    assert_true(token_init());
    assert_true(template_init(settings.templates, false));
    assert_true(words_init());
}

static int frame_remove(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

static void frame_release(void)
{
    page_release(&frame_rq);
    request_close(&frame_rq);
    data_close(frame_rq.data);
    frame_rq = (struct request){.data = NULL};
}

static void frame_stop(void)
{
    frame_release();
    words_release();
    template_release();
    db_close(frame_db);
    arena_close(frame_arena);
    nftw(frame_folder, frame_remove, 8, FTW_DEPTH | FTW_PHYS);
}

/* ---- one request ---------------------------------------------------------------------- */

static size_t frame_read(void *context, char *bytes, size_t n)
{
    struct frame_body *body = context;
    size_t left = body->length - body->taken;
    if (n > left)
        n = left;
    memcpy(bytes, body->bytes + body->taken, n);
    body->taken += n;
    return n;
}

/* A further line of the environment of the next request. */
static inline void frame_header(const char *name, const char *value)
{
    frame_environment[frame_lines++] = arena_format(frame_arena, "%s=%s", name, value);
}

static inline void frame_send(const char *bytes, size_t n, const char *type)
{
    frame_body = (struct frame_body){.bytes = bytes, .length = n};
    frame_header("CONTENT_TYPE", type);
    frame_header("CONTENT_LENGTH", arena_format(frame_arena, "%zu", n));
}

static inline void frame_form(const char *body)
{
    frame_send(body, strlen(body), "application/x-www-form-urlencoded");
}

/* Reads the request only. What request_open answered. */
static int frame_open(const char *method, const char *path, const char *query)
{
    frame_release();
    if (!frame_db)
        frame_db = db_open();
    frame_header("REQUEST_METHOD", method);
    frame_header("DOCUMENT_URI", path);
    frame_header("QUERY_STRING", query);
    frame_environment[frame_lines] = NULL;
    frame_source = (struct request_source){
        .environment = frame_environment, .read = frame_read, .context = &frame_body};
    frame_rq = (struct request){.audience = frame_audience,
                                .arena = frame_arena,
                                .data = data_open(),
                                .db = frame_db};
    int status = request_open(&frame_rq, &frame_source);
    frame_rq.words = words_of(frame_rq.language);
    frame_lines = 0;
    return status;
}

/* The status of the answer; its parts are in frame_rq.reply. */
static inline int frame_ask(const char *method, const char *path, const char *query)
{
    frame_open(method, path, query);
    route_serve(&frame_rq);
    frame_body = (struct frame_body){.bytes = NULL};
    return frame_rq.reply.status;
}

static inline int frame_get(const char *path)
{
    return frame_ask("GET", path, "");
}

static inline const char *frame_page(void)
{
    return frame_rq.reply.body.length ? frame_rq.reply.body.bytes : "";
}

/* The value of a header of the reply, NULL when it is not there. */
static inline const char *frame_reply_header(const char *name)
{
    const char *at = frame_rq.reply.headers.length ? frame_rq.reply.headers.bytes : "";
    size_t n = strlen(name);
    for (; *at; at += strcspn(at, "\n") + 1)
        if (strncmp(at, name, n) == 0 && at[n] == ':')
            return arena_copy_bytes(frame_arena, at + n + 2, strcspn(at + n + 2, "\r"));
    return NULL;
}

#endif
