/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Form 05 of 2018, 06 of 2025: who had the dossier from when to when, one line a hand-over.
 */
#include <string.h>

#include "lib/clock.h"
#include "lib/say.h"
#include "staff/paper_form.h"

enum { STEP_COLUMNS = 6 };

static const char *moment(struct sheet *sheet, const char *key, const struct civil *at)
{
    const char *when = voice_moment(&sheet->vietnamese, "paper_date.short", at);
    return say_fill(&sheet->vietnamese, key, "at",
                    *when ? when : sheet_say(sheet, "paper_sheet.blank"), NULL);
}

/* Days count, not minutes: done on the day it was due is on time. */
static const char *result_of(struct sheet *sheet, const struct paper_step *step)
{
    struct civil now = clock_now();
    const struct civil *end = step->closed_at.year ? &step->closed_at : &now;
    if (strncmp(step->step_kind, "wait", 4) == 0)
        return sheet_say(sheet, "paper_control.stood");
    if (step->closed_at.year && !step->due_at.year)
        return "";
    int days = step->due_at.year ? civil_day(end) - civil_day(&step->due_at) : 0;
    if (!step->closed_at.year)
        return sheet_say(sheet, days > 0 ? "paper_control.overdue" : "paper_control.open");
    return sheet_say(sheet, days == 0  ? "paper_control.on_time"
                            : days < 0 ? "paper_control.early"
                                       : "paper_control.late");
}

/* Who had it before on the same way; the counter gives the first. */
static const struct paper_step *before(const struct paper *paper, size_t i)
{
    for (size_t k = i; k-- > 0;)
        if (strcmp(paper->steps[k].branch, paper->steps[i].branch) == 0 ||
            strcmp(paper->steps[k].branch, "main") == 0)
            return &paper->steps[k];
    return NULL;
}

static const char **cells_of(struct sheet *sheet, const struct paper *paper)
{
    struct arena *arena = sheet->rq->arena;
    const char **cells = arena_take_array(arena, paper->n_steps * STEP_COLUMNS + 1, sizeof *cells), **cell = cells;
    for (size_t i = 0; i < paper->n_steps; i++) {
        const struct paper_step *step = &paper->steps[i], *last = before(paper, i);
        const char *due = voice_moment(&sheet->vietnamese, "paper_date.short", &step->due_at);
        *cell++ = arena_format(arena, "%s\n%s", step->unit, step->step);
        *cell++ = arena_format(arena, "%s\n%s",
                               moment(sheet, "paper_control.given_at",
                                      last ? &step->opened_at : &paper->received_at),
                               moment(sheet, "paper_control.taken_at", &step->opened_at));
        *cell++ = last ? last->officer : paper_submitter(paper);
        *cell++ = step->officer;
        *cell++ = result_of(sheet, step);
        *cell++ = *due ? say_fill(&sheet->vietnamese, "paper_control.by_due", "due", due, NULL) : "";
    }
    return cells;
}

static const struct sheet_column *columns_of(struct sheet *sheet)
{
    static const struct {
        const char *key, *group;
        int width;
        enum pdf_align align;
    } plan[STEP_COLUMNS] = {
        {"paper_control.agency", "", 24, PDF_LEFT},
        {"paper_control.given", "", 27, PDF_LEFT},
        {"paper_control.from", "paper_control.people", 17, PDF_CENTRE},
        {"paper_control.to", "paper_control.people", 17, PDF_CENTRE},
        {"paper_control.result", "", 15, PDF_CENTRE},
        {"paper_control.note", "", 17, PDF_CENTRE},
    };
    struct sheet_column *columns = arena_take_array(sheet->rq->arena, STEP_COLUMNS, sizeof *columns);
    for (size_t i = 0; i < STEP_COLUMNS; i++)
        columns[i] = (struct sheet_column){sheet_say(sheet, plan[i].key),
                                           sheet_english(sheet, plan[i].key),
                                           *plan[i].group ? sheet_say(sheet, plan[i].group) : "",
                                           plan[i].width, plan[i].align};
    return columns;
}

static const char *others_of(struct sheet *sheet, const struct paper *paper)
{
    const char *all = "";
    for (size_t i = 0; i < paper->n_branches; i++)
        if (strcmp(paper->branches[i].kind, "main") != 0)
            all = arena_format(sheet->rq->arena, "%s%s%s", all, *all ? "; " : "",
                               paper->branches[i].agency);
    return *all ? all : sheet_say(sheet, "paper_control.none");
}

void paper_fill_control(struct sheet *sheet, const struct paper *paper, int round)
{
    (void)round;
    paper_head(sheet, paper, &paper->counter, true, &paper->received_at);
    sheet->number = paper_number(sheet, paper, "paper_control.number");
    sheet_title(sheet, "paper_control.title");
    sheet_codes(sheet);
    sheet_field(sheet, "paper_sheet.asked", paper->procedure, false);
    sheet_field(sheet, "paper_sheet.handler", paper->agency.name, false);
    sheet_field(sheet, "paper_control.joint", others_of(sheet, paper), false);
    sheet_field(sheet, "paper_receipt.due", sheet_moment(sheet, &paper->due_at), true);
    sheet_table(sheet, columns_of(sheet), STEP_COLUMNS, cells_of(sheet, paper), paper->n_steps);
    sheet_note(sheet, sheet_say(sheet, "paper_control.rule"), sheet_english(sheet, "paper_control.rule"));
    sheet->name = arena_format(sheet->rq->arena, "kiem-soat-%s", paper->number);
}
