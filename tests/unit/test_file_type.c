/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What may come in as a file: five types, whole, under the right ending; no bomb, no second format, no macro.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "lib/buffer.h"
#include "lib/file_type.h"
#include "lib/limits.h"

#define PDF "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

static void check(const void *bytes, size_t n, const char *name, enum file_verdict wanted, enum file_type type)
{
    enum file_type found;
    int fd = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    enum file_verdict verdict = file_type_check(fd, name, &found);
    close(fd);
    if (verdict != wanted)
        print_error("%s: verdict %d, not %d\n", name, verdict, wanted);
    assert_int_equal(verdict, wanted);
    if (wanted == FILE_GOOD)
        assert_int_equal(found, type);
}

/* Cut off: refused, for whatever reason. */
static void check_cut(const void *bytes, size_t n, const char *name)
{
    enum file_type found;
    int fd = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    assert_int_equal(write(fd, bytes, n), n);
    assert_int_not_equal(file_type_check(fd, name, &found), FILE_GOOD);
    close(fd);
}

static void check_text(const char *text, const char *name, enum file_verdict wanted, enum file_type type)
{
    check(text, strlen(text), name, wanted, type);
}

/* ---- PDF, and what is none of the five ------------------------------------------------------------------------- */

static void pdf_by_content_and_ending(void **state)
{
    (void)state;
    check_text(PDF, "a.pdf", FILE_GOOD, FILE_PDF);
    check_text(PDF, "Đơn của tôi.PDF", FILE_GOOD, FILE_PDF);
    check_text(PDF, "../../../etc/passwd.pdf", FILE_GOOD, FILE_PDF); /* a name is never a path */
    check_text(PDF, "a.png", FILE_MISNAMED, FILE_NONE);
    check_text(PDF, "pdf", FILE_MISNAMED, FILE_NONE);
    check_text(PDF, ".pdf", FILE_MISNAMED, FILE_NONE);
    check_text(PDF, "a.pdf.exe", FILE_MISNAMED, FILE_NONE);
    check_text("%PDF-1.4\n1 0 obj<<>>endobj\n", "a.pdf", FILE_DAMAGED, FILE_NONE);
}

static void nothing_else_comes_in(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *name;
    } foreign[] = {
        {"<!DOCTYPE html><html><script>alert(1)</script></html>", "a.pdf"},
        {"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "a.png"},
        {"GIF89a\1\0\1\0", "a.png"},
        {"MZ\x90 This program cannot be run in DOS mode", "a.docx"},
        {"\x7f" "ELF\2\1\1", "a.pdf"},
        {"#!/bin/sh\nid\n", "a.pdf"},
        {"{\\rtf1 x}", "a.docx"},
        {" \n%PDF-1.4 not at the beginning %%EOF", "a.pdf"},
        {"x", "a.pdf"},
        {"", "a.pdf"},
    };
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        check_text(foreign[i].bytes, foreign[i].name, FILE_FOREIGN, FILE_NONE);
}

/* ---- pictures ---------------------------------------------------------------------------------------------------- */

static void big32(struct buffer *out, uint32_t n)
{
    const uint8_t bytes[] = {n >> 24 & 0xff, n >> 16 & 0xff, n >> 8 & 0xff, n & 0xff};
    buffer_add(out, bytes, 4);
}

static void png(struct buffer *out, uint32_t width, uint32_t height)
{
    buffer_init(out, 4096);
    buffer_add(out, "\x89PNG\r\n\x1a\n", 8);
    big32(out, 13);
    buffer_text(out, "IHDR");
    big32(out, width);
    big32(out, height);
    buffer_add(out, "\10\2\0\0\0", 5);
    big32(out, 0);
    big32(out, 0);
    buffer_text(out, "IEND");
    big32(out, 0);
}

