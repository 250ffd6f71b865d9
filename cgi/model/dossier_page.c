/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_page.h"

#include <stdlib.h>
#include <string.h>

#include "lib/log.h"
#include "model/dossier_receive.h"
#include "model/party.h"

static const char head_sql[] =
    "select d.id, d.agency_id, d.counter_agency_id, r.workflow_rev_id, d.version, d.copies,"
    " " DOSSIER_UNTOUCHED("d.id") ", d.term_value,"
    " d.number, d.state, d.channel, d.deliver_by, d.summary, p.code, r.name, r.name_en,"
    " a.code, a.name, a.name_en, c.name, c.name_en, d.term_unit, d.due_rule, u.name,"
    " t.outcome, t.title, t.register_no, t.public_reason, s.name, t.shelf, t.returned_via,"
    " b.name, t.receiver, t.tracking_no,"
    " d.state_at, d.submitted_at, d.received_at, d.clock_from, d.due_at, d.first_due_at,"
    " d.apologised_at, d.decided_at, d.ready_at, d.returned_at, d.closed_at, t.signed_at,"
    " t.returned_at"
    " from dossier d join `procedure` p on p.id = d.procedure_id"
    " join procedure_rev r on r.id = d.rev_id join agency a on a.id = d.agency_id"
    " join agency c on c.id = d.counter_agency_id left join user u on u.id = d.received_by"
    " left join result t on t.dossier_id = d.id left join user s on s.id = t.signed_by"
    " left join user b on b.id = t.returned_by where d.id = ?";

static const char parties_sql[] =
    "select p.role = 'submitter', p.kind = 'organisation', p.name, p.birth_date, p.sex,"
    " p.nationality, p.identity_kind, p.identity_number, p.identity_issued_by, p.phone, p.email,"
    " " PARTY_ADDRESS("p", "a", "b") ", p.representative, p.authority_note, p.identity_issued_on"
    " from party p left join agency a on a.id = p.area_agency_id"
    " left join agency b on b.id = a.parent_id where p.dossier_id = ?"
    " order by p.role";

/* Everything below the dossier: `part` says which list a row belongs to, `n` its place there. Sorted here and not
 * there: that would cost the database a temporary table. */
static const char parts_sql[] =
    "select 'event' as part, e.seq as n, e.actor_id as m, e.at as a, null as b, null as c,"
    " null as d, null as e, e.type as k1, e.from_state as k2, e.to_state as k3,"
    " e.is_public as k4, e.public_note as t1, e.note as t2, u.name as t3, v.name as t4,"
    " g.name as t5, g.name_en as t6, e.data as t7, null as t8, null as t9"
    " from event e left join user u on u.id = e.actor_id left join user v on v.id = e.behalf_id"
    " left join agency g on g.id = e.unit_id where e.dossier_id = ?"
    " union all select 'branch', b.id, k.assignee_id, b.opened_at, b.due_at, b.closed_at,"
    " k.opened_at, k.due_at, b.kind, b.state, b.outcome, b.register_no, b.title, b.title_en,"
    " g.name, g.name_en, s.name, s.name_en, w.name, w.name_en, u.name"
    " from branch b join agency g on g.id = b.agency_id left join task k on k.open_key = b.id"
    " left join wf_step s on s.id = k.step_id left join agency w on w.id = k.unit_id"
    " left join user u on u.id = k.assignee_id where b.dossier_id = ?"
    " union all select 'task', b.id, k.id, null, null, null, null, null, b.agency_id, k.unit_id,"
    " null, null, null, null, null, null, null, null, null, null, null"
    " from branch b left join task k on k.open_key = b.id where b.dossier_id = ?"
    " union all select 'paper', position, null, null, null, null, null, null, originals, copies,"
    " sheets, is_present, name, null, null, null, null, null, null, null, null"
    " from dossier_component where dossier_id = ?"
    " union all select 'fee', position, null, pay_by, paid_at, null, null, null, kind, amount,"
    " waived_amount, receipt_no, name, null, null, null, null, null, null, null, null"
    " from fee where dossier_id = ?"
    " union all select 'round', s.id, s.round, s.asked_at, s.answer_by, s.answered_at,"
    " s.accepted_at, null, null, null, null, null, s.reason, u.name, g.name, g.name_en, null,"
    " null, null, null, null"
    " from supplement s join agency g on g.id = s.unit_id left join user u on u.id = s.asked_by"
    " where s.dossier_id = ?"
    " union all select 'point', i.supplement_id * 256 + i.position, i.supplement_id, i.done_at,"
    " null, null, null, null, null, null, null, null, i.component_name, i.what, null, null, null,"
    " null, null, null, null"
    " from supplement s join supplement_item i on i.supplement_id = s.id where s.dossier_id = ?"
    " union all select 'pause', z.id, null, z.from_at, z.to_at, null, null, null, z.reason,"
    " z.is_restart, null, null, z.public_note, null, null, null, null, null, null, null, null"
    " from clock c join clock_pause z on z.clock_id = c.id"
    " where c.dossier_id = ? and c.branch_id is null and c.task_id is null"
    " union all select 'message', id, null, created_at, sent_at, null, null, null, channel,"
    " template, state, null, null, null, null, null, null, null, null, null, null"
    " from outbox where dossier_id = ? and channel <> 'push'"
    " union all (select 'view', l.id, l.user_id, l.at, null, null, null, null, l.purpose, null,"
    " null, null, u.name, g.name, g.name_en, null, null, null, null, null, null"
    " from access_log l join user u on u.id = l.user_id join agency g on g.id = l.unit_id"
    " where l.dossier_id = ? order by l.id desc limit 40)";

