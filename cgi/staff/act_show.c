/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What an act will do, and the choices its form offers.
 */
#include <string.h>

#include "lib/input.h"
#include "lib/money.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/act_places.h"
#include "model/workflow.h"
#include "staff/act_inside.h"

enum {
    POINT_ROWS = 10,      /* rows of the form without a script */
    POINT_ROWS_SHOWN = 3, /* of them in sight at once */
    ANSWER_DAYS = 15      /* suggested for the answer to a request; the officer may say another day */
};

/* ---- names ------------------------------------------------------------------------------------------- */

const char *act_name(struct request *rq, const struct act_offer *offer)
{
    if (*offer->name)
        return say_either(rq, offer->name, offer->name_en);
    return say(rq, arena_format(rq->arena, "act.%s_name", offer->key));
}

const char *act_path(struct request *rq, const struct dossier_page *page,
                     const struct act_offer *offer, bool with_branch)
{
    const struct page_branch *main = page_main(page);
    const char *path =
        arena_format(rq->arena, "%s/lam/%s", dossier_path(rq, page->id), offer->code);
    if (!with_branch || !offer->branch || (main && main->id == offer->branch))
        return path;
    return arena_format(rq->arena, "%s?nhanh=%llu", path, (unsigned long long)offer->branch);
}

const char *act_blocked_words(struct request *rq, const char *blocked, enum guard_fact obstacle,
                              const char *holder)
{
    if (strcmp(blocked, "guard") == 0 && obstacle < FACT_END)
        return say_one(rq, "act.obstacle", guard_fact_names[obstacle]);
    if (strcmp(blocked, "other_person") == 0)
        return say_fill(rq, "act.blocked.other_person", "name", holder ? holder : "", NULL);
    return say_one(rq, "act.blocked", blocked);
}

/* ---- what may be done, on the page of the dossier -------------------------------------------------------- */

static bool is_quick(const struct act_offer *offer)
{
    return offer->kind == ACT_TAKE || offer->kind == ACT_UNDO;
}

static const char *list_of(const struct act_offer *offer)
{
    if (!offer->allowed)
        return "Blocked";
    if (offer->kind == ACT_UNDO)
        return "Undo";
    if (offer->kind == ACT_NOTE || offer->kind == ACT_MESSAGE)
        return "Notes";
    if (offer->primary)
        return "Primary";
    bool at_task = offer->kind == ACT_STEP || offer->kind == ACT_TAKE || offer->kind == ACT_ASSIGN;
    return at_task ? "Others" : "More";
}

static void offer_fill(struct request *rq, const struct dossier_page *page,
                       const struct act_offer *offer, struct data *node)
{
    struct data *item = data_add(node, list_of(offer));
    data_set(item, "Name", act_name(rq, offer));
    data_set(item, "Kind", offer->key);
    data_format(item, "Href", "%s%s", rq->base, act_path(rq, page, offer, true));
    data_set(item, "Step", say_either(rq, offer->to_step, offer->to_step_en));
    data_set(item, "Unit", say_either(rq, offer->to_unit_name, offer->to_unit_name_en));
    data_set(item, "Person", offer->to_person_name);
    for (size_t i = 0; page->n_branches > 1 && i < page->n_branches; i++)
        if (page->branches[i].id == offer->branch && !page->branches[i].main)
            data_set(item, "Branch",
                     say_either(rq, page->branches[i].agency, page->branches[i].agency_en));
    if (!offer->allowed)
        data_set(item, "Why", act_blocked_words(rq, offer->blocked, offer->obstacle, offer->holder));
    else if (is_quick(offer)) {
        page_form(rq, item, act_path(rq, page, offer, false));
        data_format(item, "BranchId", "%llu", (unsigned long long)offer->branch);
        data_set_number(item, "Version", page->version);
    }
}

void act_offers_fill(struct request *rq, const struct dossier_page *page,
                     const struct act_view *view)
{
    struct data *node = data_at(rq->data, "Acts");
    for (size_t i = 0; i < view->n_offers; i++)
        offer_fill(rq, page, &view->offers[i], node);
    data_set_flag(node, "None", view->n_offers == 0);
}

/* ---- what will happen ----------------------------------------------------------------------------------------- */

static bool is_waiting(const struct dossier_page *page, const char *state)
{
    return strcmp(page->state, state) == 0;
}

static void tells_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    const struct page_party *to = page_applicant(&a->dossier);
    if (!*a->offer->tells || !to)
        return;
    data_set(node, "Tells.What", say_one(rq, "act_tells", a->offer->tells));
    data_set_flag(node, "Tells.Mail", *to->email);
    data_set_flag(node, "Tells.Phone", *to->phone);
    data_set_flag(node, "Tells.Nobody", !*to->email && !*to->phone);
}

