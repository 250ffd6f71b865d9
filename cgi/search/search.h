/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Vietnamese procedure search: an index in memory over published procedures and the clerks'
 * dictionary.  Pure C over strings: no HTTP, no SQL, no globals, no locale.
 *
 * Threads: one index serves one query at a time (it carries its own scratch memory).
 * Memory: running out of it aborts the process; the supervisor starts a new worker.
 */
#ifndef MOTCUA_SEARCH_SEARCH_H
#define MOTCUA_SEARCH_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SEARCH_QUERY_BYTES = 200,    /* a longer query is cut at a character */
    SEARCH_QUERY_SYLLABLES = 32, /* further syllables are ignored */
    SEARCH_SUGGESTIONS = 8,
    SEARCH_VARIANTS = 24, /* readings of a query that are scored at most */
};

/* Bits of search_document.audience. */
enum {
    SEARCH_CITIZEN = 1,
    SEARCH_BUSINESS = 2,
    SEARCH_ORGANISATION = 4,
    SEARCH_OFFICIAL = 8,
};

/* Bits of search_document.level: where the procedure is received. */
enum {
    SEARCH_PROVINCE = 1,
    SEARCH_DISTRICT = 2,
    SEARCH_COMMUNE = 4,
    SEARCH_CENTRAL = 8,
};

enum search_document_kind {
    SEARCH_STANDARD, /* valid in the whole country */
    SEARCH_SPECIFIC, /* of one province */
    SEARCH_INTERNAL, /* between agencies */
};

/* One procedure.  UTF-8 in any normal form; bad bytes are skipped.  NULL reads as "". */
struct search_document {
    const char *code;        /* "1.001193" */
    const char *name;        /* as published */
    const char *fields;      /* names of its fields, one a line */
    const char *agencies;    /* names of its agencies, one a line */
    const char *province;    /* the province it is limited to ("Bắc Ninh"), or NULL */
    const char *papers;      /* names of required papers, one a line */
    const char *description; /* plain words: who, result, steps */
    unsigned audience;
    unsigned level;
    enum search_document_kind kind;
    unsigned yearly; /* dossiers received in the last 12 months, 0 if unknown */
};

enum search_phrase_kind {
    SEARCH_PHRASE_ABBREVIATION, /* "gcn qsdđ" */
    SEARCH_PHRASE_COLLOQUIAL,   /* "sổ đỏ" */
    SEARCH_PHRASE_DIALECT,      /* "hôn thú" */
    SEARCH_PHRASE_OLD_NAME,     /* "chứng minh nhân dân" */
    SEARCH_PHRASE_INTENT,       /* a situation: "mới sinh con làm giấy gì" */
    SEARCH_PHRASE_ENGLISH,      /* "birth certificate" */
    SEARCH_PHRASE_FORM,         /* number of a form: "ct01" */
    SEARCH_PHRASE_SAME,    /* word = word when situations are compared: "tiệm" = "cửa hàng" */
    SEARCH_PHRASE_OUTSIDE, /* asked for, but no procedure: "giá vàng" */
};

/* One entry of the dictionary: what people write, what the procedures say instead, and the
 * procedures it certainly means, the best first. */
struct search_phrase {
    const char *phrase;
    const char *const *wordings;
    size_t n_wordings;
    const char *const *codes;
    size_t n_codes;
    enum search_phrase_kind kind;
};

struct search_index;

/* Builds the index.  Copies what it keeps: documents and phrases may be freed afterwards.
 * Documents are named by their position 0..n-1 in answers.  Limits: 2^22 documents, 2^16 phrases,
 * 250 syllables a name, 600 a paper list or description; what is beyond is left out. */
struct search_index *search_open(const struct search_document *documents, size_t n,
                                 const struct search_phrase *phrases, size_t n_phrases);
void search_close(struct search_index *index); /* NULL is allowed */

/* Bytes of memory held by the index. */
size_t search_size(const struct search_index *index);

/* Kind of a phrase by its name in data ("abbreviation", "colloquial", "dialect", "old-name",
 * "intent", "english", "form", "same", "outside").  False if the name is none of them. */
bool search_phrase_kind_parse(const char *name, enum search_phrase_kind *kind);

/* Facets: called for documents that match; false leaves the document out, before anything is
 * cut off, counted or ordered.  A NULL filter keeps all. */
struct search_filter {
    bool (*keep)(const void *context, uint32_t document);
    const void *context;
};

struct search_hit {
    uint32_t document;
    float score;
    uint8_t variant; /* reading of the query that found it: see search_mark */
    bool pinned;     /* the dictionary names this procedure */
    int32_t phrase;  /* dictionary entry that did it (position in search_open), or -1 */
    uint32_t copies; /* further hits below with the same folded name (other provinces') */
};

struct search_answer {
    const struct search_hit *hits; /* best first, all that pass the cut-off */
    size_t total;
    const char *did_you_mean; /* the query with its typing errors corrected, with marks, or NULL */
    bool weak;                /* nothing matches well: show as "perhaps you are looking for" */
    bool code_query;          /* the query was read as a code of a procedure */
    bool field_query;         /* the query is the name of a field or an agency */
    bool outside;             /* the dictionary knows this as something that is no procedure */
};

/* Answers a query.  Never fails: bad UTF-8 and control characters are skipped.  Memory of the
 * answer belongs to the index and is valid until the next call of search_run or search_suggest
 * on it.  An empty query (no letters, no digits) has no hits. */
void search_run(struct search_index *index, const char *query, const struct search_filter *filter,
                struct search_answer *answer);

/* The dictionary entry's phrase as written (NFC), for "«giấy độc thân» = …". */
const char *search_phrase_text(const struct search_index *index, int32_t phrase);
/* Its first official wording (NFC), or NULL if it has none. */
const char *search_phrase_wording(const struct search_index *index, int32_t phrase);

struct search_suggestion {
    const char *text;  /* NFC: name of a procedure, or a phrase of the dictionary */
    uint32_t document; /* UINT32_MAX for a phrase */
    int32_t phrase;    /* -1 for a procedure */
};

/* What could be meant while somebody types; the last syllable counts as its beginning.  Fills at
 * most SEARCH_SUGGESTIONS and returns how many; 0 below two letters.  Memory as in search_run. */
size_t search_suggest(struct search_index *index, const char *typed,
                      const struct search_filter *filter,
                      struct search_suggestion suggestions[SEARCH_SUGGESTIONS]);

struct search_range {
    uint32_t start, end; /* bytes of the text, end exclusive, on character borders */
};

/* Which parts of a text (NFC UTF-8, normally the name of the hit's procedure) answered the query
 * of the last search_run on this index.  Neighbouring syllables come as one range.  Returns the
 * number of ranges, at most max.  Escape the pieces before marking them. */
size_t search_mark(struct search_index *index, const struct search_hit *hit, const char *text,
                   struct search_range *ranges, size_t max);

/* Folds a text as the search does: lower case, no marks, đ→d, y→i where both are written, one
 * blank between syllables.  For columns that are compared by database queries.  Writes at most
 * size-1 bytes and a NUL, returns the length written. */
size_t search_fold(const char *text, char *out, size_t size);

#endif
