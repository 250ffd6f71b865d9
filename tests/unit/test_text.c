/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text.h"

static struct arena *arena;

static int arena_begin(void **state)
{
    (void)state;
    arena = arena_open(0);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static void only_real_utf8_passes(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
    } bad[] = {
        { "\xC0\x80", 2 },         /* overlong NUL */
        { "\xC1\xBF", 2 },         /* overlong */
        { "\xE0\x80\xAF", 3 },     /* overlong slash */
        { "\xF0\x80\x80\xAF", 4 }, /* the same longer */
        { "\xED\xA0\x80", 3 },     /* surrogate */
        { "\xED\xBF\xBF", 3 },
        { "\xF4\x90\x80\x80", 4 }, /* above U+10FFFF */
        { "\xF8\x88\x80\x80\x80", 5 },
        { "\x80", 1 },      /* alone */
        { "a\xE1\xBA", 3 }, /* cut */
        { "\xE1\xBAz", 3 },
        { "\xFF", 1 },
        { "\xFE", 1 },
        { "a\0b", 3 }, /* NUL */
        { "Latin \xE9", 7 },
    };
    static const char *const good[] = { "", "a", "Nguyễn", "\xF4\x8F\xBF\xBD", "😀", "ấ" };
    enum text_verdict verdict;
    (void)state;

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(text_is_utf8(bad[i].bytes, bad[i].length));
        assert_null(text_clean(arena, bad[i].bytes, bad[i].length, TEXT_MANY_LINES, &verdict));
        assert_int_equal(verdict, TEXT_BAD_UTF8);
    }
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_true(text_is_utf8(good[i], strlen(good[i])));
}

static void check_clean(const char *text, int options, const char *expected)
{
    enum text_verdict verdict;
    char *clean = text_clean(arena, text, strlen(text), options, &verdict);

    assert_int_equal(verdict, TEXT_GOOD);
    assert_string_equal(clean, expected);
    assert_string_equal(text_clean(arena, clean, strlen(clean), options, NULL), clean);
}

static void text_is_cleaned_at_the_border(void **state)
{
    (void)state;
    check_clean("  Nguyễn   Văn\tAn \r\n", TEXT_ONE_LINE, "Nguyễn Văn An");
    check_clean("a\r\nb", TEXT_ONE_LINE, "a b");
    check_clean("Nguye\u0302\u0303n", TEXT_ONE_LINE, "Nguyễn");
    check_clean("Ca\u0302\u0301p", TEXT_ONE_LINE, "Cấp");
    check_clean("\uFEFFAn\u200B\u00ADh\u202E \u2066x\u2069", TEXT_ONE_LINE, "Anh x");
    check_clean("a\u00A0\u3000b", TEXT_ONE_LINE, "a b");
    check_clean("\u200B \u200B", TEXT_ONE_LINE, "");
    check_clean("", TEXT_ONE_LINE, "");
    check_clean("\n a\r\n\r\n\tb \rc \u2028d\n\n", TEXT_MANY_LINES, "a\n\n\tb\nc\nd");
    check_clean("a  b", TEXT_MANY_LINES, "a  b");
    check_clean("đ\u01A3ợc \u00D0ức", TEXT_ONE_LINE | TEXT_REPAIR, "được Đức");
    check_clean("\u00D0", TEXT_ONE_LINE, "\u00D0");
    check_clean("H'Mông K' \"x\" <b>&amp;", TEXT_ONE_LINE, "H'Mông K' \"x\" <b>&amp;");
}

static void control_characters_are_refused(void **state)
{
    static const char *const bad[] = { "a\x01",     "\x1B[31m",  "a\x7F",
                                       "a\xC2\x80", "a\xC2\x9F", "\uFFFE",
                                       "\uFFFF",    "\uFDD0",    "\xF0\x9F\xBF\xBF",
                                       "a\bc" };
    enum text_verdict verdict;
    (void)state;

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_null(text_clean(arena, bad[i], strlen(bad[i]), TEXT_MANY_LINES, &verdict));
        assert_int_equal(verdict, TEXT_CONTROL);
    }
}

static void letters_change_case_by_unicode(void **state)
{
    (void)state;
    assert_string_equal(text_upper(arena, "nguyễn đức ấn ưởng"), "NGUYỄN ĐỨC ẤN ƯỞNG");
    assert_string_equal(text_lower(arena, "NGUYỄN ĐỨC ẤN"), "nguyễn đức ấn");
    assert_string_equal(text_nfc(arena, "e\u0323\u0302"), "ệ");
}

