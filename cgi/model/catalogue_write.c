/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/catalogue_write.h"

#include <stdlib.h>

#include "lib/clock.h"
#include "lib/date.h"
#include "lib/text.h"
#include "model/workflow_use.h"

struct catalogue_writer {
    struct db *db;
    struct arena *arena;
    struct stored_catalogue stored;
    struct map *agencies; /* code → number, as pointers to int64_t */
    struct map *fields;
    struct map *forms;     /* code → its newest published edition */
    struct map *workflows;
    struct workflow_defaults defaults; /* what procedures without a workflow of their own take */
    bool changed;
    char now[DATE_TEXT_MAX];
};

/* ---- codes to numbers --------------------------------------------------------------------- */

struct codes {
    struct arena *arena;
    struct map *map;
};

static bool code_row(void *context, const struct db_row *row)
{
    struct codes *codes = context;
    int64_t *number = arena_take(codes->arena, sizeof *number);
    *number = strtoll(row->text[1], NULL, 10);
    map_put(codes->map, arena_copy(codes->arena, row->text[0]), number);
    return true;
}

static bool codes_read(struct catalogue_writer *writer, struct map **map, const char *sql)
{
    *map = map_open(writer->arena);
    struct codes codes = {writer->arena, *map};
    return db_each(writer->db, sql, DB_ARGS(), code_row, &codes) != DB_FAIL;
}

struct catalogue_writer *catalogue_writer_open(struct db *db, struct arena *arena)
{
    struct catalogue_writer *writer = arena_take(arena, sizeof *writer);
    writer->db = db;
    writer->arena = arena;
    struct civil now = clock_now();
    date_format_iso_time(writer->now, &now);
    bool good = codes_read(writer, &writer->agencies, "select code, id from agency") &&
                codes_read(writer, &writer->fields, "select code, id from field") &&
                codes_read(writer, &writer->forms,
                           "select f.code, max(r.id) from form f join form_rev r on r.form_id = f.id"
                           " where r.published_at is not null group by f.code") &&
                codes_read(writer, &writer->workflows,
                           "select w.code, max(r.id) from workflow w join workflow_rev r"
                           " on r.workflow_id = w.id where r.published_at is not null group by w.code") &&
                workflow_defaults_read(db, arena, &writer->defaults) != DB_FAIL &&
                catalogue_stored_load(db, arena, &writer->stored) != DB_FAIL;
    return good ? writer : NULL;
}

const struct stored *catalogue_writer_find(const struct catalogue_writer *writer, const char *code)
{
    return map_get(writer->stored.by_code, code);
}

bool catalogue_writer_has_agency(const struct catalogue_writer *writer, const char *code)
{
    return map_get(writer->agencies, code) != NULL;
}

/* A code's number as a value to bind; "" is NULL. */
static struct db_value number_or_null(const struct map *map, const char *code)
{
    const int64_t *number = *code ? map_get(map, code) : NULL;
    return number ? db_number(*number) : db_null();
}

static struct db_value text_or_null(const char *text)
{
    return *text ? db_text(text) : db_null();
}

static struct db_value known_or_null(int64_t number)
{
    return number >= 0 ? db_number(number) : db_null();
}

enum db_result catalogue_writer_field(struct catalogue_writer *writer, const char *code,
                                      const char *name, const char *name_en)
{
    if (map_get(writer->fields, code))
        return DB_OK;
    enum db_result result =
        db_exec(writer->db, "insert into field (code, name, name_en) values (?, ?, ?)",
                DB_ARGS(db_text(code), db_text(name), db_text(name_en)));
    if (result == DB_FAIL)
        return DB_FAIL;
    int64_t *number = arena_take(writer->arena, sizeof *number);
    *number = (int64_t)db_inserted(writer->db);
    map_put(writer->fields, arena_copy(writer->arena, code), number);
    writer->changed = true;
    return DB_OK;
}

/* ---- what cannot be stored ------------------------------------------------------------------ */

