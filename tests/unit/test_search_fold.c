/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * From text to syllables, and keystrokes of input methods.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "search/distance.h"
#include "search/fold.h"
#include "search/ime.h"
#include "search/search.h"
#include "search/words.h"

struct pair {
    const char *text, *expected;
};

static void folds(const struct pair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char fold[200];
        size_t length = search_fold(pairs[i].text, fold, sizeof fold);

        assert_string_equal(fold, pairs[i].expected);
        assert_int_equal(length, strlen(fold));
    }
}

static void every_mark_goes(void **state)
{
    static const struct pair pairs[] = {
        { "Đăng ký khai sinh", "dang ki khai sinh" },
        { "ĐĂNG KÍ KHAI SINH", "dang ki khai sinh" },
        { "qui hoạch, quy hoạch", "qui hoach qui hoach" },
        { "hòa giải; hoà giải", "hoa giai hoa giai" },
        { "Thủy lợi", "thuy loi" },
        { "thuế GTGT (VAT) 10%", "thue gtgt vat 10" },
        { "ƣu tiên", "uu tien" },
        { "A͞o dài", "ao dai" },
        { "", "" },
        { " –!? ", "" },
    };

    (void)state;
    folds(pairs, sizeof pairs / sizeof pairs[0]);
}

/* Composed and decomposed writing are the same to a reader. */
static void normal_forms_agree(void **state)
{
    static const struct pair pairs[] = {
        { "Giấy phép", "giay phep" },
        { "Gia\xCC\x82\xCC\x81y phe\xCC\x81p", "giay phep" },
        { "\xC3\xA2\xCC\xA3", "a" },
    };
    char *composed = fold_nfc("Gia\xCC\x82\xCC\x81y", SIZE_MAX);

    (void)state;
    folds(pairs, sizeof pairs / sizeof pairs[0]);
    assert_string_equal(composed, "Giấy");
    free(composed);
}

static void bad_bytes_are_skipped(void **state)
{
    char *clean = fold_nfc("a\xFF\xE1\xBA"
                           "b\x01\xC0\x80 c",
                           SIZE_MAX);

    (void)state;
    assert_string_equal(clean, "ab c");
    free(clean);
    clean = fold_nfc("đất", 1); /* cut within a letter */
    assert_string_equal(clean, "");
    free(clean);
}

static void folding_stays_within_its_room(void **state)
{
    char fold[8];
    char nothing[1] = { 'x' };

    (void)state;
    assert_int_equal(search_fold("giấy phép xây dựng", fold, sizeof fold), 4);
    assert_string_equal(fold, "giay");
    assert_int_equal(search_fold("giấy", nothing, 1), 0);
    assert_string_equal(nothing, "");
    assert_int_equal(search_fold("giấy", nothing, 0), 0);
}

static void keys_keep_marks_but_not_their_place(void **state)
{
    struct syllable a, b;
    size_t at;

    (void)state;
    fold_syllables("hòa", &a, 1);
    fold_syllables("hoà", &b, 1);
    assert_string_equal(a.key, b.key);
    fold_syllables("ký", &a, 1);
    fold_syllables("kí", &b, 1);
    assert_string_equal(a.key, b.key);
    fold_syllables("đường", &a, 1);
    fold_syllables("dương", &b, 1);
    assert_string_equal(a.fold, b.fold);
    assert_string_not_equal(a.key, b.key);
    fold_syllables("dường", &b, 1);
    assert_int_equal(key_base(b.key), strlen(b.key) - 1);
    at = 0;
    assert_true(fold_next(" xin, chào", 12, &at, &a));
    assert_int_equal(a.start, 1);
    assert_int_equal(a.end, 4);
}

static void long_words_are_cut(void **state)
{
    char word[500];
    struct syllable s;
    size_t at = 0;

    (void)state;
    memset(word, 'w', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_true(fold_next(word, strlen(word), &at, &s));
    assert_int_equal(strlen(s.fold), FOLD_MAX);
    assert_int_equal(at, strlen(word));
}

static void decodes(bool (*decode)(struct syllable *), const struct pair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct syllable typed, expected;

        fold_syllables(pairs[i].text, &typed, 1);
        fold_syllables(pairs[i].expected, &expected, 1);
        assert_true(decode(&typed));
        assert_string_equal(typed.key, expected.key);
        assert_string_equal(typed.fold, expected.fold);
    }
}

