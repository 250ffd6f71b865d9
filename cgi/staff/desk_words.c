/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Sentences of the counter's page.
 */
#include <string.h>

#include "lib/say.h"
#include "staff/desk_inside.h"

const char *desk_minutes(struct request *rq, int64_t seconds)
{
    long long minutes = seconds < 0 ? 0 : seconds / 60;
    if (minutes == 0)
        return say(rq, "desk.moment");
    if (minutes < 60)
        return say_count(rq, "desk.minutes", minutes);
    return say_fill(rq, "desk.hours", "h", arena_format(rq->arena, "%lld", minutes / 60), "m",
                    arena_format(rq->arena, "%02lld", minutes % 60), NULL);
}

const char *desk_between(struct request *rq, const struct civil *from, const struct civil *to)
{
    return from->year && to->year ? desk_minutes(rq, civil_second(to) - civil_second(from)) : "";
}

const char *desk_clock(struct request *rq, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    return at->year ? arena_copy(rq->arena, date_format_clock(text, at)) : "";
}

/* From which counter it was sent to another group or counter. */
static const char *sent_from(struct request *rq, const struct counter_page *page)
{
    unsigned counter = 0;
    for (size_t i = 0; i < page->n_history; i++)
        if (strcmp(page->history[i].kind, "transferred") == 0)
            counter = page->history[i].counter;
    return say_fill(rq, "desk_reason.transfer", "counter", arena_format(rq->arena, "%u", counter), NULL);
}

static const char *why_called(struct request *rq, const struct counter_page *page, const struct ticket_event *call,
                              unsigned priority_run)
{
    const struct ticket *ticket = &page->ticket;
    switch ((enum ticket_reason)call->reason) {
    case TICKET_PRIORITY:
        return say_fill(rq, "desk_reason.priority", "class",
                        say_one(rq, "hall_class", ticket_class_names[ticket->class]), NULL);
    case TICKET_RATIO:
        return say_count(rq, "desk_reason.ratio", priority_run);
    case TICKET_BOOKED:
        return say_fill(rq, "desk_reason.appointment", "time", desk_clock(rq, &ticket->rank_at), NULL);
    case TICKET_EARLY:
        return say_fill(rq, "desk_reason.early", "time", desk_clock(rq, &ticket->rank_at), NULL);
    case TICKET_CHOSEN:
        return say_fill(rq, "desk_reason.chosen", "note", call->note, NULL);
    case TICKET_REQUEUED:
        return say(rq, "desk_reason.requeued");
    case TICKET_TRANSFERRED:
        return sent_from(rq, page);
    case TICKET_RESUMED:
        return say(rq, "desk_reason.resumed");
    case TICKET_TURN:
    case TICKET_REASONS:
        break;
    }
    return "";
}

const char *desk_reason(struct request *rq, const struct counter_page *page, const struct ticket_event *call,
                        unsigned priority_run)
{
    const char *why = why_called(rq, page, call, priority_run);
    if (!call->passed || !*why)
        return why;
    return arena_format(rq->arena, "%s. %s", why, say_count(rq, "desk_reason.passed", call->passed));
}

/* "Trần Thị B, gọi số, 09:41" */
static const char *who_did(struct request *rq, const struct ticket_outcome *outcome)
{
    const char *by = outcome->by && *outcome->by ? outcome->by : say(rq, "desk.somebody");
    return say_fill(rq, "desk_why.conflict", "name", by, "what", say_one(rq, "desk_event", outcome->what), "time",
                    desk_clock(rq, &outcome->at), "ticket", outcome->ticket.label, NULL);
}

const char *desk_why(struct request *rq, enum ticket_did did, const struct ticket_outcome *outcome)
{
    if (did == TICKET_CONFLICT)
        return who_did(rq, outcome);
    const char *name = arena_format(rq->arena, "desk_why.%s", ticket_why_names[outcome->why]);
    switch (outcome->why) {
    case TICKET_WHY_BUSY:
        return say_fill(rq, name, "ticket", outcome->other, NULL);
    case TICKET_WHY_STATE:
        return say_fill(rq, name, "ticket", outcome->ticket.label, "state",
                        say_one(rq, "desk_state", ticket_state_names[outcome->ticket.state]), NULL);
    case TICKET_WHY_ELSEWHERE:
        return say_fill(rq, name, "ticket", outcome->ticket.label, "counter",
                        arena_format(rq->arena, "%u", outcome->ticket.counter_number), NULL);
    case TICKET_WHY_RESERVED:
        return say_fill(rq, name, "ticket", outcome->ticket.label, "counter",
                        arena_format(rq->arena, "%u", outcome->ticket.for_number), NULL);
    case TICKET_WHY_TOO_SOON:
        return say_count(rq, name, outcome->seconds);
    case TICKET_WHY_NOTHING:
    case TICKET_WHY_NO_SESSION:
    case TICKET_WHY_PAUSED:
    case TICKET_WHY_NOT_SERVED:
    case TICKET_WHY_ONCE:
    case TICKET_WHY_OTHER_DAY:
    case TICKET_WHY_NO_NOTE:
    case TICKET_WHY_NO_GROUP:
    case TICKET_WHY_NO_COUNTER:
    case TICKET_WHY_NO_DOSSIER:
    case TICKET_WHY_NO_SERVICE:
    case TICKET_WHYS:
        break;
    }
    return say_one(rq, "desk_why", ticket_why_names[outcome->why]);
}
