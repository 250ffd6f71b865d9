-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What the database itself guards: history that is only added to, editions that cannot change once published, and the second fact of the look-up.
-- Class 45000 errors carry an English sentence for the log; people never see it.

-- The one question the public program may ask about a person: do these last four digits belong to this dossier? Answers the dossier's id, or 0.
-- number_key: the dossier number with letters and digits only, upper case. last4_hash: keyed BLAKE2b-256, made by the program, of
-- last4:NUMBER_KEY:DIGITS. A wrong number and wrong digits answer alike.
delimiter //
create or replace definer = 'motcua-owner'@'localhost' function second_fact_ok(
  asked_number_key varchar(40) character set utf8mb4 collate utf8mb4_bin, last4_hash binary(32))
returns bigint unsigned
reads sql data
sql security definer
comment 'Id of the dossier if the hash fits the telephone or identity number of the applicant or submitter, else 0.'
begin
  return ifnull((
    select d.id
    from dossier d
    join party p on p.dossier_id = d.id
    where d.number_key = asked_number_key
      and (p.phone_last4_hash = last4_hash or p.identity_last4_hash = last4_hash)
    limit 1), 0);
end//
delimiter ;

-- History.

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger ticket_event_no_update
before update on ticket_event for each row
begin
  signal sqlstate '45000' set message_text = 'an event of a ticket is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger ticket_event_no_delete
before delete on ticket_event for each row
begin
  signal sqlstate '45000' set message_text = 'an event of a ticket is never deleted';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger counter_event_no_update
before update on counter_event for each row
begin
  signal sqlstate '45000' set message_text = 'an event of a counter is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger counter_event_no_delete
before delete on counter_event for each row
begin
  signal sqlstate '45000' set message_text = 'an event of a counter is never deleted';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger event_no_update
before update on event for each row
begin
  signal sqlstate '45000' set message_text = 'an event is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger event_no_delete
before delete on event for each row
begin
  signal sqlstate '45000' set message_text = 'an event is never deleted';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger audit_no_update
before update on audit for each row
begin
  signal sqlstate '45000' set message_text = 'an audit row is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger audit_no_delete
before delete on audit for each row
begin
  signal sqlstate '45000' set message_text = 'an audit row is never deleted';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger access_log_no_update
before update on access_log for each row
begin
  signal sqlstate '45000' set message_text = 'an access log row is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger seal_no_update
before update on seal for each row
begin
  signal sqlstate '45000' set message_text = 'a seal is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger seal_no_delete
before delete on seal for each row
begin
  signal sqlstate '45000' set message_text = 'a seal is never deleted';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger rating_no_update
before update on rating for each row
begin
  if old.reasons <> '' or new.id <> old.id or new.quarter <> old.quarter or not new.officer_id <=> old.officer_id or new.unit_id <> old.unit_id
    or new.agency_id <> old.agency_id or not new.procedure_id <=> old.procedure_id or not new.group_id <=> old.group_id
    or new.act <> old.act or new.channel <> old.channel or new.score <> old.score then
    signal sqlstate '45000' set message_text = 'a vote is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger rating_no_delete
before delete on rating for each row
begin
  signal sqlstate '45000' set message_text = 'a vote is never deleted';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger rating_mark_no_update
before update on rating_mark for each row
begin
  signal sqlstate '45000' set message_text = 'a used vote is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger rating_mark_no_delete
before delete on rating_mark for each row
begin
  signal sqlstate '45000' set message_text = 'a used vote is never deleted';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger feedback_event_no_update
before update on feedback_event for each row
begin
  signal sqlstate '45000' set message_text = 'an event of a case is never changed';
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger feedback_event_no_delete
before delete on feedback_event for each row
begin
  signal sqlstate '45000' set message_text = 'an event of a case is never deleted';
end//
delimiter ;

-- Where a task is listed follows from its step and its dossier.

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger task_placed
before insert on task for each row
begin
  declare counter boolean default false;
  declare role, lane varchar(12) default null;
  if new.step_id is not null then
    select s.place = 'counter', s.role,
      case when s.kind in ('wait_citizen', 'wait_fee') then 'wait' when s.kind in ('join', 'end') then 'join' when s.role = 'returner' then 'shelf' end
      into counter, role, lane from wf_step s where s.id = new.step_id;
  else
    set role = 'handler';
  end if;
  set new.role = role, new.lane = ifnull(lane, 'work'), new.desk_id = new.unit_id;
  if counter then
    set new.desk_id = (select d.agency_id from branch b join dossier d on d.id = b.dossier_id where b.id = new.branch_id);
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger task_moved
before update on task for each row
begin
  if new.unit_id <> old.unit_id and old.desk_id = old.unit_id then
    set new.desk_id = new.unit_id;
  end if;
