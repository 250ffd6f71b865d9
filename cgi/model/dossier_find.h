/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_FIND_H
#define MOTCUA_MODEL_DOSSIER_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/party_word.h"
#include "model/scope.h"

/*
 * One box for everything a dossier is known by: its number in any spelling or the end of it, the look-up code, the
 * address of the receipt's QR code, the line of a citizen card, identity number, telephone, name of applicant or
 * submitter.
 * Found is only what the user may see (model/dossier_reach.h), the latest first.
 */
enum find_by {
    FIND_CODE = 1, /* look-up code */
    FIND_NUMBER = 2,
    FIND_TAIL = 4, /* the end of a number, at least four characters */
    FIND_IDENTITY = 8,
    FIND_PHONE = 16,
    FIND_NAME = 32
};

/* What was typed, understood in every way it may be meant. */
struct find_typed {
    unsigned by; /* FIND_… */
    uint8_t code_hash[32];
    const char *number, *identity, *phone;
    struct party_words words;
};
void find_read(struct arena *arena, const char *typed, struct find_typed *found);

struct find_ask {
    const struct find_typed *typed;
    const char *state;    /* "" any */
    uint64_t agency;      /* 0 any */
    struct civil from, to; /* received on these days; year 0 any */
    uint64_t before;      /* the next page begins below this dossier; 0: the first page */
};

struct find_row {
    uint64_t dossier;
    const char *number, *state, *procedure, *procedure_en, *applicant, *submitter, *agency, *agency_en;
    struct civil received, due;
};
enum { FIND_PAGE = 50 };
struct find_page {
    struct find_row rows[FIND_PAGE];
    size_t n;
    uint64_t next; /* the next page begins below this dossier; 0: there is none */
    bool unread;   /* names: a page is found among the latest dossiers of a name; older ones were not looked at */
    unsigned by; /* which ways found them */
};

/* At most three statements. DB_OK also when nothing was found. */
enum db_result dossier_find(struct db *db, struct arena *arena, const struct scope *scope,
                            const struct find_ask *ask, struct find_page *page);

#endif
