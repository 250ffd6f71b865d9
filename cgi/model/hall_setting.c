/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_setting.h"

#include <stdlib.h>
#include <string.h>

#include "model/appointment.h"
#include "model/audit.h"
#include "model/hall_setting_inside.h"

enum { RUN_MOST = 20, STOP_MOST = 240, CALLED_LEAST = 30, CALLED_MOST = 1800, WAIT_MOST = 480 };

/* ---- what the files share ---------------------------------------------------------------------- */

unsigned setting_number(const char *text)
{
    return text ? (unsigned)strtoul(text, NULL, 10) : 0;
}

uint64_t setting_id(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

const char *setting_text(const char *text)
{
    return text ? text : "";
}

void setting_wrong(struct setting_change *change, const char *member, const char *error)
{
    struct setting_outcome *outcome = change->outcome;
    if (outcome->n < SETTING_FINDINGS_MAX)
        outcome->findings[outcome->n++] = (struct setting_finding){member, error};
}

void setting_note(struct setting_change *change, const char *what, const char *old, const char *new)
{
    if (strcmp(old, new) != 0)
        change->note = arena_format(change->arena, "%s%s%s \"%s\" -> \"%s\"", change->note,
                                    *change->note ? ", " : "", what, old, new);
}

void setting_note_number(struct setting_change *change, const char *what, unsigned old, unsigned new)
{
    if (old != new)
        change->note = arena_format(change->arena, "%s%s%s %u -> %u", change->note,
                                    *change->note ? ", " : "", what, old, new);
}

void setting_note_flag(struct setting_change *change, const char *what, bool old, bool new)
{
    setting_note(change, what, old ? "yes" : "no", new ? "yes" : "no");
}

enum setting_verdict setting_moved(struct setting_change *change)
{
    struct db_row row;
    change->outcome->by = "";
    enum db_result found =
        db_one(change->db, change->arena,
               "select ifnull(u.name, ''), a.at from audit a left join user u on u.id = a.user_id"
               " where a.subject = ? order by a.at desc, a.id desc limit 1",
               DB_ARGS(db_text(change->subject)), &row);
    if (found == DB_FAIL)
        return SETTING_FAIL;
    if (found == DB_OK) {
        change->outcome->by = row.text[0];
        civil_parse(row.text[1], &change->outcome->at);
    }
    return SETTING_MOVED;
}

enum setting_verdict setting_done(struct setting_change *change, bool added)
{
    if (!added && !*change->note)
        return SETTING_GOOD;
    const struct audit_entry entry = {
        .user = change->user,
        .type = added ? "hall_part_added" : "hall_part_changed",
        .subject = change->subject,
        .note = change->note,
    };
    return audit_add(change->db, &entry) == DB_OK ? SETTING_GOOD : SETTING_FAIL;
}

/* ---- halls --------------------------------------------------------------------------------------- */

#define HALL_COLUMNS                                                                               \
    "h.id, h.agency_id, h.code, a.name, a.name_en, h.name, h.name_en, h.classes, h.priority_run,"  \
    " h.stop_minutes, h.called_seconds, h.wait_warn_minutes, h.is_active,"                         \
    " left(sha2(concat_ws('|', h.name, h.name_en, h.classes, h.priority_run, h.stop_minutes,"      \
    " h.called_seconds, h.wait_warn_minutes, h.book_days, h.is_active), 256), 16),"                             \
    " (select count(*) from counter c join counter_session s on s.open_counter = c.id"             \
    " where c.hall_id = h.id), h.book_days"

static void hall_take(struct arena *arena, const struct db_row *row, struct hall_setting *hall)
{
    *hall = (struct hall_setting){
        .id = setting_id(row->text[0]),
        .agency = setting_id(row->text[1]),
        .code = arena_copy(arena, row->text[2]),
        .agency_name = arena_copy(arena, row->text[3]),
        .agency_name_en = arena_copy(arena, row->text[4]),
        .name = arena_copy(arena, row->text[5]),
        .name_en = arena_copy(arena, row->text[6]),
        .classes = arena_copy(arena, row->text[7]),
        .priority_run = setting_number(row->text[8]),
        .stop_minutes = setting_number(row->text[9]),
        .called_seconds = setting_number(row->text[10]),
        .wait_warn_minutes = setting_number(row->text[11]),
        .active = setting_number(row->text[12]) != 0,
        .seen = arena_copy(arena, row->text[13]),
        .open = setting_number(row->text[14]),
        .book_days = setting_number(row->text[15]),
    };
}

struct hall_reading {
    struct arena *arena;
    struct hall_setting *halls;
    size_t n;
};

static bool hall_row(void *context, const struct db_row *row)
{
    struct hall_reading *reading = context;
    hall_take(reading->arena, row, &reading->halls[reading->n++]);
    return reading->n < HALL_HALLS_MAX;
}

enum db_result hall_setting_list(struct db *db, struct arena *arena, struct hall_setting *halls, size_t *n)
{
    struct hall_reading reading = {arena, halls, 0};
    enum db_result result =
        db_each(db, "select " HALL_COLUMNS " from hall h join agency a on a.id = h.agency_id"
                    " order by h.is_active desc, h.name, h.id",
                DB_ARGS(), hall_row, &reading);
    *n = reading.n;
    return result;
}

enum db_result hall_setting_read(struct db *db, struct arena *arena, const char *code, struct hall_setting *hall)
{
    struct db_row row;
    enum db_result result = db_one(
        db, arena, "select " HALL_COLUMNS " from hall h join agency a on a.id = h.agency_id where h.code = ?",
        DB_ARGS(db_text(code)), &row);
    if (result == DB_OK)
        hall_take(arena, &row, hall);
    return result;
}

static void hall_check(struct setting_change *change, const struct hall_setting *hall)
{
    if (hall->priority_run < 1 || hall->priority_run > RUN_MOST)
        setting_wrong(change, "priority_run", "hall_run");
    if (hall->stop_minutes > STOP_MOST)
        setting_wrong(change, "stop_minutes", "hall_stop");
    if (hall->called_seconds < CALLED_LEAST || hall->called_seconds > CALLED_MOST)
        setting_wrong(change, "called_seconds", "hall_called");
    if (hall->wait_warn_minutes < 1 || hall->wait_warn_minutes > WAIT_MOST)
        setting_wrong(change, "wait_warn_minutes", "hall_wait");
    if (hall->book_days > APPOINTMENT_DAYS_MAX)
        setting_wrong(change, "book_days", "hall_book");
}

static enum setting_verdict hall_add(struct setting_change *change, const struct hall_setting *hall)
{
    if (strlen(hall->code) > 20 || strcmp(hall->code, "moi") == 0)
        setting_wrong(change, "code", "hall_code");
    if (hall->agency == 0)
        setting_wrong(change, "agency", "unknown_agency");
    if (change->outcome->n)
        return SETTING_WRONG;
    enum db_result result = db_exec(
        change->db,
        "insert into hall (agency_id, code, name, name_en, classes, priority_run, stop_minutes, called_seconds,"
        " wait_warn_minutes, book_days, is_active) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        DB_ARGS(db_id(hall->agency), db_text(hall->code), db_text(hall->name), db_text(hall->name_en),
                db_text(hall->classes), db_number(hall->priority_run), db_number(hall->stop_minutes),
                db_number(hall->called_seconds), db_number(hall->wait_warn_minutes), db_number(hall->book_days),
                db_number(hall->active)));
    if (result == DB_FAIL && db_last_error(change->db) == DB_ERROR_DUPLICATE) {
        setting_wrong(change, "code", "hall_code_taken");
        return SETTING_WRONG;
    }
    return result == DB_OK ? setting_done(change, true) : SETTING_FAIL;
}

