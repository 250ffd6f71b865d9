/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/dispenser.h"

#include "kiosk/ticket.h"
#include "lib/clock.h"
#include "lib/page.h"
#include "lib/route.h"
#include "lib/say.h"
#include "lib/token.h"
#include "model/catalogue.h"
#include "model/wait_words.h"

bool dispenser_open(struct request *rq, struct dispenser *d, int *status)
{
    /* The snapshot is read before a transaction, never in one. */
    bool reads = rq->method == GET || rq->route->asks;
    const struct catalogue *catalogue = reads ? catalogue_now(rq->db) : catalogue_held();
    *d = (struct dispenser){.device = device_of(rq), .now = clock_now()};
    enum db_result found = DB_FAIL;
    if (catalogue) {
        d->version = catalogue->version;
        found = hall_load(rq->db, rq->arena, d->device->hall, &d->hall);
    }
    if (found == DB_OK)
        found = hall_hours_now(rq->db, d->version, &d->hall, &d->now, &d->hours);
    if (found == DB_NONE) /* nobody has entered working hours: closed, with no word about when again */
        d->hours = (struct hall_hours){.state = HALL_INACTIVE, .name = "", .name_en = ""};
    if (found != DB_FAIL)
        found = hall_groups_load(rq->db, rq->arena, d->version, &d->hall, &d->now, false, &d->groups);
    if (found == DB_FAIL)
        *status = page_failed(rq);
    return found != DB_FAIL;
}

/* ---- words ------------------------------------------------------------------------------------ */

static const char *clock_of(struct request *rq, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(rq->arena, date_format_clock(text, at));
}

const char *dispenser_shut(struct request *rq, const struct hall_group *group)
{
    if (group->takes)
        return NULL;
    if (group->is_full)
        return say(rq, "dispenser.group_full");
    if (group->hours.state == HALL_EARLY && group->hours.next.year)
        return say_fill(rq, "dispenser.group_later", "time", clock_of(rq, &group->hours.next), NULL);
    if (group->hours.state == HALL_STOPPED || group->hours.state == HALL_OVER)
        return say(rq, "dispenser.group_over");
    return say(rq, "dispenser.group_shut");
}

const char *dispenser_waiting(struct request *rq, const struct hall_group *group)
{
    const char *line = wait_line(rq, group->waiting, group->wait_50, group->wait_90);
    if (group->hours.state != HALL_BREAK)
        return line;
    return arena_format(rq->arena, "%s · %s", line,
                        say_fill(rq, "dispenser.group_break", "time", clock_of(rq, &group->hours.goes_on), NULL));
}

/* Why the whole hall gives out nothing; NULL: it does. */
static const char *closed_title(struct request *rq, const struct hall_hours *hours)
{
    if (hours->tickets)
        return NULL;
    switch (hours->state) {
    case HALL_EARLY:
        return say(rq, "dispenser.closed_early");
    case HALL_STOPPED:
    case HALL_OVER:
        return say(rq, "dispenser.closed");
    case HALL_HOLIDAY:
        return arena_format(rq->arena, "%s: %s", say(rq, "dispenser.closed_day"),
                            say_either(rq, hours->name, hours->name_en));
    case HALL_REST:
        return say(rq, "dispenser.closed_day");
    default:
        return say(rq, "dispenser.closed_off");
    }
}

/* ---- what the page is made of ----------------------------------------------------------------- */

static void text_put(struct request *rq, struct data *node, const char *name, const char *vietnamese,
                     const char *english)
{
    bool english_page = rq->base[0] != '\0';
    data_set(node, name, english_page && *english ? english : vietnamese);
    if (english_page && !*english)
        data_set(node, arena_format(rq->arena, "%s.Lang", name), "vi");
}

static void services_fill(struct request *rq, struct data *node, const struct hall_group *group)
{
    for (size_t i = 0; i < group->n_services; i++) {
        struct data *service = data_add(node, "Services");
        data_format(service, "Id", "%llu", (unsigned long long)group->services[i].id);
        text_put(rq, service, "Name", group->services[i].name, group->services[i].name_en);
    }
    data_set_flag(node, "Only", group->n_services == 1);
}

static void groups_fill(struct request *rq, const struct dispenser *d, struct data *page)
{
    for (size_t i = 0; i < d->groups.n; i++) {
        const struct hall_group *group = &d->groups.groups[i];
        if (group->n_services == 0)
            continue; /* nothing could be asked for there */
        struct data *node = data_add(page, "Groups");
        const char *shut = dispenser_shut(rq, group);
        data_format(node, "Id", "%llu", (unsigned long long)group->id);
        data_format(node, "Letter", "%c", group->letter);
        text_put(rq, node, "Name", group->name, group->name_en);
        data_set(node, "Waiting", dispenser_waiting(rq, group));
        if (shut)
            data_set(node, "Shut", shut);
        services_fill(rq, node, group);
    }
}

static void classes_fill(struct request *rq, const struct dispenser *d, struct data *page)
{
    static const char *const icons[TICKET_CLASSES] = {
        [TICKET_ELDERLY] = "elder",     [TICKET_PREGNANT] = "pregnant", [TICKET_DISABLED] = "wheelchair",
        [TICKET_SMALL_CHILD] = "baby", [TICKET_MERIT] = "star",
    };
    for (int class = TICKET_ORDINARY + 1; class < TICKET_APPOINTMENT; class ++) {
        if (!(d->hall.classes >> class & 1))
            continue;
        struct data *node = data_add(page, "Classes");
        data_set(node, "Value", ticket_class_names[class]);
        data_set(node, "Text", say_one(rq, "ticket_class", ticket_class_names[class]));
        data_set(node, "Icon", icons[class]);
    }
}

