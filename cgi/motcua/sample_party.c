/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <ctype.h>

#include "lib/token.h"
#include "model/party_word.h"
#include "motcua/sample.h"

/* Letters and digits alone, in capitals: what the look-up compares. */
static const char *number_key(struct arena *arena, const char *number)
{
    char *key = arena_copy(arena, number), *to = key;
    for (const char *at = number; *at; at++)
        if (isalnum((unsigned char)*at))
            *to++ = (char)toupper((unsigned char)*at);
    *to = '\0';
    return key;
}

/* The keyed hash of the last four letters or digits; NULL without them or without a number. */
static struct db_value last_four(struct arena *arena, const char *number, const char *text)
{
    const char *plain = number_key(arena, text);
    size_t n = strlen(plain);
    if (!*number || n < 4)
        return db_null();
    uint8_t *hash = arena_take(arena, TOKEN_HASH_BYTES);
    token_keyed_hash(KEY_LOOKUP,
                     arena_format(arena, "last4:%s:%s", number_key(arena, number), plain + n - 4),
                     hash);
    return db_bytes(hash, TOKEN_HASH_BYTES);
}

enum db_result sample_party(struct sample *sample, struct dossier_draft *draft, json_t *object,
                            const char *role)
{
    static const char *const names[] = {
        "birth_date", "sex", "ethnicity", "nationality", "identity_kind", "identity_number",
        "identity_issued_on", "identity_issued_by", "phone", "email", "address"};
    struct db_value texts[11];
    if (!object)
        return DB_OK;
    struct record record;
    record_open(&record, sample->arena, object, draft->record->where);
    const char *kind = record_need(&record, "kind"), *name = record_need(&record, "name");
    for (size_t i = 0; i < 11; i++)
        texts[i] = sample_text(record_text(&record, names[i]));
    struct db_value area = sample_code(&record, sample->agencies, "agency", record_text(&record, "area"));
    struct db_value representative = sample_text(record_text(&record, "representative"));
    struct db_value authority = sample_text(record_text(&record, "authority_note"));
    struct db_value phone4 = last_four(sample->arena, draft->number, texts[8].bytes ? texts[8].bytes : "");
    struct db_value identity4 =
        last_four(sample->arena, draft->number, texts[5].bytes ? texts[5].bytes : "");
    if (!record_close(&record)) {
        draft->record->wrong = record.wrong;
        return DB_NONE;
    }
    enum db_result put =
        sample_put(sample->db, SAMPLE_PARTY,
                   DB_ARGS(db_number(draft->id), db_text(role), db_text(kind), db_text(name),
                              texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6],
                              texts[7], texts[8], texts[9], texts[10], area, representative,
                              authority, phone4, identity4));
    if (put != DB_OK)
        return put;
    return party_words_write(sample->db, (uint64_t)draft->id, role, name, false);
}