static enum setting_verdict hall_change(struct setting_change *change, const struct hall_setting *hall)
{
    struct db_row row;
    struct hall_setting old;
    enum db_result found = db_one(
        change->db, change->arena,
        "select " HALL_COLUMNS " from hall h join agency a on a.id = h.agency_id where h.id = ? for update",
        DB_ARGS(db_id(hall->id)), &row);
    if (found != DB_OK)
        return found == DB_NONE ? SETTING_NONE : SETTING_FAIL;
    hall_take(change->arena, &row, &old);
    if (strcmp(old.seen, hall->seen) != 0)
        return setting_moved(change);
    if (old.active && !hall->active && old.open)
        setting_wrong(change, "active", "hall_open");
    if (change->outcome->n)
        return SETTING_WRONG;
    setting_note(change, "name", old.name, hall->name);
    setting_note(change, "name_en", old.name_en, hall->name_en);
    setting_note(change, "classes", old.classes, hall->classes);
    setting_note_number(change, "priority_run", old.priority_run, hall->priority_run);
    setting_note_number(change, "stop_minutes", old.stop_minutes, hall->stop_minutes);
    setting_note_number(change, "called_seconds", old.called_seconds, hall->called_seconds);
    setting_note_number(change, "wait_warn_minutes", old.wait_warn_minutes, hall->wait_warn_minutes);
    setting_note_number(change, "book_days", old.book_days, hall->book_days);
    setting_note_flag(change, "is_active", old.active, hall->active);
    if (db_exec(change->db,
                "update hall set name = ?, name_en = ?, classes = ?, priority_run = ?, stop_minutes = ?,"
                " called_seconds = ?, wait_warn_minutes = ?, book_days = ?, is_active = ? where id = ?",
                DB_ARGS(db_text(hall->name), db_text(hall->name_en), db_text(hall->classes),
                        db_number(hall->priority_run), db_number(hall->stop_minutes),
                        db_number(hall->called_seconds), db_number(hall->wait_warn_minutes),
                        db_number(hall->book_days), db_number(hall->active), db_id(hall->id))) == DB_FAIL)
        return SETTING_FAIL;
    return setting_done(change, false);
}

