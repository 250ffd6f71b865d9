/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/hall_ledger.h"

#include "model/row.h"

struct reading {
    struct arena *arena;
    void *calls;
    size_t n;
    unsigned passed;
};

static bool call_row(void *context, const struct db_row *row)
{
    struct reading *r = context;
    const char *const *text = row->text;
    struct ledger_call *call = row_place(r->arena, &r->calls, &r->n, sizeof *call);
    *call = (struct ledger_call){
        .at = row_moment(text[0]),
        .class = (enum ticket_class)ticket_word(ticket_class_names, TICKET_CLASSES, text[3]),
        .group = arena_copy(r->arena, text[4]),
        .group_en = arena_copy(r->arena, text[5]),
        .counter = row_count(text[6]),
        .user_name = arena_copy(r->arena, text[7] ? text[7] : ""),
        .reason = ticket_word(ticket_reason_names, TICKET_REASONS, text[8]),
        .passed = row_count(text[9]),
        .note = arena_copy(r->arena, text[10]),
    };
    ticket_label(call->label, text[1][0], row_count(text[2]));
    r->passed += call->passed;
    return true;
}

enum db_result hall_ledger_read(struct db *db, struct arena *arena, uint64_t hall, const struct civil *day,
                                struct hall_ledger *ledger)
{
    struct reading r = {.arena = arena};
    struct civil next = civil_from_day(civil_day(day) + 1);
    struct db_value of = db_id(hall), from = db_text(row_day(arena, day)), to = db_text(row_day(arena, &next));
    struct db_row row;
    if (db_each(db,
                "select e.at, l.letter, t.number, t.class, g.name, g.name_en, c.number, u.name, e.reason, e.passed,"
                " e.note from ticket_event e join ticket t on t.id = e.ticket_id"
                " join service_group l on l.id = t.letter_group_id join service_group g on g.id = e.group_id"
                " left join counter c on c.id = e.counter_id left join user u on u.id = e.user_id"
                " where e.hall_id = ? and e.at >= ? and e.at < ? and e.kind = 'called' and e.passed > 0"
                " order by e.at, e.id",
                DB_ARGS(of, from, to), call_row, &r) == DB_FAIL ||
        db_one(db, arena,
               "select count(*) from ticket_event where hall_id = ? and at >= ? and at < ? and kind = 'called'",
               DB_ARGS(of, from, to), &row) != DB_OK)
        return DB_FAIL;
    *ledger = (struct hall_ledger){.calls = r.calls, .n = r.n, .all = row_count(row.text[0]), .passed = r.passed};
    return DB_OK;
}
