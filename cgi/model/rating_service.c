/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_service.h"

#include <stdlib.h>
#include <string.h>

static uint64_t number(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

static const char *text_or_empty(const char *text)
{
    return text ? text : "";
}

static const char *civil_text(struct arena *arena, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    return arena_copy(arena, date_format_iso_time(text, at));
}

static struct civil seconds_before(const struct civil *now, int64_t seconds)
{
    return civil_from_second(civil_second(now) - seconds);
}

/* ---- tickets ------------------------------------------------------------------------------------ */

#define TICKET_COLUMNS                                                                             \
    "ticket_id, state, served_at, ended_at, officer_id, officer_unit_id, agency_id, procedure_id, group_id"

static void ticket_take(const struct db_row *row, struct rated_service *s)
{
    s->act = "visit";
    s->officer = number(row->text[4]);
    s->agency = number(row->text[6]);
    s->unit = row->text[5] ? number(row->text[5]) : s->agency;
    s->procedure = number(row->text[7]);
    s->group = number(row->text[8]);
}

/* A ticket that nobody ended counts from the end of its day, if somebody was served with it. */
static enum rating_verdict ticket_read(struct db *db, struct arena *arena, struct rated_service *s)
{
    struct db_row row;
    enum db_result found = db_one(db, arena,
                                  "select " TICKET_COLUMNS " from rated_ticket where ticket_id = ?",
                                  DB_ARGS(db_id(s->what.id)), &row);
    if (found != DB_OK)
        return found == DB_NONE ? RATING_UNKNOWN : RATING_FAIL;
    ticket_take(&row, s);
    s->use = arena_format(arena, "vote t%llu", (unsigned long long)s->what.id);
    bool over = strcmp(row.text[1], "done") == 0 || strcmp(row.text[1], "closed") == 0;
    if (!over || !row.text[2] || !row.text[3] || !civil_parse(row.text[3], &s->at))
        return RATING_UNFINISHED;
    return RATING_OPEN;
}

/* ---- dossiers ----------------------------------------------------------------------------------- */

/* The ticket its officer served at that moment: who rates the visit has rated this too. *serving: it is not over. */
static enum db_result act_ticket(struct db *db, struct arena *arena, struct rated_service *s, bool *serving)
{
    struct db_row row;
    const char *at = civil_text(arena, &s->at);
    *serving = false;
    if (!s->officer)
        return DB_NONE;
    enum db_result found =
        db_one(db, arena,
               "select ticket_id, group_id, state from rated_ticket where officer_id = ?"
               " and session_at between date(?) and ? and served_at <= ?"
               " and ifnull(ended_at, ?) >= ? and state in ('serving', 'parked', 'done', 'closed')"
               " order by served_at desc limit 1",
               DB_ARGS(db_id(s->officer), db_text(at), db_text(at), db_text(at), db_text(at), db_text(at)), &row);
    if (found == DB_OK) {
        s->use = arena_format(arena, "vote t%s", row.text[0]);
        s->group = number(row.text[1]);
        *serving = strcmp(row.text[2], "serving") == 0;
    }
    return found;
}

#define ACT_COLUMNS                                                                                \
    "dossier_id, act, at, officer_id, officer_unit_id, agency_id, procedure_id, received_via, returned_via"

/* Whoever handed in or fetched by post or online met no officer: the agency is rated. */
static void act_take(const struct db_row *row, struct rated_service *s)
{
    bool received = strcmp(row->text[1], "received") == 0;
    const char *via = received ? row->text[7] : row->text[8];
    bool met = via && strcmp(via, "counter") == 0;
    s->act = received ? "received" : "returned";
    civil_parse(text_or_empty(row->text[2]), &s->at);
    s->agency = number(row->text[5]);
    s->officer = met ? number(row->text[3]) : 0;
    s->unit = met && row->text[4] ? number(row->text[4]) : s->agency;
    s->procedure = number(row->text[6]);
}

static enum rating_verdict act_found(struct db *db, struct arena *arena, const struct db_row *row,
                                     struct rated_service *s)
{
    act_take(row, s);
    s->use = arena_format(arena, "vote d%llu %s", (unsigned long long)s->what.id, s->act);
    bool serving;
    if (act_ticket(db, arena, s, &serving) == DB_FAIL)
        return RATING_FAIL;
    return serving ? RATING_UNFINISHED : RATING_OPEN;
}

static enum rating_verdict act_read(struct db *db, struct arena *arena, struct rated_service *s)
{
    struct db_row row;
    bool received = s->what.kind == RATED_RECEIVED, last = s->what.kind == RATED_LAST;
    enum db_result found =
        db_one(db, arena,
               "select " ACT_COLUMNS " from rated_act where dossier_id = ? and (? or (act = 'received') = ?)"
               " order by at desc, act <> 'received' desc limit 1",
               DB_ARGS(db_id(s->what.id), db_number(last), db_number(received)), &row);
    if (found != DB_OK)
        return found == DB_NONE ? RATING_UNFINISHED : RATING_FAIL;
    return act_found(db, arena, &row, s);
}

/* ---- may it be rated ------------------------------------------------------------------------------ */

static enum db_result officer_read(struct db *db, struct arena *arena, struct rated_service *s)
{
    struct db_row row;
    if (!s->officer)
        return DB_OK;
    enum db_result found =
        db_one(db, arena,
               "select name, title, unit_name, unit_name_en from rated_officer where officer_id = ?",
               DB_ARGS(db_id(s->officer)), &row);
    if (found == DB_OK) {
        s->officer_name = row.text[0];
        s->officer_title = row.text[1];
        s->officer_unit = row.text[2];
        s->officer_unit_en = row.text[3];
    }
    return found;
}

static enum db_result used(struct db *db, struct arena *arena, const struct rated_service *s)
{
    uint8_t mark[TOKEN_HASH_BYTES];
    struct db_row row;
    rating_mark(s->use, mark);
    return db_one(db, arena, "select 1 from rating_mark where mark = ?", DB_ARGS(db_bytes(mark, sizeof mark)),
                  &row);
}

static enum rating_verdict verdict(struct db *db, struct arena *arena, const struct civil *now,
                                   struct rated_service *s)
{
    if (officer_read(db, arena, s) == DB_FAIL)
        return RATING_FAIL;
    enum db_result spent = used(db, arena, s);
    if (spent != DB_NONE)
        return spent == DB_OK ? RATING_USED : RATING_FAIL;
    return civil_day(now) - civil_day(&s->at) > RATING_DAYS ? RATING_EXPIRED : RATING_OPEN;
}

static void service_empty(struct rated_service *s, struct rated what)
{
    *s = (struct rated_service){.what = what, .use = "", .act = "", .officer_name = "",
                                .officer_title = "", .officer_unit = "", .officer_unit_en = ""};
}

enum rating_verdict rating_service(struct db *db, struct arena *arena, struct rated what,
                                   const struct civil *now, struct rated_service *service)
{
    service_empty(service, what);
    enum rating_verdict found = what.kind == RATED_TICKET ? ticket_read(db, arena, service)
                                                          : act_read(db, arena, service);
    return found == RATING_OPEN ? verdict(db, arena, now, service) : found;
}

/* ---- at a counter --------------------------------------------------------------------------------- */

/* The ticket that ended there last. */
static enum db_result counter_ticket(struct db *db, struct arena *arena, uint64_t counter, const char *today,
                                     const char *since, struct rated_service *s)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena,
               "select " TICKET_COLUMNS " from rated_ticket where counter_id = ? and service_date = ?"
               " and state = 'done' and ended_at >= ? order by ended_at desc, ticket_id desc limit 1",
               DB_ARGS(db_id(counter), db_text(today), db_text(since)), &row);
    if (found != DB_OK)
        return found;
    service_empty(s, (struct rated){RATED_TICKET, number(row.text[0])});
    return ticket_read(db, arena, s) == RATING_OPEN ? DB_OK : DB_FAIL;
}

