/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <string.h>

#include "model/hall_setting_inside.h"

enum { NUMBER_MOST = 999, MINUTES_MOST = 240, POSITION_MOST = 9999, SLOT_MOST = 99 };

/* ---- reading ------------------------------------------------------------------------------------ */

#define GROUP_MARK                                                                                 \
    "left(sha2(concat_ws('|', g.letter, g.name, g.name_en, g.kind, g.first_number, g.last_number," \
    " g.lease_last, ifnull(g.daily_cap, ''), ifnull(g.from_time, ''), ifnull(g.to_time, ''),"      \
    " g.minutes, ifnull(g.slot_capacity, ''), g.position, g.is_active), 256), 16)"

#define GROUP_COLUMNS                                                                              \
    "g.id, g.hall_id, g.letter, g.name, g.name_en, g.kind, g.first_number, g.last_number,"         \
    " g.lease_last, g.daily_cap, time_format(g.from_time, '%H:%i'), time_format(g.to_time, '%H:%i')," \
    " g.minutes, g.position, g.is_active, " GROUP_MARK ","                                         \
    " exists (select 1 from ticket t where t.letter_group_id = g.id)"

/* The last day from today on of which dispensers hold numbers of a group; the parameter is today. */
#define GROUP_LENT_UNTIL                                                                           \
    "(select max(u.service_date) from number_lease u where u.group_id = g.id and u.service_date >= ?)"

/* What happened to a group today; the parameters are the day, three times. */
#define GROUP_TODAY                                                                                \
    " left join (select letter_group_id, count(*) given, max(if(lease_id is null, number, null)) highest" \
    " from ticket where service_date = ? group by letter_group_id) t on t.letter_group_id = g.id"  \
    " left join (select group_id, count(*) here from ticket where service_date = ?"                \
    " and state in ('waiting', 'called', 'serving', 'parked') group by group_id) w on w.group_id = g.id" \
    " left join (select group_id, min(first_number) first, max(last_number) last from number_lease" \
    " where service_date = ? group by group_id) l on l.group_id = g.id"

#define GROUP_SELECT                                                                               \
    "select " GROUP_COLUMNS ", t.given, t.highest, w.here, l.first, l.last, g.slot_capacity, "     \
    GROUP_LENT_UNTIL                                                                               \
    " from service_group g" GROUP_TODAY

static void group_take(struct arena *arena, const struct db_row *row, struct group_setting *group)
{
    *group = (struct group_setting){
        .id = setting_id(row->text[0]),
        .hall = setting_id(row->text[1]),
        .letter = arena_copy(arena, row->text[2]),
        .name = arena_copy(arena, row->text[3]),
        .name_en = arena_copy(arena, row->text[4]),
        .kind = arena_copy(arena, row->text[5]),
        .first = setting_number(row->text[6]),
        .last = setting_number(row->text[7]),
        .lease_last = setting_number(row->text[8]),
        .daily_cap = setting_number(row->text[9]),
        .from_time = arena_copy(arena, setting_text(row->text[10])),
        .to_time = arena_copy(arena, setting_text(row->text[11])),
        .minutes = setting_number(row->text[12]),
        .position = setting_number(row->text[13]),
        .active = setting_number(row->text[14]) != 0,
        .seen = arena_copy(arena, row->text[15]),
        .ever = setting_number(row->text[16]) != 0,
        .given = setting_number(row->text[17]),
        .highest = setting_number(row->text[18]),
        .here = setting_number(row->text[19]),
        .lent_first = setting_number(row->text[20]),
        .lent_last = setting_number(row->text[21]),
        .slot_capacity = setting_number(row->text[22]),
        .lent_until = arena_copy(arena, setting_text(row->text[23])),
    };
}

struct group_reading {
    struct arena *arena;
    struct group_setting *groups;
    size_t n;
};

static bool group_row(void *context, const struct db_row *row)
{
    struct group_reading *reading = context;
    group_take(reading->arena, row, &reading->groups[reading->n++]);
    return reading->n < HALL_GROUPS_MAX;
}

