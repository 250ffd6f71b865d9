/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_REQUEST_KEY_H
#define MOTCUA_MODEL_REQUEST_KEY_H

#include "lib/request.h"

/*
 * A form has one effect, however often it is sent: an audience's `remember` and `record`. The key is the
 * nonce of the form's token; only its hash is stored.
 */
enum db_result request_key_remember(struct request *rq, const char *key, const char **url);
enum db_result request_key_record(struct request *rq, const char *key, const char *url);

#endif