end//
delimiter ;

-- An agency that gets a branch, or whose unit gets a task, can search the names of the dossier; the one in charge has the main branch and can anyway.
delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger branch_named
after insert on branch for each row
begin
  if new.kind <> 'main' then
    insert ignore into party_word (word, agency_id, dossier_id, role, words)
      select distinct w.word, new.agency_id, w.dossier_id, w.role, w.words from party_word w where w.dossier_id = new.dossier_id;
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' procedure task_names(of_branch bigint unsigned, of_unit int unsigned)
modifies sql data
sql security invoker
comment 'Names of the dossier for the agency a unit belongs to.'
begin
  declare of_dossier bigint unsigned default (select b.dossier_id from branch b where b.id = of_branch);
  declare body int unsigned default (select if(a.kind <> 'unit', a.id, if(p.kind <> 'unit', p.id, p.parent_id))
    from agency a left join agency p on p.id = a.parent_id where a.id = of_unit);
  if not exists (select 1 from party_word w where w.dossier_id = of_dossier and w.agency_id = body) then
    insert ignore into party_word (word, agency_id, dossier_id, role, words)
      select distinct w.word, body, w.dossier_id, w.role, w.words from party_word w where w.dossier_id = of_dossier;
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger task_named
after insert on task for each row
begin
  call task_names(new.branch_id, new.unit_id);
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger task_renamed
after update on task for each row
begin
  if new.unit_id <> old.unit_id then
    call task_names(new.branch_id, new.unit_id);
  end if;
end//
delimiter ;

-- The agency in charge changes when the procedure of a dossier is corrected: its steps at the counter and its names go along. The former one keeps the
-- names only where it has or had a branch or task.
delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger dossier_moved
after update on dossier for each row
begin
  if new.agency_id <> old.agency_id then
    update task t join branch b on b.id = t.branch_id join wf_step s on s.id = t.step_id
      set t.desk_id = new.agency_id where b.dossier_id = new.id and s.place = 'counter' and t.closed_at is null;
    insert ignore into party_word (word, agency_id, dossier_id, role, words)
      select distinct w.word, new.agency_id, w.dossier_id, w.role, w.words from party_word w where w.dossier_id = new.id;
    if not exists (select 1 from branch b where b.dossier_id = new.id and b.agency_id = old.agency_id)
      and not exists (select 1 from branch b join task t on t.branch_id = b.id join agency a on a.id = t.unit_id
        left join agency p on p.id = a.parent_id
        where b.dossier_id = new.id and if(a.kind <> 'unit', a.id, if(p.kind <> 'unit', p.id, p.parent_id)) = old.agency_id) then
      delete from party_word where dossier_id = new.id and agency_id = old.agency_id;
    end if;
  end if;
end//
delimiter ;

-- A dossier number, once given, stays.

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger dossier_number_stays
before update on dossier for each row
begin
  if old.number is not null and not (new.number <=> old.number) then
    signal sqlstate '45000' set message_text = 'a dossier number is never changed';
  end if;
  if new.lookup_hash <> old.lookup_hash then
    signal sqlstate '45000' set message_text = 'a look-up code is never changed';
  end if;
end//
delimiter ;

-- Editions: a draft may change, a published one may not.

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger procedure_rev_no_update
before update on procedure_rev for each row
begin
  if old.published_at is not null then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger procedure_rev_no_delete
before delete on procedure_rev for each row
begin
  if old.published_at is not null then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never deleted';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger form_rev_no_update
before update on form_rev for each row
begin
  if old.published_at is not null then
    signal sqlstate '45000' set message_text = 'a published form edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger form_rev_no_delete
before delete on form_rev for each row
begin
  if old.published_at is not null then
    signal sqlstate '45000' set message_text = 'a published form edition is never deleted';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger workflow_rev_no_update
