/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Queues of a hall and what is served in them.
 */
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/route.h"
#include "lib/say.h"
#include "lib/text.h"
#include "staff/hall_settings_inside.h"
#include "staff/sign_in_inside.h"

#define KINDS 3

const char *const hall_settings_kinds[] = {"nop", "tra", "khac", NULL};
static const char *const kind_names[KINDS] = {"receive", "return", "other"};

static const struct setting_field group_fields[] = {
    {"letter", "chu"},     {"first", "dau"},        {"last", "cuoi"},   {"lease_last", "muon"},
    {"daily_cap", "muc"},  {"from_time", "tu"},     {"to_time", "den"}, {"minutes", "phut"},
    {"slot_capacity", "hen"}, {"position", "vitri"}, {"active", "mo"}, {NULL, "ten"}};
static const struct setting_field service_fields[] = {
    {"fields", "linhvuc"}, {"position", "vitri"}, {NULL, "ten"}};

/* Of the hall. DB_NONE: it has no such group. */
static enum db_result group_find(struct request *rq, const struct hall_setting *hall, uint64_t id,
                                 struct group_setting *group)
{
    struct civil today = clock_now();
    struct group_setting *groups = arena_take_array(rq->arena, HALL_GROUPS_MAX, sizeof *groups);
    size_t n;
    if (group_setting_list(rq->db, rq->arena, hall->id, &today, groups, &n) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++) {
        if (groups[i].id == id) {
            *group = groups[i];
            return DB_OK;
        }
    }
    return DB_NONE;
}

const char *setting_group_text(struct request *rq, const struct group_setting *group)
{
    const char *text =
        arena_format(rq->arena, "%s – %s", group->letter, say_either(rq, group->name, group->name_en));
    return group->active ? text : say_fill(rq, "hall_setting.group_retired", "group", text, NULL);
}

/* ---- a group ---------------------------------------------------------------------------------------- */

static uint64_t group_id(struct request *rq)
{
    return strstr(rq->route->path, "{id}") ? (uint64_t)input_number(rq, "id") : 0;
}

static const char *group_path(struct request *rq, const struct hall_setting *hall, uint64_t id)
{
    return hall_setting_path(rq, hall,
                             id ? arena_format(rq->arena, "/nhom/%llu", (unsigned long long)id) : "/nhom/moi");
}

static const char *kind_input(const char *kind)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kind_names[i], kind) == 0)
            return hall_settings_kinds[i];
    return "";
}

static void group_values(struct request *rq, const struct group_setting *group)
{
    setting_usual(rq, "chu", group->letter);
    setting_usual(rq, "ten", group->name);
    setting_usual(rq, "tienganh", group->name_en);
    setting_usual(rq, "loai", kind_input(group->kind));
    setting_usual_number(rq, "dau", group->first);
    setting_usual_number(rq, "cuoi", group->last);
    setting_usual_number(rq, "muon", group->lease_last);
    if (group->daily_cap)
        setting_usual_number(rq, "muc", group->daily_cap);
    setting_usual(rq, "tu", group->from_time);
    setting_usual(rq, "den", group->to_time);
    setting_usual_number(rq, "phut", group->minutes);
    if (group->slot_capacity)
        setting_usual_number(rq, "hen", group->slot_capacity);
    setting_usual_number(rq, "vitri", group->position);
    setting_usual_flag(rq, "mo", group->active);
    for (size_t i = 0; i < KINDS; i++) {
        struct data *item = data_add(rq->data, "Kinds");
        data_set(item, "Value", hall_settings_kinds[i]);
        data_set(item, "Text", say_one(rq, "hall_kind", kind_names[i]));
    }
}

