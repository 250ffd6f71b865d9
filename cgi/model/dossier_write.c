/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_write.h"

#include <stdlib.h>
#include <string.h>

#include "lib/damm.h"
#include "lib/token.h"

enum { PAPER_VALUES = 8 };

struct db_value moment_value(char room[DATE_TEXT_MAX], int64_t minute)
{
    if (minute < 0)
        return db_null();
    struct civil moment = civil_from_minute(minute);
    return db_text(date_format_iso_time(room, &moment));
}

const char *json_taken(struct arena *arena, json_t *json)
{
    if (!json)
        return NULL;
    char *text = json_dumps(json, JSON_COMPACT);
    const char *copy = arena_copy(arena, text);
    free(text);
    json_decref(json);
    return copy;
}

enum db_result dossier_row_write(struct db *db, struct arena *arena, const struct dossier_row *row,
                                 uint64_t *id)
{
    char code[LOOKUP_CODE_DIGITS + 1], received[DATE_TEXT_MAX], from[DATE_TEXT_MAX],
        due[DATE_TEXT_MAX];
    uint8_t hash[TOKEN_HASH_BYTES];
    bool has_term = *row->term_unit;
    token_lookup_code(code);
    token_keyed_hash(KEY_LOOKUP, code, hash);
    struct db_value received_at = moment_value(received, row->received);
    struct db_value due_at = moment_value(due, row->due);
    enum db_result result = db_exec(
        db,
        "insert into dossier (number, lookup_hash, lookup_sealed, procedure_id, rev_id, agency_id,"
        " counter_agency_id, channel, state, state_at, version, summary, received_at, clock_from,"
        " term_value, term_unit, due_rule, due_at, first_due_at, deliver_by, copies, received_by)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, left(?, 1000), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        DB_ARGS(db_text(row->number), db_bytes(hash, sizeof hash),
                db_text(token_seal(arena, KEY_LOOKUP, "lookup", code, 0)),
                db_id(row->procedure), db_id(row->rev), db_id(row->agency),
                db_id(row->counter), db_text(row->channel), db_text(row->state), received_at,
                db_number(row->version), db_text(row->summary), received_at,
                moment_value(from, row->clock_from),
                has_term ? db_number(row->term_value) : db_null(),
                has_term ? db_text(row->term_unit) : db_null(), db_text(row->due_rule), due_at,
                due_at, db_text(row->deliver_by), db_number(row->sets), db_id(row->clerk)));
    *id = db_inserted(db);
    return result;
}

enum db_result dossier_lookup_code(struct db *db, struct arena *arena, uint64_t dossier,
                                   const char **code)
{
    struct db_row row;
    enum db_result result = db_one(db, arena, "select lookup_sealed from dossier where id = ?",
                                   DB_ARGS(db_number((int64_t)dossier)), &row);
    if (result != DB_OK)
        return result;
    *code = token_open(arena, KEY_LOOKUP, "lookup", row.text[0]);
    return *code ? DB_OK : DB_NONE;
}

enum db_result dossier_papers_write(struct db *db, struct arena *arena, uint64_t dossier,
                                    const struct dossier_paper *papers, size_t n, bool anew)
{
    struct db_value key = db_id(dossier);
    if (anew && db_exec(db, "delete from dossier_component where dossier_id = ?", DB_ARGS(key)) ==
                    DB_FAIL)
        return DB_FAIL;
    if (n == 0)
        return DB_OK;
    struct db_value(*rows)[PAPER_VALUES] = arena_take_array(arena, n, sizeof *rows);
    for (size_t i = 0; i < n; i++) {
        const struct dossier_paper *paper = &papers[i];
        const struct db_value row[PAPER_VALUES] = {
            key,
            db_number((int64_t)i + 1),
            db_id(paper->component),
            db_text(paper->name),
            db_number(paper->originals),
            db_number(paper->copies),
            db_number(paper->sheets),
            db_number(!paper->missing),
        };
        memcpy(rows[i], row, sizeof row);
    }
    return db_exec_rows(db, arena,
                        "insert into dossier_component (dossier_id, position, component_id, name,"
                        " originals, copies, sheets, is_present) values",
                        "(?, ?, ?, left(?, 2000), ?, ?, ?, ?)", rows[0], n);
}

