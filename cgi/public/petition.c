/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/petition.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/damm.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/text.h"
#include "lib/token.h"
#include "public/public.h"

#define PATH "/phan-anh"
#define PURPOSE "petition"
enum { SEAL_SECONDS = 3600, LATEST = 3, PAGE_ITEMS = 20 };

static int show(struct request *rq, int status, const char *file, const char *section)
{
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    return page_show_status(rq, status, file, section);
}

static void no_trace(struct request *rq)
{
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
}

static const char *seal(struct request *rq, const char *code)
{
    return token_seal(rq->arena, KEY_COOKIE, PURPOSE, code, clock_unix() + SEAL_SECONDS);
}

/* ---- the form -------------------------------------------------------------------------------------- */

static void subjects_fill(struct request *rq)
{
    for (size_t i = 0; feedback_subjects[i]; i++) {
        struct data *item = data_add(rq->data, "Subjects");
        data_set(item, "Value", feedback_subjects[i]);
        data_set(item, "Text", say_one(rq, "feedback_subject", feedback_subjects[i]));
    }
}

static bool agencies_fill(struct request *rq)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    if (!catalogue)
        return false;
    struct data *none = data_add(rq->data, "Agencies");
    data_set(none, "Value", "");
    data_set(none, "Text", say(rq, "petition.any_agency"));
    for (uint32_t i = 0; i < catalogue->n_agencies; i++) {
        const struct catalogue_agency *agency = &catalogue->agencies[i];
        if (strcmp(agency->kind, "unit") == 0 || strcmp(agency->kind, "generic") == 0)
            continue;
        struct data *item = data_add(rq->data, "Agencies");
        data_set(item, "Value", agency->code);
        data_set(item, "Text", in_english(rq) && *agency->name_en ? agency->name_en : agency->name);
    }
    return true;
}

static void published_put(struct request *rq, const struct feedback_published *one)
{
    char day[DATE_TEXT_MAX];
    struct data *item = data_add(rq->data, "Published");
    data_set(item, "Subject", say_one(rq, "feedback_subject", one->subject));
    data_set(item, "Words", one->words);
    data_set(item, "Answer", one->answer);
    put_text(rq, item, "Agency", one->agency, one->agency_en);
    data_set(item, "Received", date_format_day(day, &one->received_on));
    data_set(item, "Answered", date_format_day(day, &one->answered_on));
    if (*one->outcome)
        data_set(item, "Outcome", say_one(rq, "feedback_outcome", one->outcome));
}

/* How many there are of the page asked for, one more tells of a next page. -1: the database failed. */
static int published_fill(struct request *rq, size_t skip, size_t most)
{
    struct feedback_published *items;
    size_t n;
    if (feedback_published(rq->db, rq->arena, skip, most + 1, &items, &n) == DB_FAIL)
        return -1;
    for (size_t i = 0; i < n && i < most; i++)
        published_put(rq, &items[i]);
    return (int)n;
}

static int form_show(struct request *rq, int status)
{
    if (!agencies_fill(rq) || published_fill(rq, 0, LATEST) < 0)
        return page_failed(rq);
    subjects_fill(rq);
    page_form(rq, data_at(rq->data, "Petition"), PATH);
    return show(rq, status, "public/petition.cs", "petition");
}

int petition_form(struct request *rq)
{
    return form_show(rq, rq->again ? rq->again : 200);
}

static bool agency_find(struct request *rq, uint64_t *agency)
{
    const struct catalogue *catalogue = public_catalogue(rq);
    const char *code = input_text(rq, "co-quan");
    *agency = 0;
    for (uint32_t i = 0; catalogue && *code && i < catalogue->n_agencies; i++)
        if (strcmp(catalogue->agencies[i].code, code) == 0)
            *agency = catalogue->agencies[i].id;
    return !*code || *agency;
}

int petition_post(struct request *rq)
{
    char code[LOOKUP_CODE_DIGITS + 1];
    uint64_t agency;
    struct civil now = clock_now();
    /* Nobody sees this field; what fills in every field is a machine. It is thanked like anybody. */
    if (*input_text(rq, "trang-web")) {
        token_lookup_code(code);
        return page_go(rq, PATH "/da-gui/%s", seal(rq, code));
    }
    if (!agency_find(rq, &agency)) {
        input_refuse(rq, "co-quan", "not_choice");
        return form_show(rq, 422);
    }
    const struct feedback_new petition = {
        .subject = input_text(rq, "ve"),
        .words = input_text(rq, "noidung"),
        .dossier_number = input_text(rq, "hoso"),
        .contact_name = input_text(rq, "hoten"),
        .contact = input_text(rq, "lienhe"),
        .language = rq->language,
        .agency = agency,
    };
    if (feedback_petition(rq->db, rq->arena, &petition, &now, code) != DB_OK)
        return page_failed(rq);
    return page_go(rq, PATH "/da-gui/%s", seal(rq, code));
}

