/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The head of a dossier: what it is, where it stands, until when; and the people in it.
 */
#include <string.h>

#include "lib/money.h"
#include "lib/say.h"
#include "lib/text.h"
#include "model/calendar_held.h"
#include "model/catalogue.h"
#include "model/due_words.h"
#include "staff/dossier.h"

enum { NAME_LONG = 90, NAME_VERY_LONG = 250 }; /* code points, as on the public pages */

static bool is(const struct dossier_page *page, const char *state)
{
    return strcmp(page->state, state) == 0;
}

static bool is_standing(const struct dossier_page *page)
{
    return page->n_pauses && page->pauses[page->n_pauses - 1].to.year == 0 && !page->closed_at.year;
}

void dossier_moment_put(struct request *rq, struct data *node, const char *name,
                        const struct civil *at)
{
    char iso[DATE_TEXT_MAX], text[DATE_TEXT_MAX];
    if (!at->year)
        return;
    data_set(node, name, date_format_short(text, at));
    data_set(node, arena_format(rq->arena, "%sIso", name), date_format_rfc3339(iso, at));
}

/* ---- state and holder -------------------------------------------------------------------------------- */

/* How a state looks: info (going on), wait (on the citizen), ok (done), late. */
static const char *look_of(const struct dossier_page *page)
{
    static const struct {
        const char *state, *look;
    } looks[] = {
        {"waiting_citizen", "wait"}, {"waiting_fee", "wait"}, {"needs_fix", "wait"},
        {"stopped", "wait"},         {"ready", "ok"},         {"returned", "ok"},
        {"refused", "late"},         {"rejected_online", "late"}, {"withdrawn", ""},
        {"expired", ""},
    };
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (is(page, looks[i].state))
            return looks[i].look;
    return "info";
}

static void holder_fill(struct request *rq, const struct dossier_page *page, struct data *node)
{
    for (size_t i = 0; i < page->n_branches; i++) {
        const struct page_branch *branch = &page->branches[i];
        if (!branch->open || !branch->task)
            continue;
        struct data *item = data_add(node, "Holders");
        data_set(item, "Step", say_either(rq, branch->step, branch->step_en));
        data_set(item, "Person", branch->assignee);
        data_set_flag(item, "Mine", branch->assignee_id == rq->who.id);
        data_set(item, "Unit", say_either(rq, branch->unit, branch->unit_en));
        data_set_flag(item, "Main", branch->main);
        data_set_flag(item, "Waits", strcmp(branch->state, "waiting") == 0);
        dossier_moment_put(rq, item, "Since", &branch->step_since);
        dossier_moment_put(rq, item, "Due", &branch->step_due);
    }
}

/* ---- the due time ---------------------------------------------------------------------------------------- */

static void trace_fill(struct request *rq, const struct dossier_page *page, struct data *node,
                       const struct worktime_calendar *calendar)
{
    struct worktime_pause *pauses = arena_take_array(rq->arena, page->n_pauses, sizeof *pauses);
    for (size_t i = 0; i < page->n_pauses; i++)
        pauses[i] = (struct worktime_pause){
            .from = civil_minute(&page->pauses[i].from),
            .to = page->pauses[i].to.year ? civil_minute(&page->pauses[i].to) : WORKTIME_OPEN,
            .restart = page->pauses[i].restart,
        };
    struct due_facts facts = {.received = page->received_at,
                              .term_unit = page->term_unit,
                              .term_value = page->term_value,
                              .rule = page->due_rule,
                              .pauses = pauses,
                              .n_pauses = page->n_pauses};
    struct worktime_request ask;
    struct worktime_result result;
    if (!due_request(rq->arena, &facts, &ask) ||
        !due_trace(rq, node, "Trace", calendar, &ask, &result))
        return;
    /* A calendar that was corrected later must not argue with the receipt. */
    if (result.status == WORKTIME_DUE && !page->apologised_at.year &&
        result.due != civil_minute(&page->due_at))
        return;
    data_set(node, "Term", due_term(rq, page->term_unit, page->term_value));
    if (result.status == WORKTIME_STANDING)
        data_set(node, "Remaining", due_measured(rq, result.measure, result.left));
}

