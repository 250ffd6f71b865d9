/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Registers without gaps: each number 1 … n that a sequence says it gave stands on exactly one row. Numbers are read by
 * writing them again: each group of digits in a number may be the count, and is if the pattern gives the same text.
 * Numbers of another pattern, or that were there before the sequence, are not counted.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/map.h"
#include "model/integrity.h"
#include "model/sequence.h"

enum { COUNT_MAX = 1000000 };

struct reading {
    struct arena *arena;
    struct integrity_finding *finding;
    struct map *registers; /* by "scope period" */
    struct series *first;
    const char *scope, *pattern;
    bool dossiers;
};

/* What one sequence gave. */
struct series {
    struct series *next;
    const char *name;
    uint64_t n;
    unsigned char *seen; /* n + 1 */
};

static bool series_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct series *series = arena_take(reading->arena, sizeof *series);
    *series = (struct series){
        .next = reading->first,
        .name = arena_format(reading->arena, "%s %s", row->text[0], row->text[1]),
        .n = strtoull(row->text[2], NULL, 10),
    };
    if (series->n > COUNT_MAX) {
        integrity_note(reading->finding, series->name);
        return true;
    }
    series->seen = arena_take_array(reading->arena, series->n + 1, 1);
    reading->first = series;
    map_put(reading->registers, series->name, series);
    return true;
}

/* Marks the count of a number in its series. */
static bool count_mark(struct reading *reading, struct arena *passing, struct series *series, const char *prefix,
                       const struct civil *day, const char *number)
{
    for (const char *at = number; *at;) {
        size_t digits = strspn(at, "0123456789");
        uint64_t n = digits && digits < 12 ? strtoull(at, NULL, 10) : 0;
        if (n > 0 && strcmp(sequence_number_format(passing, reading->pattern, prefix, day, n), number) == 0) {
            if (n > series->n || series->seen[n]++)
                integrity_note(reading->finding, arena_format(reading->arena, "%s was never given, or twice", number));
            return true;
        }
        at += digits ? digits : 1;
    }
    return false;
}

/* Scope prefix of a dossier number: any beginning of it up to a sign that is no letter or digit. */
static void dossier_mark(struct reading *reading, struct arena *passing, const char *number, const struct civil *day,
                         bool is_sample)
{
    const char *period = sequence_dossier_period(passing, day);
    for (size_t n = strlen(number); n-- > 1;) {
        if (!strchr("-./ _", number[n]))
            continue;
        const char *prefix = arena_copy_bytes(passing, number, n);
        struct series *series = map_get(
            reading->registers, arena_format(passing, "%s %s", sequence_dossier_scope(passing, prefix), period));
        if (series && count_mark(reading, passing, series, prefix, day, number))
            return;
    }
    if (!is_sample) /* the show-case dossiers have numbers no sequence gave */
        integrity_note(reading->finding, arena_format(reading->arena, "%s stands in no register", number));
}

/* number, moment, then is_sample or the code of the agency */
static bool number_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    struct arena *passing = arena_open(64 * 1024);
    struct civil day;
    if (civil_parse(row->text[1], &day) && reading->dossiers) {
        dossier_mark(reading, passing, row->text[0], &day, *row->text[2] == '1');
    } else if (row->text[2] && civil_parse(row->text[1], &day)) {
        struct series *series =
            map_get(reading->registers, arena_format(passing, "%s%s %04d", reading->scope, row->text[2], day.year));
        if (series)
            count_mark(reading, passing, series, row->text[2], &day, row->text[0]);
    }
    arena_close(passing);
    return true;
}

static enum db_result numbers_ask(struct db *db, struct reading *reading, const char *scope, const char *setting,
                                  const char *usual, const char *sql)
{
    struct db_row row;
    enum db_result found = db_one(db, reading->arena, "select value from setting where name = ?",
                                  DB_ARGS(db_text(setting)), &row);
    reading->pattern = found == DB_OK ? row.text[0] : usual;
    reading->scope = scope;
    reading->registers = map_open(reading->arena);
    if (found == DB_FAIL ||
        db_each(db, "select scope, period, n from sequence where scope like concat(?, '%')",
                DB_ARGS(db_text(scope)), series_row, reading) == DB_FAIL ||
        db_each(db, sql, DB_ARGS(), number_row, reading) == DB_FAIL)
        return DB_FAIL;
    for (const struct series *series = reading->first; series; series = series->next)
        for (uint64_t n = 1; n <= series->n; n++)
            if (!series->seen[n])
                integrity_note(reading->finding, arena_format(reading->arena, "%s: number %llu is on no row",
                                                              series->name, (unsigned long long)n));
    return DB_OK;
}

enum db_result integrity_dossier_numbers(struct db *db, struct arena *arena, struct integrity_finding *finding)
{
    struct reading reading = {.arena = arena, .finding = finding, .dossiers = true};
    return numbers_ask(db, &reading, "dossier:", "dossier_number_pattern", SEQUENCE_PATTERN,
                       "select number, received_at, is_sample from dossier"
                       " where number is not null and received_at is not null");
}

enum db_result integrity_result_numbers(struct db *db, struct arena *arena, struct integrity_finding *finding)
{
    struct reading reading = {.arena = arena, .finding = finding};
    return numbers_ask(db, &reading, "result:", "result_number_pattern", "{n4}/{yyyy}/{agency}",
                       "select r.register_no, e.at, substr(json_value(e.data, '$.scope'), 8) from result r"
                       " join event e on e.dossier_id = r.dossier_id and e.type = 'numbered'"
                       " and json_value(e.data, '$.number') = r.register_no");
}

enum db_result integrity_branch_numbers(struct db *db, struct arena *arena, struct integrity_finding *finding)
{
    struct reading reading = {.arena = arena, .finding = finding};
    return numbers_ask(db, &reading, "register:", "branch_number_pattern", "LT-{n4}/{yyyy}",
                       "select b.register_no, b.opened_at, a.code from branch b"
                       " join agency a on a.id = b.agency_id where b.register_no is not null");
}
