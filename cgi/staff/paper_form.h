/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_PAPER_FORM_H
#define MOTCUA_STAFF_PAPER_FORM_H

#include "staff/paper_sheet.h"

/* A statutory form: its name in the access log, its number in either circular, how it is filled. */
struct paper_form {
    const char *log;
    int tt01, tt03; /* 0: not one of that circular's forms */
    void (*fill)(struct sheet *sheet, const struct paper *paper, int round);
};
extern const struct paper_form paper_forms[PAPER_KINDS];

/* False: the dossier gives no occasion for it. `round`: which request for supplements, 0 the last. */
bool paper_fill(struct sheet *sheet, const struct paper *paper, enum paper_kind kind, int round);

bool paper_is_2025(const char *numbering); /* the setting form_numbering */
/* "Mẫu số 01 - Thông tư …"; "" where n is 0. */
const char *paper_mark(struct sheet *sheet, const char *numbering, int tt01, int tt03);

/* Each is called where there is an occasion for it only. */
void paper_fill_receipt(struct sheet *sheet, const struct paper *paper, int round);
void paper_fill_supplement(struct sheet *sheet, const struct paper *paper, int round);
void paper_fill_refusal(struct sheet *sheet, const struct paper *paper, int round);
void paper_fill_apology(struct sheet *sheet, const struct paper *paper, int round);
void paper_fill_stop(struct sheet *sheet, const struct paper *paper, int round);
void paper_fill_control(struct sheet *sheet, const struct paper *paper, int round);

/* ---- what the forms share: paper_form.c ------------------------------------------------------- */

/* Head, codes and footer; `office` issues it, at its counter when `counter`. */
void paper_head(struct sheet *sheet, const struct paper *paper, const struct paper_office *office,
                bool counter, const struct civil *dated);
/* "Số: …" by its key, with {number}; "" where the dossier has no number yet. */
const char *paper_number(struct sheet *sheet, const struct paper *paper, const char *key);
/* Name, address, telephone, mail, request. `key` is the label of the name. */
void paper_party_fields(struct sheet *sheet, const struct paper *paper, const char *key);
const char *paper_submitter(const struct paper *paper); /* who signs */
const char *paper_phone(const struct paper *paper, const struct paper_office *office);

#endif
