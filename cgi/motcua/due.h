/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * motcua due: when a dossier received at a given minute is due, and why.
 *
 *   --from MOMENT            "2026-02-11 16:10"
 *   --term TERM              "5 working days", "30 days", "same day", "4 hours" …
 * (model/worktime.h)
 *   --agency CODE            whose working hours; absent: the general ones
 *   --rule RULE              "rolling", "end_of_day", with "+15:00" for a cut-off; absent: the
 * centre's
 *   --pause FROM..TO         the clock stood; TO may be "open"; up to 64 times
 *   --restart FROM..TO       the same, and the full term ran again from TO
 *   --calendar FILE.json     instead of the database
 *   --explain                one line a day
 *   --json                   the same for programs
 *
 * Prints the due time alone ("2026-02-25 16:10") without --explain and --json. Exit status 0 when
 * there is a due time, 1 when there is none (the clock stands, nothing can be read), 2 for wrong
 * arguments. A calendar that is not known all the way is said on standard error.
 */
#ifndef MOTCUA_MOTCUA_DUE_H
#define MOTCUA_MOTCUA_DUE_H

#include "model/worktime.h"
#include "motcua/tool.h"

int command_due(struct tool *tool, int argc, char **argv);

/*
 * A calendar from a file:
 *   { "known": { "from": "2024-01-01", "to": "2026-12-31" },
 *     "hours": [ { "weekday": 1, "from": "07:30", "to": "11:30" }, … ],        1 Monday to 7 Sunday
 *     "days":  [ { "day": "2026-02-16", "kind": "off", "name": "Tết" },
 *                { "day": "2026-01-10", "kind": "work", "as_weekday": 5 }, … ] }
 * False after one sentence on standard error.
 */
bool due_calendar_read(struct tool *tool, const char *path, struct worktime_calendar *calendar);

/* What there is to print about. */
struct due_question {
    struct worktime_request request;
    const char *agency;   /* "" for the general calendar */
    const char *calendar; /* file, or NULL */
    const char *rule;     /* as given, or NULL */
    bool explain;
    bool json;
};

void due_print(const struct due_question *question, const struct worktime_result *result,
               const struct worktime_row *rows, size_t count);

#endif
