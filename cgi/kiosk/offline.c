/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/offline.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/dispenser.h"
#include "lib/input.h"
#include "lib/clock.h"
#include "lib/live.h"
#include "lib/log.h"
#include "lib/page.h"
#include "lib/qr.h"
#include "lib/settings.h"
#include "model/number_lease.h"
#include "model/request_key.h"
#include "model/ticket_act.h"

#define TICKET_PATH "/kiosk/ve/"
#define LENT_PATH "/kiosk/lay-so/muon"

static const char *all_text(struct request *rq, const char *name, size_t i)
{
    return input_text_at(rq, name, i);
}

/* ---- what it gave out ---------------------------------------------------------------------------- */

/* A whole number up to this sign; moves behind it. False: something else is there. */
static bool number_take(const char **at, char end, uint64_t *number)
{
    char *rest;
    if (**at < '0' || **at > '9')
        return false;
    *number = strtoull(*at, &rest, 10);
    if (*rest != end && !(end == '_' && *rest == '\0'))
        return false;
    *at = *rest ? rest + 1 : rest;
    return true;
}

static bool ticket_parse(struct request *rq, const char *text, struct lease_ticket *ticket)
{
    uint64_t lease, number, class, ago, service, *services;
    services = arena_take_array(rq->arena, TICKET_ITEMS_MAX, sizeof *services);
    *ticket = (struct lease_ticket){.services = services};
    if (!number_take(&text, '.', &lease) || !number_take(&text, '.', &number) || !number_take(&text, '.', &class) ||
        !number_take(&text, '.', &ago) || class >= TICKET_APPOINTMENT || number > TICKET_NUMBER_MAX ||
        ago > INT64_MAX)
        return false;
    while (*text && ticket->n_services < TICKET_ITEMS_MAX) {
        if (!number_take(&text, '_', &service))
            return false;
        services[ticket->n_services++] = service;
    }
    ticket->lease = lease;
    ticket->number = (unsigned)number;
    ticket->class = (enum ticket_class)class;
    ticket->at_ms_ago = (int64_t)ago;
    return true;
}

static void refused_log(const struct dispenser *d, const struct lease_answer *answer)
{
    if (answer->verdict == LEASE_FOREIGN || answer->verdict == LEASE_BEYOND)
        log_warn("device %llu reports number %u of block %llu: %s", (unsigned long long)d->device->id,
                 answer->number, (unsigned long long)answer->lease, lease_verdict_names[answer->verdict]);
}

static enum db_result tickets_store(struct request *rq, const struct dispenser *d)
{
    size_t n = input_count(rq, "ve"), good = 0;
    if (n > LEASE_REPORT_MAX)
        n = LEASE_REPORT_MAX;
    struct lease_ticket *tickets = arena_take_array(rq->arena, n + 1, sizeof *tickets);
    struct lease_answer *answers = arena_take_array(rq->arena, n + 1, sizeof *answers);
    for (size_t i = 0; i < n; i++)
        good += ticket_parse(rq, all_text(rq, "ve", i), &tickets[good]);
    if (good == 0)
        return DB_OK;
    if (number_lease_report(rq->db, rq->arena, d->device->id, &d->now, tickets, good, answers) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < good; i++) {
        refused_log(d, &answers[i]);
        if (answers[i].verdict == LEASE_TAKEN)
            live_say(rq, hall_news_channel(rq->arena, answers[i].news.hall),
                     hall_news_format(rq->arena, &answers[i].news));
    }
    return DB_OK;
}

/* ---- answers it did not wait for ------------------------------------------------------------------ */

static enum db_result ticket_drop(struct request *rq, const struct dispenser *d, uint64_t id)
{
    struct ticket ticket;
    struct ticket_outcome outcome;
    enum db_result found = ticket_read(rq->db, rq->arena, id, &ticket);
    if (found != DB_OK)
        return found == DB_NONE ? DB_OK : DB_FAIL;
    if (ticket.device != d->device->id || ticket.state != TICKET_WAITING)
        return DB_OK;
    const struct ticket_actor actor = {.device = d->device->id, .now = d->now};
    const struct ticket_input input = {.ticket = id, .hall = d->hall.id};
    enum ticket_did did = ticket_do(rq->db, rq->arena, &actor, TICKET_CANCEL, &input, &outcome);
    if (did == TICKET_DID)
        live_say(rq, hall_news_channel(rq->arena, outcome.news.hall), hall_news_format(rq->arena, &outcome.news));
    return did == TICKET_FAIL ? DB_FAIL : DB_OK;
}

