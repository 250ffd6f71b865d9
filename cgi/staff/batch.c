/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/batch.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/batch.h"
#include "model/dossier_reach.h"
#include "model/due_words.h"
#include "staff/act_inside.h"

enum { ACTS_MAX = 40 };

/* A marked row: "dossier-task", and behind the second dash the version that was seen. */
struct chosen {
    uint64_t dossier, task;
    unsigned version;
    const struct act_offer *offer; /* of the act that is chosen; NULL: not offered */
    const struct act_view *view;
};

struct choosing {
    struct civil now;
    struct scope scope;
    struct chosen items[BATCH_MAX];
    size_t n, too_many;
    const char *act; /* "key:code:name": what makes acts of several workflows one; "" none yet */
    struct batch names;
};

static bool chosen_parse(const char *text, struct chosen *item)
{
    unsigned long long dossier, task;
    unsigned version = 0;
    int end = 0, more = 0;
    if (text[strspn(text, "0123456789-")] || *text == '-' || strstr(text, "--"))
        return false; /* a number has no sign */
    if (sscanf(text, "%19llu-%19llu%n-%9u%n", &dossier, &task, &end, &version, &more) < 2 ||
        text[more ? more : end] || !dossier || !task)
        return false;
    *item = (struct chosen){.dossier = dossier, .task = task, .version = version};
    return true;
}

/* By dossier, so that two batches lock in the same order. */
static int by_dossier(const void *left, const void *right)
{
    const struct chosen *a = left, *b = right;
    if (a->dossier != b->dossier)
        return a->dossier < b->dossier ? -1 : 1;
    return a->task < b->task ? -1 : a->task > b->task;
}

static bool chosen_read(struct request *rq, struct choosing *c)
{
    size_t n = input_count(rq, "chon");
    for (size_t i = 0; i < n; i++) {
        struct chosen item;
        if (!chosen_parse(input_text_at(rq, "chon", i), &item))
            return false;
        bool known = false;
        for (size_t k = 0; k < c->n; k++)
            known = known || (c->items[k].dossier == item.dossier && c->items[k].task == item.task);
        if (known)
            continue;
        if (c->n == BATCH_MAX)
            c->too_many++;
        else
            c->items[c->n++] = item;
    }
    qsort(c->items, c->n, sizeof c->items[0], by_dossier);
    return true;
}

/* Only what needs nothing else to be said for each dossier. */
static bool is_common(const struct act_offer *offer)
{
    return (offer->kind == ACT_STEP || offer->kind == ACT_TAKE || offer->kind == ACT_ASSIGN) &&
           !(offer->needs & ~(unsigned)NEED_PERSON);
}

static const char *act_id(struct request *rq, const struct act_offer *offer)
{
    return arena_format(rq->arena, "%s:%s%s%s", offer->key, offer->code, *offer->name ? ":" : "",
                        offer->name);
}

static enum db_result offers_read(struct request *rq, struct choosing *c)
{
    for (size_t i = 0; i < c->n; i++) {
        struct chosen *item = &c->items[i];
        struct act_view *view = arena_take(rq->arena, sizeof *view);
        enum db_result found = act_offers(rq->db, rq->arena, &c->scope, rq->who.id, &c->now,
                                          item->dossier, view);
        if (found == DB_FAIL)
            return DB_FAIL;
        if (found == DB_NONE)
            continue;
        item->view = view;
        for (size_t k = 0; k < view->n_offers && *c->act; k++)
            if (view->offers[k].task == item->task && is_common(&view->offers[k]) &&
                !strcmp(act_id(rq, &view->offers[k]), c->act))
                item->offer = &view->offers[k];
    }
    return DB_OK;
}

/* What is outside the scope is not there, whoever marked it: its number and names are nobody's here. */
static void strangers_drop(struct choosing *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++)
        if (c->items[i].view)
            c->items[n++] = c->items[i];
    c->n = n;
}

/* DB_NONE: what came is no choice of ours. */
static enum db_result choosing_read(struct request *rq, struct choosing *c)
{
    *c = (struct choosing){.now = clock_now(), .act = input_text(rq, "viec")};
    if (!chosen_read(rq, c))
        return DB_NONE;
    return scope_load(rq->db, rq->arena, rq->who.id, &c->now, &c->scope);
}

static enum db_result names_read(struct request *rq, struct choosing *c)
{
    c->names = (struct batch){.n = c->n};
    for (size_t i = 0; i < c->n; i++)
        c->names.items[i] = (struct batch_item){.dossier = c->items[i].dossier, .number = "", .applicant = ""};
    return batch_names(rq->db, rq->arena, &c->names);
}

/* ---- which act --------------------------------------------------------------------------------- */

