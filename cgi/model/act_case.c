/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "model/act_inside.h"
#include "model/dossier_file.h"

static uint64_t id_of(const char *text)
{
    return text ? strtoull(text, NULL, 10) : 0;
}

static const char *text_of(const char *text)
{
    return text ? text : "";
}

static int64_t minute_of(const char *text)
{
    struct civil moment;
    return text && civil_parse(text, &moment) ? civil_minute(&moment) : -1;
}

/* ---- the dossier's own row and what is counted of it ----------------------------------------- */

/* The edition of its workflow is the one its first task belongs to: a dossier keeps it. */
static const char head_sql[] =
    "select d.number, d.version, d.agency_id, d.counter_agency_id, a.area_agency_id, p.field_id,"
    " d.received_by, v.version, d.deliver_by, r.name, r.result_text, d.state, d.due_at,"
    " d.extended_due_at, d.apologised_at, d.decided_at, d.ready_at, d.returned_at, d.closed_at,"
    " d.received_at, a.kind = 'organisation', if(s.email <> '', s.email, a.email),"
    " if(s.phone <> '', s.phone, a.phone), t.outcome, t.register_no, c.id,"
    " (select z.id from clock_pause z where z.open_key = c.id),"
    " (select count(*) from dossier_component k where k.dossier_id = d.id and not k.is_present),"
    " (select count(*) from fee f where f.dossier_id = d.id and f.kind <> 'duty'"
    "  and f.paid_at is null and f.amount > f.waived_amount),"
    " (select count(*) from fee f where f.dossier_id = d.id and f.kind = 'duty'"
    "  and f.paid_at is null and f.amount > f.waived_amount),"
    " (select count(*) from supplement q where q.dossier_id = d.id),"
    " (select count(*) from event x where x.dossier_id = d.id and x.type = 'apologised'),"
    " (select w.workflow_rev_id from branch b join task k on k.branch_id = b.id"
    "  join wf_step w on w.id = k.step_id where b.dossier_id = d.id and b.kind = 'main'"
    "  order by k.id limit 1),"
    " l.code, e.seq, e.type, e.data, u.name, g.name, e.from_state, e.actor_id, e.is_public, e.at,"
    " e.unit_id, e.behalf_id"
    " from dossier d join `procedure` p on p.id = d.procedure_id"
    " join procedure_rev r on r.id = d.rev_id join catalogue_version v on v.id = 1"
    " join agency l on l.id = d.agency_id"
    " join party a on a.dossier_id = d.id and a.role = 'applicant'"
    " left join party s on s.dossier_id = d.id and s.role = 'submitter'"
    " left join result t on t.dossier_id = d.id"
    " left join clock c on c.dossier_id = d.id and c.branch_id is null and c.task_id is null"
    " left join event e on e.dossier_id = d.id and e.seq = (select max(m.seq) from event m"
    "  where m.dossier_id = d.id)"
    " left join user u on u.id = e.actor_id left join agency g on g.id = e.unit_id"
    " where d.id = ? and d.number is not null";

static void last_read(struct act_case *c, const char *const *t)
{
    c->last = (struct act_last){
        .seq = (unsigned)id_of(t[0]),
        .type = text_of(t[1]),
        .data = text_of(t[2]),
        .name = text_of(t[3]),
        .unit = text_of(t[4]),
        .from_state = t[5],
        .actor = id_of(t[6]),
        .is_public = id_of(t[7]) != 0,
    };
    if (t[8])
        (void)civil_parse(t[8], &c->last.at);
    c->last.unit_id = id_of(t[9]);
    c->last.behalf = id_of(t[10]);
    c->seq = c->last.seq;
}

static void counts_read(struct act_case *c, const char *const *t)
{
    c->outcome = text_of(t[0]);
    c->register_no = text_of(t[1]);
    c->clock = id_of(t[2]);
    c->pause = id_of(t[3]);
    c->papers_missing = (int64_t)id_of(t[4]);
    c->fees_unpaid = (int64_t)id_of(t[5]);
    c->duties_unpaid = (int64_t)id_of(t[6]);
    c->rounds = (unsigned)id_of(t[7]);
    c->extensions = (unsigned)id_of(t[8]);
}

