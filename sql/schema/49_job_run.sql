-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Runs of background jobs.
create table job_run (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  job varchar(60) collate utf8mb4_bin not null
    comment 'Name of the job.',
  started_at datetime not null
    comment 'When it began.',
  ended_at datetime null
    comment 'When it ended; NULL while running or after a crash.',
  state enum('running','done','failed') not null default 'running'
    comment 'How it stands.',
  count int unsigned not null default 0
    comment 'Things it did.',
  note varchar(1000) not null default ''
    comment 'In words.',
  primary key (id),
  key job_run_job (job, started_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='One row for each run of a background job.';
