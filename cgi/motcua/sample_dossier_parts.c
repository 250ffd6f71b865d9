/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/sample.h"

/* A reader of one item below a dossier; `place` counts from 1. */
typedef enum db_result part_reader(struct sample *sample, struct dossier_draft *draft,
                                   struct record *item, int64_t place);

/* Reads every item of a list; what is wrong in one is wrong in the dossier. */
static enum db_result each(struct sample *sample, struct dossier_draft *draft, json_t *list,
                           part_reader *read)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct record item;
        record_open(&item, sample->arena, json_array_get(list, i), draft->record->where);
        enum db_result result = read(sample, draft, &item, (int64_t)i + 1);
        if (result == DB_NONE && !draft->record->wrong)
            draft->record->wrong = item.wrong;
        if (result != DB_OK)
            return result;
    }
    return DB_OK;
}

static struct db_value agency_code(struct sample *sample, struct record *item, const char *name)
{
    return sample_code(item, sample->agencies, "agency", record_text(item, name));
}

static struct db_value user_code(struct sample *sample, struct record *item, const char *name)
{
    return sample_code(item, sample->users, "user", record_text(item, name));
}

static struct db_value moment(struct sample *sample, struct record *item, const char *name)
{
    return sample_moment(sample->arena, sample_minute(item, record_text(item, name)));
}

/* ---- branches and tasks ------------------------------------------------------------------------- */

static struct map *branches; /* key in the file → number */
static int64_t branch_now;

static enum db_result task(struct sample *sample, struct dossier_draft *draft, struct record *item,
                           int64_t place)
{
    (void)place;
    const char *step = record_need(item, "step");
    struct db_value unit = agency_code(sample, item, "unit");
    struct db_value assignee = user_code(sample, item, "assignee");
    int64_t opened = sample_minute(item, record_need(item, "opened"));
    struct db_value closed = moment(sample, item, "closed");
    if (!record_close(item))
        return DB_NONE;
    int64_t minutes;
    enum db_result result = sample_step_minutes(sample->db, sample->arena,
                                                draft->procedure->workflow_rev_id, step, &minutes);
    if (result == DB_NONE)
        record_wrong(item, "its workflow has no step \"%s\"", step);
    if (result != DB_OK)
        return result;
    int64_t due = minutes > 0 ? worktime_add(draft->calendar, opened, minutes) : -1;
    return sample_put(sample->db, SAMPLE_TASK,
                      DB_ARGS(db_number(branch_now), unit, assignee,
                              sample_moment(sample->arena, opened),
                              sample_moment(sample->arena, due), closed,
                              db_number(draft->procedure->workflow_rev_id), db_text(step)));
}

static enum db_result branch(struct sample *sample, struct dossier_draft *draft,
                             struct record *item, int64_t place)
{
    (void)place;
    const char *key = record_need(item, "key");
    struct db_value parent = sample_code(item, branches, "branch", record_text(item, "parent"));
    const char *agency = record_need(item, "agency");
    struct db_value agency_id = sample_code(item, sample->agencies, "agency", agency);
    const char *kind = record_need(item, "kind"), *state = record_need(item, "state");
    struct db_value title = sample_text(record_text(item, "title"));
    struct db_value title_en = sample_text(record_text(item, "title_en"));
    struct db_value outcome = sample_text(record_text(item, "outcome"));
    int64_t opened = sample_minute(item, record_need(item, "opened"));
    struct db_value closed = moment(sample, item, "closed");
    int64_t days = record_number(item, "workdays", 0);
    json_t *tasks = record_list(item, "tasks");
    if (!record_close(item))
        return DB_NONE;
    int64_t due = -1;
    if (days > 0) {
        const struct worktime_calendar *calendar = sample_calendar(sample, agency);
        if (!calendar)
            return DB_FAIL;
        due = worktime_add_days(calendar, opened, (int)days);
    }
    enum db_result result =
        sample_put(sample->db, SAMPLE_BRANCH,
                   DB_ARGS(db_number(draft->id), parent, agency_id, db_text(kind), title, title_en,
                           db_text(state), outcome, sample_moment(sample->arena, opened),
                           sample_moment(sample->arena, due), closed));
    if (result != DB_OK)
        return result;
    branch_now = (int64_t)db_inserted(sample->db);
    sample_remember(sample, branches, key);
    return each(sample, draft, tasks, task);
}

/* ---- supplements, the clock, money ------------------------------------------------------------------ */

static int64_t supplement_now;

static enum db_result supplement_item(struct sample *sample, struct dossier_draft *draft,
                                      struct record *item, int64_t place)
{
    (void)draft;
    struct db_value component = sample_text(record_text(item, "component"));
    const char *what = record_need(item, "what");
    struct db_value done = moment(sample, item, "done");
    if (!record_close(item))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_SUPPLEMENT_ITEM,
                      DB_ARGS(db_number(supplement_now), db_number(place), component, db_text(what),
                              done));
}

static enum db_result supplement(struct sample *sample, struct dossier_draft *draft,
                                 struct record *item, int64_t place)
{
    int64_t round = record_number(item, "round", place);
    struct db_value unit = agency_code(sample, item, "unit"), by = user_code(sample, item, "by");
    struct db_value asked = moment(sample, item, "asked");
    struct db_value answer_by =
        sample_day(sample->arena, sample_minute(item, record_text(item, "answer_by")));
    struct db_value reason = sample_text(record_text(item, "reason"));
    struct db_value answered = moment(sample, item, "answered");
    struct db_value accepted = moment(sample, item, "accepted");
    json_t *items = record_list(item, "items");
    if (!record_close(item))
        return DB_NONE;
    enum db_result result =
        sample_put(sample->db, SAMPLE_SUPPLEMENT,
                   DB_ARGS(db_number(draft->id), db_number(round), unit, by, asked, answer_by,
                           reason, answered, accepted));
    supplement_now = (int64_t)db_inserted(sample->db);
    return result == DB_OK ? each(sample, draft, items, supplement_item) : result;
}

