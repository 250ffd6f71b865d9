/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/due.h"

#include <stdio.h>
#include <string.h>

#include "model/calendar.h"

static struct worktime_pause pauses[WORKTIME_PAUSES_MAX];

static bool moment_read(const char *text, int64_t *minute)
{
    struct civil moment;

    if (!civil_parse(text, &moment))
        return false;
    *minute = civil_minute(&moment);
    return true;
}

static bool pause_read(struct tool *tool, const char *text, bool restart,
                       struct due_question *question)
{
    struct worktime_pause *pause = &pauses[question->request.pause_count];
    const char *dots = strstr(text, "..");

    if (!dots) {
        tool_fail(tool, "\"%s\" is no pause: FROM..TO.", text);
        return false;
    }
    if (question->request.pause_count == WORKTIME_PAUSES_MAX) {
        tool_fail(tool, "more than %d pauses.", WORKTIME_PAUSES_MAX);
        return false;
    }
    const char *to = dots + 2;
    pause->restart = restart;
    pause->to = WORKTIME_OPEN;
    if (!moment_read(arena_copy_bytes(tool->arena, text, (size_t)(dots - text)), &pause->from) ||
        (strcmp(to, "open") != 0 && !moment_read(to, &pause->to)) || pause->to < pause->from) {
        tool_fail(tool, "\"%s\" is no pause, for example \"2026-02-12 09:00..2026-02-24 09:00\".",
                  text);
        return false;
    }
    question->request.pause_count++;
    return true;
}

/* One option with its value; false after a sentence. */
static bool option_read(struct tool *tool, const char *name, const char *value,
                        struct due_question *question, bool *from_given)
{
    if (strcmp(name, "--from") == 0) {
        *from_given = moment_read(value, &question->request.received);
        if (!*from_given)
            tool_fail(tool, "\"%s\" is no moment, for example \"2026-02-11 16:10\".", value);
        return *from_given;
    }
    if (strcmp(name, "--term") == 0) {
        if (worktime_term_parse(value, &question->request.term))
            return true;
        tool_fail(tool, "\"%s\" is no term, for example \"5 working days\", at most ten years.",
                  value);
        return false;
    }
    if (strcmp(name, "--rule") == 0) {
        question->rule = value;
        if (worktime_rule_parse(value, &question->request.rule))
            return true;
        tool_fail(tool, "\"%s\" is no rule, for example rolling, end_of_day, rolling+15:00.",
                  value);
        return false;
    }
    if (strcmp(name, "--pause") == 0 || strcmp(name, "--restart") == 0)
        return pause_read(tool, value, strcmp(name, "--restart") == 0, question);
    if (strcmp(name, "--agency") == 0)
        question->agency = value;
    else
        question->calendar = value;
    return true;
}

/* 0, or the exit status. */
static int arguments_read(struct tool *tool, int argc, char **argv, struct due_question *question)
{
    static const char *const options[] = { "--from",    "--term",   "--rule",    "--pause",
                                           "--restart", "--agency", "--calendar" };
    bool from_given = false;

    question->request.term.value = -1;
    for (int i = 0; i < argc; i++) {
        bool found = false;
        if (strcmp(argv[i], "--explain") == 0 || strcmp(argv[i], "--json") == 0) {
            question->explain = question->explain || argv[i][2] == 'e';
            question->json = question->json || argv[i][2] == 'j';
            continue;
        }
        for (size_t j = 0; j < sizeof options / sizeof options[0]; j++)
            found = found || strcmp(argv[i], options[j]) == 0;
        if (!found || i + 1 == argc)
            return 2;
        if (!option_read(tool, argv[i], argv[i + 1], question, &from_given))
            return 2;
        i++;
    }
    return from_given && question->request.term.value >= 0 ? 0 : 2;
}

/* Calendar and rule, from the file or the database. 0, or the exit status after a sentence. */
static int calendar_open(struct tool *tool, struct due_question *question,
                         struct worktime_calendar *calendar)
{
    if (question->calendar) {
        if (!due_calendar_read(tool, question->calendar, calendar))
            return 1;
        if (!question->rule)
            worktime_rule_parse("rolling", &question->request.rule);
        return 0;
    }
    enum db_result loaded = calendar_load(tool->db, tool->arena, question->agency, calendar);
    if (loaded == DB_NONE)
        return *question->agency
                   ? tool_fail(tool, "there is no agency \"%s\", or it has no working hours.",
                               question->agency)
                   : tool_fail(tool, "no working hours are entered.");
    if (loaded == DB_FAIL ||
        (!question->rule && calendar_rule(tool->db, tool->arena, &question->request.term,
                                          &question->request.rule) == DB_FAIL))
        return tool_fail_db(tool, "the calendar cannot be read");
    return 0;
}

/* What has to be said beside the answer; the exit status. */
static int remarks(const struct tool *tool, const struct worktime_calendar *calendar,
                   const struct worktime_result *result)
{
    char text[DATE_TEXT_MAX];

    if (result->unsure_from != WORKTIME_ALL_SURE) {
        struct civil day = civil_from_day(result->unsure_from);
        struct civil last = civil_from_day(calendar->known_to);
        if (result->unsure_from > calendar->known_to)
            fprintf(stderr, "motcua due: calendar unknown after %d; the plain week is assumed.\n",
                    last.year);
        else
            fprintf(stderr, "motcua due: the calendar of %s is not known or not confirmed.\n",
                    date_format_iso(text, &day));
    }
    switch (result->status) {
    case WORKTIME_DUE:
        return 0;
    case WORKTIME_STANDING:
        return tool_fail(tool, "the clock stands, there is no due time; %lld %s left.",
                         (long long)result->left,
                         result->measure == WORKTIME_IN_MINUTES        ? "working minutes"
                         : result->measure == WORKTIME_IN_WORKING_DAYS ? "working days"
                                                                       : "days");
    case WORKTIME_TOO_FAR:
        return tool_fail(tool, "not due before the year 2200.");
    case WORKTIME_BAD_START:
    case WORKTIME_BAD_TERM:
    case WORKTIME_BAD_PAUSE:
    case WORKTIME_BAD_CALENDAR:
        break;
    }
    return tool_fail(tool, "this cannot be counted.");
}

int command_due(struct tool *tool, int argc, char **argv)
{
    struct due_question question = { .agency = "", .request.pauses = pauses };
    struct worktime_calendar calendar;
    struct worktime_result result;
    size_t count;

    int status = arguments_read(tool, argc, argv, &question);
    if (status == 0)
        status = calendar_open(tool, &question, &calendar);
    if (status != 0)
        return status;
    worktime_trace(&calendar, &question.request, &result, NULL, 0, &count);
    struct worktime_row *rows = arena_take_array(tool->arena, count + 1, sizeof *rows);
    worktime_trace(&calendar, &question.request, &result, rows, count, &count);
    due_print(&question, &result, rows, count);
    return remarks(tool, &calendar, &result);
}
