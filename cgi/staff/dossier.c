/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/dossier.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/dossier_reach.h"
#include "model/paper.h"
#include "staff/act.h"
#include "staff/dossier_files.h"
#include "staff/menu.h"
#include "staff/paper_form.h"
#include "staff/rights.h"

/* Who hands papers over or examines them reads the whole number; others see that there is one. */
#define ROLES_OF_IDENTITY (ROLE_BIT(ROLE_CLERK) | ROLE_BIT(ROLE_HANDLER) | ROLE_BIT(ROLE_RETURNER))

void dossier_dress(struct request *rq)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.dossier_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.dossier"));
}

const char *dossier_path(struct request *rq, uint64_t dossier)
{
    return arena_format(rq->arena, "/can-bo/ho-so/%llu", (unsigned long long)dossier);
}

static bool sees_identity(const struct scope *scope, const struct dossier_page *page)
{
    if (scope_allows(scope, ROLES_OF_IDENTITY, page->agency_id))
        return true;
    for (size_t i = 0; i < page->n_branches; i++)
        if (scope_allows(scope, ROLES_OF_IDENTITY, page->branches[i].agency_id) ||
            (page->branches[i].unit_id &&
             scope_allows(scope, ROLES_OF_IDENTITY, page->branches[i].unit_id)))
            return true;
    return false;
}

/* ---- what was just done -------------------------------------------------------------------------- */

static const struct page_event *event_of(const struct dossier_page *page, unsigned seq)
{
    for (size_t i = 0; i < page->n_events; i++)
        if (page->events[i].seq == seq)
            return &page->events[i];
    return NULL;
}

/* One act may have several events: that other agencies were asked says more than the move it began with. */
static const char *telling_type(const struct dossier_page *page, const struct page_event *first)
{
    for (size_t i = 0; i < page->n_events; i++)
        if (page->events[i].seq > first->seq && page->events[i].actor_id == first->actor_id &&
            civil_compare(&page->events[i].at, &first->at) == 0 &&
            strcmp(page->events[i].type, "branch_opened") == 0)
            return page->events[i].type;
    return first->type;
}

/* Only who did it, and only for as long as it can be taken back: an address that is kept says nothing later. */
static void done_fill(struct request *rq, const struct dossier_page *page, const struct civil *now)
{
    const struct page_event *event = event_of(page, (unsigned)input_number(rq, "xong"));
    if (!event || event->actor_id != rq->who.id ||
        civil_minute(now) - civil_minute(&event->at) > ACT_UNDO_MINUTES)
        return;
    struct data *node = data_at(rq->data, "Dossier.Done");
    data_set(node, "Text", dossier_event_words(rq, telling_type(page, event)));
    const char *paper = input_text(rq, "giay");
    if (*paper && menu_leads(rq, "/can-bo/ho-so/{id}/in/{form}"))
        data_format(node, "PrintHref", "%s%s/in/%s", rq->base, dossier_path(rq, page->id), paper);
}

/* ---- what leads on from here ------------------------------------------------------------------------- */

static bool prints_fill(struct request *rq, const struct scope *scope, const struct dossier_page *page)
{
    struct paper_choices papers;
    if (!menu_leads(rq, "/can-bo/ho-so/{id}/in/{form}"))
        return true;
    if (paper_available(rq->db, rq->arena, scope, page->id, &papers) == DB_FAIL)
        return false;
    for (size_t i = 0; i < papers.n; i++) {
        const struct paper_choice *paper = &papers.choices[i];
        const char *which = paper->round ? arena_format(rq->arena, "?lan=%d", paper->round) : "";
        struct data *item = data_add(rq->data, "Dossier.Prints");
        data_set(item, "Text", say_one(rq, "dossier_paper", paper_forms[paper->kind].log));
        if (paper->round && page->n_rounds > 1)
            data_set_number(item, "Round", paper->round);
        data_format(item, "Href", "%s%s/in/%s%s", rq->base, dossier_path(rq, page->id), paper->name,
                    which);
    }
    return true;
}

/* Who receives for this agency: back to the page after saving, and to the correction while nothing happened yet. */
static void reception_links_fill(struct request *rq, const struct scope *scope,
                                 const struct dossier_page *page)
{
    const char *path = dossier_path(rq, page->id);
    if (!page->received_at.year || !scope_allows(scope, ROLE_BIT(ROLE_CLERK), page->agency_id) ||
        !menu_leads(rq, "/can-bo/ho-so/{id}/da-nhan"))
        return;
    data_format(rq->data, "Dossier.ReceivedHref", "%s%s/da-nhan", rq->base, path);
    if (!page->untouched || strcmp(page->state, "received") != 0)
        return;
    struct data *item = data_add(rq->data, "Acts.More");
    data_set(item, "Name", say(rq, "dossier.correct"));
    data_format(item, "Href", "%s%s/sua-tiep-nhan", rq->base, path);
}

/* ---- the page ---------------------------------------------------------------------------------------- */

int dossier_view(struct request *rq)
{
    struct scope scope;
    struct civil now = clock_now();
    struct dossier_page page;
    struct act_view *acts = arena_take(rq->arena, sizeof *acts);
    uint64_t id = (uint64_t)input_number(rq, "id");
    if (scope_load(rq->db, rq->arena, rq->who.id, &now, &scope) == DB_FAIL)
        return page_failed(rq);
    enum db_result reach = dossier_reach(rq->db, rq->arena, &scope, id);
    if (reach == DB_NONE)
        return page_missing(rq);
    if (reach == DB_FAIL || dossier_seen(rq->db, rq->who.id, id, "view", &now) == DB_FAIL ||
        dossier_page_read(rq->db, rq->arena, id, &page) != DB_OK ||
        act_offers(rq->db, rq->arena, &scope, rq->who.id, &now, id, acts) == DB_FAIL ||
        !dossier_head_fill(rq, &page, &now) || !prints_fill(rq, &scope, &page) ||
        !dossier_files_fill(rq, id))
        return page_failed(rq);
    dossier_people_fill(rq, &page, sees_identity(&scope, &page));
    dossier_parts_fill(rq, &page, &now);
    act_offers_fill(rq, &page, acts);
    reception_links_fill(rq, &scope, &page);
    done_fill(rq, &page, &now);
    data_set(rq->data, "Page.Title", page.number);
    dossier_dress(rq);
    return page_show(rq, "staff/dossier.cs", "dossier");
}