static void texts_are_shortened_at_words(void **state)
{
    static const char long_name[] = "Đăng ký khai sinh có yếu tố nước ngoài";
    (void)state;

    assert_int_equal(text_count("Đăng ký"), 7);
    assert_string_equal(text_shorten(arena, long_name, 38), long_name);
    assert_string_equal(text_shorten(arena, long_name, 20), "Đăng ký khai sinh…");
    assert_string_equal(text_shorten(arena, long_name, 9), "Đăng ký…");
    assert_string_equal(text_shorten(arena, "nghiêngnghiêngnghiêng", 8), "nghiêng…");
    assert_string_equal(text_shorten(arena, "abc, def", 5), "abc…");
    assert_string_equal(text_shorten(arena, "abc", 1), "…");
    assert_string_equal(text_shorten(arena, "abc", 0), "");
    assert_string_equal(text_shorten(arena, "", 5), "");
    /* a mark is never parted from its letter */
    assert_string_equal(text_shorten(arena, "aaaax\u0330yyy", 6), "aaaa…");
    for (size_t max = 0; max < 50; max++) {
        char *cut = text_shorten(arena, long_name, max);
        assert_true(text_count(cut) <= max && text_is_utf8(cut, strlen(cut)));
    }
}

static void slugs_and_plain_letters(void **state)
{
    (void)state;
    assert_string_equal(text_plain(arena, "Nguyễn Văn Đức – ưỡn ẹo"), "Nguyen Van Duc – uon eo");
    assert_string_equal(text_plain(arena, "한국 中"), "한국 中");
    assert_string_equal(text_slug(arena, "Đăng ký kết hôn (lại)", 80), "dang-ky-ket-hon-lai");
    assert_string_equal(text_slug(arena, "  --Đất/đai__& nhà ở!  ", 80), "dat-dai-nha-o");
    assert_string_equal(text_slug(arena, "Đăng ký kết hôn", 10), "dang-ky");
    assert_string_equal(text_slug(arena, "Đăng ký kết hôn", 11), "dang-ky-ket");
    assert_string_equal(text_slug(arena, "nghiengnghieng", 5), "nghie");
    assert_string_equal(text_slug(arena, "中文", 80), "");
}

static int order(const void *left, const void *right)
{
    return text_compare(arena, *(const char *const *)left, *(const char *const *)right);
}

static int name_order(const void *left, const void *right)
{
    return strcmp(text_name_key(arena, *(const char *const *)left),
                  text_name_key(arena, *(const char *const *)right));
}

/* Whatever the order before, sorting gives the list as written. */
static void check_order(const char *const *expected, size_t count,
                        int (*compare)(const void *, const void *))
{
    const char *words[64];

    for (size_t turn = 0; turn < count; turn++) {
        for (size_t i = 0; i < count; i++)
            words[i] = expected[(turn % 2 ? count - 1 - i + turn : i + turn) % count];
        qsort(words, count, sizeof words[0], compare);
        for (size_t i = 0; i < count; i++)
            assert_string_equal(words[i], expected[i]);
    }
}

static void words_sort_as_in_a_vietnamese_dictionary(void **state)
{
    static const char *const words[] = {
        "",  "1", "2",  "a",  "à", "ả", "ã", "á", "ạ",    "an", "An Bình", "anh",
        "ă", "ằ", "ẳ",  "ẵ",  "ắ", "ặ", "â", "ầ", "b",    "c",  "d",       "đ",
        "e", "ê", "ế",  "g",  "h", "i", "k", "o", "oanh", "ô",  "ơ",       "ớ",
        "p", "t", "th", "tr", "u", "ư", "v", "x", "y",    "ýa", "中",
    };
    static const char *const tones[] = { "ma", "mà", "mả", "mã", "má", "mạ", "mai" };
    static const char *const marks[] = { "da", "dã", "đa", "đã", "đang" };
    (void)state;

    check_order(words, sizeof words / sizeof words[0], order);
    check_order(tones, sizeof tones / sizeof tones[0], order);
    check_order(marks, sizeof marks / sizeof marks[0], order);
    assert_true(text_compare(arena, "Hà", "hà") > 0);
    assert_true(text_compare(arena, "Hà", "Hạ") < 0);
    assert_int_equal(text_compare(arena, "hòa", "hòa"), 0);
    assert_int_equal(strcmp(text_sort_key(arena, "o\u0302\u0301"), text_sort_key(arena, "ố")), 0);
}

