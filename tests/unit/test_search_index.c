/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What people type and what they find, on a small catalogue.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "search_sample.h"

static struct search_index *index_of_all;

static int index_begin(void **state)
{
    (void)state;
    index_of_all = sample_open();
    return 0;
}

static int index_end(void **state)
{
    (void)state;
    search_close(index_of_all);
    return 0;
}

struct expected {
    const char *query, *code;
};

static void finds(const struct expected *all, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *code = sample_first(index_of_all, all[i].query);

        if (strcmp(code, all[i].code) != 0)
            print_error("\"%s\" found \"%s\"\n", all[i].query, code);
        assert_string_equal(code, all[i].code);
    }
}
#define FINDS(list) finds(list, sizeof(list) / sizeof((list)[0]))

static void names_are_found_however_typed(void **state)
{
    static const struct expected all[] = {
        { "đăng ký khai sinh", "1.001193" },
        { "dang ky khai sinh", "1.001193" },
        { "ĐĂNG KÍ KHAI SINH", "1.001193" },
        { "  đăng   ký, khai-sinh! ", "1.001193" },
        { "hoà giải tranh chấp", "1.012812" },
        { "đăng kí kêt hôn", "1.000894" },
        { "dang ky ket hom", "1.000894" },
        { "dang ky khai sih", "1.001193" },
        { "dangky thường trú", "1.004222" },
        { "giay phep xay dựng", "1.013225" },
        { "ddawng kys khai sinh", "1.001193" },
        { "d9a8ng ky1 ke61t ho6n", "1.000894" },
        { "thành lâpj công ty cổ phần", "2.002043" },
        { "luong huu", "1.014171" },
    };

    (void)state;
    FINDS(all);
}

static void the_plain_procedure_comes_before_its_variants(void **state)
{
    static const struct expected all[] = {
        { "giấy phép lái xe", "3.000346" },      { "cấp lại giấy phép lái xe", "3.000348" },
        { "đổi giấy phép lái xe", "3.000347" },  { "khai sinh", "1.001193" },
        { "đăng ký lại khai sinh", "1.004884" }, { "gia hạn giấy phép xây dựng", "1.013227" },
    };

    (void)state;
    FINDS(all);
}

static void everyday_words_are_understood(void **state)
{
    static const struct expected all[] = {
        { "sổ đỏ", "1.013978" },
        { "so do", "1.013978" },
        { "đổi sổ đỏ", "1.012783" },
        { "con tôi mới sinh cần làm giấy gì", "1.001193" },
        { "mở tiệm tạp hóa", "1.001612" }, /* "tiệm" is "cửa hàng" */
        { "tôi muốn mở một quán tạp hóa nhỏ ở quê", "1.001612" },
        { "xin giấy độc thân", "1.004873" },
        { "CCCD", "1.014061" },
        { "cấp lại CCCD", "1.014064" },
        { "rớt bằng lái", "3.000348" },
        { "bằng lái bị mất", "3.000348" },
        { "mất bằnglái", "3.000348" }, /* no name has these two words side by side */
        { "bagn lái", "3.000346" },
        { "bốn bánh", "3.000346" }, /* like "mua bốn bánh", which is no procedure */
        { "marriage registration", "" }, /* a word nobody explained is too much of two */
        { "marriage", "1.000894" },
        { "driving license", "3.000346" },
    };

    (void)state;
    FINDS(all);
}

static void nothing_is_found_for_other_questions(void **state)
{
    static const char *const queries[] = {
        "giá vàng hôm nay",
        "thời tiết ngày mai",
        "cách nấu phở bò",
        "qqqqqq",
        "how to cook rice",
        "",
        "   ",
        "!?",
        "ăn gì",
        "1234567",
        "9.999999",
        "\xFF\xFE",
        "😀",
    };
    struct search_answer answer;

    (void)state;
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        search_run(index_of_all, queries[i], NULL, &answer);
        if (answer.total > 0)
            print_error("\"%s\" found \"%s\"\n", queries[i], sample_code(&answer, 0));
        assert_int_equal(answer.total, 0);
        assert_null(answer.did_you_mean);
    }
    search_run(index_of_all, "giá vàng", NULL, &answer);
    assert_true(answer.outside);
}

