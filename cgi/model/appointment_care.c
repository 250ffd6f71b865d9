/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/appointment_care.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/clock.h"
#include "model/appointment.h"
#include "model/calendar.h"
#include "model/outbox.h"
#include "model/worktime.h"

enum { BATCH = 200, ARENA_CEILING = 4 * 1024 * 1024, GROUPS_MAX = 500, AFTER_S = APPOINTMENT_AFTER_MIN * 60 };

/* ---- times to come ------------------------------------------------------------------------------- */

struct booked_group {
    uint64_t id;
    const char *agency;
    int capacity, days;
    int from, to; /* minutes of the day */
};

struct groups {
    struct arena *arena;
    struct booked_group items[GROUPS_MAX];
    size_t n;
};

static int minutes_of(const char *time, int otherwise)
{
    int minutes = time ? date_parse_time(time, true) : -1;
    return minutes < 0 ? otherwise : minutes;
}

static bool group_add(void *context, const struct db_row *row)
{
    struct groups *groups = context;
    struct booked_group *group = &groups->items[groups->n];
    const char *const *t = row->text;
    *group = (struct booked_group){
        .id = strtoull(t[0], NULL, 10),
        .agency = arena_copy(groups->arena, t[1]),
        .capacity = (int)strtol(t[2], NULL, 10),
        .days = (int)strtol(t[3], NULL, 10),
        .from = minutes_of(t[4], 0),
        .to = minutes_of(t[5], DATE_DAY_MINUTES),
    };
    if (group->days > APPOINTMENT_DAYS_MAX)
        group->days = APPOINTMENT_DAYS_MAX;
    return ++groups->n < GROUPS_MAX;
}

/* Also groups that take none any more: their times are withdrawn. */
static enum db_result groups_read(struct db *db, const char *today, struct groups *groups)
{
    enum db_result found =
        db_each(db,
                "select g.id, a.code, if(g.is_active and h.is_active, ifnull(g.slot_capacity, 0), 0), h.book_days,"
                " left(g.from_time, 5), left(g.to_time, 5)"
                " from service_group g join hall h on h.id = g.hall_id join agency a on a.id = h.agency_id"
                " where (g.slot_capacity > 0 and g.is_active and h.is_active and h.book_days > 0)"
                " or exists (select 1 from appointment_slot t where t.group_id = g.id and t.day > ?) order by g.id",
                DB_ARGS(db_text(today)), group_add, groups);
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

/* Is the half hour from this minute on inside a shift and the group's own hours? */
static bool fits(const struct booked_group *group, const struct worktime_day *day, int minute)
{
    int end = minute + APPOINTMENT_SLOT_MIN;
    if (minute < group->from || end > group->to)
        return false;
    for (int i = 0; i < day->count; i++)
        if (minute >= day->shifts[i].from && end <= day->shifts[i].to)
            return true;
    return false;
}

/* What there is already, in order of days and times: nothing is written where nothing changed. */
struct made {
    uint64_t id;
    int day, minute, capacity, taken;
    bool wanted;
};
enum { MADE_MAX = APPOINTMENT_DAYS_MAX * APPOINTMENT_SLOTS_MAX };
struct made_list {
    struct made items[MADE_MAX];
    size_t n;
};

static bool made_add(void *context, const struct db_row *row)
{
    struct made_list *list = context;
    struct civil at;
    if (!civil_parse(row->text[1], &at))
        return true;
    list->items[list->n++] = (struct made){
        .id = strtoull(row->text[0], NULL, 10),
        .day = civil_day(&at),
        .minute = at.hour * 60 + at.minute,
        .capacity = (int)strtol(row->text[2], NULL, 10),
        .taken = (int)strtol(row->text[3], NULL, 10),
    };
    return list->n < MADE_MAX;
}

static struct made *made_find(struct made_list *list, int day, int minute)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i].day == day && list->items[i].minute == minute)
            return &list->items[i];
    return NULL;
}

/* Nobody loses a place: there are at least as many as are taken. */
static enum db_result capacity_set(struct db *db, const struct made *slot, int capacity, uint64_t *count)
{
    if (slot->capacity == (capacity > slot->taken ? capacity : slot->taken))
        return DB_OK;
    (*count)++;
    return db_exec(db, "update appointment_slot set capacity = greatest(?, taken) where id = ?",
                   DB_ARGS(db_number(capacity), db_id(slot->id)));
}

