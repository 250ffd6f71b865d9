-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What became of each dossier of a batch.
create table batch_item (
  batch_id bigint unsigned not null
    comment 'Batch.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  outcome enum('done','refused','moved','wrong','unknown') not null
    comment 'Done, not allowed, somebody was faster, something is missing, or not there any more.',
  reason varchar(40) collate utf8mb4_bin not null default ''
    comment 'Why not: a key of the words for it.',
  who varchar(120) not null default ''
    comment 'Who was faster, or who has it.',
  at datetime null
    comment 'When the other one was faster.',
  primary key (batch_id, position),
  key batch_item_dossier (dossier_id),
  constraint batch_item_batch_fk foreign key (batch_id) references batch (id),
  constraint batch_item_dossier_fk foreign key (dossier_id) references dossier (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Dossiers of a batch, each with its own outcome.';
