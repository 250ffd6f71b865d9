/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_MENU_H
#define MOTCUA_STAFF_MENU_H

#include "lib/request.h"

/*
 * The pages one may start from, as `list`: Href, Text, Icon, Hint, Current. Which they are is in menu.c; who may see
 * one is what the route table says of its address.
 */
void menu_fill(struct request *rq, const char *list);

/* The same of lists that are printed. */
void menu_lists_fill(struct request *rq, const char *list);

/* Does the program have this GET page, and may the one who asks open it? `path` as in the table. */
bool menu_leads(const struct request *rq, const char *path);

#endif
