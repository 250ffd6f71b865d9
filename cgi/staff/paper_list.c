/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/paper_list.h"

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/say.h"
#include "lib/text.h"

const struct sheet_column *list_columns(struct sheet *sheet, const struct list_column *plan, size_t n)
{
    struct sheet_column *columns = arena_take_array(sheet->rq->arena, n, sizeof *columns);
    for (size_t i = 0; i < n; i++)
        columns[i] = (struct sheet_column){sheet_say(sheet, plan[i].key),
                                           sheet_english(sheet, plan[i].key),
                                           *plan[i].group ? sheet_say(sheet, plan[i].group) : "",
                                           plan[i].width, plan[i].align};
    return columns;
}

enum db_result list_open(struct request *rq, struct paper_list_office *office, struct paper_list_query *query)
{
    struct civil today = clock_now();
    struct scope scope;
    *query = (struct paper_list_query){.office = office, .part = (int)input_number(rq, "phan")};
    if (query->part < 1)
        query->part = 1;
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, &scope) == DB_FAIL)
        return DB_FAIL;
    return paper_list_open(rq->db, rq->arena, &scope, input_text(rq, "co-quan"), rq->who.id, office);
}

int list_day_asked(struct request *rq, const char *name)
{
    struct civil day = clock_now();
    struct civil asked;
    if (input_date(rq, name, &asked))
        day = asked;
    return civil_day(&day);
}

struct sheet *list_sheet(struct request *rq, const struct paper_list_office *office)
{
    struct sheet *sheet = sheet_open(rq, "a4w");
    struct civil now = clock_now();
    sheet->above = text_upper(rq->arena, office->parent);
    sheet->unit = text_upper(rq->arena, office->name);
    sheet->footer = office->name;
    sheet->place_date =
        say_fill(&sheet->vietnamese, "paper_sheet.place_date", "place", office->place, "day",
                 voice_moment(&sheet->vietnamese, "paper_date.day", &now), NULL);
    return sheet;
}

const char *list_day(struct sheet *sheet, int day)
{
    struct civil at = civil_from_day(day);
    return sheet_day(sheet, &at);
}

const char *list_day_iso(struct request *rq, int day)
{
    char text[DATE_TEXT_MAX];
    struct civil at = civil_from_day(day);
    return arena_copy(rq->arena, date_format_iso(text, &at));
}

const char *list_count(struct sheet *sheet, size_t n)
{
    return arena_format(sheet->rq->arena, "%zu", n);
}

void list_pick(struct request *rq, const char *path, const struct paper_list_office *office)
{
    data_format(rq->data, "Paper.Pick.Action", "%s%s", rq->base, path);
    data_set(rq->data, "Paper.Pick.Office", office->code);
}

void list_pick_field(struct request *rq, const char *name, const char *label, int day)
{
    char text[DATE_TEXT_MAX];
    struct data *field = data_add(rq->data, "Paper.Pick.Fields");
    data_set(field, "Name", name);
    data_set(field, "Label", say(rq, label));
    struct civil at = civil_from_day(day);
    data_set(field, "Value", date_format_day(text, &at)); /* as the form takes it, whatever the browser speaks */
}

void list_parts(struct request *rq, const char *address, size_t total)
{
    size_t parts = (total + PAPER_LIST_MAX - 1) / PAPER_LIST_MAX;
    int64_t now = input_number(rq, "phan");
    for (size_t i = 1; parts > 1 && i <= parts; i++) {
        struct data *part = data_add(rq->data, "Paper.Sizes");
        const char *n = arena_format(rq->arena, "%zu", i);
        data_format(part, "Href", "%s&phan=%zu", address, i);
        data_set(part, "Text", say_fill(rq, "paper_pick.part", "n", n, NULL));
        data_set_flag(part, "Current", (int64_t)i == (now < 1 ? 1 : now));
    }
}
