/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "lib/text.h"
#include "lib/token.h"
#include "model/calendar.h"
#include "model/calendar_held.h"
#include "model/dossier_receive.h"

static const char *text_of(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text) : "";
}

static uint64_t id_of(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

/* ---- finding one ------------------------------------------------------------------------------------- */

struct finding {
    struct arena *arena;
    struct receive_found *found;
    size_t n;
};

static bool found_row(void *context, const struct db_row *row)
{
    struct finding *finding = context;
    if (finding->n == RECEIVE_FOUND_MAX)
        return false;
    finding->found[finding->n++] = (struct receive_found){
        .code = text_of(finding->arena, row->text[0]),
        .short_code = text_of(finding->arena, row->text[1]),
        .name = text_of(finding->arena, row->text[2]),
        .name_en = text_of(finding->arena, row->text[3]),
    };
    return true;
}

/* The codes as a JSON array: codes are letters, digits and dots alone. */
static const char *codes_json(struct arena *arena, const char *const *codes)
{
    const char *out = "[";
    for (size_t i = 0; codes[i]; i++)
        out = arena_format(arena, "%s%s\"%s\"", out, i ? "," : "", codes[i]);
    return arena_format(arena, "%s]", out);
}

enum db_result receive_find(struct db *db, struct arena *arena, const struct scope *scope,
                            const char *start, const char *const *codes,
                            struct receive_found found[RECEIVE_FOUND_MAX], size_t *n)
{
    struct finding finding = {.arena = arena, .found = found};
    const char *mine = scope_agencies(scope, arena, ROLE_BIT(ROLE_CLERK));
    char *small = arena_copy(arena, start);
    text_ascii_lower(small);
    enum db_result result = db_each(
        db,
        "with c (code, place) as (select j.code, j.place from json_table(?, '$[*]' columns"
        " (place for ordinality, code varchar(24) character set utf8mb4 collate utf8mb4_bin"
        " path '$')) j)"
        " select p.code, p.short_code, r.name, r.name_en"
        " from `procedure` p join procedure_rev r on r.id = p.current_rev_id"
        " left join c on c.code = p.code"
        " where p.withdrawn_at is null and (c.code is not null"
        " or (? <> '' and left(p.short_code, char_length(?)) = ?))"
        " and exists (select 1 from procedure_agency pa join agency g on g.id = pa.agency_id"
        " join agency a on a.id = g.id or (g.kind = 'generic' and a.level = g.level"
        " and a.kind in ('district', 'commune', 'subordinate'))"
        " where pa.procedure_id = p.id and a.kind <> 'generic' and (? is null or a.id in"
        " (select s.id from json_table(?, '$[*]' columns (id int unsigned path '$')) s)))"
        " order by p.short_code = ? desc, left(p.short_code, char_length(?)) = ? and ? <> '' desc,"
        " c.place is null, c.place, p.short_code",
        DB_ARGS(db_text(codes_json(arena, codes)), db_text(small), db_text(small), db_text(small),
                db_text(mine), db_text(mine ? mine : "[]"), db_text(small), db_text(small),
                db_text(small), db_text(small)),
        found_row, &finding);
    *n = finding.n;
    return result;
}

/* ---- due time ------------------------------------------------------------------------------------------ */

enum db_result receive_due(struct db *db, struct arena *arena,
                           const struct receive_procedure *procedure,
                           const struct receive_agency *agency, const struct civil *now,
                           struct receive_due *due)
{
    *due = (struct receive_due){.known = false};
    if (!*procedure->term_unit)
        return DB_OK;
    const char *term = arena_format(arena, "%lld %s", (long long)procedure->term_value,
                                    procedure->term_unit);
    if (strcmp(procedure->term_unit, "same_day") == 0)
        term = procedure->term_unit;
    if (!worktime_term_parse(term, &due->request.term))
        return DB_OK;
    due->calendar = calendar_now(db, procedure->frame.catalogue_version, agency->code);
    if (!due->calendar)
        return DB_FAIL;
    calendar_rule_of(arena, &procedure->frame.rule, &due->request.term, &due->request.rule);
    worktime_rule_format(due->rule, &due->request.rule);
    due->request.received = civil_minute(now);
    due->known = worktime_due(due->calendar, &due->request, &due->result) == WORKTIME_DUE;
    return DB_OK;
}

/* Limits in calendar days have no budget in working minutes. */
int64_t receive_budget(const struct receive_due *due)
{
    const struct worktime_term *term = &due->request.term;
    if (!due->known || due->result.measure == WORKTIME_IN_CALENDAR_DAYS)
        return -1;
    if (term->unit == WORKTIME_WORKING_DAYS)
        return (int64_t)term->value * WORKTIME_DAY;
    return term->unit == WORKTIME_HOURS ? (int64_t)term->value * 60 : -1;
}

/* ---- duplicates ------------------------------------------------------------------------------------------ */

struct comparing {
    struct arena *arena;
    const struct scope *scope;
    struct receive_duplicate *found;
    size_t n;
};

static bool duplicate_row(void *context, const struct db_row *row)
{
    struct comparing *comparing = context;
    struct receive_duplicate *one = &comparing->found[comparing->n++];
    *one = (struct receive_duplicate){
        .id = id_of(row->text[0]),
        .number = text_of(comparing->arena, row->text[1]),
        .state = text_of(comparing->arena, row->text[2]),
        .agency = text_of(comparing->arena, row->text[4]),
        .agency_en = text_of(comparing->arena, row->text[5]),
        .readable = scope_allows(comparing->scope, ROLES_OF_DOSSIERS, id_of(row->text[6])),
    };
    (void)civil_parse(row->text[3], &one->received);
    return comparing->n < RECEIVE_DUPLICATES_MAX;
}

enum db_result receive_duplicates(struct db *db, struct arena *arena, const struct scope *scope,
                                  uint64_t procedure, const char *identity_number,
                                  uint64_t but, struct receive_duplicate found[RECEIVE_DUPLICATES_MAX],
                                  size_t *n)
{
    struct comparing comparing = {.arena = arena, .scope = scope, .found = found};
    *n = 0;
    if (!*identity_number)
        return DB_NONE;
    enum db_result result = db_each(
        db,
        "select d.id, d.number, d.state, d.received_at, a.name, a.name_en, d.agency_id"
        " from party p join dossier d on d.id = p.dossier_id join agency a on a.id = d.agency_id"
        " where p.identity_number = ? and p.role = 'applicant' and d.procedure_id = ?"
        " and d.id <> ? and d.number is not null and d.closed_at is null order by d.received_at desc, d.id desc",
        DB_ARGS(db_text(identity_number), db_number((int64_t)procedure), db_number((int64_t)but)),
        duplicate_row, &comparing);
    *n = comparing.n;
    return result;
}

/* ---- the page after saving ----------------------------------------------------------------------------- */

enum db_result received_page(struct db *db, struct arena *arena, const struct scope *scope,
                             uint64_t dossier, struct received_page *out)
{
    struct db_row row;
    enum db_result result = db_one(
        db, arena,
        "select d.number, d.lookup_sealed, d.state, c.code, r.name, r.name_en, a.name, a.name_en,"
        " p.name, d.deliver_by, p.email, p.phone, d.received_at, d.due_at, d.version, d.agency_id,"
        " (select count(*) from event e where e.dossier_id = d.id and e.type = 'corrected'),"
        " " DOSSIER_UNTOUCHED("d.id")
        " from dossier d join `procedure` c on c.id = d.procedure_id"
        " join procedure_rev r on r.id = d.rev_id join agency a on a.id = d.agency_id"
        " join party p on p.dossier_id = d.id and p.role = 'applicant'"
        " where d.id = ? and d.number is not null",
        DB_ARGS(db_number((int64_t)dossier)), &row);
    if (result != DB_OK)
        return result;
    if (!scope_allows(scope, ROLE_BIT(ROLE_CLERK), id_of(row.text[15])))
        return DB_NONE;
    const char *code = token_open(arena, KEY_LOOKUP, "lookup", row.text[1]);
    *out = (struct received_page){
        .id = dossier,
        .number = row.text[0],
        .lookup_code = code ? code : "",
        .state = row.text[2],
        .procedure_code = row.text[3],
        .procedure = row.text[4],
        .procedure_en = row.text[5],
        .agency = row.text[6],
        .agency_en = row.text[7],
        .applicant = row.text[8],
        .deliver_by = row.text[9],
        .email = row.text[10],
        .phone = row.text[11],
        .version = (unsigned)id_of(row.text[14]),
        .corrected = (unsigned)id_of(row.text[16]),
        .untouched = id_of(row.text[17]) != 0,
    };
    (void)civil_parse(row.text[12], &out->received);
    if (row.text[13])
        (void)civil_parse(row.text[13], &out->due);
    return DB_OK;
}
