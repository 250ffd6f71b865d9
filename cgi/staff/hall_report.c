/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_report.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/hall_report.h"
#include "staff/csv.h"
#include "staff/hall_view.h"

#define PATH "/can-bo/sanh/bao-cao"

struct view {
    struct hall hall;
    struct civil from, to;
    struct hall_report report;
};

static const char *const time_names[TIME_KINDS] = {"wait", "walk", "serve"};

/* ---- the period ------------------------------------------------------------------------------ */

/* The week up to today where nothing is given, one day where only one is; what is no period counts as its first day,
 * and is said. */
static void period_read(struct request *rq, struct view *view)
{
    struct civil now = clock_now();
    bool from = input_date(rq, "tu", &view->from), to = input_date(rq, "den", &view->to);
    if (!to)
        view->to = from ? view->from : civil_from_day(civil_day(&now));
    if (!from)
        view->from = to ? view->to : civil_from_day(civil_day(&now) - 6);
    int days = civil_day(&view->to) - civil_day(&view->from);
    if (days < 0)
        input_refuse(rq, "den", "date_before");
    else if (days >= REPORT_DAYS_MAX)
        input_refuse(rq, "den", "hall_period");
    if (days < 0 || days >= REPORT_DAYS_MAX)
        view->to = view->from;
}

/* 0: go on. */
static int view_need(struct request *rq, struct view *view)
{
    int answer = hall_view_need(rq, &view->hall);
    if (answer)
        return answer;
    period_read(rq, view);
    return hall_report_read(rq->db, rq->arena, view->hall.id, &view->from, &view->to, &view->report) == DB_OK
               ? 0
               : page_failed(rq);
}

/* ---- the page -------------------------------------------------------------------------------- */

/* "12 phút", below two minutes "45 giây"; "–" for nothing. */
static const char *length_text(struct request *rq, int64_t seconds)
{
    if (seconds < 0)
        return "–";
    return seconds < 120 ? say_count(rq, "hall_report.seconds", seconds)
                         : say_count(rq, "hall_live.minutes", (seconds + 30) / 60);
}

static void times_fill(struct request *rq, struct data *item, struct report_line *line)
{
    for (int kind = 0; kind < TIME_KINDS; kind++) {
        struct data *cell = data_add(item, "Times");
        data_set(cell, "Name", say_one(rq, "hall_report", time_names[kind]));
        data_set(cell, "Half", length_text(rq, time_sample_at(&line->times[kind], 50)));
        data_set(cell, "Most", length_text(rq, time_sample_at(&line->times[kind], 90)));
        data_set_flag(cell, "Some", line->times[kind].n > 0);
    }
}

static struct data *line_fill(struct request *rq, const char *list, struct report_line *line)
{
    struct data *item = data_add(rq->data, list);
    data_set_number(item, "Arrivals", line->arrivals);
    data_set_number(item, "Served", line->ends[END_SERVED]);
    data_set_number(item, "Missed", line->ends[END_MISSED]);
    data_set_number(item, "Abandoned", line->ends[END_ABANDONED]);
    times_fill(rq, item, line);
    return item;
}

static void lines_fill(struct request *rq, struct hall_report *report)
{
    data_set(line_fill(rq, "Sum", &report->all), "Name", say(rq, "hall_report.all"));
    for (size_t i = 0; i < report->n_groups; i++) {
        struct report_line *line = &report->groups[i];
        data_format(line_fill(rq, "ByGroup", line), "Name", "%c – %s", line->letter,
                    say_either(rq, line->name, line->name_en));
    }
    for (size_t i = 0; i < report->n_counters; i++)
        data_set(line_fill(rq, "ByCounter", &report->counters[i]), "Name",
                 say_fill(rq, "hall_live.panic_counter", "n",
                          arena_format(rq->arena, "%u", report->counters[i].number), NULL));
    for (size_t i = 0; i < report->n_hours; i++)
        data_format(line_fill(rq, "ByHour", &report->hours[i]), "Name", "%02u:00 – %02u:59", report->hours[i].number,
                    report->hours[i].number);
}

static void facts_fill(struct request *rq, const struct view *view)
{
    const struct hall_report *report = &view->report;
    for (int channel = 0; channel < TICKET_CHANNELS; channel++) {
        struct data *item = data_add(rq->data, "Channels");
        data_set(item, "Name", say_one(rq, "hall_channel", ticket_channel_names[channel]));
        data_set_number(item, "Tickets", report->all.channels[channel]);
    }
    if (report->closed)
        data_set(rq->data, "Report.Closed",
                 say_fill(rq, "hall_report.closed", "days", arena_format(rq->arena, "%u", report->closed), "left",
                          arena_format(rq->arena, "%u", report->left_over), NULL));
    if (report->all.ends[END_OPEN])
        data_set(rq->data, "Report.Open", say_count(rq, "hall_report.open", report->all.ends[END_OPEN]));
    data_set(rq->data, "Report.Days", say_count(rq, "hall_report.days", report->days));
    data_set_flag(rq->data, "Report.Any", report->all.arrivals > 0);
}

