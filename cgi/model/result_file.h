/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_RESULT_FILE_H
#define MOTCUA_MODEL_RESULT_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "lib/db.h"
#include "lib/file_type.h"
#include "lib/token.h"

/* Released files of a result, as the citizen may have them: through public_result_file, which has no names. */
struct result_file {
    uint64_t id, size;
    enum file_type type;
    uint8_t digest[TOKEN_DIGEST_BYTES];
};
enum { RESULT_FILES_MAX = 40 };

/* In the order they were added; none is DB_OK, too. */
enum db_result result_files(struct db *db, uint64_t dossier, struct result_file files[RESULT_FILES_MAX],
                            size_t *n);

#endif
