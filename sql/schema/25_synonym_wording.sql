-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What the official language calls it.
create table synonym_wording (
  synonym_id int unsigned not null
    comment 'Phrase.',
  position smallint unsigned not null
    comment 'Order, best first, from 1.',
  wording varchar(300) not null
    comment 'Official wording searched for in place of the phrase.',
  primary key (synonym_id, position),
  constraint synonym_wording_synonym_fk foreign key (synonym_id) references synonym (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Official wordings of a phrase.';
