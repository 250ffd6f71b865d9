/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "model/hall_setting_inside.h"

enum { NUMBER_MOST = 99 };

/* With its groups, so that a change of them is one, too. */
#define COUNTER_COLUMNS                                                                            \
    "c.id, c.hall_id, c.number, c.name, c.zone, c.is_active,"                                      \
    " (select group_concat(x.group_id order by x.group_id) from counter_group x"                   \
    " where x.counter_id = c.id), ifnull(u.name, ''),"                                             \
    " left(sha2(concat_ws('|', c.number, c.name, c.zone, c.is_active,"                             \
    " (select group_concat(y.group_id order by y.group_id) from counter_group y"                   \
    " where y.counter_id = c.id)), 256), 16)"

#define COUNTER_SELECT                                                                             \
    "select " COUNTER_COLUMNS " from counter c left join counter_session s on s.open_counter = c.id" \
    " left join user u on u.id = s.user_id"

static void groups_take(const char *list, struct counter_setting *counter)
{
    for (const char *at = setting_text(list); *at && counter->n_groups < HALL_GROUPS_MAX;) {
        counter->groups[counter->n_groups++] = setting_id(at);
        at += strcspn(at, ",");
        at += *at == ',';
    }
}

static const char *groups_text(struct arena *arena, const struct counter_setting *counter)
{
    const char *out = "";
    for (size_t i = 0; i < counter->n_groups; i++)
        out = arena_format(arena, "%s%s%llu", out, i ? "," : "", (unsigned long long)counter->groups[i]);
    return out;
}

static void counter_take(struct arena *arena, const struct db_row *row, struct counter_setting *counter)
{
    *counter = (struct counter_setting){
        .id = setting_id(row->text[0]),
        .hall = setting_id(row->text[1]),
        .number = setting_number(row->text[2]),
        .name = arena_copy(arena, row->text[3]),
        .zone = arena_copy(arena, row->text[4]),
        .active = setting_number(row->text[5]) != 0,
        .officer = arena_copy(arena, row->text[7]),
        .seen = arena_copy(arena, row->text[8]),
    };
    groups_take(row->text[6], counter);
}

struct counter_reading {
    struct arena *arena;
    struct counter_setting *counters;
    size_t n;
};

static bool counter_row(void *context, const struct db_row *row)
{
    struct counter_reading *reading = context;
    counter_take(reading->arena, row, &reading->counters[reading->n++]);
    return reading->n < HALL_COUNTERS_MAX;
}

enum db_result counter_setting_list(struct db *db, struct arena *arena, uint64_t hall,
                                    struct counter_setting *counters, size_t *n)
{
    struct counter_reading reading = {arena, counters, 0};
    enum db_result result =
        db_each(db, COUNTER_SELECT " where c.hall_id = ? order by c.is_active desc, c.number",
                DB_ARGS(db_id(hall)), counter_row, &reading);
    *n = reading.n;
    return result;
}

/* ---- changing ------------------------------------------------------------------------------------- */

static void counter_check(struct setting_change *change, const struct counter_setting *counter)
{
    if (counter->number < 1 || counter->number > NUMBER_MOST)
        setting_wrong(change, "number", "counter_number");
    if (counter->n_groups == 0)
        setting_wrong(change, "groups", "counter_no_group");
}

/* Under whoever sits there nothing is changed but the words. */
static void counter_check_open(struct setting_change *change, const struct counter_setting *old,
                               const struct counter_setting *new)
{
    if (!*old->officer)
        return;
    if (old->number != new->number)
        setting_wrong(change, "number", "counter_open");
    if (old->active && !new->active)
        setting_wrong(change, "active", "counter_open");
    if (strcmp(groups_text(change->arena, old), groups_text(change->arena, new)) != 0)
        setting_wrong(change, "groups", "counter_open_groups");
}

