/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_HOURS_H
#define MOTCUA_MODEL_HALL_HOURS_H

#include <stdbool.h>

#include "lib/date.h"
#include "model/worktime.h"

/*
 * Are tickets given out now, and if not, why and when again? Pure: no database, no clock, no allocation. Everything
 * follows from the working calendar of the hall's body; seconds of a moment are cut off.
 */
enum hall_open {
    HALL_OPEN,    /* tickets are given out, people are called */
    HALL_BREAK,   /* between two shifts: tickets are given out; it goes on at `goes_on` */
    HALL_EARLY,   /* a working day, before the first ticket */
    HALL_STOPPED, /* no more tickets today; who has one is still called until `closes` */
    HALL_OVER,    /* a working day, after closing */
    HALL_HOLIDAY, /* a special day off: `name` */
    HALL_REST,    /* an ordinary rest day of the week */
    HALL_INACTIVE /* the hall or the group is not in use; nothing is known of the next opening */
};
enum { HALL_OPEN_COUNT = HALL_INACTIVE + 1 };

/* "open" "break" "early" "stopped" "over" "holiday" "rest" "inactive": keys of words, by enum hall_open */
extern const char *const hall_open_names[HALL_OPEN_COUNT];

struct hall_hours_rule {
    const struct worktime_calendar *calendar; /* never NULL */
    int stop_minutes;   /* hall.stop_minutes: no tickets so long before the last closing of the day */
    int from, to;       /* of a group, minutes of the day; -1: not limited. `to` then stands for stop_minutes */
    bool is_active;
};

/* Moments with year 0: there is none. */
struct hall_hours {
    enum hall_open state;
    bool tickets;                /* they are given out now: HALL_OPEN or HALL_BREAK */
    bool calls;                  /* people are called now: inside a shift */
    struct civil opens, closes;  /* first and last minute of work today, on a working day */
    struct civil stops;          /* no tickets from here on, on a working day that gives any */
    struct civil goes_on;        /* HALL_BREAK: the next shift begins */
    struct civil next;           /* when tickets are given out again; when they are now, of the next time after
                                    `stops`. year 0: not within a year */
    const char *name, *name_en;  /* HALL_HOLIDAY: of the holiday, as the calendar has it; "" otherwise */
    bool known;                  /* the holidays of the days looked at are entered and confirmed */
};

void hall_hours_at(const struct hall_hours_rule *rule, const struct civil *now, struct hall_hours *out);

/* When the day of a hall may be closed: `after` minutes after the last shift of `day`, at midnight at the latest;
 * a day without work: at its midnight. The moment itself is civil. */
struct civil hall_hours_day_end(const struct worktime_calendar *calendar, int day, int after);

#endif
