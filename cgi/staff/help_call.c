/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/help_call.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/live.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/help_call.h"
#include "staff/desk_inside.h"
#include "staff/rights.h"
#include "staff/sign_in_inside.h"

#define PATH "/can-bo/giup-khach/%llu/%s"

static void call_fill(struct request *rq, struct data *item, const struct help_call *call)
{
    data_format(item, "Id", "%llu", (unsigned long long)call->id);
    data_set(item, "Device", call->device);
    data_set(item, "Place", call->place);
    data_set(item, "Hall", say_either(rq, call->hall_name, call->hall_name_en));
    data_set(item, "At", desk_clock(rq, &call->at));
}

static void band_item_fill(struct request *rq, const struct help_call *call)
{
    struct data *item = data_add(rq->data, "Helps");
    bool mine = call->accepter == rq->who.id;
    call_fill(rq, item, call);
    data_set_flag(item, "Mine", mine);
    page_form(rq, item, arena_format(rq->arena, PATH, (unsigned long long)call->id, mine ? "xong" : "den"));
    if (rq->method == GET)
        data_format(item, "Back", "%s%s%s", rq->link, *rq->query ? "?" : "", rq->query);
}

void help_band_fill(struct request *rq)
{
    struct helper helper;
    struct civil now = clock_now();
    struct help_call *list = arena_take_array(rq->arena, HELP_LIST_MAX, sizeof *list);
    size_t n;
    /* Those who run a hall hear both on one line. */
    if (!right_held(rq, RIGHT_HALL))
        data_set(rq->data, "Page.AlarmEvents", "/can-bo/tin/alarm-help");
    if (help_open_list(rq->db, rq->arena, &now, list, &n) == DB_FAIL || n == 0 || !helper_read(rq, &helper))
        return;
    for (size_t i = 0; i < n; i++)
        if ((!list[i].accepter || list[i].accepter == rq->who.id) &&
            helper_reaches(&helper, list[i].hall, list[i].agency))
            band_item_fill(rq, &list[i]);
}

bool help_list_fill(struct request *rq, const struct helper *helper, const struct civil *since)
{
    struct civil now = clock_now();
    struct help_call *list = arena_take_array(rq->arena, HELP_LIST_MAX, sizeof *list);
    size_t n;
    if (help_recent_list(rq->db, rq->arena, since, list, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!helper_reaches(helper, list[i].hall, list[i].agency))
            continue;
        struct data *item = data_add(rq->data, "HelpCalls");
        call_fill(rq, item, &list[i]);
        data_set(item, "Moment", say_moment(rq, &list[i].at));
        data_set(item, "AcceptedBy", list[i].accepted_by);
        data_set(item, "AcceptedAt", desk_clock(rq, &list[i].accepted_at));
        data_set(item, "EndedBy", list[i].ended_by);
        data_set(item, "EndedAt", desk_clock(rq, &list[i].ended_at));
        data_set_flag(item, "Open", !list[i].ended_at.year && civil_compare(&list[i].lapses_at, &now) > 0);
    }
    return true;
}

/* 0: it is there, and this officer may help. Else the handler's answer. */
static int call_find(struct request *rq, struct help_call *call)
{
    struct helper helper;
    if (!right_held(rq, RIGHT_COUNTER) && !right_held(rq, RIGHT_HALL))
        return page_forbidden(rq);
    if (!helper_read(rq, &helper))
        return page_failed(rq);
    enum db_result found = help_read(rq->db, rq->arena, (uint64_t)input_number(rq, "id"), call);
    if (found == DB_FAIL)
        return page_failed(rq);
    if (found == DB_NONE || !helper_reaches(&helper, call->hall, call->agency))
        return page_missing(rq);
    return 0;
}

static int changed(struct request *rq, const struct help_call *call)
{
    const char *text = arena_format(rq->arena, "{\"h\":\"%s\"}", call->hall_code);
    const char *back = sign_in_back(rq, input_text(rq, "tiep"));
    live_say(rq, "alarm-staff", text);
    live_say(rq, "alarm-help", text);
    return page_go(rq, "%s", *back ? back : "/can-bo");
}

int help_coming(struct request *rq)
{
    struct help_call call;
    struct civil now = clock_now();
    int status = call_find(rq, &call);
    if (status)
        return status;
    /* Somebody else who goes there is as good: the band is gone from the next page. */
    if (help_accept(rq->db, rq->arena, call.id, rq->who.id, &now) == DB_FAIL)
        return page_failed(rq);
    return changed(rq, &call);
}

int help_done(struct request *rq)
{
    struct help_call call;
    struct civil now = clock_now();
    int status = call_find(rq, &call);
    if (status)
        return status;
    if (help_finish(rq->db, rq->arena, call.id, rq->who.id, &now) == DB_FAIL)
        return page_failed(rq);
    return changed(rq, &call);
}
