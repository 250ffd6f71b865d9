/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The statutory papers of an invented dossier: every field of every form, in both numberings, on
 * the page and in the PDF, and how thirty papers with long names break over pages.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "keys.h"
#include "lib/buffer.h"
#include "lib/limits.h"
#include "lib/settings.h"
#include "lib/template.h"
#include "lib/words.h"
#include "staff/paper_form.h"

#define LONG_NAME \
    "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất đã " \
    "được cấp qua các thời kỳ, kèm trang bổ sung (nếu có)"

static struct arena *arena;
static char assets[] = "/tmp/motcua-paper-XXXXXX";

static struct civil at(int day, int hour, int minute)
{
    return (struct civil){ .year = 2026, .month = 11, .day = day, .hour = hour, .minute = minute };
}

static struct paper_item items[30];
static struct paper_point points[] = { { "Tờ khai", "Thiếu chữ ký." },
                                       { "", "Khoảng lùi khác với bản vẽ." } };
static struct paper_fee fees[] = {
    { .kind = "charge", .name = "Lệ phí hộ tịch", .receipt = "0000123", .amount = 75000 },
    { .kind = "duty", .name = "Tiền sử dụng đất", .receipt = "", .amount = 9000000 }
};
static struct paper_round rounds[] = { { .id = 1,
                                         .round = 1,
                                         .reason = "Chưa đủ giấy tờ.",
                                         .unit = "Phòng Hành chính tư pháp",
                                         .officer = "Đỗ Thị Ẩn",
                                         .phone = "0274 3822 222",
                                         .points = points,
                                         .n_points = 2 } };
static struct paper_step steps[] = {
    { .step = "Tiếp nhận hồ sơ",
      .unit = "Trung tâm Hành chính công",
      .officer = "Lê Văn Nhận",
      .branch = "main",
      .step_kind = "task" },
    { .step = "Thẩm định hồ sơ",
      .unit = "Phòng Hành chính tư pháp",
      .officer = "Đỗ Thị Ẩn",
      .branch = "main",
      .step_kind = "task" },
    { .step = "Chờ người nộp bổ sung giấy tờ",
      .unit = "Phòng Hành chính tư pháp",
      .officer = "",
      .branch = "main",
      .step_kind = "wait_citizen" },
};
static struct paper_branch branches[] = {
    { .kind = "main", .agency = "Sở Tư pháp", .title = "" },
    { .kind = "joint", .agency = "Công an tỉnh", .title = "" }
};
static struct paper_event events[] = {
    { .type = "refused", .note = "Không thuộc thẩm quyền.", .unit = "", .officer = "Võ Từ Chối" },
    { .type = "apologised", .note = "Hệ thống bị gián đoạn.", .unit = "", .officer = "" },
    { .type = "withdrawn", .note = "", .unit = "", .officer = "" },
};

static struct paper dossier(void)
{
    struct paper_office centre = {
        1, "centre", "Trung tâm Hành chính công tỉnh", "", "Văn phòng Ủy ban", "Tầng 1", "1022", ""
    };
    struct paper_office office = {
        2, "department", "Sở Tư pháp", "", "Ủy ban nhân dân tỉnh", "", "0274 3800 800", ""
    };
    for (size_t i = 0; i < 30; i++)
        items[i] = (struct paper_item){ .name = i % 3 ? LONG_NAME : "Tờ khai",
                                        .originals = 1,
                                        .copies = (int)(i % 2),
                                        .sheets = 2,
                                        .shown_only = i == 29 };
    rounds[0].asked_at = at(12, 9, 0);
    rounds[0].answer_by = at(30, 0, 0);
    fees[0].paid_at = at(10, 8, 0);
    steps[0].opened_at = at(10, 8, 5);
    steps[0].closed_at = at(10, 9, 0);
    steps[0].due_at = at(10, 11, 0);
    steps[1].opened_at = at(10, 9, 0);
    steps[1].closed_at = at(13, 9, 0);
    steps[1].due_at = at(12, 9, 0);
    steps[2].opened_at = at(13, 9, 0);
    for (size_t i = 0; i < 3; i++)
        events[i].at = at(20, 10, 7);
    return (struct paper){
        .id = 7,
        .number = "H09.03-261110-0007",
        .lookup = "1111222233334440",
        .state = "processing",
        .channel = "counter",
        .deliver_by = "counter",
        .summary = "",
        .copies = 2,
        .procedure_code = "1.001193",
        .procedure = "Đăng ký khai sinh",
        .procedure_en = "Birth registration",
        .term_value = 5,
        .term_unit = "working_day",
        .received_at = at(10, 8, 5),
        .due_at = at(25, 16, 30),
        .first_due_at = at(17, 8, 5),
        .clerk = "Lê Văn Nhận",
        .agency = office,
        .counter = centre,
        .applicant = { "person", "Nguyễn Thị Ngọc Ẩn", "Số 12, đường Yersin, Phường Phú Cường",
                       "0912345678", "an@example.com", "", "" },
        .submitter = { "person", "Trần Văn Nộp", "", "", "", "", "Giấy ủy quyền ngày 01/11/2026" },
        .outcome = "refused",
        .refusal = "",
        .signer = "",
        .place = "Bình Dương",
        .hotline = "1022",
        .numbering = "TT01/2018",
        .items = items,
        .fees = fees,
        .rounds = rounds,
        .steps = steps,
        .branches = branches,
        .events = events,
        .n_items = 4,
        .n_fees = 2,
        .n_rounds = 1,
        .n_steps = 3,
        .n_branches = 2,
        .n_events = 3,
    };
}