static void names_sort_by_the_given_name(void **state)
{
    static const char *const names[] = {
        "An",    "Lê Thị An", "Nguyễn Văn An", "Phạm Ân", "Trần Bình",      "Nguyễn Đức",
        "H'Yến", "Vũ Thị Hà", "Lê Hạ",         "Nông Hạ", "Hoàng Văn Hùng", "Nguyễn Yến",
    };
    (void)state;

    check_order(names, sizeof names / sizeof names[0], name_order);
}

static void ascii_helpers_know_only_ascii(void **state)
{
    char text[] = "ABC-Đ";
    (void)state;

    assert_true(text_same("Keep-Alive", "keep-alive"));
    assert_false(text_same("a", "ab"));
    assert_false(text_same("Đ", "đ"));
    assert_true(text_starts("/en/tra-cuu", "/en/"));
    assert_false(text_starts("/e", "/en/"));
    assert_true(text_is_digits("0123"));
    assert_false(text_is_digits(""));
    assert_false(text_is_digits("12a"));
    text_ascii_lower(text);
    assert_string_equal(text, "abc-Đ");
}

static void percent_signs_are_decoded_strictly(void **state)
{
    static const char *const bad[] = { "%",   "a%",    "%2",   "%zz",   "%0g",
                                       "%00", "a%00b", "%%41", "%u0041" };
    size_t length;
    (void)state;

    assert_string_equal(text_percent_decode(arena, "a%20b%C4%91+c", 13, false, &length), "a bđ+c");
    assert_int_equal(length, 7);
    assert_string_equal(text_percent_decode(arena, "a+b%2B", 6, true, NULL), "a b+");
    assert_string_equal(text_percent_decode(arena, "%2525", 5, true, NULL), "%25");
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_null(text_percent_decode(arena, bad[i], strlen(bad[i]), true, NULL));
    assert_null(text_percent_decode(arena, "a\0b", 3, true, NULL));
    assert_string_equal(text_url_encode(arena, "a b&đ/~-._?"), "a%20b%26%C4%91%2F~-._%3F");
    for (int i = 1; i < 256; i++) {
        char one[2] = { (char)i, '\0' };
        char *coded = text_url_encode(arena, one);
        assert_string_equal(text_percent_decode(arena, coded, strlen(coded), true, NULL), one);
    }
}

static void digits_are_grouped_and_hidden(void **state)
{
    (void)state;
    assert_string_equal(text_group(arena, "1234567890123456", "4444"), "1234 5678 9012 3456");
    assert_string_equal(text_group(arena, "074090001234", "336"), "074 090 001234");
    assert_string_equal(text_group(arena, "12345", "4444"), "1234 5");
    assert_string_equal(text_group(arena, "123456", "3"), "123 456");
    assert_string_equal(text_group(arena, "", "4444"), "");
    assert_string_equal(text_mask_name(arena, "NGUYỄN VĂN AN"), "NGUYỄN V** A**");
    assert_string_equal(text_mask_name(arena, "Ấn"), "Ấ**");
    assert_string_equal(text_mask_name(arena, "H'Mông  K'"), "H'Mông K**");
    assert_string_equal(text_mask_name(arena, ""), "");
    assert_string_equal(text_mask_start(arena, "0912345678", 4), "••••••5678");
    assert_string_equal(text_mask_start(arena, "5678", 4), "••••");
    assert_string_equal(text_mask_start(arena, "đãi", 1), "••i");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_real_utf8_passes),
        cmocka_unit_test(text_is_cleaned_at_the_border),
        cmocka_unit_test(control_characters_are_refused),
        cmocka_unit_test(letters_change_case_by_unicode),
        cmocka_unit_test(texts_are_shortened_at_words),
        cmocka_unit_test(slugs_and_plain_letters),
        cmocka_unit_test(words_sort_as_in_a_vietnamese_dictionary),
        cmocka_unit_test(names_sort_by_the_given_name),
        cmocka_unit_test(ascii_helpers_know_only_ascii),
        cmocka_unit_test(percent_signs_are_decoded_strictly),
        cmocka_unit_test(digits_are_grouped_and_hidden),
    };

    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