/* "1.001193", "2.000815.000.00.00.H09": as the table's own check has it. */
static bool code_is_plain(const char *code)
{
    size_t first = strspn(code, "0123456789");
    if (first < 1 || first > 2 || code[first] != '.')
        return false;
    code += first + 1;
    size_t second = strspn(code, "0123456789");
    if (second < 4 || second > 9)
        return false;
    for (code += second; *code == '.';) {
        size_t n = strspn(++code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (n < 1 || n > 4)
            return false;
        code += n;
    }
    return *code == '\0';
}

static const char *missing(struct catalogue_writer *writer, const char *what, const char *code)
{
    return arena_format(writer->arena, "there is no %s \"%s\"", what, code);
}

static const char *codes_missing(struct catalogue_writer *writer,
                                 const struct procedure_record *record)
{
    for (size_t i = 0; i < record->n_agencies; i++)
        if (!map_get(writer->agencies, record->agencies[i]))
            return missing(writer, "agency", record->agencies[i]);
    if (!map_get(writer->fields, record->field))
        return missing(writer, "field", record->field);
    if (*record->workflow && !map_get(writer->workflows, record->workflow))
        return missing(writer, "published workflow", record->workflow);
    if (*record->form && !map_get(writer->forms, record->form))
        return missing(writer, "published form", record->form);
    for (size_t i = 0; i < record->n_papers; i++)
        if (*record->papers[i].form && !map_get(writer->forms, record->papers[i].form))
            return missing(writer, "published form", record->papers[i].form);
    return NULL;
}

/* NULL when the record can be stored. */
static const char *reason_against(struct catalogue_writer *writer,
                                  const struct procedure_record *record)
{
    static const struct {
        size_t offset;
        size_t most; /* characters */
        const char *what;
    } limits[] = {
        {offsetof(struct procedure_record, code), 24, "code"},
        {offsetof(struct procedure_record, short_code), 8, "short code"},
        {offsetof(struct procedure_record, name), 1500, "name"},
        {offsetof(struct procedure_record, official_name), 1500, "official name"},
        {offsetof(struct procedure_record, name_en), 500, "English name"},
        {offsetof(struct procedure_record, promulgator), 250, "promulgator"},
        {offsetof(struct procedure_record, term_note), 1000, "note on the time limit"},
        {offsetof(struct procedure_record, fee_note), 1000, "note on fees"},
        {offsetof(struct procedure_record, source_note), 300, "note on the source"},
    };
    if (!code_is_plain(record->code))
        return arena_format(writer->arena, "\"%.40s\" is no procedure code", record->code);
    if (!*record->name)
        return "the name is empty";
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        const char *const *text = (const void *)((const char *)record + limits[i].offset);
        if (text_count(*text) > limits[i].most)
            return arena_format(writer->arena, "the %s is longer than %zu letters", limits[i].what,
                                limits[i].most);
    }
    if ((record->term_value >= 0) != (*record->term_unit != '\0'))
        return "the time limit lacks its number or its unit";
    if (record->service_level < 1 || record->service_level > 4)
        return "the service level is not 1 to 4";
    return codes_missing(writer, record);
}

/* ---- writing ----------------------------------------------------------------------------------- */

static bool agencies_write(struct catalogue_writer *writer, int64_t id, bool new,
                           const struct procedure_record *record)
{
    if (!new && db_exec(writer->db, "delete from procedure_agency where procedure_id = ?",
                        DB_ARGS(db_number(id))) == DB_FAIL)
        return false;
    for (size_t i = 0; i < record->n_agencies; i++)
        if (db_exec(writer->db,
                    "insert into procedure_agency (procedure_id, agency_id) values (?, ?)",
                    DB_ARGS(db_number(id), number_or_null(writer->agencies, record->agencies[i]))) ==
            DB_FAIL)
            return false;
    return true;
}

