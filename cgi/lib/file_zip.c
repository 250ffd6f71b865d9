/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Office files are ZIP archives (APPNOTE.TXT 6.3). Stricter than that where honest programs allow it: one disk, no
 * ZIP64, no comment, nothing in front of the first member or between the last one and the directory, and what a
 * member's two headers say about it is the same.
 */
#include <string.h>
#include <zlib.h>

#include "lib/file_type_inside.h"
#include "lib/limits.h"
#include "lib/text.h"

#define END_BYTES 22
#define ENTRY_BYTES 46
#define LOCAL_BYTES 30
#define PIECE (64 * 1024)

static uint32_t small16(const uint8_t *at)
{
    return at[0] | (uint32_t)at[1] << 8;
}

static uint32_t small32(const uint8_t *at)
{
    return small16(at) | small16(at + 2) << 16;
}

static bool signed_with(const uint8_t *at, uint8_t third, uint8_t fourth)
{
    return at[0] == 'P' && at[1] == 'K' && at[2] == third && at[3] == fourth;
}

bool file_zip_ends(const uint8_t *bytes, size_t n)
{
    enum { COMMENT_MOST = 65535 };
    if (n < END_BYTES)
        return false;
    size_t least = n > END_BYTES + COMMENT_MOST ? n - END_BYTES - COMMENT_MOST : 0;
    for (size_t at = n - END_BYTES + 1; at-- > least;)
        if (signed_with(bytes + at, 5, 6) && at + END_BYTES + small16(bytes + at + 20) <= n)
            return true;
    return false;
}

struct member {
    const char *name; /* not ended by a NUL */
    size_t name_length;
    unsigned made_by, flags, method;
    uint32_t crc, packed, unpacked, attributes, offset;
};

struct archive {
    const uint8_t *bytes;
    size_t directory;  /* where it begins */
    size_t members, named;
    uint64_t packed;   /* with their local headers */
    uint64_t unpacked;
    size_t first;      /* lowest offset of a member */
    bool types, word, sheet;
};

static bool named(const struct member *member, const char *name)
{
    return member->name_length == strlen(name) && memcmp(member->name, name, member->name_length) == 0;
}

/* ---- what may not be inside ------------------------------------------------------------------------------- */

static bool leads_out(const struct member *member)
{
    const char *name = member->name;
    size_t n = member->name_length;
    if (n == 0 || name[0] == '/' || memchr(name, '\\', n) || memchr(name, '\0', n) || memchr(name, ':', n))
        return true;
    for (size_t i = 0; i + 1 < n; i++)
        if (name[i] == '.' && name[i + 1] == '.' && (i == 0 || name[i - 1] == '/') &&
            (i + 2 == n || name[i + 2] == '/'))
            return true;
    return false;
}

static bool is_link(const struct member *member)
{
    enum { UNIX = 3, TYPE = 0170000, LINK = 0120000 };
    return member->made_by >> 8 == UNIX && (member->attributes >> 16 & TYPE) == LINK;
}

static bool is_program(const struct member *member)
{
    static const char macros[] = "vbaproject.bin";
    size_t n = sizeof macros - 1;
    return member->name_length >= n &&
           strncasecmp(member->name + member->name_length - n, macros, n) == 0;
}

static bool is_locked(const struct member *member)
{
    return (member->flags & (1 | 1 << 6 | 1 << 13)) != 0;
}

/* ---- one member -------------------------------------------------------------------------------------------- */

/* Unpacks a deflated member into nothing: is it as long as it says, and has it its checksum? */
static bool inflates(const struct member *member, const uint8_t *data)
{
    uint8_t piece[PIECE];
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)data, .avail_in = member->packed};
    uint64_t total = 0;
    uLong crc = crc32(0, NULL, 0);
    int status = inflateInit2(&stream, -MAX_WBITS);
    if (status != Z_OK)
        return false;
    while (status == Z_OK && total <= member->unpacked) {
        stream.next_out = piece;
        stream.avail_out = sizeof piece;
        status = inflate(&stream, Z_NO_FLUSH);
        size_t got = sizeof piece - stream.avail_out;
        crc = crc32(crc, piece, (uInt)got);
        total += got;
    }
    bool all = stream.avail_in == 0;
    inflateEnd(&stream);
    return status == Z_STREAM_END && all && total == member->unpacked && crc == member->crc;
}

