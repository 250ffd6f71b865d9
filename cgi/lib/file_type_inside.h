/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_FILE_TYPE_INSIDE_H
#define MOTCUA_LIB_FILE_TYPE_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/file_type.h"

/* For file_type*.c alone: looks into whole files in memory. */
enum file_verdict file_zip_check(const uint8_t *bytes, size_t n, enum file_type *type);
/* Would a ZIP reader find a directory at the end? */
bool file_zip_ends(const uint8_t *bytes, size_t n);

enum file_verdict file_png_check(const uint8_t *bytes, size_t n);
enum file_verdict file_jpeg_check(const uint8_t *bytes, size_t n);

#endif
