-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The steps of a workflow edition.
create table wf_step (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  workflow_rev_id int unsigned not null
    comment 'Edition the step belongs to.',
  code varchar(40) collate utf8mb4_bin not null
    comment 'Short name inside the edition, for example appraise.',
  position smallint unsigned not null
    comment 'Order on the screen and in print.',
  name varchar(200) not null
    comment 'Name for staff, for example Thẩm định hồ sơ.',
  name_en varchar(200) not null default ''
    comment 'English name for staff.',
  public_name varchar(200) not null
    comment 'Plain words the citizen reads while the dossier is here.',
  public_name_en varchar(200) not null default ''
    comment 'The same in English.',
  kind enum('task','join','wait_citizen','wait_fee','end') not null default 'task'
    comment 'Work by a person, waiting until all branches are closed, waiting for the citizen, waiting for money, or the end.',
  place enum('counter','lead','other') not null default 'lead'
    comment 'Where the work is done: the receiving counter, the agency in charge, or the agency named in agency_id.',
  agency_id int unsigned null
    comment 'Agency that does the step when place is other; a generic agency means the one of the applicant''s place.',
  role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') null
    comment 'Role that may do the step; NULL for steps nobody works on.',
  branch enum('main','joint','opinion') not null default 'main'
    comment 'Kind of branch the step belongs to.',
  duration_min int unsigned null
    comment 'Working minutes the step may take; NULL where the clock stands or no limit is set.',
  public_state enum('received','processing','waiting_citizen','waiting_fee','approved','refused','ready','returned') not null
    comment 'State of the dossier the citizen sees while it is here.',
  primary key (id),
  unique key wf_step_code (workflow_rev_id, code),
  constraint wf_step_rev_fk foreign key (workflow_rev_id) references workflow_rev (id),
  constraint wf_step_agency_fk foreign key (agency_id) references agency (id),
  constraint wf_step_other check (place <> 'other' or agency_id is not null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Steps of a workflow edition: who works, how long, and what the citizen is told.';
