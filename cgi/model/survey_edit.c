/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/survey_edit.h"

#include <string.h>

enum { ASIDE = 1000 /* a place no question has */ };

enum db_result survey_list(struct db *db, struct data *data, const char *list)
{
    return db_rows(db, data, list,
                   "select s.code as Code, s.title as Title, s.title_en as TitleEn, s.state as State,"
                   " s.from_date as FromDay, s.to_date as ToDay,"
                   " (select count(*) from survey_reply r where r.survey_id = s.id) as Replies"
                   " from survey s order by s.from_date desc, s.id desc limit 100",
                   DB_ARGS());
}

/* ---- the whole ------------------------------------------------------------------------------------- */

static enum survey_verdict of_result(enum db_result result)
{
    return result == DB_OK ? SURVEY_DONE : result == DB_NONE ? SURVEY_MOVED : SURVEY_FAIL;
}

/* Nobody else may change it in this transaction any more. */
static enum survey_verdict draft_take(struct db *db, const struct survey *survey, unsigned version)
{
    return of_result(db_exec(db,
                             "update survey set version = version + 1 where id = ? and version = ? and state = 'draft'",
                             DB_ARGS(db_id(survey->id), db_number(version))));
}

static enum db_result questions_copy(struct db *db, uint64_t to, const char *like)
{
    if (db_exec(db,
                "insert into survey_question (survey_id, position, factor, kind, text, text_en, is_needed)"
                " select ?, q.position, q.factor, q.kind, q.text, q.text_en, q.is_needed"
                " from survey_question q join survey s on s.id = q.survey_id where s.code = ?",
                DB_ARGS(db_id(to), db_text(like))) == DB_FAIL)
        return DB_FAIL;
    return db_exec(db,
                   "insert into survey_choice (question_id, value, text, text_en)"
                   " select n.id, c.value, c.text, c.text_en from survey s"
                   " join survey_question q on q.survey_id = s.id join survey_choice c on c.question_id = q.id"
                   " join survey_question n on n.survey_id = ? and n.position = q.position where s.code = ?",
                   DB_ARGS(db_id(to), db_text(like))) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

enum survey_verdict survey_begin(struct db *db, const char *code, const struct survey_head *head, const char *like,
                                 uint64_t by, const struct civil *now)
{
    char from[DATE_TEXT_MAX], to[DATE_TEXT_MAX], at[DATE_TEXT_MAX];
    date_format_iso(from, &head->from);
    date_format_iso(to, &head->to);
    date_format_iso_time(at, now);
    if (db_exec(db,
                "insert into survey (code, title, title_en, intro, intro_en, from_date, to_date, created_at,"
                " created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                DB_ARGS(db_text(code), db_text(head->title), db_text(head->title_en), db_text(head->intro),
                        db_text(head->intro_en), db_text(from), db_text(to), db_text(at), db_id(by))) != DB_OK)
        return db_last_error(db) == DB_ERROR_DUPLICATE ? SURVEY_TAKEN : SURVEY_FAIL;
    uint64_t id = db_inserted(db);
    return *like && questions_copy(db, id, like) == DB_FAIL ? SURVEY_FAIL : SURVEY_DONE;
}

enum survey_verdict survey_head_save(struct db *db, const struct survey *survey, unsigned version,
                                     const struct survey_head *head)
{
    char from[DATE_TEXT_MAX], to[DATE_TEXT_MAX];
    date_format_iso(from, &head->from);
    date_format_iso(to, &head->to);
    return of_result(db_exec(db,
                             "update survey set title = ?, title_en = ?, intro = ?, intro_en = ?, from_date = ?,"
                             " to_date = ?, version = version + 1 where id = ? and version = ? and state = 'draft'",
                             DB_ARGS(db_text(head->title), db_text(head->title_en), db_text(head->intro),
                                     db_text(head->intro_en), db_text(from), db_text(to), db_id(survey->id),
                                     db_number(version))));
}

enum survey_verdict survey_open(struct db *db, const struct survey *survey, unsigned version)
{
    if (survey->n == 0)
        return SURVEY_EMPTY;
    return of_result(db_exec(db,
                             "update survey set state = 'open', version = version + 1 where id = ? and version = ?"
                             " and state = 'draft'",
                             DB_ARGS(db_id(survey->id), db_number(version))));
}

enum survey_verdict survey_close(struct db *db, const struct survey *survey, unsigned version)
{
    return of_result(db_exec(db,
                             "update survey set state = 'closed', version = version + 1 where id = ? and version = ?"
                             " and state = 'open'",
                             DB_ARGS(db_id(survey->id), db_number(version))));
}