/* The header in front of the data says the same as the directory. */
static bool local_agrees(struct archive *archive, const struct member *member)
{
    enum { SIZES_BEHIND = 1 << 3 };
    size_t at = member->offset;
    if (at + LOCAL_BYTES > archive->directory || !signed_with(archive->bytes + at, 3, 4))
        return false;
    const uint8_t *local = archive->bytes + at;
    size_t name = small16(local + 26), extra = small16(local + 28);
    size_t data = at + LOCAL_BYTES + name + extra;
    if (name != member->name_length || data > archive->directory ||
        member->packed > archive->directory - data ||
        memcmp(local + LOCAL_BYTES, member->name, name) != 0 || small16(local + 8) != member->method)
        return false;
    bool behind = (member->flags & SIZES_BEHIND) != 0;
    if (!behind && (small32(local + 18) != member->packed || small32(local + 22) != member->unpacked))
        return false;
    archive->packed += LOCAL_BYTES + name + extra + member->packed;
    if (member->method == 8)
        return inflates(member, archive->bytes + data);
    return member->method == 0 && member->packed == member->unpacked &&
           crc32(crc32(0, NULL, 0), archive->bytes + data, member->packed) == member->crc;
}

static enum file_verdict member_check(struct archive *archive, const struct member *member)
{
    if (is_locked(member) || is_link(member) || is_program(member) || leads_out(member))
        return FILE_FORBIDDEN;
    if (!local_agrees(archive, member))
        return FILE_DAMAGED;
    if (member->offset < archive->first)
        archive->first = member->offset;
    archive->types |= named(member, "[Content_Types].xml");
    archive->word |= named(member, "word/document.xml");
    archive->sheet |= named(member, "xl/workbook.xml");
    return FILE_GOOD;
}

/* ---- the directory ------------------------------------------------------------------------------------------ */

/* The member at `at` of the directory; 0, or where the next one stands. */
static size_t entry_read(const uint8_t *bytes, size_t at, size_t end, struct member *member)
{
    if (end - at < ENTRY_BYTES || !signed_with(bytes + at, 1, 2))
        return 0;
    const uint8_t *entry = bytes + at;
    *member = (struct member){
        .name = (const char *)entry + ENTRY_BYTES,
        .name_length = small16(entry + 28),
        .made_by = small16(entry + 4),
        .flags = small16(entry + 8),
        .method = small16(entry + 10),
        .crc = small32(entry + 16),
        .packed = small32(entry + 20),
        .unpacked = small32(entry + 24),
        .attributes = small32(entry + 38),
        .offset = small32(entry + 42),
    };
    size_t next = at + ENTRY_BYTES + member->name_length + small16(entry + 30) + small16(entry + 32);
    return next <= end ? next : 0;
}

/* What it promises, before anything is unpacked. */
static enum file_verdict totals_check(const struct archive *archive, size_t end, size_t size)
{
    struct member member;
    uint64_t unpacked = 0;
    size_t at = archive->directory;
    for (size_t i = 0; i < archive->members; i++) {
        at = entry_read(archive->bytes, at, end, &member);
        if (!at)
            return FILE_DAMAGED;
        unpacked += member.unpacked;
    }
    if (at != end)
        return FILE_DAMAGED;
    return unpacked > LIMIT_ZIP_BYTES || unpacked > LIMIT_ZIP_RATIO * (uint64_t)size ? FILE_TOO_LARGE : FILE_GOOD;
}

static enum file_verdict members_check(struct archive *archive, size_t end)
{
    struct member member;
    size_t at = archive->directory;
    for (size_t i = 0; i < archive->members; i++) {
        at = entry_read(archive->bytes, at, end, &member);
        enum file_verdict verdict = member_check(archive, &member);
        if (verdict != FILE_GOOD)
            return verdict;
        if (archive->packed > archive->directory) /* members share their bytes: a bomb */
            return FILE_TOO_LARGE;
    }
    return archive->first == 0 ? FILE_GOOD : FILE_DOUBLE;
}

enum file_verdict file_zip_check(const uint8_t *bytes, size_t n, enum file_type *type)
{
    if (n < END_BYTES)
        return FILE_DAMAGED;
    size_t end = n - END_BYTES;
    const uint8_t *last = bytes + end;
    if (!signed_with(last, 5, 6))
        return file_zip_ends(bytes, n) ? FILE_DOUBLE : FILE_DAMAGED;
    struct archive archive = {
        .bytes = bytes, .directory = small32(last + 16), .members = small16(last + 10), .first = n};
    if (small16(last + 4) != 0 || small16(last + 6) != 0 || small16(last + 8) != archive.members ||
        archive.members == 0)
        return FILE_DAMAGED;
    if (archive.members > LIMIT_ZIP_FILES)
        return FILE_TOO_LARGE;
    if (archive.directory > end || end - archive.directory != small32(last + 12))
        return FILE_DOUBLE;
    enum file_verdict verdict = totals_check(&archive, end, n);
    if (verdict == FILE_GOOD)
        verdict = members_check(&archive, end);
    if (verdict != FILE_GOOD)
        return verdict;
    if (!archive.types || archive.word == archive.sheet)
        return FILE_FOREIGN;
    *type = archive.word ? FILE_DOCX : FILE_XLSX;
    return FILE_GOOD;
}