enum db_result group_setting_list(struct db *db, struct arena *arena, uint64_t hall, const struct civil *today,
                                  struct group_setting *groups, size_t *n)
{
    char day[DATE_TEXT_MAX];
    struct group_reading reading = {arena, groups, 0};
    date_format_iso(day, today);
    enum db_result result = db_each(
        db, GROUP_SELECT " where g.hall_id = ? order by g.is_active desc, g.position, g.letter",
        DB_ARGS(db_text(day), db_text(day), db_text(day), db_text(day), db_id(hall)), group_row, &reading);
    *n = reading.n;
    return result;
}

/* ---- a group ---------------------------------------------------------------------------------------- */

static bool letter_good(const char *letter)
{
    return letter[0] >= 'A' && letter[0] <= 'Z' && letter[0] != 'I' && letter[0] != 'O' && letter[1] == '\0';
}

static void group_check(struct setting_change *change, const struct group_setting *group)
{
    if (!letter_good(group->letter))
        setting_wrong(change, "letter", "group_letter");
    if (group->first < 1 || group->first > NUMBER_MOST)
        setting_wrong(change, "first", "group_number");
    if (group->last < group->first || group->last > NUMBER_MOST)
        setting_wrong(change, "last", "group_last");
    if (group->lease_last < group->last || group->lease_last > NUMBER_MOST)
        setting_wrong(change, "lease_last", "group_lease");
    if (group->daily_cap > NUMBER_MOST)
        setting_wrong(change, "daily_cap", "group_cap");
    int from = date_parse_time(group->from_time, false), to = date_parse_time(group->to_time, true);
    if (*group->from_time && from < 0)
        setting_wrong(change, "from_time", "time");
    if (*group->to_time && to < 0)
        setting_wrong(change, "to_time", "time");
    else if (*group->to_time && to <= from)
        setting_wrong(change, "to_time", "group_time_order");
    if (group->minutes < 1 || group->minutes > MINUTES_MOST)
        setting_wrong(change, "minutes", "group_minutes");
    if (group->slot_capacity > SLOT_MOST)
        setting_wrong(change, "slot_capacity", "group_slot");
    if (group->position > POSITION_MOST)
        setting_wrong(change, "position", "setting_position");
}

/* What was given out keeps its letter and number, and nobody is left without a queue. */
static void group_check_today(struct setting_change *change, const struct group_setting *old,
                              const struct group_setting *new)
{
    if (old->ever && strcmp(old->letter, new->letter) != 0)
        setting_wrong(change, "letter", "group_letter_given");
    else if (*old->lent_until && strcmp(old->letter, new->letter) != 0)
        setting_wrong(change, "letter", "group_letter_lent");
    if (old->given && old->first != new->first)
        setting_wrong(change, "first", "group_first_given");
    if (new->last < old->highest)
        setting_wrong(change, "last", "group_last_given");
    else if (old->lent_first && new->last >= old->lent_first)
        setting_wrong(change, "last", "group_last_lent");
    if (new->lease_last < old->lent_last)
        setting_wrong(change, "lease_last", "group_lease_lent");
    if (old->active && !new->active && old->here)
        setting_wrong(change, "active", "group_people_here");
}

static struct db_value time_or_none(const char *text)
{
    return *text ? db_text(text) : db_null();
}

static enum setting_verdict group_stored(struct setting_change *change, enum db_result result, bool added)
{
    if (result == DB_OK)
        return setting_done(change, added);
    if (db_last_error(change->db) != DB_ERROR_DUPLICATE)
        return SETTING_FAIL;
    setting_wrong(change, "letter", "group_letter_taken");
    return SETTING_WRONG;
}

static enum setting_verdict group_add(struct setting_change *change, const struct hall_setting *hall,
                                      const struct group_setting *group)
{
    if (change->outcome->n)
        return SETTING_WRONG;
    enum db_result result =
        db_exec(change->db,
                "insert into service_group (hall_id, letter, name, name_en, kind, first_number, last_number,"
                " lease_last, daily_cap, from_time, to_time, minutes, slot_capacity, position, is_active)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                DB_ARGS(db_id(hall->id), db_text(group->letter), db_text(group->name), db_text(group->name_en),
                        db_text(group->kind), db_number(group->first), db_number(group->last),
                        db_number(group->lease_last), db_id(group->daily_cap), time_or_none(group->from_time),
                        time_or_none(group->to_time), db_number(group->minutes), db_id(group->slot_capacity),
                        db_number(group->position), db_number(group->active)));
    return group_stored(change, result, true);
}

