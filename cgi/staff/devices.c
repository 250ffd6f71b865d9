/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/devices.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/audit.h"
#include "staff/devices_inside.h"

#define ROLES (ROLE_BIT(ROLE_MANAGER) | ROLE_BIT(ROLE_ADMIN))

/* ---- what the files share ------------------------------------------------------------------------- */

bool devices_reach(struct request *rq, struct scope *scope, const char **agencies)
{
    struct civil today = clock_now();
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, scope) != DB_OK)
        return false;
    *agencies = scope_agencies(scope, rq->arena, ROLES);
    return true;
}

bool devices_may(const struct scope *scope, uint64_t agency)
{
    return scope_allows(scope, ROLES, agency);
}

const char *devices_path(struct request *rq, uint64_t id, const char *more)
{
    return arena_format(rq->arena, DEVICES_PATH "/%llu%s", (unsigned long long)id, more);
}

int devices_need(struct request *rq, struct device_line *line)
{
    struct scope scope;
    const char *agencies;
    enum db_result found = device_get(rq->db, rq->arena, (uint64_t)input_number(rq, "id"), line);
    if (found == DB_FAIL || !devices_reach(rq, &scope, &agencies))
        return page_failed(rq);
    if (found == DB_NONE || line->state == DEVICE_ASKING || !devices_may(&scope, line->agency))
        return page_missing(rq);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.devices_css"));
    return 0;
}

enum db_result devices_note(struct request *rq, uint64_t id, const char *type, const char *note)
{
    const struct audit_entry entry = {
        .user = rq->who.id,
        .type = type,
        .subject = arena_format(rq->arena, "device %llu", (unsigned long long)id),
        .note = note,
    };
    return audit_add(rq->db, &entry);
}

/* ---- the list ---------------------------------------------------------------------------------------- */

struct listing {
    struct request *rq;
    struct data *hall;
    uint64_t hall_id;
    unsigned n, silent, bad;
    char asked_after[DATE_TEXT_MAX];
};

static void line_fill(struct listing *listing, struct data *item, const struct device_line *line)
{
    struct request *rq = listing->rq;
    data_format(item, "Href", "%s%s", rq->base, devices_path(rq, line->id, ""));
    data_set(item, "Name", *line->name ? line->name : say_one(rq, "device_kind", device_kind_names[line->kind]));
    data_set(item, "Kind", say_one(rq, "device_kind", device_kind_names[line->kind]));
}

static void line_approved(struct listing *listing, const struct device_line *line)
{
    struct request *rq = listing->rq;
    if (!listing->hall || listing->hall_id != line->hall) {
        listing->hall = data_add(rq->data, "Halls");
        listing->hall_id = line->hall;
        data_set(listing->hall, "Name", say_either(rq, line->hall_name, line->hall_name_en));
    }
    struct data *item = data_add(listing->hall, "Items");
    line_fill(listing, item, line);
    listing->n++;
    if (devices_health(rq, item, line))
        listing->bad++;
    if (strcmp(data_get(item, "State.Kind"), "late") == 0)
        listing->silent++;
}

static bool line_show(void *context, const struct device_line *line)
{
    struct listing *listing = context;
    struct request *rq = listing->rq;
    if (line->state == DEVICE_APPROVED) {
        line_approved(listing, line);
    } else if (line->state == DEVICE_REVOKED) {
        struct data *item = data_add(rq->data, "Revoked");
        line_fill(listing, item, line);
        data_set(item, "When", devices_ago(rq, line->ended_at));
        data_set(item, "Hall", say_either(rq, line->hall_name, line->hall_name_en));
    } else if (strcmp(line->asked_at, listing->asked_after) > 0) {
        struct data *item = data_add(rq->data, "Asking");
        data_set(item, "From", line->asked_from);
        data_set(item, "When", devices_ago(rq, line->asked_at));
    }
    return true;
}

int devices_list(struct request *rq)
{
    struct scope scope;
    const char *agencies;
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - DEVICE_CODE_S);
    struct listing listing = {.rq = rq};
    date_format_iso_time(listing.asked_after, &then);
    if (!devices_reach(rq, &scope, &agencies) || device_each(rq->db, agencies, line_show, &listing) == DB_FAIL)
        return page_failed(rq);
    data_format(rq->data, "List.AddHref", "%s" DEVICES_PATH "/ghep", rq->base);
    data_set(rq->data, "List.Count", say_count(rq, "staff_devices.count", listing.n));
    if (listing.silent)
        data_set(rq->data, "List.Silent", say_count(rq, "staff_devices.silent", listing.silent));
    if (listing.bad)
        data_set(rq->data, "List.Bad", say_count(rq, "staff_devices.bad", listing.bad));
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.devices_css"));
    return page_show(rq, "staff/devices.cs", "staff_devices");
}
