/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/device.h"

#include <stdlib.h>
#include <string.h>

#include "lib/token.h"

const char *const device_kind_names[DEVICE_KIND_END] = {
    [DEVICE_UNKNOWN] = "unknown", [DEVICE_DISPENSER] = "dispenser", [DEVICE_KIOSK] = "kiosk",
    [DEVICE_BOARD] = "board",     [DEVICE_DISPLAY] = "display",     [DEVICE_RATING] = "rating",
};

const char *const device_wish_names[DEVICE_WISH_END + 1] = {
    [DEVICE_WISH_NOTHING] = "nothing", [DEVICE_WISH_RELOAD] = "reload", [DEVICE_WISH_CHECK] = "check",
    [DEVICE_WISH_END] = NULL,
};

const char *const device_printer_names[DEVICE_PRINTER_END + 1] = {
    [DEVICE_PRINTER_NONE] = "none",           [DEVICE_PRINTER_UNKNOWN] = "unknown",
    [DEVICE_PRINTER_OK] = "ok",               [DEVICE_PRINTER_PAPER_LOW] = "paper_low",
    [DEVICE_PRINTER_NO_PAPER] = "no_paper",   [DEVICE_PRINTER_TROUBLE] = "trouble",
    [DEVICE_PRINTER_END] = NULL,
};

enum device_kind device_kind_of(const char *name)
{
    for (int kind = DEVICE_DISPENSER; kind < DEVICE_KIND_END; kind++)
        if (strcmp(name, device_kind_names[kind]) == 0)
            return (enum device_kind)kind;
    return DEVICE_UNKNOWN;
}

bool device_kind_has_counter(enum device_kind kind)
{
    return kind == DEVICE_DISPLAY || kind == DEVICE_RATING;
}

/* ---- whose cookie is it? ------------------------------------------------------------------------ */

static enum device_state state_of(const char *text)
{
    if (strcmp(text, "approved") == 0)
        return DEVICE_APPROVED;
    return strcmp(text, "asking") == 0 ? DEVICE_ASKING : DEVICE_REVOKED;
}

/* Until when its code is good: the second after which it is not. */
static void read_code(struct device *device, const char *asked, const struct civil *now)
{
    struct civil at;
    if (!*device->code || !civil_parse(asked, &at))
        return;
    int64_t until = civil_second(&at) + DEVICE_CODE_S;
    device->code_until = civil_from_second(until);
    device->code_is_good = device->state == DEVICE_ASKING && civil_second(now) < until;
}

/*
 * Two boards that call the same ticket a blink apart are understood by nobody: unless staff say otherwise, of the
 * boards of a hall the first that shows all of it speaks; where there are only boards of zones, the first of each.
 */
#define SPEAKS                                                                                                         \
    " d.kind = 'board' and ifnull(d.speaks, not exists (select 1 from device o where o.hall_id = d.hall_id"            \
    " and o.id <> d.id and o.kind = 'board' and o.state = 'approved' and o.zone in ('', d.zone) and (o.speaks or"      \
    " (o.speaks is null and ((o.zone = '' and d.zone <> '') or (o.zone = d.zone and o.id < d.id))))))"

enum db_result device_find(struct db *db, struct arena *arena, const char *secret,
                           const struct civil *now, struct device *device)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    struct db_row row;
    token_hash(secret, hash);
    enum db_result found = db_one(
        db, arena,
        "select d.id, d.state, ifnull(d.kind, ''), d.name, d.place, ifnull(d.hall_id, 0),"
        " ifnull(h.code, ''), ifnull(h.name, ''), if(ifnull(h.name_en, '') = '', ifnull(h.name, ''), h.name_en),"
        " ifnull(d.counter_id, 0), ifnull(c.number, 0), d.zone, d.text_px, ifnull(d.pairing_code, ''), d.asked_at,"
        " d.wanted - 1," SPEAKS ", d.volume, d.shows_officer, d.printer - 1"
        " from device d left join hall h on h.id = d.hall_id left join counter c on c.id = d.counter_id"
        " where d.secret_hash = ?",
        DB_ARGS(db_bytes(hash, sizeof hash)), &row);
    if (found != DB_OK)
        return found;
    *device = (struct device){
        .id = strtoull(row.text[0], NULL, 10),
        .state = state_of(row.text[1]),
        .kind = device_kind_of(row.text[2]),
        .name = row.text[3],
        .place = row.text[4],
        .hall = strtoull(row.text[5], NULL, 10),
        .hall_code = row.text[6],
        .hall_name = row.text[7],
        .hall_name_en = row.text[8],
        .counter = strtoull(row.text[9], NULL, 10),
        .counter_number = (unsigned)strtoul(row.text[10], NULL, 10),
        .zone = row.text[11],
        .text_px = (unsigned)strtoul(row.text[12], NULL, 10),
        .code = row.text[13],
        .wanted = (enum device_wish)strtoul(row.text[15], NULL, 10),
        .speaks = row.text[16] && *row.text[16] == '1',
        .volume = (unsigned)strtoul(row.text[17], NULL, 10),
        .shows_officer = *row.text[18] == '1',
        .printer = (enum device_printer)strtoul(row.text[19], NULL, 10),
    };
    read_code(device, row.text[14], now);
    return DB_OK;
}
