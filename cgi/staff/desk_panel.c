/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The questions a counter's page asks in the place of its buttons.
 */
#include "staff/desk_panel.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/hall_setting.h"
#include "model/number_lease.h"
#include "staff/desk_lent.h"
#include "staff/hall_settings.h"
#include "staff/sign_in_inside.h"

static const char *const panel_names[DESK_PANELS] = {
    [DESK_PAUSE] = "pause",       [DESK_GROUPS] = "groups", [DESK_HAND_OVER] = "hand_over", [DESK_PARK] = "park",
    [DESK_TRANSFER] = "transfer", [DESK_FIND] = "find",     [DESK_CHOOSE] = "choose",
};
static const char *const reason_words[] = {"priority", "papers", "agreed", "missed", "other"};

static struct data *panel_node(struct request *rq)
{
    return data_at(rq->data, "Panel");
}

static int not_now(struct request *rq, const char *text)
{
    data_set(rq->data, "Panel.Kind", "");
    data_set(rq->data, "Notice.Kind", "warning");
    data_set(rq->data, "Notice.Text", text);
    return 409;
}

static void option(struct data *node, const char *list, const char *value, const char *text)
{
    struct data *item = data_add(node, list);
    data_set(item, "Value", value);
    data_set(item, "Text", text);
}

static const char *number_text(struct request *rq, uint64_t number)
{
    return arena_format(rq->arena, "%llu", (unsigned long long)number);
}

/* ---- pausing ----------------------------------------------------------------------------------------- */

static int pause_fill(struct request *rq, const struct desk *desk, int status)
{
    if (desk->page.counter.state == COUNTER_PAUSED)
        return not_now(rq, say(rq, "desk_did.state"));
    for (size_t i = 0; i < COUNTER_PAUSES; i++)
        option(panel_node(rq), "Reasons", desk_pauses[i], say_one(rq, "desk_pause", counter_pause_names[i]));
    desk_form(rq, panel_node(rq), "/tam-nghi", 0, 0);
    return status;
}

/* ---- groups ------------------------------------------------------------------------------------------ */

static bool group_chosen(struct request *rq, const char *value)
{
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Form.nhom.Values.%d.Value", i);
        if (!data_has(rq->data, name))
            return false;
        if (strcmp(data_get(rq->data, name), value) == 0)
            return true;
    }
}

static int groups_fill(struct request *rq, const struct desk *desk, int status)
{
    struct group_setting groups[HALL_GROUPS_MAX];
    size_t n;
    if (group_setting_list(rq->db, rq->arena, desk->hall.id, &desk->now, groups, &n) == DB_FAIL)
        return 0;
    form_fields(rq, "nhom");
    for (size_t i = 0; i < n; i++) {
        const char *value = number_text(rq, groups[i].id);
        bool held = strchr(desk->page.counter.letters, *groups[i].letter) != NULL;
        if (!groups[i].active && !held) /* what is held is shown, or the form would take it away unseen */
            continue;
        struct data *item = data_add(panel_node(rq), "Groups");
        data_set(item, "Value", value);
        data_set(item, "Text", setting_group_text(rq, &groups[i]));
        data_set_flag(item, "Checked", status == 422 ? group_chosen(rq, value) : held);
    }
    desk_form(rq, panel_node(rq), "/nhom", 0, 0);
    return status;
}

/* ---- another officer --------------------------------------------------------------------------------- */

static int hand_over_fill(struct request *rq, const struct desk *desk, int status)
{
    struct seat_person *people;
    size_t n;
    if (counter_seat_people(rq->db, rq->arena, desk->hall.id, rq->who.id, &desk->now, &people, &n) == DB_FAIL)
        return 0;
    form_fields(rq, "nguoi");
    option(panel_node(rq), "People", "", say(rq, "desk.choose_person"));
    for (size_t i = 0; i < n; i++)
        option(panel_node(rq), "People", number_text(rq, people[i].id),
               arena_format(rq->arena, "%s – %s", people[i].name, people[i].unit));
    desk_form(rq, panel_node(rq), "/ban-giao", 0, 0);
    return status;
}

