/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A person at the counter: what a scan says, what is wrong, what is only odd; numbers of dossiers;
 * waivers.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above before it */
#include <cmocka.h>
#include <string.h>

#include "model/fee_rule.h"
#include "model/party.h"
#include "model/sequence.h"

static struct arena *arena;
static const struct civil today = {.year = 2026, .month = 11, .day = 24};

#define CARD "074190001234|280123456|Nguyễn Thị Ngọc Ẩn|05031990|Nữ|Số 12, Yersin, Phú Cường|25072021"

static struct party nobody(void)
{
    return (struct party){"person", "", "", "", "", "", "", "", "", "", "", "", ""};
}

static struct party someone(void)
{
    struct party p = nobody();
    p.name = "Nguyễn Thị Ngọc Ẩn";
    p.birth_date = "05031990";
    p.sex = "female";
    p.identity_number = "074190001234";
    p.phone = "0912345678";
    return p;
}

static const char *finding(const struct party *typed, enum party_role role, const char *field,
                           bool *warning)
{
    struct party stored;
    struct party_findings findings;
    party_check(arena, role, typed, &today, &stored, &findings);
    for (size_t i = 0; i < findings.n; i++)
        if (strcmp(findings.items[i].field, field) == 0) {
            *warning = findings.items[i].warning;
            return findings.items[i].key;
        }
    return "";
}

static void refuses(const struct party *typed, const char *field, const char *key)
{
    bool warning = true;
    assert_string_equal(finding(typed, PARTY_APPLICANT, field, &warning), key);
    assert_false(warning);
}

static void doubts(const struct party *typed, const char *field, const char *key)
{
    bool warning = false;
    assert_string_equal(finding(typed, PARTY_APPLICANT, field, &warning), key);
    assert_true(warning);
}

static struct party passes(const struct party *typed)
{
    struct party stored;
    struct party_findings findings;
    party_check(arena, PARTY_APPLICANT, typed, &today, &stored, &findings);
    assert_int_equal(findings.n, 0);
    return stored;
}

static void a_card_fills_the_person(void **state)
{
    (void)state;
    struct party p = nobody();
    assert_true(party_scan(arena, CARD, &p));
    assert_string_equal(p.identity_number, "074190001234");
    assert_string_equal(p.name, "Nguyễn Thị Ngọc Ẩn");
    assert_string_equal(p.birth_date, "05031990");
    assert_string_equal(p.sex, "female");
    assert_string_equal(p.address, "Số 12, Yersin, Phú Cường");
    assert_string_equal(p.identity_issued_on, "25072021");
    p.phone = "0912 345 678";
    struct party stored = passes(&p);
    assert_string_equal(stored.birth_date, "1990-03-05");
    assert_string_equal(stored.identity_issued_on, "2021-07-25");
    assert_string_equal(stored.identity_kind, "citizen_id");
    assert_string_equal(stored.phone, "+84912345678");
}

static void cards_vary(void **state)
{
    (void)state;
    struct party p = nobody();
    assert_true(party_scan(arena, "079085000001||Lê Văn A|01011985|Nam|Quận 1|01012022||extra|x", &p));
    assert_string_equal(p.sex, "male");
    assert_string_equal(p.identity_issued_on, "01012022");
    assert_true(party_scan(arena, "079085000001||Lê Văn A|1985|Nam|Quận 1", &p));
    assert_string_equal(p.birth_date, "");
}

static void what_is_no_card_is_left_alone(void **state)
{
    (void)state;
    const char *lines[] = {"", "074190001234", "1234 5678 9012 3456", "a|b|c|d|e|f|g",
                           "074190001234|x|Tên|05031990|Nữ", "|||||||", "074190001234||||||"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct party p = nobody();
        assert_false(party_scan(arena, lines[i], &p));
        assert_string_equal(p.name, "");
        assert_string_equal(p.identity_number, "");
    }
}

static void identity_numbers_warn(void **state)
{
    (void)state;
    struct party p = someone();
    passes(&p);
    p.sex = "male";
    doubts(&p, "identity_number", "identity_sex");
    p.sex = "";
    passes(&p);
    p.birth_date = "05031991";
    doubts(&p, "identity_number", "identity_birth");
    p.birth_date = "1990";
    assert_string_equal(passes(&p).birth_date, "1990");
    p.birth_date = "03/1990";
    assert_string_equal(passes(&p).birth_date, "1990-03");
    p.identity_number = "099190001234";
    doubts(&p, "identity_number", "identity_province");
    p.identity_number = "074 190-001.234";
    assert_string_equal(passes(&p).identity_number, "074190001234");
    p.identity_number = "281234567";
    doubts(&p, "identity_number", "identity_old");
    p.identity_number = "c1234567";
    assert_string_equal(passes(&p).identity_kind, "passport");
    p.identity_number = "07419000123";
    refuses(&p, "identity_number", "identity_digits");
}

static void born_in_this_century(void **state)
{
    (void)state;
    struct party p = someone();
    p.identity_number = "074305000001"; /* 3: a woman born 2000 to 2099 */
    p.birth_date = "01022005";
    passes(&p);
    p.identity_number = "074205000001";
    doubts(&p, "identity_number", "identity_sex");
}