static int64_t clock_now_id;

static enum db_result pause(struct sample *sample, struct dossier_draft *draft,
                            struct record *item, int64_t place)
{
    (void)place;
    struct db_value from = moment(sample, item, "from"), to = moment(sample, item, "to");
    const char *reason = record_need(item, "reason");
    int64_t round = record_number(item, "round", 0);
    struct db_value note = sample_text(record_text(item, "public_note"));
    if (!record_close(item))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_CLOCK_PAUSE,
                      DB_ARGS(db_number(clock_now_id), from, to, db_text(reason),
                              db_number(draft->id), sample_number(round), note));
}

/* Limits in calendar days have no budget in working minutes. */
static struct db_value budget_of(const struct sample_procedure *procedure)
{
    if (strcmp(procedure->term_unit, "working_day") == 0)
        return db_number(procedure->term_value * WORKTIME_DAY);
    if (strcmp(procedure->term_unit, "hour") == 0)
        return db_number(procedure->term_value * 60);
    return db_null();
}

static enum db_result clock_and_pauses(struct sample *sample, struct dossier_draft *draft)
{
    if (draft->received < 0)
        return DB_OK;
    enum db_result result =
        sample_put(sample->db, SAMPLE_CLOCK,
                   DB_ARGS(db_number(draft->id), budget_of(draft->procedure),
                           sample_moment(sample->arena, draft->started),
                           sample_moment(sample->arena, draft->stopped)));
    clock_now_id = (int64_t)db_inserted(sample->db);
    return result == DB_OK ? each(sample, draft, draft->pause_list, pause) : result;
}

static enum db_result fee(struct sample *sample, struct dossier_draft *draft, struct record *item,
                          int64_t place)
{
    const char *kind = record_need(item, "kind"), *name = record_need(item, "name");
    int64_t amount = record_number(item, "amount", 0), waived = record_number(item, "waived", 0);
    struct db_value asked = moment(sample, item, "asked");
    struct db_value pay_by =
        sample_day(sample->arena, sample_minute(item, record_text(item, "pay_by")));
    struct db_value paid = moment(sample, item, "paid");
    struct db_value receipt = sample_text(record_text(item, "receipt_no"));
    if (!record_close(item))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_FEE,
                      DB_ARGS(db_number(draft->id), db_number(place), db_text(kind), db_text(name),
                              db_number(amount), db_number(waived), asked, pay_by, paid, receipt));
}

/* ---- result and history ------------------------------------------------------------------------------ */

static enum db_result result_store(struct sample *sample, struct dossier_draft *draft)
{
    struct record item;
    record_open(&item, sample->arena, draft->result, draft->record->where);
    const char *outcome = record_need(&item, "outcome"), *title = record_need(&item, "title");
    struct db_value register_no = sample_text(record_text(&item, "register_no"));
    struct db_value reason = sample_text(record_text(&item, "public_reason"));
    struct db_value signed_by = user_code(sample, &item, "signed_by");
    struct db_value signed_at = moment(sample, &item, "signed");
    struct db_value shelf = sample_text(record_text(&item, "shelf"));
    struct db_value ready = moment(sample, &item, "ready");
    struct db_value returned = moment(sample, &item, "returned");
    struct db_value via = sample_text(record_text(&item, "returned_via"));
    struct db_value by = user_code(sample, &item, "returned_by");
    struct db_value receiver = sample_text(record_text(&item, "receiver"));
    struct db_value tracking = sample_text(record_text(&item, "tracking_no"));
    if (!record_close(&item)) {
        draft->record->wrong = item.wrong;
        return DB_NONE;
    }
    return sample_put(sample->db, SAMPLE_RESULT,
                      DB_ARGS(db_number(draft->id), db_text(outcome), db_text(title), register_no,
                              reason, signed_by, signed_at, shelf, ready, returned, via, by,
                              receiver, tracking));
}

static enum db_result event(struct sample *sample, struct dossier_draft *draft,
                            struct record *item, int64_t place)
{
    struct db_value at = moment(sample, item, "at");
    const char *type = record_need(item, "type");
    struct db_value by = user_code(sample, item, "by"), unit = agency_code(sample, item, "unit");
    struct db_value on = sample_code(item, branches, "branch", record_text(item, "branch"));
    struct db_value from = sample_text(record_text(item, "from"));
    struct db_value to = sample_text(record_text(item, "to"));
    bool hidden = record_flag(item, "hidden", false);
    struct db_value public_note = sample_text(record_text(item, "public_note"));
    struct db_value note = sample_text(record_text(item, "note"));
    if (!record_close(item))
        return DB_NONE;
    return sample_put(sample->db, SAMPLE_EVENT,
                      DB_ARGS(db_number(draft->id), db_number(place), at, db_text(type), by, unit,
                              on, from, to, db_number(!hidden), public_note, note));
}

enum db_result sample_dossier_parts(struct sample *sample, struct dossier_draft *draft)
{
    branches = map_open(sample->arena);
    enum db_result result = each(sample, draft, draft->branches, branch);
    if (result == DB_OK)
        result = each(sample, draft, draft->supplements, supplement);
    if (result == DB_OK)
        result = clock_and_pauses(sample, draft);
    if (result == DB_OK)
        result = each(sample, draft, draft->fees, fee);
    if (result == DB_OK && draft->result)
        result = result_store(sample, draft);
    if (result == DB_OK)
        result = each(sample, draft, draft->events, event);
    return result;
}
