/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/paper_sheet.h"

#include <string.h>

#include "lib/log.h"
#include "lib/say.h"
#include "lib/words.h"

struct sheet *sheet_open(struct request *rq, const char *size)
{
    struct sheet *sheet = arena_take(rq->arena, sizeof *sheet);
    sheet->rq = rq;
    sheet->vietnamese = sheet->english = *rq;
    sheet->vietnamese.language = "vi";
    sheet->vietnamese.words = words_of("vi");
    sheet->english.language = "en";
    sheet->english.words = words_of("en");
    sheet->bilingual = strcmp(rq->language, "en") == 0;
    sheet->size_name = size;
    sheet->size = strcmp(size, "a5") == 0 ? PDF_A5 : strcmp(size, "a4w") == 0 ? PDF_A4_WIDE : PDF_A4;
    const char **texts[] = {&sheet->above,   &sheet->unit,       &sheet->part,  &sheet->number,
                            &sheet->mark,    &sheet->reprint,    &sheet->title, &sheet->title_english,
                            &sheet->caption, &sheet->place_date, &sheet->name,  &sheet->footer,
                            &sheet->subtitle};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = "";
    return sheet;
}

const char *sheet_say(struct sheet *sheet, const char *key)
{
    return say(&sheet->vietnamese, key);
}

const char *sheet_english(struct sheet *sheet, const char *key)
{
    return sheet->bilingual ? say(&sheet->english, key) : "";
}

const char *voice_moment(struct request *voice, const char *key, const struct civil *at)
{
    char text[160];
    if (!at->year || !date_fill(text, sizeof text, say(voice, key), NULL, at))
        return "";
    return arena_copy(voice->arena, text);
}

const char *sheet_moment(struct sheet *sheet, const struct civil *at)
{
    return voice_moment(&sheet->vietnamese, "paper_date.moment", at);
}

const char *sheet_day(struct sheet *sheet, const struct civil *at)
{
    char text[DATE_TEXT_MAX];
    return at->year ? arena_copy(sheet->rq->arena, date_format_day(text, at)) : "";
}

/* ---- blocks ------------------------------------------------------------------------------------ */

static struct sheet_block *block_add(struct sheet *sheet, enum sheet_kind kind)
{
    if (sheet->n == SHEET_BLOCKS_MAX)
        log_fatal("a paper of more than %d blocks", SHEET_BLOCKS_MAX);
    struct sheet_block *block = &sheet->blocks[sheet->n++];
    *block = (struct sheet_block){.kind = kind, .label = "", .text = "", .english = ""};
    return block;
}

void sheet_title(struct sheet *sheet, const char *key)
{
    sheet->title = sheet_say(sheet, key);
    sheet->title_english = sheet_english(sheet, key);
}

void sheet_field(struct sheet *sheet, const char *key, const char *value, bool strong)
{
    struct sheet_block *block = block_add(sheet, SHEET_FIELD);
    block->label = sheet_say(sheet, key);
    block->english = sheet_english(sheet, key);
    block->text = *value ? value : sheet_say(sheet, "paper_sheet.blank");
    block->strong = strong && *value;
}

void sheet_text(struct sheet *sheet, const char *text, const char *english)
{
    struct sheet_block *block = block_add(sheet, SHEET_TEXT);
    block->text = text;
    block->english = english;
}

void sheet_sentence_add(struct sheet *sheet, sheet_sentence *sentence, const struct paper *paper)
{
    sheet_text(sheet, sentence(&sheet->vietnamese, paper),
               sheet->bilingual ? sentence(&sheet->english, paper) : "");
}

void sheet_point(struct sheet *sheet, const char *text)
{
    block_add(sheet, SHEET_POINT)->text = text;
}

void sheet_note(struct sheet *sheet, const char *text, const char *english)
{
    struct sheet_block *block = block_add(sheet, SHEET_NOTE);
    block->text = text;
    block->english = english;
}

void sheet_codes(struct sheet *sheet)
{
    block_add(sheet, SHEET_CODES);
}

void sheet_between(struct sheet *sheet, const char *address, const char *caption)
{
    if (*address && qr_make(sheet->rq->arena, address, &sheet->rate))
        sheet->rate_caption = caption;
}

void sheet_table(struct sheet *sheet, const struct sheet_column *columns, size_t n,
                 const char **cells, size_t rows)
{
    struct sheet_block *block = block_add(sheet, SHEET_TABLE);
    block->columns = columns;
    block->n_columns = n;
    block->cells = cells;
    block->n_rows = rows;
}

static struct pdf_signature signature(struct sheet *sheet, const char *key, const char *hint,
                                      const char *name)
{
    return (struct pdf_signature){sheet_say(sheet, key), sheet_say(sheet, hint), name};
}

void sheet_sign(struct sheet *sheet, const char *key, const char *hint, const char *name)
{
    struct sheet_block *block = block_add(sheet, SHEET_SIGNATURES);
    block->signatures[block->n_signatures++] = signature(sheet, key, hint, name);
}

void sheet_sign_two(struct sheet *sheet, const char *left, const char *left_name,
                    const char *right, const char *right_name)
{
    struct sheet_block *block = block_add(sheet, SHEET_SIGNATURES);
    block->signatures[block->n_signatures++] = signature(sheet, left, "paper_sheet.sign_hint", left_name);
    block->signatures[block->n_signatures++] =
        signature(sheet, right, "paper_sheet.sign_hint", right_name);
}