static void png_limits(void **state)
{
    (void)state;
    struct buffer picture;
    png(&picture, 5000, 10000);
    check(picture.bytes, picture.length, "a.png", FILE_GOOD, FILE_PNG);
    check(picture.bytes, picture.length, "a.jpg", FILE_MISNAMED, FILE_NONE);
    check(picture.bytes, picture.length - 5, "a.png", FILE_DAMAGED, FILE_NONE);
    buffer_text(&picture, "<script>");
    check(picture.bytes, picture.length, "a.png", FILE_DOUBLE, FILE_NONE);
    buffer_release(&picture);
    png(&picture, 5000, 10001);
    check(picture.bytes, picture.length, "a.png", FILE_TOO_LARGE, FILE_NONE);
    buffer_release(&picture);
    png(&picture, 0x7fffffff, 0x7fffffff);
    check(picture.bytes, picture.length, "a.png", FILE_TOO_LARGE, FILE_NONE);
    buffer_release(&picture);
    png(&picture, 0, 10);
    check(picture.bytes, picture.length, "a.png", FILE_DAMAGED, FILE_NONE);
    buffer_release(&picture);
}

/* Start, an application segment, one frame, a scan, the end. */
static void jpeg(struct buffer *out, unsigned width, unsigned height)
{
    const uint8_t frame[] = {0xff, 0xc0, 0, 11, 8, height >> 8 & 0xff, height & 0xff,
                             width >> 8 & 0xff, width & 0xff, 1, 1, 0x11, 0};
    buffer_init(out, 4096);
    buffer_add(out, "\xff\xd8\xff\xe0\0\20JFIF\0\1\1\0\0\1\0\1\0\0", 20);
    buffer_add(out, frame, sizeof frame);
    buffer_add(out, "\xff\xda\0\10\1\1\0\0?\0\x12\x34\xff\xd9", 14);
}

static void jpeg_limits(void **state)
{
    (void)state;
    struct buffer picture;
    jpeg(&picture, 4000, 3000);
    check(picture.bytes, picture.length, "a.jpg", FILE_GOOD, FILE_JPEG);
    check(picture.bytes, picture.length, "a.JPEG", FILE_GOOD, FILE_JPEG);
    check(picture.bytes, picture.length, "a.png", FILE_MISNAMED, FILE_NONE);
    for (size_t n = 1; n < picture.length; n++)
        check_cut(picture.bytes, n, "a.jpg");
    buffer_release(&picture);
    jpeg(&picture, 65500, 65500);
    check(picture.bytes, picture.length, "a.jpg", FILE_TOO_LARGE, FILE_NONE);
    buffer_release(&picture);
}

/* ---- office files -------- */

struct zip {
    struct buffer bytes, directory;
    unsigned members;
};

/* How a member is written; what is not said is honest. */
struct lie {
    unsigned flags, made_by;
    uint32_t attributes;
    const uint32_t *unpacked; /* what the headers say */
};

static void small(struct buffer *out, uint32_t n, int bytes)
{
    for (int i = 0; i < bytes; i++, n >>= 8)
        buffer_add(out, &(uint8_t){n & 0xff}, 1);
}

static void zip_open(struct zip *zip)
{
    buffer_init(&zip->bytes, 32 * 1024 * 1024);
    buffer_init(&zip->directory, 1024 * 1024);
    zip->members = 0;
}

static void head(struct buffer *out, const struct lie *lie, uint32_t crc, size_t packed, size_t unpacked, size_t name)
{
    small(out, lie->flags, 2);
    small(out, 8, 2);
    small(out, 0, 4);
    small(out, crc, 4);
    small(out, (uint32_t)packed, 4);
    small(out, lie->unpacked ? *lie->unpacked : (uint32_t)unpacked, 4);
    small(out, (uint32_t)name, 2);
    small(out, 0, 2);
}

static void zip_add(struct zip *zip, const char *name, const void *data, size_t n, struct lie lie)
{
    static uint8_t packed[4 * 1024 * 1024];
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)data, .avail_in = (uInt)n, .next_out = packed,
                       .avail_out = sizeof packed};
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    size_t length = stream.total_out, at = zip->bytes.length;
    deflateEnd(&stream);
    uint32_t crc = (uint32_t)crc32(0, data, (uInt)n);

    buffer_add(&zip->bytes, "PK\3\4\x14\0", 6);
    head(&zip->bytes, &lie, crc, length, n, strlen(name));
    buffer_text(&zip->bytes, name);
    buffer_add(&zip->bytes, packed, length);

    buffer_add(&zip->directory, "PK\1\2", 4);
    small(&zip->directory, lie.made_by << 8 | 20, 2);
    small(&zip->directory, 20, 2);
    head(&zip->directory, &lie, crc, length, n, strlen(name));
    small(&zip->directory, 0, 2); /* comment */
    small(&zip->directory, 0, 4); /* disk, inner attributes */
    small(&zip->directory, lie.attributes, 4);
    small(&zip->directory, (uint32_t)at, 4);
    buffer_text(&zip->directory, name);
    zip->members++;
}

