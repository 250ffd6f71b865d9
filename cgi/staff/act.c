/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/act.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/dossier_reach.h"
#include "staff/act_inside.h"
#include "staff/reception.h"

#define PAGE "staff/act.cs", "act"

/* ---- what is wanted of which dossier -------------------------------------------------------------- */

static bool is_main(const struct dossier_page *page, uint64_t branch)
{
    const struct page_branch *main = page_main(page);
    return branch == 0 || (main && main->id == branch);
}

static const struct act_offer *offer_find(const struct act_view *view,
                                          const struct dossier_page *page, const char *code,
                                          uint64_t branch)
{
    for (size_t i = 0; i < view->n_offers; i++) {
        const struct act_offer *offer = &view->offers[i];
        bool same = branch ? offer->branch == branch : is_main(page, offer->branch);
        if (same && strcmp(offer->code, code) == 0)
            return offer;
    }
    return NULL;
}

enum act_ready act_page_read(struct request *rq, struct act_page *a)
{
    uint64_t id = (uint64_t)input_number(rq, "id");
    a->now = clock_now();
    if (scope_load(rq->db, rq->arena, rq->who.id, &a->now, &a->scope) == DB_FAIL)
        return ACT_PAGE_FAIL;
    enum db_result reach = dossier_reach(rq->db, rq->arena, &a->scope, id);
    if (reach != DB_OK)
        return reach == DB_NONE ? ACT_PAGE_MISSING : ACT_PAGE_FAIL;
    if (dossier_page_read(rq->db, rq->arena, id, &a->dossier) != DB_OK ||
        act_offers(rq->db, rq->arena, &a->scope, rq->who.id, &a->now, id, &a->view) == DB_FAIL)
        return ACT_PAGE_FAIL;
    a->offer = offer_find(&a->view, &a->dossier, input_text(rq, "viec"),
                          (uint64_t)input_number(rq, "nhanh"));
    return ACT_PAGE_READY;
}

/* ---- the form ------------------------------------------------------------------------------------------ */

static int show(struct request *rq, struct act_page *a, int status)
{
    if (!dossier_head_fill(rq, &a->dossier, &a->now) || !act_fill(rq, a))
        return page_failed(rq);
    dossier_dress(rq);
    if (a->offer)
        data_set(rq->data, "Page.Title", act_name(rq, a->offer));
    if (status == 422)
        return page_again(rq, PAGE);
    return page_show_status(rq, status, PAGE);
}

/* Who may only read is told so; for others it is not the moment. */
static int refuse(struct request *rq, struct act_page *a)
{
    if (a->view.n_offers == 0)
        return page_forbidden(rq);
    data_set_flag(rq->data, "Act.Closed", true);
    return show(rq, a, 409);
}

int act_form(struct request *rq)
{
    struct act_page *a = arena_take(rq->arena, sizeof *a);
    switch (act_page_read(rq, a)) {
    case ACT_PAGE_MISSING:
        return page_missing(rq);
    case ACT_PAGE_FAIL:
        return page_failed(rq);
    case ACT_PAGE_READY:
        break;
    }
    if (!a->offer || !a->offer->allowed)
        return refuse(rq, a);
    return show(rq, a, 200);
}

/* ---- the act ------------------------------------------------------------------------------------------- */

/* Somebody was faster: what happened, and the form as it would be now, with what was typed. */
static int moved(struct request *rq, struct act_page *a, const struct act_outcome *outcome)
{
    if (act_page_read(rq, a) != ACT_PAGE_READY) /* as it is by now */
        return page_failed(rq);
    struct data *node = data_at(rq->data, "Act.Moved");
    data_set(node, "By", outcome->by ? outcome->by : "");
    data_set(node, "Unit", outcome->unit ? outcome->unit : "");
    data_set(node, "What", outcome->what ? dossier_event_words(rq, outcome->what) : "");
    data_set(node, "At", say_moment(rq, &outcome->at));
    data_set_flag(rq->data, "Act.Closed", !a->offer || !a->offer->allowed);
    return show(rq, a, 409);
}

static int wrong(struct request *rq, struct act_page *a, const struct act_outcome *outcome)
{
    input_refuse(rq, act_field(outcome->field), outcome->error);
    return show(rq, a, 422);
}

static int done(struct request *rq, const struct act_page *a, const struct act_outcome *outcome)
{
    unsigned long long id = (unsigned long long)a->dossier.id;
    if (outcome->paper && *outcome->paper)
        return page_go(rq, "/can-bo/ho-so/%llu?xong=%u&giay=%s", id, outcome->seq, outcome->paper);
    return page_go(rq, "/can-bo/ho-so/%llu?xong=%u", id, outcome->seq);
}

int act_post(struct request *rq)
{
    struct act_page *a = arena_take(rq->arena, sizeof *a);
    struct act_input input;
    struct act_outcome outcome = {0};
    enum act_ready ready = act_page_read(rq, a);
    if (ready != ACT_PAGE_READY)
        return ready == ACT_PAGE_MISSING ? page_missing(rq) : page_failed(rq);
    if (!act_input_read(rq, a, &input))
        return show(rq, a, 422);
    switch (act_do(rq->db, rq->arena, &a->scope, rq->who.id, &a->now, &input, &outcome)) {
    case ACT_DONE:
        /* A result is handed over to whoever stands at the counter. */
        if (a->offer && a->offer->needs & NEED_RECEIPT &&
            reception_ticket_bind(rq, &a->now, a->dossier.id) == DB_FAIL)
            break;
        return done(rq, a, &outcome);
    case ACT_UNKNOWN:
        return page_missing(rq);
    case ACT_MOVED:
        return moved(rq, a, &outcome);
    case ACT_WRONG:
        return wrong(rq, a, &outcome);
    case ACT_REFUSED:
        if (outcome.blocked && *outcome.blocked)
            data_set(rq->data, "Act.Blocked",
                     act_blocked_words(rq, outcome.blocked, outcome.obstacle, outcome.holder));
        return refuse(rq, a);
    case ACT_FAIL:
        break;
    }
    return page_failed(rq);
}