/* ---- following ---------------------------------------------------------------------------------------- */

int petition_sent(struct request *rq)
{
    const char *code = token_open(rq->arena, KEY_COOKIE, PURPOSE, input_text(rq, "ve"));
    struct civil due;
    no_trace(rq);
    if (!code)
        return page_go(rq, PATH "/theo-doi");
    struct civil now = clock_now();
    if (feedback_due(rq->db, rq->arena, &now, &due) != DB_OK)
        return page_failed(rq);
    data_set(rq->data, "Petition.Code", text_group(rq->arena, code, "4444"));
    data_set(rq->data, "Petition.Due", say_day(rq, &due));
    data_format(rq->data, "Petition.ViewHref", "%s" PATH "/xem/%s", rq->base, seal(rq, code));
    return show(rq, 200, "public/petition_sent.cs", "petition_sent");
}

static int follow_show(struct request *rq, int status)
{
    data_set(rq->data, "Petition.Action", link_to(rq, PATH "/theo-doi"));
    return show(rq, status, "public/petition_follow.cs", "petition_follow");
}

int petition_follow_form(struct request *rq)
{
    return follow_show(rq, rq->again ? rq->again : 200);
}

static int not_found(struct request *rq)
{
    data_set_flag(rq->data, "Petition.NotFound", true);
    return follow_show(rq, 404);
}

int petition_follow(struct request *rq)
{
    char code[LOOKUP_CODE_DIGITS + 1];
    struct feedback_followed found;
    if (!lookup_code_parse(input_text(rq, "ma"), code))
        return not_found(rq);
    enum db_result result = feedback_follow(rq->db, rq->arena, code, &found);
    if (result == DB_FAIL)
        return page_failed(rq);
    return result == DB_OK ? page_go(rq, PATH "/xem/%s", seal(rq, code)) : not_found(rq);
}

static void moment_put(struct request *rq, const char *name, const struct civil *at, bool day)
{
    if (at->year)
        data_set(rq->data, name, day ? say_day(rq, at) : say_moment(rq, at));
}

int petition_view(struct request *rq)
{
    struct feedback_followed found;
    const char *code = token_open(rq->arena, KEY_COOKIE, PURPOSE, input_text(rq, "ve"));
    no_trace(rq);
    if (!code)
        return page_go(rq, PATH "/theo-doi");
    enum db_result result = feedback_follow(rq->db, rq->arena, code, &found);
    if (result != DB_OK)
        return result == DB_NONE ? not_found(rq) : page_failed(rq);
    data_set_number(rq->data, "Petition.Id", (long long)found.id);
    data_set(rq->data, "Petition.Subject", say_one(rq, "feedback_subject", found.subject));
    data_set(rq->data, "Petition.State", found.state);
    data_set(rq->data, "Petition.StateText", say_one(rq, "feedback_state_public", found.state));
    data_set(rq->data, "Petition.Words", found.words);
    data_set(rq->data, "Petition.Answer", found.answer);
    if (*found.outcome)
        data_set(rq->data, "Petition.Outcome", say_one(rq, "feedback_outcome", found.outcome));
    if (*found.agency)
        put_text(rq, rq->data, "Petition.Agency", found.agency, found.agency_en);
    moment_put(rq, "Petition.Received", &found.received_at, true);
    moment_put(rq, "Petition.Due", &found.due_at, true);
    moment_put(rq, "Petition.Answered", &found.answered_at, true);
    return show(rq, 200, "public/petition_view.cs", "petition_view");
}

int petition_published(struct request *rq)
{
    int64_t asked = input_number(rq, "trang");
    int page = asked < 1 ? 1 : asked > 1000 ? 1000 : (int)asked;
    int n = published_fill(rq, (size_t)(page - 1) * PAGE_ITEMS, PAGE_ITEMS);
    if (n < 0)
        return page_failed(rq);
    if (page > 1)
        data_set(rq->data, "List.Prev", link_to(rq, PATH "/da-tra-loi?trang=%d", page - 1));
    if (n > PAGE_ITEMS)
        data_set(rq->data, "List.Next", link_to(rq, PATH "/da-tra-loi?trang=%d", page + 1));
    return show(rq, 200, "public/petition_published.cs", "petition_published");
}
