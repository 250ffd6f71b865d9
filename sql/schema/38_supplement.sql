-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A request to complete the papers.
create table supplement (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  round tinyint unsigned not null
    comment 'First, second … request.',
  unit_id int unsigned not null
    comment 'Unit that asked.',
  asked_by int unsigned null
    comment 'Officer who asked.',
  asked_at datetime not null
    comment 'When it was asked.',
  answer_by date null
    comment 'Last day to answer; NULL where no day was set.',
  reason varchar(1000) not null default ''
    comment 'Reason in words the citizen reads; names nobody.',
  answered_at datetime null
    comment 'When the citizen answered.',
  accepted_at datetime null
    comment 'When the answer was found complete and the clock went on.',
  primary key (id),
  unique key supplement_round (dossier_id, round),
  constraint supplement_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint supplement_unit_fk foreign key (unit_id) references agency (id),
  constraint supplement_by_fk foreign key (asked_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Requests for supplements; the clock stands while one is open.';