static void telex_is_read(void **state)
{
    static const struct pair pairs[] = {
        { "ddawng", "đăng" },     { "kys", "ký" },         { "giaays", "giấy" },
        { "giaasy", "giấy" },     { "pheps", "phép" },     { "xaay", "xây" },
        { "duwngj", "dựng" },     { "duwjng", "dựng" },    { "cuwowcs", "cước" },
        { "nghieepj", "nghiệp" }, { "ddaats", "đất" },     { "thuongwf", "thường" },
        { "hoaf", "hòa" },        { "dduowngf", "đường" }, { "wu", "ưu" },
        { "toanf", "toàn" },      { "dd", "đ" },           { "khuyeens", "khuyến" },
    };
    struct syllable plain;

    (void)state;
    decodes(ime_telex, pairs, sizeof pairs / sizeof pairs[0]);
    fold_syllables("khai", &plain, 1);
    assert_false(ime_telex(&plain));
    fold_syllables("cấp", &plain, 1);
    assert_false(ime_telex(&plain));
}

static void vni_is_read(void **state)
{
    static const struct pair pairs[] = {
        { "d9a8ng", "đăng" }, { "ky1", "ký" },           { "gia61y", "giấy" },
        { "ca8n", "căn" },    { "cu7o71c", "cước" },     { "cuo7c1", "cước" },
        { "so63", "sổ" },     { "d9o3", "đỏ" },          { "nghie65p", "nghiệp" },
        { "li5ch", "lịch" },  { "tru7o72ng", "trường" },
    };
    struct syllable number;

    (void)state;
    decodes(ime_vni, pairs, sizeof pairs / sizeof pairs[0]);
    fold_syllables("2024", &number, 1);
    assert_false(ime_vni(&number));
    fold_syllables("giay", &number, 1);
    assert_false(ime_vni(&number));
}

static void half_composed_is_read(void **state)
{
    static const struct pair pairs[] = {
        { "lâpj", "lập" },
        { "nghiêpj", "nghiệp" },
    };
    struct syllable s;

    (void)state;
    decodes(ime_composed, pairs, sizeof pairs / sizeof pairs[0]);
    fold_syllables("thành", &s, 1);
    assert_false(ime_composed(&s));
    fold_syllables("s", &s, 1);
    assert_false(ime_composed(&s));
}

static int distance(const char *a, const char *b, int max)
{
    return distance_osa(a, strlen(a), b, strlen(b), max);
}

static void distances_count_slips(void **state)
{
    (void)state;
    assert_int_equal(distance("sinh", "sinh", 2), 0);
    assert_int_equal(distance("sih", "sinh", 2), 1);
    assert_int_equal(distance("dogn", "dong", 1), 1); /* neighbours swapped */
    assert_int_equal(distance("xayy", "xay", 1), 1);
    assert_int_equal(distance("giay", "phep", 2), 3); /* more than the limit */
    assert_int_equal(distance("", "ab", 2), 2);
    assert_int_equal(distance("", "abc", 2), 3);
    assert_int_equal(distance("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a", 2), 3);
    assert_int_equal(distance_mask("abca"), distance_mask("cab"));
}

static float weight(const struct word_table *table, const char *word, bool marked)
{
    struct syllable s;

    fold_syllables(word, &s, 1);
    return word_weight(table, &s, marked);
}

static void words_of_little_meaning_weigh_less(void **state)
{
    struct word_table table;

    (void)state;
    word_table_init(&table);
    assert_true(weight(&table, "muốn", true) < 0.2F);
    assert_true(weight(&table, "cần", true) < 0.2F);
    assert_true(weight(&table, "căn", true) > 0.3F);  /* other marks, another word */
    assert_true(weight(&table, "can", false) > 0.3F); /* may be either */
    assert_true(weight(&table, "sinh", false) == 1.0F);
    assert_true(weight(&table, "2024", false) < 0.5F);
    word_table_release(&table);
    assert_int_equal(word_modifier("khai sinh"), -1);
    assert_string_equal(word_modifier_text(word_modifier("thu tuc cap lai the")), "cap lai");
    assert_string_equal(word_modifier_text(word_modifier("dang ki thay doi noi dung")),
                        "dang ki thay doi");
    assert_int_equal(word_modifier("doithoai"), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mark_goes),
        cmocka_unit_test(normal_forms_agree),
        cmocka_unit_test(bad_bytes_are_skipped),
        cmocka_unit_test(folding_stays_within_its_room),
        cmocka_unit_test(keys_keep_marks_but_not_their_place),
        cmocka_unit_test(long_words_are_cut),
        cmocka_unit_test(telex_is_read),
        cmocka_unit_test(vni_is_read),
        cmocka_unit_test(half_composed_is_read),
        cmocka_unit_test(distances_count_slips),
        cmocka_unit_test(words_of_little_meaning_weigh_less),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
