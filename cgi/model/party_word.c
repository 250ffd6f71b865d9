/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/party_word.h"

#include <stdlib.h>
#include <string.h>

#include "lib/buffer.h"

enum { FILL_PARTIES = 1000, JSON_BYTES = 2 * 1024 * 1024, SYLLABLES = 40 };

/* Letters of other scripts have no fold. */
static bool is_plain(const char *fold)
{
    return *fold && fold[strspn(fold, "abcdefghijklmnopqrstuvwxyz0123456789")] == '\0';
}

void party_words(const char *name, struct party_words *words)
{
    struct syllable syllables[SYLLABLES];
    size_t n = fold_syllables(name, syllables, SYLLABLES);
    words->n = 0;
    for (size_t i = 0; i < n && words->n < PARTY_WORDS_MAX; i++) {
        size_t k = 0;
        while (k < words->n && strcmp(words->word[k], syllables[i].fold) != 0)
            k++;
        if (k == words->n && is_plain(syllables[i].fold))
            memcpy(words->word[words->n++], syllables[i].fold, sizeof syllables[i].fold);
    }
}

static void words_add(struct buffer *json, uint64_t dossier, const char *role, const char *name)
{
    struct party_words words;
    party_words(name, &words);
    for (size_t i = 0; i < words.n; i++) {
        buffer_format(json, "%s[\"%s\",%llu,\"%s\",\" ", json->length > 1 ? "," : "", words.word[i],
                      (unsigned long long)dossier, role);
        for (size_t k = 0; k < words.n; k++)
            buffer_format(json, "%s ", words.word[k]);
        buffer_text(json, "\"]");
    }
}

#define WORDS                                                                                 \
    " w.dossier_id, w.role, w.words from json_table(?, '$[*]' columns"                        \
    " (word varchar(24) path '$[0]', dossier_id bigint unsigned path '$[1]',"                 \
    " role varchar(12) path '$[2]', words varchar(310) path '$[3]')) w"

static enum db_result words_put(struct db *db, struct buffer *json)
{
    if (json->length == 1)
        return DB_OK;
    buffer_text(json, "]");
    enum db_result result =
        db_exec(db,
                "insert ignore into party_word (word, agency_id, dossier_id, role, words)"
                " select w.word, d.agency_id," WORDS " straight_join dossier d on d.id = w.dossier_id"
                " union select w.word, b.agency_id," WORDS
                " straight_join branch b on b.dossier_id = w.dossier_id"
                " union select w.word, if(a.kind <> 'unit', a.id, if(p.kind <> 'unit', p.id, p.parent_id)),"
                WORDS " straight_join branch b on b.dossier_id = w.dossier_id"
                " straight_join task t on t.branch_id = b.id straight_join agency a on a.id = t.unit_id"
                " left join agency p on p.id = a.parent_id",
                DB_ARGS(db_text(json->bytes), db_text(json->bytes), db_text(json->bytes)));
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

enum db_result party_words_begin(struct db *db, struct arena *arena, uint64_t dossier, const uint64_t bodies[2],
                                 const char *role, const char *name)
{
    enum { COLUMNS = 5 };
    struct party_words words;
    struct db_value rows[2 * PARTY_WORDS_MAX][COLUMNS];
    const char *all = " ";
    size_t n = 0, n_bodies = bodies[0] == bodies[1] ? 1 : 2;
    party_words(name, &words);
    for (size_t i = 0; i < words.n; i++)
        all = arena_format(arena, "%s%s ", all, words.word[i]);
    for (size_t k = 0; k < n_bodies; k++)
        for (size_t i = 0; i < words.n; i++) {
            const struct db_value row[COLUMNS] = {db_text(words.word[i]), db_number((int64_t)bodies[k]),
                                                  db_number((int64_t)dossier), db_text(role), db_text(all)};
            memcpy(rows[n++], row, sizeof row);
        }
    return db_exec_rows(db, arena, "insert into party_word (word, agency_id, dossier_id, role, words) values",
                        "(?, ?, ?, ?, ?)", rows[0], n);
}

enum db_result party_words_write(struct db *db, uint64_t dossier, const char *role,
                                 const char *name, bool again)
{
    if (again && db_exec(db, "delete from party_word where dossier_id = ? and role = ?",
                         DB_ARGS(db_number((int64_t)dossier), db_text(role))) == DB_FAIL)
        return DB_FAIL;
    struct buffer json;
    buffer_init(&json, JSON_BYTES);
    buffer_text(&json, "[");
    words_add(&json, dossier, role, name);
    enum db_result result = words_put(db, &json);
    buffer_release(&json);
    return result;
}

struct filling {
    struct buffer json;
    uint64_t last, n;
};

static bool fill_row(void *context, const struct db_row *row)
{
    struct filling *filling = context;
    filling->last = strtoull(row->text[0], NULL, 10);
    filling->n++;
    words_add(&filling->json, filling->last, row->text[1], row->text[2]);
    return true;
}

enum db_result party_words_fill(struct db *db, const char *role, uint64_t *last, uint64_t *count)
{
    struct filling filling = {.last = *last};
    buffer_init(&filling.json, JSON_BYTES);
    buffer_text(&filling.json, "[");
    enum db_result result =
        db_each(db,
                "select p.dossier_id, p.role, p.name from party p left join party_word w"
                " on w.dossier_id = p.dossier_id and w.role = p.role"
                " where p.dossier_id > ? and p.role = ? and w.word is null"
                " order by p.dossier_id limit ?",
                DB_ARGS(db_number((int64_t)*last), db_text(role), db_number(FILL_PARTIES)), fill_row,
                &filling);
    if (result == DB_OK)
        result = words_put(db, &filling.json);
    buffer_release(&filling.json);
    *count += filling.n;
    *last = filling.last;
    return result;
}
