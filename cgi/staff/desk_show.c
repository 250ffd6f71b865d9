/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What the page of a counter shows: the counter, the ticket before it, who waits, who is parked or was missed.
 */
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/catalogue.h"
#include "model/panic.h"
#include "staff/desk_panel.h"

enum { NEXT_SHOWN = 6, ASIDE_SHOWN = 20 };

static const char *const class_kinds[TICKET_CLASSES] = {[TICKET_APPOINTMENT] = "info"};

/* ---- a form about a ticket --------------------------------------------------------------------------- */

void desk_form(struct request *rq, struct data *node, const char *path, uint64_t ticket, unsigned version)
{
    page_form(rq, node, arena_format(rq->arena, DESK_PATH "%s", path));
    if (!ticket)
        return;
    data_format(node, "Ticket", "%llu", (unsigned long long)ticket);
    data_set_number(node, "Version", version);
}

static void class_fill(struct request *rq, struct data *node, enum ticket_class class)
{
    if (class == TICKET_ORDINARY)
        return;
    data_set(node, "Class", class_kinds[class] ? class_kinds[class] : "wait");
    data_set(node, "ClassText", say_one(rq, "hall_class", ticket_class_names[class]));
}

/* ---- the counter ------------------------------------------------------------------------------------- */

static void letters_fill(const struct counter_page *page, struct data *node)
{
    for (const char *at = page->counter.letters; *at; at++)
        data_set_bytes(data_add(node, "Letters"), "Letter", at, 1);
}

static void counter_fill(struct request *rq, const struct desk *desk)
{
    struct data *node = data_at(rq->data, "Counter");
    const struct counter *counter = &desk->page.counter;
    bool paused = counter->state == COUNTER_PAUSED;
    data_set_number(node, "Number", counter->number);
    data_set(node, "Name", counter->name);
    data_set(node, "Hall", say_either(rq, desk->hall.name, desk->hall.name_en));
    data_set_flag(node, "Paused", paused);
    data_set(node, "State", paused ? say_one(rq, "desk_pause", counter_pause_names[counter->pause])
                                   : say(rq, "desk.open"));
    data_set(node, "Since", desk_clock(rq, &counter->changed_at));
    data_set(node, "Served", say_count(rq, "desk.served", desk->page.served));
    data_set_number(node, "Version", counter->version);
    letters_fill(&desk->page, node);
    data_format(node, "PauseHref", "%s" DESK_PATH "/tam-nghi", rq->base);
    data_format(node, "GroupsHref", "%s" DESK_PATH "/nhom", rq->base);
    data_format(node, "HandOverHref", "%s" DESK_PATH "/ban-giao", rq->base);
    data_format(node, "PanicHref", "%s" DESK_PATH "/bao-dong", rq->base);
    desk_form(rq, data_at(node, "Close"), "/dong", 0, 0);
}

/* ---- the ticket before it ---------------------------------------------------------------------------- */

static void items_fill(struct request *rq, const struct desk *desk, struct data *node)
{
    const struct ticket *ticket = &desk->page.ticket;
    bool several = desk->page.n_items > 1;
    for (size_t i = 0; i < desk->page.n_items; i++) {
        const struct ticket_item *item = &desk->page.items[i];
        struct data *one = data_add(node, "Items");
        data_set(one, "Name", say_either(rq, item->name, item->name_en));
        data_set_flag(one, "Done", item->done_at.year != 0);
        if (several && !item->done_at.year && ticket->state == TICKET_SERVING) {
            desk_form(rq, data_at(one, "Form"), "/dich-vu", ticket->id, ticket->version);
            data_format(one, "Form.Service", "%llu", (unsigned long long)item->service);
        }
    }
}

static const struct ticket_event *last_call(const struct counter_page *page)
{
    const struct ticket_event *call = NULL;
    for (size_t i = 0; i < page->n_history; i++)
        if (page->history[i].reason >= 0)
            call = &page->history[i];
    return call;
}

