/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_correct.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/act_opening.h"
#include "model/outbox.h"

static uint64_t id_of(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

/* ---- what is there ------------------------------------------------------------------------------------- */

/* Of the last reception or correction; events that say something else happened are counted. */
#define HEAD_SQL                                                                                   \
    "select d.number, c.code, a.code, d.deliver_by, d.channel, d.summary, d.received_at, d.rev_id," \
    " d.agency_id, d.version, d.copies, ifnull((select json_value(e.data, '$.waiver') from event e" \
    " where e.dossier_id = d.id and e.type in ('received', 'corrected') order by e.seq desc"       \
    " limit 1), ''), (select ifnull(sum(f.waived_amount), 0) from fee f where f.dossier_id = d.id)," \
    " exists (select 1 from fee f where f.dossier_id = d.id and f.paid_at is not null),"           \
    " d.state = 'received' and " DOSSIER_UNTOUCHED("d.id")                                          \
    " and (select count(*) from task t join branch b on b.id = t.branch_id"                        \
    " where b.dossier_id = d.id) = 1, d.counter_agency_id, l.type, l.at, u.name,"                  \
    " exists (select 1 from party s where s.dossier_id = d.id and s.role = 'submitter')"           \
    " from dossier d join `procedure` c on c.id = d.procedure_id"                                  \
    " join agency a on a.id = d.agency_id"                                                         \
    " left join event l on l.dossier_id = d.id and not exists (select 1 from event m"              \
    " where m.dossier_id = d.id and m.seq > l.seq) left join user u on u.id = l.actor_id"          \
    " where d.id = ? and d.number is not null"

enum db_result correct_head(struct db *db, struct arena *arena, const struct scope *scope,
                            uint64_t dossier, struct correct_head *out)
{
    struct db_row row;
    enum db_result result =
        db_one(db, arena, HEAD_SQL, DB_ARGS(db_number((int64_t)dossier)), &row);
    if (result != DB_OK)
        return result;
    *out = (struct correct_head){
        .id = dossier,
        .number = row.text[0],
        .procedure_code = row.text[1],
        .agency_code = row.text[2],
        .deliver_by = row.text[3],
        .channel = row.text[4],
        .summary = row.text[5],
        .rev = id_of(row.text[7]),
        .agency = id_of(row.text[8]),
        .version = (unsigned)id_of(row.text[9]),
        .sets = (unsigned)id_of(row.text[10]),
        .waiver = row.text[11],
        .waived = (int64_t)id_of(row.text[12]),
        .paid = id_of(row.text[13]) != 0,
        .untouched = id_of(row.text[14]) != 0,
        .counter = id_of(row.text[15]),
        .last_type = row.text[16] ? row.text[16] : "",
        .last_who = row.text[18] ? row.text[18] : "",
        .submitter = id_of(row.text[19]) != 0,
    };
    if (row.text[17])
        (void)civil_parse(row.text[17], &out->last_at);
    (void)civil_parse(row.text[6], &out->received);
    return scope_allows(scope, ROLE_BIT(ROLE_CLERK), out->agency) ? DB_OK : DB_NONE;
}

struct reading {
    struct arena *arena;
    struct correct_stored *stored;
};

static bool party_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    const char *text[14];
    for (size_t i = 0; i < 14; i++)
        text[i] = row->text[i] ? arena_copy(reading->arena, row->text[i]) : "";
    struct party *party = strcmp(text[0], "submitter") == 0 ? &reading->stored->submitter
                                                             : &reading->stored->applicant;
    *party = (struct party){
        .kind = text[1],
        .name = text[2],
        .birth_date = text[3],
        .sex = text[4],
        .identity_kind = text[5],
        .identity_number = text[6],
        .identity_issued_on = text[7],
        .identity_issued_by = text[8],
        .phone = text[9],
        .email = text[10],
        .address = text[11],
        .representative = text[12],
        .authority_note = text[13],
    };
    return true;
}

static bool paper_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct correct_stored *stored = reading->stored;
    if (stored->n_papers == DOSSIER_PAPERS_MAX)
        return false;
    stored->papers[stored->n_papers++] = (struct dossier_paper){
        .component = id_of(row->text[0]),
        .name = arena_copy(reading->arena, row->text[1]),
        .originals = (unsigned)id_of(row->text[2]),
        .copies = (unsigned)id_of(row->text[3]),
        .sheets = (unsigned)id_of(row->text[4]),
        .missing = id_of(row->text[5]) == 0,
    };
    return true;
}

static bool fee_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct correct_stored *stored = reading->stored;
    if (stored->n_fees == FEE_RULES_MAX)
        return false;
    stored->fees[stored->n_fees++] = (struct fee_line){
        .name = arena_copy(reading->arena, row->text[0]),
        .amount = (int64_t)id_of(row->text[1]),
    };
    return true;
}