/* ---- one question ------------------------------------------------------------------------------------- */

/* The places behind close up, or make room; one row after the other, since no two may have the same. */
static enum db_result places_close(struct db *db, const struct survey *survey, int behind)
{
    return db_exec(db,
                   "update survey_question set position = position - 1 where survey_id = ? and position > ?"
                   " and position < 1000 order by position",
                   DB_ARGS(db_id(survey->id), db_number(behind)));
}

static enum db_result places_open(struct db *db, const struct survey *survey, int from)
{
    return db_exec(db,
                   "update survey_question set position = position + 1 where survey_id = ? and position >= ?"
                   " and position < 1000 order by position desc",
                   DB_ARGS(db_id(survey->id), db_number(from)));
}

static const struct survey_question *stored(const struct survey *survey, uint64_t id)
{
    for (size_t i = 0; i < survey->n; i++)
        if (survey->questions[i].id == id)
            return &survey->questions[i];
    return NULL;
}

static enum db_result choices_write(struct db *db, struct arena *arena, const struct survey_question *q)
{
    struct db_value *values = arena_take_array(arena, 4 * q->n + 1, sizeof *values);
    for (size_t i = 0; i < q->n; i++) {
        values[4 * i] = db_id(q->id);
        values[4 * i + 1] = db_number(q->choices[i].value);
        values[4 * i + 2] = db_text(q->choices[i].text);
        values[4 * i + 3] = db_text(q->choices[i].text_en);
    }
    if (db_exec(db, "delete from survey_choice where question_id = ?", DB_ARGS(db_id(q->id))) == DB_FAIL)
        return DB_FAIL;
    return db_exec_rows(db, arena, "insert into survey_choice (question_id, value, text, text_en) values ",
                        "(?, ?, ?, ?)", values, q->n);
}

/* A new one, or an old one put aside, so that its place is free. */
static enum db_result question_write(struct db *db, const struct survey *survey, struct survey_question *q)
{
    struct db_value factor = db_text(survey_factor_names[q->factor]), kind = db_text(survey_kind_names[q->kind]);
    if (q->id)
        return db_exec(db,
                       "update survey_question set position = ?, factor = ?, kind = ?, text = ?, text_en = ?,"
                       " is_needed = ? where id = ?",
                       DB_ARGS(db_number(ASIDE), factor, kind, db_text(q->text), db_text(q->text_en),
                               db_number(q->needed), db_id(q->id)));
    enum db_result result = db_exec(
        db,
        "insert into survey_question (survey_id, position, factor, kind, text, text_en, is_needed)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        DB_ARGS(db_id(survey->id), db_number(ASIDE), factor, kind, db_text(q->text), db_text(q->text_en),
                db_number(q->needed)));
    q->id = db_inserted(db);
    return result;
}

enum survey_verdict survey_question_save(struct db *db, struct arena *arena, const struct survey *survey,
                                         unsigned version, const struct survey_question *question)
{
    struct survey_question q = *question;
    const struct survey_question *old = stored(survey, q.id);
    if (!old && survey->n >= SURVEY_QUESTIONS_MAX)
        return SURVEY_FULL;
    int last = (int)survey->n + (old ? 0 : 1);
    int position = q.position < 1 || q.position > last ? last : q.position;
    enum survey_verdict taken = draft_take(db, survey, version);
    if (taken != SURVEY_DONE)
        return taken;
    if (question_write(db, survey, &q) != DB_OK || (old && places_close(db, survey, old->position) == DB_FAIL) ||
        places_open(db, survey, position) == DB_FAIL ||
        db_exec(db, "update survey_question set position = ? where id = ?",
                DB_ARGS(db_number(position), db_id(q.id))) != DB_OK)
        return SURVEY_FAIL;
    return choices_write(db, arena, &q) == DB_OK ? SURVEY_DONE : SURVEY_FAIL;
}

enum survey_verdict survey_question_drop(struct db *db, const struct survey *survey, unsigned version,
                                         const struct survey_question *question)
{
    enum survey_verdict taken = draft_take(db, survey, version);
    if (taken != SURVEY_DONE)
        return taken;
    if (db_exec(db, "delete from survey_choice where question_id = ?", DB_ARGS(db_id(question->id))) == DB_FAIL ||
        db_exec(db, "delete from survey_question where id = ?", DB_ARGS(db_id(question->id))) != DB_OK ||
        places_close(db, survey, question->position) == DB_FAIL)
        return SURVEY_FAIL;
    return SURVEY_DONE;
}
