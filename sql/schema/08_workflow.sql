-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A way of handling dossiers, under which its revisions hang.
create table workflow (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  code varchar(60) collate utf8mb4_bin not null
    comment 'Short name, for example birth-joint.',
  name varchar(250) not null
    comment 'Name for staff.',
  name_en varchar(250) not null default ''
    comment 'English name.',
  is_default boolean not null default false
    comment 'True where procedures without a workflow of their own take it: of all such, the longest that keeps their time limit.',
  primary key (id),
  unique key workflow_code (code)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Workflows. What they do is in their revisions.';
