/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/paper.h"

#include <stdlib.h>
#include <string.h>

#include "lib/log.h"
#include "lib/token.h"
#include "model/dossier_reach.h"
#include "model/paper_read.h"
#include "model/party.h"

#define OFFICE(a, above)                                                                           \
    a ".id, " a ".kind, " a ".name, " a ".name_en, ifnull(" above ".name, ''), " a ".address, " a ".phone, " a \
      ".email"
#define PARTY(p, area, above)                                                                      \
    "ifnull(" p ".kind, ''), ifnull(" p ".name, ''), " PARTY_ADDRESS(p, area, above) ", ifnull(" p       \
    ".phone, ''), ifnull(" p ".email, ''), ifnull(" p ".representative, ''), ifnull(" p            \
    ".authority_note, '')"
#define SETTING(key) "ifnull((select value from setting where name = '" key "'), '')"

static const char head_sql[] =
    "select d.id, ifnull(d.number, ''), d.lookup_sealed, d.state, d.channel, d.deliver_by, "
    "d.summary, d.copies, p.code, r.name, r.name_en, ifnull(d.term_value, 0), "
    "ifnull(d.term_unit, ''), d.submitted_at, d.received_at, d.due_at, d.first_due_at, "
    "d.apologised_at, d.state_at, ifnull(u.name, ''), " OFFICE("a", "aa") ", " OFFICE("c", "ca")
    ", " PARTY("ap", "apa", "apd") ", " PARTY("su", "sua", "sud")
    ", ifnull(e.outcome, ''), ifnull(e.public_reason, ''), ifnull(s.name, ''), "
    SETTING("place_of_signing") ", " SETTING("centre_phone") ", " SETTING("form_numbering")
    " from dossier d "
    "join `procedure` p on p.id = d.procedure_id "
    "join procedure_rev r on r.id = d.rev_id "
    "join agency a on a.id = d.agency_id "
    "left join agency aa on aa.id = a.parent_id "
    "join agency c on c.id = d.counter_agency_id "
    "left join agency ca on ca.id = c.parent_id "
    "left join user u on u.id = d.received_by "
    "left join party ap on ap.dossier_id = d.id and ap.role = 'applicant' "
    "left join agency apa on apa.id = ap.area_agency_id "
    "left join agency apd on apd.id = apa.parent_id "
    "left join party su on su.dossier_id = d.id and su.role = 'submitter' "
    "left join agency sua on sua.id = su.area_agency_id "
    "left join agency sud on sud.id = sua.parent_id "
    "left join result e on e.dossier_id = d.id "
    "left join user s on s.id = e.signed_by "
    "where d.id = ?";

/* All lists in one round trip; `part` says which one a row belongs to. */
static const char parts_sql[] =
    "select 'paper' as part, k.position as n, 0 as m, k.originals as x, k.copies as y, "
    "  k.sheets as z, null as a, null as b, null as c, '' as code, "
    "  if(ifnull(o.is_shown_only, 0), '1', '') as code2, k.name as t1, '' as t2, '' as t3, '' as t4 "
    "from dossier_component k left join component o on o.id = k.component_id "
    "where k.dossier_id = ? and k.is_present "
    "union all select 'fee', position, 0, amount, waived_amount, 0, asked_at, paid_at, null, kind, "
    "  receipt_no, name, '', '', '' from fee where dossier_id = ? "
    "union all select 'round', s.id, s.round, 0, 0, 0, s.asked_at, s.answer_by, s.answered_at, '', "
    "  '', s.reason, a.name, ifnull(u.name, ''), a.phone from supplement s "
    "  join agency a on a.id = s.unit_id left join user u on u.id = s.asked_by "
    "where s.dossier_id = ? "
    "union all select 'x-point', i.supplement_id, i.position, 0, 0, 0, null, null, null, '', '', "
    "  i.component_name, i.what, '', '' from supplement s "
    "  join supplement_item i on i.supplement_id = s.id where s.dossier_id = ? "
    "union all select 'step', t.id, 0, t.unit_id, 0, 0, t.opened_at, t.due_at, t.closed_at, b.kind, "
    "  w.kind, w.name, a.name, ifnull(u.name, ''), '' from branch b "
    "  join task t on t.branch_id = b.id join wf_step w on w.id = t.step_id "
    "  join agency a on a.id = t.unit_id left join user u on u.id = t.assignee_id "
    "where b.dossier_id = ? "
    "union all select 'branch', b.id, 0, b.agency_id, 0, 0, b.opened_at, b.due_at, b.closed_at, "
    "  b.kind, b.state, a.name, b.title, '', '' from branch b "
    "  join agency a on a.id = b.agency_id where b.dossier_id = ? "
    "union all select 'event', v.seq, 0, 0, 0, 0, v.at, null, null, v.type, '', v.public_note, "
    "  ifnull(a.name, ''), ifnull(u.name, ''), '' from event v "
    "  left join agency a on a.id = v.unit_id left join user u on u.id = v.actor_id "
    "where v.dossier_id = ? and v.type in ('corrected', 'apologised', 'stopped', 'resumed', 'withdrawn', "
    "  'expired', 'refused', 'rejected_online')";