static enum db_result slot_add(struct db *db, const struct booked_group *group, int day, int minute, uint64_t *count)
{
    char date[DATE_TEXT_MAX], from[DATE_TEXT_MAX], to[DATE_TEXT_MAX];
    struct civil on = civil_from_day(day), begin = civil_from_minute(minute),
                 end = civil_from_minute(minute + APPOINTMENT_SLOT_MIN);
    (*count)++;
    return db_exec(db,
                   "insert into appointment_slot (group_id, day, from_time, to_time, capacity)"
                   " values (?, ?, ?, ?, ?)",
                   DB_ARGS(db_id(group->id), db_text(date_format_iso(date, &on)),
                           db_text(date_format_clock(from, &begin)), db_text(date_format_clock(to, &end)),
                           db_number(group->capacity)));
}

/* Whole half hours of one day; the first of a shift that begins at 7:15 is 7:30. */
static enum db_result day_make(struct db *db, const struct booked_group *group, struct made_list *made,
                               const struct worktime_calendar *calendar, int day, uint64_t *count)
{
    struct worktime_day work;
    enum db_result result = DB_OK;
    worktime_day(calendar, day, &work);
    for (int minute = 0; result == DB_OK && minute < DATE_DAY_MINUTES; minute += APPOINTMENT_SLOT_MIN) {
        if (group->capacity == 0 || !fits(group, &work, minute))
            continue;
        struct made *slot = made_find(made, day, minute);
        if (slot)
            slot->wanted = true;
        result = slot ? capacity_set(db, slot, group->capacity, count)
                      : slot_add(db, group, day, minute, count);
    }
    return result;
}

static enum db_result made_read(struct db *db, const struct booked_group *group, int today, struct made_list *list)
{
    struct civil day = civil_from_day(today);
    char date[DATE_TEXT_MAX];
    list->n = 0;
    enum db_result found =
        db_each(db,
                "select id, timestamp(day, from_time), capacity, taken from appointment_slot"
                " where group_id = ? and day > ? order by day, from_time",
                DB_ARGS(db_id(group->id), db_text(date_format_iso(date, &day))), made_add, list);
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

static enum db_result group_make(struct db *db, struct arena *arena, const struct booked_group *group, int today,
                                 uint64_t *count)
{
    struct worktime_calendar calendar;
    struct made_list *made = arena_take(arena, sizeof *made);
    enum db_result found = calendar_load(db, arena, group->agency, &calendar);
    if (found != DB_OK)
        return found == DB_NONE ? DB_OK : DB_FAIL;
    enum db_result result = made_read(db, group, today, made);
    for (int day = today + 1; result == DB_OK && day <= today + group->days; day++)
        result = day_make(db, group, made, &calendar, day, count);
    for (size_t i = 0; result == DB_OK && i < made->n; i++)
        if (!made->items[i].wanted)
            result = capacity_set(db, &made->items[i], 0, count);
    return result;
}

enum db_result appointment_slots_make(struct db *db, uint64_t *count)
{
    struct arena *arena = arena_open(ARENA_CEILING), *own = arena_open(ARENA_CEILING);
    struct groups *groups = arena_take(arena, sizeof *groups);
    struct civil now = clock_now();
    char today[DATE_TEXT_MAX];
    *groups = (struct groups){.arena = arena};
    enum db_result result = groups_read(db, date_format_iso(today, &now), groups);
    for (size_t i = 0; result == DB_OK && i < groups->n; i++) {
        result = group_make(db, own, &groups->items[i], civil_day(&now), count);
        arena_clear(own);
    }
    arena_close(own);
    arena_close(arena);
    return result == DB_FAIL ? DB_FAIL : DB_NONE;
}

/* ---- who did not come, what is removed ------------------------------------------------------------ */

enum db_result appointment_missed(struct db *db, uint64_t *count)
{
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - AFTER_S);
    char at[DATE_TEXT_MAX], before[DATE_TEXT_MAX];
    date_format_iso_time(at, &now);
    date_format_iso_time(before, &then);
    if (db_exec(db,
                "update appointment set state = 'missed', changed_at = ? where state = 'booked' and slot_id in"
                " (select id from appointment_slot where day <= date(?) and timestamp(day, from_time) < ?) limit 200",
                DB_ARGS(db_text(at), db_text(before), db_text(before))) == DB_FAIL)
        return DB_FAIL;
    *count += db_changed(db);
    return db_changed(db) == BATCH ? DB_OK : DB_NONE;
}

