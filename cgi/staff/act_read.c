/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What an officer typed into the form of an act.
 */
#include <limits.h>
#include <string.h>

#include "lib/input.h"
#include "lib/money.h"
#include "lib/text.h"
#include "staff/act_inside.h"

const char *const act_outcomes[] = {"dongy", "tuchoi", NULL};
const char *const act_receiver_roles[] = {"chuho", "nguoinop", "khac", NULL};

const char *act_field(const char *member)
{
    static const struct {
        const char *member, *input;
    } fields[] = {
        {"person", "nguoi"},      {"unit", "donvi"},          {"reason", "lydo"},
        {"note", "ghichu"},       {"title", "ten"},           {"outcome", "ykien"},
        {"shelf", "ke"},          {"receiver", "nguoinhan"},  {"receiver_role", "vaitro"},
        {"identity_checked", "giayto"}, {"signed_for", "kynhan"}, {"tracking", "vandon"},
        {"receipt_no", "bienlai"}, {"amount", "sotien"},      {"day", "ngay"},
        {"points", "noidung"},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i].member, member) == 0)
            return fields[i].input;
    return "ghichu";
}

static const char *row_text(struct request *rq, const char *name, size_t i)
{
    const char *raw = data_get(rq->data, arena_format(rq->arena, "Form.%s.Values.%zu.Value", name, i));
    const char *text = text_clean(rq->arena, raw, strlen(raw), TEXT_ONE_LINE, NULL);
    return text ? text : "";
}

/* Rows left empty are no points; a paper without words is one whose words are missing. */
static void points_read(struct request *rq, struct act_input *input)
{
    struct act_point *points = arena_take_array(rq->arena, ACT_POINTS_MAX, sizeof *points);
    for (size_t i = 0; i < ACT_POINTS_MAX; i++) {
        struct act_point point = {row_text(rq, "giay", i), row_text(rq, "noidung", i)};
        if (*point.paper || *point.what)
            points[input->n_points++] = point;
    }
    input->points = points;
}

/* The time of a day is that of the old due time, or the end of the afternoon, unless another is typed. */
static bool day_read(struct request *rq, const struct act_page *a, struct act_input *input)
{
    enum { AFTERNOON_ENDS = 17 * 60 };
    if (!input_date(rq, "ngay", &input->day))
        return true;
    const char *typed = input_text(rq, "gio");
    const struct civil *old = &a->dossier.due_at;
    int minute = *typed       ? date_parse_time(typed, false)
                 : old->year  ? old->hour * 60 + old->minute
                              : AFTERNOON_ENDS;
    if (minute < 0) {
        input_refuse(rq, "gio", "time");
        return false;
    }
    input->day.hour = minute / 60;
    input->day.minute = minute % 60;
    return true;
}

static bool amount_read(struct request *rq, struct act_input *input)
{
    const char *typed = input_text(rq, "sotien");
    if (!*typed || money_parse(typed, &input->amount))
        return true;
    input_refuse(rq, "sotien", "amount_form");
    return false;
}

bool act_input_read(struct request *rq, const struct act_page *a, struct act_input *input)
{
    static const char *const outcomes[] = {"agreed", "refused"};
    static const char *const roles[] = {"applicant", "submitter", "other"};
    *input = (struct act_input){
        .dossier = a->dossier.id,
        .branch = (uint64_t)input_number(rq, "nhanh"),
        .code = input_text(rq, "viec"),
        .version = (unsigned)input_number(rq, "phienban"),
        .person = (uint64_t)input_number(rq, "nguoi"),
        .unit = (uint64_t)input_number(rq, "donvi"),
        .reason = input_text(rq, "lydo"),
        .note = input_text(rq, "ghichu"),
        .title = input_text(rq, "ten"),
        .outcome = input_given(rq, "ykien") ? outcomes[input_number(rq, "ykien")] : "",
        .shelf = input_text(rq, "ke"),
        .receiver = input_text(rq, "nguoinhan"),
        .receiver_role = input_given(rq, "vaitro") ? roles[input_number(rq, "vaitro")] : "",
        .identity_checked = input_number(rq, "giayto") != 0,
        .signed_for = input_number(rq, "kynhan") != 0,
        .tracking = input_text(rq, "vandon"),
        .receipt_no = input_text(rq, "bienlai"),
    };
    /* A form always says which state of the dossier it was made from. */
    if (!input->version)
        input->version = UINT_MAX;
    points_read(rq, input);
    bool amount = amount_read(rq, input), day = day_read(rq, a, input);
    return amount && day;
}