static enum db_result groups_write(struct setting_change *change, uint64_t id, const struct hall_setting *hall,
                                   const struct counter_setting *counter)
{
    enum db_result result =
        db_exec(change->db, "delete from counter_group where counter_id = ?", DB_ARGS(db_id(id)));
    if (result == DB_NONE)
        result = DB_OK;
    for (size_t i = 0; result == DB_OK && i < counter->n_groups; i++) {
        result = db_exec(change->db,
                         "insert into counter_group (counter_id, group_id)"
                         " select ?, id from service_group where id = ? and hall_id = ?",
                         DB_ARGS(db_id(id), db_id(counter->groups[i]), db_id(hall->id)));
        if (result == DB_NONE) {
            setting_wrong(change, "groups", "counter_group_unknown");
            return DB_OK;
        }
    }
    return result;
}

static enum setting_verdict stored(struct setting_change *change, enum db_result result, uint64_t id,
                                   const struct hall_setting *hall, const struct counter_setting *counter)
{
    if (result == DB_FAIL && db_last_error(change->db) == DB_ERROR_DUPLICATE) {
        setting_wrong(change, "number", "counter_number_taken");
        return SETTING_WRONG;
    }
    if (result == DB_FAIL || groups_write(change, id, hall, counter) == DB_FAIL)
        return SETTING_FAIL;
    return change->outcome->n ? SETTING_WRONG : setting_done(change, counter->id == 0);
}

static enum setting_verdict counter_add(struct setting_change *change, const struct hall_setting *hall,
                                        const struct counter_setting *counter)
{
    if (change->outcome->n)
        return SETTING_WRONG;
    enum db_result result =
        db_exec(change->db, "insert into counter (hall_id, number, name, zone, is_active) values (?, ?, ?, ?, ?)",
                DB_ARGS(db_id(hall->id), db_number(counter->number), db_text(counter->name),
                        db_text(counter->zone), db_number(counter->active)));
    return stored(change, result, db_inserted(change->db), hall, counter);
}

static enum setting_verdict counter_change(struct setting_change *change, const struct hall_setting *hall,
                                           const struct counter_setting *counter)
{
    struct db_row row;
    struct counter_setting old;
    enum db_result found =
        db_one(change->db, change->arena, COUNTER_SELECT " where c.id = ? and c.hall_id = ? for update",
               DB_ARGS(db_id(counter->id), db_id(hall->id)), &row);
    if (found != DB_OK)
        return found == DB_NONE ? SETTING_NONE : SETTING_FAIL;
    counter_take(change->arena, &row, &old);
    change->subject = arena_format(change->arena, "hall %s counter %u", hall->code, old.number);
    if (strcmp(old.seen, counter->seen) != 0)
        return setting_moved(change);
    counter_check_open(change, &old, counter);
    if (change->outcome->n)
        return SETTING_WRONG;
    setting_note_number(change, "number", old.number, counter->number);
    setting_note(change, "name", old.name, counter->name);
    setting_note(change, "zone", old.zone, counter->zone);
    setting_note_flag(change, "is_active", old.active, counter->active);
    setting_note(change, "groups", groups_text(change->arena, &old), groups_text(change->arena, counter));
    enum db_result result =
        db_exec(change->db, "update counter set number = ?, name = ?, zone = ?, is_active = ? where id = ?",
                DB_ARGS(db_number(counter->number), db_text(counter->name), db_text(counter->zone),
                        db_number(counter->active), db_id(counter->id)));
    return stored(change, result, counter->id, hall, counter);
}

enum setting_verdict counter_setting_put(struct db *db, struct arena *arena, uint64_t user,
                                         const struct hall_setting *hall, const struct counter_setting *counter,
                                         struct setting_outcome *outcome)
{
    *outcome = (struct setting_outcome){.by = ""};
    struct setting_change change = {
        db, arena, user, arena_format(arena, "hall %s counter %u", hall->code, counter->number), "", outcome};
    counter_check(&change, counter);
    return counter->id ? counter_change(&change, hall, counter) : counter_add(&change, hall, counter);
}
