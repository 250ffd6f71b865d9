/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Due times worked out by hand. Each row can be followed with a calendar and a pencil.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
/* cmocka wants the four above before it */
#include <cmocka.h>

#include "worktime_sample.h"

/* A pause: "FROM..TO", a "!" in front restarts the term, several are joined by a comma. */
struct worked {
    const char *received;
    const char *term;
    const char *rule;
    const char *pauses;
    const char *due;
};

static const struct worked plain_week[] = {
    /* 8 hours a day from the minute of receipt, or the end of the n-th day after it */
    { "2026-03-02 09:30", "3 working days", "rolling", "", "2026-03-05 09:30" },
    { "2026-03-02 09:30", "3 working days", "end_of_day", "", "2026-03-05 17:00" },
    /* a whole day from opening is over at closing, not at the next opening */
    { "2026-03-02 07:30", "1 working day", "rolling", "", "2026-03-02 17:00" },
    { "2026-03-02 07:30", "1 working day", "end_of_day", "", "2026-03-03 17:00" },
    /* over the weekend */
    { "2026-03-06 16:00", "1 working day", "rolling", "", "2026-03-09 16:00" },
    { "2026-03-06 16:00", "1 working day", "end_of_day", "", "2026-03-09 17:00" },
    /* at lunch, at closing, at night, at dawn */
    { "2026-03-02 12:00", "1 working day", "rolling", "", "2026-03-03 11:30" },
    { "2026-03-02 11:30", "1 working day", "rolling", "", "2026-03-03 11:30" },
    { "2026-03-02 11:29", "1 working day", "rolling", "", "2026-03-03 11:29" },
    { "2026-03-02 16:59", "1 working day", "rolling", "", "2026-03-03 16:59" },
    { "2026-03-02 17:00", "1 working day", "rolling", "", "2026-03-03 17:00" },
    { "2026-03-02 20:15", "2 working days", "rolling", "", "2026-03-04 17:00" },
    { "2026-03-02 05:00", "1 working day", "rolling", "", "2026-03-02 17:00" },
    { "2026-03-02 05:00", "1 working day", "end_of_day", "", "2026-03-03 17:00" },
    { "2026-03-02 20:15", "1 working day", "end_of_day", "", "2026-03-03 17:00" },
    /* filed on a rest day: that day is the day of receipt, Monday is day one */
    { "2026-03-07 10:00", "1 working day", "rolling", "", "2026-03-09 17:00" },
    { "2026-03-07 10:00", "1 working day", "end_of_day", "", "2026-03-09 17:00" },
    { "2026-03-08 23:59", "5 working days", "end_of_day", "", "2026-03-13 17:00" },
    { "2026-03-02 09:30:59", "3 working days", "rolling", "", "2026-03-05 09:30" },
};

static const struct worked month_ends[] = {
    { "2026-01-30 10:00", "2 working days", "rolling", "", "2026-02-03 10:00" },
    { "2026-02-27 10:00", "1 working day", "end_of_day", "", "2026-03-02 17:00" },
    { "2026-12-30 10:00", "2 working days", "end_of_day", "", "2027-01-04 17:00" },
    { "2025-12-31 15:00", "1 working day", "rolling", "", "2026-01-05 15:00" },
    { "2025-12-31 15:00", "1 working day", "end_of_day", "", "2026-01-05 17:00" },
    { "2024-02-28 10:00", "2 working days", "rolling", "", "2024-03-01 10:00" },
    { "2024-02-28 10:00", "2 working days", "end_of_day", "", "2024-03-01 17:00" },
    /* months: the day of the same number, or the last of the month */
    { "2026-01-15 10:00", "1 month", "rolling", "", "2026-02-23 17:00" }, /* 15 Feb: Sunday, Tet */
    { "2026-01-31 10:00", "1 month", "rolling", "", "2026-03-02 17:00" }, /* 28 Feb: Saturday */
    { "2024-01-31 10:00", "1 month", "end_of_day", "", "2024-02-29 17:00" },
    { "2025-11-30 10:00", "3 months", "rolling", "", "2026-03-02 17:00" },
    { "2024-02-29 10:00", "12 months", "rolling", "", "2025-02-28 17:00" },
    { "2026-03-02 10:00", "1 week", "rolling", "", "2026-03-09 17:00" },
};