/*
 * The form may have been answered, and nobody saw the answer; or it may still be on its way: then its key is spent,
 * so that no ticket comes of it any more.
 */
static enum db_result key_drop(struct request *rq, const struct dispenser *d, const char *key)
{
    const char *url = NULL;
    enum db_result known = request_key_remember(rq, key, &url);
    if (known == DB_NONE)
        return request_key_record(rq, key, "/kiosk/lay-so");
    if (known == DB_OK && strncmp(url, TICKET_PATH, strlen(TICKET_PATH)) == 0)
        return ticket_drop(rq, d, strtoull(url + strlen(TICKET_PATH), NULL, 10));
    return known;
}

static enum db_result keys_drop(struct request *rq, const struct dispenser *d)
{
    enum db_result result = DB_OK;
    for (size_t i = 0; result == DB_OK && i < input_count(rq, "bo"); i++)
        result = key_drop(rq, d, all_text(rq, "bo", i));
    return result;
}

/* ---- new blocks ------------------------------------------------------------------------------------ */

static bool is_held(const uint64_t *held, size_t n, uint64_t lease)
{
    for (size_t i = 0; i < n; i++)
        if (held[i] == lease)
            return true;
    return false;
}

static size_t ids_read(struct request *rq, const char *name, uint64_t **ids)
{
    size_t n = input_count(rq, name);
    *ids = arena_take_array(rq->arena, n + 1, sizeof **ids);
    for (size_t i = 0; i < n; i++)
        (*ids)[i] = strtoull(all_text(rq, name, i), NULL, 10);
    return n;
}

int offline_report(struct request *rq)
{
    struct dispenser d;
    struct number_lease *leases;
    size_t n;
    int status;
    uint64_t *held;
    if (!dispenser_open(rq, &d, &status))
        return status;
    size_t n_held = ids_read(rq, "giu", &held);
    if (keys_drop(rq, &d) == DB_FAIL || tickets_store(rq, &d) == DB_FAIL)
        return page_failed(rq);
    if (!(rq->who.rights >> RIGHT_DISPENSER & 1)) /* it was one: it tells, and is lent nothing any more */
        return page_go(rq, LENT_PATH);
    if (number_lease_lend(rq->db, rq->arena, &d.hall, d.device->id, &d.now, held, n_held, &leases, &n) == DB_FAIL)
        return page_failed(rq);
    const char *query = "";
    for (size_t i = 0; i < n; i++)
        if (!is_held(held, n_held, leases[i].id))
            query = arena_format(rq->arena, "%s%ckhoi=%llu", query, *query ? '&' : '?',
                                 (unsigned long long)leases[i].id);
    return page_go(rq, LENT_PATH "%s", query);
}

/* ---- a block with its codes ------------------------------------------------------------------------ */

static json_t *number_json(struct request *rq, const char *token, int *size)
{
    struct qr qr;
    const char *address = arena_format(rq->arena, "%s/ve/%s", settings.site ? settings.site : "", token);
    if (!qr_make(rq->arena, address, &qr))
        return json_null();
    *size = qr.size; /* addresses of one length, codes of one size */
    return json_string(qr_base64(rq->arena, &qr));
}

static json_t *block_json(struct request *rq, const struct number_lease *lease)
{
    char day[DATE_TEXT_MAX];
    int size = 0;
    json_t *codes = json_array();
    for (unsigned number = lease->first; number <= lease->last; number++)
        json_array_append_new(codes, number_json(rq, lease->tokens[number - lease->first], &size));
    return json_pack("{s:I,s:I,s:s,s:s,s:i,s:i,s:i,s:o}", "id", (json_int_t)lease->id, "group",
                     (json_int_t)lease->group, "letter", arena_format(rq->arena, "%c", lease->letter), "day",
                     date_format_iso(day, &lease->day), "first", (int)lease->first, "last", (int)lease->last, "size",
                     size, "codes", codes);
}

int offline_lent(struct request *rq)
{
    struct number_lease *leases;
    uint64_t *wanted;
    struct civil now = clock_now();
    size_t n, n_wanted = ids_read(rq, "khoi", &wanted);
    if (number_lease_list(rq->db, rq->arena, rq->who.id, &now, &leases, &n) == DB_FAIL)
        return page_failed(rq);
    json_t *blocks = json_array();
    for (size_t i = 0; i < n; i++)
        if (is_held(wanted, n_wanted, leases[i].id))
            json_array_append_new(blocks, block_json(rq, &leases[i]));
    return page_json(rq, 200, json_pack("{s:o}", "blocks", blocks));
}
