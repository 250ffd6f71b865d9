/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Forms 02 to 04 and the stop notice: what an office writes to a citizen about a dossier.
 */
#include <string.h>

#include "lib/say.h"
#include "lib/settings.h"
#include "staff/paper_form.h"

/* ---- 02: request for supplements ------------------------------------------------------------------ */

static const char *point_of(struct sheet *sheet, const struct paper_point *point, size_t i)
{
    const char *n = arena_format(sheet->rq->arena, "%zu", i + 1);
    if (!*point->paper)
        return say_fill(&sheet->vietnamese, "paper_supplement.point", "n", n, "what", point->what, NULL);
    return say_fill(&sheet->vietnamese, "paper_supplement.point_paper", "n", n, "paper", point->paper,
                    "what", point->what, NULL);
}

static const char *contact_of(struct request *voice, const struct paper *paper,
                              const struct paper_round *round)
{
    return say_fill(voice, "paper_supplement.contact", "officer",
                    *round->officer ? round->officer : round->unit, "office", round->unit, "phone",
                    *round->phone ? round->phone : paper_phone(paper, &paper->counter), NULL);
}

void paper_fill_supplement(struct sheet *sheet, const struct paper *paper, int wanted)
{
    const struct paper_round *round = paper_round_of(paper, wanted);
    struct arena *arena = sheet->rq->arena;
    paper_head(sheet, paper, &paper->counter, true, &round->asked_at);
    sheet->number =
        say_fill(&sheet->vietnamese, "paper_supplement.number", "number", paper->number, "round",
                 arena_format(arena, "%d", round->round), NULL);
    sheet_title(sheet, "paper_supplement.title");
    sheet_codes(sheet);
    paper_party_fields(sheet, paper, "paper_supplement.of");
    sheet_field(sheet, "paper_supplement.ask", " ", false);
    for (size_t i = 0; i < round->n_points; i++)
        sheet_point(sheet, point_of(sheet, &round->points[i], i));
    sheet_field(sheet, "paper_supplement.reason", round->reason, false);
    if (round->answer_by.year)
        sheet_field(sheet, "paper_supplement.answer_by", sheet_day(sheet, &round->answer_by), true);
    sheet_text(sheet, contact_of(&sheet->vietnamese, paper, round),
               sheet->bilingual ? contact_of(&sheet->english, paper, round) : "");
    sheet_sign_two(sheet, "paper_sheet.submitter", paper_submitter(paper), "paper_supplement.guide",
                   round->officer);
    sheet->name = arena_format(arena, "yeu-cau-bo-sung-%s-%d", paper->number, round->round);
}

/* ---- 03: refusal ------------------------------------------------------------------------------------- */

static const char *refusal_statement(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_refusal.statement", "office", paper->counter.name, NULL);
}

static const char *refusal_rules(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_refusal.rules", "office", paper->counter.name, "site",
                    settings.site, "code", paper->procedure_code, NULL);
}

static const char *help_sentence(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_sheet.help", "office", paper->counter.name, "phone",
                    paper_phone(paper, &paper->counter), NULL);
}

void paper_fill_refusal(struct sheet *sheet, const struct paper *paper, int round)
{
    (void)round;
    const struct paper_event *event = paper_refused(paper);
    struct arena *arena = sheet->rq->arena;
    const char *reason = *event->note ? event->note : paper->refusal;
    paper_head(sheet, paper, &paper->counter, true, &event->at);
    sheet->number = paper_number(sheet, paper, "paper_refusal.number");
    sheet_title(sheet, "paper_refusal.title");
    sheet_codes(sheet);
    paper_party_fields(sheet, paper, "paper_sheet.applicant");
    sheet_sentence_add(sheet, refusal_statement, paper);
    sheet_field(sheet, "paper_refusal.reason", reason, true);
    sheet_sentence_add(sheet, refusal_rules, paper);
    sheet_sentence_add(sheet, help_sentence, paper);
    sheet_text(sheet, sheet_say(sheet, "paper_refusal.bye"), sheet_english(sheet, "paper_refusal.bye"));
    sheet_sign_two(sheet, "paper_sheet.submitter", paper_submitter(paper), "paper_sheet.receiver",
                   *paper->clerk ? paper->clerk : event->officer);
    sheet->name = arena_format(arena, "tu-choi-%s",
                               *paper->number ? paper->number : paper->procedure_code);
}