/* ---- the ticket before the counter ------------------------------------------------------------------- */

static int serving_need(struct request *rq, const struct desk *desk, int status)
{
    bool serving = desk->page.has_ticket && desk->page.ticket.state == TICKET_SERVING;
    form_fields(rq, "ghichu nhom");
    return serving ? status : not_now(rq, say(rq, "desk_why.nobody_served"));
}

static int park_fill(struct request *rq, const struct desk *desk, int status)
{
    desk_form(rq, panel_node(rq), "/gac", desk->page.ticket.id, desk->page.ticket.version);
    return serving_need(rq, desk, status);
}

/* "Quầy 5, 6": open ones that serve a letter. */
static const char *counters_of(struct request *rq, const struct counter *counters, size_t n, char letter)
{
    const char *out = "";
    for (size_t i = 0; i < n; i++)
        if (counters[i].state == COUNTER_OPEN && strchr(counters[i].letters, letter))
            out = arena_format(rq->arena, "%s%s%u", out, *out ? ", " : "", counters[i].number);
    return *out ? say_fill(rq, "desk.served_at", "counters", out, NULL) : say(rq, "desk.served_nowhere");
}

/* Where somebody sits, but for this one. */
static void counters_fill(struct request *rq, const struct desk *desk, const struct counter *counters, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct counter *counter = &counters[i];
        if (counter->state == COUNTER_CLOSED || counter->id == desk->page.counter.id)
            continue;
        struct data *item = data_add(panel_node(rq), "Counters");
        data_set(item, "Value", number_text(rq, counter->id));
        data_set_number(item, "Number", counter->number);
        data_set(item, "Name", counter->name);
        data_set_flag(item, "Paused", counter->state == COUNTER_PAUSED);
    }
}

static int transfer_fill(struct request *rq, const struct desk *desk, int status)
{
    struct group_setting groups[HALL_GROUPS_MAX];
    struct counter *counters;
    size_t n, n_counters;
    if (group_setting_list(rq->db, rq->arena, desk->hall.id, &desk->now, groups, &n) == DB_FAIL ||
        counter_list(rq->db, rq->arena, desk->hall.id, &desk->now, false, &counters, &n_counters) == DB_FAIL)
        return 0;
    for (size_t i = 0; i < n; i++) {
        if (!groups[i].active || groups[i].id == desk->page.ticket.group)
            continue;
        struct data *item = data_add(panel_node(rq), "Groups");
        data_set(item, "Value", number_text(rq, groups[i].id));
        data_format(item, "Text", "%s – %s", groups[i].letter, say_either(rq, groups[i].name, groups[i].name_en));
        data_set(item, "Hint", counters_of(rq, counters, n_counters, *groups[i].letter));
    }
    counters_fill(rq, desk, counters, n_counters);
    desk_form(rq, panel_node(rq), "/chuyen", desk->page.ticket.id, desk->page.ticket.version);
    return serving_need(rq, desk, status);
}

/* ---- one ticket among those of today ----------------------------------------------------------------- */

static bool served_here(const struct desk *desk, const struct ticket *ticket)
{
    if (ticket->for_counter)
        return ticket->for_counter == desk->page.counter.id;
    for (size_t i = 0; i < desk->page.n_queues; i++)
        if (desk->page.queues[i].group == ticket->group)
            return true;
    return false;
}

