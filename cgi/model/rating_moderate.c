/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_moderate.h"

enum db_result rating_words_new(struct db *db, struct data *data, const char *list, const char *units,
                               uint64_t viewer)
{
    return db_rows(db, data, list,
                   "select w.id as Id, date_format(w.month, '%m/%Y') as Month, ifnull(u.name, '') as Officer,"
                   " a.name as Unit, if(w.is_low, '1', '') as Low, w.words as Words"
                   " from rating_word w join agency a on a.id = w.unit_id left join user u on u.id = w.officer_id"
                   " where w.state = 'new' and not w.officer_id <=> ? and (? is null or w.unit_id in"
                   " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s))"
                   " order by w.month, w.id limit 100",
                   DB_ARGS(db_id(viewer), db_text(units), db_text(units)));
}

enum db_result rating_words_decide(struct db *db, uint64_t id, bool show, const char *units, uint64_t by,
                                   const struct civil *now)
{
    char at[DATE_TEXT_MAX];
    date_format_iso_time(at, now);
    return db_exec(db,
                   "update rating_word set state = ?, moderated_by = ?, moderated_at = ? where id = ? and state = 'new'"
                   " and not officer_id <=> ?"
                   " and (? is null or unit_id in"
                   " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s))",
                   DB_ARGS(db_text(show ? "shown" : "hidden"), db_id(by), db_text(at), db_number((int64_t)id),
                           db_id(by), db_text(units), db_text(units)));
}

enum db_result rating_words_shown(struct db *db, struct data *data, const char *list, const struct rating_query *query)
{
    char from[DATE_TEXT_MAX], to[DATE_TEXT_MAX];
    struct db_value officer = db_id(query->officer), unit = db_id(query->unit);
    date_format_iso(from, &query->period.from);
    date_format_iso(to, &query->period.to);
    return db_rows(db, data, list,
                   "select date_format(w.month, '%m/%Y') as Month, ifnull(u.name, a.name) as Officer, w.words as Words"
                   " from rating_word w join agency a on a.id = w.unit_id left join user u on u.id = w.officer_id"
                   " where w.state = 'shown' and w.month >= ? and w.month < ? and (? is null or w.officer_id = ?)"
                   " and (? is null or w.unit_id = ?) and (? is null or w.unit_id in"
                   " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s))"
                   " and (w.officer_id is null or (select count(*) from rating r where r.officer_id = w.officer_id"
                   " and r.quarter >= ? and r.quarter < ?) >= ?)"
                   " order by w.month desc, w.id limit 50",
                   DB_ARGS(db_text(from), db_text(to), officer, officer, unit, unit, db_text(query->units),
                           db_text(query->units), db_text(from), db_text(to), db_number(RATING_FEWEST)));
}