enum { P_PART, P_N, P_M, P_A, P_B, P_C, P_D, P_E, P_K1, P_K2, P_K3, P_K4, P_T1, P_T2, P_T3, P_T4,
       P_T5, P_T6, P_T7, P_T8, P_T9, P_COLUMNS };
_Static_assert(PAGE_VIEWS_MAX == 40, "the statement says so too");

static int64_t number_of(const char *text)
{
    return text ? strtoll(text, NULL, 10) : 0;
}

static struct civil moment(const char *text)
{
    struct civil at = {0};
    if (text && !civil_parse(text, &at))
        log_warn("dossier page: the database gave an odd moment");
    return at;
}

/* ---- the head -------------------------------------------------------------------------------------- */

static void head_read(const struct db_row *row, struct dossier_page *p)
{
    const char *const *t = row->text;
    p->id = (uint64_t)number_of(*t++);
    p->agency_id = (uint64_t)number_of(*t++);
    p->counter_id = (uint64_t)number_of(*t++);
    p->workflow_rev = (uint64_t)number_of(*t++);
    p->version = (unsigned)number_of(*t++);
    p->copies = (unsigned)number_of(*t++);
    p->untouched = number_of(*t++) != 0;
    p->term_value = (int)number_of(*t++);
    const char **texts[] = {
        &p->number,         &p->state,       &p->channel,      &p->deliver_by,   &p->summary,
        &p->procedure_code, &p->procedure,   &p->procedure_en, &p->agency_code,  &p->agency,
        &p->agency_en,      &p->counter,     &p->counter_en,   &p->term_unit,    &p->due_rule,
        &p->received_by,    &p->outcome,     &p->result,       &p->register_no,  &p->refusal,
        &p->signed_by,      &p->shelf,       &p->returned_via, &p->returned_by,  &p->receiver,
        &p->tracking_no,
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++, t++)
        *texts[i] = *t ? *t : "";
    struct civil *moments[] = {
        &p->state_at,    &p->submitted_at, &p->received_at, &p->clock_from, &p->due_at,
        &p->first_due_at, &p->apologised_at, &p->decided_at, &p->ready_at, &p->returned_at,
        &p->closed_at,   &p->signed_at,    &p->result_returned_at,
    };
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
        *moments[i] = moment(*t++);
}

/* ---- lists ------------------------------------------------------------------------------------------- */

/* A growing list kept in order; the items are the caller's type. */
struct list {
    char *items;
    int64_t *order;
    size_t n, room;
};

