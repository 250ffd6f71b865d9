/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_settings.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/scope.h"
#include "staff/hall_settings_inside.h"
#include "staff/sign_in_inside.h"

#define CLASSES 5

const char *const hall_settings_classes[] = {"cao-tuoi", "mang-thai", "khuyet-tat", "con-nho", "co-cong", NULL};
static const char *const class_names[CLASSES] = {"elderly", "pregnant", "disabled", "small_child", "merit"};

/* ---- what the files share ---------------------------------------------------------------------- */

const char *hall_setting_path(struct request *rq, const struct hall_setting *hall, const char *more)
{
    return arena_format(rq->arena, HALL_SETTINGS_PATH "/%s%s", hall->code, more);
}

static bool scope_read(struct request *rq, struct scope *scope)
{
    struct civil today = clock_now();
    return scope_load(rq->db, rq->arena, rq->who.id, &today, scope) == DB_OK;
}

int hall_setting_need(struct request *rq, struct hall_setting *hall)
{
    struct scope scope;
    enum db_result found = hall_setting_read(rq->db, rq->arena, input_text(rq, "sanh"), hall);
    if (found == DB_FAIL || !scope_read(rq, &scope))
        return page_failed(rq);
    if (found == DB_NONE || !scope_allows(&scope, ROLE_BIT(ROLE_MANAGER), hall->agency))
        return page_missing(rq);
    data_set(rq->data, "Hall.Name", say_either(rq, hall->name, hall->name_en));
    data_format(rq->data, "Hall.Href", "%s%s", rq->base, hall_setting_path(rq, hall, ""));
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.hall_settings_css"));
    return 0;
}

void setting_usual(struct request *rq, const char *field, const char *value)
{
    if (rq->method == GET && !rq->again)
        data_set(rq->data, arena_format(rq->arena, "Form.%s.Value", field), value);
}

void setting_usual_number(struct request *rq, const char *field, unsigned value)
{
    setting_usual(rq, field, arena_format(rq->arena, "%u", value));
}

void setting_usual_flag(struct request *rq, const char *field, bool value)
{
    setting_usual(rq, field, value ? "1" : "");
}

void setting_mark(struct request *rq, int status, const char *seen)
{
    if (status == 409 || (rq->method == GET && !rq->again))
        data_set(rq->data, "Form.vet.Value", seen);
}

bool setting_chosen(struct request *rq, const char *field, const char *value)
{
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Form.%s.Values.%d.Value", field, i);
        if (!data_has(rq->data, name))
            return false;
        if (strcmp(data_get(rq->data, name), value) == 0)
            return true;
    }
}

static const char *input_of(const struct setting_field *fields, const char *member)
{
    while (fields->member && strcmp(fields->member, member) != 0)
        fields++;
    return fields->input;
}

static void moved_fill(struct request *rq, const struct setting_outcome *outcome)
{
    data_set_flag(rq->data, "Moved.Yes", true);
    data_set(rq->data, "Moved.By", outcome->by);
    data_set(rq->data, "Moved.At", say_moment(rq, &outcome->at));
}

int setting_end(struct request *rq, enum setting_verdict verdict, const struct setting_outcome *outcome,
                const struct setting_field *fields, const char *path, int (*show)(struct request *rq, int status))
{
    switch (verdict) {
    case SETTING_GOOD:
        return page_go(rq, "%s", path);
    case SETTING_NONE:
        return page_missing(rq);
    case SETTING_MOVED:
        moved_fill(rq, outcome);
        return show(rq, 409);
    case SETTING_WRONG:
        for (size_t i = 0; i < outcome->n; i++)
            input_refuse(rq, input_of(fields, outcome->findings[i].member), outcome->findings[i].error);
        return show(rq, 422);
    case SETTING_FAIL:
        break;
    }
    return page_failed(rq);
}

/* ---- halls --------------------------------------------------------------------------------------- */

static void hall_line(struct request *rq, const struct hall_setting *hall)
{
    struct data *item = data_add(rq->data, "Halls");
    data_set(item, "Name", say_either(rq, hall->name, hall->name_en));
    data_set(item, "Agency", say_either(rq, hall->agency_name, hall->agency_name_en));
    data_set_flag(item, "Retired", !hall->active);
    data_format(item, "Href", "%s%s", rq->base, hall_setting_path(rq, hall, ""));
}