static void frame_fill(struct request *rq, const struct view *view, int status)
{
    hall_view_frame(rq, &view->hall, PATH);
    data_format(rq->data, "Report.Action", "%s" PATH, rq->base);
    data_format(rq->data, "Report.CsvHref", "%s" PATH ".csv?sanh=%s&tu=%04d-%02d-%02d&den=%04d-%02d-%02d", rq->base,
                view->hall.code, view->from.year, view->from.month, view->from.day, view->to.year, view->to.month,
                view->to.day);
    data_set(rq->data, "Report.From", say_day(rq, &view->from));
    if (civil_compare(&view->from, &view->to) != 0)
        data_set(rq->data, "Report.To", say_day(rq, &view->to));
    data_set(rq->data, "Page.Title", say_fill(rq, "hall_report.title_of", "hall",
                                              say_either(rq, view->hall.name, view->hall.name_en), NULL));
    if (status != 200)
        return;
    data_set(rq->data, "Form.tu.Value", date_format_day(arena_take(rq->arena, DATE_TEXT_MAX), &view->from));
    data_set(rq->data, "Form.den.Value", date_format_day(arena_take(rq->arena, DATE_TEXT_MAX), &view->to));
}

int hall_report_page(struct request *rq)
{
    struct view *view = arena_take(rq->arena, sizeof *view);
    int answer = view_need(rq, view);
    if (answer)
        return answer;
    if (!hall_view_running(rq, &view->hall, &view->from, &view->to))
        return page_failed(rq);
    int status = input_refused(rq) || rq->again ? 422 : 200;
    lines_fill(rq, &view->report);
    facts_fill(rq, view);
    frame_fill(rq, view, status);
    return page_show_status(rq, status, "staff/hall_report.cs", "hall_report");
}

/* ---- the table ------------------------------------------------------------------------------- */

static void csv_head(struct request *rq, struct csv *csv)
{
    static const char *const names[] = {"by", "name", "arrivals", "served", "missed", "abandoned"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        csv_text(csv, say_one(rq, "hall_report", names[i]));
    for (int channel = 0; channel < TICKET_CHANNELS; channel++)
        csv_text(csv, say_one(rq, "hall_channel", ticket_channel_names[channel]));
    for (int kind = 0; kind < TIME_KINDS; kind++)
        for (int most = 0; most < 2; most++)
            csv_text(csv, say_fill(rq, most ? "hall_report.most_seconds" : "hall_report.half_seconds", "what",
                                        say_one(rq, "hall_report", time_names[kind]), NULL));
    csv_line(csv);
}

static void row_write(struct request *rq, struct csv *csv, const char *by, const char *name,
                      struct report_line *line)
{
    csv_text(csv, say_one(rq, "hall_report", by));
    csv_text(csv, name);
    csv_number(csv, line->arrivals);
    for (int end = END_SERVED; end < END_KINDS; end++)
        csv_number(csv, line->ends[end]);
    for (int channel = 0; channel < TICKET_CHANNELS; channel++)
        csv_number(csv, line->channels[channel]);
    for (int kind = 0; kind < TIME_KINDS; kind++) {
        csv_number(csv, time_sample_at(&line->times[kind], 50));
        csv_number(csv, time_sample_at(&line->times[kind], 90));
    }
    csv_line(csv);
}

int hall_report_csv(struct request *rq)
{
    struct view *view = arena_take(rq->arena, sizeof *view);
    struct hall_report *report = &view->report;
    struct csv csv;
    int answer = view_need(rq, view);
    if (answer)
        return answer;
    if (input_refused(rq))
        return page_malformed(rq);
    csv_begin(&csv);
    csv_head(rq, &csv);
    row_write(rq, &csv, "all", "", &report->all);
    for (size_t i = 0; i < report->n_hours; i++)
        row_write(rq, &csv, "hour", arena_format(rq->arena, "%02u:00", report->hours[i].number), &report->hours[i]);
    for (size_t i = 0; i < report->n_groups; i++)
        row_write(rq, &csv, "group",
                  arena_format(rq->arena, "%c %s", report->groups[i].letter,
                               say_either(rq, report->groups[i].name, report->groups[i].name_en)),
                  &report->groups[i]);
    for (size_t i = 0; i < report->n_counters; i++)
        row_write(rq, &csv, "counter", arena_format(rq->arena, "%u", report->counters[i].number),
                  &report->counters[i]);
    return csv_end(rq, &csv, arena_format(rq->arena, "sanh-%s-%04d%02d%02d-%04d%02d%02d.csv", view->hall.code,
                                          view->from.year, view->from.month, view->from.day, view->to.year,
                                          view->to.month, view->to.day));
}
