-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Counters for numbers without gaps.
create table sequence (
  scope varchar(60) collate utf8mb4_bin not null
    comment 'What is numbered, for example dossier:STP.',
  period varchar(10) collate utf8mb4_bin not null
    comment 'Period after which counting starts again, for example 261123 or 2026.',
  n bigint unsigned not null
    comment 'Last number given.',
  primary key (scope, period)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Last numbers given. Taken in the same transaction as the row that carries the number: insert ... values (?, ?, last_insert_id(1)) on duplicate key update n = last_insert_id(n + 1).';
