/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/due_words.h"

#include <string.h>

#include "lib/say.h"
#include "model/dossier_due.h"

enum { TRACE_ROWS = 800 };

static const char *joined(struct request *rq, const char *first, const char *second)
{
    return arena_format(rq->arena, "%s%s%s", first, *first && *second ? " " : "", second);
}

const char *due_spell(struct request *rq, int64_t minutes, bool rough)
{
    struct worktime_parts parts = worktime_split(minutes, WORKTIME_DAY);
    bool fine = !parts.days || !rough;
    const char *days = parts.days ? say_count(rq, "time.days", parts.days) : "";
    const char *hours = parts.hours ? say_count(rq, "time.hours", parts.hours) : "";
    const char *rest = fine && (parts.minutes || (!parts.days && !parts.hours))
                           ? say_count(rq, "time.minutes", parts.minutes)
                           : "";
    return joined(rq, joined(rq, days, hours), rest);
}

const char *due_measured(struct request *rq, enum worktime_measure measure, int64_t amount)
{
    if (measure == WORKTIME_IN_MINUTES)
        return due_spell(rq, amount, false);
    return say_count(rq, measure == WORKTIME_IN_WORKING_DAYS ? "time.working_days" : "time.days",
                     amount);
}

const char *due_term(struct request *rq, const char *unit, int value)
{
    if (strcmp(unit, "same_day") == 0)
        return say(rq, "term.same_day");
    return say_count(rq, arena_format(rq->arena, "term.%s", unit), value);
}

void due_left_put(struct request *rq, struct data *node, const struct worktime_calendar *calendar,
                  const struct civil *due, const struct civil *now)
{
    int64_t end = civil_minute(due), at = civil_minute(now);
    bool late = civil_compare(now, due) > 0;
    int64_t minutes = late ? worktime_between(calendar, end, at) : worktime_between(calendar, at, end);
    data_set(node, "Light", late ? "late" : minutes <= DUE_SOON_MINUTES ? "soon" : "ok");
    data_set(node, late ? "Over" : "Left", due_spell(rq, minutes, true));
}

bool due_request(struct arena *arena, const struct due_facts *facts, struct worktime_request *ask)
{
    if (!facts->received.year || !*facts->term_unit || !*facts->rule)
        return false;
    const char *value = arena_format(arena, "%d", facts->term_value);
    *ask = (struct worktime_request){
        .received = civil_minute(&facts->received),
        .pauses = facts->pauses,
        .pause_count = facts->n_pauses,
    };
    return dossier_term_parse(arena, value, facts->term_unit, &ask->term) &&
           worktime_rule_parse(facts->rule, &ask->rule);
}

static const char *const kind_words[] = {
    [WORKTIME_COUNTED] = "counted", [WORKTIME_COUNTED_EXTRA] = "extra",
    [WORKTIME_WEEKEND] = "weekend", [WORKTIME_HOLIDAY] = "holiday",
    [WORKTIME_PAUSED] = "paused",   [WORKTIME_LATE] = "late",
    [WORKTIME_CLOSED] = "closed",   [WORKTIME_FIRST] = "first",
    [WORKTIME_ENDS] = "ends",
};

static void row_put(struct request *rq, struct data *item, enum worktime_measure measure,
                    const struct worktime_row *row)
{
    struct civil day = civil_from_day(row->day);
    char iso[DATE_TEXT_MAX];
    bool plain = row->kind == WORKTIME_COUNTED && measure == WORKTIME_IN_CALENDAR_DAYS;
    data_set(item, "Day", say_day(rq, &day));
    data_set(item, "Iso", date_format_iso(iso, &day));
    data_set(item, "Kind", kind_words[row->kind]);
    data_set(item, "Why", say_one(rq, "trace", plain ? "calendar" : kind_words[row->kind]));
    /* Where days of the calendar are counted, a holiday is a day like any other. */
    if (!plain && row->special && row->special->name)
        data_set(item, "Name", say_either(rq, row->special->name,
                                          row->special->name_en ? row->special->name_en : ""));
    data_set(item, "Counted", row->counted ? due_measured(rq, measure, row->counted) : "");
    data_set(item, "Total", row->counted ? due_measured(rq, measure, row->total) : "");
    data_set_flag(item, "Restarted", row->restarted);
    data_set_flag(item, "Unsure", !row->known);
}

bool due_trace(struct request *rq, struct data *node, const char *list,
               const struct worktime_calendar *calendar, const struct worktime_request *ask,
               struct worktime_result *result)
{
    struct worktime_row *rows = arena_take_array(rq->arena, TRACE_ROWS, sizeof *rows);
    size_t count;
    enum worktime_status status = worktime_trace(calendar, ask, result, rows, TRACE_ROWS, &count);
    if ((status != WORKTIME_DUE && status != WORKTIME_STANDING) || count > TRACE_ROWS)
        return false;
    for (size_t i = 0; i < count; i++)
        row_put(rq, data_add(node, list), result->measure, &rows[i]);
    return true;
}