/* What the officer who sits there received or returned last, where no ticket was served meanwhile. */
static enum db_result counter_act(struct db *db, struct arena *arena, uint64_t counter, const char *today,
                                  const char *since, struct rated_service *s)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena,
               "select a.dossier_id, a.act, a.at, a.officer_id, a.officer_unit_id, a.agency_id, a.procedure_id,"
               " a.received_via, a.returned_via from rated_counter c"
               " join rated_act a on a.officer_id = c.officer_id and a.at >= ?"
               " where c.counter_id = ? and c.opened_at >= ? and a.act <> 'sent_by_post'"
               " order by a.at desc, a.dossier_id desc limit 1",
               DB_ARGS(db_text(since), db_id(counter), db_text(today)), &row);
    if (found != DB_OK)
        return found;
    bool received = strcmp(row.text[1], "received") == 0;
    service_empty(s, (struct rated){received ? RATED_RECEIVED : RATED_RETURNED, number(row.text[0])});
    if (act_found(db, arena, &row, s) == RATING_FAIL)
        return DB_FAIL;
    return s->officer && !s->group ? DB_OK : DB_NONE;
}

static enum db_result serving_since(struct db *db, struct arena *arena, uint64_t counter, const char *today,
                                    struct civil *since)
{
    struct db_row row;
    *since = (struct civil){0};
    enum db_result found =
        db_one(db, arena,
               "select max(served_at) from rated_ticket where counter_id = ? and service_date = ?"
               " and state = 'serving'",
               DB_ARGS(db_id(counter), db_text(today)), &row);
    if (found == DB_OK && row.text[0])
        civil_parse(row.text[0], since);
    return found;
}