int hall_settings_list(struct request *rq)
{
    struct scope scope;
    struct hall_setting *halls = arena_take_array(rq->arena, HALL_HALLS_MAX, sizeof *halls);
    size_t n;
    if (hall_setting_list(rq->db, rq->arena, halls, &n) == DB_FAIL || !scope_read(rq, &scope))
        return page_failed(rq);
    for (size_t i = 0; i < n; i++)
        if (scope_allows(&scope, ROLE_BIT(ROLE_MANAGER), halls[i].agency))
            hall_line(rq, &halls[i]);
    data_format(rq->data, "List.AddHref", "%s" HALL_SETTINGS_PATH "/moi", rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.hall_settings_css"));
    return page_show(rq, "staff/hall_settings.cs", "hall_settings");
}

/* ---- one hall: all that belongs to it --------------------------------------------------------------- */

static void group_line(struct request *rq, const struct hall_setting *hall, const struct group_setting *group)
{
    struct data *item = data_add(rq->data, "Groups");
    data_set(item, "Letter", group->letter);
    data_set(item, "Name", say_either(rq, group->name, group->name_en));
    data_set(item, "Kind", say_one(rq, "hall_kind", group->kind));
    data_format(item, "Numbers", "%s%03u – %s%03u", group->letter, group->first, group->letter, group->last);
    data_set(item, "Cap", group->daily_cap ? say_count(rq, "hall_setting.cap", group->daily_cap) : "");
    if (*group->from_time || *group->to_time)
        data_format(item, "Hours", "%s – %s", *group->from_time ? group->from_time : "…",
                    *group->to_time ? group->to_time : "…");
    data_set(item, "Minutes", say_count(rq, "hall_setting.minutes", group->minutes));
    data_set(item, "Slots", group->slot_capacity ? say_count(rq, "hall_setting.slots", group->slot_capacity) : "");
    data_set(item, "Given", group->given ? say_count(rq, "hall_setting.given", group->given) : "");
    data_set_flag(item, "Retired", !group->active);
    data_format(item, "Href", "%s%s", rq->base,
                hall_setting_path(rq, hall, arena_format(rq->arena, "/nhom/%llu", (unsigned long long)group->id)));
    data_format(item, "AddHref", "%s/dich-vu/moi", data_get(item, "Href"));
}

static void service_line(struct request *rq, const struct group_setting *groups, size_t n,
                         const struct service_setting *service)
{
    for (size_t i = 0; i < n; i++) {
        if (groups[i].id != service->group)
            continue;
        struct data *group = data_at(rq->data, arena_format(rq->arena, "Groups.%zu", i));
        struct data *item = data_add(group, "Services");
        data_set(item, "Name", say_either(rq, service->name, service->name_en));
        data_set_flag(item, "Retired", !service->active);
        data_format(item, "Href", "%s/dich-vu/%llu", data_get(group, "Href"), (unsigned long long)service->id);
    }
}

static void counter_line(struct request *rq, const struct hall_setting *hall, const struct group_setting *groups,
                         size_t n, const struct counter_setting *counter)
{
    struct data *item = data_add(rq->data, "Counters");
    data_set_number(item, "Number", counter->number);
    data_set(item, "Name", counter->name);
    data_set(item, "Zone", counter->zone);
    data_set(item, "Officer", counter->officer);
    data_set_flag(item, "Retired", !counter->active);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < counter->n_groups; k++)
            if (groups[i].id == counter->groups[k])
                data_set(data_add(item, "Letters"), "Letter", groups[i].letter);
    data_format(item, "Href", "%s%s", rq->base,
                hall_setting_path(rq, hall, arena_format(rq->arena, "/quay/%llu", (unsigned long long)counter->id)));
}

static bool parts_fill(struct request *rq, const struct hall_setting *hall)
{
    struct civil today = clock_now();
    struct group_setting *groups = arena_take_array(rq->arena, HALL_GROUPS_MAX, sizeof *groups);
    struct service_setting *services = arena_take_array(rq->arena, HALL_SERVICES_MAX, sizeof *services);
    struct counter_setting *counters = arena_take_array(rq->arena, HALL_COUNTERS_MAX, sizeof *counters);
    size_t n_groups, n_services, n_counters;
    if (group_setting_list(rq->db, rq->arena, hall->id, &today, groups, &n_groups) == DB_FAIL ||
        service_setting_list(rq->db, rq->arena, hall->id, services, &n_services) == DB_FAIL ||
        counter_setting_list(rq->db, rq->arena, hall->id, counters, &n_counters) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n_groups; i++)
        group_line(rq, hall, &groups[i]);
    for (size_t i = 0; i < n_services; i++)
        service_line(rq, groups, n_groups, &services[i]);
    for (size_t i = 0; i < n_counters; i++)
        counter_line(rq, hall, groups, n_groups, &counters[i]);
    return true;
}

