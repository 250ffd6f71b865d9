/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/fee_rule.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    struct arena *arena;
    struct fee_rules *rules;
};

static int64_t amount_of(const char *text)
{
    return text ? strtoll(text, NULL, 10) : -1;
}

static bool rule_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    if (reading->rules->n == FEE_RULES_MAX)
        return false;
    reading->rules->items[reading->rules->n++] = (struct fee_rule){
        .kind = arena_copy(reading->arena, row->text[0]),
        .name = arena_copy(reading->arena, row->text[1]),
        .amount = amount_of(row->text[2]),
        .online_amount = amount_of(row->text[3]),
        .note = arena_copy(reading->arena, row->text[4]),
        .at_reception = strcmp(row->text[5], "reception") == 0,
    };
    return true;
}

enum db_result fee_rules_load(struct db *db, struct arena *arena, uint64_t rev, int64_t sum,
                              const char *note, struct fee_rules *rules)
{
    struct reading reading = {arena, rules};
    rules->n = 0;
    enum db_result result =
        db_each(db,
                "select kind, name, amount, online_amount, note, paid_at from fee_rule"
                " where rev_id = ? order by position",
                DB_ARGS(db_number((int64_t)rev)), rule_row, &reading);
    if (result != DB_NONE)
        return result;
    if (sum != 0 && (sum > 0 || *note))
        rules->items[rules->n++] = (struct fee_rule){
            .kind = "fee",
            .name = "",
            .note = note,
            .amount = sum,
            .online_amount = -1,
            .at_reception = true,
        };
    return DB_OK;
}

bool fee_lines_waive(struct fee_line *lines, size_t n, int64_t waived)
{
    for (size_t i = 0; i < n; i++) {
        int64_t part = waived < 0 || waived > lines[i].amount ? lines[i].amount : waived;
        lines[i].waived = part;
        if (waived >= 0)
            waived -= part;
    }
    return waived <= 0;
}

static enum db_result line_write(struct db *db, uint64_t dossier, size_t position,
                                 const struct fee_line *line, const char *at)
{
    return db_exec(db,
                   "insert into fee (dossier_id, position, kind, name, amount, waived_amount,"
                   " asked_at, paid_at, receipt_no) values (?, ?, ?, left(?, 300), ?, ?, ?, ?, ?)"
                   " on duplicate key update kind = values(kind), name = values(name),"
                   " amount = values(amount), waived_amount = values(waived_amount),"
                   " paid_at = values(paid_at), receipt_no = values(receipt_no)",
                   DB_ARGS(db_number((int64_t)dossier), db_number((int64_t)position),
                           db_text(line->kind), db_text(line->name), db_number(line->amount),
                           db_number(line->waived), db_text(at),
                           line->paid ? db_text(at) : db_null(),
                           db_text(line->paid ? line->receipt_no : "")));
}

enum db_result fee_lines_write(struct db *db, uint64_t dossier, const struct fee_line *lines,
                               size_t n, const struct civil *at)
{
    char now[DATE_TEXT_MAX];
    date_format_iso_time(now, at);
    for (size_t i = 0; i < n; i++)
        if (line_write(db, dossier, i + 1, &lines[i], now) == DB_FAIL)
            return DB_FAIL;
    return DB_OK;
}

enum db_result fee_lines_rewrite(struct db *db, uint64_t dossier, const struct fee_line *lines,
                                 size_t n, const struct civil *at)
{
    if (db_exec(db,
                "update fee set amount = 0, waived_amount = 0 where dossier_id = ? and position > ?",
                DB_ARGS(db_number((int64_t)dossier), db_number((int64_t)n))) == DB_FAIL)
        return DB_FAIL;
    return fee_lines_write(db, dossier, lines, n, at);
}