enum { P_PART, P_N, P_M, P_X, P_Y, P_Z, P_A, P_B, P_C, P_CODE, P_CODE2, P_T1, P_T2, P_T3, P_T4,
       P_COLUMNS };

/* ---- the head ------------------------------------------------------------------------------ */

static void office_read(struct paper_reader *r, struct paper_office *office)
{
    *office = (struct paper_office){.id = (uint64_t)paper_read_number(r)};
    const char **texts[] = {&office->kind, &office->name, &office->name_en, &office->parent,
                            &office->address, &office->phone, &office->email};
    paper_read_texts(r, texts, sizeof texts / sizeof *texts);
}

static void person_read(struct paper_reader *r, struct arena *arena, struct paper_person *person)
{
    const char **texts[] = {&person->kind, &person->name, &person->address, &person->phone,
                            &person->email, &person->representative, &person->authority};
    paper_read_texts(r, texts, sizeof texts / sizeof *texts);
    person->phone = paper_phone_read(arena, person->phone);
}

static const char *lookup_open(struct arena *arena, const char *sealed, uint64_t dossier)
{
    char *code = token_open(arena, KEY_LOOKUP, "lookup", sealed);
    if (!code)
        log_error("the look-up code of dossier %llu cannot be unsealed",
                  (unsigned long long)dossier);
    return code ? code : "";
}

static void head_read(const struct db_row *row, struct arena *arena, struct paper *paper)
{
    struct paper_reader r = {.row = row};
    const char *sealed;
    paper->id = (uint64_t)paper_read_number(&r);
    const char **texts[] = {&paper->number, &sealed, &paper->state, &paper->channel,
                            &paper->deliver_by, &paper->summary};
    paper_read_texts(&r, texts, sizeof texts / sizeof *texts);
    paper->lookup = lookup_open(arena, sealed, paper->id);
    paper->copies = (int)paper_read_number(&r);
    const char **procedure[] = {&paper->procedure_code, &paper->procedure, &paper->procedure_en};
    paper_read_texts(&r, procedure, sizeof procedure / sizeof *procedure);
    paper->term_value = (int)paper_read_number(&r);
    paper->term_unit = paper_read_text(&r);
    struct civil *moments[] = {&paper->submitted_at, &paper->received_at,   &paper->due_at,
                               &paper->first_due_at, &paper->apologised_at, &paper->state_at};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
        *moments[i] = paper_read_moment(&r);
    paper->clerk = paper_read_text(&r);
    office_read(&r, &paper->agency);
    office_read(&r, &paper->counter);
    person_read(&r, arena, &paper->applicant);
    person_read(&r, arena, &paper->submitter);
    const char **last[] = {&paper->outcome, &paper->refusal, &paper->signer,
                           &paper->place,   &paper->hotline, &paper->numbering};
    paper_read_texts(&r, last, sizeof last / sizeof *last);
}

/* ---- the lists ------------------------------------------------------------------------------ */

static int64_t number_at(const struct db_row *row, size_t column)
{
    return row->text[column] ? strtoll(row->text[column], NULL, 10) : 0;
}

static const char *text_at(const struct db_row *row, size_t column)
{
    return row->text[column] ? row->text[column] : "";
}

