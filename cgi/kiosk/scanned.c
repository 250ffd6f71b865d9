/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A code is held in front of the dispenser: whether a result is there is said before a number is spent, and an
 * appointment gets its ticket. Nothing of a person is shown.
 */
#include "kiosk/dispenser.h"
#include "lib/input.h"
#include "lib/damm.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/appointment.h"
#include "model/catalogue.h"
#include "model/dossier_status.h"

static const char *clock_text(struct request *rq, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(rq->arena, date_format_clock(text, at));
}

static void title_put(struct request *rq, const char *kind, const char *title)
{
    data_set(rq->data, "Found.Kind", kind);
    data_set(rq->data, "Found.Title", title);
}

static void fact_put(struct request *rq, const char *name, const char *value)
{
    if (!*value)
        return;
    struct data *fact = data_add(rq->data, "Found.Facts");
    data_set(fact, "Name", name);
    data_set(fact, "Value", value);
}

static void text_put(struct request *rq, const char *text)
{
    data_set(data_add(rq->data, "Found.Texts"), "Text", text);
}

/* Who has an appointment is let in before the first and after the last ticket of the day, too. */
static bool takes(const struct hall_group *group, bool booked)
{
    enum hall_open state = group->hours.state;
    return group->takes || (booked && (group->is_full || state == HALL_EARLY || state == HALL_STOPPED));
}

/* A form for one service of a group that gives out tickets now. */
static bool take_put(struct request *rq, const struct dispenser *d, uint64_t service, bool booked, const char *words)
{
    const struct hall_group *group = hall_group_of_service(&d->groups, service);
    if (!group || !takes(group, booked))
        return false;
    data_set(rq->data, "Found.Take", words);
    data_format(rq->data, "Found.Service", "%llu", (unsigned long long)service);
    data_format(rq->data, "Found.Group", "%llu", (unsigned long long)group->id);
    data_set(rq->data, "Found.Waiting", dispenser_waiting(rq, group));
    return true;
}

static uint64_t service_of_kind(const struct dispenser *d, enum hall_group_kind kind)
{
    for (size_t i = 0; i < d->groups.n; i++) {
        const struct hall_group *group = &d->groups.groups[i];
        if (group->kind == kind && group->takes && group->n_services > 0)
            return group->services[0].id;
    }
    return 0;
}

static void ask_put(struct request *rq, const struct dispenser *d)
{
    uint64_t service = service_of_kind(d, HALL_GROUP_OTHER);
    if (service)
        take_put(rq, d, service, false, say(rq, "scanned.ask"));
}

/* ---- a dossier ------------------------------------------------------------------------------------- */

/* The queue results of this procedure are fetched in; else any where results are. */
static enum db_result return_service(struct request *rq, const struct dispenser *d, const char *procedure,
                                     uint64_t *service)
{
    uint64_t group;
    const struct catalogue *catalogue = catalogue_held();
    const struct catalogue_procedure *p = catalogue ? catalogue_procedure(catalogue, procedure) : NULL;
    *service = 0;
    if (p && hall_service_of_field(rq->db, rq->arena, d->hall.id, catalogue->fields[p->field].id,
                                   HALL_GROUP_RETURN, service, &group) == DB_FAIL)
        return DB_FAIL;
    if (!*service)
        *service = service_of_kind(d, HALL_GROUP_RETURN);
    return DB_OK;
}

static enum db_result ready_show(struct request *rq, const struct dispenser *d, const struct dossier_status *status)
{
    uint64_t service;
    const char *place = say_either(rq, status->counter, status->counter_en);
    if (strcmp(status->counter_code, d->hall.agency_code) != 0) {
        title_put(rq, "wait", say(rq, "scanned.elsewhere"));
        text_put(rq, say_fill(rq, "scanned.elsewhere_text", "place", place, NULL));
        return DB_OK;
    }
    title_put(rq, "ok", say(rq, "scanned.ready"));
    if (return_service(rq, d, status->procedure_code, &service) == DB_FAIL)
        return DB_FAIL;
    bool offered = service && take_put(rq, d, service, false, say(rq, "scanned.take"));
    text_put(rq, say(rq, offered ? "scanned.ready_text" : "scanned.nothing_open"));
    return DB_OK;
}