static void pauses_fill(struct request *rq, const struct dossier_page *page, struct data *node)
{
    for (size_t i = 0; i < page->n_pauses; i++) {
        const struct page_pause *pause = &page->pauses[i];
        struct data *item = data_add(node, "Pauses");
        data_set(item, "Reason", say_one(rq, "pause", pause->reason));
        data_set(item, "Note", pause->note);
        dossier_moment_put(rq, item, "From", &pause->from);
        dossier_moment_put(rq, item, "To", &pause->to);
    }
    if (is_standing(page))
        dossier_moment_put(rq, node, "StandingSince", &page->pauses[page->n_pauses - 1].from);
}

/* After the decision the time it took is what counts. */
static void pace_fill(struct request *rq, const struct dossier_page *page, struct data *node,
                      const struct worktime_calendar *calendar, const struct civil *now)
{
    const struct civil *end = page->decided_at.year ? &page->decided_at
                              : page->closed_at.year ? &page->closed_at : NULL;
    const struct civil *due = end && page->apologised_at.year ? &page->first_due_at : &page->due_at;
    if (!due->year)
        return;
    if (end)
        data_set(node, "Light", civil_compare(end, due) > 0 ? "late" : "done");
    else
        due_left_put(rq, node, calendar, due, now);
}

static bool due_fill(struct request *rq, const struct dossier_page *page, struct data *node,
                     const struct civil *now)
{
    if (!page->received_at.year)
        return true;
    const struct catalogue *catalogue = catalogue_now(rq->db);
    const struct worktime_calendar *calendar =
        catalogue ? calendar_now(rq->db, catalogue->version, page->agency_code) : NULL;
    if (!calendar)
        return false;
    dossier_moment_put(rq, node, "Due", &page->due_at);
    data_set(node, "DueLong", say_moment(rq, &page->due_at));
    if (page->due_at.year && page->first_due_at.year &&
        civil_compare(&page->due_at, &page->first_due_at) != 0)
        dossier_moment_put(rq, node, "FirstDue", &page->first_due_at);
    dossier_moment_put(rq, node, "Apologised", &page->apologised_at);
    pauses_fill(rq, page, node);
    if (is_standing(page))
        data_set(node, "Light", "pause");
    else
        pace_fill(rq, page, node, calendar, now);
    trace_fill(rq, page, node, calendar);
    return true;
}

/* ---- the head ---------------------------------------------------------------------------------------------- */

static const char *size_of(const char *name)
{
    size_t n = text_count(name);
    return n > NAME_VERY_LONG ? "very-long" : n > NAME_LONG ? "long" : "";
}

static void result_fill(struct request *rq, const struct dossier_page *page, struct data *node)
{
    if (!*page->outcome)
        return;
    struct data *item = data_at(node, "Result");
    data_set(item, "Outcome", page->outcome);
    data_set(item, "Title", page->result);
    data_set(item, "Register", page->register_no);
    data_set(item, "Reason", page->refusal);
    data_set(item, "Signer", page->signed_by);
    data_set(item, "Shelf", page->shelf);
    data_set(item, "Receiver", page->receiver);
    data_set(item, "ReturnedBy", page->returned_by);
    data_set(item, "Via", *page->returned_via ? say_one(rq, "deliver", page->returned_via) : "");
    data_set(item, "Tracking", page->tracking_no);
    dossier_moment_put(rq, item, "Signed", &page->signed_at);
    dossier_moment_put(rq, item, "Ready", &page->ready_at);
    dossier_moment_put(rq, item, "Returned", &page->result_returned_at);
}

