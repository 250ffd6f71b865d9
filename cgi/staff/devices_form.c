/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/device_place.h"
#include "staff/devices_inside.h"
#include "staff/sign_in_inside.h"

#define APPROVE_PATH DEVICES_PATH "/ghep"
#define MARK_BYTES 8

const char *const devices_kinds[] = {"may-lay-so", "kiosk", "bang-goi", "man-hinh-quay", "may-danh-gia", NULL};

/* ---- the form ------------------------------------------------------------------------------------------ */

static void kinds_fill(struct request *rq)
{
    for (int i = 0; devices_kinds[i]; i++) {
        struct data *item = data_add(rq->data, "Kinds");
        const char *name = device_kind_names[i + 1];
        data_set(item, "Value", devices_kinds[i]);
        data_set(item, "Text", say_one(rq, "device_kind", name));
        data_set(item, "Hint", say_one(rq, "device_kind_hint", name));
    }
}

/* "Quầy 3 – Đất đai", with the hall where there are several. */
static void counters_fill(struct request *rq)
{
    bool several = data_has(rq->data, "Halls.1.Id");
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Counters.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Id", name)))
            return;
        struct data *item = data_at(rq->data, name);
        const char *counter = say_fill(rq, "device_words.counter", "n", data_get(item, "Number"), NULL);
        const char *what = data_get(item, "Name");
        const char *text = *what ? arena_format(rq->arena, "%s – %s", counter, what) : counter;
        data_set(item, "Text", several ? arena_format(rq->arena, "%s (%s)", text, data_get(item, "Hall")) : text);
    }
}

