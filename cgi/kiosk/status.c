/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/status.h"

#include <string.h>

#include "lib/page_text.h"
#include "lib/say.h"
#include "model/status_due.h"
#include "model/status_words.h"

static bool is(const struct dossier_status *s, const char *state)
{
    return strcmp(s->state, state) == 0;
}

static void fact_put(struct request *rq, const char *icon, const char *term, const char *value, const char *note)
{
    if (!*value)
        return;
    struct data *fact = data_add(rq->data, "Status.Facts");
    data_set(fact, "Icon", icon);
    data_set(fact, "Term", say(rq, term));
    data_set(fact, "Value", value);
    data_set(fact, "Note", note);
}

/* Where it is: the unit that has it now. */
static const char *holder_words(struct request *rq, const struct dossier_status *s)
{
    if (s->closed_at.year || is(s, "ready"))
        return "";
    for (size_t i = 0; i < s->n_branches; i++) {
        const struct dossier_branch *branch = &s->branches[i];
        if (branch->main)
            return *branch->unit ? say_either(rq, branch->unit, branch->unit_en)
                                 : say_either(rq, branch->agency, branch->agency_en);
    }
    return "";
}

/* The promise has its own place while it runs; the rest is the past. */
static void facts_fill(struct request *rq, const struct dossier_status *s)
{
    const char *due = *data_get(rq->data, "Status.Left") || *data_get(rq->data, "Status.Over")
                          ? ""
                          : data_get(rq->data, "Status.Due");
    bool collect = is(s, "ready") && strcmp(s->deliver_by, "counter") == 0;
    fact_put(rq, "document", s->received_at.year ? "status.received" : "status.submitted",
             say_moment(rq, s->received_at.year ? &s->received_at : &s->submitted_at), "");
    fact_put(rq, "agency", "kiosk_status.at", holder_words(rq, s), "");
    fact_put(rq, "calendar", "status.due", s->closed_at.year && !s->decided_at.year ? "" : due, "");
    fact_put(rq, "stamp", "status.decided", say_moment(rq, &s->decided_at), "");
    fact_put(rq, "check", "status.returned", say_moment(rq, &s->returned_at), "");
    if (!s->closed_at.year)
        fact_put(rq, "counter", collect ? "status.collect_at" : "status.counter",
                 say_either(rq, s->counter, s->counter_en), s->counter_address);
}

/* Papers by the names the catalogue gives them; what was written about them stands on the person's own phone. */
static void papers_fill(struct request *rq, const struct dossier_supplement *round)
{
    for (size_t i = 0; i < round->n_points; i++)
        if (!round->points[i].done && *round->points[i].paper)
            data_set(data_add(rq->data, "Status.Todo.Papers"), "Text", round->points[i].paper);
    data_set(rq->data, "Status.Todo.By", say_day(rq, &round->answer_by));
    data_set_flag(rq->data, "Status.Todo.Supplement", true);
}

static void todo_fill(struct request *rq, const struct dossier_status *s)
{
    const struct dossier_supplement *round = status_open_round(s);
    if (s->closed_at.year)
        return;
    if (round)
        papers_fill(rq, round);
    status_fees_fill(rq, s);
    data_set(rq->data, "Status.Todo.Text", status_words(rq, "todo", s));
}

static void say_fill_status(struct request *rq, const struct dossier_status *s)
{
    struct data *spoken = data_at(rq->data, "Status.Say");
    bool open = *data_get(rq->data, "Status.Left") || *data_get(rq->data, "Status.Over");
    data_set(spoken, "State", status_key(s));
    if (open)
        data_set(spoken, "Due", data_get(rq->data, "Status.DueIso"));
    data_set_flag(spoken, "Late", *data_get(rq->data, "Status.Over") != '\0');
    data_set_flag(spoken, "Paused", *data_get(rq->data, "Status.Standing") != '\0');
}

bool kiosk_status_fill(struct request *rq, const struct dossier_status *s, const struct civil *now)
{
    enum status_pace pace;
    struct data *d = rq->data;
    data_set(d, "Status.Number", s->number);
    data_set(d, "Status.Name", say_either(rq, s->procedure_name, s->procedure_name_en));
    data_set(d, "Status.NameSize", name_size(data_get(d, "Status.Name")));
    data_set_flag(d, "Status.Vietnamese", in_english(rq) && !*s->procedure_name_en);
    data_set(d, "Status.Title", status_words(rq, "state", s));
    if (!status_due_fill(rq, s, now, &pace))
        return false;
    const char *look = status_look(s->state);
    data_set(d, "Status.Kind", pace == PACE_LATE && strcmp(look, "info") == 0 ? "late" : look);
    facts_fill(rq, s);
    todo_fill(rq, s);
    say_fill_status(rq, s);
    return true;
}
