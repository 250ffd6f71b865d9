/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/result_file.h"

#include <stdlib.h>
#include <string.h>

struct listing {
    struct result_file *files;
    size_t n;
};

static bool file_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct result_file *file = &listing->files[listing->n++];
    file->id = strtoull(row->text[0], NULL, 10);
    file->size = strtoull(row->text[1], NULL, 10);
    file->type = file_type_of(row->text[2]);
    memcpy(file->digest, row->text[3], sizeof file->digest);
    return listing->n < RESULT_FILES_MAX;
}

enum db_result result_files(struct db *db, uint64_t dossier, struct result_file files[RESULT_FILES_MAX],
                            size_t *n)
{
    struct listing listing = {files, 0};
    enum db_result result = db_each(
        db, "select file_id, size, type, sha256 from public_result_file where dossier_id = ? order by file_id",
        DB_ARGS(db_number((int64_t)dossier)), file_row, &listing);
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