static void act_count(struct request *rq, const struct act_offer *offer, struct data *acts[ACTS_MAX],
                      unsigned counts[ACTS_MAX], size_t *n)
{
    const char *id = act_id(rq, offer);
    size_t k = 0;
    while (k < *n && strcmp(data_get(acts[k], "Value"), id) != 0)
        k++;
    if (k == ACTS_MAX)
        return;
    if (k == *n) {
        acts[(*n)++] = data_add(rq->data, "Acts");
        data_set(acts[k], "Value", id);
        data_set(acts[k], "Text", act_name(rq, offer));
        counts[k] = 0;
    }
    counts[k]++;
}

static void acts_fill(struct request *rq, const struct choosing *c)
{
    struct data *acts[ACTS_MAX];
    unsigned counts[ACTS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++)
        for (size_t k = 0; c->items[i].view && k < c->items[i].view->n_offers; k++) {
            const struct act_offer *offer = &c->items[i].view->offers[k];
            if (offer->task == c->items[i].task && offer->allowed && is_common(offer))
                act_count(rq, offer, acts, counts, &n);
        }
    for (size_t k = 0; k < n; k++)
        data_set(acts[k], "Hint",
                 say_fill(rq, "batch.fits", "n", arena_format(rq->arena, "%u", counts[k]), "all",
                          arena_format(rq->arena, "%zu", c->n), NULL));
    if (n == 1) /* nothing to choose */
        data_set(rq->data, "Form.viec.Value", data_get(acts[0], "Value"));
}

/* ---- what will happen ------------------------------------------------------------------------------ */

static void target_fill(struct request *rq, const struct act_offer *offer, struct data *item)
{
    char text[DATE_TEXT_MAX];
    data_set(item, "Step", say_either(rq, offer->to_step, offer->to_step_en));
    data_set(item, "Unit", say_either(rq, offer->to_unit_name, offer->to_unit_name_en));
    if (!(offer->needs & NEED_PERSON))
        data_set(item, "Person", offer->to_person_name);
    if (offer->to_due.year)
        data_set(item, "Due", date_format_short(text, &offer->to_due));
}

static bool people_add(struct request *rq, const struct choosing *c, const struct act_offer *offer)
{
    static struct act_person people[ACT_PEOPLE_MAX];
    size_t n = 0;
    if (act_people(rq->db, rq->arena, &c->now, offer->to_role, offer->to_unit, people, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *value = arena_format(rq->arena, "%llu", (unsigned long long)people[i].id);
        bool known = false;
        for (int k = 0; !known && data_has(rq->data, arena_format(rq->arena, "People.%d.Value", k)); k++)
            known = !strcmp(data_get(rq->data, arena_format(rq->arena, "People.%d.Value", k)), value);
        if (known)
            continue;
        struct data *item = data_add(rq->data, "People");
        data_set(item, "Value", value);
        data_format(item, "Text", "%s, %s (%s)%s%s", people[i].name, people[i].unit,
                    say_count(rq, "act.open_tasks", people[i].open_tasks), people[i].away ? ", " : "",
                    people[i].away ? say(rq, "act.away") : "");
    }
    return true;
}

/* Who may be named: of each unit that is concerned, asked once. */
static bool people_fill(struct request *rq, const struct choosing *c)
{
    for (size_t i = 0; i < c->n; i++) {
        const struct act_offer *offer = c->items[i].offer;
        if (!offer || !offer->allowed || !(offer->needs & NEED_PERSON))
            continue;
        bool asked = false;
        for (size_t k = 0; k < i && !asked; k++) {
            const struct act_offer *before = c->items[k].offer;
            asked = before && before->allowed && before->to_unit == offer->to_unit &&
                    before->to_role == offer->to_role;
        }
        if (!asked && !people_add(rq, c, offer))
            return false;
    }
    return true;
}

static void items_fill(struct request *rq, const struct choosing *c)
{
    size_t fits = 0;
    for (size_t i = 0; i < c->n; i++) {
        const struct chosen *chosen = &c->items[i];
        struct data *item = data_add(rq->data, "Items");
        data_set(item, "Number", c->names.items[i].number);
        data_set(item, "Applicant", c->names.items[i].applicant);
        data_format(item, "Href", "%s/can-bo/ho-so/%llu", rq->base, (unsigned long long)chosen->dossier);
        data_format(item, "Value", "%llu-%llu-%u", (unsigned long long)chosen->dossier,
                    (unsigned long long)chosen->task, chosen->view ? chosen->view->version : 0);
        if (!*c->act)
            continue;
        if (!chosen->offer) {
            data_set(item, "Why", say(rq, "batch.not_offered"));
            continue;
        }
        if (!chosen->offer->allowed) {
            data_set(item, "Why", act_blocked_words(rq, chosen->offer->blocked, chosen->offer->obstacle,
                                                    chosen->offer->holder));
            continue;
        }
        fits++;
        data_set_flag(item, "Fits", true);
        if (chosen->offer->needs & NEED_PERSON)
            data_set_flag(rq->data, "Batch.NeedsPerson", true);
        data_set(rq->data, "Batch.Act", act_name(rq, chosen->offer));
        target_fill(rq, chosen->offer, item);
    }
    data_set_flag(rq->data, "Batch.Fits", fits > 0);
    data_set(rq->data, "Batch.FitsText",
             say_fill(rq, "batch.fits", "n", arena_format(rq->arena, "%zu", fits), "all",
                      arena_format(rq->arena, "%zu", c->n), NULL));
}

static void forms_fill(struct request *rq, const struct choosing *c)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.work_css"));
    data_format(rq->data, "Batch.Ask", "%s/can-bo/viec/nhieu", rq->base);
    data_format(rq->data, "Batch.Back", "%s/can-bo/viec%s%s", rq->base, input_given(rq, "the") ? "?the=" : "",
                input_text(rq, "the"));
    page_form(rq, data_at(rq->data, "Batch.Do"), "/can-bo/viec/nhieu/lam");
    data_set_flag(rq->data, "Batch.None", c->n == 0);
    data_set_flag(rq->data, "Batch.Chosen", *c->act);
    if (c->too_many)
        data_set(rq->data, "Batch.TooMany", say_count(rq, "batch.too_many", BATCH_MAX));
}

