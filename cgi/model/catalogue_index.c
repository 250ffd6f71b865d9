/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The search index of a snapshot: procedures as documents, the clerks' dictionary as phrases.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"
#include "model/catalogue_read.h"

struct phrases {
    struct catalogue_reading *reading;
    struct arena *arena; /* scratch: the index copies what it keeps */
    struct catalogue_rows rows;
    uint32_t *ids; /* of synonym, rising, beside the rows */
    size_t n;
    struct catalogue_rows ids_rows;
    struct catalogue_rows texts; /* of the phrase being filled */
    size_t filling;
    bool codes; /* filling pins, else wordings */
};

/* The words of the column synonym.kind. */
static enum search_phrase_kind kind_of(const char *word)
{
    static const struct {
        const char *word;
        enum search_phrase_kind kind;
    } kinds[] = {
        { "abbreviation", SEARCH_PHRASE_ABBREVIATION },
        { "colloquial", SEARCH_PHRASE_COLLOQUIAL },
        { "dialect", SEARCH_PHRASE_DIALECT },
        { "old-name", SEARCH_PHRASE_OLD_NAME },
        { "intent", SEARCH_PHRASE_INTENT },
        { "english", SEARCH_PHRASE_ENGLISH },
        { "form", SEARCH_PHRASE_FORM },
        { "same", SEARCH_PHRASE_SAME },
        { "outside", SEARCH_PHRASE_OUTSIDE },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].word, word) == 0)
            return kinds[i].kind;
    enum search_phrase_kind kind;
    return search_phrase_kind_parse(word, &kind) ? kind : SEARCH_PHRASE_COLLOQUIAL;
}

static bool phrase_row(void *context, const struct db_row *row)
{
    struct phrases *p = context;
    struct search_phrase *phrase = catalogue_rows_add(&p->rows);
    *(uint32_t *)catalogue_rows_add(&p->ids_rows) = (uint32_t)row_number(row, 0, 0);
    phrase->phrase = arena_copy(p->arena, row->text[1]);
    phrase->kind = kind_of(row->text[2] ? row->text[2] : "");
    return true;
}

static void texts_give(struct phrases *p)
{
    uint32_t n;
    const char *const *texts = catalogue_rows_take(&p->texts, p->arena, &n);
    if (p->filling >= p->n || n == 0)
        return;
    struct search_phrase *phrase = (struct search_phrase *)(void *)p->rows.items + p->filling;
    if (p->codes) {
        phrase->codes = texts;
        phrase->n_codes = n;
    } else {
        phrase->wordings = texts;
        phrase->n_wordings = n;
    }
}

/* Rows come by rising synonym, as the phrases did. */
static bool text_row(void *context, const struct db_row *row)
{
    struct phrases *p = context;
    uint32_t id = (uint32_t)row_number(row, 0, 0);
    if (p->filling < p->n && p->ids[p->filling] != id) {
        texts_give(p);
        while (p->filling < p->n && p->ids[p->filling] < id)
            p->filling++;
    }
    if (p->filling < p->n && p->ids[p->filling] == id)
        *(const char **)catalogue_rows_add(&p->texts) = arena_copy(p->arena, row->text[1]);
    return true;
}

static bool read_texts(struct phrases *p, const char *sql, bool codes)
{
    p->codes = codes;
    p->filling = 0;
    const char *today = p->reading->today;
    bool ok = db_each(p->reading->db, sql, DB_ARGS(db_text(today), db_text(today)), text_row, p) !=
              DB_FAIL;
    texts_give(p);
    return ok;
}

#define IN_USE                                                                                     \
    " s.state = 'approved' and (s.valid_from is null or s.valid_from <= ?)"                        \
    " and (s.valid_to is null or s.valid_to >= ?)"

static bool read_phrases(struct phrases *p)
{
    const char *today = p->reading->today;
    bool ok = db_each(p->reading->db,
                      "select s.id, s.phrase, s.kind from synonym s where" IN_USE " order by s.id",
                      DB_ARGS(db_text(today), db_text(today)), phrase_row, p) != DB_FAIL;
    p->n = p->rows.n;
    p->ids = (uint32_t *)(void *)p->ids_rows.items;
    return ok &&
           read_texts(p,
                      "select w.synonym_id, w.wording from synonym_wording w"
                      " join synonym s on s.id = w.synonym_id where" IN_USE
                      " order by w.synonym_id, w.position",
                      false) &&
           read_texts(p,
                      "select c.synonym_id, c.procedure_code from synonym_pin c"
                      " join synonym s on s.id = c.synonym_id where" IN_USE
                      " order by c.synonym_id, c.position",
                      true);
}

