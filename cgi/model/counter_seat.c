/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/counter_seat.h"

#include "model/row.h"
#include "model/ticket_act.h"

static void seat_take(struct arena *arena, const struct db_row *row, struct counter_seat *seat)
{
    const char *const *text = row->text;
    *seat = (struct counter_seat){
        .session = row_id(text[0]),
        .counter = row_id(text[1]),
        .hall = row_id(text[2]),
        .hall_code = arena_copy(arena, text[3]),
        .number = row_count(text[4]),
        .zone = arena_copy(arena, text[5]),
        .state = (enum counter_state)ticket_word(counter_state_names, COUNTER_STATES, text[6]),
        .ticket = row_id(text[7]),
        .ticket_version = row_count(text[8]),
        .waiting = row_count(text[14]),
    };
    if (!seat->ticket)
        return;
    ticket_label(seat->label, text[9][0], row_count(text[10]));
    seat->ticket_state = (enum ticket_state)ticket_word(ticket_state_names, TICKET_STATES, text[11]);
    seat->since = row_moment(seat->ticket_state == TICKET_SERVING ? text[13] : text[12]);
}

enum db_result counter_seat_read(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                 struct counter_seat *seat)
{
    char day[DATE_TEXT_MAX];
    struct db_row row;
    date_format_iso(day, now);
    enum db_result result = db_one(
        db, arena,
        "select s.id, c.id, h.id, h.code, c.number, c.zone, s.state, t.id, t.version, g.letter, t.number, t.state,"
        " t.called_at, t.served_at, (select count(*) from counter_group x join ticket w on w.group_id = x.group_id"
        " and w.service_date = ? and w.state = 'waiting' and w.for_counter_id is null where x.counter_id = c.id)"
        " + (select count(*) from ticket w where w.for_counter_id = c.id and w.service_date = ?"
        " and w.state = 'waiting')"
        " from counter_session s join counter c on c.id = s.counter_id join hall h on h.id = c.hall_id"
        " left join ticket t on t.busy_counter = c.id and t.service_date = ?"
        " left join service_group g on g.id = t.letter_group_id where s.open_user = ? and s.opened_at >= ?",
        DB_ARGS(db_text(day), db_text(day), db_text(day), db_id(user), db_text(day)), &row);
    if (result == DB_OK)
        seat_take(arena, &row, seat);
    return result;
}

enum db_result counter_seat_bind(struct db *db, struct arena *arena, uint64_t user, const struct civil *now,
                                 uint64_t dossier, struct hall_news *news)
{
    struct counter_seat seat;
    struct ticket_outcome outcome;
    enum db_result found = counter_seat_read(db, arena, user, now, &seat);
    if (found != DB_OK || !seat.ticket)
        return found == DB_FAIL ? DB_FAIL : DB_NONE;
    const struct ticket_actor actor = {.user = user, .session = seat.session, .now = *now};
    const struct ticket_input input = {.ticket = seat.ticket, .hall = seat.hall, .dossier = dossier};
    switch (ticket_do(db, arena, &actor, TICKET_BIND, &input, &outcome)) {
    case TICKET_DID:
        *news = outcome.news;
        return DB_OK;
    case TICKET_FAIL:
        return DB_FAIL;
    case TICKET_NOBODY:
    case TICKET_UNKNOWN:
    case TICKET_CONFLICT:
    case TICKET_NOT_NOW:
    case TICKET_WRONG:
        break; /* it ended in this very moment: the dossier is received all the same */
    }
    return DB_NONE;
}

enum db_result counter_seat_dossier(struct db *db, struct arena *arena, uint64_t dossier, const char **number)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, "select number from dossier where id = ?", DB_ARGS(db_id(dossier)), &row);
    if (result == DB_OK)
        *number = row.text[0] ? row.text[0] : "";
    return result;
}

enum db_result counter_seat_halls(struct db *db, struct arena *arena, uint64_t version, uint64_t user,
                                  struct hall_list *list)
{
    struct db_row row;
    if (db_one(db, arena, "select agency_id from user where id = ?", DB_ARGS(db_id(user)), &row) != DB_OK)
        return DB_FAIL;
    return hall_of_person(db, arena, version, row_id(row.text[0]), list);
}

/* ---- who may go on ------------------------------------------------------------------------------------ */

enum { LATELY_DAYS = 30 };

struct people {
    struct arena *arena;
    void *list;
    size_t n;
};

static bool person_row(void *context, const struct db_row *row)
{
    struct people *people = context;
    struct seat_person *person = row_place(people->arena, &people->list, &people->n, sizeof *person);
    *person = (struct seat_person){
        .id = row_id(row->text[0]),
        .name = arena_copy(people->arena, row->text[1]),
        .unit = arena_copy(people->arena, row->text[2]),
    };
    return true;
}

enum db_result counter_seat_people(struct db *db, struct arena *arena, uint64_t hall, uint64_t except,
                                   const struct civil *now, struct seat_person **list, size_t *n)
{
    struct people people = {.arena = arena};
    struct civil lately = civil_from_day(civil_day(now) - LATELY_DAYS);
    const char *day = row_day(arena, now);
    enum db_result result = db_each(
        db,
        "select u.id, u.name, if(a.short = '', a.name, a.short) from user u join agency a on a.id = u.agency_id"
        " join hall h on h.id = ? where u.disabled_at is null and u.id <> ?"
        " and exists (select 1 from role_grant r where r.user_id = u.id and r.withdrawn_at is null"
        " and r.from_date <= ? and (r.to_date is null or r.to_date >= ?)"
        " and r.role in ('clerk', 'returner', 'handler', 'head'))"
        " and (u.agency_id = h.agency_id or exists (select 1 from counter_session s"
        " join counter c on c.id = s.counter_id where s.user_id = u.id and s.opened_at >= ? and c.hall_id = h.id))"
        " and not exists (select 1 from counter_session o where o.open_user = u.id and o.opened_at >= ?)"
        " order by u.name collate utf8mb4_vietnamese_ci, u.id limit 300",
        DB_ARGS(db_id(hall), db_id(except), db_text(day), db_text(day), db_text(row_time(arena, &lately)),
                db_text(day)),
        person_row, &people);
    *list = people.list;
    *n = people.n;
    return result;
}

/* ---- what it may be about ----------------------------------------------------------------------------- */

struct codes {
    struct arena *arena;
    const char **codes;
    size_t n;
};

static bool code_row(void *context, const struct db_row *row)
{
    struct codes *codes = context;
    codes->codes[codes->n++] = arena_copy(codes->arena, row->text[0]);
    return codes->n < SEAT_PROCEDURES_MAX;
}

enum db_result counter_seat_procedures(struct db *db, struct arena *arena, uint64_t ticket,
                                       const char *codes[SEAT_PROCEDURES_MAX + 1])
{
    struct codes reading = {arena, codes, 0};
    enum db_result result =
        db_each(db,
                "select p.code from ticket_item i join service_field f on f.service_id = i.service_id"
                " join `procedure` p on p.field_id = f.field_id"
                " where i.ticket_id = ? and i.done_at is null and p.current_rev_id is not null"
                " and p.withdrawn_at is null group by p.id"
                " order by p.short_code is null, p.yearly_count desc, p.is_popular desc, p.code limit 60",
                DB_ARGS(db_id(ticket)), code_row, &reading);
    codes[reading.n] = NULL;
    return result;
}