static void tax_codes(void **state)
{
    (void)state;
    struct party p = someone();
    p.kind = "organisation";
    p.identity_number = "0300588569";
    assert_string_equal(passes(&p).identity_kind, "tax_code");
    p.identity_number = "0300588569-001";
    passes(&p);
    p.identity_number = "0300588568";
    doubts(&p, "identity_number", "tax_code_check");
    p.identity_number = "030058856";
    refuses(&p, "identity_number", "tax_code_digits");
    p.identity_number = "0101248141";
    struct party stored = passes(&p);
    assert_string_equal(stored.birth_date, "");
}

static void telephones(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *stored;
    } good[] = {{"0912345678", "+84912345678"},      {"+84 912 345 678", "+84912345678"},
                {"84912345678", "+84912345678"},     {"0274.382.22222", ""},
                {"02743822222", "+842743822222"},    {"0590005239", "+84590005239"}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct party p = someone();
        p.phone = good[i].typed;
        if (*good[i].stored)
            assert_string_equal(passes(&p).phone, good[i].stored);
        else
            refuses(&p, "phone", "phone_form");
    }
    static const char *const bad[] = {"091234567", "09123456789", "1912345678", "abc", "0112345678"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct party p = someone();
        p.phone = bad[i];
        refuses(&p, "phone", "phone_form");
    }
}

static void all_findings_at_once(void **state)
{
    (void)state;
    struct party p = nobody(), stored;
    struct party_findings findings;
    p.birth_date = "31022000";
    p.identity_number = "12";
    p.phone = "1";
    p.email = "a@b";
    party_check(arena, PARTY_APPLICANT, &p, &today, &stored, &findings);
    assert_int_equal(findings.n, 5);
    assert_true(party_wrong(&findings));
    p = nobody();
    p.name = "Y";
    refuses(&p, "phone", "second_fact");
    p.birth_date = "25112026";
    refuses(&p, "birth_date", "birth_future");
}

static void names_stay_as_typed(void **state)
{
    (void)state;
    static const char *const names[] = {"H'Mông", "K' Brếp", "Ẩn", "Y-Bhăm Êban", "NGUYỄN văn Á",
                                        "Nguyen Van A (con bà B)"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct party p = someone();
        p.name = names[i];
        assert_string_equal(passes(&p).name, names[i]);
    }
    struct party p = someone();
    p.name = CARD;
    refuses(&p, "name", "name_letters");
}

static void a_submitter_needs_his_authority(void **state)
{
    (void)state;
    bool warning = true;
    struct party p = nobody();
    p.name = "Lê Văn B";
    assert_string_equal(finding(&p, PARTY_SUBMITTER, "authority_note", &warning), "required");
    assert_false(warning);
    p.authority_note = "Giấy uỷ quyền ngày 01/11/2026";
    assert_string_equal(finding(&p, PARTY_SUBMITTER, "phone", &warning), "");
}

static void numbers_follow_their_pattern(void **state)
{
    (void)state;
    const struct civil day = {.year = 2026, .month = 1, .day = 5};
    assert_string_equal(sequence_number_format(arena, SEQUENCE_PATTERN, "H09.03", &day, 7),
                        "H09.03-260105-0007");
    assert_string_equal(
        sequence_number_format(arena, "{prefix}-{yyyymmdd}-{n7}", "H09", &day, 12345),
        "H09-20260105-0012345");
    assert_string_equal(sequence_number_format(arena, SEQUENCE_PATTERN, "A", &day, 123456),
                        "A-260105-123456");
    assert_string_equal(sequence_number_format(arena, "{yy}{prefix}{", "A", &day, 1), "{yy}A{");
    assert_true(sequence_pattern_ok(SEQUENCE_PATTERN));
    assert_false(sequence_pattern_ok("{prefix}-{n4}"));
    assert_false(sequence_pattern_ok("{yymmdd}-{n4}"));
    assert_string_equal(sequence_dossier_period(arena, &day), "260105");
    assert_string_equal(sequence_dossier_scope(arena, "H09.03"), "dossier:H09.03");
}

static void waivers_are_shared_out(void **state)
{
    (void)state;
    struct fee_line lines[3] = {{.amount = 50000}, {.amount = 0}, {.amount = 8000}};
    assert_true(fee_lines_waive(lines, 3, -1));
    assert_int_equal(lines[0].waived, 50000);
    assert_int_equal(lines[2].waived, 8000);
    assert_true(fee_lines_waive(lines, 3, 51000));
    assert_int_equal(lines[0].waived, 50000);
    assert_int_equal(lines[1].waived, 0);
    assert_int_equal(lines[2].waived, 1000);
    assert_true(fee_lines_waive(lines, 3, 58000));
    assert_false(fee_lines_waive(lines, 3, 58001));
    assert_true(fee_lines_waive(lines, 3, 0));
    assert_int_equal(lines[0].waived, 0);
}

static int begin(void **state)
{
    (void)state;
    arena = arena_open(0);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_fills_the_person),
        cmocka_unit_test(cards_vary),
        cmocka_unit_test(what_is_no_card_is_left_alone),
        cmocka_unit_test(identity_numbers_warn),
        cmocka_unit_test(born_in_this_century),
        cmocka_unit_test(tax_codes),
        cmocka_unit_test(telephones),
        cmocka_unit_test(all_findings_at_once),
        cmocka_unit_test(names_stay_as_typed),
        cmocka_unit_test(a_submitter_needs_his_authority),
        cmocka_unit_test(numbers_follow_their_pattern),
        cmocka_unit_test(waivers_are_shared_out),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
