/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The catalogue in a worker's memory: what is in a snapshot, and how it is renewed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <time.h>

#include "database_schema.h"
#include "lib/clock.h"
#include "model/catalogue.h"

static struct db *db;
static struct arena *arena;

/* A small province: one department with a unit, one district with two communes, what stands for
 * any district and any commune, and procedures of each. */
static const char province[] =
    "insert into setting (name, value, is_public) values ('centre_name', 'Trung tâm', true),\n"
    " ('centre_phone', '0274 3822 222', true), ('due_rule', 'rolling', false);\n"
    "insert into agency (id, parent_id, code, name, name_en, kind, level, position, valid_to) "
    "values\n"
    " (1, null, 'STP', 'Sở Tư pháp', 'Department of Justice', 'department', 'tinh', 10, null),\n"
    " (2, 1, 'STP_HC', 'Phòng Hành chính tư pháp', '', 'unit', 'tinh', 10, null),\n"
    " (3, null, 'UBND_DA', 'Ủy ban nhân dân thành phố Dĩ An', '', 'district', 'huyen', 20, null),\n"
    " (4, 3, 'X1', 'Ủy ban nhân dân phường An Bình', '', 'commune', 'xa', 10, null),\n"
    " (5, 3, 'X2', 'Ủy ban nhân dân phường Bình An', '', 'commune', 'xa', 20, null),\n"
    " (6, null, 'UBND_HUYEN', 'Ủy ban nhân dân cấp huyện', '', 'generic', 'huyen', 30, null),\n"
    " (7, null, 'UBND_XA', 'Ủy ban nhân dân cấp xã', '', 'generic', 'xa', 40, null),\n"
    " (8, null, 'OLD', 'Sở cũ', '', 'department', 'tinh', 50, '2016-02-29');\n"
    "insert into field (id, code, name) values (1, 'dat-dai', 'Đất đai'), (2, 'du-lich', 'Du "
    "lịch'),\n"
    " (3, 'ho-tich', 'Hộ tịch'), (4, 'an-toan', 'An toàn thực phẩm'), (5, 'am-nhac', 'Âm nhạc');\n"
    "insert into form (id, code, name) values (1, 'don-chung', 'Đơn'), (2, 'khai-sinh', 'Tờ "
    "khai');\n"
    "insert into form_rev (id, form_id, rev_no, title) values (1, 1, 1, 'ĐƠN'), (2, 2, 1, 'TỜ "
    "KHAI'),\n"
    " (3, 2, 2, 'BẢN THẢO');\n"
    "insert into form_item (form_rev_id, stable_key, parent_key, position, type, label) values\n"
    " (2, 'nguoi', null, 1, 'section', 'Người yêu cầu'), (2, 'ten', null, 2, 'text', 'Họ tên'),\n"
    " (2, 'gioi', null, 3, 'choice', 'Giới tính'), (2, 'nu', 'gioi', 2, 'option', 'Nữ'),\n"
    " (2, 'nam', 'gioi', 1, 'option', 'Nam'), (2, 'ky', null, 4, 'signature', 'Người khai');\n"
    "update form_rev set published_at = '2026-01-01' where id in (1, 2);\n"
    "insert into `procedure` (id, code, agency_id, field_id, yearly_count, is_popular) values\n"
    " (1, '1.000001', 7, 3, 50, true), (2, '1.000002', 6, 3, 90, true), (3, '1.000003', 2, 3, 0, "
    "false),\n"
    " (4, '1.000004', 1, 1, 0, false), (5, '1.000005', 7, 3, 0, false), (6, '1.000006', 7, 3, 0, "
    "false);\n"
    "insert into procedure_rev (id, procedure_id, rev_no, name, name_en, steps, term_value, "
    "term_unit,\n"
    "  fee_amount, service_level, at_commune, at_district, at_province, form_rev_id) values\n"
    " (10, 1, 1, 'Đăng ký khai sinh cũ', '', '', null, null, null, 1, true, false, false, null),\n"
    " (11, 1, 2, 'Đăng ký khai sinh', 'Birth registration', 'Nộp\\nNhận', 1, 'same_day', 0, 3, "
    "true,\n"
    "  false, false, 2),\n"
    " (12, 2, 1, 'Đăng ký khai sinh có yếu tố nước ngoài', '', '', 5, 'working_day', null, 2, "
    "false, true,\n"
    "  false, null),\n"
    " (13, 3, 1, 'Cấp bản sao trích lục hộ tịch', '', '', null, null, 8000, 4, false, false, true, "
    "null),\n"
    " (14, 4, 1, 'Ăn uống: thủ tục thử thứ tự', '', '', null, null, null, 1, false, false, true, "
    "null),\n"
    " (15, 5, 1, 'Bãi bỏ', '', '', null, null, null, 1, true, false, false, null),\n"
    " (16, 6, 1, 'Bản thảo', '', '', null, null, null, 1, true, false, false, null);\n"
    "insert into procedure_audience values (10, 'official'), (11, 'citizen'), (11, 'foreigner'),\n"
    " (12, 'citizen'), (13, 'business');\n"
    "insert into component (rev_id, position, case_text, name, originals, copies) values\n"
    " (10, 1, '', 'Giấy cũ', 1, 0), (11, 1, '', 'Tờ khai', 1, 0), (11, 2, '', 'Giấy chứng sinh', "
    "1, 0),\n"
    " (11, 3, 'Nộp thay', 'Giấy ủy quyền', 0, 1), (13, 1, '', 'Tờ khai', 1, 0);\n"
    "insert into fee_rule (rev_id, position, kind, name, amount) values (13, 1, 'charge', 'Bản "
    "sao', 8000);\n"
    "insert into legal_basis (rev_id, position, number, issued_on) values\n"
    " (11, 1, '60/2014/QH13', '2014-11-20'), (13, 1, '60/2014/QH13', '2014-11-20');\n"
    "insert into procedure_agency values (1, 7), (2, 6), (3, 2), (4, 1), (5, 7), (6, 7);\n"
    "update procedure_rev set published_at = '2026-01-01 08:00:00' where id <> 16;\n"
    "update `procedure` set current_rev_id = id + 10 where id between 2 and 5;\n"
    "update `procedure` set current_rev_id = 11 where id = 1;\n"
    "update `procedure` set withdrawn_at = '2026-02-01 00:00:00' where id = 5;\n"
    "insert into life_event (id, slug, position, title, title_en, intro, intro_en) values\n"
    " (1, 'sinh-con', 1, 'Sinh con', 'Birth', 'a', 'b');\n"
    "insert into life_event_procedure (life_event_id, position, procedure_id, heading) values\n"
    " (1, 1, 1, 'Ngay'), (1, 2, 5, ''), (1, 3, 3, 'Sau');\n"
    "insert into synonym (id, phrase, kind, state, valid_to) values (1, 'giấy cho bé', "
    "'colloquial',\n"
    "  'approved', null), (2, 'chưa duyệt', 'colloquial', 'draft', null),\n"
    " (3, 'giấy hết hạn', 'colloquial', 'approved', '2020-01-01');\n"
    "insert into synonym_wording values (1, 1, 'đăng ký khai sinh'), (2, 1, 'đăng ký khai sinh'),\n"
    " (3, 1, 'đăng ký khai sinh');\n"
    "insert into synonym_pin values (1, 1, '1.000001');\n";

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    db = schema_open(arena, province, sizeof province - 1);
    return db ? 0 : -1;
}

