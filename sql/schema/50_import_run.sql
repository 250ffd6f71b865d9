-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Imports into the catalogue.
create table import_run (
  id int unsigned not null auto_increment
    comment 'Key; shown in reports.',
  kind enum('national','procedures','sample') not null
    comment 'Format of the file.',
  file_name varchar(250) not null
    comment 'Name of the file, without its folder.',
  sha256 binary(32) not null
    comment 'Digest of the file.',
  started_at datetime not null
    comment 'When it began.',
  finished_at datetime null
    comment 'When it was committed.',
  line_count int unsigned not null default 0
    comment 'Lines read.',
  added_count int unsigned not null default 0
    comment 'Procedures that are new.',
  updated_count int unsigned not null default 0
    comment 'Procedures that got a new edition.',
  same_count int unsigned not null default 0
    comment 'Procedures already so.',
  cleaned_count int unsigned not null default 0
    comment 'Lines whose text had to be cleaned.',
  refused_count int unsigned not null default 0
    comment 'Lines refused.',
  run_by varchar(60) collate utf8mb4_bin not null default ''
    comment 'Login or system user who ran it.',
  primary key (id),
  key import_run_at (started_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='One row for each import that was committed; an import happens as a whole or not at all.';