static const struct worked tet_2026[] = {
    /* off from Saturday 14 to Sunday 22 February */
    { "2026-02-11 16:10", "5 working days", "rolling", "", "2026-02-25 16:10" },
    { "2026-02-11 16:10", "5 working days", "end_of_day", "", "2026-02-25 17:00" },
    { "2026-02-13 17:00", "1 working day", "rolling", "", "2026-02-23 17:00" },
    { "2026-02-13 16:59", "1 working day", "rolling", "", "2026-02-23 16:59" },
    { "2026-02-13 08:00", "1 working day", "end_of_day", "", "2026-02-23 17:00" },
    { "2026-02-17 09:00", "1 working day", "rolling", "", "2026-02-23 17:00" },
    { "2026-02-17 09:00", "1 working day", "end_of_day", "", "2026-02-23 17:00" },
    { "2026-02-12 10:00", "10 working days", "rolling", "", "2026-03-05 10:00" },
    { "2026-02-02 10:00", "30 working days", "end_of_day", "", "2026-03-23 17:00" },
    /* calendar days run through, only the end moves to the next working day */
    { "2026-02-11 10:00", "15 days", "rolling", "", "2026-02-26 17:00" },
    { "2026-02-11 10:00", "5 days", "rolling", "", "2026-02-23 17:00" },
    { "2026-02-13 10:00", "10 days", "end_of_day", "", "2026-02-23 17:00" },
    { "2026-02-13 10:00", "3 calendar days", "rolling", "", "2026-02-23 17:00" },
    { "2026-02-13 16:00", "2 hours", "rolling", "", "2026-02-23 08:30" },
    { "2026-02-13 15:01", "same day", "rolling", "", "2026-02-23 17:00" },
    /* the earlier ones */
    { "2025-01-24 15:30", "2 working days", "rolling", "", "2025-02-04 15:30" },
    { "2024-02-07 08:00", "1 working day", "end_of_day", "", "2024-02-15 17:00" },
};

static const struct worked swapped_days[] = {
    { "2026-01-09 10:00", "1 working day", "rolling", "", "2026-01-10 10:00" },
    { "2026-01-09 10:00", "1 working day", "end_of_day", "", "2026-01-10 17:00" },
    { "2026-01-10 09:00", "1 working day", "rolling", "", "2026-01-12 09:00" },
    { "2026-08-21 16:00", "1 working day", "rolling", "", "2026-08-22 16:00" },
    { "2026-08-28 16:00", "1 working day", "rolling", "", "2026-09-03 16:00" },
    { "2026-08-28 16:00", "2 working days", "end_of_day", "", "2026-09-04 17:00" },
    { "2024-04-26 08:00", "3 working days", "end_of_day", "", "2024-05-04 17:00" },
    { "2025-04-25 14:00", "2 working days", "rolling", "", "2025-04-28 14:00" },
    { "2025-04-29 14:00", "1 working day", "rolling", "", "2025-05-05 14:00" },
    { "2026-08-12 10:00", "10 days", "rolling", "", "2026-08-22 17:00" },
    { "2026-01-09 16:00", "same day", "rolling", "", "2026-01-10 17:00" },
    /* other holidays: one on a Sunday with its day in lieu, two in a row, one alone */
    { "2026-04-24 09:00", "1 working day", "rolling", "", "2026-04-28 09:00" },
    { "2026-04-24 09:00", "1 working day", "end_of_day", "", "2026-04-28 17:00" },
    { "2026-04-20 08:00", "20 working days", "rolling", "", "2026-05-21 08:00" },
    { "2026-04-29 09:00", "1 working day", "end_of_day", "", "2026-05-04 17:00" },
    { "2026-11-23 09:30", "1 working day", "rolling", "", "2026-11-25 09:30" },
    { "2024-08-30 10:00", "1 working day", "end_of_day", "", "2024-09-04 17:00" },
};

static const struct worked cut_offs[] = {
    { "2026-03-03 09:00", "same day", "rolling", "", "2026-03-03 17:00" },
    { "2026-03-03 15:00", "same day", "rolling", "", "2026-03-03 17:00" },
    { "2026-03-03 15:01", "same day", "rolling", "", "2026-03-04 17:00" },
    { "2026-03-06 15:30", "same day", "end_of_day", "", "2026-03-09 17:00" },
    { "2026-03-07 09:00", "same day", "rolling", "", "2026-03-09 17:00" },
    { "2026-03-02 06:00", "same day", "rolling", "", "2026-03-02 17:00" },
    { "2026-03-02 14:30", "same day", "rolling+14:00", "", "2026-03-03 17:00" },
    { "2026-03-02 19:00", "same day", "rolling+20:00", "", "2026-03-03 17:00" },
    /* the same for every dossier, where the centre hands over in the morning */
    { "2026-03-02 15:30", "1 working day", "rolling+15:00", "", "2026-03-03 17:00" },
    { "2026-03-02 15:00", "1 working day", "rolling+15:00", "", "2026-03-03 15:00" },
    { "2026-03-06 15:01", "1 working day", "end_of_day+15:00", "", "2026-03-10 17:00" },
    { "2026-03-07 09:00", "1 working day", "end_of_day+15:00", "", "2026-03-10 17:00" },
    { "2026-03-06 16:00", "3 days", "rolling+15:00", "", "2026-03-12 17:00" },
};

