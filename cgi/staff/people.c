/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/people.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/password.h"
#include "lib/text.h"
#include "model/account.h"
#include "model/account_list.h"
#include "model/audit.h"
#include "model/session.h"
#include "staff/role_words.h"
#include "staff/sign_in_inside.h"

#define PEOPLE_PATH "/can-bo/nguoi-dung"
#define FIRST_PASSWORD_DAYS 3

static const char *path_of(struct request *rq, uint64_t id, const char *more)
{
    return arena_format(rq->arena, PEOPLE_PATH "/%llu%s", (unsigned long long)id, more);
}

static uint64_t wanted(struct request *rq)
{
    return (uint64_t)input_number(rq, "id");
}

/* Whose account the address names, into Person. 0: it is there; else the handler's answer. */
static int person_need(struct request *rq)
{
    enum db_result found =
        account_read(rq->db, rq->arena, data_at(rq->data, "Person"), wanted(rq));
    return found == DB_OK ? 0 : found == DB_NONE ? page_missing(rq) : page_failed(rq);
}

enum db_result person_note(struct request *rq, const char *type, const char *login, const char *text)
{
    const struct audit_entry entry = {
        .user = rq->who.id,
        .type = type,
        .subject = arena_format(rq->arena, "user %s", login),
        .note = text,
    };
    return audit_add(rq->db, &entry);
}

/* ---- list ------------------------------------------------------------------------------------- */

static void list_links(struct request *rq, int page, bool more)
{
    const char *query = text_url_encode(rq->arena, input_text(rq, "q"));
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "People.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Id", name)))
            break;
        struct data *person = data_at(rq->data, name);
        data_format(person, "Href", "%s" PEOPLE_PATH "/%s", rq->base, data_get(person, "Id"));
    }
    data_format(rq->data, "List.Action", "%s" PEOPLE_PATH, rq->base);
    data_format(rq->data, "List.AddHref", "%s" PEOPLE_PATH "/moi", rq->base);
    if (page > 1)
        data_format(rq->data, "List.Prev", "%s" PEOPLE_PATH "?q=%s&trang=%d", rq->base, query,
                    page - 1);
    if (more)
        data_format(rq->data, "List.Next", "%s" PEOPLE_PATH "?q=%s&trang=%d", rq->base, query,
                    page + 1);
}

int people_list(struct request *rq)
{
    int64_t asked = input_number(rq, "trang");
    int page = asked < 1 ? 1 : asked > 10000 ? 10000 : (int)asked;
    bool more;
    if (account_search(rq->db, rq->data, "People", input_text(rq, "q"), page, &more) == DB_FAIL)
        return page_failed(rq);
    list_links(rq, page, more);
    return page_show(rq, "staff/people.cs", "staff_people");
}

/* ---- one account --------------------------------------------------------------------------------- */

static void person_forms(struct request *rq)
{
    static const struct {
        const char *node, *path;
    } forms[] = {{"Close", "/khoa"}, {"Open", "/mo"}, {"Reset", "/cap-lai"}};
    uint64_t id = wanted(rq);
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        page_form(rq, data_at(rq->data, forms[i].node), path_of(rq, id, forms[i].path));
    data_format(rq->data, "Person.PhotoHref", "%s%s", rq->base, path_of(rq, id, "/anh"));
    data_format(rq->data, "Person.GrantHref", "%s%s", rq->base, path_of(rq, id, "/quyen"));
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Grants.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Id", name)))
            break;
        struct data *grant = data_at(rq->data, name);
        const char *state = data_get(grant, "State");
        data_set(grant, "StateText",
                 data_get(rq->words, arena_format(rq->arena, "T.staff_person.state_%s", state)));
        bool lives = strcmp(state, "now") == 0 || strcmp(state, "later") == 0;
        if (lives && id != rq->who.id)
            page_form(rq, grant,
                      path_of(rq, id,
                              arena_format(rq->arena, "/quyen/%s/thu-hoi",
                                           data_get(grant, "Id"))));
    }
}

