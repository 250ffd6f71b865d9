/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/file_type.h"

#include <magic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/file_type_inside.h"
#include "lib/log.h"
#include "lib/text.h"

/* Debian's; the sandbox shows it, but not the links to it that libmagic looks for by itself. */
#define MAGIC_FILE "/usr/lib/file/magic.mgc"
#define HEAD (256 * 1024)  /* what libmagic is shown */
#define PDF_TAIL 2048      /* readers look for %%EOF in the last kilobyte */

const char *const file_type_names[FILE_TYPE_END] = {
    [FILE_PDF] = "pdf", [FILE_JPEG] = "jpeg", [FILE_PNG] = "png", [FILE_DOCX] = "docx", [FILE_XLSX] = "xlsx",
};

static const char *const mimes[FILE_TYPE_END] = {
    [FILE_NONE] = "application/octet-stream",
    [FILE_PDF] = "application/pdf",
    [FILE_JPEG] = "image/jpeg",
    [FILE_PNG] = "image/png",
    [FILE_DOCX] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    [FILE_XLSX] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const char *file_type_mime(enum file_type type)
{
    return mimes[type];
}

enum file_type file_type_of(const char *name)
{
    for (int type = FILE_PDF; type < FILE_TYPE_END; type++)
        if (strcmp(file_type_names[type], name) == 0)
            return (enum file_type)type;
    return FILE_NONE;
}

/* ---- the first bytes ----------------------------------------------------------------------------------- */

/* Read once by each process: a few megabytes that all of them share. */
static magic_t book(void)
{
    static magic_t magic;
    if (magic)
        return magic;
    magic_t made = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR |
                              MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_TEXT | MAGIC_NO_CHECK_CDF |
                              MAGIC_NO_CHECK_CSV | MAGIC_NO_CHECK_JSON | MAGIC_NO_CHECK_TOKENS |
                              MAGIC_NO_CHECK_ENCODING | MAGIC_NO_CHECK_APPTYPE);
    if (made && (magic_load(made, MAGIC_FILE) == 0 || magic_load(made, NULL) == 0)) {
        magic = made;
        return magic;
    }
    log_error("file types cannot be told: %s", made ? magic_error(made) : "out of memory");
    if (made)
        magic_close(made);
    return NULL;
}

/* Office files are ZIPs whose first member differs from program to program: what is inside decides. */
static bool is_zip(const char *mime)
{
    return strcmp(mime, "application/zip") == 0 ||
           strncmp(mime, "application/vnd.openxmlformats-officedocument.", 46) == 0;
}

static enum file_verdict pdf_check(const uint8_t *bytes, size_t n)
{
    size_t tail = n < PDF_TAIL ? n : PDF_TAIL;
    if (n < 8 || (memcmp(bytes, "%PDF-1.", 7) != 0 && memcmp(bytes, "%PDF-2.", 7) != 0))
        return FILE_DAMAGED;
    return memmem(bytes + n - tail, tail, "%%EOF", 5) ? FILE_GOOD : FILE_DAMAGED;
}

static enum file_verdict content_check(const uint8_t *bytes, size_t n, enum file_type *type)
{
    magic_t magic = book();
    const char *mime = magic ? magic_buffer(magic, bytes, n < HEAD ? n : HEAD) : NULL;
    if (!mime)
        return FILE_UNREAD;
    if (is_zip(mime))
        return file_zip_check(bytes, n, type);
    for (int known = FILE_PDF; known <= FILE_PNG; known++)
        if (strcmp(mime, mimes[known]) == 0)
            *type = (enum file_type)known;
    if (*type == FILE_NONE)
        return FILE_FOREIGN;
    if (file_zip_ends(bytes, n))
        return FILE_DOUBLE;
    return *type == FILE_PDF    ? pdf_check(bytes, n)
           : *type == FILE_JPEG ? file_jpeg_check(bytes, n)
                                : file_png_check(bytes, n);
}

/* ---- the name ------------------------------------------------------------------------------------------- */

static bool ending_agrees(const char *name, enum file_type type)
{
    const char *dot = strrchr(name, '.');
    if (!dot || dot == name)
        return false;
    return text_same(dot + 1, file_type_names[type]) || (type == FILE_JPEG && text_same(dot + 1, "jpg"));
}

enum file_verdict file_type_check(int fd, const char *name, enum file_type *type)
{
    struct stat status;
    *type = FILE_NONE;
    if (fstat(fd, &status) != 0 || status.st_size < 0)
        return FILE_UNREAD;
    size_t n = (size_t)status.st_size;
    if (n == 0)
        return FILE_FOREIGN;
    void *bytes = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED) {
        log_error("a file cannot be looked into: %m");
        return FILE_UNREAD;
    }
    enum file_verdict verdict = content_check(bytes, n, type);
    munmap(bytes, n);
    if (verdict == FILE_GOOD && !ending_agrees(name, *type))
        verdict = FILE_MISNAMED;
    return verdict;
}