static int close_all(void **state)
{
    (void)state;
    catalogue_release();
    db_close(db);
    database_stop();
    arena_close(arena);
    return 0;
}

static const struct catalogue_procedure *procedure_of(const struct catalogue *c, const char *code)
{
    const struct catalogue_procedure *p = catalogue_procedure(c, code);
    assert_non_null(p);
    return p;
}

/* "1.000001 1.000003" */
static const char *codes_of(const struct catalogue *c, const struct catalogue_list *list)
{
    const char *codes = "";
    for (uint32_t i = 0; i < list->n; i++)
        codes =
            arena_format(arena, "%s%s%s", codes, i ? " " : "", c->procedures[list->items[i]].code);
    return codes;
}

static void only_what_is_in_force_is_published(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    assert_non_null(c);
    assert_int_equal(c->n_procedures, 4);
    assert_null(catalogue_procedure(c, "1.000005"));
    assert_null(catalogue_procedure(c, "1.000006"));
    assert_null(catalogue_procedure(c, ""));
    assert_string_equal(procedure_of(c, "1.000001")->name, "Đăng ký khai sinh");
    const struct catalogue_withdrawn *gone = catalogue_withdrawn(c, "1.000005");
    assert_non_null(gone);
    assert_string_equal(gone->name, "Bãi bỏ");
    assert_string_equal(gone->at, "2026-02-01 00:00:00");
    assert_null(catalogue_withdrawn(c, "1.000006")); /* a draft was never there */
    assert_null(catalogue_agency(c, "OLD"));
    catalogue_close(c);
}

