/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_ledger.h"

#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/hall_ledger.h"
#include "staff/csv.h"
#include "staff/hall_view.h"

#define PATH "/can-bo/sanh/cong-bang"

enum { COUNTERS = 100 }; /* by number */

static const char *seconds_text(struct request *rq, const struct civil *at)
{
    return arena_format(rq->arena, "%02d:%02d:%02d", at->hour, at->minute, at->second);
}

static const char *reason_text(struct request *rq, const struct ledger_call *call)
{
    return call->reason < 0 ? "" : say_one(rq, "hall_reason", ticket_reason_names[call->reason]);
}

/* Hall, day and ledger. 0: go on. */
static int ledger_need(struct request *rq, struct hall *hall, struct civil *day, struct hall_ledger *ledger)
{
    int answer = hall_view_need(rq, hall);
    if (answer)
        return answer;
    *day = hall_view_day(rq);
    return hall_ledger_read(rq->db, rq->arena, hall->id, day, ledger) == DB_OK ? 0 : page_failed(rq);
}

/* ---- the page -------------------------------------------------------------------------------- */

static void call_fill(struct request *rq, const struct ledger_call *call)
{
    struct data *item = data_add(rq->data, "Calls");
    data_set(item, "At", seconds_text(rq, &call->at));
    data_set(item, "Label", call->label);
    data_set(item, "Group", say_either(rq, call->group, call->group_en));
    data_set_number(item, "Counter", call->counter);
    data_set(item, "Who", call->user_name);
    data_set(item, "Reason", reason_text(rq, call));
    data_set_flag(item, "Chosen", call->reason == TICKET_CHOSEN);
    if (call->class != TICKET_ORDINARY)
        data_set(item, "Class", say_one(rq, "hall_class", ticket_class_names[call->class]));
    data_set_number(item, "Passed", call->passed);
    data_set(item, "Note", call->note);
}

static void total_fill(struct request *rq, const char *list, const char *name, unsigned calls, unsigned passed)
{
    struct data *item = data_add(rq->data, list);
    data_set(item, "Name", name);
    data_set_number(item, "Calls", calls);
    data_set_number(item, "Passed", passed);
}

static void totals_fill(struct request *rq, const struct hall_ledger *ledger)
{
    unsigned reasons[TICKET_REASONS][2] = {{0}}, counters[COUNTERS][2] = {{0}};
    for (size_t i = 0; i < ledger->n; i++) {
        const struct ledger_call *call = &ledger->calls[i];
        if (call->reason >= 0) {
            reasons[call->reason][0]++;
            reasons[call->reason][1] += call->passed;
        }
        counters[call->counter % COUNTERS][0]++;
        counters[call->counter % COUNTERS][1] += call->passed;
    }
    for (int i = 0; i < TICKET_REASONS; i++)
        if (reasons[i][0])
            total_fill(rq, "Reasons", say_one(rq, "hall_reason", ticket_reason_names[i]), reasons[i][0],
                       reasons[i][1]);
    for (unsigned i = 0; i < COUNTERS; i++)
        if (counters[i][0])
            total_fill(rq, "ByCounter", say_fill(rq, "hall_live.panic_counter", "n",
                                                 arena_format(rq->arena, "%u", i), NULL),
                       counters[i][0], counters[i][1]);
    data_set(rq->data, "Ledger.Sum",
             say_fill(rq, "hall_ledger.sum", "n", arena_format(rq->arena, "%zu", ledger->n), "all",
                      arena_format(rq->arena, "%u", ledger->all), "passed",
                      arena_format(rq->arena, "%u", ledger->passed), NULL));
}

int hall_ledger_page(struct request *rq)
{
    struct hall hall;
    struct civil day;
    struct hall_ledger ledger;
    int answer = ledger_need(rq, &hall, &day, &ledger);
    if (answer)
        return answer;
    if (!hall_view_running(rq, &hall, &day, &day))
        return page_failed(rq);
    int status = rq->again ? 422 : 200;
    hall_view_frame(rq, &hall, PATH);
    for (size_t i = 0; i < ledger.n; i++)
        call_fill(rq, &ledger.calls[i]);
    totals_fill(rq, &ledger);
    data_format(rq->data, "Ledger.Action", "%s" PATH, rq->base);
    data_set(rq->data, "Ledger.Day", say_day(rq, &day));
    data_format(rq->data, "Ledger.CsvHref", "%s" PATH ".csv?sanh=%s&ngay=%04d-%02d-%02d", rq->base, hall.code, day.year,
                day.month, day.day);
    if (status == 200)
        data_set(rq->data, "Form.ngay.Value", date_format_day(arena_take(rq->arena, DATE_TEXT_MAX), &day));
    data_set(rq->data, "Page.Title", say_fill(rq, "hall_ledger.title_of", "hall",
                                              say_either(rq, hall.name, hall.name_en), NULL));
    return page_show_status(rq, status, "staff/hall_ledger.cs", "hall_ledger");
}

/* ---- the table ------------------------------------------------------------------------------- */

int hall_ledger_csv(struct request *rq)
{
    static const char *const heads[] = {"at",      "ticket", "class",  "group", "counter",
                                        "officer", "reason", "passed", "note"};
    struct hall hall;
    struct civil day;
    struct hall_ledger ledger;
    struct csv csv;
    int answer = ledger_need(rq, &hall, &day, &ledger);
    if (answer)
        return answer;
    csv_begin(&csv);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csv_text(&csv, say_one(rq, "hall_ledger", heads[i]));
    csv_line(&csv);
    for (size_t i = 0; i < ledger.n; i++) {
        const struct ledger_call *call = &ledger.calls[i];
        csv_text(&csv, date_format_iso_time(arena_take(rq->arena, DATE_TEXT_MAX), &call->at));
        csv_text(&csv, call->label);
        csv_text(&csv, say_one(rq, "hall_class", ticket_class_names[call->class]));
        csv_text(&csv, say_either(rq, call->group, call->group_en));
        csv_number(&csv, call->counter);
        csv_text(&csv, call->user_name);
        csv_text(&csv, reason_text(rq, call));
        csv_number(&csv, call->passed);
        csv_text(&csv, call->note);
        csv_line(&csv);
    }
    return csv_end(rq, &csv, arena_format(rq->arena, "cong-bang-%s-%04d%02d%02d.csv", hall.code, day.year,
                                               day.month, day.day));
}
