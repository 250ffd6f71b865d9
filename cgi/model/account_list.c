/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/account_list.h"

#include <stdlib.h>

#include "lib/date.h"

static void put_day(struct data *item, const char *name, const char *text)
{
    struct civil day;
    char out[DATE_TEXT_MAX];
    data_set(item, name, text && civil_parse(text, &day) ? date_format_day(out, &day) : "");
}

struct listing {
    struct data *data;
    const char *list;
    size_t n, most;
    bool more;
};

/* ---- grants and substitution ----------------------------------------------------------------- */

static bool grant_row(void *context, const struct db_row *row)
{
    const struct listing *listing = context;
    struct data *item = data_add(listing->data, listing->list);
    data_set(item, "Id", row->text[0]);
    data_set(item, "Role", row->text[1]);
    data_set(item, "Agency", row->text[2]);
    put_day(item, "From", row->text[3]);
    put_day(item, "To", row->text[4]);
    data_set(item, "State", row->text[5]);
    return true;
}

enum db_result account_grants(struct db *db, struct data *data, const char *list, uint64_t user,
                              const struct civil *today, bool all)
{
    char day[DATE_TEXT_MAX];
    date_format_iso(day, today);
    return db_each(db,
                   "select g.id, g.role, ifnull(a.name, ''), g.from_date, g.to_date,"
                   " case when g.withdrawn_at is not null then 'withdrawn'"
                   "  when g.to_date < m.day then 'over' when g.from_date > m.day then 'later'"
                   "  else 'now' end as state"
                   " from (select cast(? as date) as day) m"
                   " join role_grant g on g.user_id = ? left join agency a on a.id = g.agency_id"
                   " having ? or state = 'now'"
                   " order by field(state, 'now', 'later', 'over', 'withdrawn'), g.role, a.name",
                   DB_ARGS(db_text(day), db_number((int64_t)user), db_number(all)), grant_row,
                   &(struct listing){.data = data, .list = list});
}

static bool absent_row(void *context, const struct db_row *row)
{
    const struct listing *listing = context;
    struct data *item = data_add(listing->data, listing->list);
    data_set(item, "Name", row->text[0]);
    data_set(item, "Unit", row->text[1]);
    put_day(item, "From", row->text[2]);
    put_day(item, "To", row->text[3]);
    return true;
}

enum db_result account_stands_in(struct db *db, struct data *data, const char *list, uint64_t user,
                                 const struct civil *today)
{
    char day[DATE_TEXT_MAX];
    date_format_iso(day, today);
    return db_each(db,
                   "select o.name, a.name, v.from_date, v.to_date from substitution v"
                   " join user o on o.id = v.absent_id and o.disabled_at is null"
                   " join agency a on a.id = o.agency_id"
                   " where v.substitute_id = ? and v.from_date <= ? and v.to_date >= ?"
                   " and v.withdrawn_at is null order by o.name",
                   DB_ARGS(db_number((int64_t)user), db_text(day), db_text(day)), absent_row,
                   &(struct listing){.data = data, .list = list});
}

/* ---- people ------------------------------------------------------------------------------------ */

static void put_person(struct data *item, const struct db_row *row)
{
    data_set(item, "Id", row->text[0]);
    data_set(item, "Login", row->text[1]);
    data_set(item, "Name", row->text[2]);
    data_set(item, "Title", row->text[3]);
    data_set(item, "Unit", row->text[4]);
    data_set_flag(item, "Disabled", row->text[5] != NULL);
}

static bool person_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    if (listing->n++ == listing->most) {
        listing->more = true;
        return false;
    }
    put_person(data_add(listing->data, listing->list), row);
    return true;
}

enum db_result account_search(struct db *db, struct data *data, const char *list, const char *query,
                              int page, bool *more)
{
    struct listing listing = {.data = data, .list = list, .most = ACCOUNT_PAGE};
    enum db_result result =
        db_each(db,
                "select u.id, u.login, u.name, u.title, a.name, u.disabled_at"
                " from user u join agency a on a.id = u.agency_id"
                " where ? = '' or u.name like concat('%', ?, '%') or u.login like concat('%', lower(?), '%')"
                "  or a.name like concat('%', ?, '%')"
                "  or a.code = ? or a.short = ?"
                " order by u.disabled_at is not null, u.login limit ? offset ?",
                DB_ARGS(db_text(query), db_text(query), db_text(query), db_text(query),
                        db_text(query), db_text(query), db_number(ACCOUNT_PAGE + 1),
                        db_number((int64_t)(page - 1) * ACCOUNT_PAGE)),
                person_row, &listing);
    *more = listing.more;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result account_read(struct db *db, struct arena *arena, struct data *node, uint64_t user)
{
    struct db_row row;
    enum db_result found =
        db_one(db, arena,
               "select u.id, u.login, u.name, u.title, a.name, u.disabled_at, u.email, u.phone,"
               " u.password_hash is null, u.password_changed_at is null, u.totp_sealed is not null"
               " from user u join agency a on a.id = u.agency_id where u.id = ?",
               DB_ARGS(db_number((int64_t)user)), &row);
    if (found != DB_OK)
        return found;
    put_person(node, &row);
    data_set(node, "Email", row.text[6]);
    data_set(node, "Phone", row.text[7]);
    data_set_flag(node, "NoPassword", row.text[8][0] == '1');
    data_set_flag(node, "FirstPassword", row.text[9][0] == '1');
    data_set_flag(node, "HasApp", row.text[10][0] == '1');
    return DB_OK;
}

enum db_result account_agencies(struct db *db, struct data *data, const char *list)
{
    return db_rows(db, data, list,
                   "select code as Value, concat(name, ' (', code, ')') as Text from agency"
                   " where kind <> 'generic' and valid_to is null"
                   " order by parent_id is not null, name, id",
                   DB_ARGS());
}
