-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The work of one person or unit on a branch.
create table task (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  branch_id bigint unsigned not null
    comment 'Branch.',
  step_id int unsigned null
    comment 'Step of the workflow; NULL for an opinion asked for beside it.',
  unit_id int unsigned not null
    comment 'Agency or unit that has the work.',
  assignee_id int unsigned null
    comment 'Person who has it; NULL while nobody has taken it.',
  opened_at datetime not null
    comment 'When it began.',
  due_at datetime null
    comment 'Due time of this step.',
  closed_at datetime null
    comment 'When it was done; NULL while open.',
  closed_by_seq int unsigned null
    comment 'Number of the event that closed it.',
  open_key bigint unsigned as (if(closed_at is null, branch_id, null)) virtual
    comment 'The branch while the task is open: a branch has at most one open task.',
  primary key (id),
  unique key task_open (open_key),
  key task_branch (branch_id, opened_at),
  key task_assignee (assignee_id, closed_at, due_at),
  key task_unit (unit_id, closed_at, due_at),
  constraint task_branch_fk foreign key (branch_id) references branch (id),
  constraint task_step_fk foreign key (step_id) references wf_step (id),
  constraint task_unit_fk foreign key (unit_id) references agency (id),
  constraint task_assignee_fk foreign key (assignee_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Tasks: a step of the workflow, given to a unit and a person.';