static void mark_add(struct buffer *bytes, const char *text)
{
    buffer_text(bytes, text);
    buffer_text(bytes, "\n");
}

/* Another mark as soon as anything is offered otherwise: the script then loads the page anew. */
static const char *page_mark(struct request *rq, const struct dispenser *d)
{
    struct buffer bytes;
    uint8_t hash[TOKEN_HASH_BYTES];
    buffer_init(&bytes, 256 * 1024);
    mark_add(&bytes, data_get(rq->words, "Asset.dispenser"));
    mark_add(&bytes, data_get(rq->words, "Asset.dispenser_css"));
    mark_add(&bytes, d->hours.tickets ? "open" : hall_open_names[d->hours.state]);
    buffer_format(&bytes, "%u %s\n", d->hall.classes, d->hall.name);
    for (size_t i = 0; i < d->groups.n; i++) {
        const struct hall_group *group = &d->groups.groups[i];
        buffer_format(&bytes, "%llu %c ", (unsigned long long)group->id, group->letter);
        mark_add(&bytes, group->name);
        for (size_t k = 0; k < group->n_services; k++)
            mark_add(&bytes, group->services[k].name);
    }
    token_hash_bytes(bytes.bytes, bytes.length, hash);
    buffer_release(&bytes);
    return arena_format(rq->arena, "%02x%02x%02x%02x", hash[0], hash[1], hash[2], hash[3]);
}

void dispenser_fill(struct request *rq, const struct dispenser *d)
{
    struct data *page = data_at(rq->data, "Dispenser");
    const char *closed = closed_title(rq, &d->hours);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.dispenser_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.dispenser"));
    data_set(page, "Page", page_mark(rq, d));
    data_format(page, "State", "%s/kiosk/lay-so/trang-thai", rq->base);
    data_format(page, "Report", "%s/kiosk/lay-so/bao", rq->base);
    data_format(page, "Scan.Action", "%s/kiosk/lay-so/ma", rq->base);
    data_set(page, "Worker", data_get(rq->words, "Asset.offline"));
    data_set(page, "Hall", slip_hall(rq, d->hall.name, d->hall.name_en));
    page_form(rq, data_at(page, "Form"), "/kiosk/lay-so");
    if (closed) {
        data_set(page, "Closed.Title", closed);
        if (d->hours.next.year)
            data_set(page, "Closed.Next", say_moment(rq, &d->hours.next));
        return;
    }
    groups_fill(rq, d, page);
    classes_fill(rq, d, page);
}

int dispenser_page(struct request *rq)
{
    struct dispenser d;
    int status;
    if (!dispenser_open(rq, &d, &status))
        return status;
    dispenser_fill(rq, &d);
    return page_show(rq, "kiosk/dispenser.cs", "dispenser");
}

/* ---- how it stands, for the script ------------------------------------------------------------ */

static json_t *group_json(struct request *rq, const struct hall_group *group)
{
    const char *shut = dispenser_shut(rq, group);
    int opens = group->hours.opens.year ? group->hours.opens.hour * 60 + group->hours.opens.minute : 0;
    int stops = group->hours.stops.year ? group->hours.stops.hour * 60 + group->hours.stops.minute : 0;
    if (group->from > opens)
        opens = group->from;
    return json_pack("{s:I,s:s,s:s,s:b,s:i,s:i}", "id", (json_int_t)group->id, "letter",
                     arena_format(rq->arena, "%c", group->letter), "text",
                     shut ? shut : dispenser_waiting(rq, group), "shut", shut != NULL, "from", opens, "to", stops);
}

int dispenser_state(struct request *rq)
{
    struct dispenser d;
    int status;
    char now[DATE_TEXT_MAX], lent[DATE_TEXT_MAX];
    if (!dispenser_open(rq, &d, &status))
        return status;
    /* The day numbers are lent for (number_lease.h). */
    bool today = d.hours.tickets || d.hours.state == HALL_EARLY || !d.hours.next.year;
    struct data *take = data_at(rq->data, "Take"), *report = data_at(rq->data, "Report");
    page_form(rq, take, "/kiosk/lay-so");
    page_form(rq, report, "/kiosk/lay-so/bao");
    json_t *groups = json_array();
    for (size_t i = 0; i < d.groups.n; i++)
        if (d.groups.groups[i].n_services > 0)
            json_array_append_new(groups, group_json(rq, &d.groups.groups[i]));
    return page_json(rq, 200,
                     json_pack("{s:s,s:s,s:s,s:s,s:s,s:b,s:o}", "now", date_format_iso_time(now, &d.now), "lent",
                               date_format_iso(lent, today ? &d.now : &d.hours.next), "page",
                               page_mark(rq, &d), "take", data_get(take, "Token"), "report",
                               data_get(report, "Token"), "open", d.hours.tickets, "groups", groups));
}

/* ---- passes ------------------------------------------------------------------------------------- */

#define PASS_PURPOSE "dispenser"
enum { PASS_SECONDS = 600 };

const char *pass_seal(struct request *rq, enum pass_kind kind, uint64_t id)
{
    const char *text = arena_format(rq->arena, "%c%llu", kind, (unsigned long long)id);
    return token_seal(rq->arena, KEY_COOKIE, PASS_PURPOSE, text, clock_unix() + PASS_SECONDS);
}

uint64_t pass_open(struct request *rq, enum pass_kind kind, const char *sealed)
{
    const char *text = *sealed ? token_open(rq->arena, KEY_COOKIE, PASS_PURPOSE, sealed) : NULL;
    return text && *text == (char)kind ? strtoull(text + 1, NULL, 10) : 0;
}