static const struct worked hours[] = {
    { "2026-03-02 09:30", "4 hours", "rolling", "", "2026-03-02 15:00" },
    { "2026-03-02 07:30", "8 hours", "rolling", "", "2026-03-02 17:00" },
    { "2026-03-02 09:30", "half day", "rolling", "", "2026-03-02 15:00" },
    { "2026-03-02 09:30", "0.5 working day", "end_of_day", "", "2026-03-02 15:00" },
    { "2026-03-06 16:00", "1 half day", "rolling", "", "2026-03-09 10:30" },
    { "2026-03-02 09:30", "1.5 working days", "rolling", "", "2026-03-03 15:00" },
    { "2026-03-02 11:00", "90 minutes", "rolling", "", "2026-03-02 14:00" },
    { "2026-03-02 09:30", "2 working days", "rolling/450", "", "2026-03-04 08:30" },
};

static const struct worked pauses[] = {
    { "2026-03-02 09:30", "3 working days", "rolling", "2026-03-03 10:00..2026-03-05 10:00",
      "2026-03-09 09:30" },
    { "2026-03-02 09:30", "3 working days", "end_of_day", "2026-03-03 10:00..2026-03-05 10:00",
      "2026-03-09 17:00" },
    /* at night and over a weekend nothing is lost */
    { "2026-03-02 09:30", "3 working days", "rolling", "2026-03-02 18:00..2026-03-03 07:00",
      "2026-03-05 09:30" },
    { "2026-03-04 09:30", "3 working days", "rolling", "2026-03-06 17:00..2026-03-09 07:30",
      "2026-03-09 09:30" },
    /* two rounds, four rounds */
    { "2026-03-02 09:30", "5 working days", "rolling",
      "2026-03-03 08:00..2026-03-03 10:00,2026-03-05 14:00..2026-03-06 14:00", "2026-03-10 11:30" },
    { "2026-03-02 07:30", "2 working days", "rolling",
      "2026-03-03 14:00..2026-03-03 15:00,2026-03-02 08:00..2026-03-02 09:00,"
      "2026-03-02 14:00..2026-03-02 15:00,2026-03-03 08:00..2026-03-03 09:00",
      "2026-03-04 11:30" },
    /* over Tet */
    { "2026-02-12 09:00", "5 working days", "rolling", "2026-02-13 09:00..2026-02-24 09:00",
      "2026-03-02 09:00" },
    { "2026-02-12 09:00", "5 working days", "end_of_day", "2026-02-13 09:00..2026-02-24 09:00",
      "2026-03-02 17:00" },
    /* the full term again */
    { "2026-03-02 09:30", "3 working days", "rolling", "!2026-03-04 09:00..2026-03-09 14:00",
      "2026-03-12 14:00" },
    { "2026-03-02 09:30", "3 working days", "end_of_day", "!2026-03-04 09:00..2026-03-09 14:00",
      "2026-03-12 17:00" },
    { "2026-03-02 09:30", "3 working days", "rolling+15:00", "!2026-03-04 09:00..2026-03-09 15:30",
      "2026-03-12 17:00" },
    { "2026-03-02 09:30", "10 days", "rolling", "!2026-03-04 09:00..2026-03-09 14:00",
      "2026-03-19 17:00" },
    { "2026-01-15 09:30", "1 month", "rolling", "!2026-01-20 09:00..2026-01-31 09:00",
      "2026-03-02 17:00" },
    /* restarted once, then paused: 9 March 14:00 + 1 day counted, 1 day standing, 2 days left */
    { "2026-03-02 09:30", "3 working days", "rolling",
      "!2026-03-04 09:00..2026-03-09 14:00,2026-03-10 14:00..2026-03-11 14:00",
      "2026-03-13 14:00" },
    /* too late to change anything; to the minute */
    { "2026-03-02 09:30", "1 working day", "rolling", "2026-03-04 09:00..2026-03-05 09:00",
      "2026-03-03 09:30" },
    { "2026-03-02 09:30", "1 working day", "rolling", "!2026-03-03 09:30..2026-03-05 09:00",
      "2026-03-03 09:30" },
    { "2026-03-02 09:30", "1 working day", "rolling", "2026-03-03 09:29..2026-03-04 10:00",
      "2026-03-04 10:01" },
    { "2026-03-02 09:30", "2 working days", "end_of_day", "!2026-03-04 17:00..2026-03-05 09:00",
      "2026-03-04 17:00" },
    { "2026-03-02 09:30", "2 working days", "end_of_day", "!2026-03-04 18:00..2026-03-04 19:00",
      "2026-03-04 17:00" },
    /* on the last day of a term counted in days */
    { "2026-03-02 09:30", "2 working days", "end_of_day", "2026-03-04 10:00..2026-03-06 15:00",
      "2026-03-06 17:00" },
    { "2026-03-02 09:30", "2 working days", "end_of_day", "2026-03-04 10:00..2026-03-06 18:00",
      "2026-03-09 17:00" },
    { "2026-03-02 09:30", "2 working days", "end_of_day", "2026-03-04 10:00..2026-03-04 11:00",
      "2026-03-04 17:00" },
    { "2026-03-02 09:30", "3 working days", "end_of_day", "2026-03-03 10:00..2026-03-07 09:00",
      "2026-03-10 17:00" },
    { "2026-03-02 10:00", "10 days", "rolling", "2026-03-04 09:00..2026-03-07 09:00",
      "2026-03-16 17:00" },
    /* the term ends on Sunday, so it is due on Monday; asked for papers on that Monday */
    { "2026-03-05 10:00", "10 days", "rolling", "2026-03-16 09:00..2026-03-18 09:00",
      "2026-03-18 17:00" },
    /* overlapping, and begun before receipt */
    { "2026-03-02 09:30", "3 working days", "rolling",
      "2026-03-03 10:00..2026-03-04 10:00,2026-03-03 14:00..2026-03-05 10:00", "2026-03-09 09:30" },
    { "2026-03-02 09:30", "3 working days", "rolling", "2026-02-27 09:00..2026-03-03 09:30",
      "2026-03-06 09:30" },
    { "2026-03-03 09:00", "same day", "rolling", "2026-03-03 10:00..2026-03-05 09:00",
      "2026-03-05 17:00" },
    { "2026-03-03 09:00", "same day", "rolling", "2026-03-03 10:00..2026-03-03 11:00",
      "2026-03-03 17:00" },
    { "2026-03-03 09:00", "same day", "rolling", "!2026-03-03 10:00..2026-03-05 15:30",
      "2026-03-06 17:00" },
};

