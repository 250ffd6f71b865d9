/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/status_due.h"

#include <string.h>

#include "lib/log.h"
#include "lib/say.h"
#include "model/calendar_held.h"
#include "model/worktime.h"
#include "public/public.h"

enum { TRACE_ROWS = 800 };

static bool is_state(const struct dossier_status *s, const char *state) {
    return !strcmp(s->state, state);
}

/* When the clock of the dossier stopped, or now. */
static const struct civil *measured_at(const struct dossier_status *s, const struct civil *now) {
    if (s->decided_at.year)
        return &s->decided_at;
    return s->closed_at.year ? &s->closed_at : now;
}

bool status_late(const struct dossier_status *s, const struct civil *now) {
    const struct civil *due = s->apologised_at.year ? &s->first_due_at : &s->due_at;
    return due->year && !is_state(s, "waiting_citizen") && !is_state(s, "waiting_fee") &&
           civil_compare(measured_at(s, now), due) > 0;
}

/* "1 ngày 3 giờ", "2 giờ 30 phút"; at least one part. */
static const char *spell_minutes(struct request *rq, int64_t minutes) {
    struct worktime_parts parts = worktime_split(minutes, WORKTIME_DAY);
    const char *days = parts.days ? say_count(rq, "time.days", parts.days) : "";
    const char *hours = parts.hours ? say_count(rq, "time.hours", parts.hours) : "";
    /* Minutes matter only on the last day. */
    const char *rest = !parts.days && (parts.minutes || !parts.hours)
                           ? say_count(rq, "time.minutes", parts.minutes)
                           : "";
    const char *first = arena_format(rq->arena, "%s%s%s", days, *days && *hours ? " " : "", hours);
    return arena_format(rq->arena, "%s%s%s", first, *first && *rest ? " " : "", rest);
}

static bool request_of(const struct dossier_status *s, struct arena *arena,
                       struct worktime_request *ask) {
    if (!s->received_at.year || !*s->term_unit || !*s->due_rule)
        return false;
    const char *term = arena_format(arena, "%d %s", s->term_value, s->term_unit);
    if (!strcmp(s->term_unit, "same_day"))
        term = "same_day";
    struct worktime_pause *pauses = arena_take_array(arena, s->n_pauses, sizeof *pauses);
    for (size_t i = 0; i < s->n_pauses; i++)
        pauses[i] = (struct worktime_pause){
            .from = civil_minute(&s->pauses[i].from),
            .to = s->pauses[i].to.year ? civil_minute(&s->pauses[i].to) : WORKTIME_OPEN,
        };
    ask->received = civil_minute(&s->received_at);
    ask->pauses = pauses;
    ask->pause_count = s->n_pauses;
    return worktime_term_parse(term, &ask->term) && worktime_rule_parse(s->due_rule, &ask->rule);
}

static const char *const kind_words[] = {
    [WORKTIME_COUNTED] = "counted", [WORKTIME_COUNTED_EXTRA] = "extra",
    [WORKTIME_WEEKEND] = "weekend", [WORKTIME_HOLIDAY] = "holiday",
    [WORKTIME_PAUSED] = "paused",   [WORKTIME_LATE] = "late",
    [WORKTIME_CLOSED] = "closed",   [WORKTIME_FIRST] = "first",
    [WORKTIME_ENDS] = "ends",
};

static const char *measured(struct request *rq, enum worktime_measure measure, int64_t amount) {
    if (measure == WORKTIME_IN_MINUTES)
        return spell_minutes(rq, amount);
    return say_count(rq, measure == WORKTIME_IN_WORKING_DAYS ? "time.working_days" : "time.days",
                     amount);
}

/* The time limit as it was published: a day of eight hours is a working day. */
static const char *term_said(struct request *rq, const struct dossier_status *s) {
    if (!strcmp(s->term_unit, "same_day"))
        return say(rq, "term.same_day");
    return say_count(rq, arena_format(rq->arena, "term.%s", s->term_unit), s->term_value);
}

/* What is left of it; minutes are those of working time. */
static const char *left_said(struct request *rq, enum worktime_measure measure, int64_t amount) {
    const char *left = measured(rq, measure, amount);
    return measure == WORKTIME_IN_MINUTES
               ? arena_format(rq->arena, "%s %s", left, say(rq, "status.left_after"))
               : left;
}

