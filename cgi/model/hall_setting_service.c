/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "model/hall_setting_inside.h"

enum { POSITION_MOST = 9999 };

/* With its fields, so that a change of them is one, too. */
#define SERVICE_MARK                                                                               \
    "left(sha2(concat_ws('|', s.name, s.name_en, s.position, s.is_active, s.group_id,"             \
    " (select group_concat(x.field_id order by x.field_id) from service_field x"                   \
    " where x.service_id = s.id)), 256), 16)"

#define SERVICE_COLUMNS "s.id, s.group_id, s.name, s.name_en, s.position, s.is_active, " SERVICE_MARK

static void service_take(struct arena *arena, const struct db_row *row, struct service_setting *service)
{
    *service = (struct service_setting){
        .id = setting_id(row->text[0]),
        .group = setting_id(row->text[1]),
        .name = arena_copy(arena, row->text[2]),
        .name_en = arena_copy(arena, row->text[3]),
        .position = setting_number(row->text[4]),
        .active = setting_number(row->text[5]) != 0,
        .seen = arena_copy(arena, row->text[6]),
    };
}

/* ---- reading ------------------------------------------------------------------------------------ */

struct service_reading {
    struct arena *arena;
    struct service_setting *services;
    size_t n;
};

static bool service_row(void *context, const struct db_row *row)
{
    struct service_reading *reading = context;
    service_take(reading->arena, row, &reading->services[reading->n++]);
    return reading->n < HALL_SERVICES_MAX;
}

enum db_result service_setting_list(struct db *db, struct arena *arena, uint64_t hall,
                                    struct service_setting *services, size_t *n)
{
    struct service_reading reading = {arena, services, 0};
    enum db_result result = db_each(db,
                                    "select " SERVICE_COLUMNS " from service s"
                                    " join service_group g on g.id = s.group_id where g.hall_id = ?"
                                    " order by s.is_active desc, s.position, s.name, s.id",
                                    DB_ARGS(db_id(hall)), service_row, &reading);
    *n = reading.n;
    return result;
}

struct field_reading {
    struct arena *arena;
    struct service_setting *service;
};

static bool field_row(void *context, const struct db_row *row)
{
    struct field_reading *reading = context;
    struct service_setting *service = reading->service;
    service->fields[service->n_fields++] = arena_copy(reading->arena, row->text[0]);
    return service->n_fields < HALL_FIELDS_MAX;
}

/* `lock`: for a change. */
static enum db_result service_read(struct db *db, struct arena *arena, uint64_t hall, uint64_t id, bool lock,
                                   struct service_setting *service)
{
    struct db_row row;
    const struct db_value *args = DB_ARGS(db_id(id), db_id(hall));
    enum db_result result =
        lock ? db_one(db, arena,
                      "select " SERVICE_COLUMNS " from service s join service_group g on g.id = s.group_id"
                      " where s.id = ? and g.hall_id = ? for update",
                      args, &row)
             : db_one(db, arena,
                      "select " SERVICE_COLUMNS " from service s join service_group g on g.id = s.group_id"
                      " where s.id = ? and g.hall_id = ?",
                      args, &row);
    if (result != DB_OK)
        return result;
    service_take(arena, &row, service);
    result = db_each(db,
                     "select f.code from service_field x join field f on f.id = x.field_id"
                     " where x.service_id = ? order by f.code",
                     DB_ARGS(db_id(id)), field_row, &(struct field_reading){arena, service});
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result service_setting_read(struct db *db, struct arena *arena, uint64_t hall, uint64_t id,
                                    struct service_setting *service)
{
    return service_read(db, arena, hall, id, false, service);
}

/* ---- changing ------------------------------------------------------------------------------------- */

static const char *codes(struct arena *arena, const struct service_setting *service)
{
    const char *out = "";
    for (size_t i = 0; i < service->n_fields; i++)
        out = arena_format(arena, "%s%s%s", out, i ? " " : "", service->fields[i]);
    return out;
}

static enum db_result fields_write(struct setting_change *change, uint64_t id, const struct service_setting *service)
{
    enum db_result result =
        db_exec(change->db, "delete from service_field where service_id = ?", DB_ARGS(db_id(id)));
    if (result == DB_NONE)
        result = DB_OK;
    for (size_t i = 0; result == DB_OK && i < service->n_fields; i++) {
        result = db_exec(change->db,
                         "insert into service_field (service_id, field_id) select ?, id from field where code = ?",
                         DB_ARGS(db_id(id), db_text(service->fields[i])));
        if (result == DB_NONE) {
            setting_wrong(change, "fields", "unknown_field");
            return DB_OK;
        }
    }
    return result;
}

static enum setting_verdict stored(struct setting_change *change, uint64_t id, const struct service_setting *service,
                                   bool added)
{
    if (fields_write(change, id, service) == DB_FAIL)
        return SETTING_FAIL;
    return change->outcome->n ? SETTING_WRONG : setting_done(change, added);
}

static enum setting_verdict service_add(struct setting_change *change, const struct service_setting *service)
{
    if (db_exec(change->db,
                "insert into service (group_id, name, name_en, position, is_active) values (?, ?, ?, ?, ?)",
                DB_ARGS(db_id(service->group), db_text(service->name), db_text(service->name_en),
                        db_number(service->position), db_number(service->active))) != DB_OK)
        return SETTING_FAIL;
    setting_note(change, "fields", "", codes(change->arena, service));
    return stored(change, db_inserted(change->db), service, true);
}

static enum setting_verdict service_change(struct setting_change *change, const struct hall_setting *hall,
                                           const struct service_setting *service)
{
    struct service_setting old;
    enum db_result found = service_read(change->db, change->arena, hall->id, service->id, true, &old);
    if (found != DB_OK || old.group != service->group)
        return found == DB_FAIL ? SETTING_FAIL : SETTING_NONE;
    if (strcmp(old.seen, service->seen) != 0)
        return setting_moved(change);
    setting_note(change, "name", old.name, service->name);
    setting_note(change, "name_en", old.name_en, service->name_en);
    setting_note_number(change, "position", old.position, service->position);
    setting_note_flag(change, "is_active", old.active, service->active);
    setting_note(change, "fields", codes(change->arena, &old), codes(change->arena, service));
    if (db_exec(change->db, "update service set name = ?, name_en = ?, position = ?, is_active = ? where id = ?",
                DB_ARGS(db_text(service->name), db_text(service->name_en), db_number(service->position),
                        db_number(service->active), db_id(service->id))) == DB_FAIL)
        return SETTING_FAIL;
    return stored(change, service->id, service, false);
}

enum setting_verdict service_setting_put(struct db *db, struct arena *arena, uint64_t user,
                                         const struct hall_setting *hall, const struct group_setting *group,
                                         const struct service_setting *service, struct setting_outcome *outcome)
{
    *outcome = (struct setting_outcome){.by = ""};
    struct setting_change change = {
        db, arena, user,
        service->id ? arena_format(arena, "hall %s group %s service %llu", hall->code, group->letter,
                                   (unsigned long long)service->id)
                    : arena_format(arena, "hall %s group %s service", hall->code, group->letter),
        service->id ? "" : arena_format(arena, "\"%s\"", service->name), outcome};
    if (service->position > POSITION_MOST)
        setting_wrong(&change, "position", "setting_position");
    if (outcome->n)
        return SETTING_WRONG;
    return service->id ? service_change(&change, hall, service) : service_add(&change, service);
}
