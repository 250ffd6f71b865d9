/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PROCEDURE_RECORD_H
#define MOTCUA_MODEL_PROCEDURE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"

/*
 * A procedure as it is exchanged: with codes instead of numbers of rows. It is
 * what files hold, what an import compares, and what becomes an edition. Texts
 * are NFC and never NULL ("" when absent); lists of texts are one text with a
 * line each; amounts and the term are -1 when they are not known.
 */
struct paper {
    const char *case_text;
    const char *name, *name_en;
    const char *note;
    const char *form; /* code */
    int64_t originals, copies;
    bool optional;
    bool shown_only;
};

struct charge {
    const char *kind; /* fee charge */
    const char *name;
    const char *note;
    const char *paid_at; /* reception result later */
    int64_t amount, online_amount;
};

struct basis {
    const char *number;
    const char *title;
    const char *issued_on; /* "2014-11-20" or "" */
    const char *issuer;
};

#define AUDIENCES 10
extern const char *const audience_names[AUDIENCES]; /* in the order of the table's enum */

struct procedure_record {
    const char *code;
    /* of the procedure itself */
    const char *short_code;
    const char *field, *field_name, *field_name_en; /* the names only make a field that is new */
    const char *agency;                             /* code of the one in charge, "" unknown */
    const char **agencies;                          /* codes of all, the one in charge among them, sorted */
    size_t n_agencies;
    const char *source; /* standard specific internal province */
    const char *promulgator;
    bool popular;
    int64_t yearly_count;
    const char *search_words;

    /* of its edition */
    const char *name, *official_name, *name_en;
    const char *steps, *submit, *subjects, *conditions, *results;
    const char *authority, *note;
    int64_t term_value;
    const char *term_unit, *term_note;
    int64_t fee_amount, fee_online_amount;
    const char *fee_note;
    int64_t service_level;
    bool full_online;
    bool at_province, at_district, at_commune;
    bool by_counter, by_online, by_post;
    unsigned audiences; /* bit n = audience_names[n] */
    const char *workflow, *form; /* codes */
    struct paper *papers;
    size_t n_papers;
    struct charge *charges;
    size_t n_charges;
    struct basis *bases;
    size_t n_bases;
    const char *source_note;
    const char *raw; /* the imported line, NULL for none; not compared */
};

/* Everything at its default. */
void procedure_record_init(struct procedure_record *record);

/* Sorts the agencies and adds the one in charge; empties an official name that
 * is no other. After this, equal procedures are equal member by member. */
void procedure_record_settle(struct arena *arena, struct procedure_record *record);

/* Do they agree in what belongs to the procedure itself, and in the edition? */
bool procedure_record_same_head(const struct procedure_record *a, const struct procedure_record *b);
bool procedure_record_same_edition(const struct procedure_record *a,
                                   const struct procedure_record *b);

#endif
