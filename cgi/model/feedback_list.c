/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Cases of feedback as those see them who follow them up.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/data.h"
#include "model/feedback_work.h"

enum { HISTORY_MOST = 200 };

/* Five values: leads, agencies twice, user twice. */
#define VISIBLE                                                                                    \
    " not c.officer_id <=> ? and (c.owner_id = ? or (? and (? is null or c.agency_id is null or c.agency_id in" \
    " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s))))"
#define VIEWER(v)                                                                                  \
    db_id((v)->user), db_id((v)->user), db_number((v)->leads), db_text((v)->agencies), db_text((v)->agencies)

#define COLUMNS                                                                                    \
    "c.id, ifnull(c.owner_id, 0), ifnull(c.agency_id, 0), c.kind, c.subject, c.state, ifnull(c.outcome, ''),"  \
    " ifnull(w.words, c.words), ifnull(a.name, ''), ifnull(a.name_en, ''), ifnull(u.name, ''), ifnull(u.login, '')," \
    " c.contact_name, c.contact, c.dossier_number, c.answer, c.public_words, c.received_at, c.due_at,"         \
    " c.answered_at, c.closed_at, c.is_published, c.code_hash is not null, c.version"
#define FROM                                                                                       \
    " from feedback_case c left join rating_word w on w.id = c.word_id left join agency a on a.id = c.agency_id" \
    " left join user u on u.id = c.owner_id"

static struct civil moment(const char *text)
{
    struct civil at = {0};
    if (text)
        civil_parse(text, &at);
    return at;
}

static void row_take(struct arena *arena, const struct db_row *from, struct feedback_row *row)
{
    const char *const *t = from->text;
    const char **texts[] = {&row->kind,         &row->subject,        &row->state,          &row->outcome,
                            &row->words,        &row->agency_name,    &row->agency_name_en, &row->owner_name,
                            &row->owner_login,  &row->contact_name,   &row->contact,        &row->dossier_number,
                            &row->answer,       &row->public_words};
    row->id = strtoull(t[0], NULL, 10);
    row->owner = strtoull(t[1], NULL, 10);
    row->agency = strtoull(t[2], NULL, 10);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_copy(arena, t[3 + i]);
    row->received_at = moment(t[17]);
    row->due_at = moment(t[18]);
    row->answered_at = moment(t[19]);
    row->closed_at = moment(t[20]);
    row->published = t[21][0] == '1';
    row->followed = t[22][0] == '1';
    row->version = (unsigned)strtoul(t[23], NULL, 10);
}

struct listing {
    struct arena *arena;
    struct feedback_row *rows;
    size_t n;
};

static bool list_row(void *context, const struct db_row *row)
{
    struct listing *list = context;
    row_take(list->arena, row, &list->rows[list->n++]);
    return list->n < FEEDBACK_PAGE;
}

static const char *const lists[FEEDBACK_TABS] = {
    [FEEDBACK_OPEN] = "select " COLUMNS FROM " where c.state in ('new', 'assigned') and" VISIBLE
                      " order by c.due_at, c.id limit 50 offset ?",
    [FEEDBACK_MINE] = "select " COLUMNS FROM " where c.state <> 'closed' and" VISIBLE
                      " and c.owner_id = ? order by c.state = 'answered', c.due_at, c.id limit 50 offset ?",
    [FEEDBACK_ANSWERED] = "select " COLUMNS FROM " where c.state = 'answered' and" VISIBLE
                          " order by c.answered_at, c.id limit 50 offset ?",
    [FEEDBACK_CLOSED] = "select " COLUMNS FROM " where c.state = 'closed' and" VISIBLE
                        " order by c.closed_at desc, c.id desc limit 50 offset ?",
};

enum db_result feedback_list(struct db *db, struct arena *arena, const struct feedback_viewer *viewer,
                             enum feedback_tab tab, size_t skip, struct feedback_row **rows, size_t *n)
{
    struct listing list = {arena, arena_take_array(arena, FEEDBACK_PAGE, sizeof *list.rows), 0};
    struct db_value from = db_number((int64_t)skip);
    enum db_result found =
        tab == FEEDBACK_MINE
            ? db_each(db, lists[tab], DB_ARGS(VIEWER(viewer), db_id(viewer->user), from), list_row, &list)
            : db_each(db, lists[tab], DB_ARGS(VIEWER(viewer), from), list_row, &list);
    *rows = list.rows;
    *n = list.n;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result feedback_counts(struct db *db, struct arena *arena, const struct feedback_viewer *viewer,
                               int64_t counts[FEEDBACK_TABS])
{
    struct db_row row;
    if (db_one(db, arena,
               "select sum(c.state in ('new', 'assigned')), sum(c.state <> 'closed' and c.owner_id <=> ?),"
               " sum(c.state = 'answered'), sum(c.state = 'closed') from feedback_case c where" VISIBLE,
               DB_ARGS(db_id(viewer->user), VIEWER(viewer)), &row) != DB_OK)
        return DB_FAIL;
    for (int i = 0; i < FEEDBACK_TABS; i++)
        counts[i] = row.text[i] ? strtoll(row.text[i], NULL, 10) : 0;
    return DB_OK;
}

enum db_result feedback_read(struct db *db, struct arena *arena, const struct feedback_viewer *viewer, uint64_t id,
                             struct feedback_row *row)
{
    struct db_row found;
    enum db_result result = db_one(db, arena, "select " COLUMNS FROM " where c.id = ? and" VISIBLE,
                                   DB_ARGS(db_number((int64_t)id), VIEWER(viewer)), &found);
    if (result == DB_OK)
        row_take(arena, &found, row);
    return result;
}

/* ---- history -------------------------------------------------------------------------------------------- */

struct remembering {
    struct arena *arena;
    struct feedback_entry *entries;
    size_t n;
};

static bool entry_row(void *context, const struct db_row *row)
{
    struct remembering *r = context;
    r->entries[r->n++] =
        (struct feedback_entry){moment(row->text[0]), arena_copy(r->arena, row->text[1]),
                                arena_copy(r->arena, row->text[2]), arena_copy(r->arena, row->text[3])};
    return r->n < HISTORY_MOST;
}

enum db_result feedback_history(struct db *db, struct arena *arena, uint64_t id, struct feedback_entry **entries,
                                size_t *n)
{
    struct remembering r = {arena, arena_take_array(arena, HISTORY_MOST, sizeof *r.entries), 0};
    enum db_result found = db_each(db,
                                   "select e.at, e.kind, ifnull(u.name, ''), e.note from feedback_event e"
                                   " left join user u on u.id = e.user_id where e.case_id = ? order by e.seq limit 200",
                                   DB_ARGS(db_id(id)), entry_row, &r);
    *entries = r.entries;
    *n = r.n;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result feedback_owners(struct db *db, struct data *data, const char *list, const struct civil *today)
{
    char day[DATE_TEXT_MAX];
    date_format_iso(day, today);
    return db_rows(db, data, list,
                   "select distinct u.login as Login, u.name as Name, a.name as Unit from user u"
                   " join role_grant g on g.user_id = u.id join agency a on a.id = u.agency_id"
                   " where u.disabled_at is null and g.role in ('head', 'supervisor', 'manager')"
                   " and g.withdrawn_at is null and g.from_date <= ? and (g.to_date is null or g.to_date >= ?)"
                   " order by a.name, u.name limit 500",
                   DB_ARGS(db_text(day), db_text(day)));
}
