-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Messages to be sent after the commit.
create table outbox (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  channel enum('mail','sms','push') not null
    comment 'Mail, short message, or a sign to live screens.',
  recipient varchar(200) collate utf8mb4_bin not null
    comment 'Address, telephone number or channel name; personal.',
  template varchar(60) collate utf8mb4_bin not null
    comment 'Template the words are made with.',
  lang enum('vi','en') not null default 'vi'
    comment 'Language.',
  data text null
    comment 'Facts for the template as JSON.',
  dossier_id bigint unsigned null
    comment 'Dossier it is about.',
  once_key varchar(120) collate utf8mb4_bin null
    comment 'Name of the occasion, so that one message is not written twice; NULL where that may happen.',
  state enum('waiting','sending','handed','sent','failed','unknown','skipped') not null default 'waiting'
    comment 'To be sent; claimed by a process; being given away, from which on it is never tried again by itself; sent; refused for good; given away without an answer; not sent because the centre does not use the channel.',
  attempts smallint unsigned not null default 0
    comment 'Tries so far.',
  next_at datetime not null
    comment 'Not before this time.',
  created_at datetime not null default current_timestamp
    comment 'When it was written.',
  sent_at datetime null
    comment 'When it went out.',
  last_error varchar(500) not null default ''
    comment 'What went wrong last; names nobody.',
  claim binary(16) null
    comment 'Random mark of the process that sends it; NULL while nobody does.',
  claim_until datetime null
    comment 'When that process counts as dead, by the clock of the database.',
  primary key (id),
  unique key outbox_once (once_key),
  key outbox_due (state, channel, next_at),
  key outbox_created (state, created_at),
  constraint outbox_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint outbox_data check (data is null or json_valid(data)),
  constraint outbox_claim check ((state in ('sending','handed')) = (claim is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Messages, written in the transaction of what they tell, sent by motcua-jobs.';
