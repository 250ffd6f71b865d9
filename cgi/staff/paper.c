/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/paper.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/scope.h"
#include "staff/paper_form.h"

const char *const paper_sizes[] = {"a4", "a5", NULL};

/* A look at the head of a page prints nothing. */
static enum db_result print_note(struct sheet *sheet, const struct paper *paper, enum paper_kind kind, int round)
{
    struct request *rq = sheet->rq;
    struct civil now = clock_now();
    int print = 1;
    if (rq->head)
        return DB_OK;
    enum db_result result = paper_print_add(rq->db, rq->arena, rq->who.id, paper->id, paper_forms[kind].log,
                                            paper_issue(paper, kind, round), &now, &print);
    if (result == DB_OK && print > 1)
        sheet->reprint = say_fill(&sheet->vietnamese, "paper_sheet.reprint", "n",
                                  arena_format(rq->arena, "%d", print), NULL);
    return result;
}

/* Cuts ".pdf" off the name of the form. */
static const char *form_slug(struct request *rq, bool *pdf)
{
    const char *name = input_text(rq, "form");
    size_t n = strlen(name);
    *pdf = n > 4 && strcmp(name + n - 4, ".pdf") == 0;
    return *pdf ? arena_copy_bytes(rq->arena, name, n - 4) : name;
}

static const char *address_of(struct request *rq, const struct paper *paper, enum paper_kind kind,
                              const char *ending, const char *size)
{
    int round = (int)input_number(rq, "lan");
    const char *which = round ? arena_format(rq->arena, "&lan=%d", round) : "";
    return arena_format(rq->arena, "%s/can-bo/ho-so/%llu/in/%s%s?kho=%s%s", rq->base,
                        (unsigned long long)paper->id, paper_names[kind], ending, size, which);
}

static void sizes_put(struct request *rq, const struct paper *paper, enum paper_kind kind, const char *now)
{
    for (size_t i = 0; paper_sizes[i]; i++) {
        struct data *size = data_add(rq->data, "Paper.Sizes");
        data_set(size, "Href", address_of(rq, paper, kind, "", paper_sizes[i]));
        data_set(size, "Text", say(rq, arena_format(rq->arena, "paper_sheet.size_%s", paper_sizes[i])));
        data_set_flag(size, "Current", strcmp(paper_sizes[i], now) == 0);
    }
}

static enum db_result dossier_open(struct request *rq, struct paper *paper)
{
    struct civil today = clock_now();
    struct scope scope;
    if (scope_load(rq->db, rq->arena, rq->who.id, &today, &scope) == DB_FAIL)
        return DB_FAIL;
    return paper_open(rq->db, rq->arena, &scope, (uint64_t)input_number(rq, "id"), paper);
}

int paper_print(struct request *rq)
{
    bool pdf;
    enum paper_kind kind = paper_kind_of(form_slug(rq, &pdf));
    const char *size = input_text(rq, "kho");
    int round = (int)input_number(rq, "lan");
    struct paper paper;
    enum db_result found = dossier_open(rq, &paper);
    if (found != DB_OK)
        return found == DB_FAIL ? page_failed(rq) : page_missing(rq);
    if (!*size)
        size = kind == PAPER_RECEIPT ? "a5" : "a4"; /* the receipt is a half sheet */
    struct sheet *sheet = sheet_open(rq, size);
    if (!paper_fill(sheet, &paper, kind, round))
        return page_missing(rq);
    if (print_note(sheet, &paper, kind, round) != DB_OK)
        return page_failed(rq);
    if (pdf)
        return sheet_show_pdf(sheet);
    sizes_put(rq, &paper, kind, size);
    return sheet_show_html(sheet, address_of(rq, &paper, kind, ".pdf", size));
}
