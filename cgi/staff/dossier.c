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
#include "staff/act.h"
#include "staff/menu.h"
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

/* Only who did it, and only for as long as it can be taken back: an address that is kept says nothing later. */
static void done_fill(struct request *rq, const struct dossier_page *page, const struct civil *now)
{
    const struct page_event *event = event_of(page, (unsigned)input_number(rq, "xong"));
    if (!event || event->actor_id != rq->who.id ||
        civil_minute(now) - civil_minute(&event->at) > ACT_UNDO_MINUTES)
        return;
    struct data *node = data_at(rq->data, "Dossier.Done");
    data_set(node, "Text", dossier_event_words(rq, event->type));
    const char *paper = input_text(rq, "giay");
    if (*paper && menu_leads(rq, "/can-bo/ho-so/{id}/in/{form}"))
        data_format(node, "PrintHref", "%s%s/in/%s", rq->base, dossier_path(rq, page->id), paper);
}

/* ---- what can be printed now ----------------------------------------------------------------------- */

static bool is_state(const struct dossier_page *page, const char *state)
{
    return strcmp(page->state, state) == 0;
}

static void prints_fill(struct request *rq, const struct dossier_page *page)
{
    const struct {
        const char *form, *words;
        bool there;
    } papers[] = {
        {"giay-tiep-nhan", "receipt", page->received_at.year != 0},
        {"yeu-cau-bo-sung", "supplement", page->n_rounds > 0},
        {"tu-choi", "refusal", strcmp(page->outcome, "refused") == 0},
        {"xin-loi", "apology", page->apologised_at.year != 0},
        {"dung-giai-quyet", "stop", is_state(page, "stopped") || is_state(page, "withdrawn")},
        {"kiem-soat", "control", page->received_at.year != 0},
    };
    if (!menu_leads(rq, "/can-bo/ho-so/{id}/in/{form}"))
        return;
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        if (!papers[i].there)
            continue;
        struct data *item = data_add(rq->data, "Dossier.Prints");
        data_set(item, "Text", say_one(rq, "dossier_paper", papers[i].words));
        data_format(item, "Href", "%s%s/in/%s", rq->base, dossier_path(rq, page->id),
                    papers[i].form);
    }
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
        !dossier_head_fill(rq, &page, &now))
        return page_failed(rq);
    dossier_people_fill(rq, &page, sees_identity(&scope, &page));
    dossier_parts_fill(rq, &page, &now);
    act_offers_fill(rq, &page, acts);
    prints_fill(rq, &page);
    done_fill(rq, &page, &now);
    data_set(rq->data, "Page.Title", page.number);
    dossier_dress(rq);
    return page_show(rq, "staff/dossier.cs", "dossier");
}