static void names_stand_in_vietnamese_order(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    const char *codes = "";
    for (uint32_t i = 0; i < c->n_procedures; i++)
        codes = arena_format(arena, "%s %s", codes, c->procedures[i].code);
    assert_string_equal(codes, " 1.000004 1.000003 1.000001 1.000002"); /* Ă, C, Đ, Đ */
    const char *fields = "";
    for (uint32_t i = 0; i < c->n_fields; i++)
        fields = arena_format(arena, "%s %s:%s", fields, c->fields[i].letter, c->fields[i].code);
    assert_string_equal(fields, " A:an-toan Â:am-nhac D:du-lich Đ:dat-dai H:ho-tich");
    catalogue_close(c);
}

static void parts_belong_to_the_edition_in_force(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    const struct catalogue_procedure *birth = procedure_of(c, "1.000001");
    assert_int_equal(birth->n_papers, 3);
    assert_string_equal(birth->papers[1].name, "Giấy chứng sinh");
    assert_string_equal(birth->papers[2].case_text, "Nộp thay");
    assert_int_equal(birth->papers[2].copies, 1);
    assert_int_equal(birth->audience, CATALOGUE_CITIZEN | CATALOGUE_FOREIGNER);
    assert_int_equal(birth->levels, CATALOGUE_COMMUNE);
    assert_int_equal(birth->term_unit, TERM_SAME_DAY);
    assert_int_equal(birth->fee, 0);
    assert_int_equal(birth->n_laws, 1);
    assert_string_equal(birth->laws[0].date, "2014-11-20");
    assert_string_equal(catalogue_form_of(c, birth)->code, "khai-sinh");

    const struct catalogue_procedure *copy = procedure_of(c, "1.000003");
    assert_int_equal(copy->n_papers, 1);
    assert_int_equal(copy->n_fees, 1);
    assert_true(copy->fees[0].charge);
    assert_int_equal(copy->fees[0].amount, 8000);
    assert_ptr_equal(copy->papers[0].name, birth->papers[0].name); /* one text, kept once */
    assert_string_equal(catalogue_form_of(c, copy)->code, "don-chung");

    const struct catalogue_procedure *foreign = procedure_of(c, "1.000002");
    assert_int_equal(foreign->fee, -1); /* not known is not free */
    assert_int_equal(foreign->n_papers, 0);
    assert_string_equal(foreign->name_en, "");
    catalogue_close(c);
}

static void an_agency_has_what_it_does(void **state)
{
    (void)state;
    static const struct {
        const char *code, *codes;
        uint32_t own;
    } cases[] = {
        { "STP", "1.000004 1.000003", 1 }, /* with its unit */
        { "STP_HC", "1.000003", 1 },
        { "UBND_DA", "1.000002", 0 }, /* what any district does, not its communes */
        { "X1", "1.000001", 0 },
        { "X2", "1.000001", 0 },
        { "UBND_XA", "1.000001", 1 },
    };
    struct catalogue *c = catalogue_open(db);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct catalogue_agency *agency = catalogue_agency(c, cases[i].code);
        assert_non_null(agency);
        assert_string_equal(codes_of(c, &agency->procedures), cases[i].codes);
        assert_int_equal(agency->own, cases[i].own);
    }
    assert_string_equal(codes_of(c, &catalogue_field(c, "ho-tich")->procedures),
                        "1.000003 1.000001 1.000002");
    assert_int_equal(catalogue_agency(c, "X1")->parent,
                     catalogue_agency(c, "UBND_DA") - c->agencies);
    catalogue_close(c);
}

