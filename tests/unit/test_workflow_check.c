/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>

#include "model/workflow_check.h"
#include "model/workflow_compare.h"
#include "model/workflow_json.h"
#include "model/workflow_time.h"
#include "model/workflow_use.h"

static struct arena *arena;
static struct workflow_findings findings;

/*
 * A sound workflow in a short hand, out of which the broken ones are made by exchanging a piece. Steps:
 * nhan → soan → (thue ∥ ca) → cho → ky → dau → tra → xong, with a supplement, a duty and a way back.
 */
static const char sound[] =
    "{'code':'mau','name':'Mẫu','steps':["
    "{'code':'nhan','name':'Nhận','public_name':'N','place':'counter','role':'clerk','minutes':60,"
    "'public_state':'received','actions':[{'code':'chuyen','name':'C','to':'soan'}]},"
    "{'code':'soan','name':'Soạn','public_name':'S','role':'handler','minutes':480,'public_state':'processing',"
    "'actions':[{'code':'gui','name':'G','to':'cho','effects':['open_branches']},"
    "{'code':'bo-sung','name':'B','to':'cho-bs','effects':['request_supplement','notify']},"
    "{'code':'tien','name':'T','to':'cho-tien','effects':['request_fee']}]},"
    "{'code':'cho-bs','name':'Chờ','public_name':'C','kind':'wait_citizen','public_state':'waiting_citizen',"
    "'actions':[{'code':'du','name':'D','to':'soan','role':'clerk'}]},"
    "{'code':'cho-tien','name':'Chờ','public_name':'C','kind':'wait_fee','public_state':'waiting_fee',"
    "'actions':[{'code':'nop','name':'N','to':'ky','role':'clerk'}]},"
    "{'code':'thue','name':'Thuế','public_name':'T','place':'other','agency':'CTHUE','role':'handler','branch':'joint',"
    "'minutes':960,'public_state':'processing','actions':[{'code':'trinh','name':'X','to':'thue-ky'}]},"
    "{'code':'thue-ky','name':'Thuế ký','public_name':'T','place':'other','agency':'CTHUE','role':'approver',"
    "'branch':'joint','minutes':120,'public_state':'processing','actions':[{'code':'xong','name':'X'},"
    "{'code':'lai','name':'L','to':'thue'}]},"
    "{'code':'ca','name':'Công an','public_name':'C','place':'other','agency':'CAT','role':'handler','branch':'joint',"
    "'minutes':480,'public_state':'processing','actions':[{'code':'xong','name':'X'}]},"
    "{'code':'cho','name':'Chờ','public_name':'C','kind':'join','public_state':'processing',"
    "'actions':[{'code':'du','name':'D','to':'ky'}]},"
    "{'code':'ky','name':'Ký','public_name':'K','role':'approver','minutes':240,'public_state':'processing',"
    "'actions':[{'code':'ky','name':'K','to':'dau','guard':'branches_refused = 0','effects':['approve']},"
    "{'code':'tu-choi','name':'T','to':'dau','effects':['refuse']},{'code':'lai','name':'L','to':'soan'}]},"
    "{'code':'dau','name':'Dấu','public_name':'D','role':'sealer','minutes':60,'public_state':'approved',"
    "'actions':[{'code':'phat','name':'P','to':'tra','effects':['number','release_results']}]},"
    "{'code':'tra','name':'Trả','public_name':'T','place':'counter','role':'returner','minutes':30,"
    "'public_state':'ready','actions':[{'code':'tra','name':'T','to':'xong','guard':'fees_unpaid = 0'}]},"
    "{'code':'xong','name':'Xong','public_name':'X','kind':'end','public_state':'returned'}]}";

/* The sound one with one piece of it exchanged, and ' for ". */
static const char *changed(const char *piece, const char *by)
{
    const char *at = piece ? strstr(sound, piece) : sound;
    if (!at)
        print_message("the sound workflow has no %s\n", piece);
    assert_non_null(at);
    char *text = piece ? arena_format(arena, "%.*s%s%s", (int)(at - sound), sound, by, at + strlen(piece))
                       : arena_copy(arena, sound);
    for (char *p = text; *p; p++)
        if (*p == '\'')
            *p = '"';
    return text;
}