int batch_choose(struct request *rq)
{
    struct choosing *c = arena_take(rq->arena, sizeof *c);
    enum db_result ready = choosing_read(rq, c);
    if (ready != DB_OK)
        return ready == DB_NONE ? page_malformed(rq) : page_failed(rq);
    if (offers_read(rq, c) == DB_FAIL)
        return page_failed(rq);
    strangers_drop(c);
    if (names_read(rq, c) == DB_FAIL || !people_fill(rq, c))
        return page_failed(rq);
    if (!*c->act)
        acts_fill(rq, c);
    items_fill(rq, c);
    forms_fill(rq, c);
    return page_show(rq, "staff/batch.cs", "batch");
}

/* ---- doing it --------------------------------------------------------------------------------------- */

static void outcome_take(struct request *rq, enum act_result result, const struct act_outcome *outcome,
                         struct batch_item *item)
{
    static const enum batch_outcome outcomes[] = {
        [ACT_DONE] = BATCH_DONE,       [ACT_UNKNOWN] = BATCH_UNKNOWN, [ACT_MOVED] = BATCH_MOVED,
        [ACT_REFUSED] = BATCH_REFUSED, [ACT_WRONG] = BATCH_WRONG,
    };
    item->outcome = outcomes[result];
    if (result == ACT_REFUSED && !strcmp(outcome->blocked, "guard") && outcome->obstacle < FACT_END)
        item->reason = arena_format(rq->arena, "guard:%s", guard_fact_names[outcome->obstacle]);
    else if (result == ACT_REFUSED)
        item->reason = outcome->blocked;
    else if (result == ACT_WRONG)
        item->reason = outcome->error;
    if (result == ACT_MOVED) {
        item->who = outcome->by;
        item->at = outcome->at;
    } else if (outcome->holder)
        item->who = outcome->holder;
}

/* False: the database failed, and with it the whole batch, which is then tried again. */
static bool item_do(struct request *rq, const struct choosing *c, const struct chosen *chosen,
                    struct batch_item *item)
{
    *item = (struct batch_item){.dossier = chosen->dossier, .outcome = BATCH_UNKNOWN, .reason = "", .who = ""};
    if (!chosen->view)
        return true;
    struct act_input input = {
        .dossier = chosen->dossier,
        .branch = chosen->offer ? chosen->offer->branch : 0,
        .code = chosen->offer ? chosen->offer->code : "",
        .version = chosen->version ? chosen->version : UINT_MAX, /* as in the form of one dossier */
        .person = (uint64_t)input_number(rq, "nguoi"),
        .reason = "", .note = "", .title = "", .outcome = "", .shelf = "", .receiver = "",
        .tracking = "", .receipt_no = "", .receiver_role = "",
    };
    if (!chosen->offer && chosen->version == chosen->view->version) {
        item->outcome = BATCH_REFUSED;
        item->reason = "not_offered";
        return true;
    }
    struct act_outcome outcome = {0};
    enum act_result result =
        act_do(rq->db, rq->arena, &c->scope, rq->who.id, &c->now, &input, &outcome);
    if (result == ACT_FAIL)
        return false;
    outcome_take(rq, result, &outcome, item);
    return true;
}