enum db_result branch_main_write(struct db *db, const struct branch_row *row, uint64_t *id)
{
    char opened[DATE_TEXT_MAX], due[DATE_TEXT_MAX], closed[DATE_TEXT_MAX];
    bool is_closed = row->closed >= 0;
    enum db_result result =
        db_exec(db,
                "insert into branch (dossier_id, agency_id, kind, state, outcome, opened_at,"
                " due_at, closed_at) values (?, ?, 'main', ?, ?, ?, ?, ?)",
                DB_ARGS(db_id(row->dossier), db_id(row->agency),
                        db_text(is_closed ? "closed" : "open"),
                        db_text(is_closed && row->agreed ? "agreed" : "none"),
                        moment_value(opened, row->opened), moment_value(due, row->due),
                        moment_value(closed, row->closed)));
    *id = db_inserted(db);
    return result;
}

enum db_result task_write(struct db *db, const struct task_row *row, uint64_t *id)
{
    char opened[DATE_TEXT_MAX], due[DATE_TEXT_MAX], closed[DATE_TEXT_MAX];
    enum db_result result =
        db_exec(db,
                "insert into task (branch_id, step_id, unit_id, assignee_id, opened_at, due_at,"
                " closed_at, closed_by_seq) values (?, ?, ?, ?, ?, ?, ?, ?)",
                DB_ARGS(db_id(row->branch), db_id(row->step), db_id(row->unit),
                        db_id(row->assignee), moment_value(opened, row->opened),
                        moment_value(due, row->due), moment_value(closed, row->closed),
                        db_id(row->closed_by_seq)));
    *id = db_inserted(db);
    return result;
}

enum db_result clock_write(struct db *db, uint64_t dossier, int64_t budget, int64_t started,
                           int64_t stopped)
{
    char from[DATE_TEXT_MAX], to[DATE_TEXT_MAX];
    return db_exec(db,
                   "insert into clock (dossier_id, budget_min, started_at, stopped_at)"
                   " values (?, ?, ?, ?)",
                   DB_ARGS(db_id(dossier), budget < 0 ? db_null() : db_number(budget),
                           moment_value(from, started), moment_value(to, stopped)));
}

#define EVENT_INSERT                                                                               \
    "insert into event (dossier_id, seq, at, type, actor_id, behalf_id, unit_id, branch_id,"        \
    " from_state, to_state, is_public, public_note, note, data)"
#define EVENT_REST "?, ?, ?, ?, ?, ?, ?, ?, ?, left(?, 1000), left(?, 2000), ?"

enum db_result event_write(struct db *db, const struct event_row *row)
{
    char at[DATE_TEXT_MAX];
    date_format_iso_time(at, &row->at);
    return db_exec(
        db,
        row->seq ? EVENT_INSERT " values (?, ?, " EVENT_REST ")"
                 : EVENT_INSERT " select ?, (select ifnull(max(e.seq), 0) + 1 from event e"
                                " where e.dossier_id = ?), " EVENT_REST,
        DB_ARGS(db_id(row->dossier), db_id(row->seq ? row->seq : row->dossier), db_text(at),
                db_text(row->type), db_id(row->actor), db_id(row->behalf),
                db_id(row->unit), db_id(row->branch), db_text(row->from),
                db_text(row->to), db_number(row->is_public),
                db_text(row->public_note ? row->public_note : ""),
                db_text(row->note ? row->note : ""), db_text(row->data)));
}

enum db_result result_returned_write(struct db *db, const struct result_row *row)
{
    char at[DATE_TEXT_MAX];
    struct db_value when = moment_value(at, row->at), who = db_id(row->officer);
    return db_exec(db,
                   "insert into result (dossier_id, outcome, title, ready_at, returned_at,"
                   " returned_via, returned_by, receiver) values (?, 'approved', left(?, 500), ?,"
                   " ?, 'counter', ?, left(?, 250))",
                   DB_ARGS(db_id(row->dossier), db_text(row->title), when, when, who,
                           db_text(row->receiver)));
}
