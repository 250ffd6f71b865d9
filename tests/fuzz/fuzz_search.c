/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: what people type into the search box. Whatever the bytes, hits are documents of the index,
 * best first, and marks are ranges on character borders. The input before the first NUL is the
 * query; what follows becomes the name of a procedure.
 */
#include <stdint.h>
#include <stdlib.h>

#include "lib/text.h"
#include "search/search.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define DOCUMENT(number, title, field)                                                             \
    {                                                                                              \
        .code = number, .name = title, .fields = field, .agencies = "Ủy ban nhân dân cấp xã",      \
        .papers = "Giấy chứng sinh\nTờ khai", .description = "Công dân nộp hồ sơ tại bộ phận một cửa", \
        .audience = SEARCH_CITIZEN, .level = SEARCH_COMMUNE                                        \
    }

static const struct search_document documents[] = {
    DOCUMENT("1.001193", "Đăng ký khai sinh", "Hộ tịch"),
    DOCUMENT("1.000894", "Đăng ký kết hôn", "Hộ tịch"),
    DOCUMENT("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "Chứng thực"),
    DOCUMENT("1.004194", "Đăng ký tạm trú", "Cư trú"),
    DOCUMENT("2.001610", "Đăng ký thành lập doanh nghiệp tư nhân", "Doanh nghiệp"),
    DOCUMENT("1.002862", "Cấp, đổi giấy phép lái xe do ngành giao thông vận tải cấp", "Đường bộ"),
    DOCUMENT("1.012756", "Đăng ký đất đai lần đầu, cấp giấy chứng nhận quyền sử dụng đất", "Đất đai"),
    DOCUMENT("1.009794", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Xây dựng"),
};
enum { DOCUMENTS = sizeof documents / sizeof documents[0] };

static const char *const birth[] = {"đăng ký khai sinh"}, *const land[] = {"giấy chứng nhận quyền sử dụng đất"};
static const char *const birth_codes[] = {"1.001193"};
static const struct search_phrase phrases[] = {
    {"mới sinh con làm giấy gì", birth, 1, birth_codes, 1, SEARCH_PHRASE_INTENT},
    {"sổ đỏ", land, 1, NULL, 0, SEARCH_PHRASE_COLLOQUIAL},
    {"gcn qsdđ", land, 1, NULL, 0, SEARCH_PHRASE_ABBREVIATION},
    {"giá vàng", NULL, 0, NULL, 0, SEARCH_PHRASE_OUTSIDE},
};
enum { PHRASES = sizeof phrases / sizeof phrases[0] };

static struct search_index *standing;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    standing = search_open(documents, DOCUMENTS, phrases, PHRASES);
    return 0;
}

static bool on_border(const char *text, uint32_t at)
{
    return ((unsigned char)text[at] & 0xc0) != 0x80;
}

static void marked(struct search_index *index, const struct search_hit *hit, const char *name)
{
    struct search_range ranges[8];
    size_t n = search_mark(index, hit, name, ranges, 8), length = strlen(name);
    uint32_t last = 0;
    MUST(n <= 8);
    for (size_t i = 0; i < n; i++) {
        MUST(ranges[i].start >= last && ranges[i].start < ranges[i].end && ranges[i].end <= length);
        MUST(on_border(name, ranges[i].start) && on_border(name, ranges[i].end));
        last = ranges[i].end;
    }
}

static void asked(struct search_index *index, size_t n, const char *query, const char *name)
{
    struct search_answer answer;
    search_run(index, query, NULL, &answer);
    MUST(answer.total <= n);
    for (size_t i = 0; i < answer.total; i++) {
        MUST(answer.hits[i].document < n && answer.hits[i].phrase < PHRASES);
        MUST(answer.hits[i].score == answer.hits[i].score);
        const char *of = answer.hits[i].document < DOCUMENTS
                             ? documents[answer.hits[i].document].name : name;
        marked(index, &answer.hits[i], of);
    }
    if (answer.did_you_mean)
        MUST(text_is_utf8(answer.did_you_mean, strlen(answer.did_you_mean)));
    struct search_suggestion suggestions[SEARCH_SUGGESTIONS];
    size_t found = search_suggest(index, query, NULL, suggestions);
    MUST(found <= SEARCH_SUGGESTIONS);
    for (size_t i = 0; i < found; i++)
        MUST(suggestions[i].text && (suggestions[i].document < n || suggestions[i].phrase >= 0));
}

/* An index with a procedure of any name, as an import may bring it after cleaning. */
static void indexed(struct arena *arena, const char *query, const char *bytes, size_t n)
{
    const char *name = text_clean(arena, bytes, n, TEXT_REPAIR, NULL);
    if (!name)
        return;
    struct search_document all[DOCUMENTS + 1];
    memcpy(all, documents, sizeof documents);
    all[DOCUMENTS] = (struct search_document){.code = "9.999999", .name = name, .papers = name};
    struct search_index *index = search_open(all, DOCUMENTS + 1, phrases, PHRASES);
    asked(index, DOCUMENTS + 1, query, name);
    search_close(index);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_open(0);
    const char *query = arena_copy_bytes(arena, size ? (const char *)bytes : "", size);
    size_t length = strlen(query);
    char small[7], large[2048];
    asked(standing, DOCUMENTS, query, "");
    size_t folded = search_fold(query, large, sizeof large);
    MUST(folded < sizeof large && strlen(large) == folded);
    MUST(search_fold(query, small, sizeof small) < sizeof small);
    if (length < size)
        indexed(arena, query, (const char *)bytes + length + 1, size - length - 1);
    arena_close(arena);
    return 0;
}
