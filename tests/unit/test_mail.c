/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * How a mail is written, what is taken for an address, and how a short message is made to fit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "jobs/sms_text.h"
#include "lib/mail.h"
#include "lib/text.h"

static const struct mail usual = {
    .from = "khong-tra-loi@dichvucong.example",
    .from_name = "Trung tâm Hành chính công tỉnh Bình Dương",
    .to = "a@example.com",
    .subject = "Xin lỗi và hẹn lại ngày trả kết quả hồ sơ H09.12-261123-0001",
    .id = "20261123080000.7.motcua@dichvucong.example",
    .date = "Mon, 23 Nov 2026 08:00:00 +0700",
    .language = "vi",
    .text = "Kính gửi Ông/Bà,\n\n.Một dấu chấm\n",
};

static struct buffer composed(const struct mail *mail)
{
    struct buffer out;
    buffer_init(&out, 1 << 20);
    mail_compose(&out, mail);
    assert_false(out.full);
    return out;
}

static void lines_are_short_and_ascii(void **state)
{
    (void)state;
    struct buffer out = composed(&usual);
    size_t line = 0;
    for (const char *c = out.bytes; *c; c++) {
        assert_true((unsigned char)*c < 0x7F);
        line = *c == '\n' ? 0 : line + 1;
        assert_true(line <= 79); /* 78 and the CR */
        assert_true(*c != '\n' || c[-1] == '\r');
    }
    assert_non_null(strstr(out.bytes, "Message-ID: <20261123080000.7.motcua@dichvucong.example>\r\n"));
    assert_non_null(strstr(out.bytes, "\r\n <khong-tra-loi@dichvucong.example>\r\nTo: <a@example.com>\r\n"));
    assert_non_null(strstr(out.bytes, "Content-Type: text/plain; charset=utf-8\r\n"));
    buffer_release(&out);
}

/* Each encoded word is whole letters by itself (RFC 2047, 5): read alone, none is broken. */
static void words_never_cut_a_letter(void **state)
{
    (void)state;
    struct mail mail = usual;
    char subject[200] = "";
    for (size_t n = 0; n < 60; n++) {
        memmove(subject + 1, subject, strlen(subject) + 1);
        subject[0] = 'a';
        snprintf(subject + n + 1, sizeof subject - n - 1, "ờờờờờờờờờờờờờờờờờờờờ");
        mail.subject = subject;
        struct buffer out = composed(&mail);
        const char *word = strstr(out.bytes, "Subject: ") + 9;
        for (; (word = strstr(word, "=?UTF-8?B?")) && word < strstr(out.bytes, "\r\nDate:"); word++) {
            /* three bytes a letter and an ASCII head: groups of base64 that end with a whole letter */
            size_t length = strcspn(word + 10, "?");
            assert_true(length <= 52);
            assert_int_equal(length % 4, 0);
        }
        buffer_release(&out);
    }
}

static void plain_words_stay(void **state)
{
    (void)state;
    struct mail mail = usual;
    mail.subject = "Dossier H09.12-261123-0001 received";
    mail.from_name = "Public \"Administration\" Centre";
    struct buffer out = composed(&mail);
    assert_non_null(strstr(out.bytes, "Subject: Dossier H09.12-261123-0001 received\r\n"));
    assert_non_null(strstr(out.bytes, "From: \"Public Administration Centre\"\r\n <"));
    buffer_release(&out);
    mail.subject = "=?UTF-8?B?no?=";
    out = composed(&mail);
    assert_non_null(strstr(out.bytes, "Subject: =?UTF-8?B?PT9VVEYtOD9CP25vPz0=?=\r\n"));
    buffer_release(&out);
}

/* Nothing that comes from people can begin a line of its own. */
static void nobody_adds_a_header(void **state)
{
    (void)state;
    struct mail mail = usual;
    mail.subject = "x\r\nBcc: all@example.com";
    struct buffer out = composed(&mail);
    assert_null(strstr(out.bytes, "Bcc"));
    buffer_release(&out);
}

static void addresses(void **state)
{
    (void)state;
    static const char *const good[] = {"a@b", "an.nguyen+ho-so@binhduong.gov.vn", "x_y@example.com"};
    static const char *const bad[] = {"", "a", "@b", "a@", "a@b>", "a b@c", "a@b\r\nRCPT TO:<c@d>", "a,b@c",
                                      "<a@b>", "-a@b", "a@-b", "a@b_c", "ồ@b", "a@b c", "a;b@c", "\"a\"@b"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(mail_address_ok(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(mail_address_ok(bad[i]));
}

static const struct sms_parts news = {
    .what = "Hồ sơ H09.12-261123-0001 đã được tiếp nhận.",
    .when = "Hẹn trả: 16:30 23/03/2026.",
    .procedure = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"
                 " trong các trường hợp chuyển đổi, chuyển nhượng",
    .link = "https://dichvucong.example/tra-cuu",
};

static void a_short_message_fits(void **state)
{
    (void)state;
    struct arena *arena = arena_open(0);
    const char *text = sms_text_fit(arena, &news, false);
    assert_true(sms_text_count(text, false) <= SMS_PLAIN_MAX);
    assert_true(text_starts(text, "Ho so H09.12-261123-0001 da duoc tiep nhan."
                                  " Hen tra: 16:30 23/03/2026. Dang ky bien dong"));
    assert_non_null(strstr(text, "... https://dichvucong.example/tra-cuu"));
    for (const char *c = text; *c; c++)
        assert_true((unsigned char)*c < 0x80);
    text = sms_text_fit(arena, &news, true);
    assert_string_equal(text, "Hồ sơ H09.12-261123-0001 đã được tiếp nhận. Hẹn trả: 16:30 23/03/2026.");
    struct sms_parts brief = news;
    brief.procedure = "Cấp lý lịch tư pháp";
    assert_string_equal(sms_text_fit(arena, &brief, false),
                        "Ho so H09.12-261123-0001 da duoc tiep nhan. Hen tra: 16:30 23/03/2026. Cap ly lich tu phap. "
                        "https://dichvucong.example/tra-cuu");
    brief.procedure = "“A” – `B`…";
    assert_non_null(strstr(sms_text_fit(arena, &brief, false), "\"A\" - 'B'..."));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_short_and_ascii), cmocka_unit_test(words_never_cut_a_letter),
        cmocka_unit_test(plain_words_stay),          cmocka_unit_test(nobody_adds_a_header),
        cmocka_unit_test(addresses),                 cmocka_unit_test(a_short_message_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
