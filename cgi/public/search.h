/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_SEARCH_H
#define MOTCUA_PUBLIC_SEARCH_H

#include "lib/request.h"

/* /thu-tuc: the search with its filters, or, without words, all procedures; /goi-y: suggestions. */
int search_page(struct request *rq);
int search_suggestions(struct request *rq);

#endif
