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
  desk_id int unsigned not null default 0
    comment 'Agency or unit whose people see it in their worklist: of a step at the counter the agency in charge, else unit_id. Set by trigger.',
  lane enum('work','wait','shelf','join') not null default 'work'
    comment 'Where it is listed: work to do, waiting for the citizen, result on the shelf, waiting for branches. Set by trigger.',
  role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') null
    comment 'Role that may take it, from the step; NULL where nobody works on it. Set by trigger.',
  order_at datetime as (if(lane + 0 in (2, 3), opened_at, ifnull(due_at, timestamp'2199-12-31 00:00:00'))) virtual
    comment 'What worklists are sorted by: due time, those without one last; what waits by its beginning.',
  primary key (id),
  unique key task_open (open_key),
  key task_branch (branch_id, opened_at),
  key task_unit (unit_id, closed_at, due_at),
  key task_mine (assignee_id, closed_at, lane, order_at),
  key task_done (assignee_id, closed_at),
  key task_desk (desk_id, closed_at, lane, order_at),
  key task_free (desk_id, closed_at, lane, assignee_id, role, order_at),
  key task_all (closed_at, lane, order_at),
  constraint task_branch_fk foreign key (branch_id) references branch (id),
  constraint task_step_fk foreign key (step_id) references wf_step (id),
  constraint task_unit_fk foreign key (unit_id) references agency (id),
  constraint task_assignee_fk foreign key (assignee_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Tasks: a step of the workflow, given to a unit and a person.';
