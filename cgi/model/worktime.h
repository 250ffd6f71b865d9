/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Legal deadlines: when is a dossier due, and why. Pure: no database, no clock, no allocation, no
 * words. The caller brings the calendar and the moments; every moment is a civil minute
 * (civil_minute of lib/date.h; seconds are cut off), every interval is half-open [from, to).
 *
 * Ownership: all arrays and names belong to the caller and must outlive the call (a calendar keeps
 * pointers to them). Limits: see the enum below; a due time after 2199 is not computed.
 */
#ifndef MOTCUA_MODEL_WORKTIME_H
#define MOTCUA_MODEL_WORKTIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/date.h"

enum {
    WORKTIME_SHIFTS_MAX = 4,  /* shifts of one day */
    WORKTIME_PAUSES_MAX = 64, /* pauses of one clock */
    WORKTIME_STEPS_MAX = 64,  /* steps of one workflow */
    WORKTIME_DAY = 480,       /* minutes a working day is worth when days are counted as hours */
    WORKTIME_HALF_DAY = 240,  /* one session (buổi) */
    WORKTIME_CUTOFF =
        15 * 60, /* 15:00: received later than this, a same-day procedure is due next day */
    WORKTIME_TEXT_MAX = 48, /* room for the text of a term or a rule */

    /* The longest terms: ten years of work, or of the calendar. */
    WORKTIME_DAYS_MAX = 2610,
    WORKTIME_MINUTES_MAX = WORKTIME_DAYS_MAX * WORKTIME_DAY,
    WORKTIME_CALENDAR_DAYS_MAX = 3660,
    WORKTIME_MONTHS_MAX = 120
};

#define WORKTIME_NEVER INT64_MAX /* no such minute before 2200 */
#define WORKTIME_OPEN INT64_MAX  /* `to` of a pause that still lasts */

/* ---- The calendar -------------------------------------------------------------------------------
 */

/* Minutes of the day, 0 <= from < to <= 1440. */
struct worktime_shift {
    int from;
    int to;
};

/* Working hours by weekday, from one day on until the next week of the calendar begins. The first
 * week also stands for all days before it. */
struct worktime_week {
    int from_day;
    int counts[7]; /* shifts of each weekday, MONDAY first; 0: a rest day */
    struct worktime_shift shifts[7][WORKTIME_SHIFTS_MAX];
};

enum worktime_special_kind {
    WORKTIME_OFF,    /* holiday, day in lieu, swapped day off */
    WORKTIME_MAKE_UP /* worked, with the hours of `as_weekday` */
};

struct worktime_special {
    int day;
    enum worktime_special_kind kind;
    enum weekday as_weekday;
    bool unconfirmed; /* the yearly notice is not out yet */
    const char *name; /* may be NULL */
    const char *name_en;
};

struct worktime_calendar {
    const struct worktime_week *weeks; /* rising from_day, at least one */
    size_t week_count;
    const struct worktime_special *specials; /* rising days, none twice */
    size_t special_count;
    int known_from; /* holidays are entered for these days, both included; outside them the plain
                       week */
    int known_to;   /* is assumed, and the answer says so */
};

/* Adds a shift in its place. False: bad times, an overlap, or too many. */
bool worktime_week_add(struct worktime_week *week, enum weekday weekday, int from, int to);
/* Sorts by day. False: a day is there twice. */
bool worktime_specials_sort(struct worktime_special *specials, size_t count);
/* What the header demands of a calendar, and that it has any working time at all. */
bool worktime_calendar_check(const struct worktime_calendar *calendar);

/* ---- Working minutes ----------------------------------------------------------------------------
 */

/* One day as the calendar has it. `shifts` points into the calendar. */
struct worktime_day {
    int day;
    int count; /* shifts; 0: not a working day */
    int minutes;
    bool known; /* inside known_from..known_to and not unconfirmed */
    const struct worktime_shift *shifts;
    const struct worktime_special *special; /* NULL on an ordinary day */
};
void worktime_day(const struct worktime_calendar *calendar, int day, struct worktime_day *out);

/* The first working minute at or after this one. */
int64_t worktime_next(const struct worktime_calendar *calendar, int64_t minute);

/* The earliest moment by which `minutes` of working time have passed since `from`: 0 gives `from`,
 * a whole day gives its closing time rather than the next opening. */
int64_t worktime_add(const struct worktime_calendar *calendar, int64_t from, int64_t minutes);
/* The other way: the latest moment that leaves `minutes` of working time before `to`. */
int64_t worktime_subtract(const struct worktime_calendar *calendar, int64_t to, int64_t minutes);

/* Working minutes in [from, to); negative when `to` is before `from`. */
int64_t worktime_between(const struct worktime_calendar *calendar, int64_t from, int64_t to);

