/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/integrity.h"

static const struct integrity_rule rules[] = {
    {"every procedure in force has a published edition",
     "select p.code from `procedure` p left join procedure_rev r on r.id = p.current_rev_id"
     " where p.withdrawn_at is null and p.current_rev_id is not null"
     " and (r.published_at is null or r.procedure_id <> p.id)"},
    {"the agency in charge of a procedure is among those that do it",
     "select p.code from `procedure` p left join procedure_agency a"
     " on a.procedure_id = p.id and a.agency_id = p.agency_id"
     " where p.agency_id is not null and a.agency_id is null"},
    {"papers of an edition are numbered 1, 2, 3 …",
     "select rev_id from component group by rev_id"
     " having min(position) <> 1 or max(position) <> count(*)"},
    {"agencies form a tree",
     "with recursive down (id, depth) as (select id, 0 from agency where parent_id is null"
     " union all select a.id, d.depth + 1 from agency a join down d on a.parent_id = d.id"
     " where d.depth < 50)"
     " select code from agency where id not in (select id from down)"},
    {"every dossier keeps the edition of its own procedure",
     "select d.id from dossier d join procedure_rev r on r.id = d.rev_id"
     " where r.procedure_id <> d.procedure_id"},
    {"events of a dossier are numbered without gaps",
     "select dossier_id from event group by dossier_id having min(seq) <> 1 or max(seq) <> count(*)"},
    {"the last event that changed the state says the state",
     "select d.id from dossier d join event e on e.dossier_id = d.id and e.to_state is not null"
     " where e.to_state <> d.state and not exists (select 1 from event x"
     " where x.dossier_id = d.id and x.to_state is not null and x.seq > e.seq)"},
    {"every dossier has an applicant",
     "select d.id from dossier d left join party p on p.dossier_id = d.id and p.role = 'applicant'"
     " where p.dossier_id is null"},
    {"numbers of each register are without gaps",
     "select s.scope from sequence s where s.scope like 'dossier:%' and s.n <> (select count(*)"
     " from dossier d where d.number like concat(substr(s.scope, 9), '-', s.period, '-%'))"},
    {"numbers of results are without gaps",
     "select s.scope from sequence s where s.scope like 'result:%' and s.n <> (select count(*)"
     " from result r join event e on e.dossier_id = r.dossier_id and e.type = 'numbered'"
     " and json_value(e.data, '$.number') = r.register_no"
     " where json_value(e.data, '$.scope') = s.scope and year(e.at) = s.period)"},
    {"numbers of what agencies send each other are without gaps",
     "select s.scope from sequence s where s.scope like 'register:%' and s.n <> (select count(*)"
     " from branch b join agency a on a.id = b.agency_id where a.code = substr(s.scope, 10)"
     " and b.register_no is not null and year(b.opened_at) = s.period)"},
    {"a dossier that waits or is stopped has a clock that stands",
     "select d.id from dossier d join clock c on c.dossier_id = d.id and c.branch_id is null"
     " and c.task_id is null left join clock_pause z on z.open_key = c.id where d.closed_at is null"
     " and (d.state in ('waiting_citizen','waiting_fee','stopped')) <> (z.id is not null)"},
    {"an open main branch has one open task",
     "select b.dossier_id from branch b left join task t on t.open_key = b.id"
     " where b.kind = 'main' and (b.closed_at is null) <> (t.id is not null)"},
    {"an open dossier has one open main branch or none yet",
     "select dossier_id from branch where kind = 'main' and closed_at is null"
     " group by dossier_id having count(*) > 1"},
    {"branches belong to the dossier of their parent",
     "select b.id from branch b join branch p on p.id = b.parent_id where p.dossier_id <> b.dossier_id"},
    {"closed dossiers have no running clock",
     "select c.dossier_id from clock c join dossier d on d.id = c.dossier_id"
     " where d.closed_at is not null and c.stopped_at is null"},
    {"everything received is still open or has been closed",
     "select d.id from dossier d where d.received_at is not null and d.state <> 'stopped' and (d.closed_at is null) <>"
     " (d.state in ('received','processing','waiting_citizen','waiting_fee','approved','refused','ready'))"},
    {"the catalogue has a version", "select 'catalogue_version' from dual where not exists"
                                    " (select 1 from catalogue_version where id = 1)"},
};

const struct integrity_rule *integrity_rules(size_t *count)
{
    *count = sizeof rules / sizeof *rules;
    return rules;
}

struct counting {
    struct arena *arena;
    struct integrity_finding *finding;
};

static bool exception_row(void *context, const struct db_row *row)
{
    struct counting *counting = context;
    if (counting->finding->count++ == 0)
        counting->finding->first = arena_copy(counting->arena, row->text[0]);
    return true;
}

enum db_result integrity_ask(struct db *db, struct arena *arena, const struct integrity_rule *rule,
                             struct integrity_finding *finding)
{
    *finding = (struct integrity_finding){.first = ""};
    struct counting counting = {arena, finding};
    return db_each(db, rule->sql, DB_ARGS(), exception_row, &counting) == DB_FAIL ? DB_FAIL : DB_OK;
}