int batch_do(struct request *rq)
{
    struct choosing *c = arena_take(rq->arena, sizeof *c);
    struct batch *batch = arena_take(rq->arena, sizeof *batch);
    enum db_result ready = choosing_read(rq, c);
    if (ready == DB_NONE || c->n == 0 || !*c->act)
        return page_malformed(rq);
    if (ready == DB_FAIL || offers_read(rq, c) == DB_FAIL)
        return page_failed(rq);
    *batch = (struct batch){.user = rq->who.id, .at = c->now, .code = c->act, .name = c->act, .n = c->n,
                            .person = (uint64_t)input_number(rq, "nguoi")};
    for (size_t i = 0; i < c->n; i++) {
        if (c->items[i].offer)
            batch->name = act_name(rq, c->items[i].offer);
        if (!item_do(rq, c, &c->items[i], &batch->items[i]))
            return page_failed(rq);
    }
    if (batch_write(rq->db, batch) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, "/can-bo/viec/nhieu/%llu", (unsigned long long)batch->id);
}

/* ---- what became of it -------------------------------------------------------------------------------- */

static const char *reason_words(struct request *rq, const struct batch_item *item)
{
    char at[DATE_TEXT_MAX];
    if (item->outcome == BATCH_MOVED)
        return say_fill(rq, "batch.moved_by", "name", item->who, "at",
                        item->at.year ? date_format_short(at, &item->at) : "", NULL);
    if (item->outcome == BATCH_UNKNOWN)
        return say(rq, "batch.unknown");
    if (item->outcome == BATCH_WRONG)
        return say_one(rq, "error", item->reason);
    if (!strncmp(item->reason, "guard:", 6))
        return say_one(rq, "act.obstacle", item->reason + 6);
    return *item->reason ? act_blocked_words(rq, item->reason, FACT_END, item->who) : "";
}

/* The batch is a record; whose dossiers its owner no longer reaches, it does not say any more. */
static enum db_result strangers_hide(struct request *rq, struct batch *batch)
{
    struct scope scope;
    struct civil now = clock_now();
    if (scope_load(rq->db, rq->arena, rq->who.id, &now, &scope) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < batch->n; i++) {
        struct batch_item *item = &batch->items[i];
        enum db_result reach = dossier_reach(rq->db, rq->arena, &scope, item->dossier);
        if (reach == DB_FAIL)
            return DB_FAIL;
        if (reach == DB_NONE)
            *item = (struct batch_item){
                .outcome = BATCH_UNKNOWN, .reason = "", .who = "", .number = "", .applicant = ""};
    }
    return DB_OK;
}

int batch_page(struct request *rq)
{
    static const char *const kinds[BATCH_OUTCOMES] = {
        [BATCH_DONE] = "ok", [BATCH_REFUSED] = "wait", [BATCH_MOVED] = "wait", [BATCH_WRONG] = "late",
        [BATCH_UNKNOWN] = "late"};
    struct batch *batch = arena_take(rq->arena, sizeof *batch);
    enum db_result found =
        batch_read(rq->db, rq->arena, rq->who.id, (uint64_t)input_number(rq, "id"), batch);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    if (strangers_hide(rq, batch) == DB_FAIL)
        return page_failed(rq);
    size_t done = 0;
    for (size_t i = 0; i < batch->n; i++) {
        const struct batch_item *from = &batch->items[i];
        struct data *item = data_add(rq->data, "Items");
        data_set(item, "Number", from->number);
        data_set(item, "Applicant", from->applicant);
        if (from->dossier)
            data_format(item, "Href", "%s/can-bo/ho-so/%llu", rq->base, (unsigned long long)from->dossier);
        data_set(item, "Kind", kinds[from->outcome]);
        data_set(item, "Outcome", say_one(rq, "batch_outcome", batch_outcomes[from->outcome]));
        data_set(item, "Why", reason_words(rq, from));
        done += from->outcome == BATCH_DONE;
    }
    data_set(rq->data, "Batch.Act", batch->name);
    data_set(rq->data, "Batch.Person", batch->person_name);
    data_set(rq->data, "Batch.At", say_moment(rq, &batch->at));
    data_set(rq->data, "Batch.DoneText",
             say_fill(rq, "batch.done", "n", arena_format(rq->arena, "%zu", done), "all",
                      arena_format(rq->arena, "%zu", batch->n), NULL));
    data_set_flag(rq->data, "Batch.All", done == batch->n);
    data_format(rq->data, "Batch.Back", "%s/can-bo/viec", rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.work_css"));
    return page_show(rq, "staff/batch_done.cs", "batch_done");
}