/* When it was last called out: only some time after that nobody came. */
static unsigned miss_seconds(const struct desk *desk)
{
    const struct civil *last = NULL;
    for (size_t i = 0; i < desk->page.n_history; i++) {
        const struct ticket_event *event = &desk->page.history[i];
        if (event->to == TICKET_CALLED)
            last = &event->at;
    }
    int64_t gone = last ? civil_second(&desk->now) - civil_second(last) : 0;
    return gone < (int64_t)desk->hall.called_seconds ? desk->hall.called_seconds - (unsigned)gone : 0;
}

static void acts_fill(struct request *rq, const struct desk *desk, struct data *node)
{
    const struct ticket *ticket = &desk->page.ticket;
    if (ticket->state == TICKET_CALLED) {
        unsigned left = miss_seconds(desk);
        desk_form(rq, data_at(node, "Recall"), "/goi-lai", ticket->id, ticket->version);
        desk_form(rq, data_at(node, "Miss"), "/vang", ticket->id, ticket->version);
        data_set_number(node, "MissSeconds", left);
        if (left)
            data_set(node, "MissIn", say_count(rq, "desk.miss_in", left));
        return;
    }
    desk_form(rq, data_at(node, "Done"), "/xong", ticket->id, ticket->version);
    data_format(node, "ParkHref", "%s" DESK_PATH "/gac", rq->base);
    data_format(node, "TransferHref", "%s" DESK_PATH "/chuyen", rq->base);
}

static enum db_result dossier_fill(struct request *rq, const struct ticket *ticket, struct data *node)
{
    const char *number;
    if (!ticket->dossier)
        return DB_OK;
    enum db_result found = counter_seat_dossier(rq->db, rq->arena, ticket->dossier, &number);
    if (found == DB_OK) {
        data_set(node, "Dossier", number);
        data_format(node, "DossierHref", "%s/can-bo/ho-so/%llu", rq->base, (unsigned long long)ticket->dossier);
    }
    return found;
}

static enum db_result ticket_fill(struct request *rq, const struct desk *desk)
{
    struct data *node = data_at(rq->data, "Ticket");
    const struct ticket *ticket = &desk->page.ticket;
    const struct ticket_event *call = last_call(&desk->page);
    bool serving = ticket->state == TICKET_SERVING;
    data_set(node, "Label", ticket->label);
    data_set(node, "State", ticket_state_names[ticket->state]);
    data_set(node, "StateText", say_one(rq, "desk_state", ticket_state_names[ticket->state]));
    data_set(node, "For", desk_between(rq, serving ? &ticket->served_at : &ticket->called_at, &desk->now));
    class_fill(rq, node, ticket->class);
    data_set(node, "Group", say_either(rq, ticket->group_name, ticket->group_name_en));
    data_set(node, "Arrival", desk_clock(rq, &ticket->arrival_at));
    data_set(node, "Waited", desk_between(rq, &ticket->arrival_at, &ticket->called_at));
    data_set(node, "Calls", say_count(rq, "desk.calls", ticket->calls));
    data_set_flag(node, "Requeued", ticket->is_requeued);
    if (call) {
        data_set(node, "Reason", desk_reason(rq, &desk->page, call, desk->hall.priority_run));
        data_set_flag(node, "Passed", call->passed);
    }
    items_fill(rq, desk, node);
    acts_fill(rq, desk, node);
    return dossier_fill(rq, ticket, node);
}

/* ---- the one big button ------------------------------------------------------------------------------ */

static void main_fill(struct request *rq, const struct desk *desk)
{
    struct data *node = data_at(rq->data, "Main");
    const struct counter_page *page = &desk->page;
    const struct ticket *ticket = &page->ticket;
    bool paused = page->counter.state == COUNTER_PAUSED;
    const char *key = "next";
    if (page->has_ticket && ticket->state == TICKET_CALLED) {
        key = "arrive";
        desk_form(rq, node, "/da-den", ticket->id, ticket->version);
    } else if (page->has_ticket && paused) {
        key = "done";
        desk_form(rq, node, "/xong", ticket->id, ticket->version);
    } else if (page->has_ticket) {
        key = "done_next";
        desk_form(rq, node, "/goi-tiep", ticket->id, ticket->version);
    } else if (paused) {
        key = "resume";
        desk_form(rq, node, "/lam-tiep", 0, 0);
    } else {
        desk_form(rq, node, "/goi-tiep", 0, 0);
    }
    data_set(node, "Key", key);
    data_set(node, "Text", say_one(rq, "desk_main", key));
    /* Paused with somebody served: the counter goes on later. */
    if (paused && page->has_ticket)
        desk_form(rq, data_at(rq->data, "Resume"), "/lam-tiep", 0, 0);
}

