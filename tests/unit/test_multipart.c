/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "lib/buffer.h"
#include "lib/limits.h"
#include "lib/multipart.h"

static struct arena *arena;
static struct buffer heard; /* what came out, in order */
static bool stubborn;       /* the sink refuses */

static bool on_begin(void *context, const struct multipart_part *part)
{
    (void)context;
    buffer_format(&heard, "{%s|%s|%s:", part->name, part->file_name ? part->file_name : "-",
                  part->type);
    return !stubborn;
}

static bool on_bytes(void *context, const char *bytes, size_t n)
{
    (void)context;
    buffer_add(&heard, bytes, n);
    return true;
}

static bool on_end(void *context)
{
    (void)context;
    buffer_text(&heard, "}");
    return true;
}

/* Feeds `n` bytes in pieces of `piece`. */
static enum multipart_verdict feed(const char *bytes, size_t n, size_t piece, bool *complete)
{
    struct multipart_sink sink = {.begin = on_begin, .bytes = on_bytes, .end = on_end};
    struct multipart *multipart = multipart_open(arena, "xyz", &sink);
    enum multipart_verdict verdict = MULTIPART_MORE;
    buffer_clear(&heard);
    for (size_t at = 0; at < n && verdict == MULTIPART_MORE; at += piece)
        verdict = multipart_feed(multipart, bytes + at, n - at < piece ? n - at : piece);
    *complete = multipart_complete(multipart);
    return verdict;
}

#define PART(head, body) "--xyz\r\n" head "\r\n\r\n" body "\r\n"
#define FIELD(name, body) PART("Content-Disposition: form-data; name=\"" name "\"", body)
#define END "--xyz--\r\n"

static void good(const char *bytes, size_t n, const char *expected)
{
    for (size_t piece = 1; piece <= n; piece += piece < 8 ? 1 : 13) {
        bool complete;
        assert_int_equal(feed(bytes, n, piece, &complete), MULTIPART_MORE);
        assert_true(complete);
        assert_string_equal(heard.bytes, expected);
    }
}

static void parts_come_out_whole_however_they_arrive(void **state)
{
    (void)state;
    static const char form[] =
        FIELD("q", "khai sinh")
            PART("Content-Disposition: form-data; name=\"tep\"; filename=\"đơn.pdf\"\r\n"
                 "Content-Type: application/pdf",
                 "%PDF\r\n--xy\r\r\n--xy\r\n-xyz\r\n\r\n--xy") FIELD("empty", "") END;
    good(form, sizeof form - 1,
         "{q|-|:khai sinh}{tep|đơn.pdf|application/pdf:%PDF\r\n--xy\r\r\n--xy\r\n-xyz\r\n\r\n--xy}"
         "{empty|-|:}");
}

static void the_last_line_end_may_be_missing(void **state)
{
    (void)state;
    static const char form[] = FIELD("a", "1") "--xyz--";
    good(form, sizeof form - 1, "{a|-|:1}");
}

static void header_names_have_no_case_and_tokens_need_no_quotes(void **state)
{
    (void)state;
    static const char form[] =
        PART("content-disposition:form-data;NAME=a;FileName=\"\"\r\nX-Other: 1", "") END;
    good(form, sizeof form - 1, "{a||:}");
}

static void anything_else_is_malformed(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "preamble\r\n" FIELD("a", "1") END,
        "\r\n" FIELD("a", "1") END,
        "--xyz--\r\n",
        "--xyzz\r\n",
        "--xyz \r\n",
        "--xyz\n" "Content-Disposition: form-data; name=a\n\n1\n--xyz--\n",
        FIELD("a", "1") "--xyz--\r\nepilogue",
        FIELD("a", "1") "--xyz-\r\n",
        FIELD("a", "1") "--xyzContent",
        PART("Content-Type: text/plain", "1") END,
        PART("Content-Disposition: form-data", "1") END,
        PART("Content-Disposition: form-data; name=\"\"", "1") END,
        PART("Content-Disposition: attachment; name=\"a\"", "1") END,
        PART("Content-Disposition: form-data; name=\"a", "1") END,
        PART("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") END,
        PART("Content-Disposition: form-data; name=\"a\"; filename=b; filename=c", "1") END,
        PART("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=b", "") END,
        PART("Content-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed; boundary=q", "") END,
        PART("Content-Disposition: form-data; name=\"a\"\r\nContent-Type: a\r\nContent-Type: b", "") END,
        PART("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "MQ==") END,
        PART("Content-Disposition: form-data;\r\n name=\"a\"", "1") END,
        PART("Content-Disposition: form-data; name=\"\xff\"", "1") END,
        PART("Content-Disposition : form-data; name=\"a\"", "1") END,
        PART(": form-data; name=\"a\"", "1") END,
        PART("Content-Disposition: form-data; name=\"a\x01\"", "1") END,
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\n\r\n\r\n1\r\n" END,
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bool complete;
        if (feed(rows[i], strlen(rows[i]), 5, &complete) != MULTIPART_MALFORMED)
            fail_msg("row %zu is accepted", i);
    }
}

