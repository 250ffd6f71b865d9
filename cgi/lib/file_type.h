/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_FILE_TYPE_H
#define MOTCUA_LIB_FILE_TYPE_H

#include <stddef.h>

/*
 * What a file is, by its content (libmagic and what stands below), and whether it may come in: PDF, JPEG, PNG,
 * DOCX, XLSX. The ending of its name must agree. Pictures have LIMIT_PIXELS at most. What is a ZIP inside has at
 * most LIMIT_ZIP_FILES files, LIMIT_ZIP_BYTES unpacked and LIMIT_ZIP_RATIO times its size, no links, no paths
 * that lead out, no passwords and no macros; everything in it is unpacked once, so that its directory cannot lie.
 * A file that is a ZIP to one reader and something else to another is refused.
 */
enum file_type { FILE_NONE, FILE_PDF, FILE_JPEG, FILE_PNG, FILE_DOCX, FILE_XLSX, FILE_TYPE_END };

extern const char *const file_type_names[FILE_TYPE_END]; /* "pdf" …, as file.type has them; [0] is NULL */
const char *file_type_mime(enum file_type type);
enum file_type file_type_of(const char *name); /* of file_type_names; FILE_NONE for any other */

enum file_verdict {
    FILE_GOOD,
    FILE_FOREIGN,   /* none of the five types */
    FILE_MISNAMED,  /* another ending than the content has */
    FILE_DAMAGED,   /* cut off, or not what its first bytes promise */
    FILE_DOUBLE,    /* two formats in one file */
    FILE_TOO_LARGE, /* unpacked or in pixels */
    FILE_FORBIDDEN, /* macros, passwords, links inside */
    FILE_UNREAD     /* it could not be read; logged */
};

/* Reads with pread from the beginning; the offset of `fd` stays. */
enum file_verdict file_type_check(int fd, const char *name, enum file_type *type);

/* Takes out of a picture that was found good what is not the picture: where and with what it was taken, comments,
 * small copies. Shortens it in place and returns the new length. */
size_t file_picture_plain(unsigned char *bytes, size_t n, enum file_type type);

#endif
