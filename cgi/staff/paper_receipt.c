/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Form 01: receipt of a dossier and appointment for its result.
 */
#include <string.h>

#include "lib/money.h"
#include "lib/say.h"
#include "lib/settings.h"
#include "lib/text.h"
#include "model/rating_token.h"
#include "staff/paper_form.h"

enum { ITEM_COLUMNS = 5 };

static const char *count_or_none(struct arena *arena, int n)
{
    return n ? arena_format(arena, "%d", n) : "";
}

static const char *item_note(struct sheet *sheet, const struct paper_item *item)
{
    if (item->shown_only)
        return sheet_say(sheet, "paper_receipt.shown");
    if (!item->sheets)
        return "";
    return say_fill(&sheet->vietnamese, "paper_receipt.sheets", "n",
                    arena_format(sheet->rq->arena, "%d", item->sheets), NULL);
}

static const struct sheet_column *item_columns(struct sheet *sheet)
{
    static const struct {
        const char *key;
        int width;
        enum pdf_align align;
    } plan[ITEM_COLUMNS] = {
        {"paper_sheet.item_no", 7, PDF_CENTRE},      {"paper_receipt.paper", 54, PDF_LEFT},
        {"paper_receipt.original", 14, PDF_CENTRE},  {"paper_receipt.copy", 12, PDF_CENTRE},
        {"paper_receipt.note", 13, PDF_CENTRE},
    };
    struct sheet_column *columns = arena_take_array(sheet->rq->arena, ITEM_COLUMNS, sizeof *columns);
    for (size_t i = 0; i < ITEM_COLUMNS; i++)
        columns[i] = (struct sheet_column){sheet_say(sheet, plan[i].key),
                                           sheet_english(sheet, plan[i].key), "", plan[i].width,
                                           plan[i].align};
    return columns;
}

static void items_add(struct sheet *sheet, const struct paper *paper)
{
    struct arena *arena = sheet->rq->arena;
    if (!paper->n_items) {
        sheet_field(sheet, "paper_receipt.items", sheet_say(sheet, "paper_receipt.items_none"), false);
        return;
    }
    sheet_field(sheet, "paper_receipt.items", " ", false);
    const char **cells = arena_take_array(arena, paper->n_items * ITEM_COLUMNS, sizeof *cells), **cell = cells;
    for (size_t i = 0; i < paper->n_items; i++) {
        const struct paper_item *item = &paper->items[i];
        *cell++ = arena_format(arena, "%zu", i + 1);
        *cell++ = item->name;
        *cell++ = count_or_none(arena, item->originals);
        *cell++ = count_or_none(arena, item->copies);
        *cell++ = item_note(sheet, item);
    }
    sheet_table(sheet, item_columns(sheet), ITEM_COLUMNS, cells, paper->n_items);
}

static const char *term_of(struct sheet *sheet, const struct paper *paper)
{
    struct arena *arena = sheet->rq->arena;
    if (!*paper->term_unit)
        return sheet_say(sheet, "paper_term.none");
    return say_fill(&sheet->vietnamese, arena_format(arena, "paper_term.%s", paper->term_unit), "n",
                    arena_format(arena, "%02d", paper->term_value), NULL);
}

static const char *deliver_of(struct sheet *sheet, const struct paper *paper)
{
    if (strcmp(paper->deliver_by, "post") == 0)
        return say_fill(&sheet->vietnamese, "paper_receipt.deliver_post", "address",
                        paper->applicant.address, NULL);
    if (strcmp(paper->deliver_by, "online") == 0)
        return sheet_say(sheet, "paper_receipt.deliver_online");
    return paper->counter.name;
}

static const char *fee_of(struct sheet *sheet, const struct paper_fee *fee)
{
    char amount[MONEY_TEXT_MAX], waived[MONEY_TEXT_MAX];
    struct request *voice = &sheet->vietnamese;
    money_format(amount, fee->amount - fee->waived);
    money_format(waived, fee->waived);
    if (fee->waived)
        return say_fill(voice, "paper_receipt.fee_waived", "name", fee->name, "amount", amount,
                        "waived", waived, NULL);
    if (!fee->paid_at.year)
        return say_fill(voice, fee->amount ? "paper_receipt.fee_open" : "paper_receipt.fee_line",
                        "name", fee->name, "amount", amount, NULL);
    if (!*fee->receipt)
        return say_fill(voice, "paper_receipt.fee_paid_plain", "name", fee->name, "amount", amount, NULL);
    return say_fill(voice, "paper_receipt.fee_paid", "name", fee->name, "amount", amount, "receipt",
                    fee->receipt, NULL);
}

