/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Counters of a hall.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/route.h"
#include "lib/say.h"
#include "staff/hall_settings_inside.h"
#include "staff/sign_in_inside.h"

static const struct setting_field counter_fields[] = {
    {"number", "so"}, {"groups", "nhomphucvu"}, {"active", "mo"}, {NULL, "ten"}};

static uint64_t counter_id(struct request *rq)
{
    return strstr(rq->route->path, "{id}") ? (uint64_t)input_number(rq, "id") : 0;
}

static const char *counter_path(struct request *rq, const struct hall_setting *hall, uint64_t id)
{
    return hall_setting_path(rq, hall,
                             id ? arena_format(rq->arena, "/quay/%llu", (unsigned long long)id) : "/quay/moi");
}

static enum db_result counter_find(struct request *rq, const struct hall_setting *hall, uint64_t id,
                                   struct counter_setting *counter)
{
    struct counter_setting *counters = arena_take_array(rq->arena, HALL_COUNTERS_MAX, sizeof *counters);
    size_t n;
    if (counter_setting_list(rq->db, rq->arena, hall->id, counters, &n) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < n; i++) {
        if (counters[i].id == id) {
            *counter = counters[i];
            return DB_OK;
        }
    }
    return DB_NONE;
}

static bool group_held(const struct counter_setting *counter, uint64_t group)
{
    for (size_t i = 0; i < counter->n_groups; i++)
        if (counter->groups[i] == group)
            return true;
    return false;
}

static bool groups_fill(struct request *rq, const struct hall_setting *hall, const struct counter_setting *counter)
{
    struct civil today = clock_now();
    struct group_setting *groups = arena_take_array(rq->arena, HALL_GROUPS_MAX, sizeof *groups);
    bool fresh = rq->method == GET && !rq->again;
    size_t n;
    if (group_setting_list(rq->db, rq->arena, hall->id, &today, groups, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *value = arena_format(rq->arena, "%llu", (unsigned long long)groups[i].id);
        bool held = group_held(counter, groups[i].id);
        if (!groups[i].active && !held)
            continue;
        struct data *item = data_add(rq->data, "Groups");
        data_set(item, "Value", value);
        data_set(item, "Text", setting_group_text(rq, &groups[i]));
        data_set_flag(item, "Checked", fresh ? held : setting_chosen(rq, "nhomphucvu", value));
    }
    return true;
}

static int counter_show(struct request *rq, int status)
{
    struct hall_setting hall;
    struct counter_setting counter = {.name = "", .zone = "", .active = true, .seen = "", .officer = ""};
    uint64_t id = counter_id(rq);
    int answer = hall_setting_need(rq, &hall);
    if (answer)
        return answer;
    enum db_result found = id ? counter_find(rq, &hall, id, &counter) : DB_OK;
    if (found == DB_FAIL || !groups_fill(rq, &hall, &counter))
        return page_failed(rq);
    if (found == DB_NONE)
        return page_missing(rq);
    form_fields(rq, "so ten khu nhomphucvu mo vet");
    if (id)
        setting_usual_number(rq, "so", counter.number);
    setting_usual(rq, "ten", counter.name);
    setting_usual(rq, "khu", counter.zone);
    setting_usual_flag(rq, "mo", counter.active);
    if (id) {
        setting_mark(rq, status, counter.seen);
        data_format(rq->data, "Page.Title", "%s %u", say(rq, "hall_counter.title"), counter.number);
    } else {
        data_set(rq->data, "Page.Title", say(rq, "hall_counter.add"));
    }
    data_set(rq->data, "Counter.Officer", counter.officer);
    page_form(rq, data_at(rq->data, "Save"), counter_path(rq, &hall, id));
    return page_show_status(rq, status, "staff/hall_counter.cs", "hall_counter");
}

int hall_settings_counter_form(struct request *rq)
{
    return counter_show(rq, 200);
}

static int by_id(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

int hall_settings_counter_save(struct request *rq)
{
    struct hall_setting hall;
    struct setting_outcome outcome;
    int answer = hall_setting_need(rq, &hall);
    if (answer)
        return answer;
    struct counter_setting typed = {
        .id = counter_id(rq),
        .number = (unsigned)input_number(rq, "so"),
        .name = input_text(rq, "ten"),
        .zone = input_text(rq, "khu"),
        .active = input_number(rq, "mo") != 0,
        .seen = input_text(rq, "vet"),
    };
    for (size_t i = 0; i < input_count(rq, "nhomphucvu"); i++) {
        uint64_t group = strtoull(input_text_at(rq, "nhomphucvu", i), NULL, 10);
        if (!group_held(&typed, group) && typed.n_groups < HALL_GROUPS_MAX)
            typed.groups[typed.n_groups++] = group;
    }
    qsort(typed.groups, typed.n_groups, sizeof *typed.groups, by_id);
    enum setting_verdict verdict = counter_setting_put(rq->db, rq->arena, rq->who.id, &hall, &typed, &outcome);
    return setting_end(rq, verdict, &outcome, counter_fields, hall_setting_path(rq, &hall, ""), counter_show);
}
