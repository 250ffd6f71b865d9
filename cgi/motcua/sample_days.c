/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
/* The last working days of the halls of the sample, fewer visitors of those before back to the first of last month,
 * and what the jobs of the nights make of them. */
#include <stdio.h>
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/token.h"
#include "model/calendar_held.h"
#include "model/day_close.h"
#include "model/group_hour.h"
#include "motcua/sample_visits.h"
#include "motcua/tool.h"

enum { DAYS = 10, DAYS_MOST = 60 };

/* Results of votes end with the last month (staff/ratings.c): of one that is over there are some, too. */
static const double share_before = 0.2;

static int last_month_begins(const struct civil *now)
{
    return date_add_months(date_day(now->year, now->month, 1), -1);
}

static bool hall_days(struct tool *tool, uint64_t version, const struct hall *hall, int days,
                      struct sample_totals *totals)
{
    struct sample_officer *officers;
    size_t n;
    const struct worktime_calendar *calendar = calendar_now(tool->db, version, hall->agency_code);
    if (!calendar || sample_officers(tool->db, tool->arena, &officers, &n) == DB_FAIL)
        return false;
    struct civil now = clock_now();
    struct worktime_day found[DAYS_MOST];
    int n_days = 0, today = civil_day(&now), month = last_month_begins(&now);
    for (int back = 1; n_days < DAYS_MOST && (n_days < days || today - back >= month) && back < 4 * DAYS_MOST; back++) {
        worktime_day(calendar, today - back, &found[n_days]);
        n_days += found[n_days].count > 0;
    }
    totals->days = (unsigned)n_days;
    while (n_days-- > 0) {
        const struct sample_visits day = {.db = tool->db,
                                          .version = version,
                                          .hall = hall,
                                          .shifts = &found[n_days],
                                          .officers = officers,
                                          .n = n,
                                          .share = n_days < days ? 1 : share_before};
        if (!sample_visits(&day, totals))
            return false;
    }
    return true;
}

/* What the jobs of the night make of it. */
static bool nights(struct db *db)
{
    uint64_t count = 0;
    enum db_result result;
    do
        result = day_close_next(db, &count);
    while (result == DB_OK);
    if (result == DB_FAIL || db_begin(db) != DB_OK)
        return false;
    do
        result = group_hour_count(db, &count);
    while (result == DB_OK);
    return result == DB_NONE && db_commit(db) == DB_OK;
}

int command_sample_days(struct tool *tool, int argc, char **argv)
{
    char *end = NULL;
    long days = argc == 1 ? strtol(argv[0], &end, 10) : DAYS;
    if (argc > 1 || (end && *end) || days < 1 || days > DAYS_MOST)
        return 2;
    uint64_t version;
    struct hall_list halls;
    struct sample_totals totals = {0};
    if (!token_init())
        return tool_fail(tool, "the keys cannot be read; votes need them.");
    enum db_result may = sample_without_visitors(tool->db, tool->arena, &version);
    if (may == DB_NONE)
        return tool_fail(tool, "this is no sample, or its halls had visitors; nothing was added.");
    if (may == DB_FAIL || hall_list_all(tool->db, tool->arena, &halls) == DB_FAIL)
        return tool_fail_db(tool, "nothing was added");
    for (size_t i = 0; i < halls.n; i++)
        if (!hall_days(tool, version, &halls.halls[i], (int)days, &totals))
            return tool_fail_db(tool, "not all days were added");
    if (!nights(tool->db))
        return tool_fail_db(tool, "days were added, but not closed");
    printf("%u days, %u tickets, %u ratings\n", totals.days, totals.tickets, totals.votes);
    return 0;
}
