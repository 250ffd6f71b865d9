-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Worklists and search: where a task is listed, words of names, saved filters, batches.
alter table task
  add desk_id int unsigned not null default 0
    comment 'Agency or unit whose people see it in their worklist: of a step at the counter the agency in charge, else unit_id. Set by trigger.',
  add lane enum('work','wait','shelf','join') not null default 'work'
    comment 'Where it is listed: work to do, waiting for the citizen, result on the shelf, waiting for branches. Set by trigger.',
  add role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') null
    comment 'Role that may take it, from the step; NULL where nobody works on it. Set by trigger.',
  add order_at datetime as (if(lane + 0 in (2, 3), opened_at, ifnull(due_at, timestamp'2199-12-31 00:00:00'))) virtual
    comment 'What worklists are sorted by: due time, those without one last; what waits by its beginning.';
update task t
  join branch b on b.id = t.branch_id
  join dossier d on d.id = b.dossier_id
  left join wf_step s on s.id = t.step_id
  set t.desk_id = if(s.place = 'counter', d.agency_id, t.unit_id), t.role = s.role,
  t.lane = case when s.kind in ('wait_citizen', 'wait_fee') then 'wait' when s.kind in ('join', 'end') then 'join'
    when s.role = 'returner' then 'shelf' else 'work' end;
alter table task
  add key task_mine (assignee_id, closed_at, lane, order_at),
  add key task_desk (desk_id, closed_at, lane, order_at),
  add key task_free (desk_id, closed_at, lane, assignee_id, role, order_at),
  add key task_all (closed_at, lane, order_at),
  drop key task_assignee;

alter table dossier
  add number_tail varchar(4) collate utf8mb4_bin as (right(upper(regexp_replace(number, '[^0-9A-Za-z]', '')), 4)) persistent
    comment 'Last four characters of number_key, by which people at the counter ask for it.' after number_key,
  add key dossier_tail (number_tail),
  add key dossier_tail_agency (number_tail, agency_id);

create table party_word (
  word varchar(24) character set ascii collate ascii_bin not null
    comment 'Word of the name in small letters without marks, đ as d, as cgi/search/fold.h writes it.',
  agency_id int unsigned not null
    comment 'Agency in charge or of a branch: each searches its own; a dossier of several stands here for each.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  role enum('applicant','submitter') not null
    comment 'Whose name.',
  primary key (word, agency_id, dossier_id, role),
  key party_word_newest (word, dossier_id, role),
  key party_word_dossier (dossier_id, role),
  constraint party_word_party_fk foreign key (dossier_id, role) references party (dossier_id, role)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Words of names, written together with party; motcua names index writes those that are missing.';

create table saved_filter (
  id int unsigned not null auto_increment
    comment 'Key.',
  user_id int unsigned not null
    comment 'Whose filter.',
  name varchar(60) not null
    comment 'Name the person gave it.',
  query varchar(300) character set ascii collate ascii_bin not null
    comment 'Tab and filters as in the address of the worklist; names nobody.',
  is_default boolean not null default false
    comment 'True where the worklist opens with it.',
  created_at datetime not null
    comment 'When it was saved.',
  primary key (id),
  unique key saved_filter_name (user_id, name),
  constraint saved_filter_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Saved filters, at most twenty a person.';

create table batch (
  id bigint unsigned not null auto_increment
    comment 'Key.',
  user_id int unsigned not null
    comment 'Who did it.',
  at datetime not null
    comment 'When.',
  code varchar(60) collate utf8mb4_bin not null
    comment 'Act, as the dossier page offers it.',
  name varchar(200) not null
    comment 'Its name as the officer saw it.',
  person_id int unsigned null
    comment 'To whom, for an assignment.',
  primary key (id),
  key batch_user (user_id, at),
  constraint batch_user_fk foreign key (user_id) references user (id),
  constraint batch_person_fk foreign key (person_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Batches; what became of each dossier is in batch_item.';

create table batch_item (
  batch_id bigint unsigned not null
    comment 'Batch.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  outcome enum('done','refused','moved','wrong','unknown') not null
    comment 'Done, not allowed, somebody was faster, something is missing, or not there any more.',
  reason varchar(40) collate utf8mb4_bin not null default ''
    comment 'Why not: a key of the words for it.',
  who varchar(120) not null default ''
    comment 'Who was faster, or who has it.',
  at datetime null
    comment 'When the other one was faster.',
  primary key (batch_id, position),
  key batch_item_dossier (dossier_id),
  constraint batch_item_batch_fk foreign key (batch_id) references batch (id),
  constraint batch_item_dossier_fk foreign key (dossier_id) references dossier (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Dossiers of a batch, each with its own outcome.';