static void a_nul_in_a_header_is_malformed(void **state)
{
    (void)state;
    static const char form[] = PART("Content-Disposition: form-data; name=\"a\0b\"", "1") END;
    bool complete;
    assert_int_equal(feed(form, sizeof form - 1, 3, &complete), MULTIPART_MALFORMED);
}

static void every_cut_is_noticed(void **state)
{
    (void)state;
    static const char form[] = FIELD("a", "1") FIELD("b", "22") "--xyz--";
    for (size_t n = 0; n < sizeof form - 1; n++) {
        bool complete;
        assert_int_equal(feed(form, n, 4, &complete), MULTIPART_MORE);
        assert_false(complete);
    }
}

static void limits_hold(void **state)
{
    (void)state;
    struct buffer form;
    bool complete;
    buffer_init(&form, 1 << 20);
    for (int i = 0; i < LIMIT_PARTS; i++)
        buffer_text(&form, FIELD("a", "1"));
    buffer_text(&form, END);
    assert_int_equal(feed(form.bytes, form.length, 100, &complete), MULTIPART_MORE);
    assert_true(complete);

    buffer_clear(&form);
    for (int i = 0; i <= LIMIT_PARTS; i++)
        buffer_text(&form, FIELD("a", "1"));
    assert_int_equal(feed(form.bytes, form.length, 100, &complete), MULTIPART_TOO_MANY);

    buffer_clear(&form);
    buffer_text(&form, "--xyz\r\nX: ");
    for (int i = 0; i < LIMIT_PART_HEADERS; i++)
        buffer_text(&form, "x");
    assert_int_equal(feed(form.bytes, form.length, 100, &complete), MULTIPART_TOO_MANY);
    buffer_release(&form);
}

static void a_sink_can_stop(void **state)
{
    (void)state;
    static const char form[] = FIELD("a", "1") END;
    bool complete;
    stubborn = true;
    assert_int_equal(feed(form, sizeof form - 1, 100, &complete), MULTIPART_STOPPED);
    stubborn = false;
}

static void boundaries_are_checked(void **state)
{
    (void)state;
    static const struct {
        const char *type, *boundary;
    } rows[] = {
        {"multipart/form-data; boundary=xyz", "xyz"},
        {"multipart/form-data;boundary=\"a b\"", "a b"},
        {"multipart/form-data; charset=utf-8; Boundary=x; q=1", "x"},
        {"multipart/form-data", NULL},
        {"multipart/form-data; boundary=", NULL},
        {"multipart/form-data; boundary=\"\"", NULL},
        {"multipart/form-data; boundary=\"a", NULL},
        {"multipart/form-data; boundary=\"a \"", NULL},
        {"multipart/form-data; boundary=a<b", NULL},
        {"multipart/form-data; boundary=a; boundary=b", NULL},
        {"multipart/form-data; boundary=1234567890123456789012345678901234567890123456789012345678901234567890",
         "1234567890123456789012345678901234567890123456789012345678901234567890"},
        {"multipart/form-data; boundary=12345678901234567890123456789012345678901234567890123456789012345678901",
         NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *found = multipart_boundary(arena, rows[i].type);
        if ((found == NULL) != (rows[i].boundary == NULL) ||
            (found && strcmp(found, rows[i].boundary) != 0))
            fail_msg("%s: %s", rows[i].type, found ? found : "none");
    }
}

static int start(void **state)
{
    (void)state;
    arena = arena_open(0);
    buffer_init(&heard, 1 << 20);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    buffer_release(&heard);
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_come_out_whole_however_they_arrive),
        cmocka_unit_test(the_last_line_end_may_be_missing),
        cmocka_unit_test(header_names_have_no_case_and_tokens_need_no_quotes),
        cmocka_unit_test(anything_else_is_malformed),
        cmocka_unit_test(a_nul_in_a_header_is_malformed),
        cmocka_unit_test(every_cut_is_noticed),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(a_sink_can_stop),
        cmocka_unit_test(boundaries_are_checked),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
