/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The answer of motcua due, for people and for programs.
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "motcua/due.h"

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

static const char *kind_words(const struct worktime_row *row)
{
    switch (row->kind) {
    case WORKTIME_COUNTED:
        return row->restarted ? "counted anew" : "counted";
    case WORKTIME_COUNTED_EXTRA:
        return "counted, rest day made up";
    case WORKTIME_WEEKEND:
        return "rest day of the week";
    case WORKTIME_HOLIDAY:
        return "day off";
    case WORKTIME_PAUSED:
        return "the clock stood";
    case WORKTIME_LATE:
        return "received after the cut-off";
    case WORKTIME_CLOSED:
        return "received after closing";
    case WORKTIME_FIRST:
        return row->restarted ? "restart, first day not counted" : "first day, not counted";
    case WORKTIME_ENDS:
        return "the term ends";
    }
    return "";
}

static const char *kind_code(enum worktime_kind kind)
{
    static const char *const codes[] = {
        [WORKTIME_COUNTED] = "counted", [WORKTIME_COUNTED_EXTRA] = "make_up",
        [WORKTIME_WEEKEND] = "weekend", [WORKTIME_HOLIDAY] = "holiday",
        [WORKTIME_PAUSED] = "paused",   [WORKTIME_LATE] = "late",
        [WORKTIME_CLOSED] = "closed",   [WORKTIME_FIRST] = "first",
        [WORKTIME_ENDS] = "ends",
    };

    return codes[kind];
}

/* "2026-02-25 16:10" */
static const char *minute_text(char out[DATE_TEXT_MAX], int64_t minute)
{
    struct civil moment = civil_from_minute(minute);

    date_format_iso_time(out, &moment);
    out[strlen("2026-02-25 16:10")] = '\0';
    return out;
}

/* Minutes as 7:30, days as they are. */
static const char *amount_text(char out[DATE_TEXT_MAX], enum worktime_measure measure,
                               int64_t amount)
{
    if (measure == WORKTIME_IN_MINUTES)
        snprintf(out, DATE_TEXT_MAX, "%lld:%02d", (long long)(amount / 60), (int)(amount % 60));
    else
        snprintf(out, DATE_TEXT_MAX, "%lld", (long long)amount);
    return out;
}

static void row_print(enum worktime_measure measure, const struct worktime_row *row)
{
    char day[DATE_TEXT_MAX];
    char counted[DATE_TEXT_MAX] = "";
    char total[DATE_TEXT_MAX] = "";
    char paused[DATE_TEXT_MAX];
    struct civil date = civil_from_day(row->day);

    if (row->counted > 0) {
        amount_text(counted, measure, row->counted);
        amount_text(total, measure, row->total);
    }
    printf("  %s %s %9s %9s  %s", date_format_iso(day, &date), weekdays[date_weekday(row->day)],
           counted, total, kind_words(row));
    if (row->special && row->special->name && *row->special->name)
        printf(": %s", row->special->name);
    if (row->paused > 0 && row->kind != WORKTIME_PAUSED)
        printf("; the clock stood %s h", amount_text(paused, WORKTIME_IN_MINUTES, row->paused));
    printf("%s\n", row->known ? "" : " (calendar not known)");
}

static void explain_print(const struct due_question *question, const struct worktime_result *result,
                          const struct worktime_row *rows, size_t count)
{
    char moment[DATE_TEXT_MAX];
    char term[WORKTIME_TEXT_MAX];
    char rule[WORKTIME_TEXT_MAX];
    int64_t received = question->request.received;

    printf("received  %s %s\n", minute_text(moment, received),
           weekdays[date_weekday(date_of_minute(received))]);
    printf("term      %s, counted %s\n", worktime_term_format(term, &question->request.term),
           worktime_rule_format(rule, &question->request.rule));
    printf("\n  %-14s %9s %9s\n", "day", result->measure == WORKTIME_IN_MINUTES ? "h:min" : "days",
           "total");
    for (size_t i = 0; i < count; i++)
        row_print(result->measure, &rows[i]);
    if (result->status == WORKTIME_DUE)
        printf("\ndue       %s %s\n", minute_text(moment, result->due),
               weekdays[date_weekday(date_of_minute(result->due))]);
}

static json_t *row_json(const struct worktime_row *row)
{
    char day[DATE_TEXT_MAX];
    struct civil date = civil_from_day(row->day);
    const char *name = row->special && row->special->name ? row->special->name : "";

    return json_pack("{s:s, s:s, s:s, s:i, s:I, s:i, s:i, s:b, s:b}", "day",
                     date_format_iso(day, &date), "kind", kind_code(row->kind), "name", name,
                     "counted", row->counted, "total", (json_int_t)row->total, "paused",
                     row->paused, "open", row->open, "restarted", row->restarted, "known",
                     row->known);
}

static void json_print(const struct due_question *question, const struct worktime_result *result,
                       const struct worktime_row *rows, size_t count)
{
    static const char *const measures[] = { "minutes", "working_days", "days" };
    char from[DATE_TEXT_MAX];
    char due[DATE_TEXT_MAX];
    char term[WORKTIME_TEXT_MAX];
    char rule[WORKTIME_TEXT_MAX];
    json_t *list = json_array();

    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, row_json(&rows[i]));
    json_t *answer = json_pack(
        "{s:s, s:s, s:s, s:s?, s:s, s:I, s:I, s:b, s:o}", "received",
        minute_text(from, question->request.received), "term",
        worktime_term_format(term, &question->request.term), "rule",
        worktime_rule_format(rule, &question->request.rule), "due",
        result->status == WORKTIME_DUE ? minute_text(due, result->due) : NULL, "measure",
        measures[result->measure], "budget", (json_int_t)result->budget, "left",
        (json_int_t)result->left, "known", result->unsure_from == WORKTIME_ALL_SURE, "days", list);
    json_dumpf(answer, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(answer);
}

void due_print(const struct due_question *question, const struct worktime_result *result,
               const struct worktime_row *rows, size_t count)
{
    char due[DATE_TEXT_MAX];

    if (question->json)
        json_print(question, result, rows, count);
    else if (question->explain)
        explain_print(question, result, rows, count);
    else if (result->status == WORKTIME_DUE)
        puts(minute_text(due, result->due));
}