static bool head_write(struct catalogue_writer *writer, int64_t *id,
                       const struct procedure_record *record)
{
    struct db_value short_code = text_or_null(record->short_code);
    struct db_value agency = number_or_null(writer->agencies, record->agency);
    struct db_value field = number_or_null(writer->fields, record->field);
    bool new = *id == 0;
    enum db_result result;
    if (!new)
        result = db_exec(writer->db,
                         "update `procedure` set short_code = ?, agency_id = ?, field_id = ?,"
                         " source = ?, promulgator = ?, yearly_count = ?, is_popular = ?,"
                         " search_words = ? where id = ?",
                         DB_ARGS(short_code, agency, field, db_text(record->source),
                                 db_text(record->promulgator), db_number(record->yearly_count),
                                 db_number(record->popular), db_text(record->search_words),
                                 db_number(*id)));
    else
        result = db_exec(writer->db,
                         "insert into `procedure` (short_code, agency_id, field_id, source,"
                         " promulgator, yearly_count, is_popular, search_words, code)"
                         " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         DB_ARGS(short_code, agency, field, db_text(record->source),
                                 db_text(record->promulgator), db_number(record->yearly_count),
                                 db_number(record->popular), db_text(record->search_words),
                                 db_text(record->code)));
    if (result == DB_FAIL)
        return false;
    if (new)
        *id = (int64_t)db_inserted(writer->db);
    return agencies_write(writer, *id, new, record);
}

static bool papers_write(struct catalogue_writer *writer, int64_t rev,
                         const struct procedure_record *record)
{
    for (size_t i = 0; i < record->n_papers; i++) {
        const struct paper *paper = &record->papers[i];
        if (db_exec(writer->db,
                    "insert into component (rev_id, position, case_text, name, name_en, originals,"
                    " copies, is_required, is_shown_only, note, form_rev_id)"
                    " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    DB_ARGS(db_number(rev), db_number((int64_t)i + 1), db_text(paper->case_text),
                            db_text(paper->name), db_text(paper->name_en),
                            db_number(paper->originals), db_number(paper->copies),
                            db_number(!paper->optional), db_number(paper->shown_only),
                            db_text(paper->note), number_or_null(writer->forms, paper->form))) ==
            DB_FAIL)
            return false;
    }
    return true;
}

static bool charges_write(struct catalogue_writer *writer, int64_t rev,
                          const struct procedure_record *record)
{
    for (size_t i = 0; i < record->n_charges; i++) {
        const struct charge *charge = &record->charges[i];
        if (db_exec(writer->db,
                    "insert into fee_rule (rev_id, position, kind, name, amount, online_amount,"
                    " note, paid_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    DB_ARGS(db_number(rev), db_number((int64_t)i + 1), db_text(charge->kind),
                            db_text(charge->name), known_or_null(charge->amount),
                            known_or_null(charge->online_amount), db_text(charge->note),
                            db_text(charge->paid_at))) == DB_FAIL)
            return false;
    }
    return true;
}

static bool bases_write(struct catalogue_writer *writer, int64_t rev,
                        const struct procedure_record *record)
{
    for (size_t i = 0; i < record->n_bases; i++) {
        const struct basis *basis = &record->bases[i];
        if (db_exec(writer->db,
                    "insert into legal_basis (rev_id, position, number, title, issued_on, issuer)"
                    " values (?, ?, ?, ?, ?, ?)",
                    DB_ARGS(db_number(rev), db_number((int64_t)i + 1), db_text(basis->number),
                            db_text(basis->title), text_or_null(basis->issued_on),
                            db_text(basis->issuer))) == DB_FAIL)
            return false;
    }
    return true;
}

/* All at once: bit n of the set is the n-th word of the column's enum. */
static bool audiences_write(struct catalogue_writer *writer, int64_t rev, unsigned audiences)
{
    return !audiences ||
           db_exec(writer->db,
                   "insert into procedure_audience (rev_id, audience) select ?, n.place from"
                   " (select 1 as place union all select 2 union all select 3 union all select 4"
                   " union all select 5 union all select 6 union all select 7 union all select 8"
                   " union all select 9 union all select 10) n where ? & (1 << (n.place - 1))",
                   DB_ARGS(db_number(rev), db_number(audiences))) != DB_FAIL;
}

/* The newest edition of its own workflow, or of the default one its time limit asks for. */
static struct db_value workflow_of(const struct catalogue_writer *writer, const struct procedure_record *r)
{
    const char *code =
        *r->workflow ? r->workflow : workflow_default_for(&writer->defaults, r->term_value, r->term_unit);
    return number_or_null(writer->workflows, code);
}

