/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/sample.h"

#include <stdlib.h>

#include "model/row.h"

/* A member that is absent takes the default of its column. */
static const char *const statements[SAMPLE_ROWS] = {
    [SAMPLE_SETTING] =
        "insert into setting (name, value, is_public, note) values (?, ifnull(?, ''), ?, ifnull(?, ''))"
        " on duplicate key update value = values(value)",
    [SAMPLE_AGENCY] =
        "insert into agency (code, parent_id, name, name_en, short, kind, level, eid,"
        " statistics_code, dossier_prefix, queue_prefix, area, address, phone, email, has_counter,"
        " position, note, valid_from, valid_to)"
        " values (?, ?, ?, ifnull(?, ''), ifnull(?, ''), ?, ?, ?, ?, ?, ?, ifnull(?, ''),"
        " ifnull(?, ''), ifnull(?, ''), ifnull(?, ''), ?, ifnull(?, default(position)),"
        " ifnull(?, ''), ?, ?)",
    [SAMPLE_AGENCY_SUCCESSOR] =
        "update agency a join agency s on s.code = ? set a.successor_id = s.id where a.id = ?",
    [SAMPLE_USER] =
        "insert into user (login, name, title, agency_id, email, phone)"
        " values (?, ?, ifnull(?, ''), ?, ifnull(?, ''), ifnull(?, ''))",
    [SAMPLE_GRANT] =
        "insert into role_grant (user_id, role, agency_id, from_date) values (?, ?, ?, '2024-01-01')",
    [SAMPLE_FIELD] =
        "insert into field (code, name, name_en, position)"
        " values (?, ?, ifnull(?, ''), ifnull(?, default(position)))",
    [SAMPLE_FIELD_UNIT] =
        "insert into field_unit (field_id, agency_id, unit_id) select id, ?, ? from field where code = ?",
    [SAMPLE_SPECIAL_DAY] =
        "insert into special_day (day, kind, as_weekday, name, name_en, is_confirmed, note)"
        " values (?, ?, ?, ?, ifnull(?, ''), ?, ifnull(?, ''))",
    [SAMPLE_WORK_SHIFT] =
        "insert into work_shift (agency_id, weekday, from_time, to_time, valid_from, valid_to)"
        " values (?, ?, ?, ?, ?, ?)",
    [SAMPLE_FORM] = "insert into form (code, name, name_en) values (?, ?, ifnull(?, ''))",
    [SAMPLE_FORM_REV] =
        "insert into form_rev (form_id, rev_no, title, title_en, addressee, basis)"
        " values (?, 1, ?, ifnull(?, ''), ifnull(?, ''), ifnull(?, ''))",
    [SAMPLE_FORM_ITEM] =
        "insert into form_item (form_rev_id, stable_key, parent_key, position, type, label,"
        " label_en, hint, hint_en, width, line_count, is_required, max_length, condition_text)"
        " values (?, ?, ?, ?, ?, ifnull(?, ''), ifnull(?, ''), ifnull(?, ''), ifnull(?, ''),"
        " ifnull(?, default(width)), ifnull(?, default(line_count)), ?, ?, ifnull(?, ''))",
    [SAMPLE_FORM_PUBLISH] = "update form_rev set published_at = ? where id = ?",
    [SAMPLE_LIFE_EVENT] =
        "insert into life_event (slug, position, icon, title, title_en, intro, intro_en)"
        " values (?, ?, ifnull(?, ''), ?, ?, ?, ?)",
    [SAMPLE_LIFE_EVENT_PROCEDURE] =
        "insert into life_event_procedure (life_event_id, position, procedure_id, heading,"
        " heading_en, hint, hint_en) values (?, ?, ?, ifnull(?, ''), ifnull(?, ''), ifnull(?, ''),"
        " ifnull(?, ''))",
    [SAMPLE_SYNONYM] =
        "insert into synonym (phrase, kind, state, edited_at) values (?, ?, 'approved', ?)",
    [SAMPLE_SYNONYM_WORDING] =
        "insert into synonym_wording (synonym_id, position, wording) values (?, ?, ?)",
    [SAMPLE_SURVEY] =
        "insert into survey (code, title, title_en, intro, intro_en, from_date, to_date, created_at)"
        " values (?, ?, ifnull(?, ''), ifnull(?, ''), ifnull(?, ''), ?, ?, ?)",
    [SAMPLE_SURVEY_QUESTION] =
        "insert into survey_question (survey_id, position, factor, kind, text, text_en)"
        " values (?, ?, ?, ?, ?, ifnull(?, ''))",
    [SAMPLE_SURVEY_CHOICE] = "insert into survey_choice (question_id, value, text, text_en) values (?, ?, ?, ?)",
    [SAMPLE_SURVEY_OPEN] = "update survey set state = 'open' where id = ?",
    [SAMPLE_HALL] = "insert into hall (agency_id, code, name, name_en) values (?, ?, ?, ifnull(?, ''))",
    [SAMPLE_GROUP] =
        "insert into service_group (hall_id, letter, name, name_en, kind, minutes, slot_capacity, position)"
        " values (?, ?, ?, ifnull(?, ''), ?, ifnull(?, default(minutes)), ?, ?)",
    [SAMPLE_SERVICE] =
        "insert into service (group_id, name, name_en, position) values (?, ?, ifnull(?, ''), ?)",
    [SAMPLE_SERVICE_FIELD] =
        "insert into service_field (service_id, field_id) select ?, id from field where code = ?",
    [SAMPLE_COUNTER] =
        "insert into counter (hall_id, number, name, zone) values (?, ?, ifnull(?, ''), ifnull(?, ''))",
    [SAMPLE_COUNTER_GROUP] = "insert into counter_group (counter_id, group_id) values (?, ?)",
    [SAMPLE_SYNONYM_PIN] =
        "insert into synonym_pin (synonym_id, position, procedure_code) values (?, ?, ?)",
    [SAMPLE_DOSSIER] =
        "insert into dossier (number, lookup_hash, lookup_sealed, lookup_expires_at, procedure_id,"
        " rev_id, agency_id, counter_agency_id, channel, state, state_at, version, summary,"
        " submitted_at, received_at, clock_from, term_value, term_unit, due_rule, due_at,"
        " first_due_at, apologised_at, extended_due_at, decided_at, ready_at, returned_at, closed_at, deliver_by,"
        " received_by, is_sample)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ifnull(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ifnull(?, default(deliver_by)), ?, true)",
    [SAMPLE_PARTY] =
        "insert into party (dossier_id, role, kind, name, birth_date, sex, ethnicity, nationality,"
        " identity_kind, identity_number, identity_issued_on, identity_issued_by, phone, email,"
        " address, area_agency_id, representative, authority_note, phone_last4_hash,"
        " identity_last4_hash)"
        " values (?, ?, ?, ?, ifnull(?, ''), ?, ifnull(?, ''), ifnull(?, ''), ?, ifnull(?, ''), ?,"
        " ifnull(?, ''), ifnull(?, ''), ifnull(?, ''), ifnull(?, ''), ?, ifnull(?, ''),"
        " ifnull(?, ''), ?, ?)",
    [SAMPLE_DOSSIER_PAPERS] =
        "insert into dossier_component (dossier_id, position, component_id, name, originals, copies,"
        " sheets) select ?, position, id, name, originals, copies, originals + copies"
        " from component where rev_id = ? and is_required and case_text = ''",
    [SAMPLE_DOSSIER_PAPER_MISSING] =
        "update dossier_component set is_present = false, sheets = 0"
        " where dossier_id = ? and position = ?",
    [SAMPLE_BRANCH] =
        "insert into branch (dossier_id, parent_id, agency_id, kind, title, title_en, state,"
        " outcome, opened_at, due_at, closed_at)"
        " values (?, ?, ?, ?, ifnull(?, ''), ifnull(?, ''), ?, ifnull(?, default(outcome)), ?, ?, ?)",
    [SAMPLE_TASK] =
        "insert into task (branch_id, step_id, unit_id, assignee_id, opened_at, due_at, closed_at)"
        " select ?, id, ?, ?, ?, ?, ? from wf_step where workflow_rev_id = ? and code = ?",
    [SAMPLE_SUPPLEMENT] =
        "insert into supplement (dossier_id, round, unit_id, asked_by, asked_at, answer_by, reason,"
        " answered_at, accepted_at) values (?, ?, ?, ?, ?, ?, ifnull(?, ''), ?, ?)",
    [SAMPLE_SUPPLEMENT_ITEM] =
        "insert into supplement_item (supplement_id, position, component_name, what, done_at)"
        " values (?, ?, ifnull(?, ''), ?, ?)",
    [SAMPLE_CLOCK] =
        "insert into clock (dossier_id, budget_min, started_at, stopped_at) values (?, ?, ?, ?)",
    [SAMPLE_CLOCK_PAUSE] =
        "insert into clock_pause (clock_id, from_at, to_at, reason, supplement_id, public_note)"
        " select ?, ?, ?, ?, (select id from supplement where dossier_id = ? and round = ?),"
        " ifnull(?, '')",
    [SAMPLE_FEE] =
        "insert into fee (dossier_id, position, kind, name, amount, waived_amount, asked_at, pay_by,"
        " paid_at, receipt_no) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ifnull(?, ''))",
    [SAMPLE_RESULT] =
        "insert into result (dossier_id, outcome, title, register_no, public_reason, signed_by,"
        " signed_at, shelf, ready_at, returned_at, returned_via, returned_by, receiver, tracking_no)"
        " values (?, ?, ?, ?, ifnull(?, ''), ?, ?, ifnull(?, ''), ?, ?, ?, ?, ifnull(?, ''),"
        " ifnull(?, ''))",
    [SAMPLE_EVENT] =
        "insert into event (dossier_id, seq, at, type, actor_id, unit_id, branch_id, from_state,"
        " to_state, is_public, public_note, note)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ifnull(?, ''), ifnull(?, ''))",
    [SAMPLE_SEQUENCE] = "insert into sequence (scope, period, n) values (?, ?, ?)",
    [SAMPLE_SEQUENCE_NEXT] = "update sequence set n = ? where scope = ? and period = ?",
    [SAMPLE_VERSION] = "update catalogue_version set version = version + 1, changed_at = ? where id = 1",
};

