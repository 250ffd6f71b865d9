/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/reception_group.h"

#include "model/paper_read.h"
#include "model/party.h"

/* From any member over the first to all: received later by the same clerk on the same day, and naming it. */
static const char members_sql[] =
    "select f.id, f.received_by, f.received_at, c.code, d.id, a.id, d.number, r.name, r.name_en, p.name, a.name, "
    "ifnull(s.name, if(p.representative <> '', p.representative, p.name)), "
    "ifnull(nullif(s.phone, ''), p.phone), "
    "concat_ws(', ', nullif(p.address, ''), " PARTY_AREA("p.address", "m.area") "), "
    "(select count(k.position) from dossier_component k where k.dossier_id = d.id and k.is_present), d.due_at "
    "from dossier o "
    "join event g on g.dossier_id = o.id and g.type = 'received' "
    "join dossier f on f.id = ifnull(json_value(g.data, '$.group'), o.id) "
    "join agency c on c.id = f.counter_agency_id "
    "join dossier d on d.received_by = f.received_by and d.received_at >= f.received_at "
    " and d.received_at < date(f.received_at) + interval 1 day "
    "join event e on e.dossier_id = d.id and e.type = 'received' "
    "join procedure_rev r on r.id = d.rev_id join agency a on a.id = d.agency_id "
    "join party p on p.dossier_id = d.id and p.role = 'applicant' "
    "left join agency m on m.id = p.area_agency_id "
    "left join party s on s.dossier_id = d.id and s.role = 'submitter' "
    "where o.id = ? and (d.id = f.id or json_value(e.data, '$.group') = f.id) order by d.id limit 200";

/* What the row says of the group is the same in all; the submitter is that of the first. */
static void row_read(const struct db_row *row, struct arena *arena, struct reception_group *group,
                     struct reception_group_member *member, uint64_t *agency)
{
    struct paper_reader r = {.row = row};
    const char *submitter, *phone, *address;
    group->first = (uint64_t)paper_read_number(&r);
    group->clerk = (uint64_t)paper_read_number(&r);
    group->begun = paper_read_moment(&r);
    group->counter = paper_read_text(&r);
    member->id = (uint64_t)paper_read_number(&r);
    *agency = (uint64_t)paper_read_number(&r);
    const char **texts[] = {&member->number, &member->procedure, &member->procedure_en, &member->applicant,
                            &member->agency, &submitter, &phone, &address};
    paper_read_texts(&r, texts, sizeof texts / sizeof *texts);
    member->papers = (int)paper_read_number(&r);
    member->due = paper_read_moment(&r);
    if (member->id != group->first)
        return;
    group->submitter = submitter;
    group->phone = paper_phone_read(arena, phone);
    group->address = address;
}

enum db_result reception_group_load(struct db *db, struct arena *arena, const struct scope *scope, unsigned roles,
                                    uint64_t dossier, struct reception_group *group)
{
    struct paper_rows rows = {.arena = arena};
    bool inside = false;
    if (db_each(db, members_sql, DB_ARGS(db_number((int64_t)dossier)), paper_row_keep, &rows) == DB_FAIL)
        return DB_FAIL;
    *group = (struct reception_group){.submitter = "", .phone = "", .address = "", .counter = ""};
    group->members = arena_take_array(arena, rows.n + 1, sizeof *group->members);
    for (size_t i = 0; i < rows.n; i++) {
        struct reception_group_member *member = &group->members[group->n];
        uint64_t agency;
        row_read(&rows.rows[i], arena, group, member, &agency);
        if (!scope_allows(scope, roles, agency))
            continue;
        inside = inside || member->id == dossier;
        group->n++;
    }
    return inside ? DB_OK : DB_NONE;
}