enum db_result appointment_forget(struct db *db, uint64_t *count)
{
    struct civil now = clock_now();
    char today[DATE_TEXT_MAX];
    date_format_iso(today, &now);
    if (db_exec(db,
                "update appointment set email = '', code_sealed = null where email <> '' and slot_id in"
                " (select id from appointment_slot where day < date_sub(?, interval 1 day)) limit 200",
                DB_ARGS(db_text(today))) == DB_FAIL)
        return DB_FAIL;
    uint64_t gone = db_changed(db);
    /* The message that went there must not keep it. */
    if (gone < BATCH) {
        if (db_exec(db,
                    "update outbox set recipient = '', data = null where recipient <> '' and template in"
                    " ('appointment_booked', 'appointment_reminder', 'turn_near') and state in"
                    " ('sent', 'failed', 'unknown', 'skipped') and created_at < date_sub(?, interval 1 day) limit 200",
                    DB_ARGS(db_text(today))) == DB_FAIL)
            return DB_FAIL;
        gone = db_changed(db);
    }
    *count += gone;
    return gone == BATCH ? DB_OK : DB_NONE;
}

/* ---- messages ------------------------------------------------------------------------------------- */

struct untold {
    struct arena *arena;
    struct {
        uint64_t id;
        bool reminder;
        const char *email, *language, *data;
        const char *time; /* slot, and when it was chosen: who moves is told again */
    } items[BATCH];
    size_t n;
};

static bool untold_add(void *context, const struct db_row *row)
{
    struct untold *list = context;
    const char *const *t = row->text;
    json_t *data = json_pack("{s:s,s:s,s:s,s:s,s:s}", "code_sealed", t[3], "procedure", t[4], "procedure_en", t[5],
                             "due", t[6], "place", t[7]);
    char *text = json_dumps(data, JSON_COMPACT);
    json_decref(data);
    list->items[list->n].id = strtoull(t[0], NULL, 10);
    list->items[list->n].email = arena_copy(list->arena, t[1]);
    list->items[list->n].language = arena_copy(list->arena, t[2]);
    list->items[list->n].data = arena_copy(list->arena, text);
    list->items[list->n].reminder = t[8][0] == '1';
    list->items[list->n].time = arena_copy(list->arena, t[9]);
    free(text);
    return ++list->n < BATCH;
}

static enum db_result untold_read(struct db *db, const struct civil *now, struct untold *list)
{
    struct civil tomorrow = civil_from_day(civil_day(now) + 1);
    char day[DATE_TEXT_MAX], moment[DATE_TEXT_MAX];
    date_format_iso(day, &tomorrow);
    date_format_iso_time(moment, now);
    enum db_result found =
        db_each(db,
                "select a.id, a.email, a.language, ifnull(a.code_sealed, ''), s.name, s.name_en,"
                " timestamp(t.day, t.from_time), h.name, a.told = 'booked', concat(t.id, ':', a.changed_at)"
                " from appointment a join appointment_slot t on t.id = a.slot_id join service s on s.id = a.service_id"
                " join service_group g on g.id = t.group_id join hall h on h.id = g.hall_id"
                " where a.state = 'booked' and a.email <> '' and timestamp(t.day, t.from_time) > ?"
                " and (a.told = 'none' or (a.told = 'booked' and t.day <= ? and a.changed_at < date(?)))"
                " order by a.id limit 200",
                DB_ARGS(db_text(moment), db_text(day), db_text(moment)), untold_add, list);
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result appointment_tell(struct db *db, uint64_t *count)
{
    struct arena *arena = arena_open(ARENA_CEILING);
    struct untold *list = arena_take(arena, sizeof *list);
    struct civil now = clock_now();
    list->arena = arena;
    list->n = 0;
    enum db_result result = untold_read(db, &now, list);
    for (size_t i = 0; result == DB_OK && i < list->n; i++) {
        const char *occasion = list->items[i].reminder ? "appointment_reminder" : "appointment_booked";
        result = outbox_add(db, &now,
                            &(struct outbox_message){
                                .channel = "mail",
                                .recipient = list->items[i].email,
                                .template_name = occasion,
                                .lang = list->items[i].language,
                                .data = list->items[i].data,
                                .once = arena_format(arena, "%s:%llu:%s", occasion,
                                                     (unsigned long long)list->items[i].id, list->items[i].time),
                            });
        if (result == DB_OK)
            result = db_exec(db, "update appointment set told = ? where id = ?",
                             DB_ARGS(db_text(list->items[i].reminder ? "reminded" : "booked"),
                                     db_id(list->items[i].id)));
    }
    *count += list->n;
    bool more = list->n == BATCH;
    arena_close(arena);
    return result == DB_FAIL ? DB_FAIL : more ? DB_OK : DB_NONE;
}
