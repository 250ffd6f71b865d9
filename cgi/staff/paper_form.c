/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/paper_form.h"

#include <string.h>

#include "lib/say.h"
#include "lib/settings.h"
#include "lib/text.h"

const struct paper_form paper_forms[PAPER_KINDS] = {
    [PAPER_RECEIPT] = {"receipt", 1, 1, paper_fill_receipt},
    [PAPER_SUPPLEMENT] = {"supplement", 2, 2, paper_fill_supplement},
    [PAPER_REFUSAL] = {"refusal", 3, 3, paper_fill_refusal},
    [PAPER_APOLOGY] = {"apology", 4, 4, paper_fill_apology},
    [PAPER_STOP] = {"stop", 0, 5, paper_fill_stop},
    [PAPER_CONTROL] = {"control", 5, 6, paper_fill_control},
};

bool paper_is_2025(const char *numbering)
{
    return strcmp(numbering, "TT03/2025") == 0;
}

const char *paper_mark(struct sheet *sheet, const char *numbering, int tt01, int tt03)
{
    bool new = paper_is_2025(numbering);
    int n = new ? tt03 : tt01;
    if (!n)
        return "";
    return say_fill(&sheet->vietnamese, new ? "paper_sheet.mark_tt03" : "paper_sheet.mark_tt01", "n",
                    arena_format(sheet->rq->arena, "%02d", n), NULL);
}

bool paper_fill(struct sheet *sheet, const struct paper *paper, enum paper_kind kind, int round)
{
    if (kind == PAPER_KINDS || !paper_issue(paper, kind, round))
        return false;
    const struct paper_form *form = &paper_forms[kind];
    form->fill(sheet, paper, round);
    sheet->mark = paper_mark(sheet, paper->numbering, form->tt01, form->tt03);
    return true;
}

/* The code of the receipt opens the status page on any telephone and the dossier at any counter. */
static void codes_make(struct sheet *sheet, const struct paper *paper)
{
    struct request *rq = sheet->rq;
    const char *number = *paper->number
                             ? say_fill(&sheet->vietnamese, "paper_sheet.caption_number", "number",
                                        paper->number, NULL)
                             : "";
    sheet->caption = number;
    if (!*paper->lookup)
        return;
    const char *code = text_group(rq->arena, paper->lookup, "4444");
    sheet->has_codes = barcode_make(rq->arena, paper->lookup, &sheet->bars);
    sheet->has_qr =
        qr_make(rq->arena, arena_format(rq->arena, "%s/t/%s", settings.site, paper->lookup),
                &sheet->qr);
    sheet->caption = arena_format(
        rq->arena, "%s%s%s", number, *number ? "\n" : "",
        say_fill(&sheet->vietnamese, "paper_sheet.caption_code", "code", code, NULL));
}

void paper_head(struct sheet *sheet, const struct paper *paper, const struct paper_office *office,
                bool counter, const struct civil *dated)
{
    struct arena *arena = sheet->rq->arena;
    sheet->above = text_upper(arena, office->parent);
    sheet->unit = text_upper(arena, office->name);
    /* The centre is a counter as a whole; elsewhere it is a part of the office. */
    if (counter && strcmp(office->kind, "centre") != 0)
        sheet->part = sheet_say(sheet, paper_is_2025(paper->numbering) ? "paper_sheet.counter_head_tt03"
                                                                       : "paper_sheet.counter_head");
    if (dated->year)
        sheet->place_date =
            say_fill(&sheet->vietnamese, "paper_sheet.place_date", "place", paper->place, "day",
                     voice_moment(&sheet->vietnamese, "paper_date.day", dated), NULL);
    if (*paper->number)
        sheet->footer = say_fill(&sheet->vietnamese, "paper_sheet.footer", "number", paper->number, NULL);
    codes_make(sheet, paper);
}

const char *paper_number(struct sheet *sheet, const struct paper *paper, const char *key)
{
    if (!*paper->number)
        return "";
    return say_fill(&sheet->vietnamese, key, "number", paper->number, NULL);
}

const char *paper_submitter(const struct paper *paper)
{
    if (*paper->submitter.name)
        return paper->submitter.name;
    return *paper->applicant.representative ? paper->applicant.representative : paper->applicant.name;
}

static const char *submitter_line(struct sheet *sheet, const struct paper_person *submitter)
{
    if (!*submitter->authority)
        return submitter->name;
    return say_fill(&sheet->vietnamese, "paper_sheet.submitter_with", "name", submitter->name,
                    "authority", submitter->authority, NULL);
}

void paper_party_fields(struct sheet *sheet, const struct paper *paper, const char *key)
{
    const struct paper_person *applicant = &paper->applicant, *submitter = &paper->submitter;
    sheet_field(sheet, key, applicant->name, true);
    if (*applicant->representative)
        sheet_field(sheet, "paper_sheet.representative", applicant->representative, false);
    if (*submitter->name)
        sheet_field(sheet, "paper_sheet.submitter_line", submitter_line(sheet, submitter), false);
    sheet_field(sheet, "paper_sheet.address", applicant->address, false);
    const char *phone = *applicant->phone ? applicant->phone : submitter->phone;
    const char *email = *applicant->email ? applicant->email : submitter->email;
    const char *blank = sheet_say(sheet, "paper_sheet.blank");
    sheet_field(sheet, "paper_sheet.phone",
                say_fill(&sheet->vietnamese, "paper_sheet.phone_email", "phone", *phone ? phone : blank,
                         "email", *email ? email : blank, NULL),
                false);
    sheet_field(sheet, "paper_sheet.asked", paper->procedure, true);
}

const char *paper_phone(const struct paper *paper, const struct paper_office *office)
{
    return *office->phone ? office->phone : paper->hotline;
}
