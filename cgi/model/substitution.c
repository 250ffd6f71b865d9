/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/substitution.h"

#include <stdlib.h>

#include "lib/clock.h"

#define PEOPLE_MOST 500

static bool below(const struct scope *over, const char *agency)
{
    return !over || scope_allows(over, ROLE_BIT(ROLE_HEAD), strtoull(agency, NULL, 10));
}

/* An open account below this head; 0: there is none. */
static enum db_result person(struct db *db, struct arena *arena, const char *login,
                             const struct scope *over, uint64_t *id)
{
    struct db_row row;
    *id = 0;
    enum db_result found =
        db_one(db, arena, "select id, agency_id from user where login = ? and disabled_at is null",
               DB_ARGS(db_text(login)), &row);
    if (found == DB_OK && below(over, row.text[1]))
        *id = strtoull(row.text[0], NULL, 10);
    return found;
}

/* A head lends no right that the head's own units do not have. */
static bool reaches_beyond(const struct scope *theirs, const struct scope *over)
{
    for (size_t i = 0; over && i < theirs->n; i++) {
        const struct reach *reach = &theirs->reach[i];
        if (reach->behalf == 0 && reach->role != ROLE_ADMIN &&
            !scope_allows(over, ROLE_BIT(ROLE_HEAD), reach->agency))
            return true;
    }
    return false;
}

enum substitution_verdict substitution_add(struct db *db, struct arena *arena, const char *absent,
                                           const char *substitute, const struct civil *from,
                                           const struct civil *to, uint64_t by,
                                           const struct scope *over)
{
    uint64_t away, instead;
    struct scope theirs;
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    if (person(db, arena, absent, over, &away) == DB_FAIL ||
        person(db, arena, substitute, over, &instead) == DB_FAIL)
        return SUBSTITUTION_FAIL;
    if (!away)
        return SUBSTITUTION_NO_ABSENT;
    if (!instead)
        return SUBSTITUTION_NO_SUBSTITUTE;
    if (away == instead)
        return SUBSTITUTION_SAME;
    if (scope_load(db, arena, away, from, &theirs) == DB_FAIL)
        return SUBSTITUTION_FAIL;
    if (reaches_beyond(&theirs, over))
        return SUBSTITUTION_TOO_WIDE;
    date_format_iso(first, from);
    date_format_iso(last, to);
    return db_exec(db,
                   "insert into substitution (absent_id, substitute_id, from_date, to_date, set_by)"
                   " values (?, ?, ?, ?, ?)",
                   DB_ARGS(db_number((int64_t)away), db_number((int64_t)instead), db_text(first),
                           db_text(last), db_number((int64_t)by))) == DB_OK
               ? SUBSTITUTION_GOOD
               : SUBSTITUTION_FAIL;
}

enum db_result substitution_end(struct db *db, struct arena *arena, uint64_t id, uint64_t by,
                                const struct scope *over, const char **absent)
{
    char now[DATE_TEXT_MAX];
    struct civil at = clock_now();
    struct db_row row;
    date_format_iso_time(now, &at);
    enum db_result found =
        db_one(db, arena,
               "select o.agency_id, o.login from substitution v join user o on o.id = v.absent_id"
               " where v.id = ? and v.withdrawn_at is null and v.to_date >= date(?) for update",
               DB_ARGS(db_number((int64_t)id), db_text(now)), &row);
    if (found != DB_OK)
        return found;
    if (!below(over, row.text[0]))
        return DB_NONE;
    *absent = row.text[1];
    return db_exec(db, "update substitution set withdrawn_at = ?, withdrawn_by = ? where id = ?",
                   DB_ARGS(db_text(now), db_number((int64_t)by), db_number((int64_t)id)));
}

/* ---- lists ------------------------------------------------------------------------------------ */

struct listing {
    struct data *data;
    const char *list;
    const struct scope *over;
    size_t n;
};

static void put_day(struct data *item, const char *name, const char *text)
{
    struct civil day;
    char out[DATE_TEXT_MAX];
    data_set(item, name, civil_parse(text, &day) ? date_format_day(out, &day) : "");
}

static bool substitution_row(void *context, const struct db_row *row)
{
    const struct listing *listing = context;
    if (!below(listing->over, row->text[1]))
        return true;
    struct data *item = data_add(listing->data, listing->list);
    data_set(item, "Id", row->text[0]);
    data_set(item, "Absent", row->text[2]);
    data_set(item, "AbsentUnit", row->text[3]);
    data_set(item, "Substitute", row->text[4]);
    put_day(item, "From", row->text[5]);
    put_day(item, "To", row->text[6]);
    return true;
}

enum db_result substitution_list(struct db *db, struct data *data, const char *list,
                                 const struct civil *today, const struct scope *over)
{
    char day[DATE_TEXT_MAX];
    date_format_iso(day, today);
    return db_each(db,
                   "select v.id, o.agency_id, o.name, a.name, s.name, v.from_date, v.to_date"
                   " from substitution v join user o on o.id = v.absent_id"
                   " join agency a on a.id = o.agency_id join user s on s.id = v.substitute_id"
                   " where v.withdrawn_at is null and v.to_date >= ?"
                   " order by v.from_date, o.name, v.id",
                   DB_ARGS(db_text(day)), substitution_row,
                   &(struct listing){.data = data, .list = list, .over = over});
}

static bool people_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    if (!below(listing->over, row->text[0]))
        return true;
    struct data *item = data_add(listing->data, listing->list);
    data_set(item, "Login", row->text[1]);
    data_set(item, "Name", row->text[2]);
    data_set(item, "Unit", row->text[3]);
    return ++listing->n < PEOPLE_MOST;
}

enum db_result substitution_people(struct db *db, struct data *data, const char *list,
                                   const struct scope *over)
{
    return db_each(db,
                   "select u.agency_id, u.login, u.name, a.name from user u"
                   " join agency a on a.id = u.agency_id where u.disabled_at is null order by u.name",
                   DB_ARGS(), people_row,
                   &(struct listing){.data = data, .list = list, .over = over});
}
