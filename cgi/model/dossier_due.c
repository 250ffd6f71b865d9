/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_due.h"

#include <stdlib.h>
#include <string.h>

#include "model/calendar_held.h"

bool dossier_term_parse(struct arena *arena, const char *value, const char *unit,
                        struct worktime_term *term)
{
    if (!unit || !*unit)
        return false;
    const char *text = strcmp(unit, "same_day") == 0
                           ? unit
                           : arena_format(arena, "%s %s", value ? value : "", unit);
    return worktime_term_parse(text, term);
}

int64_t dossier_due_extended(const struct worktime_calendar *calendar, int64_t extended,
                             int64_t apologised, const struct worktime_pause *pauses, size_t n)
{
    for (size_t i = 0; i < n; i++) /* they come in order */
        if (pauses[i].to != WORKTIME_OPEN && pauses[i].from >= apologised &&
            pauses[i].from < extended)
            extended = worktime_add(calendar, extended,
                                    worktime_between(calendar, pauses[i].from, pauses[i].to));
    return extended;
}

struct reading {
    struct worktime_pause pauses[WORKTIME_PAUSES_MAX];
    size_t n;
    bool open;
};

static int64_t minute_of(const char *text)
{
    struct civil moment;
    return text && civil_parse(text, &moment) ? civil_minute(&moment) : -1;
}

static bool pause_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct worktime_pause *pause = &reading->pauses[reading->n++];
    *pause = (struct worktime_pause){
        .from = minute_of(row->text[0]),
        .to = row->text[1] ? minute_of(row->text[1]) : WORKTIME_OPEN,
        .restart = strcmp(row->text[2], "0") != 0,
    };
    reading->open = reading->open || !row->text[1];
    return reading->n < WORKTIME_PAUSES_MAX;
}

void dossier_due_count(struct dossier_due *out)
{
    enum worktime_status status = worktime_due(out->calendar, &out->request, &out->result);
    out->standing = status == WORKTIME_STANDING || out->standing;
    out->known = status == WORKTIME_DUE || status == WORKTIME_STANDING;
    if (status == WORKTIME_DUE)
        out->due = out->counted = out->result.due;
    if (status == WORKTIME_DUE && out->extended >= 0)
        out->due = dossier_due_extended(out->calendar, out->extended, out->apologised,
                                        out->request.pauses, out->request.pause_count);
    if (out->standing)
        out->due = out->stored;
}

enum db_result dossier_due(struct db *db, struct arena *arena, uint64_t dossier,
                           struct dossier_due *out)
{
    struct db_row row;
    struct db_value id = db_number((int64_t)dossier);
    enum db_result result = db_one(
        db, arena,
        "select d.received_at, d.term_value, d.term_unit, d.due_rule, d.due_at,"
        " d.extended_due_at, d.apologised_at, a.code, v.version"
        " from dossier d join agency a on a.id = d.agency_id join catalogue_version v on v.id = 1"
        " where d.id = ?",
        DB_ARGS(id), &row);
    if (result != DB_OK)
        return result;
    *out = (struct dossier_due){
        .due = minute_of(row.text[4]),
        .counted = -1,
        .stored = minute_of(row.text[4]),
        .extended = minute_of(row.text[5]),
        .apologised = minute_of(row.text[6]),
        .request = {.received = minute_of(row.text[0])},
    };
    struct reading *reading = arena_take(arena, sizeof *reading);
    if (db_each(db,
                "select z.from_at, z.to_at, z.is_restart from clock c"
                " join clock_pause z on z.clock_id = c.id where c.dossier_id = ?"
                " and c.branch_id is null and c.task_id is null order by z.from_at, z.id",
                DB_ARGS(id), pause_row, reading) == DB_FAIL)
        return DB_FAIL;
    out->request.pauses = reading->pauses;
    out->request.pause_count = reading->n;
    out->standing = reading->open;
    out->calendar = calendar_now(db, strtoull(row.text[8], NULL, 10), row.text[7]);
    if (!out->calendar)
        return DB_FAIL;
    if (out->request.received >= 0 &&
        dossier_term_parse(arena, row.text[1], row.text[2], &out->request.term) &&
        worktime_rule_parse(row.text[3], &out->request.rule))
        dossier_due_count(out);
    return DB_OK;
}
