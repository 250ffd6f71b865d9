/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The working calendar of an agency, and the centre's counting rule, as the database has them.
 */
#ifndef MOTCUA_MODEL_CALENDAR_H
#define MOTCUA_MODEL_CALENDAR_H

#include "lib/arena.h"
#include "lib/db.h"
#include "model/worktime.h"

/*
 * Working hours and special days of an agency. Hours: its own, else those of the nearest body above
 * that has some, else the general ones, decided anew for each day they change. Special days: the
 * general ones, where a body nearer to the agency has the same day, that one. `agency` is its code;
 * NULL or "" asks for the general calendar. Everything lives in the arena. One query.
 *
 * DB_NONE: there is no such agency, or nobody has entered working hours. The calendar counts as
 * known from the first to the last year that has a general day off.
 */
enum db_result calendar_load(struct db *db, struct arena *arena, const char *agency,
                             struct worktime_calendar *calendar);

/* The settings of the rule; NULL: there is none. As three columns of a statement that reads more: */
struct calendar_settings {
    const char *due_rule, *late_from, *day_minutes;
};
#define CALENDAR_SETTINGS(table)                                                                   \
    "(select value from " table " where name = 'due_rule'),"                                         \
    " (select value from " table " where name = 'late_reception_from'),"                             \
    " (select value from " table " where name = 'working_day_minutes')"

/*
 * The rule new dossiers are counted by, from the public settings: due_rule (a rule text), and where
 * they exist working_day_minutes and, for same-day procedures, late_reception_from. A same-day
 * procedure always gets a cut-off: that of late_reception_from, else of the rule, else 15:00. DB_OK
 * or DB_FAIL; settings that are missing or wrong leave the usual: rolling, 480 minutes.
 */
enum db_result calendar_rule(struct db *db, struct arena *arena, const struct worktime_term *term,
                             struct worktime_rule *rule);
void calendar_rule_of(struct arena *arena, const struct calendar_settings *settings,
                      const struct worktime_term *term, struct worktime_rule *rule);

#endif
