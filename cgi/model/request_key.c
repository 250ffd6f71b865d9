/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/request_key.h"

#include "lib/route.h"
#include "lib/token.h"

enum db_result request_key_remember(struct request *rq, const char *key, const char **url)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    struct db_row row;
    token_hash(key, hash);
    enum db_result found =
        db_one(rq->db, rq->arena,
               "select coalesce(result_url, '') from request_key where key_hash = ?",
               DB_ARGS(db_bytes(hash, sizeof hash)), &row);
    if (found == DB_OK)
        *url = row.text[0];
    return found;
}

enum db_result request_key_record(struct request *rq, const char *key, const char *url)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    token_hash(key, hash);
    /* The devices of the kiosks are no users. */
    bool is_user = strcmp(rq->audience->name, "staff") == 0;
    struct db_value user = is_user ? db_id(rq->who.id) : db_null();
    return db_exec(rq->db,
                   "insert into request_key (key_hash, audience, user_id, route, result_url) "
                   "values (?, ?, ?, ?, ?)",
                   DB_ARGS(db_bytes(hash, sizeof hash), db_text(rq->audience->name), user,
                           db_text(rq->route->path), db_text(url)));
}