/* Duties to the State are no fees of this paper: they have a notice of their own. */
static const char *fees_of(struct sheet *sheet, const struct paper *paper)
{
    const char *all = "";
    for (size_t i = 0; i < paper->n_fees; i++)
        if (strcmp(paper->fees[i].kind, "duty") != 0)
            all = arena_format(sheet->rq->arena, "%s%s%s", all, *all ? "; " : "",
                               fee_of(sheet, &paper->fees[i]));
    return *all ? all : sheet_say(sheet, "paper_receipt.fee_free");
}

/* The register is one book a prefix and year; the rest of the number is the line in it. */
static const char *book_of(struct sheet *sheet, const struct paper *paper)
{
    struct arena *arena = sheet->rq->arena;
    const char *dash = strchr(paper->number, '-');
    if (!dash)
        return paper->number;
    const char *book = arena_format(arena, "%.*s/%d", (int)(dash - paper->number), paper->number,
                                    paper->received_at.year);
    return say_fill(&sheet->vietnamese, "paper_receipt.book_at", "book", book, "n", dash + 1, NULL);
}

static const char *lookup_sentence(struct request *voice, const struct paper *paper)
{
    return say_fill(voice, "paper_receipt.lookup", "code",
                    text_group(voice->arena, paper->lookup, "4444"), "site", settings.site, "phone",
                    paper_phone(paper, &paper->counter), NULL);
}

static const char *rate_caption(struct sheet *sheet)
{
    const char *words = sheet_say(sheet, "paper_receipt.rate");
    if (!sheet->bilingual)
        return words;
    return arena_format(sheet->rq->arena, "%s\n%s", words, sheet_english(sheet, "paper_receipt.rate"));
}

void paper_fill_receipt(struct sheet *sheet, const struct paper *paper, int round)
{
    (void)round;
    struct arena *arena = sheet->rq->arena;
    paper_head(sheet, paper, &paper->counter, true, &paper->received_at);
    sheet->number = paper_number(sheet, paper, "paper_receipt.number");
    sheet_title(sheet, "paper_receipt.title");
    int issue = paper_issue(paper, PAPER_RECEIPT, 0);
    if (issue > 1)
        sheet->subtitle = say_fill(&sheet->vietnamese, "paper_receipt.issue", "n",
                                   arena_format(arena, "%d", issue), NULL);
    sheet_codes(sheet);
    sheet_field(sheet, paper_is_2025(paper->numbering) ? "paper_sheet.counter_tt03" : "paper_sheet.counter",
                paper->counter.name, false);
    if (paper->agency.id != paper->counter.id)
        sheet_field(sheet, "paper_sheet.handler", paper->agency.name, false);
    paper_party_fields(sheet, paper, "paper_sheet.applicant");
    items_add(sheet, paper);
    sheet_between(sheet, rating_address(arena, (struct rated){RATED_LAST, paper->id}), rate_caption(sheet));
    sheet_field(sheet, "paper_receipt.copies",
                say_fill(&sheet->vietnamese, "paper_receipt.copies_n", "n",
                         arena_format(arena, "%02d", paper->copies), NULL),
                false);
    sheet_field(sheet, "paper_receipt.term", term_of(sheet, paper), false);
    sheet_field(sheet, "paper_receipt.received", sheet_moment(sheet, &paper->received_at), false);
    sheet_field(sheet, "paper_receipt.due", sheet_moment(sheet, &paper->due_at), true);
    sheet_field(sheet, "paper_receipt.deliver", deliver_of(sheet, paper), false);
    sheet_field(sheet, "paper_receipt.fees", fees_of(sheet, paper), false);
    sheet_field(sheet, "paper_receipt.book", book_of(sheet, paper), false);
    if (*paper->lookup)
        sheet_note(sheet, lookup_sentence(&sheet->vietnamese, paper),
                   sheet->bilingual ? lookup_sentence(&sheet->english, paper) : "");
    sheet_note(sheet, sheet_say(sheet, "paper_receipt.twice"), sheet_english(sheet, "paper_receipt.twice"));
    sheet_sign_two(sheet, "paper_sheet.submitter", paper_submitter(paper), "paper_sheet.receiver",
                   paper->clerk);
    sheet->name = arena_format(arena, "giay-tiep-nhan-%s", paper->number);
}