bool dossier_head_fill(struct request *rq, const struct dossier_page *page, const struct civil *now)
{
    struct data *node = data_at(rq->data, "Dossier");
    const struct page_party *applicant = page_applicant(page);
    const char *procedure = say_either(rq, page->procedure, page->procedure_en);
    data_format(node, "Href", "%s%s", rq->base, dossier_path(rq, page->id));
    data_set(node, "Number", page->number);
    data_set(node, "Procedure", procedure);
    data_set(node, "ProcedureSize", size_of(procedure));
    data_set(node, "ProcedureCode", page->procedure_code);
    data_set(node, "Applicant", applicant ? applicant->name : "");
    data_set(node, "Summary", page->summary);
    data_set(node, "State", page->state);
    data_set(node, "StateText", say_one(rq, "dossier_state", page->state));
    data_set(node, "Look", look_of(page));
    data_set(node, "Channel", say_one(rq, "channel", page->channel));
    data_set(node, "Deliver", say_one(rq, "deliver", page->deliver_by));
    data_set(node, "Agency", say_either(rq, page->agency, page->agency_en));
    data_set(node, "Counter", say_either(rq, page->counter, page->counter_en));
    data_set(node, "ReceivedBy", page->received_by);
    data_set_number(node, "Copies", page->copies);
    dossier_moment_put(rq, node, "Submitted", &page->submitted_at);
    dossier_moment_put(rq, node, "Received", &page->received_at);
    dossier_moment_put(rq, node, "Decided", &page->decided_at);
    dossier_moment_put(rq, node, "Closed", &page->closed_at);
    holder_fill(rq, page, node);
    result_fill(rq, page, node);
    return due_fill(rq, page, node, now);
}

/* ---- people ------------------------------------------------------------------------------------------------- */

/* The first three and the last two stay: enough to compare with a paper in the hand, not enough to copy. */
static const char *masked(struct request *rq, const char *number)
{
    size_t n = strlen(number);
    if (n < 7)
        return *number ? "•••" : "";
    return arena_format(rq->arena, "%.3s•••%s", number, number + n - 2);
}

static const char *birth_words(struct request *rq, const char *stored)
{
    struct civil day;
    enum date_precision precision;
    char text[DATE_TEXT_MAX];
    if (!date_parse_partial(stored, &day, &precision))
        return stored;
    if (precision == DATE_YEAR_ONLY)
        return arena_format(rq->arena, "%04d", day.year);
    if (precision == DATE_MONTH_ONLY)
        return arena_format(rq->arena, "%02d/%04d", day.month, day.year);
    return arena_copy(rq->arena, date_format_day(text, &day));
}

const char *dossier_phone_words(struct request *rq, const char *stored)
{
    if (strncmp(stored, "+84", 3) != 0 || strlen(stored) < 11)
        return stored;
    return text_group(rq->arena, arena_format(rq->arena, "0%s", stored + 3), "433");
}

static void party_fill(struct request *rq, const struct page_party *party, bool whole,
                       struct data *item)
{
    char text[DATE_TEXT_MAX];
    data_set_flag(item, "Submitter", party->submitter);
    data_set_flag(item, "Organisation", party->organisation);
    data_set(item, "Name", party->name);
    data_set(item, "Birth", birth_words(rq, party->birth_date));
    data_set(item, "Sex", *party->sex ? say_one(rq, "sex", party->sex) : "");
    data_set(item, "Nationality", party->nationality);
    data_set(item, "IdentityKind",
             *party->identity_kind ? say_one(rq, "identity_kind", party->identity_kind) : "");
    data_set(item, "Identity",
             whole ? party->identity_number : masked(rq, party->identity_number));
    data_set_flag(item, "Masked", !whole && *party->identity_number);
    if (whole && party->identity_issued_on.year)
        data_set(item, "IssuedOn", date_format_day(text, &party->identity_issued_on));
    data_set(item, "IssuedBy", whole ? party->identity_issued_by : "");
    data_set(item, "Phone", dossier_phone_words(rq, party->phone));
    data_set(item, "PhoneTel", party->phone);
    data_set(item, "Email", party->email);
    data_set(item, "Address", party->address);
    data_set(item, "Representative", party->representative);
    data_set(item, "Authority", party->authority_note);
}

void dossier_people_fill(struct request *rq, const struct dossier_page *page, bool whole)
{
    struct data *node = data_at(rq->data, "Dossier");
    for (size_t i = 0; i < page->n_parties; i++)
        party_fill(rq, &page->parties[i], whole, data_add(node, "People"));
}
