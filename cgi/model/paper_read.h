/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PAPER_READ_H
#define MOTCUA_MODEL_PAPER_READ_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/* How the files of papers read rows: column after column, NULL as "" or year 0. */
struct paper_reader {
    const struct db_row *row;
    size_t at;
};

const char *paper_read_text(struct paper_reader *reader);
void paper_read_texts(struct paper_reader *reader, const char **const *texts, size_t n);
int64_t paper_read_number(struct paper_reader *reader);
struct civil paper_read_moment(struct paper_reader *reader);
struct civil paper_moment(const char *text);
/* +84912345678 as 0912345678, as people write it. */
const char *paper_phone_read(struct arena *arena, const char *phone);

/* Rows copied into the arena as they come: a callback of db_each(). */
struct paper_rows {
    struct arena *arena;
    struct db_row *rows;
    size_t n, room;
};
bool paper_row_keep(void *context, const struct db_row *row);

#endif
