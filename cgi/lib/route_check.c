/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/address.h"
#include "lib/limits.h"
#include "lib/route_inside.h"
#include "lib/settings.h"

/* ---- does the table contradict itself? ------------------------------------------------------ */

static void wrong(const struct audience *audience, const struct route *route, const char *what)
{
    fprintf(stderr, "%s: route %s %s: %s.\n", audience->name,
            route->method == POST ? "POST" : "GET", route->path, what);
    exit(1);
}

static const struct input *declared(const struct route *route, const char *name, size_t n)
{
    for (size_t i = 0; i < ROUTE_INPUTS && route->inputs[i].type != INPUT_END; i++)
        if (strlen(route->inputs[i].name) == n && memcmp(route->inputs[i].name, name, n) == 0)
            return &route->inputs[i];
    return NULL;
}

static void check_segments(const struct audience *audience, const struct route *route)
{
    size_t count = 0;
    for (const char *at = strchr(route->path, '{'); at; at = strchr(at + 1, '{')) {
        size_t n = strcspn(at + 1, "}");
        const struct input *input = declared(route, at + 1, n);
        if (at[1 + n] != '}' || at[-1] != '/' || (at[2 + n] && at[2 + n] != '/'))
            wrong(audience, route, "{name} must be a whole segment");
        if (!input)
            wrong(audience, route, "a {name} segment is not declared as an input");
        if (input->optional || input->many || input->type == FLAG)
            wrong(audience, route, "a {name} segment cannot be optional, many or a flag");
        if (++count > ADDRESS_CAPTURES)
            wrong(audience, route, "too many {name} segments");
    }
}

static void check_inputs(const struct audience *audience, const struct route *route)
{
    for (size_t i = 0; i < ROUTE_INPUTS && route->inputs[i].type != INPUT_END; i++) {
        const struct input *input = &route->inputs[i];
        if (!input->name || input->name[strspn(input->name, "abcdefghijklmnopqrstuvwxyz0123456789-_")])
            wrong(audience, route, "an input's name has other characters than a-z 0-9 - _");
        if (declared(route, input->name, strlen(input->name)) != input)
            wrong(audience, route, "two inputs have the same name");
        if ((input->type == CHOICE) != (input->choices != NULL))
            wrong(audience, route, "an input has choices without being a CHOICE, or the reverse");
        if (strcmp(input->name, FORM_TOKEN) == 0)
            wrong(audience, route, "the name \"token\" belongs to the form token");
    }
}

static void check_row(const struct audience *audience, const struct route *route)
{
    if (route->path[0] != '/' || !route->run)
        wrong(audience, route, "a row needs a path from / and a handler");
    size_t n = strlen(route->path);
    if (n > 1 && route->path[n - 1] == '/')
        wrong(audience, route, "a path does not end in /");
    if (route->right < NOBODY || route->right > ANYONE)
        wrong(audience, route, "a right is a bit from 1 to 62, or ANYONE");
    if (route->right != ANYONE && route->right != NOBODY && !audience->rights)
        wrong(audience, route, "an audience without names of rights cannot ask for one");
    if (route->numbers && !route_has_effect(route))
        wrong(audience, route, "only a POST with effect takes numbers");
    if (route->method == GET && (route->asks || route->files))
        wrong(audience, route, "only a POST asks or takes files");
    if (route->method == POST && route->fresh_s)
        wrong(audience, route, "the answer of a POST is never kept");
    if (route->files < 0 || route->files > LIMIT_FILES)
        wrong(audience, route, "too many files");
    if (route->files && !settings.uploads)
        wrong(audience, route, "takes files, but MOTCUA_UPLOADS is not set");
    if (route_has_effect(route) && (!audience->remember || !audience->record || route->api))
        wrong(audience, route, "a POST with effect needs remember and record, and is no API");
    if (route->kept && (!route->fresh_s || route->right != ANYONE || audience->identify || !audience->edition))
        wrong(audience, route, "is kept, but needs fresh_s, ANYONE, an edition and nobody who identifies");
    check_inputs(audience, route);
    check_segments(audience, route);
}

/* The same path but for the names of segments. */
static bool same_pattern(const char *left, const char *right)
{
    while (*left && *left == *right) {
        if (*left == '{') {
            left += strcspn(left, "}");
            right += strcspn(right, "}");
            continue;
        }
        left++;
        right++;
    }
    return *left == *right;
}

void route_check_table(const struct audience *audience)
{
    for (const struct route *route = audience->routes; route->path; route++) {
        check_row(audience, route);
        for (const struct route *other = audience->routes; other < route; other++)
            if (other->method == route->method && same_pattern(other->path, route->path))
                wrong(audience, route, "stands in the table twice");
    }
}

/* ---- who may what ---------------------------------------------------------------------------- */

static const char *right_name(const struct audience *audience, int right)
{
    if (right == ANYONE)
        return "anyone";
    if (right == NOBODY)
        return "nobody";
    return audience->rights[right];
}

static const char *type_name(enum input_type type)
{
    static const char *const names[] = {"", "text", "lines", "query", "id", "count", "code",
                                        "slug", "choice", "date", "phone", "flag", "look-up"};
    return names[type];
}

static void print_inputs(const struct route *route)
{
    for (size_t i = 0; i < ROUTE_INPUTS && route->inputs[i].type != INPUT_END; i++) {
        const struct input *input = &route->inputs[i];
        printf("%s%s:%s%s%s", i ? " " : "", input->name, type_name(input->type),
               input->many ? "*" : "", input->optional ? "?" : "");
    }
}

void route_print(const struct audience *audience)
{
    printf("# %s: method, path, right, kind, inputs (? may be absent, * may repeat), help\n",
           audience->name);
    for (const struct route *route = audience->routes; route->path; route++) {
        const char *kind = route_has_effect(route) ? "changes" : route->asks ? "asks" : "shows";
        printf("%s\t%s\t%s\t%s\t", route->method == POST ? "POST" : "GET", route->path,
               right_name(audience, route->right), kind);
        print_inputs(route);
        if (route->files)
            printf("%sfiles:%d", route->inputs[0].type != INPUT_END ? " " : "", route->files);
        printf("\t%s\n", route->help ? route->help : "");
    }
}
