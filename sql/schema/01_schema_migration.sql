-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Which migrations this database has seen.
create table schema_migration (
  number smallint unsigned not null
    comment 'Number at the front of the migration file, for example 1 for 0001_initial.sql.',
  name varchar(120) collate utf8mb4_bin not null
    comment 'File name of the migration.',
  sha256 binary(32) not null
    comment 'Digest of the file when it ran, so that an edited migration is found.',
  applied_at datetime not null default current_timestamp
    comment 'When it finished.',
  primary key (number)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='One row for each migration that has been applied, in order, once.';
