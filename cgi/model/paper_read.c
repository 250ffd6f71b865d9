/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/paper_read.h"

#include <stdlib.h>
#include <string.h>

#include "lib/log.h"

const char *paper_read_text(struct paper_reader *reader)
{
    const char *text = reader->row->text[reader->at++];
    return text ? text : "";
}

void paper_read_texts(struct paper_reader *reader, const char **const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        *texts[i] = paper_read_text(reader);
}

int64_t paper_read_number(struct paper_reader *reader)
{
    return strtoll(paper_read_text(reader), NULL, 10);
}

struct civil paper_moment(const char *text)
{
    struct civil at = {0};
    if (text && *text && !civil_parse(text, &at))
        log_warn("papers: the database gave an odd moment");
    return at;
}

struct civil paper_read_moment(struct paper_reader *reader)
{
    return paper_moment(paper_read_text(reader));
}

const char *paper_phone_read(struct arena *arena, const char *phone)
{
    return strncmp(phone, "+84", 3) == 0 ? arena_format(arena, "0%s", phone + 3) : phone;
}

bool paper_row_keep(void *context, const struct db_row *row)
{
    struct paper_rows *rows = context;
    if (rows->n == rows->room) {
        size_t room = rows->room ? rows->room * 2 : 32;
        struct db_row *more = arena_take_array(rows->arena, room, sizeof *more);
        if (rows->n)
            memcpy(more, rows->rows, rows->n * sizeof *more);
        rows->rows = more;
        rows->room = room;
    }
    const char **text = arena_take_array(rows->arena, row->columns, sizeof *text);
    for (size_t i = 0; i < row->columns; i++)
        text[i] = row->text[i] ? arena_copy(rows->arena, row->text[i]) : NULL;
    rows->rows[rows->n++] = (struct db_row){.columns = row->columns, .text = text};
    return true;
}
