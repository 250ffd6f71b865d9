/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/dossier_status.h"

#include <stdlib.h>
#include <string.h>

#include "lib/log.h"
#include "lib/token.h"

#define COLUMNS                                                                                                        \
    "dossier_id, number, state, channel, deliver_by, procedure_code, procedure_name, "                                 \
    "procedure_name_en, agency_id, agency_code, agency_name, agency_name_en, counter_code, counter_name, "             \
    "counter_name_en, counter_address, counter_phone, term_unit, due_rule, term_value, "                               \
    "state_at, submitted_at, received_at, clock_from, due_at, first_due_at, apologised_at, "                           \
    "decided_at, ready_at, returned_at, closed_at, outcome, result_title, public_reason, "                             \
    "returned_via, lookup_expires_at"

static const char by_hash[] = "select " COLUMNS " from public_dossier where lookup_hash = ?";
static const char by_id[] = "select " COLUMNS " from public_dossier where dossier_id = ?";

/* Everything below the dossier in one round trip: `part` says which list a row
 * belongs to. Columns of binary and of language collation never share a place.
 * Ordered here and not there: that would cost the database a temporary table. */
static const char parts_sql[] =
    "select 'event' as part, seq as n, at as a, null as b, null as c, null as d, type as code, "
    "  ifnull(to_state, '') as code2, public_note as t1, ifnull(unit_name, '') as t2, "
    "  ifnull(unit_name_en, '') as t3, '' as t4, '' as t5, '' as t6, '' as t7, '' as t8 "
    "from public_event where dossier_id = ? "
    "union all select 'branch', branch_id, opened_at, due_at, closed_at, step_since, kind, state, "
    "  title, title_en, agency_name, agency_name_en, ifnull(step_name, ''), "
    "  ifnull(step_name_en, ''), ifnull(unit_name, ''), ifnull(unit_name_en, '') "
    "from public_branch where dossier_id = ? "
    "union all select 'pause', pause_id, from_at, to_at, null, null, reason, is_restart, public_note, "
    "  '', '', '', '', '', '', '' from public_pause where dossier_id = ? "
    "union all select 'round', supplement_id, asked_at, answer_by, answered_at, accepted_at, "
    "  round, '', reason, unit_name, unit_name_en, unit_phone, '', '', '', '' "
    "from public_supplement where dossier_id = ? "
    "union all select 'x-point', supplement_id, done_at, null, null, null, position, '', "
    "  component_name, what, '', '', '', '', '', '' "
    "from public_supplement_item where dossier_id = ? "
    "union all select 'fee', position, pay_by, paid_at, null, null, amount, waived_amount, name, "
    "  '', '', '', '', '', '', '' from public_fee where dossier_id = ?";

static const char *text_or_empty(const char *text)
{
    return text ? text : "";
}

static int64_t number_of(const char *text)
{
    return text ? strtoll(text, NULL, 10) : 0;
}

static struct civil moment(const char *text)
{
    struct civil at = {0};
    if (text && !civil_parse(text, &at))
        log_warn("dossier status: the database gave an odd moment");
    return at;
}

static bool expired(const char *until, const struct civil *now)
{
    struct civil end = moment(until);
    return end.year && civil_compare(&end, now) < 0;
}

static void head_read(const struct db_row *row, struct dossier_status *s)
{
    const char *const *t = row->text;
    size_t i = 0;
    s->id = (uint64_t)number_of(t[i++]);
    const char **texts[] = {&s->number,         &s->state,          &s->channel,          &s->deliver_by,
                            &s->procedure_code, &s->procedure_name, &s->procedure_name_en};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
        *texts[k] = text_or_empty(t[i++]);
    s->agency_id = number_of(t[i++]);
    const char **more[] = {&s->agency_code, &s->agency,          &s->agency_en,     &s->counter_code, &s->counter,
                           &s->counter_en,  &s->counter_address, &s->counter_phone, &s->term_unit,    &s->due_rule};
    for (size_t k = 0; k < sizeof more / sizeof *more; k++)
        *more[k] = text_or_empty(t[i++]);
    s->term_value = (int)number_of(t[i++]);
    struct civil *moments[] = {&s->state_at, &s->submitted_at, &s->received_at,   &s->clock_from,
                               &s->due_at,   &s->first_due_at, &s->apologised_at, &s->decided_at,
                               &s->ready_at, &s->returned_at,  &s->closed_at};
    for (size_t k = 0; k < sizeof moments / sizeof *moments; k++)
        *moments[k] = moment(t[i++]);
    const char **last[] = {&s->outcome, &s->result, &s->reason, &s->returned_via};
    for (size_t k = 0; k < sizeof last / sizeof *last; k++)
        *last[k] = text_or_empty(t[i++]);
}

