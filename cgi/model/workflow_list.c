/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/workflow_list.h"

#include <stdlib.h>

enum { LIST_MAX = 500 };

struct listing {
    struct arena *arena;
    void *items; /* LIST_MAX of them */
    size_t n;
};

static unsigned number_of(const struct db_row *row, size_t column)
{
    return row->text[column] ? (unsigned)strtoul(row->text[column], NULL, 10) : 0;
}

static bool entry_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct workflow_entry *entry = (struct workflow_entry *)listing->items + listing->n++;
    *entry = (struct workflow_entry){
        .code = arena_copy(listing->arena, row->text[0]),
        .name = arena_copy(listing->arena, row->text[1]),
        .name_en = arena_copy(listing->arena, row->text[2]),
        .is_default = number_of(row, 3) != 0,
        .rev = number_of(row, 4),
        .rev_no = number_of(row, 5),
        .steps = number_of(row, 6),
        .procedures = number_of(row, 7),
        .has_draft = number_of(row, 9) != 0,
    };
    if (row->text[8])
        civil_parse(row->text[8], &entry->published_at);
    return listing->n < LIST_MAX;
}

enum db_result workflow_list(struct db *db, struct arena *arena, struct workflow_entry **entries, size_t *n)
{
    struct listing listing = {arena, arena_take_array(arena, LIST_MAX, sizeof **entries), 0};
    enum db_result result =
        db_each(db,
                "select w.code, w.name, w.name_en, w.is_default, r.id, r.rev_no,"
                " (select count(*) from wf_step s where s.workflow_rev_id = r.id),"
                " (select count(*) from workflow_rev o join procedure_rev e on e.workflow_rev_id = o.id"
                "  join `procedure` p on p.current_rev_id = e.id and p.withdrawn_at is null"
                "  where o.workflow_id = w.id),"
                " r.published_at, d.code is not null, 0 as is_new"
                " from workflow w join workflow_rev r on r.workflow_id = w.id and r.published_at is not null"
                " left join workflow_draft d on d.code = w.code where not exists (select 1 from workflow_rev x"
                "  where x.workflow_id = w.id and x.published_at is not null and x.rev_no > r.rev_no)"
                " union all select d.code, '', '', 0, null, null, 0, 0, null, 1, 1 from workflow_draft d"
                " where not exists (select 1 from workflow w where w.code = d.code)"
                " order by is_new, is_default desc, name",
                DB_ARGS(), entry_row, &listing);
    *entries = listing.items;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

static bool edition_row(void *context, const struct db_row *row)
{
    struct listing *listing = context;
    struct workflow_edition_entry *entry = (struct workflow_edition_entry *)listing->items + listing->n++;
    *entry = (struct workflow_edition_entry){
        .rev = number_of(row, 0),
        .rev_no = number_of(row, 1),
        .note = arena_copy(listing->arena, row->text[2]),
        .by = arena_copy(listing->arena, row->text[3]),
        .running = number_of(row, 5),
    };
    civil_parse(row->text[4], &entry->published_at);
    return listing->n < LIST_MAX;
}

enum db_result workflow_editions(struct db *db, struct arena *arena, const char *code,
                                 struct workflow_edition_entry **entries, size_t *n)
{
    struct listing listing = {arena, arena_take_array(arena, LIST_MAX, sizeof **entries), 0};
    enum db_result result =
        db_each(db,
                "select r.id, r.rev_no, r.note, ifnull(u.name, ''), r.published_at,"
                " (select count(*) from procedure_rev e join dossier d on d.rev_id = e.id"
                "  where e.workflow_rev_id = r.id and d.received_at is not null and d.closed_at is null)"
                " from workflow w join workflow_rev r on r.workflow_id = w.id left join user u on u.id = r.published_by"
                " where w.code = ? and r.published_at is not null order by r.rev_no desc",
                DB_ARGS(db_text(code)), edition_row, &listing);
    *entries = listing.items;
    *n = listing.n;
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}
