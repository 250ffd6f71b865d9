/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/data.h"
#include "lib/page_inside.h"
#include "lib/route.h"

#define RETRY_AFTER "2" /* seconds */

const char *page_status_text(int status)
{
    static const struct {
        int status;
        const char *text;
    } known[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {409, "Conflict"},
        {410, "Gone"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
        {507, "Insufficient Storage"},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i].status == status)
            return known[i].text;
    return "Unknown";
}

int page_plain(struct request *rq, int status)
{
    page_reset_body(rq);
    buffer_format(&rq->reply.body, "%d %s\n%s\n", status, page_status_text(status), rq->number);
    rq->reply.status = status;
    rq->reply.type = "text/plain; charset=utf-8";
    return status;
}

/* ---- problem+json ------------------------------------------------------------------------ */

static json_t *problem_errors(struct request *rq)
{
    json_t *list = json_array();
    for (int i = 0;; i++) {
        const char *at = arena_format(rq->arena, "Errors.%d", i);
        if (!data_has(rq->data, at))
            return list;
        struct data *error = data_at(rq->data, at);
        json_array_append_new(list, json_pack("{s:s, s:s}", "field", data_get(error, "Field"),
                                              "error", data_get(error, "Key")));
    }
}

int page_problem(struct request *rq, int status)
{
    json_t *problem = json_pack("{s:s, s:s, s:i, s:s}", "type", "about:blank", "title",
                                page_status_text(status), "status", status, "request",
                                rq->number);
    if (problem && data_has(rq->data, "Errors"))
        json_object_set_new(problem, "errors", problem_errors(rq));
    return page_json_type(rq, status, problem, "application/problem+json");
}

/* ---- error pages ---------------------------------------------------------------------------- */

/* The words for statuses without words of their own. */
static const char *key_of(struct request *rq, int status)
{
    int as = status == 409 || status == 414 || status == 415 || status == 422 ? 400 : status;
    const char *key = arena_format(rq->arena, "e%d", as);
    bool known = data_has(rq->words, arena_format(rq->arena, "T.error.%s_title", key));
    return known ? key : "default";
}

static const char *word(struct request *rq, const char *key, const char *part)
{
    return data_get(rq->words, arena_format(rq->arena, "T.error.%s_%s", key, part));
}

static bool is_secret(const struct request *rq, const char *name)
{
    const struct input *inputs = rq->route ? rq->route->inputs : NULL;
    for (size_t i = 0; inputs && i < ROUTE_INPUTS && inputs[i].type != INPUT_END; i++)
        if (inputs[i].secret && strcmp(inputs[i].name, name) == 0)
            return true;
    return false;
}

/* What was typed, for a form that sends it once more. Files cannot be kept this way. */
static void keep_input(struct request *rq, struct data *error)
{
    if (rq->method != POST || rq->n_uploads > 0)
        return;
    data_format(error, "Again.Action", "%s%s%s%s", rq->base, rq->link, rq->query[0] ? "?" : "",
                rq->query);
    for (size_t i = rq->n_query; i < rq->n_parameters; i++) {
        if (is_secret(rq, rq->parameters[i].name))
            continue;
        struct data *field = data_add(error, "Again.Fields");
        data_set(field, "Name", rq->parameters[i].name);
        data_set(field, "Value", rq->parameters[i].value);
    }
}

int page_error(struct request *rq, int status)
{
    if (status == 503)
        page_header(rq, "Retry-After", RETRY_AFTER);
    if (rq->api)
        return page_problem(rq, status);
    if (!rq->words)
        return page_plain(rq, status);
    struct data *error = data_at(rq->data, "Error");
    const char *key = key_of(rq, status);
    data_set_number(error, "Status", status);
    data_set(error, "Key", key);
    data_set(error, "Title", word(rq, key, "title"));
    data_set(error, "Text", word(rq, key, "text"));
    data_set(rq->data, "Page.Title", word(rq, key, "title"));
    if (status == 503)
        keep_input(rq, error);
    if (page_render(rq, status, "error.cs", "error"))
        return status;
    return page_plain(rq, status);
}

int page_missing(struct request *rq)
{
    return page_error(rq, 404);
}

int page_forbidden(struct request *rq)
{
    return page_error(rq, 403);
}

int page_malformed(struct request *rq)
{
    return page_error(rq, 400);
}

int page_failed(struct request *rq)
{
    rq->reply.failed = true;
    rq->reply.status = 503;
    return 503;
}