static void waiting_show(struct request *rq, const struct dispenser *d, const struct dossier_status *status)
{
    bool late = status->due_at.year && civil_compare(&status->due_at, &d->now) < 0;
    title_put(rq, "wait", say(rq, "scanned.not_ready"));
    text_put(rq, say_fill(rq, "scanned.not_ready_text", "state", say_one(rq, "state", status->state), NULL));
    if (status->due_at.year)
        text_put(rq, say_fill(rq, late ? "scanned.wait_late" : "scanned.wait", "when",
                              say_moment(rq, &status->due_at), NULL));
    if (late)
        ask_put(rq, d);
}

static enum db_result dossier_show(struct request *rq, const struct dispenser *d, const struct dossier_status *status)
{
    bool ready = strcmp(status->state, "ready") == 0 && strcmp(status->deliver_by, "counter") == 0;
    fact_put(rq, say(rq, "scanned.dossier"), status->number);
    data_set(rq->data, "Found.Pass.Name", "hoso");
    data_set(rq->data, "Found.Pass.Value", pass_seal(rq, PASS_DOSSIER, status->id));
    if (ready)
        return ready_show(rq, d, status);
    if (strcmp(status->state, "returned") == 0) {
        title_put(rq, "", say(rq, "scanned.returned"));
        text_put(rq, say(rq, "scanned.returned_text"));
        ask_put(rq, d);
    } else {
        waiting_show(rq, d, status);
    }
    return DB_OK;
}

/* ---- an appointment -------------------------------------------------------------------------------- */

/* An ordinary number for the same thing; else that there is none now, and the queue for questions. */
static void ordinary_put(struct request *rq, const struct dispenser *d, const struct appointment *a)
{
    if (take_put(rq, d, a->service, false, say(rq, "scanned.take_ordinary")))
        return;
    text_put(rq, say(rq, "scanned.nothing_open_group"));
    ask_put(rq, d);
}

/* It got its ticket: how that one stands. Who was missed may wait once more, and who has ended begins anew. */
static enum db_result used_show(struct request *rq, const struct dispenser *d, const struct appointment *a)
{
    struct ticket ticket;
    enum db_result found = ticket_of_appointment(rq->db, rq->arena, a->id, &ticket);
    if (found != DB_OK)
        return found;
    bool again = ticket.state == TICKET_MISSED && ticket.is_requeued;
    const char *state = again ? "missed_again" : ticket_state_names[ticket.state];
    const char *counter = arena_format(rq->arena, "%u", ticket.counter_number);
    title_put(rq, ticket.state == TICKET_FINISHED ? "" : "wait",
              say_fill(rq, arena_format(rq->arena, "scanned_ticket.%s", state), "number", ticket.label, "n", counter,
                       NULL));
    text_put(rq, say_fill(rq, arena_format(rq->arena, "scanned_ticket_text.%s", state), "n", counter, NULL));
    if (ticket.ended_at.year)
        ordinary_put(rq, d, a);
    return DB_OK;
}

static void now_show(struct request *rq, const struct dispenser *d, const struct appointment *a)
{
    title_put(rq, "ok", say(rq, "scanned.appointment"));
    data_set(rq->data, "Found.Pass.Name", "hen");
    data_set(rq->data, "Found.Pass.Value", pass_seal(rq, PASS_APPOINTMENT, a->id));
    if (!take_put(rq, d, a->service, true, say(rq, "scanned.appointment_take")))
        text_put(rq, say(rq, "scanned.nothing_open_group"));
}

