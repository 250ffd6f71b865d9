/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/appointment_offer.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    struct arena *arena;
    struct appointment_offers *out;
    size_t room;
};

static bool offer_add(void *context, const struct db_row *row)
{
    struct reading *r = context;
    if (r->out->n == r->room) {
        size_t room = r->room ? r->room * 2 : 32;
        struct appointment_offer *items = arena_take_array(r->arena, room, sizeof *items);
        if (r->room)
            memcpy(items, r->out->items, r->room * sizeof *items);
        r->out->items = items;
        r->room = room;
    }
    const char *text[9];
    for (size_t i = 0; i < 9; i++)
        text[i] = arena_copy(r->arena, row->text[i]);
    r->out->items[r->out->n++] = (struct appointment_offer){
        .service = strtoull(text[0], NULL, 10),
        .group = strtoull(text[1], NULL, 10),
        .service_name = text[2],
        .service_name_en = text[3],
        .group_name = text[4],
        .group_name_en = text[5],
        .hall_code = text[6],
        .hall_name = text[7],
        .hall_name_en = text[8],
    };
    return r->out->n < APPOINTMENT_OFFERS_MAX;
}

enum db_result appointment_offers(struct db *db, struct arena *arena, const struct civil *now,
                                  struct appointment_offers *out)
{
    struct reading reading = {.arena = arena, .out = out};
    char moment[DATE_TEXT_MAX];
    date_format_iso_time(moment, now);
    *out = (struct appointment_offers){.n = 0};
    enum db_result found =
        db_each(db,
                "select s.id, g.id, s.name, s.name_en, g.name, g.name_en, h.code, h.name, h.name_en"
                " from hall h join agency a on a.id = h.agency_id join service_group g on g.hall_id = h.id"
                " join service s on s.group_id = g.id"
                " where h.is_active and h.book_days > 0 and g.is_active and g.slot_capacity > 0 and s.is_active"
                " and exists (select 1 from appointment_slot t where t.group_id = g.id and t.day >= date(?)"
                " and timestamp(t.day, t.from_time) > ? and t.capacity > 0)"
                " order by a.position, h.name, h.id, g.position, g.letter, s.position, s.id",
                DB_ARGS(db_text(moment), db_text(moment)), offer_add, &reading);
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}