static struct workflow read_and_check(const char *text)
{
    struct workflow workflow;
    findings = (struct workflow_findings){.arena = arena};
    if (workflow_json_parse(text, strlen(text), &workflow, &findings))
        workflow_check(&workflow, &findings);
    return workflow;
}

static bool found(enum workflow_fault fault, const char *step, const char *action)
{
    for (size_t i = 0; i < findings.n; i++)
        if (findings.items[i].fault == fault && strcmp(findings.items[i].step, step) == 0 &&
            strcmp(findings.items[i].action, action) == 0)
            return true;
    return false;
}

static void print_findings(void)
{
    for (size_t i = 0; i < findings.n; i++)
        print_message("  %s\n", workflow_finding_sentence(arena, &findings.items[i]));
}

static void a_sound_workflow_has_no_findings(void **state)
{
    (void)state;
    read_and_check(changed(NULL, NULL));
    print_findings();
    assert_int_equal(findings.n, 0);
}

static const struct broken {
    const char *piece, *by;
    enum workflow_fault fault;
    const char *step, *action;
    bool others; /* it has further consequences */
} broken[] = {
    /* the text */
    {"{'code':'mau'", "{'code':'mau',,", FAULT_NOT_JSON, "", "", false},
    {"'steps':[", "'steps':7,'x':[", FAULT_MEMBER_KIND, "", "", true},
    {"'name':'Mẫu'", "'name':'Mẫu','owner':'x'", FAULT_MEMBER_UNKNOWN, "", "", false},
    {"'name':'Nhận',", "", FAULT_MEMBER_MISSING, "nhan", "", false},
    {"'minutes':60", "'minutes':-60", FAULT_MEMBER_KIND, "nhan", "", false},
    {"'minutes':60", "'minutes':'60'", FAULT_MEMBER_KIND, "nhan", "", false},
    {"'kind':'join'", "'kind':'wait'", FAULT_WORD_UNKNOWN, "cho", "", true},
    {"'effects':['approve']", "'effects':['stamp']", FAULT_WORD_UNKNOWN, "ky", "ky", true},
    {"'code':'mau'", "'code':'Mẫu 1'", FAULT_CODE_BAD, "", "", false},
    {"'role':'sealer'", "'role':'stamper'", FAULT_ROLE_UNKNOWN, "dau", "", true},
    {"'to':'soan'}", "'to':'soan-thao'}", FAULT_STEP_UNKNOWN, "nhan", "chuyen", true},
    {"'code':'ca'", "'code':'thue'", FAULT_STEP_TWICE, "thue", "", true},
    {"'code':'tien'", "'code':'gui'", FAULT_ACTION_TWICE, "soan", "gui", false},
    {"'code':'tien'", "'code':'gia-han'", FAULT_CODE_STANDING, "soan", "gia-han", false},
    {"'code':'tien'", "'code':'nhan-viec'", FAULT_CODE_STANDING, "soan", "nhan-viec", false},
    /* ways */
    {"'role':'clerk','minutes':60", "'branch':'joint','role':'clerk','minutes':60", FAULT_CROSSES, "nhan", "chuyen",
     true},
    {"'kind':'end'", "'kind':'end','branch':'opinion'", FAULT_CROSSES, "tra", "tra", true},
    {"{'code':'xong','name':'Xong'",
     "{'code':'le','name':'Lẻ','public_name':'L','role':'head','public_state':'processing',"
     "'actions':[{'code':'di','name':'D','to':'ky'}]},{'code':'xong','name':'Xong'", FAULT_UNREACHABLE, "le", "",
     false},
    {"'to':'xong','guard'", "'to':'tra','guard'", FAULT_NO_END, "tra", "", true},
    {"'actions':[{'code':'xong','name':'X'}]},{'code':'cho'", "'actions':[]},{'code':'cho'", FAULT_NO_END, "ca", "",
     false},
    {"'kind':'end','public_state':'returned'}", "'kind':'end','public_state':'returned',"
     "'actions':[{'code':'lai','name':'L','to':'soan'}]}", FAULT_END_GOES_ON, "xong", "", false},
    {"'public_state':'returned'", "'public_state':'ready'", FAULT_NEVER_RETURNED, "xong", "", false},
    {"{'code':'lai','name':'L','to':'soan'}", "{'code':'thoi','name':'T'}", FAULT_NEVER_RETURNED, "ky", "thoi", true},
    {"'to':'dau','effects':['refuse']", "'to':'dau'", FAULT_NEVER_DECIDED, "xong", "", false},
    /* who and where */
    {"'role':'handler','minutes':480", "'minutes':480", FAULT_ROLE_MISSING, "soan", "", false},
    {"'to':'soan','role':'clerk'", "'to':'soan'", FAULT_ROLE_MISSING, "cho-bs", "du", false},
    {"'agency':'CAT',", "", FAULT_AGENCY_MISSING, "ca", "", false},
    {"'public_state':'waiting_citizen'", "'public_state':'processing'", FAULT_STATE_KIND, "cho-bs", "", false},
    {"'minutes':480,'public_state':'processing'", "'minutes':480,'public_state':'waiting_fee'", FAULT_STATE_KIND,
     "soan", "", false},
    /* branches */
    {"'to':'cho','effects':['open_branches']", "'to':'cho'", FAULT_JOIN_EMPTY, "soan", "gui", true},
    {"'to':'cho','effects':['open_branches']", "'to':'cho'", FAULT_NEVER_OPENED, "thue", "", true},
    {"'to':'cho','effects'", "'to':'ky','effects'", FAULT_OPENS_WITHOUT_JOIN, "soan", "gui", true},
    {"'kind':'join'", "'kind':'join','branch':'joint'", FAULT_JOIN_PLACE, "cho", "", true},
    {"{'code':'du','name':'D','to':'ky'}]",
     "{'code':'du','name':'D','to':'ky'},{'code':'ve','name':'V','to':'soan'}]", FAULT_JOIN_PLACE, "cho", "", false},
    {"{'code':'xong','name':'X'},{'code':'lai'", "{'code':'xong','name':'X','to':'ky'},{'code':'lai'",
     FAULT_CROSSES, "thue-ky", "xong", true},
    /* conditions and effects */
    {"branches_refused = 0", "branches_refused =", FAULT_GUARD, "ky", "ky", false},
    {"fees_unpaid = 0", "fee_unpaid = 0", FAULT_GUARD, "tra", "tra", false},
    {"['approve']", "['approve','refuse']", FAULT_BOTH_WAYS, "ky", "ky", false},
    {"{'code':'xong','name':'X'}", "{'code':'xong','name':'X','effects':['approve']}", FAULT_DECIDES_IN_BRANCH,
     "thue-ky", "xong", false},
    {"'to':'soan'}", "'to':'soan','effects':['number']}", FAULT_NUMBER_EARLY, "nhan", "chuyen", false},
    {"'to':'cho','effects':['open_branches']", "'to':'cho','effects':['open_branches','release_results']",
     FAULT_RELEASE_EARLY, "soan", "gui", false},
    {"'to':'cho-bs','effects':['request_supplement','notify']", "'to':'cho-bs'", FAULT_SUPPLEMENT_PLACE, "soan",
     "bo-sung", false},
    {"'to':'cho-tien','effects':['request_fee']", "'to':'cho-tien','effects':['request_supplement']",
     FAULT_SUPPLEMENT_PLACE, "soan", "tien", true},
    {"'to':'cho-tien','effects':['request_fee']", "'to':'ky','effects':['request_fee']", FAULT_FEE_PLACE, "soan",
     "tien", true},
};