static void early_show(struct request *rq, const struct dispenser *d, const struct appointment *a)
{
    struct civil at = appointment_opens(a);
    title_put(rq, "wait", say_fill(rq, "scanned.appointment_early", "time", clock_text(rq, &at), NULL));
    if (take_put(rq, d, a->service, false, say(rq, "scanned.take_ordinary")))
        text_put(rq, say(rq, "scanned.appointment_early_text"));
}

static void late_show(struct request *rq, const struct dispenser *d, const struct appointment *a)
{
    struct civil at = appointment_ends(a);
    title_put(rq, "wait", say(rq, "scanned.appointment_late"));
    text_put(rq, say_fill(rq, "scanned.appointment_late_text", "time", clock_text(rq, &at), NULL));
    ordinary_put(rq, d, a);
}

static enum db_result appointment_show(struct request *rq, const struct dispenser *d, const struct appointment *a)
{
    fact_put(rq, say(rq, "scanned.time"), say_moment(rq, &a->from));
    fact_put(rq, say(rq, "scanned.service"), say_either(rq, a->service_name, a->service_name_en));
    if (a->hall != d->hall.id) {
        title_put(rq, "wait", say_fill(rq, "scanned.appointment_where", "place",
                                       say_either(rq, a->hall_name, a->hall_name_en), NULL));
        return DB_OK;
    }
    switch (appointment_now(a, &d->now)) {
    case APPOINTMENT_NOW:
        now_show(rq, d, a);
        break;
    case APPOINTMENT_EARLY:
        early_show(rq, d, a);
        break;
    case APPOINTMENT_LATE:
        late_show(rq, d, a);
        break;
    case APPOINTMENT_OTHER_DAY:
        title_put(rq, "wait", say_fill(rq, "scanned.appointment_not_today", "day", say_day(rq, &a->from), NULL));
        break;
    case APPOINTMENT_USED:
        return used_show(rq, d, a);
    case APPOINTMENT_GONE:
        title_put(rq, "wait", say(rq, "scanned.appointment_gone"));
        text_put(rq, say(rq, "scanned.appointment_gone_text"));
        ordinary_put(rq, d, a);
        break;
    }
    return DB_OK;
}

/* ---- the answer ------------------------------------------------------------------------------------ */

static int none_show(struct request *rq)
{
    title_put(rq, "wait", say(rq, "scanned.none"));
    text_put(rq, say(rq, "scanned.none_text"));
    return 404;
}

/* DB_OK: it is shown, DB_NONE: there is none. */
static enum db_result code_show(struct request *rq, const struct dispenser *d)
{
    char code[LOOKUP_CODE_DIGITS + 1], booked[APPOINTMENT_CODE_DIGITS + 1];
    struct dossier_status status;
    struct appointment appointment;
    const char *typed = input_text(rq, "ma");
    enum db_result found = DB_NONE;
    if (lookup_code_parse(typed, code)) {
        found = dossier_status_by_code(rq->db, rq->arena, code, &d->now, &status);
        if (found == DB_OK)
            found = dossier_show(rq, d, &status);
    } else if (appointment_code_parse(typed, booked)) {
        found = appointment_by_code(rq->db, rq->arena, booked, &appointment);
        if (found == DB_OK)
            found = appointment_show(rq, d, &appointment) == DB_FAIL ? DB_FAIL : DB_OK;
    }
    return found;
}

int scanned_ask(struct request *rq)
{
    struct dispenser d;
    int status;
    if (!dispenser_open(rq, &d, &status))
        return status;
    dispenser_fill(rq, &d);
    enum db_result found = code_show(rq, &d);
    if (found == DB_FAIL)
        return page_failed(rq);
    data_format(rq->data, "Found.Home", "%s/kiosk/lay-so", rq->base);
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.slip_page"));
    return page_show_status(rq, found == DB_OK ? 200 : none_show(rq), "kiosk/scanned.cs", "scanned");
}