enum db_result correct_stored(struct db *db, struct arena *arena, uint64_t dossier,
                              struct correct_stored *out)
{
    static const struct party nobody = {"person", "", "", "", "", "", "", "", "", "", "", "", ""};
    struct reading reading = {arena, out};
    struct db_value id = db_number((int64_t)dossier);
    *out = (struct correct_stored){.applicant = nobody, .submitter = nobody};
    if (db_each(db,
                "select role, kind, name, birth_date, sex, identity_kind, identity_number,"
                " identity_issued_on, identity_issued_by, phone, email, address, representative,"
                " authority_note from party where dossier_id = ?",
                DB_ARGS(id), party_row, &reading) != DB_OK)
        return DB_FAIL;
    if (db_each(db, "select name, amount from fee where dossier_id = ? and amount > 0 order by position",
                DB_ARGS(id), fee_row, &reading) == DB_FAIL)
        return DB_FAIL;
    return db_each(db,
                   "select component_id, name, originals, copies, sheets, is_present"
                   " from dossier_component where dossier_id = ? order by position",
                   DB_ARGS(id), paper_row, &reading) == DB_FAIL
               ? DB_FAIL
               : DB_OK;
}

/* ---- writing over it -------------------------------------------------------------------------------------- */

struct correcting {
    struct db *db;
    struct arena *arena;
    const struct correct_head *head;
    const struct reception *to;
    bool keeps_term;
    int64_t due, started; /* of the new term, -1 none */
    uint64_t area;        /* commune of the applicant's address, 0 unknown */
};

/* The row is locked and must be as the clerk saw it. */
static enum correct_result row_lock(struct correcting *c, unsigned version)
{
    struct db_row row;
    enum db_result result = db_one(c->db, c->arena,
                                   "select version from dossier where id = ? for update",
                                   DB_ARGS(db_number((int64_t)c->head->id)), &row);
    if (result != DB_OK)
        return result == DB_FAIL ? CORRECT_FAIL : CORRECT_MOVED;
    return id_of(row.text[0]) == version && c->head->version == version && c->head->untouched
               ? CORRECT_DONE
               : CORRECT_MOVED;
}

static enum db_result head_update(struct correcting *c)
{
    const struct reception *to = c->to;
    struct db_value id = db_number((int64_t)c->head->id);
    enum db_result result =
        db_exec(c->db,
                "update dossier set channel = ?, deliver_by = ?, summary = left(?, 1000),"
                " copies = ?, version = version + 1 where id = ?",
                DB_ARGS(db_text(to->channel), db_text(to->deliver_by), db_text(to->summary),
                        db_number(to->sets), id));
    if (result != DB_OK || c->keeps_term)
        return result;
    char due[DATE_TEXT_MAX], from[DATE_TEXT_MAX];
    bool known = c->due >= 0;
    struct db_value due_at = moment_value(due, c->due);
    return db_exec(
        c->db,
        "update dossier set procedure_id = ?, rev_id = ?, agency_id = ?, clock_from = ?,"
        " term_value = ?, term_unit = ?, due_rule = ?, due_at = ?, first_due_at = ? where id = ?",
        DB_ARGS(db_number((int64_t)to->procedure->id), db_number((int64_t)to->procedure->rev),
                db_number((int64_t)to->agency->id), moment_value(from, c->started),
                known ? db_number(to->procedure->term_value) : db_null(),
                known ? db_text(to->procedure->term_unit) : db_null(),
                db_text(known ? to->due->rule : ""), due_at, due_at, id));
}

/* Where the first task of the new procedure is done, by whom and until when: as at reception. */
static enum db_result opening_find(struct correcting *c, struct act_opening *opening)
{
    const struct reception *to = c->to;
    *opening = (struct act_opening){
        .edition = to->procedure->workflow_rev,
        .step = to->procedure->step.id,
        .catalogue = to->procedure->frame.catalogue_version,
        .agency = to->agency->id,
        .agency_code = to->agency->code,
        .counter = c->head->counter,
        .area = c->area,
        .field = to->procedure->field,
        .clerk = to->clerk,
        .now = to->now,
        .started = c->started,
        .due = c->due,
    };
    return act_opening(c->db, c->arena, opening);
}

