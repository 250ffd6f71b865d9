/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_CATALOGUE_WRITE_H
#define MOTCUA_MODEL_CATALOGUE_WRITE_H

#include "lib/arena.h"
#include "lib/db.h"
#include "model/catalogue_stored.h"
#include "model/procedure_record.h"

/*
 * Puts procedures into the catalogue, inside one transaction of the caller:
 * each that differs gets a new edition, published at once; editions that are
 * already so stay untouched, so that doing it twice changes nothing. An edition names the workflow edition in
 * force then: of its own workflow, or of the default one its time limit asks for (workflow_use.h).
 */
struct catalogue_writer;

/* Reads what there is. NULL: DB_FAIL. The writer lives in the arena. */
struct catalogue_writer *catalogue_writer_open(struct db *db, struct arena *arena);

/* The stored procedure of a code, NULL when it is new. */
const struct stored *catalogue_writer_find(const struct catalogue_writer *writer, const char *code);

bool catalogue_writer_has_agency(const struct catalogue_writer *writer, const char *code);
/* Makes the field when it is not there yet. */
enum db_result catalogue_writer_field(struct catalogue_writer *writer, const char *code,
                                      const char *name, const char *name_en);

enum store_result {
    STORE_ADDED,
    STORE_UPDATED, /* a new edition, or what is said of the procedure itself changed */
    STORE_SAME,
    STORE_REFUSED, /* *reason says why: a code that does not exist, a limit */
    STORE_FAILED   /* the database; roll back */
};
enum store_result catalogue_store(struct catalogue_writer *writer,
                                  const struct procedure_record *record, const char **reason);

/* Raises catalogue_version when anything was changed since the writer was opened. */
enum db_result catalogue_writer_finish(struct catalogue_writer *writer);

#endif
