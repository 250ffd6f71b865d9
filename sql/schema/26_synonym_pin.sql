-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Procedures put on top for a phrase.
create table synonym_pin (
  synonym_id int unsigned not null
    comment 'Phrase.',
  position smallint unsigned not null
    comment 'Order, best first, from 1.',
  procedure_code varchar(24) collate utf8mb4_bin not null
    comment 'National code; not a key, because a dictionary may be loaded before or without the procedure.',
  primary key (synonym_id, position),
  key synonym_pin_code (procedure_code),
  constraint synonym_pin_synonym_fk foreign key (synonym_id) references synonym (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Procedures recommended for a phrase.';