static void trace_row_fill(struct request *rq, enum worktime_measure measure,
                           const struct worktime_row *row) {
    struct data *item = data_add(rq->data, "Status.Trace.Rows");
    struct civil day = civil_from_day(row->day);
    char iso[DATE_TEXT_MAX];
    data_set(item, "Day", say_day(rq, &day));
    data_set(item, "Iso", date_format_iso(iso, &day));
    data_set(item, "Kind", kind_words[row->kind]);
    bool plain = row->kind == WORKTIME_COUNTED && measure == WORKTIME_IN_CALENDAR_DAYS;
    data_set(item, "Why", say_one(rq, "trace", plain ? "calendar" : kind_words[row->kind]));
    /* Where days of the calendar are counted, a holiday is a day like any other. */
    if (!plain && row->special && row->special->name)
        data_set(item, "Name", say_either(rq, row->special->name,
                                          row->special->name_en ? row->special->name_en : ""));
    data_set(item, "Counted", row->counted ? measured(rq, measure, row->counted) : "");
    data_set(item, "Total", row->counted ? measured(rq, measure, row->total) : "");
    data_set_flag(item, "Paused", row->paused > 0);
    data_set_flag(item, "Restarted", row->restarted);
    data_set_flag(item, "Unsure", !row->known);
}

/* Shown only when it leads to the very date that was promised: a calendar that
 * was corrected later must not argue with the receipt. */
static void trace_fill(struct request *rq, const struct dossier_status *s,
                       const struct worktime_calendar *calendar) {
    struct worktime_request ask = {0};
    if (!request_of(s, rq->arena, &ask))
        return;
    struct worktime_row *rows = arena_take_array(rq->arena, TRACE_ROWS, sizeof *rows);
    struct worktime_result result;
    size_t count;
    enum worktime_status status =
        worktime_trace(calendar, &ask, &result, rows, TRACE_ROWS, &count);
    if ((status != WORKTIME_DUE && status != WORKTIME_STANDING) || count > TRACE_ROWS)
        return;
    if (status == WORKTIME_DUE && !s->apologised_at.year && result.due != civil_minute(&s->due_at)) {
        log_warn("due time of a dossier does not follow from its calendar any more");
        return;
    }
    struct civil due = status == WORKTIME_DUE ? civil_from_minute(result.due) : (struct civil){0};
    data_set(rq->data, "Status.Trace.Due", say_moment(rq, &due));
    data_set_flag(rq->data, "Status.Trace.Standing", status == WORKTIME_STANDING);
    data_set(rq->data, "Status.Trace.Term", term_said(rq, s));
    if (status == WORKTIME_STANDING)
        data_set(rq->data, "Status.Trace.Left", left_said(rq, result.measure, result.left));
    for (size_t i = 0; i < count; i++)
        trace_row_fill(rq, result.measure, &rows[i]);
}

static void pace_fill(struct request *rq, const struct dossier_status *s, const struct civil *now,
                      const struct worktime_calendar *calendar, enum status_pace *pace) {
    int64_t due = civil_minute(&s->due_at), at = civil_minute(measured_at(s, now));
    bool open = !s->decided_at.year && !s->closed_at.year;
    *pace = at > due ? PACE_LATE : PACE_ON_TIME;
    if (open)
        data_set(rq->data, *pace == PACE_LATE ? "Status.Over" : "Status.Left",
                 spell_minutes(rq, *pace == PACE_LATE ? worktime_between(calendar, due, at)
                                                      : worktime_between(calendar, at, due)));
    data_set_flag(rq->data, "Status.Late", status_late(s, now));
}

bool status_due_fill(struct request *rq, const struct dossier_status *s, const struct civil *now,
                     enum status_pace *pace) {
    *pace = PACE_NONE;
    if (!s->received_at.year)
        return true;
    const struct catalogue *catalogue = public_catalogue(rq);
    const struct worktime_calendar *calendar =
        catalogue ? calendar_now(rq->db, catalogue->version, s->agency_code) : NULL;
    if (!calendar)
        return false;
    bool standing = is_state(s, "waiting_citizen") || is_state(s, "waiting_fee");
    data_set_flag(rq->data, "Status.Standing", standing);
    if (s->due_at.year && !standing) {
        char iso[DATE_TEXT_MAX];
        data_set(rq->data, "Status.Due", say_moment(rq, &s->due_at));
        data_set(rq->data, "Status.DueIso", date_format_rfc3339(iso, &s->due_at));
        pace_fill(rq, s, now, calendar, pace);
    }
    if (s->apologised_at.year) {
        data_set(rq->data, "Status.Apologised", say_day(rq, &s->apologised_at));
        data_set(rq->data, "Status.FirstDue", say_moment(rq, &s->first_due_at));
    }
    trace_fill(rq, s, calendar);
    return true;
}
