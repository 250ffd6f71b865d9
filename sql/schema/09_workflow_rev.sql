-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- One edition of a workflow; unchangeable once published.
create table workflow_rev (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  workflow_id int unsigned not null
    comment 'Workflow this is an edition of.',
  rev_no smallint unsigned not null
    comment 'Number of the edition, from 1.',
  note varchar(500) not null default ''
    comment 'Why this edition was made.',
  published_at datetime null
    comment 'When it was published; NULL while a draft. From then on it cannot change.',
  published_by int unsigned null
    comment 'Who published it; NULL for imported data.',
  primary key (id),
  unique key workflow_rev_no (workflow_id, rev_no),
  constraint workflow_rev_workflow_fk foreign key (workflow_id) references workflow (id),
  constraint workflow_rev_by_fk foreign key (published_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Editions of workflows. A running dossier keeps the edition it began with.';