/* What today allows, beside the form. */
static void group_today(struct request *rq, const struct group_setting *group)
{
    struct data *today = data_at(rq->data, "Today");
    data_set_flag(today, "Ever", group->ever);
    struct civil until;
    if (civil_parse(group->lent_until, &until))
        data_set(today, "LetterLent", say_fill(rq, "hall_group.letter_lent", "day", say_day(rq, &until), NULL));
    if (group->given)
        data_set(today, "Given", say_count(rq, "hall_setting.given", group->given));
    if (group->highest)
        data_format(today, "Highest", "%s%03u", group->letter, group->highest);
    if (group->here)
        data_set(today, "Here", say_count(rq, "hall_setting.here", group->here));
    if (group->lent_first)
        data_format(today, "Lent", "%s%03u – %s%03u", group->letter, group->lent_first, group->letter,
                    group->lent_last);
}

static int group_show(struct request *rq, int status)
{
    static const struct group_setting usual = {
        .letter = "", .name = "", .name_en = "", .kind = "receive", .first = 1, .last = 799, .lease_last = 999,
        .from_time = "", .to_time = "", .lent_until = "", .minutes = 10, .position = 100, .active = true};
    struct hall_setting hall;
    struct group_setting group = usual;
    uint64_t id = group_id(rq);
    int answer = hall_setting_need(rq, &hall);
    if (answer)
        return answer;
    enum db_result found = id ? group_find(rq, &hall, id, &group) : DB_OK;
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    form_fields(rq, "chu ten tienganh loai dau cuoi muon muc tu den phut hen vitri mo vet");
    group_values(rq, &group);
    group_today(rq, &group);
    if (id) {
        setting_mark(rq, status, group.seen);
        data_format(rq->data, "Page.Title", "%s – %s", group.letter, say_either(rq, group.name, group.name_en));
    } else {
        data_set(rq->data, "Page.Title", say(rq, "hall_group.add"));
    }
    page_form(rq, data_at(rq->data, "Save"), group_path(rq, &hall, id));
    return page_show_status(rq, status, "staff/hall_group.cs", "hall_group");
}

int hall_settings_group_form(struct request *rq)
{
    return group_show(rq, 200);
}

int hall_settings_group_save(struct request *rq)
{
    struct hall_setting hall;
    struct setting_outcome outcome;
    struct civil now = clock_now();
    int answer = hall_setting_need(rq, &hall);
    if (answer)
        return answer;
    const struct group_setting typed = {
        .id = group_id(rq),
        .letter = text_upper(rq->arena, input_text(rq, "chu")),
        .name = input_text(rq, "ten"),
        .name_en = input_text(rq, "tienganh"),
        .kind = kind_names[input_number(rq, "loai")],
        .first = (unsigned)input_number(rq, "dau"),
        .last = (unsigned)input_number(rq, "cuoi"),
        .lease_last = (unsigned)input_number(rq, "muon"),
        .daily_cap = (unsigned)input_number(rq, "muc"),
        .from_time = input_text(rq, "tu"),
        .to_time = input_text(rq, "den"),
        .minutes = (unsigned)input_number(rq, "phut"),
        .slot_capacity = (unsigned)input_number(rq, "hen"),
        .position = (unsigned)input_number(rq, "vitri"),
        .active = input_number(rq, "mo") != 0,
        .seen = input_text(rq, "vet"),
    };
    enum setting_verdict verdict =
        group_setting_put(rq->db, rq->arena, rq->who.id, &now, &hall, &typed, &outcome);
    return setting_end(rq, verdict, &outcome, group_fields, hall_setting_path(rq, &hall, ""), group_show);
}

/* ---- a service -------------------------------------------------------------------------------------- */

enum { FIELDS_MAX = 400 };

/* The group of the address. 0: it is there; else the handler's answer. */
static int service_need(struct request *rq, struct hall_setting *hall, struct group_setting *group)
{
    int answer = hall_setting_need(rq, hall);
    if (answer)
        return answer;
    enum db_result found = group_find(rq, hall, (uint64_t)input_number(rq, "nhom"), group);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    data_set(rq->data, "Group.Letter", group->letter);
    data_set(rq->data, "Group.Name", say_either(rq, group->name, group->name_en));
    return 0;
}