static void group_notes(struct setting_change *change, const struct group_setting *old,
                        const struct group_setting *new)
{
    setting_note(change, "letter", old->letter, new->letter);
    setting_note(change, "name", old->name, new->name);
    setting_note(change, "name_en", old->name_en, new->name_en);
    setting_note(change, "kind", old->kind, new->kind);
    setting_note_number(change, "first_number", old->first, new->first);
    setting_note_number(change, "last_number", old->last, new->last);
    setting_note_number(change, "lease_last", old->lease_last, new->lease_last);
    setting_note_number(change, "daily_cap", old->daily_cap, new->daily_cap);
    setting_note(change, "from_time", old->from_time, new->from_time);
    setting_note(change, "to_time", old->to_time, new->to_time);
    setting_note_number(change, "minutes", old->minutes, new->minutes);
    setting_note_number(change, "slot_capacity", old->slot_capacity, new->slot_capacity);
    setting_note_number(change, "position", old->position, new->position);
    setting_note_flag(change, "is_active", old->active, new->active);
}

/* Who lends a number meanwhile waits for the group's row, or is waited for and seen here. */
static enum db_result lent_until_read(struct setting_change *change, struct group_setting *old, const char *day)
{
    struct db_row row;
    enum db_result result =
        db_one(change->db, change->arena,
               "select max(service_date) from number_lease where group_id = ? and service_date >= ?"
               " lock in share mode",
               DB_ARGS(db_id(old->id), db_text(day)), &row);
    if (result == DB_OK)
        old->lent_until = arena_copy(change->arena, setting_text(row.text[0]));
    return result;
}

static enum setting_verdict group_change(struct setting_change *change, const struct hall_setting *hall,
                                         const struct civil *now, const struct group_setting *group)
{
    char day[DATE_TEXT_MAX];
    struct db_row row;
    struct group_setting old;
    date_format_iso(day, now);
    enum db_result found =
        db_one(change->db, change->arena, GROUP_SELECT " where g.id = ? and g.hall_id = ? for update",
               DB_ARGS(db_text(day), db_text(day), db_text(day), db_text(day), db_id(group->id), db_id(hall->id)),
               &row);
    if (found != DB_OK)
        return found == DB_NONE ? SETTING_NONE : SETTING_FAIL;
    group_take(change->arena, &row, &old);
    change->subject = arena_format(change->arena, "hall %s group %s", hall->code, old.letter);
    if (strcmp(old.seen, group->seen) != 0)
        return setting_moved(change);
    if (lent_until_read(change, &old, day) != DB_OK)
        return SETTING_FAIL;
    group_check_today(change, &old, group);
    if (change->outcome->n)
        return SETTING_WRONG;
    group_notes(change, &old, group);
    enum db_result result =
        db_exec(change->db,
                "update service_group set letter = ?, name = ?, name_en = ?, kind = ?, first_number = ?,"
                " last_number = ?, lease_last = ?, daily_cap = ?, from_time = ?, to_time = ?, minutes = ?,"
                " slot_capacity = ?, position = ?, is_active = ? where id = ?",
                DB_ARGS(db_text(group->letter), db_text(group->name), db_text(group->name_en),
                        db_text(group->kind), db_number(group->first), db_number(group->last),
                        db_number(group->lease_last), db_id(group->daily_cap), time_or_none(group->from_time),
                        time_or_none(group->to_time), db_number(group->minutes), db_id(group->slot_capacity),
                        db_number(group->position), db_number(group->active), db_id(group->id)));
    return group_stored(change, result, false);
}

enum setting_verdict group_setting_put(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                       const struct hall_setting *hall, const struct group_setting *group,
                                       struct setting_outcome *outcome)
{
    *outcome = (struct setting_outcome){.by = ""};
    struct setting_change change = {
        db, arena, user, arena_format(arena, "hall %s group %s", hall->code, group->letter), "", outcome};
    group_check(&change, group);
    return group->id ? group_change(&change, hall, now, group) : group_add(&change, hall, group);
}
