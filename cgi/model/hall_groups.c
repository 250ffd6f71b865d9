/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_groups.h"

#include "model/calendar_held.h"
#include "model/row.h"
#include "model/sequence.h"
#include "model/wait_forecast.h"

const char *const hall_group_kind_names[HALL_GROUP_KINDS] = {
    [HALL_GROUP_RECEIVE] = "receive",
    [HALL_GROUP_RETURN] = "return",
    [HALL_GROUP_OTHER] = "other",
};

struct reading {
    struct arena *arena;
    const struct hall *hall;
    const struct civil *now;
    const struct worktime_calendar *calendar;
    void *groups;
    size_t n;
    void *services; /* of the group that is being read */
    size_t n_services;
    struct hall_group *group;
};

/* ---- groups ---------------------------------------------------------------------------------- */

static const char groups_sql[] =
    "select g.id, g.letter, g.name, g.name_en, g.kind, g.first_number, g.last_number, g.lease_last, g.daily_cap,"
    " time_format(g.from_time, '%H:%i'), time_format(g.to_time, '%H:%i'), g.minutes, g.position, g.is_active,"
    " (select q.n from sequence q where q.scope = concat('ticket:', g.id) and q.period = ?),"
    " (select count(*) from number_lease l join ticket t on t.lease_id = l.id where l.group_id = g.id"
    " and l.service_date = ?),"
    " (select min(l.first_number) from number_lease l where l.group_id = g.id and l.service_date = ?),"
    " (select min(t.arrival_at) from ticket t where t.group_id = g.id and t.service_date = ?"
    " and t.state = 'waiting')"
    " from service_group g where g.hall_id = ? and (g.is_active or ?) order by g.position, g.letter";

enum {
    ID, LETTER, NAME, NAME_EN, KIND, FIRST, LAST, LEASE_LAST, CAP, FROM, TO, MINUTES, POSITION, ACTIVE,
    GIVEN, LENT, LENT_FIRST, LONGEST
};

/* The number the next ticket would have must be the server's to give, and inside the cap. */
static bool full(const struct hall_group *group, unsigned given, unsigned lent, unsigned lent_first)
{
    unsigned next = given ? given + 1 : group->first_number;
    if (next > group->last_number || (lent_first && next >= lent_first))
        return true;
    return group->daily_cap >= 0 && (int)(next - group->first_number + 1 + lent) > group->daily_cap;
}

static void hours_put(const struct reading *r, struct hall_group *group)
{
    const struct hall_hours_rule rule = {.calendar = r->calendar,
                                         .stop_minutes = (int)r->hall->stop_minutes,
                                         .from = group->from,
                                         .to = group->to,
                                         .is_active = r->hall->is_active && group->is_active};
    hall_hours_at(&rule, r->now, &group->hours);
}

static bool group_row(void *context, const struct db_row *row)
{
    struct reading *r = context;
    const char *const *text = row->text;
    struct hall_group *group = row_place(r->arena, &r->groups, &r->n, sizeof *group);
    unsigned given = row_count(text[GIVEN]), lent = row_count(text[LENT]);
    *group = (struct hall_group){
        .id = row_id(text[ID]),
        .letter = text[LETTER][0],
        .name = arena_copy(r->arena, text[NAME]),
        .name_en = arena_copy(r->arena, text[NAME_EN]),
        .kind = (enum hall_group_kind)ticket_word(hall_group_kind_names, HALL_GROUP_KINDS, text[KIND]),
        .first_number = row_count(text[FIRST]),
        .last_number = row_count(text[LAST]),
        .lease_last = row_count(text[LEASE_LAST]),
        .daily_cap = (int)row_number(text[CAP], -1),
        .from = text[FROM] ? date_parse_time(text[FROM], false) : -1,
        .to = text[TO] ? date_parse_time(text[TO], true) : -1,
        .minutes = row_count(text[MINUTES]),
        .position = row_count(text[POSITION]),
        .is_active = row_flag(text[ACTIVE]),
        .longest = row_moment(text[LONGEST]),
        .wait_50 = -1,
        .wait_90 = -1,
    };
    group->given = (given ? given - group->first_number + 1 : 0) + lent;
    group->is_full = full(group, given, lent, row_count(text[LENT_FIRST]));
    hours_put(r, group);
    return true;
}

/* ---- services -------------------------------------------------------------------------------- */

static void services_end(struct reading *r)
{
    if (r->group) {
        r->group->services = r->services;
        r->group->n_services = r->n_services;
    }
    r->services = NULL;
    r->n_services = 0;
}