static void each_broken_one_is_refused_for_its_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        const struct broken *b = &broken[i];
        read_and_check(changed(b->piece, b->by));
        bool good = found(b->fault, b->step, b->action) && (b->others || findings.n == 1);
        if (!good) {
            print_message("%s -> %s: %s expected at %s %s\n", b->piece, b->by, workflow_fault_name(b->fault), b->step,
                          b->action);
            print_findings();
        }
        assert_true(good);
    }
}

static void nothing_at_all_is_refused_too(void **state)
{
    (void)state;
    read_and_check("{\"code\":\"x\",\"name\":\"X\",\"steps\":[]}");
    struct workflow workflow = {.code = "x", .name = "", .steps = NULL};
    findings = (struct workflow_findings){.arena = arena};
    workflow_check(&workflow, &findings);
    assert_true(found(FAULT_NO_FIRST_STEP, "", ""));
    read_and_check("[1, 2]");
    assert_true(found(FAULT_NOT_WORKFLOW, "", ""));
    read_and_check("");
    assert_true(found(FAULT_NOT_JSON, "", ""));
}

static void all_of_many_faults_are_told_at_once(void **state)
{
    (void)state;
    char *text = arena_copy(arena, changed("'role':'handler','minutes':480", "'minutes':480"));
    memcpy(strstr(text, "clerk"), "klerk", 5);
    memcpy(strstr(text, "fees_unpaid"), "fees_unpeid", 11);
    read_and_check(text);
    assert_true(found(FAULT_ROLE_MISSING, "soan", ""));
    assert_true(found(FAULT_ROLE_UNKNOWN, "nhan", ""));
    assert_true(found(FAULT_GUARD, "tra", "tra"));
    assert_string_equal(workflow_finding_sentence(arena, &findings.items[0]),
     "step nhan: there is no role \"klerk\"");
}

