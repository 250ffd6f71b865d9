/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_UPLOAD_H
#define MOTCUA_LIB_UPLOAD_H

#include <stddef.h>

#include "lib/request.h"

/*
 * A file that came with a multipart form, streamed into settings.uploads: it has no name there and is gone
 * when the request ends, unless a handler stores it. Name and type are the sender's words: data to show,
 * never a path, never trusted.
 */
struct upload {
    const char *field;     /* name of the form field */
    const char *file_name; /* after the last slash or backslash; cleaned text */
    const char *type;      /* Content-Type of the part, "" when absent */
    size_t size;           /* bytes; 0: the file is empty */
    int fd;                /* readable, at offset 0; -1 once a handler took it over */
};

/* Reads a multipart body of `length` bytes: its fields become parameters, its files rq->uploads.
 * 0, 400, 413, 503 (no folder for uploads) or 507 (no room). */
int upload_read(struct request *rq, const char *content_type, size_t length, int max_files);

#endif
