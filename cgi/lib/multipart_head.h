/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_MULTIPART_HEAD_H
#define MOTCUA_LIB_MULTIPART_HEAD_H

#include "lib/multipart.h"

/* The header lines of one part ("Name: value" CRLF …). False: malformed. */
bool multipart_head_parse(struct arena *arena, const char *head, size_t n,
                          struct multipart_part *part);

#endif