/* What may be done with it from here; else a sentence why it cannot be called. */
static void choose_acts(struct request *rq, const struct desk *desk, const struct ticket *ticket)
{
    struct data *node = panel_node(rq);
    bool free = !desk->page.has_ticket && desk->page.counter.state == COUNTER_OPEN, here = served_here(desk, ticket);
    if (ticket->state == TICKET_WAITING)
        desk_form(rq, data_at(node, "Cancel"), "/huy", ticket->id, ticket->version);
    if (ticket->state == TICKET_MISSED && !ticket->is_requeued)
        desk_form(rq, data_at(node, "Requeue"), "/cho-lai", ticket->id, ticket->version);
    if (ticket->state == TICKET_PARKED && here && free)
        desk_form(rq, data_at(node, "Resume"), "/tiep-tuc", ticket->id, ticket->version);
    if (ticket->state != TICKET_WAITING)
        return;
    if (!here && ticket->for_counter)
        data_set(node, "Why", say_fill(rq, "desk_why.reserved", "ticket", ticket->label, "counter",
                                       number_text(rq, ticket->for_number), NULL));
    else if (!here)
        data_set(node, "Why", say(rq, "desk_why.not_served"));
    else if (desk->page.counter.state == COUNTER_PAUSED)
        data_set(node, "Why", say(rq, "desk_why.paused"));
    else if (!free)
        data_set(node, "Why", say_fill(rq, "desk_why.busy", "ticket", desk->page.ticket.label, NULL));
    else
        desk_form(rq, data_at(node, "Choose"), "/goi", ticket->id, ticket->version);
}

static void choose_facts(struct request *rq, const struct desk *desk, const struct ticket *ticket)
{
    struct data *node = panel_node(rq);
    data_set(node, "Label", ticket->label);
    data_set(node, "State", ticket_state_names[ticket->state]);
    data_set(node, "StateText", say_one(rq, "desk_state", ticket_state_names[ticket->state]));
    data_set(node, "Group", say_either(rq, ticket->group_name, ticket->group_name_en));
    data_set(node, "Arrival", desk_clock(rq, &ticket->arrival_at));
    if (ticket->state == TICKET_WAITING)
        data_set(node, "Waited", desk_between(rq, &ticket->arrival_at, &desk->now));
    if (ticket->counter_number)
        data_set_number(node, "Counter", ticket->counter_number);
    if (ticket->class != TICKET_ORDINARY)
        data_set(node, "ClassText", say_one(rq, "hall_class", ticket_class_names[ticket->class]));
    data_set_flag(node, "IsNext", desk->page.n_next && desk->page.next[0].id == ticket->id);
}

static bool is_of_today(const struct desk *desk, const struct ticket *ticket)
{
    return ticket->hall == desk->hall.id && civil_day(&ticket->day) == civil_day(&desk->now);
}

static int choose_fill(struct request *rq, const struct desk *desk, int status)
{
    struct ticket ticket;
    enum db_result found = ticket_read(rq->db, rq->arena, (uint64_t)input_number(rq, "ve"), &ticket);
    if (found == DB_FAIL)
        return 0;
    if (found == DB_NONE || !is_of_today(desk, &ticket)) {
        not_now(rq, say(rq, "desk.no_ticket"));
        return 404;
    }
    form_fields(rq, "lydo ghichu");
    choose_facts(rq, desk, &ticket);
    choose_acts(rq, desk, &ticket);
    for (size_t i = 0; desk_reasons[i]; i++) /* numbered: a keypad takes them so */
        option(panel_node(rq), "Reasons", desk_reasons[i],
               arena_format(rq->arena, "%zu. %s", i + 1, say_one(rq, "desk_choose", reason_words[i])));
    return status;
}

int desk_choose_form(struct request *rq)
{
    return desk_show(rq, 200, DESK_CHOOSE);
}

/* ---- tickets by their number ------------------------------------------------------------------------- */

static void found_add(struct request *rq, const struct ticket *ticket)
{
    struct data *item = data_add(rq->data, "Panel.Found");
    data_set(item, "Label", ticket->label);
    data_set(item, "StateText", say_one(rq, "desk_state", ticket_state_names[ticket->state]));
    data_set(item, "Group", say_either(rq, ticket->group_name, ticket->group_name_en));
    data_format(item, "Href", "%s" DESK_PATH "/goi?ve=%llu", rq->base, (unsigned long long)ticket->id);
}

