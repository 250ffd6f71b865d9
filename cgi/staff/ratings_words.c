/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Words of voters before anybody else reads them, and heaps of votes that chance does not explain.
 */
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/audit.h"
#include "model/rating_moderate.h"
#include "model/rating_odd.h"
#include "model/scope.h"
#include "staff/ratings.h"

#define PATH "/can-bo/danh-gia"
#define ROLES_OVER (ROLE_BIT(ROLE_SUPERVISOR) | ROLE_BIT(ROLE_MANAGER))

#define LEAST_CHANCE 1e-9 /* what is rarer is not told more exactly */

const char *const ratings_decisions[] = {"hien", "an", NULL};

static bool units_read(struct request *rq, const char **units)
{
    struct scope scope;
    struct civil today = clock_now();
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, &scope) == DB_FAIL)
        return false;
    *units = scope_agencies(&scope, rq->arena, ROLES_OVER);
    return true;
}

int ratings_words(struct request *rq)
{
    const char *units;
    if (!units_read(rq, &units) || rating_words_new(rq->db, rq->data, "Words", units, rq->who.id) == DB_FAIL)
        return page_failed(rq);
    for (int i = 0;; i++) {
        const char *name = arena_format(rq->arena, "Words.%d", i);
        if (!data_has(rq->data, arena_format(rq->arena, "%s.Id", name)))
            break;
        struct data *word = data_at(rq->data, name);
        page_form(rq, word, arena_format(rq->arena, PATH "/y-kien/%s", data_get(word, "Id")));
    }
    data_format(rq->data, "Ratings.Href", "%s" PATH, rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    return page_show(rq, "staff/ratings_words.cs", "staff_ratings_words");
}

int ratings_moderate(struct request *rq)
{
    const char *units;
    struct civil now = clock_now();
    bool show = input_number(rq, "viec") == 0;
    if (!units_read(rq, &units))
        return page_failed(rq);
    enum db_result done = rating_words_decide(rq->db, (uint64_t)input_number(rq, "id"), show, units, rq->who.id, &now);
    if (done == DB_NONE)
        return page_error(rq, 404);
    const struct audit_entry entry = {.user = rq->who.id, .type = "rating_words_moderated", .subject = "",
                                      .note = show ? "shown" : "hidden"};
    if (done == DB_FAIL || audit_add(rq->db, &entry) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, PATH "/y-kien");
}

static void odd_fill(struct request *rq, const struct rating_odd_named *item)
{
    char clock[DATE_TEXT_MAX];
    struct data *row = data_add(rq->data, "Odd");
    struct civil from = civil_from_minute(item->odd.from), to = civil_from_minute(item->odd.to);
    data_set(row, "Officer", item->officer);
    data_set(row, "Unit", item->unit);
    data_set(row, "Day", say_day(rq, &from));
    data_set(row, "From", date_format_clock(clock, &from));
    data_set(row, "To", date_format_clock(clock, &to));
    data_set_number(row, "Votes", item->odd.votes);
    data_set_flag(row, "ShiftEnd", item->odd.kind == RATING_ODD_SHIFT_END);
    data_set(row, "Expected", rating_decimal(rq, item->odd.expected, 1));
    bool never = item->odd.chance < LEAST_CHANCE;
    data_format(row, "Chance", "%s1 : %s", never ? "< " : "",
                rating_count_text(rq, (int64_t)(1 / (never ? LEAST_CHANCE : item->odd.chance))));
}

int ratings_odd(struct request *rq)
{
    const char *units;
    struct rating_odd_named *items;
    size_t n;
    struct civil now = clock_now();
    if (!units_read(rq, &units) || rating_odd_list(rq->db, rq->arena, units, &now, &items, &n) == DB_FAIL)
        return page_failed(rq);
    for (size_t i = 0; i < n; i++)
        odd_fill(rq, &items[i]);
    data_format(rq->data, "Ratings.Href", "%s" PATH, rq->base);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    return page_show(rq, "staff/ratings_odd.cs", "staff_ratings_odd");
}