static void what_is_written_reads_the_same(void **state)
{
    (void)state;
    struct workflow workflow = read_and_check(changed("'name':'Mẫu'", "'name':'Mẫu','default':true,'note':'Sửa'"));
    const char *text = workflow_json_text(arena, &workflow);
    struct workflow again = read_and_check(text);
    assert_int_equal(findings.n, 0);
    assert_string_equal(workflow_json_text(arena, &again), text);
    assert_int_equal(again.n_actions, workflow.n_actions);
    assert_true(again.is_default);
    const char *file = workflow_json_file(arena, &workflow, 1);
    again = read_and_check(file);
    assert_string_equal(workflow_json_text(arena, &again), text);
}

static void the_longest_way_counts_each_step_once(void **state)
{
    (void)state;
    struct workflow workflow = read_and_check(changed(NULL, NULL));
    struct workflow_time time;
    workflow_time(&workflow, &time);
    /* 60 + 480 + (960 + 120) + 240 + 60; the counter's 30 minutes come when it lies ready */
    assert_int_equal(time.minutes, 1920);
    assert_int_equal(time.branches, 1080);
    assert_false(time.open);
    static const char critical[] = " nhan soan thue thue-ky cho ky dau ";
    for (size_t i = 0; i < workflow.n_steps; i++)
        assert_int_equal(time.critical[i],
                         strstr(critical, arena_format(arena, " %s ", workflow.steps[i].code)) != NULL);
}

static void a_task_without_time_takes_what_is_left(void **state)
{
    (void)state;
    struct workflow workflow = read_and_check(changed("'role':'handler','minutes':480", "'role':'handler'"));
    struct workflow_time time;
    workflow_time(&workflow, &time);
    assert_int_equal(time.minutes, 1440);
    assert_true(time.open);
    assert_false(workflow_fits(&time, 1440));
    assert_true(workflow_fits(&time, 1441));
    assert_true(workflow_fits(&time, -1));
}

static void terms_give_what_they_give_in_their_worst_case(void **state)
{
    (void)state;
    static const struct {
        int64_t value;
        const char *unit;
        int64_t minutes;
    } terms[] = {
        {3, "working_day", 1440}, {24, "hour", 1440}, {1, "same_day", 120}, {1, "day", 480}, {2, "day", 480},
        {3, "day", 480},          {4, "day", 960},    {7, "day", 2400},     {8, "day", 2400}, {10, "day", 2880},
        {15, "day", 4800},        {30, "day", 9600},  {-1, "", -1},         {0, "", -1},
    };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        assert_int_equal(workflow_limit(terms[i].value, terms[i].unit), terms[i].minutes);
}

