-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Messages are claimed by the process that sends them; history is sealed.
alter table outbox
  modify state enum('waiting','sending','handed','sent','failed','unknown','skipped') not null default 'waiting'
    comment 'To be sent; claimed by a process; being given away, from which on it is never tried again by itself; sent; refused for good; given away without an answer; not sent because the centre does not use the channel.',
  modify last_error varchar(500) not null default ''
    comment 'What went wrong last; names nobody.',
  add claim binary(16) null
    comment 'Random mark of the process that sends it; NULL while nobody does.',
  add claim_until datetime null
    comment 'When that process counts as dead, by the clock of the database.',
  drop key outbox_due,
  add key outbox_due (state, channel, next_at),
  add key outbox_created (state, created_at),
  add constraint outbox_claim check ((state in ('sending','handed')) = (claim is not null));

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

create table seal_mark (
  book enum('event','audit') not null
    comment 'Table whose rows are sealed.',
  last_id bigint unsigned not null
    comment 'Highest id there was; rows up to it are sealed once every statement that could still add one below has ended.',
  seen_at datetime not null
    comment 'When that was, by the clock of the database.',
  primary key (book)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Where the sealing job looked last: ids are given in order, but rows appear in the order of commits.';
