/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/feedback_work.h"

#include <stdlib.h>
#include <string.h>

#include "model/feedback_tell.h"

const char *const feedback_outcomes[] = {"founded", "partly", "unfounded", "outside", NULL};

static const char *moment_text(char out[DATE_TEXT_MAX], const struct civil *at)
{
    return date_format_iso_time(out, at);
}

/* ---- changing ----------------------------------------------------------------------------------------- */

static enum feedback_verdict of_result(enum db_result result)
{
    return result == DB_OK ? FEEDBACK_DONE : result == DB_NONE ? FEEDBACK_MOVED : FEEDBACK_FAIL;
}

/* The number follows from the rows there are; the case's row is locked by the change before. */
static enum feedback_verdict event_add(struct db *db, uint64_t id, const char *kind, const char *note,
                                       const struct feedback_viewer *viewer)
{
    char at[DATE_TEXT_MAX];
    enum db_result result =
        db_exec(db,
                "insert into feedback_event (case_id, seq, at, kind, user_id, note)"
                " select ?, 1 + count(*), ?, ?, ?, ? from feedback_event where case_id = ?",
                DB_ARGS(db_id(id), db_text(moment_text(at, &viewer->now)), db_text(kind), db_id(viewer->user),
                        db_text(note), db_id(id)));
    return result == DB_OK ? FEEDBACK_DONE : FEEDBACK_FAIL;
}

static enum feedback_verdict with_event(struct db *db, enum db_result changed, uint64_t id, const char *kind,
                                        const char *note, const struct feedback_viewer *viewer)
{
    enum feedback_verdict verdict = of_result(changed);
    return verdict == FEEDBACK_DONE ? event_add(db, id, kind, note, viewer) : verdict;
}

enum feedback_verdict feedback_assign(struct db *db, struct arena *arena, const struct feedback_row *row,
                                      unsigned version, const char *login, const struct feedback_viewer *viewer)
{
    struct db_row person;
    char today[DATE_TEXT_MAX];
    date_format_iso(today, &viewer->now);
    enum db_result found =
        db_one(db, arena,
               "select u.id, u.name from user u join feedback_case c on c.id = ?"
               " where u.login = ? and u.disabled_at is null"
               " and not u.id <=> c.officer_id and exists (select 1 from role_grant g where g.user_id = u.id"
               " and g.role in ('head', 'supervisor', 'manager') and g.withdrawn_at is null and g.from_date <= ?"
               " and (g.to_date is null or g.to_date >= ?))",
               DB_ARGS(db_id(row->id), db_text(login), db_text(today), db_text(today)), &person);
    if (found != DB_OK)
        return found == DB_NONE ? FEEDBACK_NO_PERSON : FEEDBACK_FAIL;
    return with_event(db,
                      db_exec(db,
                              "update feedback_case set owner_id = ?, state = if(state = 'new', 'assigned', state),"
                              " version = version + 1 where id = ? and version = ? and state in ('new', 'assigned')",
                              DB_ARGS(db_number(strtoll(person.text[0], NULL, 10)), db_id(row->id),
                                      db_number(version))),
                      row->id, "assigned", person.text[1], viewer);
}

enum feedback_verdict feedback_answer(struct db *db, struct arena *arena, const struct feedback_row *row,
                                      unsigned version, const char *answer, const struct feedback_viewer *viewer)
{
    char at[DATE_TEXT_MAX];
    moment_text(at, &viewer->now);
    enum feedback_verdict verdict =
        with_event(db,
                   db_exec(db,
                           "update feedback_case set answer = ?, answered_at = ifnull(answered_at, ?),"
                           " owner_id = ifnull(owner_id, ?), state = 'answered', version = version + 1"
                           " where id = ? and version = ? and state <> 'closed'",
                           DB_ARGS(db_text(answer), db_text(at), db_id(viewer->user), db_id(row->id),
                                   db_number(version))),
                   row->id, "answered", "", viewer);
    bool news = verdict == FEEDBACK_DONE && strcmp(answer, row->answer) != 0;
    return news && feedback_tell(db, arena, row->id, &viewer->now) != DB_OK ? FEEDBACK_FAIL : verdict;
}

enum feedback_verdict feedback_note(struct db *db, const struct feedback_row *row, unsigned version, const char *note,
                                    const struct feedback_viewer *viewer)
{
    return with_event(db,
                      db_exec(db, "update feedback_case set version = version + 1 where id = ? and version = ?",
                              DB_ARGS(db_id(row->id), db_number(version))),
                      row->id, "note", note, viewer);
}

enum feedback_verdict feedback_publish(struct db *db, const struct feedback_row *row, unsigned version,
                                       const char *words, const struct feedback_viewer *viewer)
{
    bool publish = *words != '\0';
    return with_event(db,
                      db_exec(db,
                              "update feedback_case set is_published = ?, public_words = ?, version = version + 1"
                              " where id = ? and version = ? and answer <> '' and kind = 'petition'",
                              DB_ARGS(db_number(publish), db_text(words), db_id(row->id), db_number(version))),
                      row->id, publish ? "published" : "withdrawn", "", viewer);
}

enum feedback_verdict feedback_close(struct db *db, const struct feedback_row *row, unsigned version,
                                     const char *outcome, const struct feedback_viewer *viewer)
{
    char at[DATE_TEXT_MAX];
    moment_text(at, &viewer->now);
    return with_event(db,
                      db_exec(db,
                              "update feedback_case set state = 'closed', outcome = ?, closed_at = ?,"
                              " version = version + 1 where id = ? and version = ? and state = 'answered'",
                              DB_ARGS(db_text(outcome), db_text(at), db_id(row->id), db_number(version))),
                      row->id, "closed", outcome, viewer);
}

enum feedback_verdict feedback_reopen(struct db *db, const struct feedback_row *row, unsigned version,
                                      const char *note, const struct feedback_viewer *viewer)
{
    return with_event(db,
                      db_exec(db,
                              "update feedback_case set state = 'answered', outcome = null, closed_at = null,"
                              " version = version + 1 where id = ? and version = ? and state = 'closed'",
                              DB_ARGS(db_id(row->id), db_number(version))),
                      row->id, "reopened", note, viewer);
}
