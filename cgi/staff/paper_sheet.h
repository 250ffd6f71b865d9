/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_PAPER_SHEET_H
#define MOTCUA_STAFF_PAPER_SHEET_H

#include "lib/barcode.h"
#include "lib/pdf.h"
#include "lib/qr.h"
#include "lib/request.h"
#include "model/paper.h"

/*
 * A paper as blocks, written down once and drawn twice: as a page to print (paper_html.c) and as a PDF
 * (paper_pdf.c), so that both say the same. Every text lives in the request's arena. The legal words are
 * Vietnamese whoever prints; on English pages a second, small line says the same in English.
 */
enum sheet_kind {
    SHEET_FIELD,      /* label: value */
    SHEET_TEXT,       /* running text */
    SHEET_POINT,      /* one point of a numbered list, number in the text */
    SHEET_NOTE,       /* small */
    SHEET_TABLE,
    SHEET_SIGNATURES,
    SHEET_CODES       /* bars and QR code */
};

struct sheet_column {
    const char *label, *english, *group; /* group "": none */
    int width;
    enum pdf_align align;
};

struct sheet_block {
    enum sheet_kind kind;
    bool strong;
    const char *label, *text, *english;
    const struct sheet_column *columns; /* of a table */
    size_t n_columns;
    const char **cells;
    size_t n_rows;
    struct pdf_signature signatures[2];
    size_t n_signatures;
};

enum { SHEET_BLOCKS_MAX = 200 };

struct sheet {
    struct request *rq;
    struct request vietnamese, english; /* the same request, speaking one language: for say() */
    bool bilingual;
    enum pdf_paper size;
    const char *size_name; /* a4 a5 a4w */

    const char *above, *unit, *part; /* left head: body above, office, its counter ("" for none) */
    const char *number;              /* "Số: …/TNHS", "" for none */
    const char *mark;                /* "Mẫu số 01 …", "" for none */
    const char *reprint;             /* "In lại lần 2", "" the first time */
    const char *place_date;
    const char *title, *title_english;
    const char *subtitle; /* "" for none */
    const char *name;     /* of a file, without ending */
    const char *footer;

    bool has_codes;
    struct barcode bars;
    struct qr qr;
    bool has_qr;
    const char *caption; /* below the bars */
    struct qr rate;      /* between the signatures, to rate the service */
    const char *rate_caption; /* NULL: there is none */

    struct sheet_block blocks[SHEET_BLOCKS_MAX];
    size_t n;
};

/* An empty sheet in the arena. `size`: a4, a5 or a4w. */
struct sheet *sheet_open(struct request *rq, const char *size);

/* Vietnamese words by their key below T. */
const char *sheet_say(struct sheet *sheet, const char *key);
/* English ones on bilingual sheets, else "". */
const char *sheet_english(struct sheet *sheet, const char *key);
/* "09 giờ 05 phút, ngày 23 tháng 11 năm 2026" and "23/11/2026"; "" for year 0. */
const char *sheet_moment(struct sheet *sheet, const struct civil *at);
const char *sheet_day(struct sheet *sheet, const struct civil *at);

void sheet_title(struct sheet *sheet, const char *key);
/* A line "label: value" with the label T.<key>; dots stand for an empty value. */
void sheet_field(struct sheet *sheet, const char *key, const char *value, bool strong);
void sheet_text(struct sheet *sheet, const char *text, const char *english);
/* The same sentence of a paper in both languages. */
typedef const char *sheet_sentence(struct request *voice, const struct paper *paper);
void sheet_sentence_add(struct sheet *sheet, sheet_sentence *sentence, const struct paper *paper);
/* A moment as that language writes it. */
const char *voice_moment(struct request *voice, const char *key, const struct civil *at);
void sheet_point(struct sheet *sheet, const char *text);
void sheet_note(struct sheet *sheet, const char *text, const char *english);
void sheet_codes(struct sheet *sheet);
/* An address as a code between the two who sign, with words below it; "" draws none. */
void sheet_between(struct sheet *sheet, const char *address, const char *caption);
/* Columns are kept by reference; `cells` holds rows × columns texts. */
void sheet_table(struct sheet *sheet, const struct sheet_column *columns, size_t n,
                 const char **cells, size_t rows);
/* Keys of label and hint; name "" where it is written by hand. */
void sheet_sign(struct sheet *sheet, const char *key, const char *hint, const char *name);
void sheet_sign_two(struct sheet *sheet, const char *left, const char *left_name,
                    const char *right, const char *right_name);

/* ---- the two ways out ----------------------------------------------------------------------- */

int sheet_show_html(struct sheet *sheet, const char *pdf_address);
int sheet_show_pdf(struct sheet *sheet);
/* For sheet_show_pdf and tests. False: too long. */
bool sheet_draw(const struct sheet *sheet, struct buffer *out);
/* Paper.* of the page. */
void sheet_put(const struct sheet *sheet, struct data *data);

#endif