static struct request rq;

static struct sheet *filled(const char *slug, const struct paper *paper, const char *size,
                            const char *language)
{
    data_close(rq.data);
    rq = (struct request){ .arena = arena,
                           .data = data_open(),
                           .words = words_of(language),
                           .language = language,
                           .base = "",
                           .who = { .id = 1, .name = "Lê Văn Nhận" } };
    struct sheet *sheet = sheet_open(&rq, size);
    return paper_fill(sheet, paper, paper_kind_of(slug), 0) ? sheet : NULL;
}

static const char *page_of(const struct sheet *sheet)
{
    struct buffer out;
    buffer_init(&out, LIMIT_PAGE);
    sheet_put(sheet, rq.data);
    data_set(rq.data, "Page.Body", "print/paper.cs");
    assert_true(template_render("print.cs", rq.data, rq.words, &out));
    const char *page = arena_copy_bytes(arena, out.bytes, out.length);
    buffer_release(&out);
    return page;
}

static size_t pages_of(const struct sheet *sheet)
{
    struct buffer out;
    size_t n = 0;
    buffer_init(&out, LIMIT_PAGE);
    assert_true(sheet_draw(sheet, &out));
    assert_memory_equal(out.bytes, "%PDF-", 5);
    static const char mark[] = "/Type /Page"; /* and not /Pages */
    for (size_t i = 0; i + sizeof mark <= out.length; i++)
        n += memcmp(out.bytes + i, mark, sizeof mark - 1) == 0 &&
             out.bytes[i + sizeof mark - 1] != 's';
    buffer_release(&out);
    return n;
}

static size_t count_of(const char *text, const char *needle)
{
    size_t n = 0;
    for (; (text = strstr(text, needle)); text++)
        n++;
    return n;
}

/* ---- fields
 * --------------------------------------------------------------------------------------- */

#define FIELDS_MAX 26

