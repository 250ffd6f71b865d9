/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/menu.h"

#include "lib/route.h"
#include "lib/say.h"
#include "staff/rights.h"

/* In the order of a working day. `words` is a key below T.staff_menu, with key_hint beside it. */
static const struct item {
    const char *path;
    const char *words;
    const char *icon;
} items[] = {
    {"/can-bo/quay", "desk", "counter"},
    {"/can-bo/tiep-nhan", "receive", "document"},
    {"/can-bo/viec", "work", "checklist"},
    {"/can-bo/ho-so", "dossiers", "search"},
    {"/can-bo/sanh", "hall", "counter"},
    {"/can-bo/thay-mat", "substitutes", "people"},
    {"/can-bo/nguoi-dung", "people", "people"},
    {"/can-bo/quy-trinh", "workflows", "track"},
    {"/can-bo/tai-khoan", "account", "info"},
};

/* Lists to print and what is seldom changed: from the first page alone, they would crowd the head of every page. */
static const struct item lists[] = {
    {"/can-bo/in/so-theo-doi", "register", "document"},
    {"/can-bo/in/ban-giao", "handover", "print"},
    {"/can-bo/phan-anh", "feedback", "mail"},
    {"/can-bo/danh-gia", "ratings", "success"},
    {"/can-bo/khao-sat", "surveys", "checklist"},
    {"/can-bo/sanh/cai-dat", "hall_settings", "counter"},
    {"/can-bo/thiet-bi", "devices", "qr"},
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

static void items_fill(struct request *rq, const char *list, const struct item *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!menu_leads(rq, from[i].path))
            continue;
        struct data *item = data_add(rq->data, list);
        data_format(item, "Href", "%s%s", rq->base, from[i].path);
        data_set(item, "Icon", from[i].icon);
        data_set(item, "Text", say_one(rq, "staff_menu", from[i].words));
        data_set(item, "Hint",
                 say_one(rq, "staff_menu", arena_format(rq->arena, "%s_hint", from[i].words)));
        data_set_flag(item, "Current", is_below(rq->path, from[i].path));
    }
}

void menu_fill(struct request *rq, const char *list)
{
    items_fill(rq, list, items, sizeof items / sizeof *items);
}

void menu_lists_fill(struct request *rq, const char *list)
{
    items_fill(rq, list, lists, sizeof lists / sizeof *lists);
}