static void codes_find_their_procedure_alone(void **state)
{
    static const char *const queries[] = {
        "2.000815",
        "2000815",
        "2-000815",
        "2 000815",
        "2,000815",
        "000815",
        ".000815",
        "mã thủ tục 2.000815",
        "2.OOO8l5",
        "2.000815.000.00.00.H08",
        "2.000815 chứng thực",
        "dvc 2.000815",
        "TTHC 2000815",
    };
    struct search_answer answer;

    (void)state;
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        search_run(index_of_all, queries[i], NULL, &answer);
        assert_true(answer.code_query);
        assert_int_equal(answer.total, 1);
        assert_string_equal(sample_code(&answer, 0), "2.000815");
    }
    search_run(index_of_all, "1.0148", NULL, &answer);
    assert_int_equal(answer.total, 0);
    search_run(index_of_all, "1.0140", NULL, &answer);
    assert_int_equal(answer.total, 3);
    assert_string_equal(sample_code(&answer, 0), "1.014061");
    assert_false(answer.weak);
}

static void a_field_or_agency_finds_its_procedures(void **state)
{
    struct search_answer answer;

    (void)state;
    search_run(index_of_all, "lĩnh vực hộ tịch", NULL, &answer);
    assert_true(answer.field_query);
    assert_int_equal(answer.total, 7);
    assert_string_equal(sample_code(&answer, 6), "1.999901"); /* internal ones last */
    search_run(index_of_all, "văn phòng đăng ký đất đai", NULL, &answer);
    assert_true(answer.field_query);
    assert_int_equal(answer.total, 2);
    search_run(index_of_all, "sở tài chính", NULL, &answer);
    assert_int_equal(answer.total, 3);
}

static void a_province_comes_first_when_named(void **state)
{
    struct search_answer answer;

    (void)state;
    search_run(index_of_all, "hỏa táng lào cai", NULL, &answer);
    assert_string_equal(sample_code(&answer, 0), "1.115002");
    search_run(index_of_all, "hỗ trợ chi phí hỏa táng", NULL, &answer);
    assert_int_equal(answer.total, 3);
    assert_int_equal(answer.hits[0].copies, 2);
    assert_true(answer.hits[0].score > answer.hits[1].score);
    assert_true(answer.hits[1].score > answer.hits[2].score);
}

static bool is_police(const void *context, uint32_t document)
{
    (void)context;
    return strstr(sample_name(document), "căn cước") != NULL;
}

static void a_filter_acts_before_counting(void **state)
{
    const struct search_filter filter = { is_police, NULL };
    struct search_answer answer;

    (void)state;
    search_run(index_of_all, "cấp lại", NULL, &answer);
    size_t all = answer.total;

    search_run(index_of_all, "cấp lại thẻ căn cước", &filter, &answer);
    assert_string_equal(sample_code(&answer, 0), "1.014064");
    for (size_t i = 0; i < answer.total; i++)
        assert_true(is_police(NULL, answer.hits[i].document));
    assert_true(all > 0);
    search_run(index_of_all, "1.001193", &filter, &answer);
    assert_int_equal(answer.total, 0);
    search_run(index_of_all, "đăng ký khai sinh", &filter, &answer);
    assert_int_equal(answer.total, 0);
}