/* The rows of all parts as the database gave them, copied into the arena. */
struct part {
    const char *text[16];
};

struct parts {
    struct arena *arena;
    struct part *rows;
    size_t n, room;
};

enum { P_PART, P_N, P_A, P_B, P_C, P_D, P_CODE, P_CODE2, P_T1, P_T2, P_T3, P_T4, P_T5, P_T6, P_T7, P_T8, P_COLUMNS };

static bool part_keep(void *context, const struct db_row *row)
{
    struct parts *parts = context;
    if (parts->n == parts->room) {
        size_t room = parts->room ? parts->room * 2 : 32;
        struct part *rows = arena_take_array(parts->arena, room, sizeof *rows);
        if (parts->n)
            memcpy(rows, parts->rows, parts->n * sizeof *rows);
        parts->rows = rows;
        parts->room = room;
    }
    struct part *part = &parts->rows[parts->n++];
    for (size_t i = 0; i < P_COLUMNS; i++)
        part->text[i] = row->text[i] ? arena_copy(parts->arena, row->text[i]) : NULL;
    return true;
}

static int part_order(const void *a, const void *b)
{
    const struct part *one = a, *other = b;
    int order = strcmp(one->text[P_PART], other->text[P_PART]);
    static const int numbers[] = {P_N, P_CODE};
    for (size_t i = 0; order == 0 && i < sizeof numbers / sizeof *numbers; i++) {
        int64_t n = number_of(one->text[numbers[i]]), m = number_of(other->text[numbers[i]]);
        order = (n > m) - (n < m);
    }
    return order;
}

static size_t count_of(const struct parts *parts, const char *name)
{
    size_t n = 0;
    for (size_t i = 0; i < parts->n; i++)
        n += !strcmp(parts->rows[i].text[P_PART], name);
    return n;
}

static void event_read(const struct part *p, struct dossier_event *event)
{
    *event = (struct dossier_event){
        .at = moment(p->text[P_A]),
        .type = text_or_empty(p->text[P_CODE]),
        .to_state = text_or_empty(p->text[P_CODE2]),
        .note = text_or_empty(p->text[P_T1]),
        .unit = text_or_empty(p->text[P_T2]),
        .unit_en = text_or_empty(p->text[P_T3]),
    };
}

static void branch_read(const struct part *p, struct dossier_branch *branch)
{
    *branch = (struct dossier_branch){
        .kind = text_or_empty(p->text[P_CODE]),
        .state = text_or_empty(p->text[P_CODE2]),
        .title = text_or_empty(p->text[P_T1]),
        .title_en = text_or_empty(p->text[P_T2]),
        .agency = text_or_empty(p->text[P_T3]),
        .agency_en = text_or_empty(p->text[P_T4]),
        .step = text_or_empty(p->text[P_T5]),
        .step_en = text_or_empty(p->text[P_T6]),
        .unit = text_or_empty(p->text[P_T7]),
        .unit_en = text_or_empty(p->text[P_T8]),
        .opened_at = moment(p->text[P_A]),
        .due_at = moment(p->text[P_B]),
        .closed_at = moment(p->text[P_C]),
        .step_since = moment(p->text[P_D]),
    };
    branch->main = !strcmp(branch->kind, "main");
}

static void round_read(const struct part *p, struct dossier_supplement *round)
{
    *round = (struct dossier_supplement){
        .id = number_of(p->text[P_N]),
        .round = (int)number_of(p->text[P_CODE]),
        .asked_at = moment(p->text[P_A]),
        .answer_by = moment(p->text[P_B]),
        .answered_at = moment(p->text[P_C]),
        .accepted_at = moment(p->text[P_D]),
        .reason = text_or_empty(p->text[P_T1]),
        .unit = text_or_empty(p->text[P_T2]),
        .unit_en = text_or_empty(p->text[P_T3]),
        .phone = text_or_empty(p->text[P_T4]),
    };
}

