-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What was done to accounts, rights, settings and the catalogue; rows are only ever added.
create table audit (
  id bigint unsigned not null auto_increment
    comment 'Key; the seal goes by it.',
  at datetime not null default current_timestamp
    comment 'When.',
  user_id int unsigned null
    comment 'Who; NULL for programs and for failed sign-ins of unknown names.',
  program varchar(30) collate utf8mb4_bin not null
    comment 'Program that wrote the row.',
  type varchar(40) collate utf8mb4_bin not null
    comment 'What, for example sign_in, sign_in_failed, role_granted, procedure_published, import.',
  subject varchar(120) collate utf8mb4_bin not null default ''
    comment 'On what, for example procedure 1.001193 or user lan.nt.',
  note varchar(1000) not null default ''
    comment 'In words.',
  data text null
    comment 'Further facts as JSON; no personal data.',
  primary key (id),
  key audit_at (at),
  key audit_subject (subject, at),
  constraint audit_user_fk foreign key (user_id) references user (id),
  constraint audit_data check (data is null or json_valid(data))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Audit of everything that is not the history of a dossier.';