/* Working days after `from_day`, up to and including `to_day` (from_day <= to_day). */
int worktime_days_between(const struct worktime_calendar *calendar, int from_day, int to_day);

/* Closing time of the n-th working day after the day of `from` (n >= 1). */
int64_t worktime_add_days(const struct worktime_calendar *calendar, int64_t from, int n);

/* Closing time of a day; WORKTIME_NEVER when it is no working day. */
int64_t worktime_close(const struct worktime_calendar *calendar, int day);

/* Minutes as days, hours and minutes of work, for "còn 1 ngày 3 giờ làm việc". */
struct worktime_parts {
    int64_t days;
    int hours;
    int minutes;
};
struct worktime_parts worktime_split(int64_t minutes, int day_minutes);

/* ---- Terms and counting rules -------------------------------------------------------------------
 */

enum worktime_unit {
    WORKTIME_MINUTES,   /* of work */
    WORKTIME_HOURS,     /* of work */
    WORKTIME_HALF_DAYS, /* sessions of four working hours */
    WORKTIME_WORKING_DAYS,
    WORKTIME_CALENDAR_DAYS, /* "ngày" without "làm việc" */
    WORKTIME_MONTHS,
    WORKTIME_SAME_DAY /* value 0 */
};

struct worktime_term {
    int value;
    enum worktime_unit unit;
};

/*
 * How working days are counted. The centre chooses; the choice is stored with the dossier (rule
 * text) and old dossiers are never counted anew under another one.
 *
 * WORKTIME_ROLLING     N days are N × 8 working hours from the minute of receipt: received Monday
 * 09:30, 3 days → Thursday 09:30. Most deployed one-stop systems count so. WORKTIME_END_OF_DAY  the
 * day of receipt does not count and the term ends with the N-th working day (Civil Code 2015 art.
 * 147.2, 148.1): Monday 09:30, 3 days → Thursday, closing time.
 *
 * Terms in minutes, hours and half days run from the minute of receipt under both (art. 147.1).
 * Terms in calendar days and months follow the Civil Code under both: the first day does not count
 * (147.2), a month ends with the day of the same number or the last of the month (148.3), and an
 * end on a rest day moves to the end of the next working day (148.5). "End of the day" is the
 * closing time of the counter.
 *
 * `cutoff`: received later than this minute of the day, or on a rest day, or after closing, a
 * dossier counts as received at opening time of the next working day. WORKTIME_NO_CUTOFF: it counts
 * at once. Same-day procedures (civil status, certification) always have a cut-off, 15:00 if none
 * is set.
 */
enum worktime_count { WORKTIME_ROLLING, WORKTIME_END_OF_DAY };
enum { WORKTIME_NO_CUTOFF = -1 };

struct worktime_rule {
    enum worktime_count count;
    int cutoff;      /* minutes of the day, or WORKTIME_NO_CUTOFF */
    int day_minutes; /* what a working day is worth under WORKTIME_ROLLING; 0 means WORKTIME_DAY */
};

/*
 * Rule text, at most 20 bytes, as stored with the dossier: "rolling" or "end_of_day", then "+15:00"
 * for a cut-off, then "/450" for a day that is not worth 480 minutes. Example "rolling+15:00/450".
 */
bool worktime_rule_parse(const char *text, struct worktime_rule *rule);
char *worktime_rule_format(char out[WORKTIME_TEXT_MAX], const struct worktime_rule *rule);

/*
 * Term text: a number and a unit: minute, hour, half day, working day, day or calendar day, week,
 * month (one or many, "_" as a space, so that the words of the database are understood); "same day"
 * has no number; 0.5, 1.5 … working days become half days and weeks become calendar days. Small
 * letters.
 */
bool worktime_term_parse(const char *text, struct worktime_term *term);
/* "5 working_day": number and unit as the database has them ("same_day" alone). */
char *worktime_term_format(char out[WORKTIME_TEXT_MAX], const struct worktime_term *term);
bool worktime_term_check(const struct worktime_term *term);

/* When a dossier received at this minute counts as received. */
int64_t worktime_intake(const struct worktime_calendar *calendar, int cutoff, int64_t received);

/* ---- Due time and its trace ---------------------------------------------------------------------
 */

/*
 * While a clock stands (waiting for papers or money) nothing is counted. A pause that ends either
 * goes on with the rest of the term, or gives the full term again from its end, as if received then
 * (practice under Decree 61/2018; sector laws differ). Overlapping pauses are one; it restarts when
 * any of them does.
 *
 * Where minutes are counted, a pause moves the due time by exactly its working minutes. Where days
 * are counted, by its days counted as the term itself is: the day it began does not count as
 * standing, the day it ended does; but the due time never falls into the pause. A pause that begins
 * at or after the due time changes nothing: the dossier was late already.
 */