enum db_result sample_put(struct db *db, enum sample_row row, const struct db_value *values)
{
    return db_exec(db, statements[row], values);
}

enum db_result sample_database_is_empty(struct db *db, struct arena *arena)
{
    struct db_row row;
    enum db_result result = db_one(db, arena,
                                   "select exists(select 1 from `procedure`)"
                                   " or exists(select 1 from dossier)",
                                   DB_ARGS(), &row);
    if (result != DB_OK)
        return DB_FAIL;
    return strcmp(row.text[0], "0") == 0 ? DB_OK : DB_NONE;
}

struct officers {
    struct arena *arena;
    void *list;
    size_t n;
};

struct reading {
    struct arena *arena;
    struct map *map;
};

static bool procedure_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct sample_procedure *procedure = arena_take(reading->arena, sizeof *procedure);
    procedure->id = strtoll(row->text[1], NULL, 10);
    procedure->rev_id = strtoll(row->text[2], NULL, 10);
    procedure->workflow_rev_id = row->text[3] ? strtoll(row->text[3], NULL, 10) : 0;
    procedure->term_value = row->text[4] ? strtoll(row->text[4], NULL, 10) : -1;
    procedure->term_unit = arena_copy(reading->arena, row->text[5]);
    map_put(reading->map, arena_copy(reading->arena, row->text[0]), procedure);
    return true;
}