static const char *service_path(struct request *rq, const struct hall_setting *hall,
                                const struct group_setting *group, uint64_t id)
{
    const char *head = group_path(rq, hall, group->id);
    return id ? arena_format(rq->arena, "%s/dich-vu/%llu", head, (unsigned long long)id)
              : arena_format(rq->arena, "%s/dich-vu/moi", head);
}

static bool field_held(const struct service_setting *service, const char *code)
{
    for (size_t i = 0; i < service->n_fields; i++)
        if (strcmp(service->fields[i], code) == 0)
            return true;
    return false;
}

static bool fields_fill(struct request *rq, const struct service_setting *service)
{
    struct setting_choice *fields = arena_take_array(rq->arena, FIELDS_MAX, sizeof *fields);
    bool fresh = rq->method == GET && !rq->again;
    size_t n;
    if (hall_setting_fields(rq->db, rq->arena, fields, FIELDS_MAX, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n; i++) {
        struct data *item = data_add(rq->data, "Fields");
        data_set(item, "Value", fields[i].code);
        data_set(item, "Text", say_either(rq, fields[i].name, fields[i].name_en));
        data_set_flag(item, "Checked", fresh ? field_held(service, fields[i].code)
                                             : setting_chosen(rq, "linhvuc", fields[i].code));
    }
    return true;
}

static int service_show(struct request *rq, int status)
{
    struct hall_setting hall;
    struct group_setting group;
    struct service_setting service = {.name = "", .name_en = "", .position = 100, .active = true, .seen = ""};
    uint64_t id = group_id(rq);
    int answer = service_need(rq, &hall, &group);
    if (answer)
        return answer;
    enum db_result found = id ? service_setting_read(rq->db, rq->arena, hall.id, id, &service) : DB_OK;
    if (found == DB_FAIL || !fields_fill(rq, &service))
        return page_failed(rq);
    if (found == DB_NONE || (id && service.group != group.id))
        return page_missing(rq);
    form_fields(rq, "ten tienganh linhvuc vitri mo vet");
    setting_usual(rq, "ten", service.name);
    setting_usual(rq, "tienganh", service.name_en);
    setting_usual_number(rq, "vitri", service.position);
    setting_usual_flag(rq, "mo", service.active);
    if (id) {
        setting_mark(rq, status, service.seen);
        data_set(rq->data, "Page.Title", say_either(rq, service.name, service.name_en));
    } else {
        data_set(rq->data, "Page.Title", say(rq, "hall_service.add"));
    }
    page_form(rq, data_at(rq->data, "Save"), service_path(rq, &hall, &group, id));
    return page_show_status(rq, status, "staff/hall_service.cs", "hall_service");
}

int hall_settings_service_form(struct request *rq)
{
    return service_show(rq, 200);
}

static int by_code(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

int hall_settings_service_save(struct request *rq)
{
    struct hall_setting hall;
    struct group_setting group;
    struct setting_outcome outcome;
    int answer = service_need(rq, &hall, &group);
    if (answer)
        return answer;
    struct service_setting typed = {
        .id = group_id(rq),
        .group = group.id,
        .name = input_text(rq, "ten"),
        .name_en = input_text(rq, "tienganh"),
        .position = (unsigned)input_number(rq, "vitri"),
        .active = input_number(rq, "mo") != 0,
        .seen = input_text(rq, "vet"),
    };
    for (size_t i = 0; i < input_count(rq, "linhvuc"); i++) {
        const char *code = input_text_at(rq, "linhvuc", i);
        if (!field_held(&typed, code) && typed.n_fields < HALL_FIELDS_MAX)
            typed.fields[typed.n_fields++] = code;
    }
    qsort(typed.fields, typed.n_fields, sizeof *typed.fields, by_code);
    enum setting_verdict verdict =
        service_setting_put(rq->db, rq->arena, rq->who.id, &hall, &group, &typed, &outcome);
    return setting_end(rq, verdict, &outcome, service_fields, hall_setting_path(rq, &hall, ""), service_show);
}