static struct civil moment_at(const struct db_row *row, size_t column)
{
    return paper_moment(row->text[column]);
}

static void item_read(const struct db_row *row, struct paper_item *item)
{
    *item = (struct paper_item){
        .name = text_at(row, P_T1),
        .originals = (int)number_at(row, P_X),
        .copies = (int)number_at(row, P_Y),
        .sheets = (int)number_at(row, P_Z),
        .shown_only = *text_at(row, P_CODE2) != '\0',
    };
}

static void fee_read(const struct db_row *row, struct paper_fee *fee)
{
    *fee = (struct paper_fee){
        .kind = text_at(row, P_CODE),
        .name = text_at(row, P_T1),
        .receipt = text_at(row, P_CODE2),
        .amount = number_at(row, P_X),
        .waived = number_at(row, P_Y),
        .paid_at = moment_at(row, P_B),
    };
}

static void round_read(const struct db_row *row, struct paper_round *round)
{
    *round = (struct paper_round){
        .id = number_at(row, P_N),
        .round = (int)number_at(row, P_M),
        .asked_at = moment_at(row, P_A),
        .answer_by = moment_at(row, P_B),
        .reason = text_at(row, P_T1),
        .unit = text_at(row, P_T2),
        .officer = text_at(row, P_T3),
        .phone = text_at(row, P_T4),
    };
}

static void step_read(const struct db_row *row, struct paper_step *step)
{
    *step = (struct paper_step){
        .id = number_at(row, P_N),
        .unit_id = (uint64_t)number_at(row, P_X),
        .step = text_at(row, P_T1),
        .unit = text_at(row, P_T2),
        .officer = text_at(row, P_T3),
        .branch = text_at(row, P_CODE),
        .step_kind = text_at(row, P_CODE2),
        .opened_at = moment_at(row, P_A),
        .due_at = moment_at(row, P_B),
        .closed_at = moment_at(row, P_C),
    };
}

static void event_read(const struct db_row *row, struct paper_event *event)
{
    *event = (struct paper_event){
        .type = text_at(row, P_CODE),
        .note = text_at(row, P_T1),
        .unit = text_at(row, P_T2),
        .officer = text_at(row, P_T3),
        .at = moment_at(row, P_A),
    };
}

/* Points come after all rounds ("x-point" sorts last). */
static void point_read(const struct db_row *row, struct arena *arena, struct paper *paper,
                       size_t most)
{
    for (size_t i = 0; i < paper->n_rounds; i++) {
        struct paper_round *round = &paper->rounds[i];
        if (round->id != number_at(row, P_N))
            continue;
        if (!round->points)
            round->points = arena_take_array(arena, most, sizeof *round->points);
        round->points[round->n_points++] = (struct paper_point){
            .paper = text_at(row, P_T1),
            .what = text_at(row, P_T2),
        };
    }
}

static void row_sort_out(const struct db_row *row, struct arena *arena, struct paper *paper,
                         size_t most)
{
    const char *part = row->text[P_PART];
    if (!strcmp(part, "paper"))
        item_read(row, &paper->items[paper->n_items++]);
    else if (!strcmp(part, "fee"))
        fee_read(row, &paper->fees[paper->n_fees++]);
    else if (!strcmp(part, "round"))
        round_read(row, &paper->rounds[paper->n_rounds++]);
    else if (!strcmp(part, "step"))
        step_read(row, &paper->steps[paper->n_steps++]);
    else if (!strcmp(part, "event"))
        event_read(row, &paper->events[paper->n_events++]);
    else if (!strcmp(part, "branch"))
        paper->branches[paper->n_branches++] = (struct paper_branch){
            .agency_id = (uint64_t)number_at(row, P_X),
            .kind = text_at(row, P_CODE),
            .agency = text_at(row, P_T1),
            .title = text_at(row, P_T2),
        };
    else
        point_read(row, arena, paper, most);
}

static int part_order(const void *left, const void *right)
{
    const struct db_row *one = left, *other = right;
    int order = strcmp(one->text[P_PART], other->text[P_PART]);
    for (size_t column = P_N; order == 0 && column <= P_M; column++) {
        int64_t n = number_at(one, column), m = number_at(other, column);
        order = (n > m) - (n < m);
    }
    return order;
}