enum db_result sample_procedures(struct db *db, struct arena *arena, struct map *procedures)
{
    struct reading reading = {arena, procedures};
    return db_each(db,
                   "select p.code, p.id, r.id, r.workflow_rev_id, r.term_value, r.term_unit"
                   " from `procedure` p join procedure_rev r on r.id = p.current_rev_id",
                   DB_ARGS(), procedure_row, &reading);
}

enum db_result sample_step_minutes(struct db *db, struct arena *arena, int64_t workflow_rev,
                                   const char *step, int64_t *minutes)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select duration_min from wf_step where workflow_rev_id = ? and code = ?",
               DB_ARGS(db_number(workflow_rev), db_text(step)), &row);
    *minutes = result == DB_OK && row.text[0] ? strtoll(row.text[0], NULL, 10) : 0;
    return result;
}

static bool prefix_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    map_put(reading->map, arena_copy(reading->arena, row->text[0]),
            arena_copy(reading->arena, row->text[1]));
    return true;
}

enum db_result sample_prefixes(struct db *db, struct arena *arena, struct map *prefixes)
{
    struct reading reading = {arena, prefixes};
    return db_each(db,
                   "with recursive above (code, prefix, parent_id, depth) as ("
                   " select code, dossier_prefix, parent_id, 0 from agency"
                   " union all"
                   " select b.code, a.dossier_prefix, a.parent_id, b.depth + 1"
                   " from above b join agency a on a.id = b.parent_id"
                   " where b.prefix is null and b.depth < 20)"
                   " select code, prefix from above where prefix is not null",
                   DB_ARGS(), prefix_row, &reading);
}

static bool officer_row(void *context, const struct db_row *row)
{
    struct officers *officers = context;
    struct sample_officer *officer = row_place(officers->arena, &officers->list, &officers->n, sizeof *officer);
    *officer = (struct sample_officer){.id = row_id(row->text[0]), .seat = row_id(row->text[1])};
    return true;
}

enum db_result sample_officers(struct db *db, struct arena *arena, struct sample_officer **officers, size_t *n)
{
    struct officers listing = {.arena = arena};
    enum db_result result = db_each(db,
                                    "select distinct u.id, u.agency_id from user u"
                                    " join role_grant g on g.user_id = u.id and g.role = 'clerk' order by u.login",
                                    DB_ARGS(), officer_row, &listing);
    *officers = listing.list;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result sample_without_visitors(struct db *db, struct arena *arena, uint64_t *version)
{
    struct db_row row;
    enum db_result result = db_one(db, arena,
                                   "select version from catalogue_version where id = 1"
                                   " and exists(select 1 from audit where type = 'sample_loaded')"
                                   " and not exists(select 1 from ticket)",
                                   DB_ARGS(), &row);
    *version = result == DB_OK ? row_id(row.text[0]) : 0;
    return result;
}

const char *sample_setting(struct db *db, struct arena *arena, const char *name)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select value from setting where name = ?", DB_ARGS(db_text(name)), &row);
    return result == DB_OK ? row.text[0] : "";
}