int people_person(struct request *rq)
{
    int answer = person_need(rq);
    if (answer)
        return answer;
    uint64_t id = wanted(rq);
    struct civil today = clock_now();
    const char *what = arena_format(rq->arena, "password of %llu", (unsigned long long)id);
    if (account_grants(rq->db, rq->data, "Grants", id, &today, true) == DB_FAIL)
        return page_failed(rq);
    role_words(rq, "Grants");
    data_set_flag(rq->data, "Person.Myself", id == rq->who.id);
    const char *first = once_take(rq, what, rq->who.id);
    if (first)
        data_set(rq->data, "Person.Password", first);
    person_forms(rq);
    data_set(rq->data, "Page.Title", data_get(rq->data, "Person.Name"));
    return page_show(rq, "staff/person.cs", "staff_person");
}

/* A new first password, for the next page to show. */
static bool password_renew(struct request *rq, uint64_t id)
{
    struct civil now = clock_now();
    struct civil until = civil_from_second(civil_second(&now) + FIRST_PASSWORD_DAYS * 86400);
    const char *password = password_invent(rq->arena);
    while (!password_gate_enter(1000))
        continue;
    const char *hash = password_hash(rq->arena, password);
    password_gate_leave();
    if (login_reset(rq->db, id, hash, &until) != DB_OK)
        return false;
    once_keep(rq, arena_format(rq->arena, "password of %llu", (unsigned long long)id), rq->who.id,
              password);
    return true;
}

/* Whoever could change oneself here could take every right. 0: somebody else, in Person. */
static int other_need(struct request *rq)
{
    return wanted(rq) == rq->who.id ? page_forbidden(rq) : person_need(rq);
}

static int person_done(struct request *rq, enum db_result result, const char *type)
{
    if (result == DB_FAIL ||
        (result == DB_OK && person_note(rq, type, data_get(rq->data, "Person.Login"), "") == DB_FAIL))
        return page_failed(rq);
    return page_go(rq, "%s", path_of(rq, wanted(rq), ""));
}

int people_close(struct request *rq)
{
    int answer = other_need(rq);
    return answer ? answer : person_done(rq, account_close(rq->db, wanted(rq)), "user_closed");
}

int people_open(struct request *rq)
{
    int answer = other_need(rq);
    return answer ? answer : person_done(rq, account_open(rq->db, wanted(rq)), "user_opened");
}

int people_reset(struct request *rq)
{
    int answer = other_need(rq);
    if (answer)
        return answer;
    bool done = password_renew(rq, wanted(rq)) &&
                session_end_all(rq->db, wanted(rq), "") != DB_FAIL;
    return person_done(rq, done ? DB_OK : DB_FAIL, "user_reset");
}

/* ---- a new one --------------------------------------------------------------------------------------- */

static int add_show(struct request *rq, bool again)
{
    if (account_agencies(rq->db, rq->data, "Agencies") == DB_FAIL)
        return page_failed(rq);
    form_fields(rq, "ten hoten chucdanh donvi email dienthoai");
    page_form(rq, data_at(rq->data, "Add"), PEOPLE_PATH "/moi");
    return page_show_status(rq, again ? 422 : 200, "staff/person_add.cs", "staff_person_add");
}

int people_add_form(struct request *rq)
{
    return add_show(rq, false);
}

static bool login_is_plain(const char *login)
{
    size_t n = strlen(login);
    return n >= 2 && n <= 60 && login[0] >= 'a' && login[0] <= 'z' &&
           strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == n;
}