static void effects_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    static const struct {
        unsigned effect;
        const char *key;
    } effects[] = {
        {EFFECT_REQUEST_SUPPLEMENT | EFFECT_REQUEST_FEE, "clock_stops"},
        {EFFECT_OPEN_BRANCHES, "opens_branches"},
        {EFFECT_APPROVE, "approves"},
        {EFFECT_REFUSE, "refuses"},
        {EFFECT_RELEASE_RESULTS, "releases"},
    };
    const struct act_offer *offer = a->offer;
    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++)
        if (offer->effects & effects[i].effect)
            data_set(data_add(node, "Effects"), "Text", say_one(rq, "act_effect", effects[i].key));
    bool goes_on = offer->kind == ACT_RESUME ||
                   (offer->kind == ACT_STEP && (is_waiting(&a->dossier, "waiting_citizen") ||
                                                is_waiting(&a->dossier, "waiting_fee")));
    if (goes_on)
        data_set(data_add(node, "Effects"), "Text", say_one(rq, "act_effect", "clock_goes_on"));
    if (offer->kind == ACT_STOP)
        data_set(data_add(node, "Effects"), "Text", say_one(rq, "act_effect", "clock_stops"));
}

static void sentence_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    const struct act_offer *offer = a->offer;
    bool ends = offer->needs & NEED_RECEIPT;
    data_set(node, "What", say_one(rq, "act_what", ends ? "return" : offer->key));
    data_set(node, "Step", ends ? "" : say_either(rq, offer->to_step, offer->to_step_en));
    data_set(node, "Unit", say_either(rq, offer->to_unit_name, offer->to_unit_name_en));
    data_set(node, "Person", offer->to_person_name);
    data_set(node, "Due", say_moment(rq, &offer->to_due));
    effects_fill(rq, a, node);
    tells_fill(rq, a, node);
}

/* ---- choices of the fields -------------------------------------------------------------------------------------- */

/* Until something was typed, a field holds what is usual. */
static void usual(struct request *rq, const char *field, const char *value)
{
    const char *name = arena_format(rq->arena, "Form.%s.Value", field);
    if (rq->method == GET && !*data_get(rq->data, name))
        data_set(rq->data, name, value);
}

static bool people_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    const struct act_offer *offer = a->offer;
    if (!offer->to_role || !offer->to_unit)
        return true;
    struct act_person *people = arena_take_array(rq->arena, ACT_PEOPLE_MAX, sizeof *people);
    size_t n;
    if (act_people(rq->db, rq->arena, &a->now, offer->to_role, offer->to_unit, people, &n) == DB_FAIL)
        return false;
    for (size_t i = 0; i < n; i++) {
        struct data *item = data_add(node, "People");
        data_format(item, "Value", "%llu", (unsigned long long)people[i].id);
        data_set(item, "Name", people[i].name);
        data_set(item, "Title", people[i].title);
        data_set(item, "Unit", people[i].unit);
        data_set(item, "Open", say_count(rq, "act.open_tasks", people[i].open_tasks));
        data_set_flag(item, "Away", people[i].away);
    }
    if (offer->to_person)
        usual(rq, "nguoi", arena_format(rq->arena, "%llu", (unsigned long long)offer->to_person));
    return true;
}

static void points_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    size_t typed = 0;
    for (size_t i = 0; i < ACT_POINTS_MAX; i++) {
        const char *paper = data_get(rq->data, arena_format(rq->arena, "Form.giay.Values.%zu.Value", i));
        const char *what =
            data_get(rq->data, arena_format(rq->arena, "Form.noidung.Values.%zu.Value", i));
        if (*paper || *what)
            typed = i + 1;
    }
    for (size_t i = 0; i < POINT_ROWS || i < typed; i++) {
        bool shown = i < POINT_ROWS_SHOWN || i < typed;
        struct data *item = data_add(node, shown ? "Points" : "MorePoints");
        data_set_number(item, "Number", (long long)i + 1);
        data_set(item, "Paper",
                 data_get(rq->data, arena_format(rq->arena, "Form.giay.Values.%zu.Value", i)));
        data_set(item, "What",
                 data_get(rq->data, arena_format(rq->arena, "Form.noidung.Values.%zu.Value", i)));
    }
    for (size_t i = 0; i < a->dossier.n_papers; i++) {
        struct data *item = data_add(node, "Papers");
        data_set(item, "Name", a->dossier.papers[i].name);
        data_set_flag(item, "Missing", !a->dossier.papers[i].present);
    }
    char text[DATE_TEXT_MAX];
    struct civil day = civil_from_day(civil_day(&a->now) + ANSWER_DAYS);
    usual(rq, "ngay", date_format_day(text, &day));
}

static void receipt_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    static const char *const roles[] = {"chuho", "nguoinop"};
    const struct dossier_page *page = &a->dossier;
    const struct page_party *usual_one = NULL;
    for (size_t i = 0; i < page->n_parties; i++) {
        const struct page_party *party = &page->parties[i];
        struct data *item = data_add(node, "Receivers");
        data_set(item, "Value", roles[party->submitter]);
        data_format(item, "Text", "%s: %s", say_one(rq, "act_receiver", roles[party->submitter]),
                    party->organisation && *party->representative ? party->representative
                                                                  : party->name);
        /* Who handed it in has the receipt in the hand. */
        if (!usual_one || party->submitter)
            usual_one = party;
    }
    struct data *other = data_add(node, "Receivers");
    data_set(other, "Value", "khac");
    data_set(other, "Text", say_one(rq, "act_receiver", "khac"));
    data_set_flag(node, "ByPost", strcmp(page->deliver_by, "post") == 0);
    data_set_flag(node, "Online", strcmp(page->deliver_by, "online") == 0);
    data_set_flag(node, "AtCounter", strcmp(page->deliver_by, "counter") == 0 ||
                                         *data_get(rq->data, "Form.nguoinhan.Value"));
    if (!usual_one || strcmp(page->deliver_by, "counter") != 0)
        return;
    usual(rq, "vaitro", roles[usual_one->submitter]);
    usual(rq, "nguoinhan", usual_one->organisation && *usual_one->representative
                               ? usual_one->representative
                               : usual_one->name);
}

