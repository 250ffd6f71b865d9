/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "lib/say.h"
#include "lib/text.h"
#include "model/calendar_held.h"
#include "model/due_words.h"
#include "staff/work.h"

enum { NAME_MOST = 80 };

void work_light_fill(struct request *rq, uint64_t version, const struct civil *now,
                     const struct civil *due, bool standing, const char *code, struct data *item)
{
    char text[DATE_TEXT_MAX];
    if (due->year) {
        data_set(item, "DueText", date_format_short(text, due));
        data_set(item, "DueIso", date_format_rfc3339(text, due));
    }
    if (standing || !due->year) {
        data_set(item, "Light", standing ? "stand" : "none");
        data_set(item, "LightText", say(rq, standing ? "work.stand" : "work.no_due"));
        return;
    }
    const struct worktime_calendar *calendar = calendar_now(rq->db, version, code);
    if (!calendar) {
        data_set(item, "Light", "none");
        data_set(item, "LightText", say(rq, "work.no_calendar"));
        return;
    }
    due_left_put(rq, item, calendar, due, now);
    const char *over = data_get(item, "Over"), *left = data_get(item, "Left");
    data_set(item, "LightText", *over ? say_fill(rq, "work.over", "time", over, NULL)
                                      : say_fill(rq, "work.left", "time", left, NULL));
}

static void when(struct data *item, const char *name, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    data_set(item, name, at->year ? date_format_short(text, at) : "");
}

/* How many days a result has lain on the shelf, or the citizen has been waited for. */
static void waiting_fill(struct request *rq, const struct work *work,
                         const struct worklist_row *row, struct data *item)
{
    int days = civil_day(&work->ask.now) - civil_day(&row->opened);
    data_set(item, "Days", days > 0 ? say_count(rq, "time.days", days) : say(rq, "work.today"));
    data_set(item, "Shelf", row->shelf);
    if (strlen(row->phone) > 3) {
        const char *local = arena_format(rq->arena, "0%s", row->phone + 3);
        data_set(item, "PhoneText", text_group(rq->arena, local, "433"));
        data_set(item, "Phone", row->phone);
    }
}

void work_row_fill(struct request *rq, const struct work *work, const struct worklist_row *row,
                   struct data *item)
{
    const char *procedure = say_either(rq, row->procedure, row->procedure_en);
    data_format(item, "Href", "%s/can-bo/ho-so/%llu", rq->base, (unsigned long long)row->dossier);
    data_format(item, "Value", "%llu-%llu", (unsigned long long)row->dossier,
                (unsigned long long)row->task);
    data_set(item, "Number", row->number);
    data_set(item, "Procedure", text_shorten(rq->arena, procedure, NAME_MOST));
    if (text_count(procedure) > NAME_MOST)
        data_set(item, "ProcedureWhole", procedure);
    data_set(item, "Applicant", row->applicant);
    data_set(item, "Step", *row->step ? say_either(rq, row->step, row->step_en)
                                      : say(rq, "work.opinion_step"));
    data_set(item, "Holder", row->holder);
    data_set(item, "Unit", row->unit);
    data_set_flag(item, "Joint", strcmp(row->branch, "main") != 0);
    when(item, "Closed", &row->closed);
    when(item, "Opened", &row->opened);
    const struct civil *due = row->due.year ? &row->due : &row->dossier_due;
    work_light_fill(rq, work->frame.version, row->closed.year ? &row->closed : &work->ask.now, due,
                    row->standing && !row->closed.year, row->unit_code, item);
    if (row->due.year && row->dossier_due.year && civil_compare(&row->due, &row->dossier_due) != 0)
        when(item, "Promised", &row->dossier_due);
    waiting_fill(rq, work, row, item);
}
