/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What reception needs of a procedure, from the worker's memory: read once for each published state
 * of the catalogue. Who may receive it is asked anew each time.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/map.h"
#include "lib/text.h"
#include "model/dossier_receive.h"
#include "model/sequence.h"
#include "model/workflow_use.h"

enum { HELD_BYTES = 32 * 1024 * 1024, HELD_MAX = 2000, LOOKUP_DAYS = 90 };

/* A procedure for everybody: `every` are all bodies that may be in charge, the likeliest first. */
struct held {
    struct receive_procedure procedure;
    struct receive_agency *every;
    size_t n_every, room;
};

/* Two generations: what one request has in hand outlives the arrival of the next state. */
static struct {
    struct arena *arena, *before;
    struct map *by_text;
    uint64_t version;
} memory;

void receive_forget(void)
{
    arena_close(memory.arena);
    arena_close(memory.before);
    memory.arena = memory.before = NULL;
}

static void memory_for(uint64_t version)
{
    if (memory.arena && memory.version == version && map_count(memory.by_text) < HELD_MAX)
        return;
    arena_close(memory.before);
    memory.before = memory.arena;
    memory.arena = arena_open(HELD_BYTES);
    memory.by_text = map_open(memory.arena);
    memory.version = version;
}

static const char *text_of(const char *text)
{
    return text ? arena_copy(memory.arena, text) : "";
}