static void counts_and_popular(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    assert_int_equal(c->level_counts[0], 2); /* province */
    assert_int_equal(c->level_counts[1], 1);
    assert_int_equal(c->level_counts[2], 1);
    assert_int_equal(c->service_counts[3], 1);
    assert_int_equal(c->group_counts[CATALOGUE_GROUP_CITIZENS], 2);
    assert_int_equal(c->group_counts[CATALOGUE_GROUP_OFFICIALS], 0); /* of an old edition */
    assert_int_equal(c->n_popular, 2);
    assert_string_equal(c->procedures[c->popular[0]].code, "1.000002"); /* asked for more often */
    catalogue_close(c);
}

static void forms_stand_in_reading_order(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    assert_int_equal(c->n_forms, 2); /* drafts are not published */
    const struct catalogue_form *form = catalogue_form_of(c, procedure_of(c, "1.000001"));
    static const char *const keys[] = { "nguoi", "ten", "gioi", "nam", "nu", "ky" };
    assert_int_equal(form->n_items, 6);
    for (uint32_t i = 0; i < form->n_items; i++) {
        assert_string_equal(form->items[i].key, keys[i]);
        assert_int_equal(form->items[i].depth, i == 3 || i == 4);
    }
    catalogue_close(c);
}

static void a_life_event_skips_what_is_withdrawn(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    const struct catalogue_event *event = catalogue_event(c, "sinh-con");
    assert_int_equal(event->n_steps, 2);
    assert_string_equal(c->procedures[event->steps[0].procedure].code, "1.000001");
    assert_string_equal(c->procedures[event->steps[1].procedure].code, "1.000003");
    assert_string_equal(event->steps[1].heading, "Sau");
    catalogue_close(c);
}

static void the_site_shows_public_settings_only(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    struct data *page = data_open();
    site_put(&c->site, page, "en");
    assert_string_equal(data_get(page, "Site.Name"), "Trung tâm"); /* no English one: this */
    assert_string_equal(data_get(page, "Site.HotlineTel"), "+842743822222");
    assert_string_equal(data_get(page, "Site.Email"), "");
    data_close(page);
    catalogue_close(c);
}

static void the_dictionary_of_the_clerks_is_searched(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    struct search_answer answer;
    search_run(c->index, "giấy cho bé", NULL, &answer);
    assert_true(answer.total > 0);
    assert_string_equal(c->procedures[answer.hits[0].document].code, "1.000001");
    assert_true(answer.hits[0].pinned);
    search_run(c->index, "1.000003", NULL, &answer);
    assert_int_equal(answer.total, 1);
    assert_true(answer.code_query);
    catalogue_close(c);
}

static void related_are_of_the_same_field_and_never_itself(void **state)
{
    (void)state;
    struct catalogue *c = catalogue_open(db);
    const struct catalogue_procedure *birth = procedure_of(c, "1.000001");
    for (int again = 0; again < 2; again++) {
        uint32_t places[CATALOGUE_RELATED];
        size_t n = catalogue_related(c, birth, places);
        assert_true(n >= 1);
        assert_string_equal(c->procedures[places[0]].code, "1.000002");
        for (size_t i = 0; i < n; i++) {
            assert_true(places[i] != catalogue_place(c, birth));
            assert_int_equal(c->procedures[places[i]].field, birth->field);
        }
    }
    catalogue_close(c);
}

/* ---- renewal ----------------------------------------------------------------------------------
 */

