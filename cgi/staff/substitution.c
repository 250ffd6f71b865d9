/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/substitution.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "model/substitution.h"
#include "staff/people.h"
#include "staff/rights.h"
#include "staff/sign_in_inside.h"

#define PATH "/can-bo/thay-mat"
#define DAYS_MOST 366

/* About whom: an administrator everybody (*over NULL), a head the own units. */
static bool over_whom(struct request *rq, struct scope *scope, const struct scope **over)
{
    struct civil today = clock_now();
    *over = NULL;
    if (right_held(rq, RIGHT_ADMIN))
        return true;
    *over = scope;
    return scope_load(rq->db, rq->arena, rq->who.id, &today, scope) == DB_OK;
}

static void list_forms(struct request *rq)
{
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Substitutions.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Id", name)))
            return;
        struct data *item = data_at(rq->data, name);
        page_form(rq, item,
                  arena_format(rq->arena, PATH "/%s/ket-thuc", data_get(item, "Id")));
    }
}

static int show(struct request *rq, const struct scope *over, bool again)
{
    struct civil today = clock_now();
    if (substitution_list(rq->db, rq->data, "Substitutions", &today, over) == DB_FAIL ||
        substitution_people(rq->db, rq->data, "People", over) == DB_FAIL)
        return page_failed(rq);
    list_forms(rq);
    form_fields(rq, "vang thay tu den");
    page_form(rq, data_at(rq->data, "Set"), PATH);
    return page_show_status(rq, again ? 422 : 200, "staff/substitution.cs", "staff_substitution");
}

int substitution_page(struct request *rq)
{
    struct scope scope;
    const struct scope *over;
    return over_whom(rq, &scope, &over) ? show(rq, over, false) : page_failed(rq);
}

/* The days make sense; what does not stands at the fields. */
static bool days_ok(struct request *rq, struct civil *from, struct civil *to)
{
    struct civil today = clock_now();
    input_date(rq, "tu", from);
    input_date(rq, "den", to);
    if (civil_day(to) < civil_day(from))
        input_refuse(rq, "den", "date_before");
    else if (civil_day(to) < civil_day(&today))
        input_refuse(rq, "den", "date_past");
    else if (civil_day(to) - civil_day(from) > DAYS_MOST)
        input_refuse(rq, "den", "period_long");
    return !input_refused(rq);
}

static bool verdict_shown(struct request *rq, enum substitution_verdict verdict)
{
    switch (verdict) {
    case SUBSTITUTION_NO_ABSENT:
        input_refuse(rq, "vang", "unknown_person");
        return true;
    case SUBSTITUTION_NO_SUBSTITUTE:
        input_refuse(rq, "thay", "unknown_person");
        return true;
    case SUBSTITUTION_SAME:
        input_refuse(rq, "thay", "same_person");
        return true;
    case SUBSTITUTION_TOO_WIDE:
        input_refuse(rq, "vang", "rights_too_wide");
        return true;
    case SUBSTITUTION_GOOD:
    case SUBSTITUTION_FAIL:
        break;
    }
    return false;
}

int substitution_set(struct request *rq)
{
    struct scope scope;
    const struct scope *over;
    struct civil from, to;
    if (!over_whom(rq, &scope, &over))
        return page_failed(rq);
    if (!days_ok(rq, &from, &to))
        return show(rq, over, true);
    const char *absent = input_text(rq, "vang"), *substitute = input_text(rq, "thay");
    enum substitution_verdict verdict =
        substitution_add(rq->db, rq->arena, absent, substitute, &from, &to, rq->who.id, over);
    if (verdict_shown(rq, verdict))
        return show(rq, over, true);
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    date_format_iso(first, &from);
    date_format_iso(last, &to);
    if (verdict == SUBSTITUTION_FAIL ||
        person_note(rq, "substitute_set", absent,
             arena_format(rq->arena, "by user %s, %s to %s", substitute, first, last)) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, PATH);
}

int substitution_finish(struct request *rq)
{
    struct scope scope;
    const struct scope *over;
    const char *absent;
    if (!over_whom(rq, &scope, &over))
        return page_failed(rq);
    enum db_result ended = substitution_end(rq->db, rq->arena, (uint64_t)input_number(rq, "id"),
                                            rq->who.id, over, &absent);
    if (ended == DB_NONE)
        return page_missing(rq);
    if (ended == DB_FAIL || person_note(rq, "substitute_ended", absent, "") == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, PATH);
}