/* Points come after all rounds ("x-point" sorts last). */
static void point_read(struct arena *arena, const struct part *p, struct dossier_status *s, size_t most)
{
    int64_t id = number_of(p->text[P_N]);
    for (size_t i = 0; i < s->n_supplements; i++) {
        struct dossier_supplement *round = &s->supplements[i];
        if (round->id != id)
            continue;
        if (!round->points)
            round->points = arena_take_array(arena, most, sizeof *round->points);
        round->points[round->n_points++] = (struct dossier_point){
            .paper = text_or_empty(p->text[P_T1]),
            .what = text_or_empty(p->text[P_T2]),
            .done = p->text[P_A] != NULL,
        };
        return;
    }
}

static void fee_read(const struct part *p, struct dossier_fee *fee)
{
    *fee = (struct dossier_fee){
        .name = text_or_empty(p->text[P_T1]),
        .amount = number_of(p->text[P_CODE]),
        .waived = number_of(p->text[P_CODE2]),
        .pay_by = moment(p->text[P_A]),
        .paid_at = moment(p->text[P_B]),
    };
}

static void parts_sort_out(const struct parts *parts, struct arena *arena, struct dossier_status *s)
{
    size_t points = count_of(parts, "x-point");
    s->events = arena_take_array(arena, count_of(parts, "event"), sizeof *s->events);
    s->branches = arena_take_array(arena, count_of(parts, "branch"), sizeof *s->branches);
    s->pauses = arena_take_array(arena, count_of(parts, "pause"), sizeof *s->pauses);
    s->supplements = arena_take_array(arena, count_of(parts, "round"), sizeof *s->supplements);
    s->fees = arena_take_array(arena, count_of(parts, "fee"), sizeof *s->fees);
    for (size_t i = 0; i < parts->n; i++) {
        const struct part *p = &parts->rows[i];
        const char *part = p->text[P_PART];
        if (!strcmp(part, "event"))
            event_read(p, &s->events[s->n_events++]);
        else if (!strcmp(part, "branch"))
            branch_read(p, &s->branches[s->n_branches++]);
        else if (!strcmp(part, "pause"))
            s->pauses[s->n_pauses++] = (struct dossier_pause){
                .from = moment(p->text[P_A]),
                .to = moment(p->text[P_B]),
                .restart = number_of(p->text[P_CODE2]) != 0,
                .reason = text_or_empty(p->text[P_CODE]),
                .note = text_or_empty(p->text[P_T1]),
            };
        else if (!strcmp(part, "round"))
            round_read(p, &s->supplements[s->n_supplements++]);
        else if (!strcmp(part, "fee"))
            fee_read(p, &s->fees[s->n_fees++]);
        else
            point_read(arena, p, s, points);
    }
}

static enum db_result status_load(struct db *db, struct arena *arena, const char *sql, struct db_value key,
                                  const struct civil *now, struct dossier_status *status)
{
    struct db_row row;
    enum db_result found = db_one(db, arena, sql, DB_ARGS(key), &row);
    if (found != DB_OK)
        return found;
    if (expired(row.text[row.columns - 1], now))
        return DB_NONE;
    *status = (struct dossier_status){0};
    head_read(&row, status);

    struct db_value id = db_number((int64_t)status->id);
    struct parts parts = {.arena = arena};
    if (db_each(db, parts_sql, DB_ARGS(id, id, id, id, id, id), part_keep, &parts) == DB_FAIL)
        return DB_FAIL;
    if (parts.n > 1)
        qsort(parts.rows, parts.n, sizeof *parts.rows, part_order);
    parts_sort_out(&parts, arena, status);
    return DB_OK;
}

enum db_result dossier_status_by_code(struct db *db, struct arena *arena, const char *code, const struct civil *now,
                                      struct dossier_status *status)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    token_keyed_hash(KEY_LOOKUP, code, hash);
    return status_load(db, arena, by_hash, db_bytes(hash, sizeof hash), now, status);
}

enum db_result dossier_status_by_id(struct db *db, struct arena *arena, uint64_t id, const struct civil *now,
                                    struct dossier_status *status)
{
    return status_load(db, arena, by_id, db_number((int64_t)id), now, status);
}

/* ---- who looked ------------------------------------------------------------------------------- */

struct looking {
    struct arena *arena;
    struct dossier_look *looks;
    size_t n;
};