/* The first line of what the procedure gives, or its name. */
static const char *first_line(struct arena *arena, const char *text, const char *instead)
{
    size_t n = strcspn(text_of(text), "\r\n");
    return n ? arena_copy_bytes(arena, text, n) : instead;
}

static void row_read(struct act_case *c, const char *const *t)
{
    int64_t *moments[] = {&c->row.due,   &c->row.extended, &c->row.apologised, &c->row.decided,
                          &c->row.ready, &c->row.returned, &c->row.closed,     &c->received};
    c->row.state = t[0];
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
        *moments[i] = minute_of(t[1 + i]);
}

static enum db_result head_read(struct act_case *c, uint64_t dossier, uint64_t *edition)
{
    struct db_row row;
    enum db_result result =
        db_one(c->db, c->arena, head_sql, DB_ARGS(db_number((int64_t)dossier)), &row);
    if (result != DB_OK)
        return result;
    const char *const *t = row.text;
    uint64_t *ids[] = {&c->agency, &c->counter, &c->area, &c->field, &c->clerk, &c->catalogue};
    c->id = dossier;
    c->number = t[0];
    c->version = (unsigned)id_of(t[1]);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        *ids[i] = id_of(t[2 + i]);
    c->deliver_by = text_of(t[8]);
    c->procedure = text_of(t[9]);
    c->result_title = first_line(c->arena, t[10], c->procedure);
    row_read(c, t + 11);
    c->organisation = id_of(t[20]) != 0;
    c->email = text_of(t[21]);
    c->phone = text_of(t[22]);
    counts_read(c, t + 23);
    *edition = id_of(t[32]);
    c->agency_code = text_of(t[33]);
    last_read(c, t + 34);
    return DB_OK;
}

/* ---- branches and tasks ---------------------------------------------------------------------- */

struct reading {
    struct act_case *c;
    struct act_task *tasks;
    uint64_t *of; /* branch of each task */
    size_t n, room;
};

static void branch_keep(struct act_case *c, const struct db_row *row)
{
    const char *kind = row->text[3];
    c->branches[c->n_branches++] = (struct act_branch){
        .id = id_of(row->text[0]),
        .parent = id_of(row->text[1]),
        .agency = id_of(row->text[2]),
        .kind = strcmp(kind, "main") == 0    ? BRANCH_MAIN
                : strcmp(kind, "joint") == 0 ? BRANCH_JOINT
                                             : BRANCH_OPINION,
        .open = !row->text[6],
        .refused = strcmp(row->text[4], "refused") == 0,
        .due = minute_of(row->text[5]),
    };
}

static bool task_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct act_case *c = reading->c;
    if (c->n_branches == 0 || c->branches[c->n_branches - 1].id != id_of(row->text[0])) {
        if (c->n_branches == ACT_BRANCHES_MAX)
            return false;
        branch_keep(c, row);
    }
    struct act_branch *branch = &c->branches[c->n_branches - 1];
    if (!row->text[7])
        return true;
    struct act_task *more = arena_take_array(c->arena, branch->n_tasks + 1, sizeof *more);
    if (branch->n_tasks)
        memcpy(more, branch->tasks, branch->n_tasks * sizeof *more);
    more[branch->n_tasks++] = (struct act_task){
        .id = id_of(row->text[7]),
        .unit = id_of(row->text[8]),
        .assignee = id_of(row->text[9]),
        .assignee_name = row->text[10] ? arena_copy(c->arena, row->text[10]) : "",
        .step = row->text[11] ? workflow_step_of(c->workflow, id_of(row->text[11]))
                              : WORKFLOW_NOWHERE,
        .opened = minute_of(row->text[12]),
        .due = minute_of(row->text[13]),
        .closed = minute_of(row->text[14]),
    };
    branch->beside = branch->beside || !row->text[11];
    branch->tasks = more;
    return true;
}