static void facts_fill(struct request *rq, const struct hall_setting *hall)
{
    for (size_t i = 0; i < CLASSES; i++)
        if (strstr(hall->classes, class_names[i]))
            data_set(data_add(rq->data, "Hall.Classes"), "Text", say_one(rq, "hall_class", class_names[i]));
    data_set(rq->data, "Hall.Run", say_count(rq, "hall_setting.run", hall->priority_run));
    data_set(rq->data, "Hall.Stop", say_count(rq, "hall_setting.minutes", hall->stop_minutes));
    data_set(rq->data, "Hall.Called", say_count(rq, "hall_setting.seconds", hall->called_seconds));
    data_set(rq->data, "Hall.Wait", say_count(rq, "hall_setting.minutes", hall->wait_warn_minutes));
    data_set(rq->data, "Hall.Book", hall->book_days ? say_count(rq, "hall_setting.days", hall->book_days)
                                                    : say(rq, "hall_rules.book_none"));
    data_set(rq->data, "Hall.Agency", say_either(rq, hall->agency_name, hall->agency_name_en));
    data_set(rq->data, "Hall.Code", hall->code);
    data_set_flag(rq->data, "Hall.Retired", !hall->active);
    data_format(rq->data, "Hall.EditHref", "%s%s", rq->base, hall_setting_path(rq, hall, "/sua"));
    data_format(rq->data, "Hall.GroupHref", "%s%s", rq->base, hall_setting_path(rq, hall, "/nhom/moi"));
    data_format(rq->data, "Hall.CounterHref", "%s%s", rq->base, hall_setting_path(rq, hall, "/quay/moi"));
    data_format(rq->data, "Hall.ListHref", "%s" HALL_SETTINGS_PATH, rq->base);
}

int hall_settings_hall(struct request *rq)
{
    struct hall_setting hall;
    int answer = hall_setting_need(rq, &hall);
    if (answer)
        return answer;
    if (!parts_fill(rq, &hall))
        return page_failed(rq);
    facts_fill(rq, &hall);
    data_set(rq->data, "Page.Title", say_either(rq, hall.name, hall.name_en));
    return page_show(rq, "staff/hall_setting.cs", "hall_setting");
}

/* ---- the rules of a hall -------------------------------------------------------------------------------- */

static const struct setting_field hall_fields[] = {
    {"code", "ma"},           {"agency", "coquan"},       {"priority_run", "luot"}, {"stop_minutes", "dung"},
    {"called_seconds", "vang"}, {"wait_warn_minutes", "lau"}, {"book_days", "ngay"}, {"active", "mo"},
    {NULL, "ten"}};

/* `usual`: the classes before anything was chosen; NULL: what was chosen. */
static void classes_fill(struct request *rq, const char *usual)
{
    for (size_t i = 0; i < CLASSES; i++) {
        struct data *item = data_add(rq->data, "Classes");
        data_set(item, "Value", hall_settings_classes[i]);
        data_set(item, "Text", say_one(rq, "hall_class", class_names[i]));
        data_set_flag(item, "Checked", usual ? strstr(usual, class_names[i]) != NULL
                                             : setting_chosen(rq, "doituong", hall_settings_classes[i]));
    }
}

static const char *classes_read(struct request *rq)
{
    const char *out = "";
    for (size_t i = 0; i < CLASSES; i++)
        if (setting_chosen(rq, "doituong", hall_settings_classes[i]))
            out = arena_format(rq->arena, "%s%s%s", out, *out ? "," : "", class_names[i]);
    return out;
}

static struct hall_setting hall_typed(struct request *rq)
{
    return (struct hall_setting){
        .name = input_text(rq, "ten"),
        .name_en = input_text(rq, "tienganh"),
        .classes = classes_read(rq),
        .priority_run = (unsigned)input_number(rq, "luot"),
        .stop_minutes = (unsigned)input_number(rq, "dung"),
        .called_seconds = (unsigned)input_number(rq, "vang"),
        .wait_warn_minutes = (unsigned)input_number(rq, "lau"),
        .book_days = (unsigned)input_number(rq, "ngay"),
        .active = input_number(rq, "mo") != 0,
        .seen = input_text(rq, "vet"),
    };
}