/* ---- who waits --------------------------------------------------------------------------------------- */

/* Sent to this counter from groups it does not serve. */
static unsigned strangers(const struct counter_page *page)
{
    unsigned n = 0;
    for (size_t i = 0; i < page->n_next; i++) {
        bool served = !page->next[i].is_sent;
        for (size_t k = 0; k < page->n_queues; k++)
            served |= page->queues[k].group == page->next[i].group;
        n += !served;
    }
    return n;
}

static void queues_fill(struct request *rq, const struct desk *desk)
{
    unsigned all = strangers(&desk->page);
    for (size_t i = 0; i < desk->page.n_queues; i++) {
        const struct counter_queue *queue = &desk->page.queues[i];
        struct data *node = data_add(rq->data, "Queues");
        int64_t longest = queue->longest.year ? civil_second(&desk->now) - civil_second(&queue->longest) : 0;
        data_set_bytes(node, "Letter", &queue->letter, 1);
        data_set(node, "Name", say_either(rq, queue->name, queue->name_en));
        data_set_number(node, "Waiting", queue->waiting);
        data_set(node, "Ahead", queue->ahead ? say_count(rq, "desk.ahead", queue->ahead) : "");
        data_set(node, "Longest", queue->longest.year ? desk_minutes(rq, longest) : "");
        data_set_flag(node, "Late", longest > 60 * (int64_t)desk->hall.wait_warn_minutes);
        all += queue->waiting;
    }
    data_set(rq->data, "Waiting", say_count(rq, "desk.waiting", all));
    data_set_flag(rq->data, "Empty", all == 0);
}

static void next_fill(struct request *rq, const struct desk *desk)
{
    for (size_t i = 0; i < desk->page.n_next && i < NEXT_SHOWN; i++) {
        const struct counter_ticket *ticket = &desk->page.next[i];
        struct data *node = data_add(rq->data, "Next");
        data_set(node, "Label", ticket->label);
        data_set(node, "Service", say_either(rq, ticket->service, ticket->service_en));
        data_set(node, "Waited", desk_between(rq, &ticket->arrival_at, &desk->now));
        data_set(node, "Early", ticket->is_early ? desk_clock(rq, &ticket->rank_at) : "");
        class_fill(rq, node, ticket->class);
        data_set_flag(node, "Sent", ticket->is_sent);
        data_format(node, "Href", "%s" DESK_PATH "/goi?ve=%llu", rq->base, (unsigned long long)ticket->id);
    }
}

static void aside_fill(struct request *rq, const struct desk *desk)
{
    for (size_t i = 0; i < desk->page.n_aside && i < ASIDE_SHOWN; i++) {
        const struct counter_ticket *ticket = &desk->page.aside[i];
        bool parked = ticket->state == TICKET_PARKED;
        struct data *node = data_add(rq->data, "Aside");
        data_set(node, "Label", ticket->label);
        data_set_flag(node, "Parked", parked);
        data_set_flag(node, "Mine", ticket->is_mine);
        data_set(node, "StateText", say_one(rq, "desk_state", ticket_state_names[ticket->state]));
        data_set(node, "Since", desk_clock(rq, &ticket->since));
        data_set(node, "Note", ticket->note);
        data_set_number(node, "Counter", ticket->counter);
        if (parked && !desk->page.has_ticket && desk->page.counter.state == COUNTER_OPEN)
            desk_form(rq, data_at(node, "Resume"), "/tiep-tuc", ticket->id, ticket->version);
        if (!parked && !ticket->is_requeued)
            desk_form(rq, data_at(node, "Requeue"), "/cho-lai", ticket->id, ticket->version);
    }
}

/* ---- choosing a counter ------------------------------------------------------------------------------ */

