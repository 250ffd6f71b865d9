/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/status_due.h"

#include <string.h>

#include "lib/log.h"
#include "lib/say.h"
#include "model/calendar_held.h"
#include "model/catalogue.h"
#include "model/due_words.h"

static bool is_state(const struct dossier_status *s, const char *state)
{
    return !strcmp(s->state, state);
}

/* Waiting for the citizen, or stopped: nothing is promised meanwhile. */
static bool is_standing(const struct dossier_status *s)
{
    return is_state(s, "waiting_citizen") || is_state(s, "waiting_fee") || is_state(s, "stopped");
}

/* When the clock of the dossier stopped, or now. */
static const struct civil *measured_at(const struct dossier_status *s, const struct civil *now)
{
    if (s->decided_at.year)
        return &s->decided_at;
    return s->closed_at.year ? &s->closed_at : now;
}

bool status_late(const struct dossier_status *s, const struct civil *now)
{
    const struct civil *due = s->apologised_at.year ? &s->first_due_at : &s->due_at;
    return due->year && !is_standing(s) && civil_compare(measured_at(s, now), due) > 0;
}

/* What the count starts from; the pauses are those of the whole dossier. */
static bool request_of(const struct dossier_status *s, struct arena *arena, struct worktime_request *ask)
{
    struct worktime_pause *pauses = arena_take_array(arena, s->n_pauses, sizeof *pauses);
    for (size_t i = 0; i < s->n_pauses; i++)
        pauses[i] = (struct worktime_pause){
            .from = civil_minute(&s->pauses[i].from),
            .to = s->pauses[i].to.year ? civil_minute(&s->pauses[i].to) : WORKTIME_OPEN,
            .restart = s->pauses[i].restart,
        };
    return due_request(arena,
                       &(struct due_facts){
                           .received = s->received_at,
                           .term_unit = s->term_unit,
                           .term_value = s->term_value,
                           .rule = s->due_rule,
                           .pauses = pauses,
                           .n_pauses = s->n_pauses,
                       },
                       ask);
}

/* What is left of it; minutes are those of working time. */
static const char *left_said(struct request *rq, enum worktime_measure measure, int64_t amount)
{
    const char *left = due_measured(rq, measure, amount);
    return measure == WORKTIME_IN_MINUTES ? arena_format(rq->arena, "%s %s", left, say(rq, "status.left_after")) : left;
}

/* Shown only when it leads to the very date that was promised: a calendar that
 * was corrected later must not argue with the receipt. */
static void trace_fill(struct request *rq, const struct dossier_status *s, const struct worktime_calendar *calendar)
{
    struct worktime_request ask = {0};
    if (!request_of(s, rq->arena, &ask))
        return;
    struct worktime_result result;
    struct data *trace = data_at(rq->data, "Status.Trace");
    if (!due_trace(rq, trace, "Rows", calendar, &ask, &result))
        return;
    if (result.status == WORKTIME_DUE && !s->apologised_at.year && result.due != civil_minute(&s->due_at)) {
        log_warn("due time of a dossier does not follow from its calendar any more");
        return;
    }
    bool standing = result.status == WORKTIME_STANDING;
    struct civil due = standing ? (struct civil){0} : civil_from_minute(result.due);
    data_set(rq->data, "Status.Trace.Due", say_moment(rq, &due));
    data_set_flag(rq->data, "Status.Trace.Standing", standing);
    data_set(rq->data, "Status.Trace.Term", due_term(rq, s->term_unit, s->term_value));
    if (standing)
        data_set(rq->data, "Status.Trace.Left", left_said(rq, result.measure, result.left));
}

static void pace_fill(struct request *rq, const struct dossier_status *s, const struct civil *now,
                      const struct worktime_calendar *calendar, enum status_pace *pace)
{
    int64_t due = civil_minute(&s->due_at), at = civil_minute(measured_at(s, now));
    bool open = !s->decided_at.year && !s->closed_at.year;
    *pace = at > due ? PACE_LATE : PACE_ON_TIME;
    if (open)
        data_set(rq->data, *pace == PACE_LATE ? "Status.Over" : "Status.Left",
                 due_spell(
                     rq, *pace == PACE_LATE ? worktime_between(calendar, due, at) : worktime_between(calendar, at, due),
                     true));
    data_set_flag(rq->data, "Status.Late", status_late(s, now));
}

bool status_due_fill(struct request *rq, const struct dossier_status *s, const struct civil *now,
                     enum status_pace *pace)
{
    *pace = PACE_NONE;
    if (!s->received_at.year)
        return true;
    const struct catalogue *catalogue = catalogue_now(rq->db);
    const struct worktime_calendar *calendar =
        catalogue ? calendar_now(rq->db, catalogue->version, s->agency_code) : NULL;
    if (!calendar)
        return false;
    bool standing = is_standing(s);
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
