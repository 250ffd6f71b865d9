-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What is being written for the next edition of a workflow.
create table workflow_draft (
  code varchar(60) collate utf8mb4_bin not null
    comment 'Code of the workflow, which may not exist yet.',
  body mediumtext not null
    comment 'The edition as it was typed (format of workflows.json), right or wrong.',
  version int unsigned not null default 1
    comment 'Raised by each saving, so that two people do not write over each other.',
  saved_at datetime not null
    comment 'When it was saved last.',
  saved_by int unsigned null
    comment 'Who saved it last; NULL for an import.',
  primary key (code),
  constraint workflow_draft_by_fk foreign key (saved_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Drafts of workflow editions, one a workflow. Publishing makes it a workflow_rev and takes it away.';
