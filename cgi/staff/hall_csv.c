/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/hall_csv.h"

#include <string.h>

#include "lib/limits.h"
#include "lib/page.h"

void hall_csv_begin(struct hall_csv *csv)
{
    *csv = (struct hall_csv){.begun = false};
    buffer_init(&csv->out, LIMIT_PAGE);
    buffer_text(&csv->out, "\xef\xbb\xbf");
}

static void next_cell(struct hall_csv *csv)
{
    if (csv->begun)
        buffer_text(&csv->out, ",");
    csv->begun = true;
}

void hall_csv_text(struct hall_csv *csv, const char *text)
{
    next_cell(csv);
    buffer_text(&csv->out, "\"");
    if (*text && strchr("=+-@\t", *text))
        buffer_text(&csv->out, "'");
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            buffer_text(&csv->out, "\"");
        buffer_add(&csv->out, at, 1);
    }
    buffer_text(&csv->out, "\"");
}

void hall_csv_number(struct hall_csv *csv, int64_t number)
{
    next_cell(csv);
    if (number >= 0)
        buffer_format(&csv->out, "%lld", (long long)number);
}

void hall_csv_line(struct hall_csv *csv)
{
    buffer_text(&csv->out, "\r\n");
    csv->begun = false;
}

int hall_csv_end(struct request *rq, struct hall_csv *csv, const char *name)
{
    int status = csv->out.full ? page_error(rq, 500)
                               : page_bytes(rq, "text/csv; charset=utf-8", csv->out.bytes, csv->out.length, name);
    buffer_release(&csv->out);
    return status;
}
