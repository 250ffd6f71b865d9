-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Time budgets.
create table clock (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  branch_id bigint unsigned null
    comment 'Branch the budget is for; NULL for the whole dossier.',
  task_id bigint unsigned null
    comment 'Task the budget is for; NULL for a branch or the whole dossier.',
  budget_min int unsigned null
    comment 'Working minutes allowed; NULL for limits in calendar days, which the dossier''s term says.',
  started_at datetime not null
    comment 'When it began to run.',
  stopped_at datetime null
    comment 'When it ended; NULL while running or standing.',
  primary key (id),
  key clock_dossier (dossier_id, branch_id, task_id),
  constraint clock_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint clock_branch_fk foreign key (branch_id) references branch (id),
  constraint clock_task_fk foreign key (task_id) references task (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Clocks of dossiers, branches and tasks.';
