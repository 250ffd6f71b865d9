-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The seal of history: hashes over batches of rows, each chained to the one before; rows are only ever added.
create table seal (
  book enum('event','audit') not null
    comment 'Table whose rows are sealed.',
  n int unsigned not null
    comment 'Number in the chain of this table, from 1, without gaps.',
  last_id bigint unsigned not null
    comment 'Highest id of the batch; it begins behind the one of the seal before.',
  row_count int unsigned not null
    comment 'Rows in the batch.',
  sealed_at datetime not null
    comment 'When it was sealed, by the clock of the database.',
  hash binary(32) not null
    comment 'BLAKE2b-256 over the hash before and every row; the exact bytes are in docs/data-model.md.',
  marks mediumblob not null
    comment 'For each row its id and the first eight bytes of its own hash, to name the row that was changed.',
  primary key (book, n),
  unique key seal_last (book, last_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Seals over the rows of event and audit. No account but the owner may change one, and triggers refuse it to everyone.';