static enum db_result branches_read(struct act_case *c)
{
    struct reading reading = {.c = c};
    c->n_branches = 0;
    if (db_each(c->db,
                "select b.id, b.parent_id, b.agency_id, b.kind, b.outcome, b.due_at, b.closed_at,"
                " t.id, t.unit_id, t.assignee_id, u.name, t.step_id, t.opened_at, t.due_at,"
                " t.closed_at from branch b left join task t on t.branch_id = b.id"
                " left join user u on u.id = t.assignee_id where b.dossier_id = ?"
                " order by b.kind <> 'main', b.id, t.id",
                DB_ARGS(db_number((int64_t)c->id)), task_row, &reading) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < c->n_branches; i++) {
        struct act_branch *branch = &c->branches[i];
        for (size_t k = 0; k < branch->n_tasks; k++)
            if (branch->tasks[k].closed < 0)
                branch->now = &branch->tasks[k];
    }
    c->main = c->n_branches && c->branches[0].kind == BRANCH_MAIN ? &c->branches[0] : NULL;
    return c->main ? DB_OK : DB_NONE;
}

enum db_result act_case_read(struct act_case *c, uint64_t dossier)
{
    uint64_t edition;
    c->minute = civil_minute(&c->now);
    enum db_result result = head_read(c, dossier, &edition);
    if (result == DB_OK)
        result = edition ? workflow_edition(c->db, edition, &c->workflow) : DB_NONE;
    if (result != DB_OK)
        return result;
    c->tree = agency_tree(c->db, c->catalogue);
    if (!c->tree || dossier_result_files(c->db, c->arena, dossier, &c->result_files) == DB_FAIL)
        return DB_FAIL;
    return branches_read(c);
}

/* ---- what it says ---------------------------------------------------------------------------- */

bool act_state_is(const struct act_case *c, const char *state)
{
    return strcmp(c->row.state, state) == 0;
}

bool act_waits(const struct act_case *c)
{
    return act_state_is(c, "waiting_citizen") || act_state_is(c, "waiting_fee");
}

bool act_decided(const struct act_case *c)
{
    return c->row.decided >= 0;
}

size_t act_branches_open(const struct act_case *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_branches; i++)
        n += c->branches[i].kind != BRANCH_MAIN && !c->branches[i].beside && c->branches[i].open;
    return n;
}

/* A part that was asked for again counts by its last answer alone. */
static int64_t branches_refused(const struct act_case *c)
{
    int64_t refused = 0;
    for (size_t i = 0; i < c->n_branches; i++) {
        const struct act_branch *branch = &c->branches[i];
        bool counts = branch->refused && branch->kind != BRANCH_MAIN && !branch->beside;
        for (size_t k = i + 1; counts && k < c->n_branches; k++)
            counts = !branch->n_tasks || !c->branches[k].n_tasks ||
                     c->branches[k].tasks[0].step != branch->tasks[0].step;
        refused += counts;
    }
    return refused;
}

void act_facts(const struct act_case *c, int64_t facts[FACT_END])
{
    const int64_t values[FACT_END] = {
        [FACT_PAPERS_MISSING] = c->papers_missing,
        [FACT_FEES_UNPAID] = c->fees_unpaid,
        [FACT_DUTIES_UNPAID] = c->duties_unpaid,
        [FACT_BRANCHES_OPEN] = (int64_t)act_branches_open(c),
        [FACT_BRANCHES_REFUSED] = branches_refused(c),
        [FACT_SUPPLEMENT_ROUNDS] = c->rounds,
        [FACT_RESULT_FILES] = c->result_files,
        [FACT_RESULT_NUMBERED] = *c->register_no != 0,
        [FACT_DELIVER_POST] = strcmp(c->deliver_by, "post") == 0,
        [FACT_DELIVER_ONLINE] = strcmp(c->deliver_by, "online") == 0,
        [FACT_ORGANISATION] = c->organisation,
        [FACT_LATE] = c->row.due >= 0 && c->minute > c->row.due,
    };
    memcpy(facts, values, sizeof values);
}

const struct workflow_step *act_step_at(const struct act_case *c, const struct act_task *task)
{
    return task && task->step != WORKFLOW_NOWHERE ? &c->workflow->steps[task->step] : NULL;
}