static bool rev_write(struct catalogue_writer *writer, int64_t id, int64_t rev_no,
                      const struct procedure_record *r, int64_t *rev)
{
    enum db_result result = db_exec(
        writer->db,
        "insert into procedure_rev (procedure_id, rev_no, name, official_name, name_en, steps,"
        " submit_text, subjects, conditions, result_text, authority_text, note, term_value,"
        " term_unit, term_note, fee_amount, fee_online_amount, fee_note, service_level,"
        " is_full_online, at_province, at_district, at_commune, by_counter, by_online, by_post,"
        " workflow_rev_id, form_rev_id, raw, source_note, created_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?)",
        DB_ARGS(db_number(id), db_number(rev_no), db_text(r->name), db_text(r->official_name),
                db_text(r->name_en), db_text(r->steps), db_text(r->submit), db_text(r->subjects),
                db_text(r->conditions), db_text(r->results), db_text(r->authority),
                db_text(r->note), known_or_null(r->term_value), text_or_null(r->term_unit),
                db_text(r->term_note), known_or_null(r->fee_amount),
                known_or_null(r->fee_online_amount), db_text(r->fee_note),
                db_number(r->service_level), db_number(r->full_online), db_number(r->at_province),
                db_number(r->at_district), db_number(r->at_commune), db_number(r->by_counter),
                db_number(r->by_online), db_number(r->by_post),
                workflow_of(writer, r), number_or_null(writer->forms, r->form),
                db_text(r->raw), db_text(r->source_note), db_text(writer->now)));
    *rev = (int64_t)db_inserted(writer->db);
    return result != DB_FAIL;
}

/* A draft takes its parts, then it is published and from then on fixed. */
static bool edition_write(struct catalogue_writer *writer, int64_t id, int64_t rev_no,
                          const struct procedure_record *record)
{
    int64_t rev;
    return rev_write(writer, id, rev_no, record, &rev) &&
           audiences_write(writer, rev, record->audiences) && papers_write(writer, rev, record) &&
           charges_write(writer, rev, record) && bases_write(writer, rev, record) &&
           db_exec(writer->db,
                   "update procedure_rev r join `procedure` p on p.id = r.procedure_id"
                   " set r.published_at = ?, p.current_rev_id = r.id where r.id = ?",
                   DB_ARGS(db_text(writer->now), db_number(rev))) != DB_FAIL;
}

/* A default workflow is not a procedure's own: which of them it takes follows from its time limit. */
static const struct procedure_record *without_default(struct catalogue_writer *writer,
                                                      const struct procedure_record *record)
{
    if (!workflow_is_default(&writer->defaults, record->workflow))
        return record;
    struct procedure_record *plain = arena_take(writer->arena, sizeof *plain);
    *plain = *record;
    plain->workflow = "";
    return plain;
}

enum store_result catalogue_store(struct catalogue_writer *writer,
                                  const struct procedure_record *given, const char **reason)
{
    const struct procedure_record *record = without_default(writer, given);
    *reason = reason_against(writer, record);
    if (*reason)
        return STORE_REFUSED;
    const struct stored *stored = map_get(writer->stored.by_code, record->code);
    bool same_head = stored && procedure_record_same_head(&stored->record, record);
    bool same_edition =
        stored && stored->rev_id && procedure_record_same_edition(&stored->record, record);
    if (same_head && same_edition)
        return STORE_SAME;

    writer->changed = true;
    int64_t id = stored ? (int64_t)stored->id : 0;
    if (!same_head && !head_write(writer, &id, record))
        return STORE_FAILED;
    if (!same_edition && !edition_write(writer, id, stored ? stored->rev_last + 1 : 1, record))
        return STORE_FAILED;
    return stored ? STORE_UPDATED : STORE_ADDED;
}

enum db_result catalogue_writer_finish(struct catalogue_writer *writer)
{
    if (!writer->changed)
        return DB_NONE;
    return db_exec(writer->db,
                   "update catalogue_version set version = version + 1, changed_at = ? where id = 1",
                   DB_ARGS(db_text(writer->now)));
}