static void choice_fill(struct request *rq, struct data *hall, const struct counter *counter)
{
    struct data *node = data_add(hall, "Counters");
    data_set_number(node, "Number", counter->number);
    data_set(node, "Name", counter->name);
    data_set(node, "Zone", counter->zone);
    data_set(node, "Officer", counter->user_name);
    for (const char *at = counter->letters; *at; at++)
        data_set_bytes(data_add(node, "Letters"), "Letter", at, 1);
    if (counter->session)
        return;
    desk_form(rq, node, "/mo", 0, 0);
    data_format(node, "Id", "%llu", (unsigned long long)counter->id);
}

static bool choices_fill(struct request *rq, const struct civil *now)
{
    struct hall_list halls;
    const struct catalogue *catalogue = rq->method == GET ? catalogue_now(rq->db) : catalogue_held();
    if (!catalogue || counter_seat_halls(rq->db, rq->arena, catalogue->version, rq->who.id, &halls) == DB_FAIL)
        return false;
    for (size_t i = 0; i < halls.n; i++) {
        struct counter *counters;
        size_t n;
        if (counter_list(rq->db, rq->arena, halls.halls[i].id, now, false, &counters, &n) == DB_FAIL)
            return false;
        struct data *hall = data_add(rq->data, "Halls");
        data_set(hall, "Name", say_either(rq, halls.halls[i].name, halls.halls[i].name_en));
        for (size_t k = 0; k < n; k++)
            choice_fill(rq, hall, &counters[k]);
    }
    return true;
}

/* The tab says which number is before the counter. */
static void title_fill(struct request *rq, const struct counter_page *page)
{
    const char *counter = arena_format(rq->arena, "%s %u", say(rq, "desk.counter"), page->counter.number);
    data_format(rq->data, "Page.Title", "%s%s%s", page->has_ticket ? page->ticket.label : "",
                page->has_ticket ? " · " : "", counter);
}

static void dress(struct request *rq)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.desk_css"));
}

static int choose_show(struct request *rq, int status, const struct civil *now)
{
    if (!choices_fill(rq, now))
        return page_failed(rq);
    dress(rq);
    data_set(rq->data, "Page.Title", say(rq, "desk.choose"));
    return page_show_status(rq, status, "staff/desk_choose.cs", "desk");
}

/* ---- all of it --------------------------------------------------------------------------------------- */

static enum db_result alarm_fill(struct request *rq)
{
    struct panic panic;
    enum db_result found = panic_of_user(rq->db, rq->arena, rq->who.id, &panic);
    if (found == DB_OK)
        data_set(rq->data, "Alarm.At", desk_clock(rq, &panic.at));
    return found;
}

static void live_fill(struct request *rq, const struct desk *desk)
{
    struct data *node = data_at(rq->data, "Live");
    data_format(node, "Events", "/can-bo/tin/hall-%s", desk->hall.code);
    data_format(node, "Mark", "%s" DESK_PATH "/dau", rq->base);
    data_format(node, "Page", "%s" DESK_PATH, rq->base);
    data_format(node, "FindHref", "%s" DESK_PATH "/so", rq->base);
}

int desk_show(struct request *rq, int status, enum desk_panel panel)
{
    struct desk *desk = arena_take(rq->arena, sizeof *desk);
    desk->now = clock_now();
    if (status == 200 && rq->again)
        status = rq->again;
    enum db_result found = counter_page_load(rq->db, rq->arena, rq->who.id, &desk->now, &desk->page);
    if (found == DB_NONE)
        return choose_show(rq, status == 200 || status == 409 ? status : 409, &desk->now);
    if (found == DB_FAIL ||
        hall_load(rq->db, rq->arena, desk->page.counter.hall, &desk->hall) != DB_OK)
        return page_failed(rq);
    counter_fill(rq, desk);
    main_fill(rq, desk);
    queues_fill(rq, desk);
    next_fill(rq, desk);
    aside_fill(rq, desk);
    live_fill(rq, desk);
    if ((desk->page.has_ticket && ticket_fill(rq, desk) == DB_FAIL) || alarm_fill(rq) == DB_FAIL)
        return page_failed(rq);
    status = desk_panel_fill(rq, desk, panel, status);
    if (status == 0)
        return page_failed(rq);
    dress(rq);
    title_fill(rq, &desk->page);
    return page_show_status(rq, status, "staff/desk.cs", "desk");
}