static int step_order(const void *left, const void *right)
{
    const struct paper_step *one = left, *other = right;
    int order = civil_compare(&one->opened_at, &other->opened_at);
    return order ? order : (one->id > other->id) - (one->id < other->id);
}

static void parts_sort_out(struct paper_rows *rows, struct arena *arena, struct paper *paper)
{
    if (rows->n > 1)
        qsort(rows->rows, rows->n, sizeof *rows->rows, part_order);
    size_t most = rows->n + 1;
    paper->items = arena_take_array(arena, most, sizeof *paper->items);
    paper->fees = arena_take_array(arena, most, sizeof *paper->fees);
    paper->rounds = arena_take_array(arena, most, sizeof *paper->rounds);
    paper->steps = arena_take_array(arena, most, sizeof *paper->steps);
    paper->branches = arena_take_array(arena, most, sizeof *paper->branches);
    paper->events = arena_take_array(arena, most, sizeof *paper->events);
    for (size_t i = 0; i < rows->n; i++)
        row_sort_out(&rows->rows[i], arena, paper, most);
    if (paper->n_steps > 1)
        qsort(paper->steps, paper->n_steps, sizeof *paper->steps, step_order);
}

enum db_result paper_open(struct db *db, struct arena *arena, const struct scope *scope,
                          uint64_t dossier, struct paper *paper)
{
    struct db_value id = db_number((int64_t)dossier);
    struct db_row row;
    struct scope printing = scope_part(scope, arena, PAPER_ROLES);
    enum db_result reached = dossier_reach(db, arena, &printing, dossier);
    enum db_result found = reached == DB_FAIL ? DB_FAIL : db_one(db, arena, head_sql, DB_ARGS(id), &row);
    if (found != DB_OK)
        return found;
    *paper = (struct paper){0};
    head_read(&row, arena, paper);
    bool refused_online = !*paper->number && scope_allows(&printing, PAPER_ROLES, paper->agency.id);
    if (reached == DB_NONE && !refused_online)
        return DB_NONE;
    struct paper_rows rows = {.arena = arena};
    if (db_each(db, parts_sql, DB_ARGS(id, id, id, id, id, id, id), paper_row_keep, &rows) == DB_FAIL)
        return DB_FAIL;
    parts_sort_out(&rows, arena, paper);
    return DB_OK;
}

/* ---- prints ----------------------------------------------------------------------------------- */

/* The dossier's row is held meanwhile, so that two prints at once are two numbers. */
static enum db_result print_count(struct db *db, struct arena *arena, uint64_t user,
                                  uint64_t dossier, const char *purpose, const struct civil *now,
                                  int *print)
{
    char at[DATE_TEXT_MAX];
    struct db_row row;
    struct db_value id = db_number((int64_t)dossier);
    enum db_result result =
        db_one(db, arena, "select id from dossier where id = ? for update", DB_ARGS(id), &row);
    if (result != DB_OK)
        return result;
    result = db_exec(db,
                     "insert into access_log (at, user_id, unit_id, dossier_id, purpose) "
                     "select ?, id, agency_id, ?, ? from user where id = ?",
                     DB_ARGS(db_text(date_format_iso_time(at, now)), id, db_text(purpose),
                             db_number((int64_t)user)));
    if (result != DB_OK)
        return result;
    result = db_one(db, arena,
                    "select count(id) from access_log where dossier_id = ? and purpose = ?",
                    DB_ARGS(id, db_text(purpose)), &row);
    if (result == DB_OK)
        *print = (int)strtol(row.text[0], NULL, 10);
    return result;
}

enum db_result paper_print_add(struct db *db, struct arena *arena, uint64_t user, uint64_t dossier,
                               const char *paper, int issue, const struct civil *now, int *print)
{
    const char *purpose = issue > 1 ? arena_format(arena, "print_%s_%d", paper, issue)
                                    : arena_format(arena, "print_%s", paper);
    if (db_begin(db) == DB_FAIL)
        return DB_FAIL;
    enum db_result result = print_count(db, arena, user, dossier, purpose, now, print);
    if (result == DB_OK)
        result = db_commit(db);
    else
        db_rollback(db);
    return result;
}