static uint64_t id_of(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

static int64_t number_of(const char *text)
{
    return text ? strtoll(text, NULL, 10) : -1;
}

/* ---- reading -------------------------------------------------------------------------------------------- */

static bool component_row(void *context, const struct db_row *row)
{
    struct receive_procedure *p = context;
    if (p->n_components == DOSSIER_PAPERS_MAX)
        return false;
    p->components[p->n_components++] = (struct receive_component){
        .id = id_of(row->text[0]),
        .case_text = text_of(row->text[1]),
        .name = text_of(row->text[2]),
        .name_en = text_of(row->text[3]),
        .note = text_of(row->text[4]),
        .originals = (unsigned)id_of(row->text[5]),
        .copies = (unsigned)id_of(row->text[6]),
        .required = id_of(row->text[7]) != 0,
        .shown_only = id_of(row->text[8]) != 0,
    };
    return true;
}

static bool agency_row(void *context, const struct db_row *row)
{
    struct held *held = context;
    if (held->n_every == held->room) {
        size_t room = held->room ? held->room * 2 : 4;
        struct receive_agency *more = arena_take_array(memory.arena, room, sizeof *more);
        if (held->n_every)
            memcpy(more, held->every, held->n_every * sizeof *more);
        held->every = more;
        held->room = room;
    }
    held->every[held->n_every++] = (struct receive_agency){
        .id = id_of(row->text[0]),
        .code = text_of(row->text[1]),
        .name = text_of(row->text[2]),
        .name_en = text_of(row->text[3]),
    };
    return true;
}

/*
 * A procedure names its agencies, or a generic one for all of a level: then every body of that level
 * may be in charge, those that begin like the generic name (people's committee, police) first.
 */
static enum db_result agencies_read(struct db *db, struct held *held)
{
    return db_each(db,
                   "select a.id, a.code, a.name, a.name_en"
                   " from procedure_agency pa join agency g on g.id = pa.agency_id"
                   " join agency a on a.id = g.id or (g.kind = 'generic' and a.level = g.level"
                   " and a.kind in ('district', 'commune', 'subordinate'))"
                   " where pa.procedure_id = ? and a.kind <> 'generic' and a.valid_to is null"
                   " group by a.id"
                   " order by max(a.id = g.id) desc,"
                   " max(a.name like concat(substring_index(g.name, ' ', 2), ' %')) desc,"
                   " a.position, a.name",
                   DB_ARGS(db_number((int64_t)held->procedure.id)), agency_row, held);
}

/* The first task of the workflow, and whether its one action ends the matter. DB_NONE: it has none. */
static enum db_result step_read(struct db *db, struct arena *arena, struct receive_procedure *p)
{
    struct db_row row;
    enum db_result result = db_one(
        db, arena,
        "select s.id, s.public_state,"
        " (select count(*) from wf_step o where o.workflow_rev_id = s.workflow_rev_id"
        " and o.kind <> 'end') = 1 and exists (select 1 from wf_action a"
        " left join wf_step t on t.id = a.to_step_id where a.from_step_id = s.id"
        " and (t.id is null or t.kind = 'end') and find_in_set('release_results', a.effects))"
        " from wf_step s where s.workflow_rev_id = ? and s.branch = 'main' and s.kind = 'task'"
        " order by s.position, s.id limit 1",
        DB_ARGS(db_number((int64_t)p->workflow_rev)), &row);
    if (result != DB_OK)
        return result;
    p->step = (struct receive_step){
        .id = id_of(row.text[0]),
        .state = text_of(row.text[1]),
        .only = id_of(row.text[2]) != 0,
    };
    return DB_OK;
}

static enum db_result head_read(struct db *db, struct arena *arena, const char *text,
                                struct receive_procedure *p)
{
    struct db_row row;
    enum db_result result = db_one(
        db, arena,
        "select p.id, r.id, r.workflow_rev_id, p.code, p.short_code, r.name, r.name_en,"
        " r.result_text, r.term_value, r.term_unit, r.term_note, r.fee_amount, r.fee_note,"
        " p.field_id from `procedure` p join procedure_rev r on r.id = p.current_rev_id"
        " where (p.short_code = ? or p.code = ?) and p.withdrawn_at is null"
        " order by p.code = ? desc limit 1",
        DB_ARGS(db_text(text), db_text(text), db_text(text)), &row);
    if (result != DB_OK)
        return result;
    *p = (struct receive_procedure){
        .id = id_of(row.text[0]),
        .rev = id_of(row.text[1]),
        .workflow_rev = id_of(row.text[2]),
        .code = text_of(row.text[3]),
        .short_code = text_of(row.text[4]),
        .name = text_of(row.text[5]),
        .name_en = text_of(row.text[6]),
        .result = text_of(row.text[7]),
        .term_value = number_of(row.text[8]),
        .term_unit = text_of(row.text[9]),
        .term_note = text_of(row.text[10]),
        .fee_amount = number_of(row.text[11]),
        .fee_note = text_of(row.text[12]),
        .field = id_of(row.text[13]),
    };
    /* Published before there was a workflow for it. */
    if (!p->workflow_rev &&
        workflow_default_rev(db, arena, p->term_value, p->term_unit, &p->workflow_rev) == DB_FAIL)
        return DB_FAIL;
    return DB_OK;
}

static enum db_result held_read(struct db *db, struct arena *arena, const char *text,
                                struct held *held)
{
    struct receive_procedure *p = &held->procedure;
    enum db_result result = head_read(db, arena, text, p);
    if (result != DB_OK)
        return result;
    p->components = arena_take_array(memory.arena, DOSSIER_PAPERS_MAX, sizeof *p->components);
    if (db_each(db,
                "select id, case_text, name, name_en, note, originals, copies, is_required,"
                " is_shown_only from component where rev_id = ? order by position",
                DB_ARGS(db_number((int64_t)p->rev)), component_row, p) == DB_FAIL ||
        agencies_read(db, held) == DB_FAIL || step_read(db, arena, p) == DB_FAIL)
        return DB_FAIL;
    return fee_rules_load(db, memory.arena, p->rev, p->fee_amount, p->fee_note, &p->fees);
}

/* ---- asking ---------------------------------------------------------------------------------------------- */

/* What may be different each time, the published state of the catalogue first, in one row. */
static enum db_result frame_read(struct db *db, struct arena *arena, const struct scope *scope,
                                 struct receive_frame *frame)
{
    struct db_row row;
    if (db_one(db, arena,
               "select v.version, u.agency_id,"
               " (select value from setting where name = 'dossier_number_pattern'),"
               " (select value from setting where name = 'lookup_days_after_return'),"
               " " CALENDAR_SETTINGS("public_setting")
               " from catalogue_version v join user u on u.id = ? where v.id = 1",
               DB_ARGS(db_number((int64_t)scope->user)), &row) != DB_OK)
        return DB_FAIL;
    *frame = (struct receive_frame){
        .catalogue_version = id_of(row.text[0]),
        .seat = id_of(row.text[1]),
        .number_pattern = row.text[2] && sequence_pattern_ok(row.text[2]) ? row.text[2] : SEQUENCE_PATTERN,
        .lookup_days = row.text[3] ? (unsigned)id_of(row.text[3]) : LOOKUP_DAYS,
        .rule = {row.text[4], row.text[5], row.text[6]},
    };
    return DB_OK;
}

enum db_result receive_procedure(struct db *db, struct arena *arena, const struct scope *scope,
                                 const char *text, struct receive_procedure *out)
{
    struct receive_frame frame;
    if (frame_read(db, arena, scope, &frame) == DB_FAIL)
        return DB_FAIL;
    memory_for(frame.catalogue_version);
    char *small = arena_copy(arena, text);
    text_ascii_lower(small);
    struct held *held = map_get(memory.by_text, small);
    if (!held) {
        struct held fresh = {.n_every = 0}; /* what nobody finds takes no memory */
        enum db_result result = held_read(db, arena, small, &fresh);
        if (result != DB_OK)
            return result;
        held = arena_take(memory.arena, sizeof *held);
        *held = fresh;
        map_put(memory.by_text, arena_copy(memory.arena, small), held);
    }
    *out = held->procedure;
    out->frame = frame;
    for (size_t i = 0; i < held->n_every && out->n_agencies < RECEIVE_AGENCIES_MAX; i++)
        if (scope_allows(scope, ROLE_BIT(ROLE_CLERK), held->every[i].id))
            out->agencies[out->n_agencies++] = held->every[i];
    return DB_OK;
}