/* The one branch with its one task, and the clock. */
static enum db_result work_update(struct correcting *c)
{
    if (c->keeps_term)
        return DB_OK;
    struct act_opening opening;
    if (opening_find(c, &opening) != DB_OK)
        return DB_FAIL;
    char due[DATE_TEXT_MAX], step_due[DATE_TEXT_MAX], started[DATE_TEXT_MAX];
    struct db_value id = db_number((int64_t)c->head->id);
    int64_t budget = receive_budget(c->to->due);
    if (db_exec(c->db,
                "update task t join branch b on b.id = t.branch_id set t.step_id = ?, t.due_at = ?,"
                " t.unit_id = ?, t.assignee_id = ? where b.dossier_id = ? and t.closed_at is null",
                DB_ARGS(db_number((int64_t)c->to->procedure->step.id),
                        moment_value(step_due, opening.step_due), db_number((int64_t)opening.unit),
                        opening.person ? db_number((int64_t)opening.person) : db_null(), id)) != DB_OK)
        return DB_FAIL;
    if (db_exec(c->db,
                "update branch set agency_id = ?, due_at = ? where dossier_id = ? and kind = 'main'",
                DB_ARGS(db_number((int64_t)c->to->agency->id), moment_value(due, c->due), id)) != DB_OK)
        return DB_FAIL;
    return db_exec(c->db,
                   "update clock set budget_min = ?, started_at = ? where dossier_id = ?"
                   " and branch_id is null and task_id is null",
                   DB_ARGS(budget < 0 ? db_null() : db_number(budget),
                           moment_value(started, c->started), id));
}

static enum db_result parties_update(struct correcting *c)
{
    const struct reception *to = c->to;
    enum db_result result = party_write(c->db, c->arena, c->head->id, c->head->number,
                                        PARTY_APPLICANT, &to->applicant, c->area, NULL);
    if (result != DB_FAIL && to->submitter)
        result = party_write(c->db, c->arena, c->head->id, c->head->number, PARTY_SUBMITTER,
                             to->submitter, 0, NULL);
    return result;
}

static enum db_result event_tell(struct correcting *c, const char *reason)
{
    const struct reception *to = c->to;
    char due[DATE_TEXT_MAX] = "";
    if (!c->keeps_term && c->due >= 0) {
        struct civil at = civil_from_minute(c->due);
        date_format_iso_time(due, &at);
    }
    json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:b}", "before", c->head->procedure_code,
                             "procedure", to->procedure->code, "waiver", to->waiver, "due", due,
                             "term_kept", (int)c->keeps_term);
    char *data = json_dumps(json, JSON_COMPACT);
    struct event_row event = {
        .dossier = c->head->id,
        .at = to->now,
        .type = "corrected",
        .actor = to->clerk,
        .behalf = to->behalf,
        .unit = c->head->counter,
        .is_public = true,
        .note = reason,
        .data = data,
    };
    enum db_result result = event_write(c->db, &event);
    free(data);
    json_decref(json);
    return result;
}

static enum db_result news_tell(struct correcting *c)
{
    const struct party *p = &c->to->applicant, *s = c->to->submitter;
    json_t *json = json_pack("{s:s, s:s}", "number", c->head->number, "procedure",
                             c->to->procedure->name);
    char *data = json_dumps(json, JSON_COMPACT);
    struct outbox_news news = {
        .dossier = c->head->id,
        .seq = c->head->version + 1,
        .occasion = "corrected",
        .email = s && *s->email ? s->email : p->email,
        .phone = s && *s->phone ? s->phone : p->phone,
        .data = data,
    };
    enum db_result result = outbox_tell(c->db, c->arena, &c->to->now, &news);
    free(data);
    json_decref(json);
    return result;
}

enum correct_result dossier_correct(struct db *db, struct arena *arena,
                                    const struct correct_head *head, unsigned version,
                                    const struct reception *to, const char *reason)
{
    struct correcting c = {
        .db = db,
        .arena = arena,
        .head = head,
        .to = to,
        .keeps_term = head->rev == to->procedure->rev && head->agency == to->agency->id,
        .due = to->due->known ? to->due->result.due : -1,
        .started = to->due->known ? to->due->result.started : civil_minute(&head->received),
    };
    enum correct_result lock = row_lock(&c, version);
    if (lock != CORRECT_DONE)
        return lock;
    if (!to->procedure->step.id || to->procedure->step.only)
        return CORRECT_NOT_SET_UP;
    if (party_area(db, arena, to->procedure->frame.catalogue_version, to->applicant.address, &c.area) ==
            DB_FAIL ||
        head_update(&c) != DB_OK || work_update(&c) != DB_OK || parties_update(&c) == DB_FAIL ||
        dossier_papers_write(db, arena, head->id, to->papers, to->n_papers, true) == DB_FAIL ||
        (!head->paid && fee_lines_rewrite(db, head->id, to->fees, to->n_fees, &to->now) != DB_OK) ||
        event_tell(&c, reason) != DB_OK || news_tell(&c) == DB_FAIL)
        return CORRECT_FAIL;
    return CORRECT_DONE;
}
