-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A dossier: one request of one applicant.
create table dossier (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  number varchar(40) collate utf8mb4_bin null
    comment 'Dossier number (mã hồ sơ), for example H09.12-261123-0001; given at reception; alone it reveals nothing.',
  number_key varchar(40) collate utf8mb4_bin as (upper(regexp_replace(number, '[^0-9A-Za-z]', ''))) persistent
    comment 'The number with letters and digits only, upper case, as the look-up box compares it.',
  number_tail varchar(4) collate utf8mb4_bin as (right(upper(regexp_replace(number, '[^0-9A-Za-z]', '')), 4)) persistent
    comment 'Last four characters of number_key, by which people at the counter ask for it.',
  lookup_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of the sixteen digits of the look-up code; the key is outside the database.',
  lookup_sealed varbinary(80) not null
    comment 'The sixteen digits sealed (secretbox, nonce first), so that staff can print the receipt again.',
  lookup_expires_at datetime null
    comment 'When the look-up code stops working; NULL while the dossier is open.',
  procedure_id int unsigned not null
    comment 'Procedure.',
  rev_id int unsigned not null
    comment 'Edition of the procedure the dossier runs under.',
  agency_id int unsigned not null
    comment 'Agency in charge, never a generic one.',
  counter_agency_id int unsigned not null
    comment 'Body whose counter received it and returns the result.',
  channel enum('counter','online','post') not null
    comment 'How it was handed in.',
  state enum('draft','submitted','needs_fix','rejected_online','received','processing','waiting_citizen','waiting_fee','approved','refused','ready','returned','withdrawn','expired','stopped') not null
    comment 'State the citizen sees; everything finer is in branch and task.',
  state_at datetime not null
    comment 'Since when it is in this state.',
  version int unsigned not null default 1
    comment 'Raised by one with every change, so that two people cannot overwrite each other.',
  summary varchar(1000) not null default ''
    comment 'What is asked for, in the clerk''s words; may name people, never public.',
  submitted_at datetime null
    comment 'When it was sent online; NULL for the counter and the post.',
  received_at datetime null
    comment 'When it was accepted; the clock starts here.',
  clock_from datetime null
    comment 'When the clock really starts, for example the next morning after 15:00.',
  term_value smallint unsigned null
    comment 'Time limit taken over from the procedure at reception.',
  term_unit enum('working_day','day','same_day','hour') null
    comment 'Unit of the time limit at reception.',
  due_rule varchar(20) collate utf8mb4_bin not null default ''
    comment 'Counting rule the due time was computed with; never recomputed under another rule.',
  due_at datetime null
    comment 'Due time now in force.',
  first_due_at datetime null
    comment 'Due time promised at reception; statistics use it.',
  apologised_at datetime null
    comment 'When an apology with a new date was sent; such a dossier counts as late.',
  extended_due_at datetime null
    comment 'Due time set with the apology; later pauses move due_at on from here.',
  decided_at datetime null
    comment 'When it was approved or refused; this decides early, on time or late.',
  ready_at datetime null
    comment 'When the result lay at the counter.',
  returned_at datetime null
    comment 'When the result was handed over or sent.',
  closed_at datetime null
    comment 'When nothing more was to be done: returned, withdrawn, rejected, expired, or stopped for good.',
  deliver_by enum('counter','post','online') not null default 'counter'
    comment 'How the applicant wants the result.',
  copies smallint unsigned not null default 1
    comment 'Sets of papers handed in.',
  received_by int unsigned null
    comment 'Clerk who received it.',
  is_sample boolean not null default false
    comment 'True for invented dossiers of the sample province, so that they can be told apart.',
  primary key (id),
  unique key dossier_number (number),
  unique key dossier_number_key (number_key),
  key dossier_tail (number_tail),
  key dossier_tail_agency (number_tail, agency_id),
  unique key dossier_lookup (lookup_hash),
  key dossier_worklist (agency_id, state, due_at),
  key dossier_counter (counter_agency_id, state, state_at),
  key dossier_received (received_at),
  key dossier_procedure (procedure_id, received_at),
  key dossier_due (state, due_at),
  constraint dossier_procedure_fk foreign key (procedure_id) references `procedure` (id),
  constraint dossier_rev_fk foreign key (rev_id) references procedure_rev (id),
  constraint dossier_agency_fk foreign key (agency_id) references agency (id),
  constraint dossier_counter_fk foreign key (counter_agency_id) references agency (id),
  constraint dossier_received_by_fk foreign key (received_by) references user (id),
  constraint dossier_numbered check (number is not null or state in ('draft','submitted','needs_fix','rejected_online','withdrawn','expired')),
  constraint dossier_due_after check (due_at is null or received_at is null or due_at >= received_at),
  constraint dossier_term check ((term_value is null) = (term_unit is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Dossiers. Who asked is in party, what happened is in event, who works on it is in branch and task.';