static size_t pauses_read(const char *text, struct worktime_pause *out)
{
    size_t count = 0;

    while (*text) {
        char from[17] = "";
        char to[17] = "";
        out[count].restart = *text == '!';
        text += *text == '!';
        memcpy(from, text, 16);
        memcpy(to, text + 18, 16);
        text += 34;
        text += *text == ',';
        out[count].from = at(from);
        out[count].to = at(to);
        count++;
    }
    return count;
}

static int check_all(const struct worked *cases, size_t count)
{
    struct worktime_pause standing[WORKTIME_PAUSES_MAX];
    int wrong = 0;

    for (size_t i = 0; i < count; i++) {
        const struct worked *c = &cases[i];
        struct worktime_request request = { .received = at(c->received), .pauses = standing };
        struct worktime_result result;
        if (!worktime_term_parse(c->term, &request.term) ||
            !worktime_rule_parse(c->rule, &request.rule))
            fail_msg("row %zu: %s, %s", i, c->term, c->rule);
        request.pause_count = pauses_read(c->pauses, standing);
        worktime_due(sample_calendar(), &request, &result);
        if (result.status != WORKTIME_DUE || strcmp(when(result.due), c->due) != 0) {
            print_error("%s + %s (%s) [%s]: due %s, worked out %s\n", c->received, c->term, c->rule,
                        c->pauses, when(result.due), c->due);
            wrong++;
        }
    }
    return wrong;
}

#define WORKED(name)                                                                               \
    static void name##_are_due_as_worked_out(void **state)                                         \
    {                                                                                              \
        (void)state;                                                                               \
        assert_int_equal(check_all(name, sizeof name / sizeof name[0]), 0);                        \
    }
WORKED(plain_week)
WORKED(month_ends)
WORKED(tet_2026)
WORKED(swapped_days)
WORKED(cut_offs)
WORKED(hours)
WORKED(pauses)

static void the_table_is_long_enough(void **state)
{
    (void)state;
    size_t rows = (sizeof plain_week + sizeof month_ends + sizeof tet_2026 + sizeof swapped_days +
                   sizeof cut_offs + sizeof hours + sizeof pauses) /
                  sizeof plain_week[0];
    printf("%zu worked cases\n", rows);
    assert_true(rows >= 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_week_are_due_as_worked_out),
        cmocka_unit_test(month_ends_are_due_as_worked_out),
        cmocka_unit_test(tet_2026_are_due_as_worked_out),
        cmocka_unit_test(swapped_days_are_due_as_worked_out),
        cmocka_unit_test(cut_offs_are_due_as_worked_out),
        cmocka_unit_test(hours_are_due_as_worked_out),
        cmocka_unit_test(pauses_are_due_as_worked_out),
        cmocka_unit_test(the_table_is_long_enough),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
