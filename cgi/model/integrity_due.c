/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Due times: each is counted again from reception, term, rule, calendar and pauses, as dossier_due.h does it for one.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "model/calendar_held.h"
#include "model/dossier_due.h"
#include "model/integrity.h"
#include "model/outbox_list.h"

struct reading {
    struct db *db;
    struct arena *arena;
    struct integrity_finding *finding;
    uint64_t version; /* of the calendar */
    struct dossier_due due;
    bool counts; /* it has a limit in numbers */
    struct worktime_pause pauses[WORKTIME_PAUSES_MAX];
    uint64_t id; /* 0 before the first */
};

static int64_t minute_of(const char *text)
{
    struct civil moment;
    return text && civil_parse(text, &moment) ? civil_minute(&moment) : -1;
}

/* The dossier whose rows were read is whole: is its due time the one stored? */
static void judge(struct reading *r)
{
    struct dossier_due *due = &r->due;
    if (!r->id || !r->counts)
        return;
    due->request.pauses = r->pauses;
    dossier_due_count(due);
    if (due->known && due->due != due->stored)
        integrity_note(r->finding, arena_format(r->arena, "dossier %llu", (unsigned long long)r->id));
}

static bool dossier_begin(struct reading *r, uint64_t id, const char *const *text)
{
    r->id = id;
    r->due = (struct dossier_due){
        .due = minute_of(text[5]),
        .counted = -1,
        .stored = minute_of(text[5]),
        .extended = minute_of(text[6]),
        .apologised = minute_of(text[7]),
        .request = {.received = minute_of(text[1])},
        .calendar = calendar_now(r->db, r->version, text[8]),
    };
    r->counts = dossier_term_parse(r->arena, text[2], text[3], &r->due.request.term) &&
                worktime_rule_parse(text[4], &r->due.request.rule);
    return r->due.calendar != NULL;
}

/* A dossier's rows stand together, one a pause, in order. */
static bool due_row(void *context, const struct db_row *row)
{
    struct reading *r = context;
    uint64_t id = strtoull(row->text[0], NULL, 10);
    if (id != r->id) {
        judge(r);
        if (!dossier_begin(r, id, row->text))
            return false;
    }
    size_t *n = &r->due.request.pause_count;
    if (row->text[9] && *n < WORKTIME_PAUSES_MAX) {
        r->pauses[(*n)++] = (struct worktime_pause){
            .from = minute_of(row->text[9]),
            .to = row->text[10] ? minute_of(row->text[10]) : WORKTIME_OPEN,
            .restart = strcmp(row->text[11], "0") != 0,
        };
        r->due.standing = r->due.standing || !row->text[10];
    }
    return true;
}

enum db_result integrity_due_times(struct db *db, struct arena *arena, struct integrity_finding *finding)
{
    struct db_row version;
    struct reading *r = arena_take(arena, sizeof *r);
    *r = (struct reading){.db = db, .arena = arena, .finding = finding};
    if (db_one(db, arena, "select version from catalogue_version where id = 1", DB_ARGS(), &version) != DB_OK)
        return DB_FAIL;
    r->version = strtoull(version.text[0], NULL, 10);
    enum db_result result =
        db_each(db,
                "select d.id, d.received_at, d.term_value, d.term_unit, d.due_rule, d.due_at, d.extended_due_at,"
                " d.apologised_at, a.code, z.from_at, z.to_at, z.is_restart from dossier d"
                " join agency a on a.id = d.agency_id left join (clock c join clock_pause z on z.clock_id = c.id)"
                " on c.dossier_id = d.id and c.branch_id is null and c.task_id is null"
                " where d.received_at is not null and d.term_unit is not null order by d.id, z.from_at, z.id",
                DB_ARGS(), due_row, r);
    if (result == DB_FAIL || (r->id && !r->due.calendar))
        return DB_FAIL;
    judge(r);
    return DB_OK;
}

/* Those nobody has tried wait for a server to be set up, or for the jobs: job_run tells that. */
static bool message_row(void *context, const struct outbox_line *line)
{
    struct integrity_finding *finding = context;
    if (line->tries > 0 && strcmp(line->state, "failed") != 0 && strcmp(line->state, "unknown") != 0)
        integrity_note(finding, "motcua outbox list shows them");
    return true;
}

enum db_result integrity_messages(struct db *db, struct arena *arena, struct integrity_finding *finding)
{
    (void)arena;
    struct civil now = clock_now();
    return outbox_each(db, &now, false, message_row, finding) == DB_FAIL ? DB_FAIL : DB_OK;
}
