/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_INFO_H
#define MOTCUA_PUBLIC_INFO_H

#include "lib/request.h"

/* Pages that only speak: their words stand in the language files. */
int info_help(struct request *rq);    /* /tro-giup */
int info_contact(struct request *rq); /* /lien-he */
int info_access(struct request *rq);  /* /tiep-can */
int info_privacy(struct request *rq); /* /quyen-rieng-tu */

int info_robots(struct request *rq);  /* /robots.txt */
int info_sitemap(struct request *rq); /* /sitemap.xml */

#endif