int people_add(struct request *rq)
{
    const struct account account = {
        .login = input_text(rq, "ten"),
        .name = input_text(rq, "hoten"),
        .title = input_text(rq, "chucdanh"),
        .agency = input_text(rq, "donvi"),
        .email = input_text(rq, "email"),
        .phone = input_text(rq, "dienthoai"),
    };
    uint64_t id;
    if (!login_is_plain(account.login)) {
        input_refuse(rq, "ten", "login_form");
        return add_show(rq, true);
    }
    enum db_result result = account_add(rq->db, rq->arena, &account, &id);
    if (result == DB_NONE)
        input_refuse(rq, "donvi", "unknown_agency");
    else if (result == DB_FAIL && db_last_error(rq->db) == DB_ERROR_DUPLICATE)
        input_refuse(rq, "ten", "login_taken");
    else if (result == DB_FAIL)
        return page_failed(rq);
    if (input_refused(rq)) {
        db_rollback(rq->db);
        return add_show(rq, true);
    }
    if (!password_renew(rq, id) || person_note(rq, "user_added", account.login, account.agency) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s", path_of(rq, id, ""));
}

/* ---- rights --------------------------------------------------------------------------------------------- */

static int grant_show(struct request *rq, bool again)
{
    int answer = other_need(rq);
    if (answer)
        return answer;
    if (account_agencies(rq->db, rq->data, "Agencies") == DB_FAIL)
        return page_failed(rq);
    role_choices(rq, "Roles");
    form_fields(rq, "vaitro noi tu den");
    if (!*data_get(rq->data, "Form.tu.Value") && !again) {
        char today[DATE_TEXT_MAX];
        struct civil now = clock_now();
        data_set(rq->data, "Form.tu.Value", date_format_day(today, &now));
    }
    data_format(rq->data, "Person.Href", "%s%s", rq->base, path_of(rq, wanted(rq), ""));
    page_form(rq, data_at(rq->data, "Grant"), path_of(rq, wanted(rq), "/quyen"));
    return page_show_status(rq, again ? 422 : 200, "staff/person_grant.cs", "staff_person_grant");
}

int people_grant_form(struct request *rq)
{
    return grant_show(rq, false);
}

int people_grant(struct request *rq)
{
    int answer = other_need(rq);
    if (answer)
        return answer;
    char from_text[DATE_TEXT_MAX], to_text[DATE_TEXT_MAX] = "";
    struct civil from, to;
    input_date(rq, "tu", &from);
    date_format_iso(from_text, &from);
    if (input_date(rq, "den", &to)) {
        date_format_iso(to_text, &to);
        if (civil_compare(&to, &from) < 0)
            input_refuse(rq, "den", "date_before");
    }
    const char *role = input_text(rq, "vaitro"), *where = input_text(rq, "noi");
    if (!*where && strcmp(role, "admin") != 0 && strcmp(role, "supervisor") != 0 &&
        strcmp(role, "manager") != 0)
        input_refuse(rq, "noi", "role_needs_unit");
    if (input_refused(rq))
        return grant_show(rq, true);
    enum db_result granted = account_grant_by(rq->db, wanted(rq), role, *where ? where : NULL,
                                              from_text, to_text, rq->who.id);
    if (granted == DB_NONE) {
        input_refuse(rq, "noi", "unknown_agency");
        return grant_show(rq, true);
    }
    if (granted == DB_FAIL ||
        person_note(rq, "role_granted", data_get(rq->data, "Person.Login"),
             arena_format(rq->arena, "%s, %s, %s to %s", role, *where ? where : "whole province",
                          from_text, *to_text ? to_text : "withdrawn")) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s", path_of(rq, wanted(rq), ""));
}

int people_withdraw(struct request *rq)
{
    int answer = other_need(rq);
    if (answer)
        return answer;
    const char *role;
    enum db_result done =
        account_withdraw(rq->db, rq->arena, wanted(rq), (uint64_t)input_number(rq, "quyen"),
                         rq->who.id, &role);
    if (done == DB_NONE)
        return page_missing(rq);
    if (done == DB_FAIL ||
        person_note(rq, "role_withdrawn", data_get(rq->data, "Person.Login"), role) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s", path_of(rq, wanted(rq), ""));
}

const char *const people_roles[] = {"clerk",    "handler",    "head",    "approver", "sealer",
                                    "returner", "supervisor", "manager", "admin",    NULL};