static void a_slip_is_offered_corrected(void **state)
{
    struct search_answer answer;

    (void)state;
    search_run(index_of_all, "dang ky khai sih", NULL, &answer);
    assert_string_equal(answer.did_you_mean, "dang ky khai sinh");
    search_run(index_of_all, "đăng ký kết hom", NULL, &answer);
    assert_string_equal(answer.did_you_mean, "đăng ký kết hôn");
    search_run(index_of_all, "luong huuu", NULL, &answer);
    assert_string_equal(answer.did_you_mean, "luong hưu"); /* small letters of a name in capitals */
    search_run(index_of_all, "đăng ký khai si", NULL, &answer); /* only begun */
    assert_null(answer.did_you_mean);
    search_run(index_of_all, "ddawng kys khai sinh", NULL, &answer); /* silently right */
    assert_null(answer.did_you_mean);
    assert_string_equal(sample_code(&answer, 0), "1.001193");
}

static void the_answer_says_why(void **state)
{
    struct search_answer answer;

    (void)state;
    search_run(index_of_all, "sổ đỏ", NULL, &answer);
    assert_true(answer.hits[0].pinned);
    assert_string_equal(search_phrase_text(index_of_all, answer.hits[0].phrase), "sổ đỏ");
    assert_string_equal(search_phrase_wording(index_of_all, answer.hits[0].phrase),
                        "giấy chứng nhận quyền sử dụng đất");
    search_run(index_of_all, "đăng ký kết hôn", NULL, &answer);
    assert_int_equal(answer.hits[0].phrase, -1);
    assert_false(answer.hits[0].pinned);
    assert_null(search_phrase_text(index_of_all, -1));
    assert_null(search_phrase_text(index_of_all, 100000));
    assert_null(search_phrase_wording(index_of_all, 13));
}

static void marks_are_ranges_of_the_name(void **state)
{
    struct search_range ranges[8];
    struct search_answer answer;
    static const char name[] = "Thủ tục đăng ký khai sinh";

    (void)state;
    search_run(index_of_all, "dang ky khai sinh", NULL, &answer);
    assert_int_equal(search_mark(index_of_all, &answer.hits[0], name, ranges, 8), 1);
    assert_int_equal(ranges[0].start, strlen("Thủ tục "));
    assert_int_equal(ranges[0].end, strlen(name));
    assert_int_equal(search_mark(index_of_all, &answer.hits[0], name, ranges, 0), 0);
    assert_int_equal(search_mark(index_of_all, &answer.hits[0], "", ranges, 8), 0);
    search_run(index_of_all, "khai tử", NULL, &answer);
    size_t n = search_mark(index_of_all, &answer.hits[0], "khai: tử (khai)", ranges, 8);

    assert_int_equal(n, 3);
    assert_int_equal(ranges[2].start, strlen("khai: tử ("));
}

static void suggestions_follow_the_typing(void **state)
{
    struct search_suggestion found[SEARCH_SUGGESTIONS];
    size_t n = search_suggest(index_of_all, "k", NULL, found);
    bool phrase = false;

    (void)state;
    assert_int_equal(n, 0);
    n = search_suggest(index_of_all, "khai s", NULL, found);
    assert_true(n >= 2 && n <= SEARCH_SUGGESTIONS);
    assert_string_equal(found[0].text, sample_name(0));
    n = search_suggest(index_of_all, "sổ đ", NULL, found);
    for (size_t i = 0; i < n; i++)
        phrase |= found[i].phrase >= 0 && strcmp(found[i].text, "sổ đỏ") == 0;
    assert_true(phrase);
    n = search_suggest(index_of_all, "hỏa táng", NULL, found);
    assert_int_equal(n, 1); /* copies count once */
    assert_int_equal(search_suggest(index_of_all, "1.00", NULL, found), 0);
    assert_int_equal(search_suggest(index_of_all, "1.0140", NULL, found), 3);
}

static void papers_help_but_weigh_little(void **state)
{
    (void)state;
    assert_string_equal(sample_first(index_of_all, "biểu diễn kịch bản"), "1.999902");
    assert_string_equal(sample_first(index_of_all, "đăng ký khai sinh"), "1.001193");
}