static void zip_end(struct zip *zip)
{
    size_t at = zip->bytes.length;
    buffer_add(&zip->bytes, zip->directory.bytes, zip->directory.length);
    buffer_add(&zip->bytes, "PK\5\6\0\0\0\0", 8);
    small(&zip->bytes, zip->members, 2);
    small(&zip->bytes, zip->members, 2);
    small(&zip->bytes, (uint32_t)zip->directory.length, 4);
    small(&zip->bytes, (uint32_t)at, 4);
    small(&zip->bytes, 0, 2);
}

static void zip_close(struct zip *zip)
{
    buffer_release(&zip->bytes);
    buffer_release(&zip->directory);
}

static void text_add(struct zip *zip, const char *name, const char *text, struct lie lie)
{
    zip_add(zip, name, text, strlen(text), lie);
}

static void office_open(struct zip *zip, const char *main)
{
    zip_open(zip);
    text_add(zip, "[Content_Types].xml", "<Types/>", (struct lie){0});
    text_add(zip, main, "<document/>", (struct lie){0});
}

/* A document with one more member: what is said of it? */
static void with_member(const char *name, const void *data, size_t n, struct lie lie, enum file_verdict wanted)
{
    struct zip zip;
    office_open(&zip, "word/document.xml");
    zip_add(&zip, name, data, n, lie);
    zip_end(&zip);
    check(zip.bytes.bytes, zip.bytes.length, "a.docx", wanted, FILE_DOCX);
    zip_close(&zip);
}

static void office_files(void **state)
{
    (void)state;
    struct zip zip;
    office_open(&zip, "word/document.xml");
    zip_end(&zip);
    check(zip.bytes.bytes, zip.bytes.length, "a.docx", FILE_GOOD, FILE_DOCX);
    check(zip.bytes.bytes, zip.bytes.length, "a.xlsx", FILE_MISNAMED, FILE_NONE);
    check(zip.bytes.bytes, zip.bytes.length, "a.zip", FILE_MISNAMED, FILE_NONE);
    for (size_t n = 1; n < zip.bytes.length; n++)
        check_cut(zip.bytes.bytes, n, "a.docx");
    zip_close(&zip);
    office_open(&zip, "xl/workbook.xml");
    zip_end(&zip);
    check(zip.bytes.bytes, zip.bytes.length, "a.xlsx", FILE_GOOD, FILE_XLSX);
    zip_close(&zip);
    zip_open(&zip);
    text_add(&zip, "readme.txt", "just a ZIP", (struct lie){0});
    zip_end(&zip);
    check(zip.bytes.bytes, zip.bytes.length, "a.docx", FILE_FOREIGN, FILE_NONE);
    zip_close(&zip);
}

static void what_office_files_may_not_hold(void **state)
{
    (void)state;
    with_member("word/media/a.txt", "x", 1, (struct lie){0}, FILE_GOOD);
    with_member("word/vbaProject.bin", "x", 1, (struct lie){0}, FILE_FORBIDDEN);
    with_member("word/VBAPROJECT.BIN", "x", 1, (struct lie){0}, FILE_FORBIDDEN);
    with_member("../evil", "x", 1, (struct lie){0}, FILE_FORBIDDEN);
    with_member("word/../../evil", "x", 1, (struct lie){0}, FILE_FORBIDDEN);
    with_member("/etc/passwd", "x", 1, (struct lie){0}, FILE_FORBIDDEN);
    with_member("word\\a", "x", 1, (struct lie){0}, FILE_FORBIDDEN);
    with_member("word/a..b", "x", 1, (struct lie){0}, FILE_GOOD);
    with_member("word/secret", "x", 1, (struct lie){.flags = 1}, FILE_FORBIDDEN);
    with_member("word/link", "/etc/passwd", 11, (struct lie){.made_by = 3, .attributes = 0120777u << 16},
                FILE_FORBIDDEN);
}

