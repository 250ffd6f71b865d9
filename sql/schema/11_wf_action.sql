-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The moves between steps.
create table wf_action (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  workflow_rev_id int unsigned not null
    comment 'Edition the action belongs to.',
  from_step_id int unsigned not null
    comment 'Step the action starts in.',
  to_step_id int unsigned null
    comment 'Step it leads to; NULL ends the branch.',
  code varchar(40) collate utf8mb4_bin not null
    comment 'Short name inside the step, for example approve.',
  position smallint unsigned not null default 1
    comment 'Order of the buttons.',
  name varchar(200) not null
    comment 'Words on the button.',
  name_en varchar(200) not null default ''
    comment 'English words on the button.',
  role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') null
    comment 'Role that may act; NULL means the role of the step.',
  guard varchar(1000) not null default ''
    comment 'Condition that must hold; parsed when the edition is published; empty means always.',
  effects set('number','print','request_fee','request_supplement','open_branches','release_results','approve','refuse','notify') not null default ''
    comment 'What happens besides the move.',
  primary key (id),
  unique key wf_action_code (from_step_id, code),
  key wf_action_rev (workflow_rev_id),
  constraint wf_action_rev_fk foreign key (workflow_rev_id) references workflow_rev (id),
  constraint wf_action_from_fk foreign key (from_step_id) references wf_step (id),
  constraint wf_action_to_fk foreign key (to_step_id) references wf_step (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Actions of a workflow edition: from one step to another, by a role, with a condition and effects.';