static const struct form_fields {
    const char *slug;
    const char *fields[FIELDS_MAX];
} statutory[] = {
    { "giay-tiep-nhan",
      { "Số: H09.03-261110-0007/TNHS",
        "Mã hồ sơ: H09.03-261110-0007",
        "1111 2222 3333 4440",
        "Bộ phận Tiếp nhận và Trả kết quả:",
        "Tiếp nhận hồ sơ của: <strong>Nguyễn Thị Ngọc Ẩn",
        "Trần Văn Nộp (Giấy ủy quyền ngày 01/11/2026)",
        "Địa chỉ: Số 12",
        "Số điện thoại: 0912345678",
        "Email: an@example.com",
        "Nội dung yêu cầu giải quyết: <strong>Đăng ký khai sinh",
        "Thành phần hồ sơ nộp gồm",
        "Số lượng hồ sơ: 02 (bộ)",
        "theo quy định là: 05 ngày làm việc",
        "Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 10 tháng 11 năm 2026",
        "16 giờ 30 phút, ngày 25 tháng 11 năm 2026",
        "Đăng ký nhận kết quả tại: Trung tâm",
        "Phí, lệ phí: Lệ phí hộ tịch: 75.000",
        "biên lai số 0000123",
        "Quyển số H09.03/2026; số thứ tự 261110-0007",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "Lê Văn Nhận",
        "1022" } },
    { "yeu-cau-bo-sung",
      { "Số: H09.03-261110-0007-1/HDHS", "Hồ sơ của: <strong>Nguyễn Thị Ngọc Ẩn",
        "Nội dung yêu cầu giải quyết", "Địa chỉ", "Số điện thoại", "Email",
        "1. Tờ khai: Thiếu chữ ký.", "2. Khoảng lùi khác với bản vẽ.", "Lý do: Chưa đủ giấy tờ.",
        "30/11/2026", "0274 3822 222", "NGƯỜI HƯỚNG DẪN", "Đỗ Thị Ẩn" } },
    { "tu-choi",
      { "Số: H09.03-261110-0007/TCHS", "Tiếp nhận hồ sơ của", "Địa chỉ", "Số điện thoại", "Email",
        "Nội dung yêu cầu giải quyết", "không tiếp nhận, giải quyết hồ sơ này",
        "Không thuộc thẩm quyền.", "/thu-tuc/1.001193", "số điện thoại 1022", "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ", "Lê Văn Nhận" } },
    { "xin-loi",
      { "Số: H09.03-261110-0007/PXL", "Kính gửi: <strong>Nguyễn Thị Ngọc Ẩn",
        "Ngày 10/11/2026, Sở Tư pháp tiếp nhận", "mã hồ sơ: H09.03-261110-0007",
        "08 giờ 05 phút, ngày 17 tháng 11 năm 2026", "Hệ thống bị gián đoạn.", "phiền hà",
        "16 giờ 30 phút, ngày 25 tháng 11 năm 2026", "0274 3800 800",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ" } },
    { "dung-giai-quyet",
      { "Số: H09.03-261110-0007/TBDHS", "Kính gửi", "H09.03-261110-0007",
        "dừng giải quyết hồ sơ nêu trên kể từ 10 giờ 07 phút", "đề nghị rút hồ sơ", "0274 3800 800",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ" } },
    { "kiem-soat",
      { "Mã hồ sơ: H09.03-261110-0007", "Cơ quan giải quyết hồ sơ: Sở Tư pháp",
        "Cơ quan phối hợp giải quyết hồ sơ: Công an tỉnh", "Tên cơ quan, đơn vị",
        "Thời gian giao, nhận hồ sơ", "Người giao", "Người nhận", "Kết quả giải quyết hồ sơ",
        "Ghi chú", "1. Giao: 09 giờ 00 phút, 10/11/2026", "2. Nhận: 09 giờ 00 phút, 10/11/2026",
        ">Đúng hạn<", ">Quá hạn<", "Thời gian chờ không tính" } },
};

static void every_form_has_its_fields(void **state)
{
    (void)state;
    struct paper paper = dossier();
    for (size_t i = 0; i < sizeof statutory / sizeof *statutory; i++) {
        struct sheet *sheet = filled(statutory[i].slug, &paper, "a4", "vi");
        assert_non_null(sheet);
        const char *page = page_of(sheet);
        for (size_t k = 0; k < FIELDS_MAX && statutory[i].fields[k]; k++)
            if (!strstr(page, statutory[i].fields[k]))
                fail_msg("%s lacks \"%s\"", statutory[i].slug, statutory[i].fields[k]);
        static const char *const heads[] = { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                             "Độc lập - Tự do - Hạnh phúc", "Bình Dương, ngày ",
                                             "mc-paper__bars", "mc-paper__qr" };
        for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
            if (!strstr(page, heads[k]))
                fail_msg("%s lacks \"%s\"", statutory[i].slug, heads[k]);
        assert_null(strstr(page, "Tiền sử dụng đất")); /* a duty has a notice of its own */
        assert_null(strstr(page, " style="));
        assert_true(pages_of(sheet) >= 1);
        sheet = filled(statutory[i].slug, &paper, "a5", "vi");
        assert_true(pages_of(sheet) >= 1);
    }
}

/* Name, mark and title of each form in both circulars; "" where a circular has no such form. */
static void numbers_and_titles_go_with_the_circular(void **state)
{
    (void)state;
    static const struct {
        const char *slug, *tt01, *tt03, *title01, *title03;
    } forms[] = {
        { "giay-tiep-nhan", "Mẫu số 01", "Mẫu số 01", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
          NULL },
        { "yeu-cau-bo-sung", "Mẫu số 02", "Mẫu số 02", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
          NULL },
        { "tu-choi", "Mẫu số 03", "Mẫu số 03", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", NULL },
        { "xin-loi", "Mẫu số 04", "Mẫu số 04", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
          "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT" },
        { "dung-giai-quyet", "", "Mẫu số 05", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", NULL },
        { "kiem-soat", "Mẫu số 05", "Mẫu số 06", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
          NULL },
    };
    struct paper paper = dossier();
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const char *later = forms[i].title03 ? forms[i].title03 : forms[i].title01;
        paper.numbering = "TT01/2018";
        struct sheet *sheet = filled(forms[i].slug, &paper, "a4", "vi");
        assert_string_equal(sheet->title, forms[i].title01);
        assert_memory_equal(sheet->mark, forms[i].tt01, strlen(forms[i].tt01) + !*forms[i].tt01);
        assert_true(!*sheet->mark || strstr(sheet->mark, "01/2018/TT-VPCP"));
        paper.numbering = "TT03/2025";
        sheet = filled(forms[i].slug, &paper, "a4", "vi");
        assert_string_equal(sheet->title, later);
        assert_memory_equal(sheet->mark, forms[i].tt03, strlen(forms[i].tt03));
        assert_non_null(strstr(sheet->mark, "03/2025/TT-VPCP"));
    }
    assert_null(filled("khong-co", &paper, "a4", "vi"));
}

static void a_correction_is_another_issue_of_the_receipt(void **state)
{
    (void)state;
    struct paper paper = dossier();
    struct paper_event corrected[] = {
        { .type = "corrected", .note = "", .unit = "", .officer = "", .at = at(10, 9, 0) }
    };
    assert_string_equal(filled("giay-tiep-nhan", &paper, "a5", "vi")->subtitle, "");
    assert_int_equal(paper_issue(&paper, PAPER_RECEIPT, 0), 1);
    paper.events = corrected;
    paper.n_events = 1;
    paper.n_items = 3;
    assert_int_equal(paper_issue(&paper, PAPER_RECEIPT, 0), 2);
    struct sheet *sheet = filled("giay-tiep-nhan", &paper, "a5", "vi");
    assert_string_equal(sheet->subtitle, "(Cấp lần 2, thay giấy đã cấp trước)");
    assert_non_null(strstr(page_of(sheet), "(Cấp lần 2, thay giấy đã cấp trước)"));
    assert_int_equal(pages_of(sheet), 1);
}

/* What a menu of prints shows. */
static const char *choices_of(const struct paper *paper)
{
    struct paper_choices choices;
    const char *all = "";
    paper_choices(paper, &choices);
    for (size_t i = 0; i < choices.n; i++)
        all =
            arena_format(arena, "%s%s %d;", all, choices.choices[i].name, choices.choices[i].round);
    return all;
}

static void the_menu_lists_what_there_is_occasion_for(void **state)
{
    (void)state;
    struct paper paper = dossier();
    struct paper_round two[] = { rounds[0], rounds[0] };
    two[1].round = 2;
    assert_string_equal(
        choices_of(&paper),
        "giay-tiep-nhan 0;yeu-cau-bo-sung 1;tu-choi 0;xin-loi 0;dung-giai-quyet 0;kiem-soat 0;");
    paper.rounds = two;
    paper.n_rounds = 2;
    paper.n_events = 0;
    assert_string_equal(choices_of(&paper),
                        "giay-tiep-nhan 0;yeu-cau-bo-sung 1;yeu-cau-bo-sung 2;kiem-soat 0;");
    paper.n_rounds = 0;
    assert_string_equal(choices_of(&paper), "giay-tiep-nhan 0;kiem-soat 0;");
    struct paper_event online[] = { { .type = "rejected_online",
                                      .note = "Thiếu.",
                                      .unit = "",
                                      .officer = "",
                                      .at = at(9, 9, 0) } };
    paper.events = online;
    paper.n_events = 1;
    paper.number = "";
    assert_string_equal(choices_of(&paper), "tu-choi 0;");
}

static void english_is_a_second_line(void **state)
{
    (void)state;
    struct paper paper = dossier();
    const char *page = page_of(filled("xin-loi", &paper, "a4", "en"));
    assert_non_null(strstr(page, "PHIẾU XIN LỖI"));
    assert_non_null(strstr(page, "lang=\"en\">Apology and new date"));
    assert_non_null(strstr(page, "Birth registration"));
    assert_null(strstr(page_of(filled("xin-loi", &paper, "a4", "vi")), "Apology"));
}

static void nothing_is_printed_without_an_occasion(void **state)
{
    (void)state;
    struct paper paper = dossier();
    paper.n_events = paper.n_rounds = 0;
    assert_null(filled("yeu-cau-bo-sung", &paper, "a4", "vi"));
    assert_null(filled("tu-choi", &paper, "a4", "vi"));
    assert_null(filled("xin-loi", &paper, "a4", "vi"));
    assert_null(filled("dung-giai-quyet", &paper, "a4", "vi"));
    paper.number = "";
    assert_null(filled("giay-tiep-nhan", &paper, "a4", "vi"));
    assert_null(filled("kiem-soat", &paper, "a4", "vi"));
    paper = dossier();
    struct paper_event stopped[] = {
        { .type = "stopped", .note = "", .unit = "", .officer = "", .at = at(20, 10, 7) },
        { .type = "resumed", .note = "", .unit = "", .officer = "", .at = at(21, 10, 7) }
    };
    paper.events = stopped;
    paper.n_events = 1;
    assert_non_null(filled("dung-giai-quyet", &paper, "a4", "vi"));
    paper.n_events = 2; /* taken up again */
    assert_null(filled("dung-giai-quyet", &paper, "a4", "vi"));
}

static void thirty_papers_break_over_pages(void **state)
{
    (void)state;
    struct paper paper = dossier();
    paper.n_items = 3;
    assert_int_equal(pages_of(filled("giay-tiep-nhan", &paper, "a5", "vi")),
                     1); /* the usual dossier */
    paper.n_items = 30;
    struct sheet *sheet = filled("giay-tiep-nhan", &paper, "a5", "vi");
    assert_in_range(pages_of(sheet), 3, 5);
    assert_in_range(pages_of(filled("giay-tiep-nhan", &paper, "a4", "vi")), 2, 4);
    const char *page = page_of(sheet);
    assert_int_equal(count_of(page, LONG_NAME), 20);
    assert_int_equal(count_of(page, "<thead>"), 1); /* the browser repeats it */
    assert_int_equal(count_of(page, ">Xuất trình<"), 1);

    /* one name as long as a page, and a person of many words */
    char *endless = arena_take(arena, 20001);
    for (size_t i = 0; i + 5 < 20000; i += 5)
        memcpy(endless + i, "chữ ", 6);
    items[0].name = endless;
    paper.applicant.name =
        "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Thương mại Dịch vụ Vận tải và "
        "Xây dựng "
        "Công nghiệp Dân dụng Phước Hòa An Điền Bình Dương, Chi nhánh Thành phố Thủ Dầu Một";
    assert_true(pages_of(filled("giay-tiep-nhan", &paper, "a5", "vi")) > 4);
    assert_true(pages_of(filled("xin-loi", &paper, "a5", "vi")) <= 2);
}

static void what_is_typed_is_never_markup(void **state)
{
    (void)state;
    struct paper paper = dossier();
    paper.applicant.name = "<b>An & \"Bình\"</b>";
    const char *page = page_of(filled("giay-tiep-nhan", &paper, "a4", "vi"));
    assert_null(strstr(page, "<b>An"));
    assert_non_null(strstr(page, "&lt;b&gt;An &amp;"));
}

static void a_lost_seal_prints_without_codes(void **state)
{
    (void)state;
    struct paper paper = dossier();
    paper.lookup = "";
    struct sheet *sheet = filled("giay-tiep-nhan", &paper, "a5", "vi");
    assert_false(sheet->has_codes || sheet->has_qr);
    const char *page = page_of(sheet);
    assert_null(strstr(page, "mc-paper__bars"));
    assert_null(strstr(page, "Mã tra cứu"));
    assert_int_equal(pages_of(sheet), 1);
}

static int start(void **state)
{
    (void)state;
    static char templates[400];
    const char *top = getenv("srcdir");
    arena = arena_open(0);
    int file = mkstemp(assets);
    assert_true(file >= 0);
    assert_int_equal(write(file, "Asset.css = /a.css\n", 19), 19);
    close(file);
    snprintf(templates, sizeof templates, "%s/templates", top ? top : ".");
    settings = (struct settings){ .program = "motcua-test",
                                  .templates = templates,
                                  .assets = assets,
                                  .site = "https://motcua.example" };
    keys_make();
    assert_true(template_init(settings.templates, false));
    return words_init() ? 0 : 1;
}

static int stop(void **state)
{
    (void)state;
    data_close(rq.data);
    words_release();
    template_release();
    arena_close(arena);
    return unlink(assets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_has_its_fields),
        cmocka_unit_test(numbers_and_titles_go_with_the_circular),
        cmocka_unit_test(a_correction_is_another_issue_of_the_receipt),
        cmocka_unit_test(the_menu_lists_what_there_is_occasion_for),
        cmocka_unit_test(english_is_a_second_line),
        cmocka_unit_test(nothing_is_printed_without_an_occasion),
        cmocka_unit_test(thirty_papers_break_over_pages),
        cmocka_unit_test(what_is_typed_is_never_markup),
        cmocka_unit_test(a_lost_seal_prints_without_codes),
    };
    return cmocka_run_group_tests_name("paper", tests, start, stop);
}
