/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/menu.h"

#include "lib/route.h"
#include "staff/rights.h"

/* In the order of a working day. `words` is a key below T.staff_menu, with key_hint beside it. */
static const struct item {
    const char *path;
    const char *words;
    const char *icon;
} items[] = {
    {"/can-bo/tiep-nhan", "receive", "document"},
    {"/can-bo/viec", "work", "checklist"},
    {"/can-bo/ho-so", "dossiers", "search"},
    {"/can-bo/thay-mat", "substitutes", "people"},
    {"/can-bo/nguoi-dung", "people", "people"},
    {"/can-bo/quy-trinh", "workflows", "track"},
    {"/can-bo/tai-khoan", "account", "info"},
};

static const struct route *route_of(const struct request *rq, const char *path)
{
    for (const struct route *route = rq->audience->routes; route->path; route++)
        if (route->method == GET && strcmp(route->path, path) == 0)
            return route;
    return NULL;
}

bool menu_leads(const struct request *rq, const char *path)
{
    const struct route *route = route_of(rq, path);
    return route && right_held(rq, (enum right)route->right);
}

static bool is_below(const char *path, const char *head)
{
    size_t n = strlen(head);
    return strncmp(path, head, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

void menu_fill(struct request *rq, const char *list)
{
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        if (!menu_leads(rq, items[i].path))
            continue;
        struct data *item = data_add(rq->data, list);
        data_format(item, "Href", "%s%s", rq->base, items[i].path);
        data_set(item, "Icon", items[i].icon);
        data_set(item, "Text",
                 data_get(rq->words, arena_format(rq->arena, "T.staff_menu.%s", items[i].words)));
        data_set(item, "Hint",
                 data_get(rq->words,
                          arena_format(rq->arena, "T.staff_menu.%s_hint", items[i].words)));
        data_set_flag(item, "Current", is_below(rq->path, items[i].path));
    }
}
