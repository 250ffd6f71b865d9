/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <pango/pangocairo.h>

#include "lib/arena.h"
#include "lib/pdf.h"
#include "lib/text.h"

static struct buffer out;
static struct arena *arena;

static struct pdf *sheet(enum pdf_paper paper)
{
    const struct pdf_setup setup = {
        .paper = paper,
        .title = "Tờ khai đăng ký khai sinh",
        .author = "Trung tâm Hành chính công",
        .footer = "Mẫu dùng để điền tay",
    };
    buffer_clear(&out);
    return pdf_open(&setup);
}

static bool done(struct pdf *pdf)
{
    bool good = pdf_finish(pdf, &out);
    pdf_close(pdf);
    return good;
}

static size_t count_of(const char *needle)
{
    size_t n = 0, length = strlen(needle);
    for (size_t i = 0; i + length <= out.length; i++)
        n += memcmp(out.bytes + i, needle, length) == 0;
    return n;
}

static size_t pages(void)
{
    return count_of("/Type /Page\n") + count_of("/Type /Page ");
}

static void an_empty_document_is_one_page(void **state)
{
    (void)state;
    assert_true(done(sheet(PDF_A4)));
    assert_memory_equal(out.bytes, "%PDF-", 5);
    assert_int_equal(pages(), 1);
    assert_int_equal(count_of("595.27") > 0, 1); /* A4 is 595.28 points wide */
    assert_true(done(sheet(PDF_A5)));
    assert_true(count_of("419.52") > 0);
}

static void long_text_goes_on_overleaf(void **state)
{
    (void)state;
    struct pdf *pdf = sheet(PDF_A4);
    for (int i = 0; i < 200; i++)
        pdf_text(pdf, "Người yêu cầu nộp tờ khai tại quầy tiếp nhận và nhận giấy hẹn trả kết quả.",
                 PDF_BODY, PDF_LEFT);
    assert_true(done(pdf));
    assert_in_range(pages(), 9, 13);

    /* one paragraph longer than a page, and one word longer than a line */
    char *long_text = arena_take(arena, 40000);
    for (size_t i = 0; i < 39999; i++)
        long_text[i] = i < 30000 && i % 7 == 6 ? ' ' : 'x';
    pdf = sheet(PDF_A5);
    pdf_text(pdf, long_text, PDF_BODY, PDF_LEFT);
    assert_true(done(pdf));
    assert_true(pages() >= 5);
}

static void too_long_is_refused_whole(void **state)
{
    (void)state;
    struct pdf *pdf = sheet(PDF_A5);
    for (int i = 0; i < 60 * PDF_PAGES_MAX; i++)
        pdf_text(pdf, "Một dòng.", PDF_BODY, PDF_LEFT);
    pdf_space(pdf, 10);
    pdf_signatures(pdf, &(struct pdf_signature){"Người khai", "Ký tên"}, 1, NULL);
    assert_false(done(pdf));
    assert_int_equal(out.length, 0);

    struct buffer small;
    buffer_init(&small, 100);
    pdf = sheet(PDF_A4);
    assert_false(pdf_finish(pdf, &small));
    pdf_close(pdf);
    assert_int_equal(small.length, 0);
    buffer_release(&small);
}

/* Everything a blank form is made of, with labels of every length. */
static void a_form_holds_everything(void **state)
{
    (void)state;
    struct pdf *pdf = sheet(PDF_A4);
    struct qr qr;
    assert_true(qr_make(arena, "https://dichvucong.example/thu-tuc/1.001193", &qr));
    pdf_qr(pdf, &qr, 24, "Trang của thủ tục");
    pdf_text(pdf, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PDF_BOLD, PDF_CENTRE);
    pdf_text(pdf, "Độc lập - Tự do - Hạnh phúc", PDF_BOLD, PDF_CENTRE);
    pdf_rule(pdf, 55);
    pdf_text(pdf, "TỜ KHAI", PDF_TITLE, PDF_CENTRE);
    static const char label[] = "Họ, chữ đệm, tên người yêu cầu (ghi bằng chữ in hoa, có dấu, đúng như trong "
                                "giấy tờ tùy thân) và quan hệ với người được khai sinh";
    for (size_t max = 2; max <= text_count(label) + 5; max += 5) {
        const struct pdf_cell cells[] = {
            {.label = text_shorten(arena, label, max), .hint = "", .width = 8, .lines = 2},
            {.label = "Ngày sinh", .width = 4, .lines = 1, .pattern = "…… / …… / ………"},
        };
        pdf_cells(pdf, cells, 2);
    }
    const char *const options[] = {"Nam", "Nữ", label, "Đã đăng ký kết hôn", "Chưa", "Khác"};
    pdf_indent(pdf, 6);
    pdf_boxes(pdf, "Giới tính", options, 6);
    pdf_boxes(pdf, label, options, 2);
    pdf_indent(pdf, 0);
    const struct pdf_column columns[] = {{"Họ và tên", 5}, {"Năm sinh", 2}, {label, 3}};
    pdf_table(pdf, columns, 3, 60); /* longer than a page */
    const struct pdf_signature people[] = {{"Người nộp", "Ký, ghi rõ họ tên"}, {"Cán bộ", ""}};
    pdf_signatures(pdf, people, 2, NULL);
    assert_true(done(pdf));
    assert_in_range(pages(), 3, 8);
    assert_true(count_of("/FontFile") > 0); /* letters travel with the document */
}

static void every_vietnamese_letter_has_its_shape(void **state)
{
    (void)state;
    static const char letters[] =
        "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
        "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"
        "…–“”☐₫";
    PangoFontMap *map = pango_cairo_font_map_get_default();
    PangoContext *context = pango_font_map_create_context(map);
    PangoLayout *layout = pango_layout_new(context);
    pango_layout_set_text(layout, letters, -1);
    assert_int_equal(pango_layout_get_unknown_glyphs_count(layout), 0);
    g_object_unref(layout);
    g_object_unref(context);
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    buffer_init(&out, 16 << 20);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    buffer_release(&out);
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_document_is_one_page),
        cmocka_unit_test(long_text_goes_on_overleaf),
        cmocka_unit_test(too_long_is_refused_whole),
        cmocka_unit_test(a_form_holds_everything),
        cmocka_unit_test(every_vietnamese_letter_has_its_shape),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