/* A zeroed item in its place. */
static void *list_place(struct arena *arena, struct list *list, size_t size, int64_t order)
{
    if (list->n == list->room) {
        size_t room = list->room ? list->room * 2 : 8;
        char *items = arena_take_array(arena, room, size);
        int64_t *orders = arena_take_array(arena, room, sizeof *orders);
        if (list->n) {
            memcpy(items, list->items, list->n * size);
            memcpy(orders, list->order, list->n * sizeof *orders);
        }
        *list = (struct list){items, orders, list->n, room};
    }
    size_t at = list->n++;
    for (; at && list->order[at - 1] > order; at--) {
        memcpy(list->items + at * size, list->items + (at - 1) * size, size);
        list->order[at] = list->order[at - 1];
    }
    list->order[at] = order;
    memset(list->items + at * size, 0, size);
    return list->items + at * size;
}

enum part_kind { PART_EVENT, PART_BRANCH, PART_TASK, PART_PAPER, PART_FEE, PART_ROUND, PART_POINT,
                 PART_PAUSE, PART_MESSAGE, PART_VIEW, PART_END };
static const char *const part_names[PART_END] = {"event", "branch", "task",    "paper",   "fee",
                                                 "round", "point",  "pause", "message", "view"};

struct reading {
    struct arena *arena;
    struct list lists[PART_END];
};

/* Which branch, its agency and its open task; the columns of its own row are full. */
struct task_of {
    uint64_t branch, task, agency, unit;
};

struct point_of {
    struct page_point point;
    uint64_t round;
};

/* One row with its texts copied. */
struct part {
    const char *text[P_COLUMNS];
};

static const char *words(const struct part *p, int column)
{
    return p->text[column] ? p->text[column] : "";
}

static unsigned count(const struct part *p, int column)
{
    return (unsigned)number_of(p->text[column]);
}

static void event_put(const struct part *p, struct page_event *event)
{
    *event = (struct page_event){
        .seq = count(p, P_N),
        .at = moment(p->text[P_A]),
        .type = words(p, P_K1),
        .from_state = words(p, P_K2),
        .to_state = words(p, P_K3),
        .public = count(p, P_K4) != 0,
        .public_note = words(p, P_T1),
        .note = words(p, P_T2),
        .actor_id = count(p, P_M),
        .actor = words(p, P_T3),
        .behalf = words(p, P_T4),
        .unit = words(p, P_T5),
        .unit_en = words(p, P_T6),
        .data = words(p, P_T7),
    };
}

static void branch_put(const struct part *p, struct page_branch *branch)
{
    *branch = (struct page_branch){
        .id = (uint64_t)number_of(p->text[P_N]),
        .kind = words(p, P_K1),
        .state = words(p, P_K2),
        .outcome = words(p, P_K3),
        .register_no = words(p, P_K4),
        .title = words(p, P_T1),
        .title_en = words(p, P_T2),
        .agency = words(p, P_T3),
        .agency_en = words(p, P_T4),
        .opened_at = moment(p->text[P_A]),
        .due_at = moment(p->text[P_B]),
        .closed_at = moment(p->text[P_C]),
        .step = words(p, P_T5),
        .step_en = words(p, P_T6),
        .unit = words(p, P_T7),
        .unit_en = words(p, P_T8),
        .assignee = words(p, P_T9),
        .assignee_id = (uint64_t)number_of(p->text[P_M]),
        .step_since = moment(p->text[P_D]),
        .step_due = moment(p->text[P_E]),
    };
    branch->main = strcmp(branch->kind, "main") == 0;
    branch->open = branch->closed_at.year == 0;
}

static void fee_put(const struct part *p, struct page_fee *fee)
{
    *fee = (struct page_fee){
        .kind = words(p, P_K1),
        .name = words(p, P_T1),
        .receipt_no = words(p, P_K4),
        .amount = number_of(p->text[P_K2]),
        .waived = number_of(p->text[P_K3]),
        .pay_by = moment(p->text[P_A]),
        .paid_at = moment(p->text[P_B]),
    };
}