static void publish(const char *name)
{
    assert_int_equal(db_begin(db), DB_OK);
    /* An edition cannot change: a new one takes its place. */
    assert_int_equal(
        db_exec(
            db,
            "insert into procedure_rev (procedure_id, rev_no, name, at_province, published_at)"
            " select 4, max(rev_no) + 1, ?, true, now() from procedure_rev where procedure_id = 4",
            DB_ARGS(db_text(name))),
        DB_OK);
    assert_int_equal(db_exec(db, "update `procedure` set current_rev_id = ? where id = 4",
                             DB_ARGS(db_number((int64_t)db_inserted(db)))),
                     DB_OK);
    assert_int_equal(db_exec(db, "update catalogue_version set version = version + 1", DB_ARGS()),
                     DB_OK);
    assert_int_equal(db_commit(db), DB_OK);
}

static void wait_ms(long ms)
{
    struct timespec time = { ms / 1000, ms % 1000 * 1000000 };
    nanosleep(&time, NULL);
}

static void a_change_is_served_within_two_seconds(void **state)
{
    (void)state;
    const struct catalogue *first = catalogue_now(db);
    assert_non_null(first);
    assert_ptr_equal(catalogue_held(), first);
    uint64_t edition = catalogue_edition(db);
    assert_int_not_equal(edition, 0);
    db_count_from_here(db);
    for (int i = 0; i < 100; i++) {
        assert_ptr_equal(catalogue_now(db), first);
        assert_int_equal(catalogue_edition(db), edition);
    }
    assert_true(db_statements(db) <= 1); /* the version, at most once a second */

    publish("Tên mới");
    int64_t from = clock_monotonic_ms();
    /* Counted until it is asked, not until it has answered: others may be busy. */
    for (int64_t asked = 0; catalogue_edition(db) == edition; asked = clock_monotonic_ms() - from) {
        assert_in_range(asked, 0, 2000);
        wait_ms(20);
    }
    assert_string_equal(procedure_of(catalogue_held(), "1.000004")->name, "Tên mới");
}

static void a_worker_that_slept_serves_nothing_old(void **state)
{
    (void)state;
    assert_non_null(catalogue_now(db));
    publish("Tên mới hơn");
    wait_ms(1600); /* nobody asks */
    assert_string_equal(procedure_of(catalogue_now(db), "1.000004")->name, "Tên mới hơn");
}

static void without_a_database_the_old_one_stays(void **state)
{
    (void)state;
    const struct catalogue *before = catalogue_now(db);
    uint64_t version = before->version;
    assert_true(database_do("kill"));
    wait_ms(1100);
    const struct catalogue *after = catalogue_now(db);
    assert_ptr_equal(after, before);
    assert_string_equal(procedure_of(after, "1.000004")->name, "Tên mới hơn");
    assert_true(database_do("again"));

    /* A worker that has never had one cannot make one up, and finds the server when it is back. */
    catalogue_release();
    assert_null(catalogue_held());
    assert_int_equal(catalogue_edition(db), 0);
    after = catalogue_now(db);
    if (!after) /* the first call may still meet the dead connection */
        after = catalogue_now(db);
    assert_non_null(after);
    assert_int_equal(after->version, version);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_in_force_is_published),
        cmocka_unit_test(names_stand_in_vietnamese_order),
        cmocka_unit_test(parts_belong_to_the_edition_in_force),
        cmocka_unit_test(an_agency_has_what_it_does),
        cmocka_unit_test(counts_and_popular),
        cmocka_unit_test(forms_stand_in_reading_order),
        cmocka_unit_test(a_life_event_skips_what_is_withdrawn),
        cmocka_unit_test(the_site_shows_public_settings_only),
        cmocka_unit_test(the_dictionary_of_the_clerks_is_searched),
        cmocka_unit_test(related_are_of_the_same_field_and_never_itself),
        cmocka_unit_test(a_change_is_served_within_two_seconds),
        cmocka_unit_test(a_worker_that_slept_serves_nothing_old),
        cmocka_unit_test(without_a_database_the_old_one_stays),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