static void hall_values(struct request *rq, const struct hall_setting *hall)
{
    setting_usual(rq, "ten", hall->name);
    setting_usual(rq, "tienganh", hall->name_en);
    setting_usual_number(rq, "luot", hall->priority_run);
    setting_usual_number(rq, "dung", hall->stop_minutes);
    setting_usual_number(rq, "vang", hall->called_seconds);
    setting_usual_number(rq, "lau", hall->wait_warn_minutes);
    setting_usual_number(rq, "ngay", hall->book_days);
    setting_usual_flag(rq, "mo", hall->active);
    classes_fill(rq, rq->method == GET && !rq->again ? hall->classes : NULL);
}

static int hall_show(struct request *rq, int status)
{
    struct hall_setting hall;
    int answer = hall_setting_need(rq, &hall);
    if (answer)
        return answer;
    form_fields(rq, "ten tienganh doituong luot dung vang lau ngay mo vet");
    hall_values(rq, &hall);
    setting_mark(rq, status, hall.seen);
    page_form(rq, data_at(rq->data, "Save"), hall_setting_path(rq, &hall, "/sua"));
    return page_show_status(rq, status, "staff/hall_rules.cs", "hall_rules");
}

int hall_settings_form(struct request *rq)
{
    return hall_show(rq, 200);
}

int hall_settings_save(struct request *rq)
{
    struct hall_setting hall, typed = hall_typed(rq);
    struct setting_outcome outcome;
    int answer = hall_setting_need(rq, &hall);
    if (answer)
        return answer;
    typed.id = hall.id;
    typed.code = hall.code;
    enum setting_verdict verdict = hall_setting_put(rq->db, rq->arena, rq->who.id, &typed, &outcome);
    return setting_end(rq, verdict, &outcome, hall_fields, hall_setting_path(rq, &hall, ""), hall_show);
}

/* ---- a new hall -------------------------------------------------------------------------------------------- */

enum { BODIES_MAX = 400 };

/* Bodies this manager reaches. */
static bool bodies_read(struct request *rq, struct setting_choice *bodies, size_t *n)
{
    struct scope scope;
    size_t all, kept = 0;
    if (hall_setting_bodies(rq->db, rq->arena, bodies, BODIES_MAX, &all) == DB_FAIL || !scope_read(rq, &scope))
        return false;
    for (size_t i = 0; i < all; i++)
        if (scope_allows(&scope, ROLE_BIT(ROLE_MANAGER), bodies[i].id))
            bodies[kept++] = bodies[i];
    *n = kept;
    return true;
}

static int add_show(struct request *rq, int status)
{
    static const struct hall_setting usual = {
        .name = "", .name_en = "", .classes = "elderly,pregnant,disabled,small_child,merit", .priority_run = 2,
        .stop_minutes = 15, .called_seconds = 180, .wait_warn_minutes = 30, .book_days = 14, .active = true};
    struct setting_choice *bodies = arena_take_array(rq->arena, BODIES_MAX, sizeof *bodies);
    size_t n;
    if (!bodies_read(rq, bodies, &n))
        return page_failed(rq);
    for (size_t i = 0; i < n; i++) {
        struct data *item = data_add(rq->data, "Bodies");
        data_set(item, "Value", bodies[i].code);
        data_set(item, "Text", say_either(rq, bodies[i].name, bodies[i].name_en));
    }
    form_fields(rq, "ma coquan ten tienganh doituong luot dung vang lau ngay mo vet");
    hall_values(rq, &usual);
    data_set_flag(rq->data, "Hall.New", true);
    data_format(rq->data, "Hall.Href", "%s" HALL_SETTINGS_PATH, rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.hall_settings_css"));
    page_form(rq, data_at(rq->data, "Save"), HALL_SETTINGS_PATH "/moi");
    data_set(rq->data, "Page.Title", say(rq, "hall_rules.add"));
    return page_show_status(rq, status, "staff/hall_rules.cs", "hall_rules");
}

int hall_settings_add_form(struct request *rq)
{
    return add_show(rq, 200);
}

int hall_settings_add(struct request *rq)
{
    struct hall_setting typed = hall_typed(rq);
    struct setting_outcome outcome;
    struct setting_choice *bodies = arena_take_array(rq->arena, BODIES_MAX, sizeof *bodies);
    size_t n;
    if (!bodies_read(rq, bodies, &n))
        return page_failed(rq);
    for (size_t i = 0; i < n; i++)
        if (strcmp(bodies[i].code, input_text(rq, "coquan")) == 0)
            typed.agency = bodies[i].id;
    typed.code = input_text(rq, "ma");
    enum setting_verdict verdict = hall_setting_put(rq->db, rq->arena, rq->who.id, &typed, &outcome);
    return setting_end(rq, verdict, &outcome, hall_fields, hall_setting_path(rq, &typed, ""), add_show);
}
