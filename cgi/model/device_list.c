/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/device_list.h"

#include <stdlib.h>
#include <string.h>

#define LINE_SELECT                                                                                                   \
    "select d.id, d.state, ifnull(d.kind, ''), ifnull(h.id, 0), ifnull(h.agency_id, 0), ifnull(h.code, ''),"          \
    " ifnull(h.name, ''), ifnull(c.number, 0), d.zone, d.name, d.place, d.text_px, d.asked_at, d.asked_from,"         \
    " ifnull(d.approved_at, ''), ifnull(ua.name, ''), ifnull(d.ended_at, ''), ifnull(ue.name, ''),"                   \
    " ifnull(d.seen_at, ''), d.version, d.page, d.printer, d.drift_ms, d.seen_from, ifnull(d.copied_at, ''),"         \
    " ifnull((select group_concat(k.what) from device_check k where k.device_id = d.id and not k.is_good"             \
    " and not exists (select 1 from device_check n where n.device_id = k.device_id and n.what = k.what"               \
    " and n.id > k.id)), ''), ifnull(h.name_en, '')"                                                                  \
    ", ifnull(d.printer_at, '')"                                                                                      \
    " from device d left join hall h on h.id = d.hall_id left join counter c on c.id = d.counter_id"                  \
    " left join user ua on ua.id = d.approved_by left join user ue on ue.id = d.ended_by"

static enum device_state state_of(const char *text)
{
    if (strcmp(text, "approved") == 0)
        return DEVICE_APPROVED;
    return strcmp(text, "asking") == 0 ? DEVICE_ASKING : DEVICE_REVOKED;
}

static void line_read(struct device_line *line, const struct db_row *row)
{
    const char *const *text = row->text;
    *line = (struct device_line){
        .id = strtoull(text[0], NULL, 10),
        .state = state_of(text[1]),
        .kind = device_kind_of(text[2]),
        .hall = strtoull(text[3], NULL, 10),
        .agency = strtoull(text[4], NULL, 10),
        .hall_code = text[5],
        .hall_name = text[6],
        .counter = (unsigned)strtoul(text[7], NULL, 10),
        .zone = text[8],
        .name = text[9],
        .place = text[10],
        .text_px = (unsigned)strtoul(text[11], NULL, 10),
        .asked_at = text[12],
        .asked_from = text[13],
        .approved_at = text[14],
        .approved_by = text[15],
        .ended_at = text[16],
        .ended_by = text[17],
        .seen_at = text[18],
        .version = text[19],
        .page = text[20],
        .printer = text[21],
        .has_drift = text[22] != NULL,
        .drift_ms = text[22] ? strtoll(text[22], NULL, 10) : 0,
        .seen_from = text[23],
        .copied_at = text[24],
        .bad_checks = text[25],
        .hall_name_en = text[26],
        .printer_at = text[27],
    };
}

struct listing {
    bool (*line)(void *context, const struct device_line *line);
    void *context;
};

static bool line_row(void *context, const struct db_row *row)
{
    const struct listing *listing = context;
    struct device_line line;
    line_read(&line, row);
    return listing->line(listing->context, &line);
}

enum db_result device_each(struct db *db, const char *agencies,
                           bool (*line)(void *context, const struct device_line *line), void *context)
{
    return db_each(db,
                   LINE_SELECT " where ? is null or d.state = 'asking' or json_contains(?, h.agency_id)"
                               " order by d.state = 'revoked', h.name, h.id, d.kind, c.number, d.name, d.id",
                   DB_ARGS(db_text(agencies), db_text(agencies)), line_row,
                   &(struct listing){.line = line, .context = context});
}

enum db_result device_get(struct db *db, struct arena *arena, uint64_t id, struct device_line *line)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena, LINE_SELECT " where d.id = ?", DB_ARGS(db_number((int64_t)id)), &row);
    if (found == DB_OK)
        line_read(line, &row);
    return found;
}