static void owed_fill(const struct act_page *a, struct data *node)
{
    char amount[MONEY_TEXT_MAX];
    for (size_t i = 0; i < a->dossier.n_fees; i++) {
        const struct page_fee *fee = &a->dossier.fees[i];
        int64_t owed = fee->amount - fee->waived;
        if (fee->paid_at.year || owed <= 0)
            continue;
        struct data *item = data_add(node, "Owed");
        data_set(item, "Name", fee->name);
        data_set(item, "Amount", money_format(amount, owed));
    }
}

static void due_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    char text[DATE_TEXT_MAX];
    const struct civil *old = &a->dossier.due_at;
    data_set(node, "OldDue", say_moment(rq, old));
    data_set(node, "Least", say_moment(rq, &a->offer->due_least));
    usual(rq, "gio", date_format_clock(text, old->year ? old : &a->now));
}

static void phrases_fill(struct request *rq, struct data *node, const char *section)
{
    const char *list = arena_format(rq->arena, "T.act_phrase.%s", section);
    for (int i = 0;; i++) {
        const char *text = data_get(rq->words, arena_format(rq->arena, "%s.%d", list, i));
        if (!*text)
            return;
        data_set(data_add(node, "Phrases"), "Text", text);
    }
}

static const char *phrases_of(const struct act_offer *offer)
{
    if (offer->needs & NEED_POINTS)
        return "supplement";
    if (offer->effects & EFFECT_REFUSE)
        return "refuse";
    return offer->kind == ACT_EXTEND ? "extend" : offer->kind == ACT_STOP ? "stop" : NULL;
}

static bool needs_fill(struct request *rq, const struct act_page *a, struct data *node)
{
    static const char *const names[] = {"Person", "Unit",    "Reason", "Points", "Money",   "Due",
                                        "Outcome", "Result", "Shelf",  "Receipt", "Payment",
                                        "Question"};
    const struct act_offer *offer = a->offer;
    struct data *needs = data_at(node, "Needs");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        data_set_flag(needs, names[i], offer->needs >> i & 1);
    if (offer->needs & NEED_POINTS)
        points_fill(rq, a, node);
    if (offer->needs & NEED_RECEIPT)
        receipt_fill(rq, a, node);
    if (offer->needs & NEED_DUE)
        due_fill(rq, a, node);
    if (offer->needs & NEED_RESULT)
        usual(rq, "ten", offer->effects & EFFECT_REFUSE
                             ? say_fill(rq, "act.refusal_title", "title", offer->title, NULL)
                             : offer->title);
    if (offer->needs & (NEED_PAYMENT | NEED_RECEIPT))
        owed_fill(a, node);
    if (phrases_of(offer))
        phrases_fill(rq, node, phrases_of(offer));
    if (offer->needs & NEED_UNIT && act_places(rq->db, rq->data, "Act.Places") == DB_FAIL)
        return false;
    return people_fill(rq, a, node);
}

/* ---- the form ---------------------------------------------------------------------------------------------------- */

/* Every declared field is there, so that the macros find its name. */
static void fields_make(struct request *rq)
{
    static const char *const fields[] = {"nguoi",  "donvi",     "lydo",   "ghichu", "ten",
                                         "sotien", "ngay",      "gio",    "ykien",  "ke",
                                         "nguoinhan", "vaitro", "giayto", "kynhan", "vandon",
                                         "bienlai", "noidung"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        (void)data_at(data_at(rq->data, "Form"), fields[i]);
}

bool act_fill(struct request *rq, const struct act_page *a)
{
    struct data *node = data_at(rq->data, "Act");
    data_format(node, "Back", "%s%s", rq->base, dossier_path(rq, a->dossier.id));
    fields_make(rq);
    if (!a->offer)
        return true;
    data_set(node, "Name", act_name(rq, a->offer));
    data_set(node, "Key", a->offer->key);
    data_set_number(node, "Version", a->dossier.version);
    data_format(node, "BranchId", "%llu", (unsigned long long)a->offer->branch);
    if (!a->offer->allowed && !*data_get(node, "Blocked"))
        data_set(node, "Blocked",
                 act_blocked_words(rq, a->offer->blocked, a->offer->obstacle, a->offer->holder));
    page_form(rq, node, act_path(rq, &a->dossier, a->offer, false));
    sentence_fill(rq, a, node);
    return needs_fill(rq, a, node);
}