static void any_length_is_bounded(void **state)
{
    char query[5000];
    struct search_answer answer;

    (void)state;
    memset(query, 'a', sizeof query - 1);
    query[sizeof query - 1] = '\0';
    search_run(index_of_all, query, NULL, &answer);
    assert_int_equal(answer.total, 0);
    for (size_t i = 0; i + 2 < sizeof query; i += 2)
        memcpy(query + i, "g ", 2);
    search_run(index_of_all, query, NULL, &answer);
    memcpy(query, "\xE1\xBA\xA5 khai sinh khai sinh khai sinh", 30);
    search_run(index_of_all, query, NULL, &answer);
    assert_true(answer.total <= sample_size());
}

/* The army publishes its own of many procedures; most people mean the other one. */
static void the_army_comes_after_unless_named(void **state)
{
    const struct search_document documents[] = {
        { .code = "1.013176",
          .name = "Công nhận thương binh đối với quân nhân",
          .fields = "Chính sách BQP" },
        { .code = "1.010806",
          .name = "Công nhận thương binh, người hưởng chính sách như thương binh",
          .fields = "Người có công" },
    };
    struct search_index *index = search_open(documents, 2, NULL, 0);
    struct search_answer answer;

    (void)state;
    search_run(index, "công nhận thương binh", NULL, &answer);
    assert_int_equal(answer.total, 2);
    assert_int_equal(answer.hits[0].document, 1);
    search_run(index, "công nhận thương binh quân nhân", NULL, &answer);
    assert_int_equal(answer.hits[0].document, 0);
    search_close(index);
}

static void an_empty_catalogue_answers_nothing(void **state)
{
    struct search_index *empty = search_open(NULL, 0, NULL, 0);
    const struct search_document bare = { .name = NULL };
    struct search_index *one = search_open(&bare, 1, NULL, 0);
    struct search_answer answer;

    (void)state;
    search_run(empty, "khai sinh", NULL, &answer);
    assert_int_equal(answer.total, 0);
    search_run(empty, "1.001193", NULL, &answer);
    assert_int_equal(answer.total, 0);
    search_run(one, "khai sinh", NULL, &answer);
    assert_int_equal(answer.total, 0);
    assert_true(search_size(one) > 0);
    search_close(empty);
    search_close(one);
    search_close(NULL);
}

static void kinds_have_names(void **state)
{
    enum search_phrase_kind kind;

    (void)state;
    assert_true(search_phrase_kind_parse("intent", &kind));
    assert_int_equal(kind, SEARCH_PHRASE_INTENT);
    assert_true(search_phrase_kind_parse("old-name", &kind));
    assert_int_equal(kind, SEARCH_PHRASE_OLD_NAME);
    assert_false(search_phrase_kind_parse("other", &kind));
    assert_false(search_phrase_kind_parse(NULL, &kind));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_however_typed),
        cmocka_unit_test(the_plain_procedure_comes_before_its_variants),
        cmocka_unit_test(everyday_words_are_understood),
        cmocka_unit_test(nothing_is_found_for_other_questions),
        cmocka_unit_test(codes_find_their_procedure_alone),
        cmocka_unit_test(a_field_or_agency_finds_its_procedures),
        cmocka_unit_test(a_province_comes_first_when_named),
        cmocka_unit_test(a_filter_acts_before_counting),
        cmocka_unit_test(a_slip_is_offered_corrected),
        cmocka_unit_test(the_answer_says_why),
        cmocka_unit_test(marks_are_ranges_of_the_name),
        cmocka_unit_test(suggestions_follow_the_typing),
        cmocka_unit_test(papers_help_but_weigh_little),
        cmocka_unit_test(any_length_is_bounded),
        cmocka_unit_test(the_army_comes_after_unless_named),
        cmocka_unit_test(an_empty_catalogue_answers_nothing),
        cmocka_unit_test(kinds_have_names),
    };

    return cmocka_run_group_tests(tests, index_begin, index_end);
}
