-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The narrow windows of the public and kiosk programs. They run with the owner's rights, so that those accounts need no right to the tables behind
-- them. None shows a name, an identity number, a telephone number, an address, an officer or an internal note; a unit is the most that is told.

create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_setting as
select s.name, s.value
from setting s
where s.is_public;

-- Status of a dossier: asked by lookup_hash, or by dossier_id after second_fact_ok().
create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_dossier as
select d.id as dossier_id, d.lookup_hash, d.lookup_expires_at, d.number, d.state, d.state_at, d.channel, d.deliver_by,
  p.code as procedure_code, r.name as procedure_name, r.name_en as procedure_name_en,
  a.id as agency_id, a.code as agency_code, a.name as agency_name, a.name_en as agency_name_en,
  c.id as counter_id, c.code as counter_code, c.name as counter_name, c.name_en as counter_name_en,
  c.address as counter_address, c.phone as counter_phone,
  d.submitted_at, d.received_at, d.clock_from, d.term_value, d.term_unit, d.due_rule, d.due_at, d.first_due_at,
  d.apologised_at, d.decided_at, d.ready_at, d.returned_at, d.closed_at,
  t.outcome, t.title as result_title, t.public_reason, t.returned_via
from dossier d
join `procedure` p on p.id = d.procedure_id
join procedure_rev r on r.id = d.rev_id
join agency a on a.id = d.agency_id
join agency c on c.id = d.counter_agency_id
left join result t on t.dossier_id = d.id
where d.state <> 'draft';

create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_event as
select e.dossier_id, e.seq, e.at, e.type, e.branch_id, e.from_state, e.to_state, e.public_note,
  u.code as unit_code, u.name as unit_name, u.name_en as unit_name_en
from event e
left join agency u on u.id = e.unit_id
where e.is_public;

-- Who works on it now and who did; step and unit are those of the open task.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_branch as
select b.dossier_id, b.id as branch_id, b.parent_id, b.kind, b.title, b.title_en, b.state, b.outcome,
  a.code as agency_code, a.name as agency_name, a.name_en as agency_name_en,
  b.opened_at, b.due_at, b.closed_at,
  s.public_name as step_name, s.public_name_en as step_name_en, k.opened_at as step_since, k.due_at as step_due_at,
  u.name as unit_name, u.name_en as unit_name_en
from branch b
join agency a on a.id = b.agency_id
left join task k on k.open_key = b.id
left join wf_step s on s.id = k.step_id
left join agency u on u.id = k.unit_id;

-- The steps a dossier has gone through.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_task as
select b.dossier_id, k.branch_id, k.id as task_id, s.code as step_code, s.public_name as step_name, s.public_name_en as step_name_en,
  u.name as unit_name, u.name_en as unit_name_en, k.opened_at, k.due_at, k.closed_at
from task k
join branch b on b.id = k.branch_id
join wf_step s on s.id = k.step_id
join agency u on u.id = k.unit_id;

-- When the clock of the whole dossier stood.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_pause as
select c.dossier_id, z.id as pause_id, z.from_at, z.to_at, z.reason, z.is_restart, z.public_note
from clock_pause z
join clock c on c.id = z.clock_id
where c.branch_id is null and c.task_id is null;

create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_supplement as
select s.dossier_id, s.id as supplement_id, s.round, s.asked_at, s.answer_by, s.reason, s.answered_at, s.accepted_at,
  u.name as unit_name, u.name_en as unit_name_en, u.phone as unit_phone
from supplement s
join agency u on u.id = s.unit_id;

create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_supplement_item as
select s.dossier_id, i.supplement_id, i.position, i.component_name, i.what, i.done_at
from supplement_item i
join supplement s on s.id = i.supplement_id;

create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_fee as
select f.dossier_id, f.position, f.kind, f.name, f.amount, f.waived_amount, f.asked_at, f.pay_by, f.paid_at
from fee f;

-- What was released of the result: no name, for names of files may name people. The hash is its place in the store.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_result_file as
select x.dossier_id, x.id as file_id, f.type, f.size, f.sha256, x.released_at
from dossier_file x
join file f on f.id = x.file_id
where x.kind = 'result' and x.released_at is not null and x.replaced_at is null and x.removed_at is null
  and f.scan_state = 'clean' and f.damaged_at is null and f.deleted_at is null;

-- Who looked at a dossier: day, unit and purpose, never the officer. Shown only after second_fact_ok().
create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_access as
select l.dossier_id, date(l.at) as seen_on, l.purpose, u.name as unit_name, u.name_en as unit_name_en
from access_log l
join agency u on u.id = l.unit_id;

-- Who and what is rated: whoever holds the address of a ticket or of a dossier sees the name and the title of the officer who served, as on the plate
-- at the counter, and nothing of the person who came.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view rated_ticket as
select t.id as ticket_id, t.hall_id, t.counter_id, t.service_date, t.state, t.served_at, t.ended_at, t.group_id,
  s.user_id as officer_id, s.opened_at as session_at, u.agency_id as officer_unit_id, ifnull(d.agency_id, h.agency_id) as agency_id, d.procedure_id
from ticket t
join hall h on h.id = t.hall_id
left join counter_session s on s.id = t.session_id
left join user u on u.id = s.user_id
left join dossier d on d.id = t.dossier_id;

create or replace definer = 'motcua-owner'@'localhost' sql security definer view rated_act as
select e.dossier_id, e.type as act, e.at, e.actor_id as officer_id, u.agency_id as officer_unit_id, d.agency_id, d.procedure_id,
  d.channel as received_via, r.returned_via
from event e
join dossier d on d.id = e.dossier_id
left join user u on u.id = e.actor_id
left join result r on r.dossier_id = e.dossier_id
where e.type in ('received', 'returned', 'sent_by_post');

create or replace definer = 'motcua-owner'@'localhost' sql security definer view rated_officer as
select u.id as officer_id, u.name, u.title, a.name as unit_name, a.name_en as unit_name_en
from user u
join agency a on a.id = u.agency_id;

-- Who sits at a counter now, for the tablet that stands there.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view rated_counter as
select s.counter_id, s.user_id as officer_id, s.opened_at
from counter_session s
where s.open_counter is not null;

-- Help that visitors call for from a device: written and read by the kiosks; an officer's alarm is not seen here.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view device_call as
select c.id, c.hall_id, c.device_id, c.at, c.lapses_at, c.accepted_at, c.ended_at
from panic_call c
where c.device_id is not null
with check option;

-- A petition for whoever has its code, and those that were published.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view followed_case as
select c.id as case_id, c.code_hash, c.subject, c.words, c.received_at, c.due_at, c.state, c.outcome, c.answer, c.answered_at, c.closed_at,
  a.name as agency_name, a.name_en as agency_name_en
from feedback_case c
left join agency a on a.id = c.agency_id
where c.code_hash is not null;

create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_case as
select c.id as case_id, c.subject, c.public_words, date(c.received_at) as received_on, c.answer, date(c.answered_at) as answered_on, c.outcome,
  a.name as agency_name, a.name_en as agency_name_en
from feedback_case c
left join agency a on a.id = c.agency_id
where c.is_published;

-- How satisfied people were with an agency in a month, where at least ten voted.
create or replace definer = 'motcua-owner'@'localhost' sql security definer view public_satisfaction as
select r.agency_id, extract(year_month from r.quarter) as month, count(*) as votes, sum(r.score >= 4) as satisfied
from rating r
group by r.agency_id, extract(year_month from r.quarter)
having count(*) >= 10;
