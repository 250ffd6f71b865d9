/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/panic.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/live.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/catalogue.h"
#include "model/counter_seat.h"
#include "model/panic.h"
#include "staff/desk_inside.h"
#include "staff/help_call.h"
#include "staff/helper.h"
#include "staff/sign_in_inside.h"

#define LIST_PATH "/can-bo/bao-dong"
#define CHANNEL "alarm-staff"

enum { DAYS_SHOWN = 30 };

/* ---- calling for help ---------------------------------------------------------------------------------- */

/* Where the officer is. DB_NONE: in no hall. */
static enum db_result place_find(struct request *rq, const struct civil *now, struct counter_seat *seat)
{
    struct hall_list halls;
    const struct catalogue *catalogue = catalogue_held();
    enum db_result found = counter_seat_read(rq->db, rq->arena, rq->who.id, now, seat);
    if (found != DB_NONE)
        return found;
    if (!catalogue || counter_seat_halls(rq->db, rq->arena, catalogue->version, rq->who.id, &halls) == DB_FAIL)
        return DB_FAIL;
    if (halls.n == 0)
        return DB_NONE;
    *seat = (struct counter_seat){.hall = halls.halls[0].id, .hall_code = halls.halls[0].code, .label = ""};
    return DB_OK;
}

static int form_show(struct request *rq, int status)
{
    struct counter_seat seat;
    struct civil now = clock_now();
    enum db_result found = place_find(rq, &now, &seat);
    if (found == DB_FAIL)
        return page_failed(rq);
    if (found == DB_OK && seat.number)
        data_set_number(rq->data, "Panic.Counter", seat.number);
    data_set_flag(rq->data, "Panic.Nowhere", found == DB_NONE);
    data_format(rq->data, "Panic.Back", "%s" DESK_PATH, rq->base);
    page_form(rq, data_at(rq->data, "Panic"), DESK_PATH "/bao-dong");
    return page_show_status(rq, found == DB_NONE ? 409 : status, "staff/panic.cs", "panic");
}

int panic_form(struct request *rq)
{
    return form_show(rq, 200);
}

int panic_send(struct request *rq)
{
    struct counter_seat seat;
    struct civil now = clock_now();
    uint64_t id;
    enum db_result found = place_find(rq, &now, &seat);
    if (found == DB_NONE)
        return form_show(rq, 409);
    if (found == DB_FAIL ||
        panic_begin(rq->db, rq->arena, rq->who.id, &now, seat.hall, seat.counter, &id) == DB_FAIL)
        return page_failed(rq);
    live_say(rq, CHANNEL, arena_format(rq->arena, "{\"h\":\"%s\"}", seat.hall_code));
    return desk_done(rq);
}

/* ---- those who help ------------------------------------------------------------------------------------- */

static void alarm_fill(struct request *rq, struct data *item, const struct panic *panic)
{
    const char *hall = say_either(rq, panic->hall_name, panic->hall_name_en);
    data_format(item, "Id", "%llu", (unsigned long long)panic->id);
    data_set(item, "Hall", hall);
    if (panic->counter)
        data_format(item, "Place", "%s %u%s%s", say(rq, "desk.counter"), panic->counter,
                    *panic->counter_name ? ", " : "", panic->counter_name);
    else
        data_set(item, "Place", say(rq, "panic.no_counter"));
    if (*panic->zone)
        data_set(item, "Zone", say_fill(rq, "panic.zone", "zone", panic->zone, NULL));
    data_set(item, "Who", panic->user_name);
    data_set(item, "Unit", panic->user_unit);
    data_set(item, "At", desk_clock(rq, &panic->at));
    data_set(item, "Moment", say_moment(rq, &panic->at));
    data_set(item, "EndedAt", say_moment(rq, &panic->ended_at));
    data_set(item, "EndedBy", panic->ended_by);
    if (!panic->ended_at.year)
        page_form(rq, item, arena_format(rq->arena, LIST_PATH "/%llu/xong", (unsigned long long)panic->id));
}

void panic_band_fill(struct request *rq)
{
    struct helper helper;
    struct panic *list = arena_take_array(rq->arena, PANIC_LIST_MAX, sizeof *list);
    size_t n;
    data_set(rq->data, "Page.AlarmEvents", "/can-bo/tin/" CHANNEL);
    if (panic_open_list(rq->db, rq->arena, list, &n) == DB_FAIL || n == 0 || !helper_read(rq, &helper))
        return;
    for (size_t i = 0; i < n; i++) {
        if (!helper_reaches(&helper, list[i].hall, list[i].agency))
            continue;
        struct data *item = data_add(rq->data, "Alarms");
        alarm_fill(rq, item, &list[i]);
        /* Whoever called sits beside the one who threatens: no sound there. */
        data_set_flag(item, "Own", list[i].user == rq->who.id);
        if (rq->method == GET)
            data_format(item, "Back", "%s%s%s", rq->link, *rq->query ? "?" : "", rq->query);
    }
}

int panic_list(struct request *rq)
{
    struct helper helper;
    struct civil now = clock_now(), since = civil_from_day(civil_day(&now) - DAYS_SHOWN);
    struct panic *list = arena_take_array(rq->arena, PANIC_LIST_MAX, sizeof *list);
    size_t n;
    catalogue_now(rq->db);
    if (!helper_read(rq, &helper) || panic_recent_list(rq->db, rq->arena, &since, list, &n) == DB_FAIL)
        return page_failed(rq);
    for (size_t i = 0; i < n; i++)
        if (helper_reaches(&helper, list[i].hall, list[i].agency))
            alarm_fill(rq, data_add(rq->data, "Calls"), &list[i]);
    if (!help_list_fill(rq, &helper, &since))
        return page_failed(rq);
    return page_show(rq, "staff/panic_list.cs", "panic_list");
}

int panic_end(struct request *rq)
{
    struct helper helper;
    struct panic panic;
    struct civil now = clock_now();
    uint64_t id = (uint64_t)input_number(rq, "id");
    if (!helper_read(rq, &helper))
        return page_failed(rq);
    enum db_result found = panic_read(rq->db, rq->arena, id, &panic);
    if (found == DB_FAIL)
        return page_failed(rq);
    if (found == DB_NONE || !helper_reaches(&helper, panic.hall, panic.agency))
        return page_missing(rq);
    /* Somebody else who is there already is as good. */
    if (panic_finish(rq->db, id, rq->who.id, &now) == DB_FAIL)
        return page_failed(rq);
    live_say(rq, CHANNEL, arena_format(rq->arena, "{\"h\":\"%s\"}", panic.hall_code));
    const char *back = sign_in_back(rq, input_text(rq, "tiep"));
    return page_go(rq, "%s", *back ? back : LIST_PATH);
}