before update on workflow_rev for each row
begin
  if old.published_at is not null then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger workflow_rev_no_delete
before delete on workflow_rev for each row
begin
  if old.published_at is not null then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never deleted';
  end if;
end//
delimiter ;

-- The same for what hangs under an edition.

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger component_draft_insert
before insert on component for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger component_draft_update
before update on component for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id, new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger component_draft_delete
before delete on component for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger fee_rule_draft_insert
before insert on fee_rule for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger fee_rule_draft_update
before update on fee_rule for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id, new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger fee_rule_draft_delete
before delete on fee_rule for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger legal_basis_draft_insert
before insert on legal_basis for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger legal_basis_draft_update
before update on legal_basis for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id, new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger legal_basis_draft_delete
before delete on legal_basis for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger procedure_audience_draft_insert
before insert on procedure_audience for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger procedure_audience_draft_update
before update on procedure_audience for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id, new.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger procedure_audience_draft_delete
before delete on procedure_audience for each row
begin
  if exists (select 1 from procedure_rev e where e.id in (old.rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger form_item_draft_insert
before insert on form_item for each row
begin
  if exists (select 1 from form_rev e where e.id in (new.form_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published form edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger form_item_draft_update
before update on form_item for each row
begin
  if exists (select 1 from form_rev e where e.id in (old.form_rev_id, new.form_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published form edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger form_item_draft_delete
before delete on form_item for each row
begin
  if exists (select 1 from form_rev e where e.id in (old.form_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published form edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger wf_step_draft_insert
before insert on wf_step for each row
begin
  if exists (select 1 from workflow_rev e where e.id in (new.workflow_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger wf_step_draft_update
before update on wf_step for each row
begin
  if exists (select 1 from workflow_rev e where e.id in (old.workflow_rev_id, new.workflow_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger wf_step_draft_delete
before delete on wf_step for each row
begin
  if exists (select 1 from workflow_rev e where e.id in (old.workflow_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger wf_action_draft_insert
before insert on wf_action for each row
begin
  if exists (select 1 from workflow_rev e where e.id in (new.workflow_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger wf_action_draft_update
before update on wf_action for each row
begin
  if exists (select 1 from workflow_rev e where e.id in (old.workflow_rev_id, new.workflow_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger wf_action_draft_delete
before delete on wf_action for each row
begin
  if exists (select 1 from workflow_rev e where e.id in (old.workflow_rev_id) and e.published_at is not null) then
    signal sqlstate '45000' set message_text = 'a published workflow edition is never changed';
  end if;
end//
delimiter ;

-- Questions of a survey that was opened.

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger survey_question_draft_insert
before insert on survey_question for each row
begin
  if exists (select 1 from survey s where s.id in (new.survey_id) and s.state <> 'draft') then
    signal sqlstate '45000' set message_text = 'questions of an opened survey are never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger survey_question_draft_update
before update on survey_question for each row
begin
  if exists (select 1 from survey s where s.id in (old.survey_id, new.survey_id) and s.state <> 'draft') then
    signal sqlstate '45000' set message_text = 'questions of an opened survey are never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger survey_question_draft_delete
before delete on survey_question for each row
begin
  if exists (select 1 from survey s where s.id in (old.survey_id) and s.state <> 'draft') then
    signal sqlstate '45000' set message_text = 'questions of an opened survey are never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger survey_choice_draft_insert
before insert on survey_choice for each row
begin
  if exists (select 1 from survey_question q join survey s on s.id = q.survey_id where q.id in (new.question_id) and s.state <> 'draft') then
    signal sqlstate '45000' set message_text = 'questions of an opened survey are never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger survey_choice_draft_update
before update on survey_choice for each row
begin
  if exists (select 1 from survey_question q join survey s on s.id = q.survey_id where q.id in (old.question_id, new.question_id) and s.state <> 'draft') then
    signal sqlstate '45000' set message_text = 'questions of an opened survey are never changed';
  end if;
end//
delimiter ;

delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger survey_choice_draft_delete
before delete on survey_choice for each row
begin
  if exists (select 1 from survey_question q join survey s on s.id = q.survey_id where q.id in (old.question_id) and s.state <> 'draft') then
    signal sqlstate '45000' set message_text = 'questions of an opened survey are never changed';
  end if;
end//
delimiter ;