static struct hall_group *group_of(const struct reading *r, uint64_t id)
{
    struct hall_group *groups = r->groups;
    for (size_t i = 0; i < r->n; i++)
        if (groups[i].id == id)
            return &groups[i];
    return NULL;
}

/* Services come group by group. */
static bool service_row(void *context, const struct db_row *row)
{
    struct reading *r = context;
    struct hall_group *group = group_of(r, row_id(row->text[0]));
    if (group != r->group)
        services_end(r);
    r->group = group;
    if (!group)
        return true;
    struct hall_service *service = row_place(r->arena, &r->services, &r->n_services, sizeof *service);
    *service = (struct hall_service){
        .id = row_id(row->text[1]),
        .name = arena_copy(r->arena, row->text[2]),
        .name_en = arena_copy(r->arena, row->text[3]),
        .is_active = row_flag(row->text[4]),
    };
    group->takes |= service->is_active;
    return true;
}

/* ---- how they stand -------------------------------------------------------------------------- */

/* takes so far means: has a service in use. */
static void load_put(struct hall_group *group, const struct forecast_load *load)
{
    size_t index = forecast_index(load, group->id);
    group->takes = group->takes && group->is_active && group->hours.tickets && !group->is_full;
    if (index == load->n_groups)
        return;
    struct forecast forecast = forecast_of(load, index, load->groups[index].waiting);
    group->waiting = load->groups[index].waiting;
    group->open_counters = forecast.counters;
    group->wait_50 = forecast.wait_50;
    group->wait_90 = forecast.wait_90;
}

static enum db_result groups_read(struct db *db, struct reading *r, bool everything)
{
    struct db_value day = db_text(row_day(r->arena, r->now)), hall = db_number((int64_t)r->hall->id);
    struct db_value all = db_number(everything);
    if (db_each(db, groups_sql,
                DB_ARGS(db_text(sequence_dossier_period(r->arena, r->now)), day, day, day, hall, all), group_row,
                r) == DB_FAIL ||
        db_each(db,
                "select s.group_id, s.id, s.name, s.name_en, s.is_active from service_group g"
                " join service s on s.group_id = g.id where g.hall_id = ? and ((g.is_active and s.is_active) or ?)"
                " order by s.group_id, s.position, s.id",
                DB_ARGS(hall, all), service_row, r) == DB_FAIL)
        return DB_FAIL;
    services_end(r);
    return DB_OK;
}

enum db_result hall_groups_load(struct db *db, struct arena *arena, uint64_t version, const struct hall *hall,
                                const struct civil *now, bool everything, struct hall_groups *out)
{
    struct reading r = {.arena = arena, .hall = hall, .now = now};
    struct forecast_load load;
    r.calendar = calendar_now(db, version, hall->agency_code);
    if (!r.calendar || groups_read(db, &r, everything) != DB_OK ||
        forecast_load_read(db, arena, hall->id, now, &load) != DB_OK)
        return DB_FAIL;
    out->groups = r.groups;
    out->n = r.n;
    for (size_t i = 0; i < out->n; i++)
        load_put(&out->groups[i], &load);
    return DB_OK;
}

/* ---- finding --------------------------------------------------------------------------------- */

const struct hall_group *hall_group_by_id(const struct hall_groups *groups, uint64_t id)
{
    for (size_t i = 0; i < groups->n; i++)
        if (groups->groups[i].id == id)
            return &groups->groups[i];
    return NULL;
}

const struct hall_group *hall_group_of_service(const struct hall_groups *groups, uint64_t service)
{
    for (size_t i = 0; i < groups->n; i++)
        for (size_t k = 0; k < groups->groups[i].n_services; k++)
            if (groups->groups[i].services[k].id == service)
                return &groups->groups[i];
    return NULL;
}

enum db_result hall_service_of_field(struct db *db, struct arena *arena, uint64_t hall, uint64_t field,
                                     enum hall_group_kind kind, uint64_t *service, uint64_t *group)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena,
               "select s.id, g.id from service_field f join service s on s.id = f.service_id and s.is_active"
               " join service_group g on g.id = s.group_id and g.is_active where f.field_id = ? and g.hall_id = ?"
               " and g.kind = ? order by g.position, s.position, s.id limit 1",
               DB_ARGS(db_number((int64_t)field), db_number((int64_t)hall), db_text(hall_group_kind_names[kind])),
               &row);
    if (result == DB_OK) {
        *service = row_id(row.text[0]);
        *group = row_id(row.text[1]);
    }
    return result;
}