static void round_put(const struct part *p, struct page_round *round)
{
    *round = (struct page_round){
        .id = (uint64_t)number_of(p->text[P_N]),
        .round = count(p, P_M),
        .reason = words(p, P_T1),
        .asked_by = words(p, P_T2),
        .unit = words(p, P_T3),
        .unit_en = words(p, P_T4),
        .asked_at = moment(p->text[P_A]),
        .answer_by = moment(p->text[P_B]),
        .answered_at = moment(p->text[P_C]),
        .accepted_at = moment(p->text[P_D]),
    };
}

static void small_put(enum part_kind kind, const struct part *p, void *item)
{
    switch (kind) {
    case PART_TASK:
        *(struct task_of *)item = (struct task_of){.branch = (uint64_t)number_of(p->text[P_N]),
                                                   .task = (uint64_t)number_of(p->text[P_M]),
                                                   .agency = count(p, P_K1),
                                                   .unit = count(p, P_K2)};
        break;
    case PART_PAPER:
        *(struct page_paper *)item = (struct page_paper){.name = words(p, P_T1),
                                                         .originals = count(p, P_K1),
                                                         .copies = count(p, P_K2),
                                                         .sheets = count(p, P_K3),
                                                         .present = count(p, P_K4) != 0};
        break;
    case PART_POINT:
        *(struct point_of *)item = (struct point_of){.point = {.paper = words(p, P_T1),
                                                               .what = words(p, P_T2),
                                                               .done = p->text[P_A] != NULL},
                                                     .round = (uint64_t)number_of(p->text[P_M])};
        break;
    case PART_PAUSE:
        *(struct page_pause *)item = (struct page_pause){.from = moment(p->text[P_A]),
                                                         .to = moment(p->text[P_B]),
                                                         .restart = count(p, P_K2) != 0,
                                                         .reason = words(p, P_K1),
                                                         .note = words(p, P_T1)};
        break;
    case PART_MESSAGE:
        *(struct page_message *)item = (struct page_message){.channel = words(p, P_K1),
                                                             .occasion = words(p, P_K2),
                                                             .state = words(p, P_K3),
                                                             .written_at = moment(p->text[P_A]),
                                                             .sent_at = moment(p->text[P_B])};
        break;
    default:
        *(struct page_view *)item = (struct page_view){.at = moment(p->text[P_A]),
                                                       .user_id = count(p, P_M),
                                                       .user = words(p, P_T1),
                                                       .unit = words(p, P_T2),
                                                       .unit_en = words(p, P_T3),
                                                       .purpose = words(p, P_K1)};
    }
}

static bool part_read(void *context, const struct db_row *row)
{
    static const size_t sizes[PART_END] = {
        [PART_EVENT] = sizeof(struct page_event),     [PART_BRANCH] = sizeof(struct page_branch),
        [PART_TASK] = sizeof(struct task_of),         [PART_PAPER] = sizeof(struct page_paper),
        [PART_FEE] = sizeof(struct page_fee),         [PART_ROUND] = sizeof(struct page_round),
        [PART_POINT] = sizeof(struct point_of),       [PART_PAUSE] = sizeof(struct page_pause),
        [PART_MESSAGE] = sizeof(struct page_message), [PART_VIEW] = sizeof(struct page_view),
    };
    struct reading *reading = context;
    struct part part;
    for (size_t i = 0; i < P_COLUMNS; i++)
        part.text[i] = row->text[i] ? arena_copy(reading->arena, row->text[i]) : NULL;
    enum part_kind kind = 0;
    while (kind < PART_END && strcmp(part_names[kind], part.text[P_PART]) != 0)
        kind++;
    if (kind == PART_END)
        return true;
    void *item = list_place(reading->arena, &reading->lists[kind], sizes[kind],
                            number_of(part.text[P_N]));
    if (kind == PART_EVENT)
        event_put(&part, item);
    else if (kind == PART_BRANCH)
        branch_put(&part, item);
    else if (kind == PART_FEE)
        fee_put(&part, item);
    else if (kind == PART_ROUND)
        round_put(&part, item);
    else
        small_put(kind, &part, item);
    return true;
}

