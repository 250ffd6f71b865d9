/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: a file somebody sends. Whatever the bytes, looking into it ends, and what is called good has its type.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/file_type_inside.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const names[] = {"a.pdf", "a.jpg", "a.png", "a.docx", "a.xlsx"};
    enum file_type type = FILE_NONE;
    if (file_zip_check(bytes, size, &type) == FILE_GOOD)
        MUST(type == FILE_DOCX || type == FILE_XLSX);
    file_png_check(bytes, size);
    file_jpeg_check(bytes, size);
    if (size % 16 != 0) /* libmagic is slow, and not ours */
        return 0;
    size_t i = size / 16 % (sizeof names / sizeof *names);
    int fd = memfd_create("file", MFD_CLOEXEC);
    MUST(fd >= 0 && write(fd, bytes, size) == (ssize_t)size);
    if (file_type_check(fd, names[i], &type) == FILE_GOOD)
        MUST(type == (enum file_type)(FILE_PDF + i));
    close(fd);
    return 0;
}
