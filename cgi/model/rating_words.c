/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/rating_words.h"

#include <string.h>

#include "lib/input.h"
#include "lib/money.h"
#include "lib/say.h"
#include "lib/text.h"

void rating_faces_fill(struct request *rq)
{
    for (int score = RATING_SCORES; score >= 1; score--) {
        struct data *face = data_add(rq->data, "Faces");
        const char *key = arena_format(rq->arena, "s%d", score);
        data_set_number(face, "Value", score);
        data_set(face, "Text", say_one(rq, "rating_score", key));
    }
}

void rating_reasons_fill(struct request *rq)
{
    for (size_t i = 0; rating_reasons[i]; i++) {
        struct data *reason = data_add(rq->data, "Reasons");
        data_set(reason, "Value", rating_reasons[i]);
        data_set(reason, "Text", say_one(rq, "rating_reason", rating_reasons[i]));
    }
}

/* Bytes of the first letter of a text in UTF-8. */
static size_t letter_bytes(const char *text)
{
    size_t n = *text ? 1 : 0;
    while ((text[n] & 0xc0) == 0x80)
        n++;
    return n;
}

const char *rating_initials(struct arena *arena, const char *name)
{
    const char *last = "", *before = "";
    for (const char *at = name; *at; at += strspn(at, " ")) {
        before = last;
        last = at;
        at += strcspn(at, " ");
    }
    return text_upper(arena, arena_format(arena, "%.*s%.*s", (int)letter_bytes(before), before,
                                          (int)letter_bytes(last), last));
}

enum db_result rating_officer_fill(struct request *rq, const struct rated_service *service, const char *photo)
{
    struct data *officer = data_at(rq->data, "Officer");
    data_set(officer, "Name", service->officer_name);
    data_set(officer, "Title", service->officer_title);
    data_set(officer, "Unit", say_either(rq, service->officer_unit, service->officer_unit_en));
    data_set(officer, "Initials", rating_initials(rq->arena, service->officer_name));
    data_set(officer, "Act", say_one(rq, "rating_act", service->act));
    if (!service->officer)
        return DB_OK;
    enum db_result there = rating_photo_there(rq->db, rq->arena, service->officer);
    if (there == DB_OK)
        data_set(officer, "Photo", photo);
    return there == DB_FAIL ? DB_FAIL : DB_OK;
}

/* ---- figures ------------------------------------------------------------------------------------ */

static bool in_english(const struct request *rq)
{
    return strcmp(rq->language, "en") == 0;
}

const char *rating_decimal(struct request *rq, double value, int places)
{
    char *text = arena_format(rq->arena, "%.*f", places, value);
    char *point = strchr(text, '.');
    if (point && !in_english(rq))
        *point = ',';
    return text;
}

const char *rating_count_text(struct request *rq, int64_t n)
{
    char *text = arena_take(rq->arena, MONEY_TEXT_MAX);
    money_group(text, n);
    for (char *at = text; in_english(rq) && *at; at++)
        *at = *at == '.' ? ',' : *at;
    return text;
}

const char *rating_percent(struct request *rq, double share)
{
    return arena_format(rq->arena, "%s%%", rating_decimal(rq, 100 * share, 1));
}

void rating_interval_fill(struct request *rq, struct data *node, const struct rating_interval *i)
{
    data_set(node, "Share", rating_percent(rq, i->share));
    data_format(node, "Interval", "%s – %s", rating_decimal(rq, 100 * i->low, 1), rating_percent(rq, i->high));
    data_format(node, "Bar.X", "%.1f", 100 * i->share);
    data_format(node, "Bar.Low", "%.1f", 100 * i->low);
    data_format(node, "Bar.Wide", "%.1f", 100 * (i->high - i->low));
}

void rating_sum_fill(struct request *rq, struct data *node, const struct rating_sum *sum)
{
    struct rating_interval interval = rating_wilson(sum->satisfied, sum->votes);
    data_set(node, "Votes", rating_count_text(rq, sum->votes));
    if (sum->sum)
        data_set(node, "Mean", rating_decimal(rq, (double)sum->sum / (double)sum->votes, 2));
    rating_interval_fill(rq, node, &interval);
}

const char *rating_reasons_read(struct request *rq, const char *name)
{
    const char *list = "";
    for (size_t known = 0; rating_reasons[known]; known++)
        for (size_t i = 0; i < input_count(rq, name); i++)
            if (strcmp(input_text_at(rq, name, i), rating_reasons[known]) == 0) {
                list = arena_format(rq->arena, "%s%s%s", list, *list ? "," : "", rating_reasons[known]);
                break;
            }
    return list;
}