struct worktime_pause {
    int64_t from;
    int64_t to; /* WORKTIME_OPEN while it lasts */
    bool restart;
};

struct worktime_request {
    int64_t received;
    struct worktime_term term;
    struct worktime_rule rule;
    const struct worktime_pause *pauses; /* any order */
    size_t pause_count;
};

enum worktime_status {
    WORKTIME_DUE,       /* `due` holds */
    WORKTIME_STANDING,  /* an open pause: there is no due time; `left` holds */
    WORKTIME_BAD_START, /* outside 1900–2199 */
    WORKTIME_BAD_TERM,  /* zero, negative or longer than the limits */
    WORKTIME_BAD_PAUSE, /* ends before it begins, or more than WORKTIME_PAUSES_MAX */
    WORKTIME_BAD_CALENDAR,
    WORKTIME_TOO_FAR /* not due before 2200 */
};

/* What is counted: `budget`, `left` and the totals of the trace are in this measure. */
enum worktime_measure { WORKTIME_IN_MINUTES, WORKTIME_IN_WORKING_DAYS, WORKTIME_IN_CALENDAR_DAYS };

struct worktime_result {
    enum worktime_status status;
    enum worktime_measure measure;
    int64_t due;
    int64_t started; /* when the dossier counted as received: `received`, or later by the cut-off */
    int64_t budget;
    int64_t left;    /* of the budget, when the last pause is open; else 0 */
    int unsure_from; /* first day on the way whose calendar is not known, or WORKTIME_ALL_SURE */
};
enum { WORKTIME_ALL_SURE = DATE_DAY_MAX + 1 };

enum worktime_status worktime_due(const struct worktime_calendar *calendar,
                                  const struct worktime_request *request,
                                  struct worktime_result *result);

/* Why a day counted or not. */
enum worktime_kind {
    WORKTIME_COUNTED,       /* wholly or in part */
    WORKTIME_COUNTED_EXTRA, /* the same, on a rest day worked in exchange (make-up) */
    WORKTIME_WEEKEND,
    WORKTIME_HOLIDAY, /* `special` has its name */
    WORKTIME_PAUSED,  /* the clock stood */
    WORKTIME_LATE,    /* received after the cut-off: counts from the next working day */
    WORKTIME_CLOSED,  /* received after closing time: nothing left of this day */
    WORKTIME_FIRST,   /* day of receipt, or of a restart: not counted */
    WORKTIME_ENDS     /* the term had run out, or is the day itself: due at closing time */
};

/* One day of the trace. */
struct worktime_row {
    int day;
    enum worktime_kind kind;
    bool known;     /* false: the calendar of this day is not known or not confirmed */
    bool restarted; /* a pause ended this day and the count began anew */
    int open;       /* working minutes the calendar has for this day */
    int paused;     /* working minutes of it during which the clock stood */
    int counted;    /* added this day, in the measure of the result */
    int64_t total;  /* counted so far, same measure */
    const struct worktime_special *special; /* NULL on an ordinary day */
};

/*
 * The same answer, with one row for each day from receipt to due time. At most `capacity` rows are
 * written; *count is how many there are in all, so that a caller may come again with more room.
 */
enum worktime_status worktime_trace(const struct worktime_calendar *calendar,
                                    const struct worktime_request *request,
                                    struct worktime_result *result, struct worktime_row *rows,
                                    size_t capacity, size_t *count);

/* ---- Several steps ------------------------------------------------------------------------------
 */

/*
 * A step begins when all steps in `after` are done: bit i stands for step i. Steps of several
 * agencies carry their own calendar (NULL: that of the call). A step of 0 minutes takes no time (a
 * join, an end).
 */
struct worktime_step {
    int64_t minutes;
    uint64_t after;
    const struct worktime_calendar *calendar;
    int64_t begins; /* out */
    int64_t ends;   /* out */
    bool critical;  /* out: on the longest path; any delay here delays the whole */
};

/*
 * Working minutes of the longest path, for checking a workflow against the legal limit: begins and
 * ends are minutes since the start of the workflow. -1: a circle, an unknown step, or too many
 * steps.
 */
int64_t worktime_path_length(struct worktime_step *steps, size_t count);

/*
 * The same from a real moment, each step in its agency's working time: begins and ends are civil
 * minutes. Answers the end of the last step, -1 as above, or WORKTIME_NEVER.
 */
int64_t worktime_path_due(const struct worktime_calendar *calendar, struct worktime_step *steps,
                          size_t count, int64_t start);

#endif
