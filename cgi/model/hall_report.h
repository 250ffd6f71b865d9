/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_REPORT_H
#define MOTCUA_MODEL_HALL_REPORT_H

#include "model/hall_times.h"

/* How a hall ran on a day or in a period, by hour of arrival, group and counter: sums over hall_times.h. */
enum { REPORT_DAYS_MAX = 31 };

struct report_line {
    uint64_t id;          /* of the group or counter; the hour; 0 of the sum */
    char letter;          /* of a group */
    const char *name, *name_en; /* of a group */
    unsigned number;      /* of a counter; the hour */
    unsigned arrivals;    /* tickets; of a counter: calls it made */
    unsigned ends[END_KINDS];             /* of a counter: visits that ended there, whoever called them first */
    unsigned channels[TICKET_CHANNELS];   /* of arrivals; not of counters */
    struct time_sample times[TIME_KINDS]; /* seconds */
};
struct hall_report {
    struct report_line all;
    struct report_line *hours;    /* hours with anything, in order */
    size_t n_hours;
    struct report_line *groups;   /* of the letter for arrivals and ends, of the queue for times; by position */
    size_t n_groups;
    struct report_line *counters; /* with anything, by number */
    size_t n_counters;
    unsigned days;                /* with tickets */
    unsigned closed, left_over;   /* days closed by the clock, and tickets it closed */
};

/* from..to both included, REPORT_DAYS_MAX days at most. DB_OK also when nothing happened. */
enum db_result hall_report_read(struct db *db, struct arena *arena, uint64_t hall, const struct civil *from,
                                const struct civil *to, struct hall_report *report);

/* Has the day been closed (day_close.h)? */
enum db_result hall_report_closed(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                                  bool *closed);

#endif