/* Points to their rounds, open tasks to their branches: both lists are in the order of the other. */
static void parts_join(struct arena *arena, struct reading *reading, struct dossier_page *page)
{
    const struct point_of *points = (const void *)reading->lists[PART_POINT].items;
    size_t n_points = reading->lists[PART_POINT].n;
    struct page_point *flat = arena_take_array(arena, n_points, sizeof *flat);
    for (size_t i = 0; i < n_points; i++)
        flat[i] = points[i].point;
    for (size_t i = 0, at = 0; i < page->n_rounds; i++) {
        struct page_round *round = &page->rounds[i];
        round->points = flat + at;
        for (; at < n_points && points[at].round == round->id; at++)
            round->n_points++;
    }
    const struct task_of *tasks = (const void *)reading->lists[PART_TASK].items;
    for (size_t i = 0; i < page->n_branches && i < reading->lists[PART_TASK].n; i++) {
        page->branches[i].task = tasks[i].task;
        page->branches[i].agency_id = tasks[i].agency;
        page->branches[i].unit_id = tasks[i].unit;
    }
}

static void parts_take(struct arena *arena, struct reading *reading, struct dossier_page *page)
{
#define TAKE(field, kind)                                                                          \
    page->field = (void *)reading->lists[kind].items;                                              \
    page->n_##field = reading->lists[kind].n
    TAKE(events, PART_EVENT);
    TAKE(branches, PART_BRANCH);
    TAKE(papers, PART_PAPER);
    TAKE(fees, PART_FEE);
    TAKE(rounds, PART_ROUND);
    TAKE(pauses, PART_PAUSE);
    TAKE(messages, PART_MESSAGE);
    TAKE(views, PART_VIEW);
#undef TAKE
    parts_join(arena, reading, page);
}

/* ---- people ------------------------------------------------------------------------------------------ */

struct party_reading {
    struct arena *arena;
    struct dossier_page *page;
};

static bool party_read(void *context, const struct db_row *row)
{
    struct party_reading *reading = context;
    struct page_party *party = &reading->page->parties[reading->page->n_parties++];
    const char *const *t = row->text;
    party->submitter = number_of(*t++) != 0;
    party->organisation = number_of(*t++) != 0;
    const char **texts[] = {
        &party->name,          &party->birth_date,      &party->sex,
        &party->nationality,   &party->identity_kind,   &party->identity_number,
        &party->identity_issued_by, &party->phone,      &party->email,
        &party->address,       &party->representative,
        &party->authority_note,
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++, t++)
        *texts[i] = arena_copy(reading->arena, *t);
    party->identity_issued_on = moment(*t);
    return reading->page->n_parties < 2;
}

/* ---- the whole ------------------------------------------------------------------------------------- */

enum db_result dossier_page_read(struct db *db, struct arena *arena, uint64_t dossier,
                                 struct dossier_page *page)
{
    struct db_value id = db_number((int64_t)dossier);
    struct db_row row;
    enum db_result result = db_one(db, arena, head_sql, DB_ARGS(id), &row);
    if (result != DB_OK)
        return result;
    *page = (struct dossier_page){0};
    head_read(&row, page);
    page->parties = arena_take_array(arena, 2, sizeof *page->parties);
    struct reading reading = {.arena = arena};
    if (db_each(db, parties_sql, DB_ARGS(id), party_read,
                &(struct party_reading){arena, page}) == DB_FAIL ||
        db_each(db, parts_sql, DB_ARGS(id, id, id, id, id, id, id, id, id, id), part_read,
                &reading) == DB_FAIL)
        return DB_FAIL;
    parts_take(arena, &reading, page);
    return DB_OK;
}

const struct page_party *page_applicant(const struct dossier_page *page)
{
    for (size_t i = 0; i < page->n_parties; i++)
        if (!page->parties[i].submitter)
            return &page->parties[i];
    return NULL;
}

const struct page_branch *page_main(const struct dossier_page *page)
{
    for (size_t i = 0; i < page->n_branches; i++)
        if (page->branches[i].main)
            return &page->branches[i];
    return NULL;
}
