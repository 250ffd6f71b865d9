/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/ticket.h"

#include "lib/input.h"
#include "lib/clock.h"
#include "lib/limits.h"
#include "lib/live.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/settings.h"
#include "model/site_held.h"
#include "model/ticket_act.h"
#include "model/ticket_prints.h"
#include "model/ticket_token.h"
#include "model/wait_words.h"

#define PATH "/kiosk/ve/%llu"

/* ---- what stands on it ------------------------------------------------------------------------- */

static const char *services_text(struct request *rq, const struct ticket_item *items, size_t n)
{
    const char *text = "";
    for (size_t i = 0; i < n; i++)
        text = arena_format(rq->arena, "%s%s%s", text, i ? "; " : "", say_either(rq, items[i].name, items[i].name_en));
    return text;
}

static bool code_fill(struct request *rq, const struct ticket *ticket, struct slip *slip)
{
    char token[TICKET_TOKEN_CHARS + 1];
    ticket_token(token, ticket->letter_group, &ticket->day, ticket->number);
    slip->address = arena_format(rq->arena, "%s/ve/%s", settings.site ? settings.site : "", token);
    return qr_make(rq->arena, slip->address, &slip->qr);
}

const char *slip_hall(struct request *rq, const char *name, const char *name_en)
{
    const char *hall = say_either(rq, name, name_en);
    site_dress(rq);
    return strcmp(hall, data_get(rq->data, "Site.Name")) == 0 ? "" : hall;
}

static bool slip_fill(struct request *rq, const struct ticket *ticket, struct slip *slip)
{
    char day[DATE_TEXT_MAX], time[DATE_TEXT_MAX];
    slip->hall = slip_hall(rq, ticket->hall_name, ticket->hall_name_en);
    slip->number = arena_copy(rq->arena, ticket->label);
    slip->group = say_either(rq, ticket->group_name, ticket->group_name_en);
    slip->class = ticket->class == TICKET_ORDINARY ? ""
                                                   : say_one(rq, "ticket_class", ticket_class_names[ticket->class]);
    slip->day = arena_copy(rq->arena, date_format_day(day, &ticket->arrival_at));
    slip->time = arena_copy(rq->arena, date_format_clock(time, &ticket->arrival_at));
    slip->ahead = arena_format(rq->arena, "%u", ticket->ahead_then);
    slip->ahead_text = ticket->ahead_then ? say_count(rq, "ticket.ahead", ticket->ahead_then)
                                          : say(rq, "ticket.ahead_none");
    slip->wait = wait_words(rq, ticket->wait_then_50, ticket->wait_then_90);
    slip->wait_line = arena_format(rq->arena, "%s: %s", say(rq, "ticket.wait"), slip->wait);
    slip->wait_text = wait_sentence(rq, ticket->wait_then_50, ticket->wait_then_90);
    return code_fill(rq, ticket, slip);
}

enum db_result slip_read(struct request *rq, uint64_t id, struct slip *slip)
{
    struct ticket ticket;
    struct ticket_item *items;
    struct civil now = clock_now();
    size_t n;
    long long prints;
    *slip = (struct slip){.site = "", .again = ""};
    enum db_result found = ticket_read(rq->db, rq->arena, id, &ticket);
    if (found != DB_OK)
        return found;
    /* A screen in the hall shows what it has given out itself, and not for longer than it is of use. */
    if (ticket.device != rq->who.id || civil_day(&ticket.day) != civil_day(&now))
        return DB_NONE;
    if (ticket_items(rq->db, rq->arena, id, &items, &n) == DB_FAIL ||
        ticket_prints(rq->db, rq->arena, id, &prints) == DB_FAIL)
        return DB_FAIL;
    slip->services = services_text(rq, items, n);
    if (prints)
        slip->again = say_fill(rq, "ticket.again", "n", arena_format(rq->arena, "%lld", prints), NULL);
    return slip_fill(rq, &ticket, slip) ? DB_OK : DB_FAIL;
}

void slip_put(struct request *rq, const struct slip *slip, struct data *node)
{
    struct buffer path;
    data_set(node, "Hall", slip->hall);
    data_set(node, "Number", slip->number);
    data_set(node, "Group", slip->group);
    data_set(node, "Services", slip->services);
    data_set(node, "Class", slip->class);
    data_set(node, "Day", slip->day);
    data_set(node, "Time", slip->time);
    data_set(node, "Ahead", slip->ahead);
    data_set(node, "AheadText", slip->ahead_text);
    data_set(node, "Wait", slip->wait);
    data_set(node, "WaitLine", slip->wait_line);
    data_set(node, "WaitText", slip->wait_text);
    data_set(node, "Again", slip->again);
    buffer_init(&path, LIMIT_PAGE);
    qr_path(&slip->qr, &path);
    data_set_bytes(node, "Qr.Path", path.bytes, path.length);
    data_set_number(node, "Qr.Box", slip->qr.size + 2 * QR_QUIET);
    buffer_release(&path);
    (void)rq;
}

/* ---- pages ------------------------------------------------------------------------------------- */

/* As somebody said who stood before it; "" while nothing is known to be wrong. */
static const char *trouble_word(const struct device *device)
{
    if (device->printer == DEVICE_PRINTER_NO_PAPER)
        return "empty";
    return device->printer == DEVICE_PRINTER_TROUBLE ? "bad" : "";
}

int ticket_page(struct request *rq)
{
    struct slip slip;
    uint64_t id = (uint64_t)input_number(rq, "id");
    enum db_result found = slip_read(rq, id, &slip);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    struct data *node = data_at(rq->data, "Ticket");
    slip_put(rq, &slip, node);
    data_format(node, "Home", "%s/kiosk/lay-so", rq->base);
    data_set(node, "Trouble", trouble_word(device_of(rq)));
    page_form(rq, data_at(node, "Print"), arena_format(rq->arena, PATH "/in-lai", (unsigned long long)id));
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.dispenser_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.slip_page"));
    return page_show(rq, "kiosk/ticket.cs", "ticket");
}

int ticket_pdf(struct request *rq)
{
    struct slip slip;
    struct buffer bytes;
    enum db_result found = slip_read(rq, (uint64_t)input_number(rq, "id"), &slip);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    buffer_init(&bytes, LIMIT_PAGE);
    bool good = slip_draw(rq, &slip, &bytes);
    const char *name = arena_format(rq->arena, "%s.pdf", slip.number);
    int status = good ? page_bytes(rq, "application/pdf", bytes.bytes, bytes.length, name) : page_error(rq, 500);
    buffer_release(&bytes);
    return status;
}

/* The number stays the same; that it was printed once more is written down. */
int ticket_again(struct request *rq)
{
    struct slip slip;
    struct ticket_outcome outcome;
    uint64_t id = (uint64_t)input_number(rq, "id");
    enum db_result found = slip_read(rq, id, &slip);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    const struct ticket_actor actor = {.device = rq->who.id, .now = clock_now()};
    const struct ticket_input input = {.ticket = id, .hall = device_of(rq)->hall};
    switch (ticket_do(rq->db, rq->arena, &actor, TICKET_REPRINT, &input, &outcome)) {
    case TICKET_DID:
        return page_go(rq, PATH, (unsigned long long)id);
    case TICKET_FAIL:
        return page_failed(rq);
    default:
        return page_missing(rq);
    }
}