static void bombs_and_lies(void **state)
{
    (void)state;
    enum { MANY = 8 * 1024 * 1024 };
    static const uint8_t zeros[MANY];
    static const uint32_t less = 10, more = 300u * 1024 * 1024;
    with_member("word/zeros", zeros, MANY, (struct lie){0}, FILE_TOO_LARGE); /* a thousandfold */
    with_member("word/zeros", zeros, MANY, (struct lie){.unpacked = &less}, FILE_DAMAGED);
    with_member("word/zeros", zeros, 100, (struct lie){.unpacked = &more}, FILE_TOO_LARGE);
    struct zip zip;
    office_open(&zip, "word/document.xml");
    for (int i = 2; i < LIMIT_ZIP_FILES; i++)
        text_add(&zip, "word/a", "x", (struct lie){0});
    zip_end(&zip);
    check(zip.bytes.bytes, zip.bytes.length, "a.docx", FILE_GOOD, FILE_DOCX);
    zip_close(&zip);
    office_open(&zip, "word/document.xml");
    for (int i = 1; i < LIMIT_ZIP_FILES; i++)
        text_add(&zip, "word/a", "x", (struct lie){0});
    zip_end(&zip);
    check(zip.bytes.bytes, zip.bytes.length, "a.docx", FILE_TOO_LARGE, FILE_NONE);
    zip_close(&zip);
}

/* Many entries of the directory point at the same bytes. */
static void shared_members_are_a_bomb(void **state)
{
    (void)state;
    struct zip zip;
    char noise[600];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(i * 7919 >> 3);
    office_open(&zip, "word/document.xml");
    size_t before = zip.directory.length;
    zip_add(&zip, "word/media", noise, sizeof noise, (struct lie){0});
    char entry[128];
    size_t n = zip.directory.length - before;
    memcpy(entry, zip.directory.bytes + before, n);
    for (int i = 0; i < 40; i++, zip.members++)
        buffer_add(&zip.directory, entry, n);
    zip_end(&zip);
    check(zip.bytes.bytes, zip.bytes.length, "a.docx", FILE_TOO_LARGE, FILE_NONE);
    zip_close(&zip);
}

static void two_formats_in_one_file(void **state)
{
    (void)state;
    struct zip zip;
    struct buffer both;
    office_open(&zip, "word/document.xml");
    zip_end(&zip);
    buffer_init(&both, 1024 * 1024);
    buffer_text(&both, PDF);
    buffer_add(&both, zip.bytes.bytes, zip.bytes.length);
    check(both.bytes, both.length, "a.pdf", FILE_DOUBLE, FILE_NONE);
    check(both.bytes, both.length, "a.docx", FILE_DOUBLE, FILE_NONE);
    buffer_text(&both, "%%EOF\n");
    check(both.bytes, both.length, "a.pdf", FILE_DOUBLE, FILE_NONE);
    buffer_release(&both);
    jpeg(&both, 10, 10);
    both.ceiling = 1024 * 1024;
    buffer_add(&both, zip.bytes.bytes, zip.bytes.length);
    check(both.bytes, both.length, "a.jpg", FILE_DOUBLE, FILE_NONE);
    buffer_release(&both);
    buffer_text(&zip.bytes, "%PDF-1.4 %%EOF"); /* behind the ZIP */
    check(zip.bytes.bytes, zip.bytes.length, "a.docx", FILE_DOUBLE, FILE_NONE);
    zip_close(&zip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pdf_by_content_and_ending),
        cmocka_unit_test(nothing_else_comes_in),
        cmocka_unit_test(png_limits),
        cmocka_unit_test(jpeg_limits),
        cmocka_unit_test(office_files),
        cmocka_unit_test(what_office_files_may_not_hold),
        cmocka_unit_test(bombs_and_lies),
        cmocka_unit_test(shared_members_are_a_bomb),
        cmocka_unit_test(two_formats_in_one_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