/* Given out by a dispenser that has not told of it, perhaps. */
static void found_lent(struct request *rq, const struct lease_number *lent)
{
    char label[TICKET_LABEL_MAX];
    struct data *item = data_add(rq->data, "Panel.Found");
    data_set(item, "Label", ticket_label(label, lent->letter, lent->number));
    data_set(item, "StateText", say(rq, "desk.lent"));
    data_set(item, "Group", say_either(rq, lent->group_name, lent->group_name_en));
    data_format(item, "Href", "%s" DESK_PATH "/so?so=%s", rq->base, label);
}

struct finding {
    struct request *rq;
    struct counter counter;
    struct civil now;
    size_t n;
    /* The last one found: a ticket, else (0) a number lent to a dispenser. */
    uint64_t ticket;
    struct lease_number lent;
};

static bool find_one(struct finding *finding, char letter, unsigned number)
{
    struct request *rq = finding->rq;
    struct ticket ticket = {.id = 0};
    uint64_t hall = finding->counter.hall;
    enum db_result found = ticket_by_label(rq->db, rq->arena, hall, &finding->now, letter, number, &ticket);
    if (found == DB_OK) {
        found_add(rq, &ticket);
    } else if (found == DB_NONE) {
        found = number_lease_find(rq->db, rq->arena, hall, &finding->now, letter, number, &finding->lent);
        if (found == DB_OK)
            found_lent(rq, &finding->lent);
    }
    if (found == DB_OK) {
        finding->ticket = ticket.id;
        finding->n++;
    }
    return found != DB_FAIL;
}

/* "A15" is one ticket; digits alone stand for each letter the counter serves. */
static bool find_all(struct finding *finding, const char *typed)
{
    char letter;
    unsigned number;
    if (ticket_label_parse(typed, &letter, &number))
        return find_one(finding, letter, number);
    if (!*typed || strspn(typed, "0123456789") != strlen(typed) || strlen(typed) > 3)
        return true;
    number = (unsigned)strtoul(typed, NULL, 10);
    for (const char *at = finding->counter.letters; *at; at++)
        if (!find_one(finding, *at, number))
            return false;
    return true;
}

static int lent_show(struct request *rq, const struct finding *finding)
{
    if (desk_lent_fill(rq, &finding->counter, finding->lent.letter, finding->lent.number) == DB_FAIL)
        return page_failed(rq);
    return desk_show(rq, 200, DESK_FIND);
}

int desk_find(struct request *rq)
{
    struct finding finding = {.rq = rq, .now = clock_now(), .n = 0};
    const char *typed = input_text(rq, "so");
    int answer = desk_need(rq, &finding.counter);
    if (answer)
        return answer;
    if (!find_all(&finding, typed))
        return page_failed(rq);
    if (finding.n == 1 && finding.ticket)
        return page_go(rq, DESK_PATH "/goi?ve=%llu", (unsigned long long)finding.ticket);
    if (finding.n == 1)
        return lent_show(rq, &finding);
    data_set(rq->data, "Panel.Typed", typed);
    data_set_flag(rq->data, "Panel.None", *typed && finding.n == 0);
    return desk_show(rq, 200, DESK_FIND);
}

/* ---- which of them ----------------------------------------------------------------------------------- */

int desk_panel_fill(struct request *rq, const struct desk *desk, enum desk_panel panel, int status)
{
    if (panel == DESK_NO_PANEL)
        return status;
    data_set(rq->data, "Panel.Kind", panel_names[panel]);
    data_format(rq->data, "Panel.Back", "%s" DESK_PATH, rq->base);
    data_set_number(rq->data, "Panel.Session", desk->page.counter.version);
    switch (panel) {
    case DESK_PAUSE:
        return pause_fill(rq, desk, status);
    case DESK_GROUPS:
        return groups_fill(rq, desk, status);
    case DESK_HAND_OVER:
        return hand_over_fill(rq, desk, status);
    case DESK_PARK:
        return park_fill(rq, desk, status);
    case DESK_TRANSFER:
        return transfer_fill(rq, desk, status);
    case DESK_CHOOSE:
        return choose_fill(rq, desk, status);
    case DESK_NO_PANEL:
    case DESK_FIND:
    case DESK_PANELS:
        break;
    }
    return status;
}