enum db_result rating_at_counter(struct db *db, struct arena *arena, uint64_t counter,
                                 const struct civil *now, struct rated_service *service)
{
    char today[DATE_TEXT_MAX];
    struct rated_service ticket, act;
    struct civil from = seconds_before(now, RATING_TABLET_SECONDS), serving;
    const char *since = civil_text(arena, &from);
    date_format_iso(today, now);
    enum db_result a = counter_ticket(db, arena, counter, today, since, &ticket);
    enum db_result b = a == DB_FAIL ? DB_FAIL : counter_act(db, arena, counter, today, since, &act);
    if (b == DB_FAIL || serving_since(db, arena, counter, today, &serving) == DB_FAIL)
        return DB_FAIL;
    if (a != DB_OK && b != DB_OK)
        return DB_NONE;
    bool later = a != DB_OK || (b == DB_OK && civil_compare(&act.at, &ticket.at) > 0);
    *service = later ? act : ticket;
    if (serving.year && civil_compare(&serving, &service->at) >= 0)
        return DB_NONE;
    enum rating_verdict may = verdict(db, arena, now, service);
    return may == RATING_OPEN ? DB_OK : may == RATING_FAIL ? DB_FAIL : DB_NONE;
}

static enum db_result ended_here(struct db *db, struct arena *arena, uint64_t counter, struct rated what,
                                 const char *today)
{
    struct db_row row;
    if (what.kind == RATED_TICKET)
        return db_one(db, arena,
                      "select 1 from rated_ticket where ticket_id = ? and counter_id = ? and service_date = ?",
                      DB_ARGS(db_id(what.id), db_id(counter), db_text(today)), &row);
    return db_one(db, arena,
                  "select 1 from rated_counter c join rated_act a on a.officer_id = c.officer_id"
                  " where c.counter_id = ? and a.dossier_id = ? and (a.act = 'received') = ? and a.at >= ? limit 1",
                  DB_ARGS(db_id(counter), db_id(what.id), db_number(what.kind == RATED_RECEIVED), db_text(today)),
                  &row);
}

enum rating_verdict rating_from_counter(struct db *db, struct arena *arena, uint64_t counter, struct rated what,
                                        const struct civil *now, struct rated_service *service)
{
    char today[DATE_TEXT_MAX];
    date_format_iso(today, now);
    service_empty(service, what);
    enum db_result here = ended_here(db, arena, counter, what, today);
    if (here != DB_OK)
        return here == DB_NONE ? RATING_UNKNOWN : RATING_FAIL;
    return rating_service(db, arena, what, now, service);
}

/* ---- portraits -------------------------------------------------------------------------------------- */

enum db_result rating_photo(struct db *db, struct arena *arena, uint64_t officer, struct officer_photo *photo)
{
    struct db_row row;
    enum db_result found = db_one(db, arena, "select type, picture from user_photo where user_id = ?",
                                  DB_ARGS(db_id(officer)), &row);
    if (found != DB_OK)
        return found;
    photo->type = strcmp(row.text[0], "png") == 0 ? "image/png" : "image/jpeg";
    photo->bytes = row.text[1];
    photo->n = row.length[1];
    return DB_OK;
}

enum db_result rating_photo_there(struct db *db, struct arena *arena, uint64_t officer)
{
    struct db_row row;
    return db_one(db, arena, "select 1 from user_photo where user_id = ?", DB_ARGS(db_id(officer)), &row);
}
