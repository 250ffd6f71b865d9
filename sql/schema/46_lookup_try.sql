-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Wrong second facts, counted.
create table lookup_try (
  number_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of try:NUMBER_KEY, for existing and for invented numbers alike.',
  hour datetime not null
    comment 'The full hour of the tries.',
  tries smallint unsigned not null default 0
    comment 'Wrong answers in this hour; after five nobody is answered until the next hour.',
  primary key (number_hash, hour),
  key lookup_try_hour (hour)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Failed second-fact checks by dossier number and hour; removed after a day.';