static bool look_keep(void *context, const struct db_row *row)
{
    struct looking *looking = context;
    looking->looks[looking->n++] = (struct dossier_look){
        .day = moment(row->text[0]),
        .purpose = arena_copy(looking->arena, row->text[1]),
        .unit = arena_copy(looking->arena, row->text[2]),
        .unit_en = arena_copy(looking->arena, row->text[3]),
    };
    return looking->n < DOSSIER_LOOKS_MAX;
}

enum db_result dossier_looks(struct db *db, struct arena *arena, uint64_t id,
                             struct dossier_look looks[DOSSIER_LOOKS_MAX], size_t *n)
{
    struct looking looking = {.arena = arena, .looks = looks};
    enum db_result result = db_each(db,
                                    "select seen_on, purpose, unit_name, unit_name_en from public_access "
                                    "where dossier_id = ? group by seen_on, purpose, unit_name, unit_name_en "
                                    "order by seen_on desc, unit_name",
                                    DB_ARGS(db_number((int64_t)id)), look_keep, &looking);
    *n = looking.n;
    return result;
}

/* ---- the second fact -------------------------------------------------------------------------- */

static enum db_result tries_read(struct db *db, struct arena *arena, const uint8_t *hash, const char *hour,
                                 int64_t *tries)
{
    struct db_row row;
    enum db_result found = db_one(db, arena, "select tries from lookup_try where number_hash = ? and hour = ?",
                                  DB_ARGS(db_bytes(hash, TOKEN_HASH_BYTES), db_text(hour)), &row);
    *tries = found == DB_OK ? number_of(row.text[0]) : 0;
    return found == DB_FAIL ? DB_FAIL : DB_OK;
}

/* Not "on duplicate key update": MariaDB would ask for the right to change the key itself. */
static enum second_fact try_count(struct db *db, const uint8_t *hash, const char *hour)
{
    static const char again[] = "update lookup_try set tries = least(tries + 1, 1000) "
                                "where number_hash = ? and hour = ?";
    const struct db_value *key = DB_ARGS(db_bytes(hash, TOKEN_HASH_BYTES), db_text(hour));
    enum db_result done = db_exec(db, again, key);
    if (done == DB_NONE) {
        done = db_exec(db, "insert into lookup_try (number_hash, hour, tries) values (?, ?, 1)", key);
        if (done == DB_FAIL && db_last_error(db) == DB_ERROR_DUPLICATE)
            done = db_exec(db, again, key);
    }
    return done == DB_FAIL ? SECOND_FACT_FAIL : SECOND_FACT_WRONG;
}

static enum second_fact second_fact_ask(struct db *db, struct arena *arena, const char *number_key,
                                        const char *last_four, const struct civil *now, uint64_t *id)
{
    uint8_t number_hash[TOKEN_HASH_BYTES], digits_hash[TOKEN_HASH_BYTES];
    token_keyed_hash(KEY_LOOKUP, arena_format(arena, "try:%s", number_key), number_hash);
    token_keyed_hash(KEY_LOOKUP, arena_format(arena, "last4:%s:%s", number_key, last_four), digits_hash);
    const char *hour = arena_format(arena, "%04d-%02d-%02d %02d:00:00", now->year, now->month, now->day, now->hour);
    int64_t tries;
    if (tries_read(db, arena, number_hash, hour, &tries) == DB_FAIL)
        return SECOND_FACT_FAIL;
    if (tries >= SECOND_FACT_TRIES)
        return SECOND_FACT_TOO_OFTEN;
    struct db_row row;
    if (db_one(db, arena, "select second_fact_ok(?, ?)",
               DB_ARGS(db_text(number_key), db_bytes(digits_hash, sizeof digits_hash)), &row) != DB_OK)
        return SECOND_FACT_FAIL;
    *id = (uint64_t)number_of(row.text[0]);
    return *id ? SECOND_FACT_RIGHT : try_count(db, number_hash, hour);
}

enum second_fact dossier_second_fact(struct db *db, struct arena *arena, const char *number_key, const char *last_four,
                                     const struct civil *now, uint64_t *id)
{
    *id = 0;
    if (db_begin(db) == DB_FAIL)
        return SECOND_FACT_FAIL;
    enum second_fact answer = second_fact_ask(db, arena, number_key, last_four, now, id);
    if (answer == SECOND_FACT_FAIL || db_commit(db) == DB_FAIL) {
        db_rollback(db);
        return SECOND_FACT_FAIL;
    }
    return answer;
}
