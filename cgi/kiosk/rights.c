/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/rights.h"

#include "lib/clock.h"
#include "lib/page.h"
#include "lib/token.h"

#define BIT(right) ((uint64_t)1 << (right))
#define BINDING_BYTES 16

const char *const kiosk_right_names[KIOSK_RIGHT_COUNT] = {
    [RIGHT_NONE] = "nobody",   [RIGHT_DEVICE] = "device", [RIGHT_DISPENSER] = "dispenser",
    [RIGHT_KIOSK] = "kiosk",   [RIGHT_BOARD] = "board",   [RIGHT_DISPLAY] = "display",
    [RIGHT_RATING] = "rating",
};

static const struct {
    uint64_t rights;
    const char *page;
} kinds[DEVICE_KIND_END] = {
    [DEVICE_DISPENSER] = {BIT(RIGHT_DEVICE) | BIT(RIGHT_DISPENSER), "/kiosk/lay-so"},
    [DEVICE_KIOSK] = {BIT(RIGHT_DEVICE) | BIT(RIGHT_DISPENSER) | BIT(RIGHT_KIOSK), "/kiosk/trang-dau"},
    [DEVICE_BOARD] = {BIT(RIGHT_DEVICE) | BIT(RIGHT_BOARD), "/kiosk/bang"},
    [DEVICE_DISPLAY] = {BIT(RIGHT_DEVICE) | BIT(RIGHT_DISPLAY), "/kiosk/quay"},
    [DEVICE_RATING] = {BIT(RIGHT_DEVICE) | BIT(RIGHT_RATING), "/kiosk/danh-gia"},
};

const char *kiosk_page_of(enum device_kind kind)
{
    return kinds[kind].page;
}

const struct device *device_of(const struct request *rq)
{
    return rq->who.detail;
}

/* What is no secret of the device: whoever reads a page of it learns nothing about its cookie. */
static const char *binding(struct request *rq, const char *secret)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char hex[2 * BINDING_BYTES + 1];
    token_keyed_hash(KEY_FORM, arena_format(rq->arena, "device|%s", secret), hash);
    for (size_t i = 0; i < BINDING_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    return arena_copy(rq->arena, hex);
}

enum db_result kiosk_identify(struct request *rq, struct actor *who)
{
    const char *secret = request_cookie(rq, DEVICE_COOKIE);
    if (!secret)
        return DB_NONE;
    struct civil now = clock_now();
    struct device *device = arena_take(rq->arena, sizeof *device);
    enum db_result found = device_find(rq->db, rq->arena, secret, &now, device);
    if (found != DB_OK)
        return found;
    who->detail = device;
    who->session = binding(rq, secret);
    if (device->state != DEVICE_APPROVED)
        return DB_NONE;
    who->id = device->id;
    who->name = device->name;
    who->rights = kinds[device->kind].rights;
    return DB_OK;
}

int kiosk_stranger(struct request *rq, const char *back)
{
    (void)back; /* a device begins where its kind begins */
    return page_go(rq, "/kiosk");
}
