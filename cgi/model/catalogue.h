/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_CATALOGUE_H
#define MOTCUA_MODEL_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/db.h"
#include "model/site.h"
#include "search/search.h"

/*
 * What is published, in the memory of the worker: procedures with every statutory part, agencies,
 * fields, life events, blank forms, the site's own data and the search index. One snapshot is one
 * consistent read; pages made from it need no SQL.
 *
 * catalogue_now() asks the version row at most once a second. When it has moved, the new snapshot
 * is read beside the old one and then takes its place; should the database fail, the old one stays.
 * Everything in a snapshot is read only and lives until the next catalogue_now().
 *
 * Texts are NFC and never NULL: "" is not known. Places are indexes into the arrays below, or
 * CATALOGUE_NONE. Texts of several lines hold one item a line.
 */
#define CATALOGUE_NONE UINT32_MAX

/* Bits of catalogue_procedure.levels: the same as the search's. */
enum {
    CATALOGUE_PROVINCE = SEARCH_PROVINCE,
    CATALOGUE_DISTRICT = SEARCH_DISTRICT,
    CATALOGUE_COMMUNE = SEARCH_COMMUNE,
    CATALOGUE_CENTRAL = SEARCH_CENTRAL,
    CATALOGUE_LEVELS = 4 /* how many bits */
};

/* Bits of catalogue_procedure.audience, in the order of the column's words. */
enum {
    CATALOGUE_CITIZEN = 1 << 0,
    CATALOGUE_OVERSEAS = 1 << 1,
    CATALOGUE_FOREIGNER = 1 << 2,
    CATALOGUE_BUSINESS = 1 << 3,
    CATALOGUE_FOREIGN_BUSINESS = 1 << 4,
    CATALOGUE_COOPERATIVE = 1 << 5,
    CATALOGUE_ORGANISATION = 1 << 6,
    CATALOGUE_FOREIGN_ORGANISATION = 1 << 7,
    CATALOGUE_OFFICIAL = 1 << 8,
    CATALOGUE_PARTY = 1 << 9,
    CATALOGUE_AUDIENCES = 10
};

/* The audiences people choose from: each is a set of the bits above. */
enum {
    CATALOGUE_GROUP_CITIZENS,
    CATALOGUE_GROUP_BUSINESSES,
    CATALOGUE_GROUP_ORGANISATIONS,
    CATALOGUE_GROUP_OFFICIALS,
    CATALOGUE_GROUPS
};
extern const uint16_t catalogue_group_audiences[CATALOGUE_GROUPS];

/* Bits of catalogue_procedure.ways. */
enum { CATALOGUE_BY_COUNTER = 1, CATALOGUE_BY_ONLINE = 2, CATALOGUE_BY_POST = 4 };

enum catalogue_term { TERM_UNKNOWN, TERM_WORKING_DAY, TERM_DAY, TERM_SAME_DAY, TERM_HOUR };
enum catalogue_source { SOURCE_STANDARD, SOURCE_SPECIFIC, SOURCE_INTERNAL, SOURCE_PROVINCE };
enum catalogue_paid { PAID_RECEPTION, PAID_RESULT, PAID_LATER };

/* Indexes of procedures, in the order of their names. */
struct catalogue_list {
    const uint32_t *items;
    uint32_t n;
};

struct catalogue_agency {
    uint32_t id;
    uint32_t parent; /* agency */
    const char *code, *name, *name_en, *short_name;
    const char *area, *address, *phone, *email;
    const char *kind; /* as in the column: "department", "commune", "generic" … */
    unsigned level;   /* one CATALOGUE_ bit */
    bool has_counter;
    struct catalogue_list procedures; /* of its own, its units and what all of its kind do */
    uint32_t own;                     /* procedures that name this agency itself */
};

struct catalogue_field {
    uint32_t id;
    const char *code, *name, *name_en;
    char letter[4]; /* under which it stands in an index: "A", "Ă", "Đ" … */
    struct catalogue_list procedures;
};

struct catalogue_event_step {
    uint32_t procedure;
    const char *heading, *heading_en, *hint, *hint_en;
};

struct catalogue_event {
    uint32_t id;
    const char *slug, *icon, *title, *title_en, *intro, *intro_en;
    const struct catalogue_event_step *steps;
    uint32_t n_steps;
};

struct catalogue_paper {
    const char *case_text, *name, *name_en, *note;
    uint32_t form; /* forms[] */
    uint16_t originals, copies;
    bool required, shown_only;
};

struct catalogue_fee {
    const char *name, *note;
    int64_t amount, online; /* đồng; -1 not known or not different */
    bool charge;            /* lệ phí; else phí */
    enum catalogue_paid paid;
};

struct catalogue_law {
    const char *number, *title, *issuer, *date; /* date: YYYY-MM-DD or "" */
};

enum catalogue_item_type {
    ITEM_SECTION,
    ITEM_NOTE,
    ITEM_GROUP,
    ITEM_TEXT,
    ITEM_DATE,
    ITEM_NUMBER,
    ITEM_MONEY,
    ITEM_CHOICE,
    ITEM_CHECKS,
    ITEM_OPTION,
    ITEM_TABLE,
    ITEM_COLUMN,
    ITEM_PLACE_DATE,
    ITEM_SIGNATURE
};