enum setting_verdict hall_setting_put(struct db *db, struct arena *arena, uint64_t user,
                                      const struct hall_setting *hall, struct setting_outcome *outcome)
{
    *outcome = (struct setting_outcome){.by = ""};
    struct setting_change change = {db, arena, user, arena_format(arena, "hall %s", hall->code), "", outcome};
    hall_check(&change, hall);
    return hall->id ? hall_change(&change, hall) : hall_add(&change, hall);
}

/* ---- choices --------------------------------------------------------------------------------------- */

struct choice_reading {
    struct arena *arena;
    struct setting_choice *choices;
    size_t n, max;
};

static bool choice_row(void *context, const struct db_row *row)
{
    struct choice_reading *reading = context;
    reading->choices[reading->n++] = (struct setting_choice){
        .id = setting_id(row->text[0]),
        .code = arena_copy(reading->arena, row->text[1]),
        .name = arena_copy(reading->arena, row->text[2]),
        .name_en = arena_copy(reading->arena, row->text[3]),
    };
    return reading->n < reading->max;
}

enum db_result hall_setting_bodies(struct db *db, struct arena *arena, struct setting_choice *bodies, size_t max,
                                   size_t *n)
{
    struct choice_reading reading = {arena, bodies, 0, max};
    enum db_result result = db_each(db,
                                    "select id, code, name, name_en from agency"
                                    " where has_counter and kind not in ('unit', 'generic') and valid_to is null"
                                    " order by name collate utf8mb4_vietnamese_ci, id",
                                    DB_ARGS(), choice_row, &reading);
    *n = reading.n;
    return result;
}

enum db_result hall_setting_fields(struct db *db, struct arena *arena, struct setting_choice *fields, size_t max,
                                   size_t *n)
{
    struct choice_reading reading = {arena, fields, 0, max};
    enum db_result result =
        db_each(db,
                "select f.id, f.code, f.name, f.name_en from field f"
                " where exists (select 1 from `procedure` p where p.field_id = f.id)"
                " or exists (select 1 from service_field s where s.field_id = f.id)"
                " order by f.name collate utf8mb4_vietnamese_ci, f.id",
                DB_ARGS(), choice_row, &reading);
    *n = reading.n;
    return result;
}