static void a_default_is_chosen_by_the_limit(void **state)
{
    (void)state;
    struct workflow_default items[] = {
        {.code = "dai", .time = {.minutes = 1920, .open = true}},
        {.code = "chung", .time = {.minutes = 540, .open = true}},
        {.code = "ngan", .time = {.minutes = 240, .open = true}},
        {.code = "gio", .time = {.minutes = 55}},
        {.code = "ngay", .time = {.minutes = 115}},
    };
    const struct workflow_defaults defaults = {items, 5};
    static const struct {
        int64_t value;
        const char *unit, *code;
    } cases[] = {
        {-1, "", "dai"},          {20, "working_day", "dai"},   {8, "working_day", "dai"}, {7, "working_day", "chung"},
        {3, "working_day", "chung"}, {2, "working_day", "ngan"}, {1, "working_day", "ngan"}, {1, "same_day", "ngay"},
        {1, "hour", "gio"},       {2, "hour", "ngay"},          {8, "hour", "ngan"},       {5, "day", "chung"},
        {0, "hour", "gio"}, /* nothing keeps it: the shortest */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(workflow_default_for(&defaults, cases[i].value, cases[i].unit), cases[i].code);
    assert_string_equal(workflow_default_for(&(struct workflow_defaults){items, 0}, 3, "working_day"), "");
    assert_true(workflow_is_default(&defaults, "gio"));
    assert_false(workflow_is_default(&defaults, "cu-tru"));
}

/* The changes from the sound one to one with a piece exchanged, a line each. */
static const char *changes(const char *piece, const char *by)
{
    static struct workflow_change list[WORKFLOW_CHANGES_MAX];
    static const char *const words[] = {"added", "removed", "changed"};
    struct workflow before = read_and_check(changed(NULL, NULL)), after = read_and_check(changed(piece, by));
    size_t n = workflow_compare(arena, &before, &after, list);
    const char *text = "";
    for (size_t i = 0; i < n; i++)
        text = arena_format(arena, "%s%s %s/%s %s %s>%s\n", text, words[list[i].difference],
                            list[i].step ? list[i].step->code : "", list[i].action ? list[i].action->code : "",
                            list[i].member, list[i].before, list[i].after);
    return text;
}

static void what_is_different_is_told_by_codes(void **state)
{
    (void)state;
    assert_string_equal(changes(NULL, NULL), "");
    assert_string_equal(changes("'minutes':60", "'minutes':90"), "changed nhan/ minutes 60>90\n");
    assert_string_equal(changes("'role':'handler','minutes':480", "'role':'head','minutes':480"),
                        "changed soan/ role handler>head\n"); /* its actions follow it */
    assert_string_equal(changes("'name':'Mẫu'", "'name':'Mới','default':true"),
                        "changed / name Mẫu>Mới\nchanged / default >true\n");
    assert_string_equal(changes("fees_unpaid = 0", "late = 0"), "changed tra/tra guard fees_unpaid = 0>late = 0\n");
    assert_string_equal(changes("'to':'cho-bs','effects':['request_supplement','notify']",
                                "'to':'cho-bs','effects':['request_supplement']"),
                        "changed soan/bo-sung effects request_supplement notify>request_supplement\n");
    assert_string_equal(changes("'code':'tien'", "'code':'tien-2'"), "added soan/tien-2  >\nremoved soan/tien  >\n");
    assert_string_equal(changes("'code':'ca'", "'code':'ca-tinh'"), "added ca-tinh/  >\nremoved ca/  >\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_workflow_has_no_findings),
        cmocka_unit_test(each_broken_one_is_refused_for_its_reason),
        cmocka_unit_test(nothing_at_all_is_refused_too),
        cmocka_unit_test(all_of_many_faults_are_told_at_once),
        cmocka_unit_test(what_is_written_reads_the_same),
        cmocka_unit_test(the_longest_way_counts_each_step_once),
        cmocka_unit_test(a_task_without_time_takes_what_is_left),
        cmocka_unit_test(terms_give_what_they_give_in_their_worst_case),
        cmocka_unit_test(a_default_is_chosen_by_the_limit),
        cmocka_unit_test(what_is_different_is_told_by_codes),
    };
    arena = arena_open(0);
    int failed = cmocka_run_group_tests_name("workflow_check", tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
