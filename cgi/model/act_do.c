/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Doing an act: the dossier is locked, compared with what the officer saw, and only what is offered is done.
 */
#include <stdlib.h>
#include <string.h>

#include "model/act_inside.h"
#include "model/dossier_reach.h"

/* The row stays locked until the caller's transaction ends. */
static enum db_result lock(struct db *db, struct arena *arena, uint64_t dossier)
{
    struct db_row row;
    return db_one(db, arena, "select version from dossier where id = ? for update",
                  DB_ARGS(db_number((int64_t)dossier)), &row);
}

static enum act_result moved(const struct act_case *c, struct act_outcome *out)
{
    out->by = c->last.name;
    out->unit = c->last.unit;
    out->what = c->last.type;
    out->at = c->last.at;
    return ACT_MOVED;
}

static const struct act_offer *offer_of(const struct act_view *view, const struct act_branch *branch,
                                        const char *code)
{
    for (size_t i = 0; i < view->n_offers; i++)
        if (view->offers[i].branch == branch->id && strcmp(view->offers[i].code, code) == 0)
            return &view->offers[i];
    return NULL;
}

static enum act_result dispatch(struct act_doing *d)
{
    switch (d->offer->kind) {
    case ACT_STEP:
        return strcmp(d->offer->key, "answer") == 0 ? act_answer_do(d) : act_step_do(d);
    case ACT_TAKE:
        return act_take_do(d);
    case ACT_ASSIGN:
        return act_assign_do(d);
    case ACT_OPINION:
        return act_opinion_do(d);
    case ACT_EXTEND:
        return act_extend_do(d);
    case ACT_STOP:
        return act_stop_do(d);
    case ACT_RESUME:
        return act_resume_do(d);
    case ACT_WITHDRAW:
        return act_withdraw_do(d);
    case ACT_CLOSE:
        return act_close_do(d);
    case ACT_UNDO:
        return act_undo_do(d);
    case ACT_NOTE:
    case ACT_MESSAGE:
        return act_words_do(d);
    case ACT_KIND_END:
        break;
    }
    return ACT_FAIL;
}

static enum act_result run(struct act_case *c, const struct act_input *in, struct act_outcome *out)
{
    struct act_branch *branch = act_branch_of(c, in->branch);
    struct act_view *view = arena_take(c->arena, sizeof *view);
    act_offers_list(c, view);
    const struct act_offer *offer = branch ? offer_of(view, branch, in->code) : NULL;
    struct act_doing doing = {.c = c, .in = in, .out = out, .offer = offer, .branch = branch};
    if (!offer)
        return act_refused(&doing, "not_offered");
    if (!offer->allowed) {
        out->obstacle = offer->obstacle;
        out->holder = offer->holder;
        return act_refused(&doing, offer->blocked);
    }
    doing.task = offer->task ? branch->now : NULL;
    doing.may = (struct act_may){
        .right = true, .allowed = true, .behalf = offer->behalf, .unit = offer->unit, .holder = ""};
    enum act_result result = dispatch(&doing);
    if (result == ACT_DONE)
        out->version = c->version + 1;
    return result;
}

/* A form may leave out what it does not ask for. */
static struct act_input filled(const struct act_input *in)
{
    struct act_input full = *in;
    const char **texts[] = {&full.code,  &full.reason,   &full.note,     &full.title,     &full.outcome,
                            &full.shelf, &full.receiver, &full.tracking, &full.receipt_no,
                            &full.receiver_role};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!*texts[i])
            *texts[i] = "";
    return full;
}

enum act_result act_do(struct db *db, struct arena *arena, const struct scope *scope, uint64_t user,
                       const struct civil *now, const struct act_input *input,
                       struct act_outcome *outcome)
{
    struct act_case *c = arena_take(arena, sizeof *c);
    struct act_input in = filled(input);
    c->db = db;
    c->arena = arena;
    c->scope = scope;
    c->user = user;
    c->now = *now;
    *outcome = (struct act_outcome){.by = "", .unit = "", .what = "", .blocked = "",
                                    .obstacle = FACT_END, .holder = "", .field = "", .error = "",
                                    .paper = ""};
    enum db_result found = lock(db, arena, in.dossier);
    if (found == DB_OK)
        found = dossier_reach(db, arena, scope, in.dossier);
    if (found == DB_OK)
        found = act_case_read(c, in.dossier);
    if (found != DB_OK)
        return found == DB_NONE ? ACT_UNKNOWN : ACT_FAIL;
    if (in.version && in.version != c->version)
        return moved(c, outcome);
    return run(c, &in, outcome);
}