static unsigned search_audience(uint16_t audience)
{
    static const unsigned bits[CATALOGUE_GROUPS] = { SEARCH_CITIZEN, SEARCH_BUSINESS,
                                                     SEARCH_ORGANISATION, SEARCH_OFFICIAL };
    unsigned found = 0;
    for (int i = 0; i < CATALOGUE_GROUPS; i++)
        if (audience & catalogue_group_audiences[i])
            found |= bits[i];
    return found;
}

/* One a line, for the search: names joined in the scratch arena. */
static const char *joined(struct arena *arena, struct buffer *buffer)
{
    const char *text = arena_copy(arena, buffer->length ? buffer->bytes : "");
    buffer_clear(buffer);
    return text;
}

static void line_add(struct buffer *buffer, const char *text)
{
    if (!*text)
        return;
    if (buffer->length)
        buffer_text(buffer, "\n");
    buffer_text(buffer, text);
}

/* "UBND tỉnh Bắc Ninh" publishes for its own province only; the index wants the place. */
static const char *province_of(const struct catalogue_procedure *p)
{
    if (!*p->promulgator)
        return NULL;
    static const char *const heads[] = { "UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "tỉnh ",
                                         "Tỉnh ", "Thành phố ",       "thành phố ",       "TP. ",
                                         "TP " };
    const char *at = p->promulgator;
    bool place = false;
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
            if (strncmp(at, heads[i], strlen(heads[i])) == 0) {
                at += strlen(heads[i]);
                again = place = true;
            }
    }
    return place && *at ? at : NULL;
}

/* What only another province does is found after what is done here. */
static enum search_document_kind kind_of_document(const struct catalogue *catalogue,
                                                  const struct catalogue_procedure *p)
{
    if (p->source == SOURCE_INTERNAL)
        return SEARCH_INTERNAL;
    return catalogue_is_foreign(catalogue, p) ? SEARCH_SPECIFIC : SEARCH_STANDARD;
}

static void document_fill(const struct catalogue *catalogue, struct arena *arena,
                          struct buffer *buffer, const struct catalogue_procedure *p,
                          struct search_document *document)
{
    document->code = p->code;
    document->name = p->name;
    document->fields = p->field == CATALOGUE_NONE ? "" : catalogue->fields[p->field].name;
    for (uint32_t i = 0; i < p->n_agencies; i++)
        line_add(buffer, catalogue->agencies[p->agencies[i]].name);
    if (p->n_agencies == 0 && p->agency != CATALOGUE_NONE)
        line_add(buffer, catalogue->agencies[p->agency].name);
    line_add(buffer, p->authority);
    line_add(buffer, p->promulgator);
    document->agencies = joined(arena, buffer);
    document->kind = kind_of_document(catalogue, p);
    document->province = document->kind == SEARCH_SPECIFIC ? province_of(p) : NULL;
    for (uint32_t i = 0; i < p->n_papers; i++)
        line_add(buffer, p->papers[i].name);
    document->papers = joined(arena, buffer);
    line_add(buffer, p->search_words);
    line_add(buffer, p->result);
    line_add(buffer, p->subjects);
    line_add(buffer, p->steps);
    document->description = joined(arena, buffer);
    document->audience = search_audience(p->audience);
    document->level = p->levels;
    document->yearly = p->yearly;
}

static void index_open(struct catalogue *catalogue, const struct phrases *phrases)
{
    struct search_document *documents =
        arena_take_array(phrases->arena, catalogue->n_procedures + 1, sizeof *documents);
    struct buffer buffer;
    buffer_init(&buffer, (size_t)1024 * 1024);
    for (uint32_t i = 0; i < catalogue->n_procedures; i++)
        document_fill(catalogue, phrases->arena, &buffer, &catalogue->procedures[i], &documents[i]);
    buffer_release(&buffer);
    catalogue->index =
        search_open(documents, catalogue->n_procedures,
                    (const struct search_phrase *)(void *)phrases->rows.items, phrases->rows.n);
}

bool catalogue_read_index(struct catalogue_reading *reading)
{
    struct phrases phrases = { .reading = reading, .arena = arena_open(0) };
    catalogue_rows_init(&phrases.rows, sizeof(struct search_phrase));
    catalogue_rows_init(&phrases.ids_rows, sizeof(uint32_t));
    catalogue_rows_init(&phrases.texts, sizeof(const char *));
    bool ok = read_phrases(&phrases);
    if (ok)
        index_open(reading->catalogue, &phrases);
    catalogue_rows_release(&phrases.texts);
    catalogue_rows_release(&phrases.ids_rows);
    catalogue_rows_release(&phrases.rows);
    arena_close(phrases.arena);
    return ok;
}
