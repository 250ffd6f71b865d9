/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/integrity.h"

#define PENDING "'received','processing','waiting_citizen','waiting_fee','stopped'"
#define BEFORE "'draft','submitted','needs_fix','rejected_online'"
#define RESOLVED "'approved','refused','ready','returned','withdrawn','expired'"
/* Changes of state by agency and month. A decision that is undone counts against the month it is undone in; a stopped
 * dossier that is closed keeps its state. */
#define BY_EVENTS \
    "select d.agency_id, date_format(e.at, '%Y-%m') month," \
    " sum(e.to_state not in (" BEFORE ") and ifnull(e.from_state in (" BEFORE "), true)) received_by_events," \
    " 0 received," \
    " sum(if(e.type = 'closed', 1, (e.to_state in (" RESOLVED ")) - ifnull(e.from_state in (" RESOLVED "), false)))" \
    " resolved_by_events, 0 resolved from event e join dossier d on d.id = e.dossier_id" \
    " where d.received_at is not null and (e.to_state is not null or e.type = 'closed') group by 1, 2"

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
    {"dossier numbers are without gaps", .ask = integrity_dossier_numbers},
    {"register numbers of results are without gaps", .ask = integrity_result_numbers},
    {"register numbers of joint handling are without gaps", .ask = integrity_branch_numbers},
    {"due times are what their rows say", .ask = integrity_due_times},
    {"what history received and resolved by agency and month is what the dossiers say",
     "select concat(a.code, ' ', x.month, ': received ', sum(x.received_by_events), '/', sum(x.received),"
     " ', resolved ', sum(x.resolved_by_events), '/', sum(x.resolved)) from (" BY_EVENTS " union all"
     " select agency_id, date_format(received_at, '%Y-%m'), 0, count(*), 0, 0 from dossier"
     " where received_at is not null group by 1, 2 union all"
     " select agency_id, date_format(ifnull(decided_at, closed_at), '%Y-%m'), 0, 0, 0, count(*) from dossier"
     " where received_at is not null and ifnull(decided_at, closed_at) is not null group by 1, 2"
     ") x join agency a on a.id = x.agency_id group by a.code, x.month"
     " having sum(x.received_by_events) <> sum(x.received) or sum(x.resolved_by_events) <> sum(x.resolved)"},
    {"opening + received = resolved + pending for each agency",
     "select concat(a.code, ': received ', sum(x.received_by_events), ', resolved ', sum(x.resolved_by_events),"
     " ', pending ', sum(x.pending)) from (select e.agency_id, e.received_by_events, e.resolved_by_events, 0 pending"
     " from (" BY_EVENTS ") e union all select agency_id, 0, 0, count(*) from dossier"
     " where state in (" PENDING ") and closed_at is null group by 1) x join agency a on a.id = x.agency_id"
     " group by a.code having sum(x.received_by_events) <> sum(x.resolved_by_events) + sum(x.pending)"},
    {"a dossier that is decided has its result, and the outcome is the state",
     "select d.id from dossier d left join result r on r.dossier_id = d.id where d.state in ('approved','refused',"
     "'ready','returned') and (r.dossier_id is null or (d.state in ('approved','refused') and r.outcome <> d.state))"},
    {"open work belongs to an open branch of an open dossier",
     "select t.id from task t join branch b on b.id = t.branch_id join dossier d on d.id = b.dossier_id"
     " where t.closed_at is null and (b.closed_at is not null or d.closed_at is not null)"},
    {"a closed dossier has no open branch",
     "select b.id from branch b join dossier d on d.id = b.dossier_id"
     " where d.closed_at is not null and b.closed_at is null"},
    {"every name can be searched by its words",
     "select p.dossier_id from party p where p.name regexp '[a-zA-Z0-9]' and not exists"
     " (select 1 from party_word w where w.dossier_id = p.dossier_id and w.role = p.role)"},
    {"open tasks are listed where their step says",
     "select t.id from task t join branch b on b.id = t.branch_id join dossier d on d.id = b.dossier_id"
     " join wf_step s on s.id = t.step_id where t.closed_at is null"
     " and t.desk_id <> if(s.place = 'counter', d.agency_id, t.unit_id)"},
    {"a dossier that waits or is stopped has a clock that stands",
     "select d.id from dossier d join clock c on c.dossier_id = d.id and c.branch_id is null"
     " and c.task_id is null left join clock_pause z on z.open_key = c.id where d.closed_at is null"
     " and (d.state in ('waiting_citizen','waiting_fee','stopped')) <> (z.id is not null)"},
    {"an open main branch has one open task",
     "select b.dossier_id from branch b left join task t on t.open_key = b.id"
     " where b.kind = 'main' and (b.closed_at is null) <> (t.id is not null)"},
    {"no message that was tried waits longer than an hour", .ask = integrity_messages},
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
    {"the audit found no file of the store missing or damaged",
     "select id from file where damaged_at is not null and deleted_at is null"},
    {"a replaced file has its newer version, and that one alone replaces it",
     "select x.id from dossier_file x left join dossier_file y on y.replaces_id = x.id"
     " where (x.replaced_at is null) <> (y.id is null) or y.dossier_id <> x.dossier_id"
     " or y.version <> x.version + 1"},
    {"tickets of a group are numbered without gaps every day",
     "select concat(g.letter, ' ', t.service_date, ' in ', h.code) from (select letter_group_id, service_date,"
     " count(*) n, min(number) low, max(number) high from ticket where lease_id is null group by 1, 2) t"
     " join service_group g on g.id = t.letter_group_id join hall h on h.id = g.hall_id"
     " left join sequence s on s.scope = concat('ticket:', g.id)"
     " and s.period = substr(replace(t.service_date, '-', ''), 3)"
     " where t.n <> t.high - t.low + 1 or ifnull(s.n, 0) <> t.high"},
    {"numbers lent to a dispenser were given out in order",
     "select l.id from number_lease l left join ticket t on t.lease_id = l.id group by l.id"
     " having count(t.id) <> ifnull(max(l.used_to) - min(l.first_number) + 1, 0)"
     " or max(t.number) <> max(l.used_to)"},
    {"the last event of a ticket says its state, the first that it was given out",
     "select t.id from ticket t left join (select ticket_id, min(id) first, max(id) last from ticket_event"
     " group by 1) x on x.ticket_id = t.id left join ticket_event f on f.id = x.first"
     " left join ticket_event e on e.id = x.last"
     " where not (f.kind <=> 'issued' and e.to_state <=> t.state)"},
    {"a closed day of a hall has no ticket that waits",
     "select t.id from hall_day d join ticket t on t.hall_id = d.hall_id and t.service_date = d.service_date"
     " where t.state in ('waiting','called','serving','parked')"},
    {"a closed day of a hall counts its tickets and those that were left over",
     "select concat(h.code, ' ', d.service_date, ': tickets ', max(d.tickets), '/', count(t.id), ', left over ',"
     " max(d.left_over), '/', ifnull(sum(t.state = 'closed'), 0)) from hall_day d join hall h on h.id = d.hall_id"
     " left join ticket t on t.hall_id = d.hall_id and t.service_date = d.service_date"
     " group by d.hall_id, d.service_date having max(d.tickets) <> count(t.id)"
     " or max(d.left_over) <> ifnull(sum(t.state = 'closed'), 0)"},
    {"a slot has as many appointments as it counts",
     "select s.id from appointment_slot s left join appointment a on a.slot_id = s.id and a.state <> 'cancelled'"
     " group by s.id having count(a.id) <> max(s.taken)"},
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

void integrity_note(struct integrity_finding *finding, const char *first)
{
    if (finding->count++ == 0)
        finding->first = first;
}

static bool exception_row(void *context, const struct db_row *row)
{
    struct counting *counting = context;
    integrity_note(counting->finding, counting->finding->count ? "" : arena_copy(counting->arena, row->text[0]));
    return true;
}

enum db_result integrity_ask(struct db *db, struct arena *arena, const struct integrity_rule *rule,
                             struct integrity_finding *finding)
{
    *finding = (struct integrity_finding){.first = ""};
    if (rule->ask)
        return rule->ask(db, arena, finding);
    struct counting counting = {arena, finding};
    return db_each(db, rule->sql, DB_ARGS(), exception_row, &counting) == DB_FAIL ? DB_FAIL : DB_OK;
}
