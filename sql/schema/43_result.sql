-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What came out of a dossier.
create table result (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  outcome enum('approved','refused') not null
    comment 'Granted or refused.',
  title varchar(500) not null
    comment 'What is handed over, for example Giấy khai sinh; names nobody.',
  register_no varchar(60) collate utf8mb4_bin null
    comment 'Number in the register of results; NULL until the seal clerk gave one.',
  public_reason varchar(1000) not null default ''
    comment 'Reason of a refusal in words the citizen reads; names nobody.',
  signed_by int unsigned null
    comment 'Who signed.',
  signed_at datetime null
    comment 'When it was signed.',
  shelf varchar(20) collate utf8mb4_bin not null default ''
    comment 'Where it lies at the counter.',
  ready_at datetime null
    comment 'When it lay at the counter.',
  returned_at datetime null
    comment 'When it was handed over or sent.',
  returned_via enum('counter','post','online') null
    comment 'How it was handed over.',
  returned_by int unsigned null
    comment 'Clerk who handed it over.',
  receiver varchar(250) not null default ''
    comment 'Who took it; personal.',
  tracking_no varchar(40) collate utf8mb4_bin not null default ''
    comment 'Number of the postal item.',
  receiver_role enum('applicant','submitter','other') null
    comment 'Who the receiver is; NULL where it went by post or online.',
  identity_checked boolean not null default false
    comment 'True where the receiver''s identity paper was looked at.',
  signed_for boolean not null default false
    comment 'True where the receiver signed for it.',
  primary key (dossier_id),
  constraint result_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint result_signed_fk foreign key (signed_by) references user (id),
  constraint result_returned_fk foreign key (returned_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Results of dossiers and their return.';