/* Items stand in reading order, each directly before what is inside of it. */
struct catalogue_item {
    const char *key, *label, *label_en, *hint, *hint_en;
    enum catalogue_item_type type;
    uint8_t depth; /* 0 at the top */
    uint8_t width; /* twelfths of the line */
    uint8_t lines;
    bool required;
};

struct catalogue_form {
    uint32_t rev_id;
    const char *code, *title, *title_en, *addressee, *basis;
    const struct catalogue_item *items;
    uint32_t n_items;
};

struct catalogue_procedure {
    uint32_t id, rev_id;
    const char *code, *name, *name_en;
    const char *official_name; /* as published; "" where it is the name */
    const char *promulgator;
    const char *steps, *submit_text, *subjects, *conditions, *result, *authority, *note;
    const char *term_note, *fee_note;
    const char *published; /* YYYY-MM-DD HH:MM:SS */
    const uint32_t *agencies;
    const struct catalogue_paper *papers;
    const struct catalogue_fee *fees;
    const struct catalogue_law *laws;
    int64_t fee, fee_online; /* đồng; -1 not known, or not different */
    uint64_t likeness; /* equal for names that differ in marks and case alone */
    uint32_t n_agencies, n_papers, n_fees, n_laws;
    uint32_t agency; /* in charge */
    uint32_t field;
    uint32_t form;   /* forms[] */
    uint32_t yearly; /* dossiers of the last twelve months */
    int32_t term;    /* in units of term_unit */
    enum catalogue_term term_unit;
    enum catalogue_source source;
    uint16_t audience;
    uint8_t levels, ways, service_level; /* service_level 1 to 4 */
    bool full_online, popular;
    const char *search_words;
};

/* No longer in force. */
struct catalogue_withdrawn {
    const char *code, *name, *at; /* at: YYYY-MM-DD HH:MM:SS */
};

enum { CATALOGUE_RELATED = 6, CATALOGUE_POPULAR = 12 };

struct catalogue {
    uint64_t version;
    struct site site;

    const struct catalogue_procedure *procedures; /* by name */
    const struct catalogue_agency *agencies;      /* by position and name */
    const struct catalogue_field *fields;         /* by name */
    const struct catalogue_event *events;         /* by position */
    const struct catalogue_form *forms;
    const struct catalogue_withdrawn *withdrawn; /* by code */
    uint32_t n_procedures, n_agencies, n_fields, n_events, n_forms, n_withdrawn;
    uint32_t general_form; /* for procedures without a form of their own */

    uint32_t popular[CATALOGUE_POPULAR]; /* asked for most, the first most */
    uint32_t n_popular;
    uint32_t level_counts[CATALOGUE_LEVELS]; /* procedures of each level, service level, group */
    uint32_t service_counts[5];
    uint32_t group_counts[CATALOGUE_GROUPS];

    struct search_index *index; /* documents are procedures[], at the same place */

    /* private */
    struct arena *arena;
    const uint32_t *by_code;
    struct catalogue_related *related;
};

/*
 * The snapshot in force. NULL: there has never been one and the database cannot give one
 * (answer page_failed()). Starts and ends a read-only transaction of its own when it reads anew:
 * call it before a transaction, never in one.
 */
const struct catalogue *catalogue_now(struct db *db);
/* The same without asking the database for anything; NULL when there is none yet. */
const struct catalogue *catalogue_held(void);
/* Another number for each snapshot that comes into force, seen as soon as by catalogue_now(); 0: there is none. */
uint64_t catalogue_edition(struct db *db);
/* For a parent that hands its snapshot down to workers by forking (audience.hold): reads it when there is a
 * new one; true when it did. Its workers then leave the reading to it and wait to be replaced. */
bool catalogue_hold(struct db *db);
void catalogue_release(void); /* for tests and a clean end */

/* One snapshot read from the database, for tests and for catalogue_now(). NULL on failure. */
struct catalogue *catalogue_open(struct db *db);
void catalogue_close(struct catalogue *catalogue);        /* NULL is allowed */
size_t catalogue_size(const struct catalogue *catalogue); /* bytes held, index included */

/* By what stands in addresses; NULL: no such thing. */
const struct catalogue_procedure *catalogue_procedure(const struct catalogue *catalogue,
                                                      const char *code);
const struct catalogue_withdrawn *catalogue_withdrawn(const struct catalogue *catalogue,
                                                      const char *code);
const struct catalogue_agency *catalogue_agency(const struct catalogue *catalogue,
                                                const char *code);
const struct catalogue_field *catalogue_field(const struct catalogue *catalogue, const char *code);
const struct catalogue_event *catalogue_event(const struct catalogue *catalogue, const char *slug);

/* The place of a procedure of this snapshot in procedures[]. */
uint32_t catalogue_place(const struct catalogue *catalogue,
                         const struct catalogue_procedure *procedure);

/* Special to another province or ministry than the one of this site. */
bool catalogue_is_foreign(const struct catalogue *catalogue,
                          const struct catalogue_procedure *procedure);

/* The form of a procedure: its own or the general one; NULL when there is neither. */
const struct catalogue_form *catalogue_form_of(const struct catalogue *catalogue,
                                               const struct catalogue_procedure *procedure);

/*
 * Procedures one may mean instead or need as well: of the same field, nearest by name. Found once a
 * procedure and snapshot. Uses the search index, so earlier answers of search_run() are gone.
 */
size_t catalogue_related(const struct catalogue *catalogue,
                         const struct catalogue_procedure *procedure,
                         uint32_t out[CATALOGUE_RELATED]);

#endif