static int form_show(struct request *rq, int status, const char *agencies, const char *path, const char *section)
{
    if (device_choices(rq->db, rq->data, agencies) == DB_FAIL)
        return page_failed(rq);
    kinds_fill(rq);
    counters_fill(rq);
    devices_screen_choices(rq);
    form_fields(rq, "ma loai sanh quay khu tieng amluong hienten ten noi cochu vet");
    page_form(rq, data_at(rq->data, "Save"), path);
    data_set_flag(rq->data, "Device.New", strcmp(path, APPROVE_PATH) == 0);
    data_format(rq->data, "Device.Back", "%s" DEVICES_PATH, rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.devices_css"));
    return page_show_status(rq, status, "staff/device_form.cs", section);
}

/* ---- what was typed -------------------------------------------------------------------------------------- */

/* What the kind does not have is not asked for, whatever stands in a hidden field. False: what is wrong stands at the
 * fields; or the database failed (*failed). */
static bool place_read(struct request *rq, const struct scope *scope, struct device_place *place,
                       struct device_screen *screen, bool *failed)
{
    uint64_t agency = 0;
    *place = (struct device_place){
        .kind = (enum device_kind)(input_number(rq, "loai") + 1),
        .hall = (uint64_t)input_number(rq, "sanh"),
        .zone = "",
        .name = input_text(rq, "ten"),
        .place = input_text(rq, "noi"),
        .text_px = (unsigned)input_number(rq, "cochu"),
    };
    if (device_kind_has_counter(place->kind))
        place->counter = (uint64_t)input_number(rq, "quay");
    if (place->kind == DEVICE_BOARD)
        place->zone = input_text(rq, "khu");
    devices_screen_input(rq, place->kind, screen);
    if (place->text_px && (place->text_px < DEVICE_TEXT_LEAST || place->text_px > DEVICE_TEXT_MOST))
        input_refuse(rq, "cochu", "device_text");
    enum db_result found = device_hall_agency(rq->db, rq->arena, place->hall, &agency);
    *failed = found == DB_FAIL;
    if (found == DB_NONE || (found == DB_OK && !devices_may(scope, agency)))
        input_refuse(rq, "sanh", "device_hall");
    return !*failed && !input_refused(rq);
}

static const char *place_words(struct request *rq, const struct device_place *place,
                               const struct device_screen *screen)
{
    return arena_format(rq->arena, "%s, hall %llu, counter %llu, zone %s, text %u%s", device_kind_names[place->kind],
                        (unsigned long long)place->hall, (unsigned long long)place->counter,
                        *place->zone ? place->zone : "-", place->text_px,
                        devices_screen_words(rq, place->kind, screen));
}

/* What goes with its place, and one entry of the audit. */
static enum db_result settle(struct request *rq, uint64_t id, const char *type, const struct device_place *place,
                             const struct device_screen *screen)
{
    enum db_result done = device_screen_write(rq->db, id, screen);
    return done == DB_OK ? devices_note(rq, id, type, place_words(rq, place, screen)) : DB_FAIL;
}

static void refuse(struct request *rq, enum device_verdict verdict)
{
    if (verdict == DEVICE_NO_CODE)
        input_refuse(rq, "ma", "device_code");
    else if (verdict == DEVICE_NO_COUNTER)
        input_refuse(rq, "quay", "device_counter");
    else
        input_refuse(rq, "sanh", "device_hall");
}

/* People read it as two groups and type what they see. */
static const char *digits_of(struct request *rq, const char *typed)
{
    char *digits = arena_copy(rq->arena, typed), *to = digits;
    for (const char *c = digits; *c; c++)
        if (*c != ' ' && *c != '-' && *c != '.')
            *to++ = *c;
    *to = '\0';
    return digits;
}

/* ---- one that asks ------------------------------------------------------------------------------------------ */

static int approve_show(struct request *rq, int status)
{
    struct scope scope;
    const char *agencies;
    if (!devices_reach(rq, &scope, &agencies))
        return page_failed(rq);
    return form_show(rq, status, agencies, APPROVE_PATH, "staff_device_pair");
}

int devices_approve_form(struct request *rq)
{
    return approve_show(rq, 200);
}

int devices_approve(struct request *rq)
{
    struct scope scope;
    const char *agencies;
    struct device_place place;
    struct device_screen screen;
    bool failed;
    uint64_t id;
    if (!devices_reach(rq, &scope, &agencies))
        return page_failed(rq);
    if (!place_read(rq, &scope, &place, &screen, &failed))
        return failed ? page_failed(rq) : approve_show(rq, 422);
    enum device_verdict verdict =
        device_approve(rq->db, rq->arena, digits_of(rq, input_text(rq, "ma")), &place, rq->who.id, &id);
    if (verdict == DEVICE_FAIL)
        return page_failed(rq);
    if (verdict != DEVICE_GOOD) {
        refuse(rq, verdict);
        return approve_show(rq, 422);
    }
    if (settle(rq, id, "device_approved", &place, &screen) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s?vua=paired", devices_path(rq, id, ""));
}

/* ---- one that is there ---------------------------------------------------------------------------------------- */

/* Of what the form showed: somebody else's change in between is not written over. */
static const char *mark_of(struct request *rq, const struct device_line *line, const struct device_screen *screen)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char hex[2 * MARK_BYTES + 1];
    token_hash(arena_format(rq->arena, "%d|%llu|%u|%s|%s|%s|%u%s", line->kind, (unsigned long long)line->hall,
                            line->counter, line->zone, line->name, line->place, line->text_px,
                            devices_screen_words(rq, line->kind, screen)),
               hash);
    for (size_t i = 0; i < MARK_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    return arena_copy(rq->arena, hex);
}

static void usual(struct request *rq, const char *field, const char *value)
{
    data_set(rq->data, arena_format(rq->arena, "Form.%s.Value", field), value);
}

static enum db_result usual_fill(struct request *rq, const struct device_line *line,
                                 const struct device_screen *screen)
{
    uint64_t counter = 0;
    if (line->counter &&
        device_counter(rq->db, rq->arena, line->hall, line->counter, &counter) == DB_FAIL)
        return DB_FAIL;
    usual(rq, "loai", devices_kinds[line->kind - 1]);
    usual(rq, "sanh", arena_format(rq->arena, "%llu", (unsigned long long)line->hall));
    usual(rq, "quay", counter ? arena_format(rq->arena, "%llu", (unsigned long long)counter) : "");
    usual(rq, "khu", line->zone);
    usual(rq, "ten", line->name);
    usual(rq, "noi", line->place);
    usual(rq, "cochu", line->text_px ? arena_format(rq->arena, "%u", line->text_px) : "");
    devices_screen_usual(rq, screen);
    return DB_OK;
}

static int change_show(struct request *rq, int status, const struct device_line *line)
{
    struct scope scope;
    struct device_screen screen;
    const char *agencies;
    if (!devices_reach(rq, &scope, &agencies) ||
        device_screen_read(rq->db, rq->arena, line->id, &screen) != DB_OK || !devices_lent(rq, line))
        return page_failed(rq);
    if (status == 200 && !rq->again && usual_fill(rq, line, &screen) == DB_FAIL)
        return page_failed(rq);
    if (status == 409 || !*data_get(rq->data, "Form.vet.Value"))
        usual(rq, "vet", mark_of(rq, line, &screen));
    data_set_flag(rq->data, "Device.Moved", status == 409);
    data_set(rq->data, "Device.Name", line->name);
    return form_show(rq, status, agencies, devices_path(rq, line->id, "/sua"), "staff_device_change");
}

/* The device the address names, approved. 0, or the handler's answer. */
static int change_need(struct request *rq, struct device_line *line)
{
    int answer = devices_need(rq, line);
    if (answer)
        return answer;
    return line->state == DEVICE_APPROVED ? 0 : page_missing(rq);
}

int devices_change_form(struct request *rq)
{
    struct device_line line;
    int answer = change_need(rq, &line);
    return answer ? answer : change_show(rq, 200, &line);
}

int devices_change(struct request *rq)
{
    struct scope scope;
    const char *agencies;
    struct device_line line;
    struct device_place place;
    struct device_screen screen, before;
    bool failed;
    int answer = change_need(rq, &line);
    if (answer)
        return answer;
    if (!devices_reach(rq, &scope, &agencies) ||
        device_screen_read(rq->db, rq->arena, line.id, &before) != DB_OK)
        return page_failed(rq);
    if (!place_read(rq, &scope, &place, &screen, &failed))
        return failed ? page_failed(rq) : change_show(rq, 422, &line);
    if (strcmp(input_text(rq, "vet"), mark_of(rq, &line, &before)) != 0)
        return change_show(rq, 409, &line);
    enum device_verdict verdict = device_change(rq->db, rq->arena, line.id, &place);
    if (verdict == DEVICE_FAIL)
        return page_failed(rq);
    if (verdict == DEVICE_NO_DEVICE)
        return page_missing(rq);
    if (verdict != DEVICE_GOOD) {
        refuse(rq, verdict);
        return change_show(rq, 422, &line);
    }
    if (settle(rq, line.id, "device_changed", &place, &screen) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "%s?vua=changed", devices_path(rq, line.id, ""));
}
