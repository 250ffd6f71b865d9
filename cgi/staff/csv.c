/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/csv.h"

#include <string.h>

#include "lib/limits.h"
#include "lib/page.h"

void csv_begin(struct csv *csv)
{
    *csv = (struct csv){.begun = false};
    buffer_init(&csv->out, LIMIT_PAGE);
    buffer_text(&csv->out, "\xef\xbb\xbf");
}

static void next_cell(struct csv *csv)
{
    if (csv->begun)
        buffer_text(&csv->out, ",");
    csv->begun = true;
}

void csv_text(struct csv *csv, const char *text)
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

void csv_number(struct csv *csv, int64_t number)
{
    next_cell(csv);
    if (number >= 0)
        buffer_format(&csv->out, "%lld", (long long)number);
}

void csv_decimal(struct csv *csv, double number, int digits)
{
    next_cell(csv);
    buffer_format(&csv->out, "%.*f", digits, number);
}

void csv_empty(struct csv *csv)
{
    next_cell(csv);
}

void csv_line(struct csv *csv)
{
    buffer_text(&csv->out, "\r\n");
    csv->begun = false;
}

int csv_end(struct request *rq, struct csv *csv, const char *name)
{
    int status = csv->out.full ? page_error(rq, 500)
                               : page_bytes(rq, "text/csv; charset=utf-8", csv->out.bytes, csv->out.length, name);
    buffer_release(&csv->out);
    return status;
}