/* ---- 04: apology ---------------------------------------------------------------------------------------- */

static const char *apology_received(struct request *voice, const struct paper *paper)
{
    char day[DATE_TEXT_MAX];
    date_format_day(day, &paper->received_at);
    return say_fill(voice, "paper_apology.received", "day", day, "agency", paper->agency.name,
                    "procedure", say_either(voice, paper->procedure, paper->procedure_en), "number",
                    paper->number, NULL);
}

static const char *apology_before(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_apology.before", "due",
                    voice_moment(voice, "paper_date.moment", &paper->first_due_at), NULL);
}

static const char *apology_late(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_apology.late", "agency", paper->agency.name, NULL);
}

static const char *apology_new(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_apology.new", "due",
                    voice_moment(voice, "paper_date.moment", &paper->due_at), NULL);
}

static const char *apology_sorry(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_apology.sorry", "agency", paper->agency.name, NULL);
}

static const char *agency_help(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_sheet.help", "office", paper->agency.name, "phone",
                    paper_phone(paper, &paper->agency), NULL);
}

void paper_fill_apology(struct sheet *sheet, const struct paper *paper, int round)
{
    (void)round;
    const struct paper_event *event = paper_apologised(paper);
    paper_head(sheet, paper, &paper->agency, false, &event->at);
    sheet->number = paper_number(sheet, paper, "paper_apology.number");
    sheet_title(sheet, paper_is_2025(paper->numbering) ? "paper_apology.title_tt03"
                                                   : "paper_apology.title_tt01");
    sheet_codes(sheet);
    sheet_field(sheet, "paper_sheet.to", paper->applicant.name, true);
    sheet_field(sheet, "paper_sheet.address", paper->applicant.address, false);
    sheet_sentence_add(sheet, apology_received, paper);
    sheet_sentence_add(sheet, apology_before, paper);
    sheet_sentence_add(sheet, apology_late, paper);
    sheet_field(sheet, "paper_apology.reason", event->note, true);
    sheet_sentence_add(sheet, apology_new, paper);
    sheet_sentence_add(sheet, agency_help, paper);
    sheet_sentence_add(sheet, apology_sorry, paper);
    sheet_sign(sheet, "paper_sheet.head", "paper_sheet.head_hint", "");
    sheet->name = arena_format(sheet->rq->arena, "xin-loi-%s", paper->number);
}

/* ---- 05 of 2025: stop --------------------------------------------------------------------------------------- */

static const char *stop_statement(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_stop.statement", "agency", paper->agency.name, "when",
                    voice_moment(voice, "paper_date.moment", &paper_stopped(paper)->at), NULL);
}

static const char *stop_bye(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_stop.bye", "agency", paper->agency.name, NULL);
}

void paper_fill_stop(struct sheet *sheet, const struct paper *paper, int round)
{
    (void)round;
    const struct paper_event *event = paper_stopped(paper);
    struct arena *arena = sheet->rq->arena;
    const char *reason = *event->note
                             ? event->note
                             : sheet_say(sheet, arena_format(arena, "paper_stop.%s", event->type));
    paper_head(sheet, paper, &paper->agency, false, &event->at);
    sheet->number = paper_number(sheet, paper, "paper_stop.number");
    sheet_title(sheet, "paper_stop.title");
    sheet_codes(sheet);
    sheet_field(sheet, "paper_sheet.to", paper->applicant.name, true);
    sheet_field(sheet, "paper_sheet.address", paper->applicant.address, false);
    sheet_sentence_add(sheet, apology_received, paper);
    sheet_sentence_add(sheet, stop_statement, paper);
    sheet_field(sheet, "paper_stop.reason", reason, true);
    sheet_sentence_add(sheet, agency_help, paper);
    sheet_sentence_add(sheet, stop_bye, paper);
    sheet_sign(sheet, "paper_sheet.head", "paper_sheet.head_hint", "");
    sheet->name = arena_format(arena, "dung-giai-quyet-%s", paper->number);
}
