-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The agencies that work on a dossier.
create table branch (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  parent_id bigint unsigned null
    comment 'Branch that asked for this one; NULL for the main branch.',
  agency_id int unsigned not null
    comment 'Agency that works on the branch.',
  kind enum('main','joint','opinion') not null
    comment 'Agency in charge, another agency''s own part (liên thông), or an opinion.',
  title varchar(300) not null default ''
    comment 'What this agency does, in plain words for the citizen.',
  title_en varchar(300) not null default ''
    comment 'The same in English.',
  state enum('open','waiting','closed','cancelled') not null
    comment 'Being worked on, waiting, done, or no longer needed.',
  outcome enum('none','agreed','refused') not null default 'none'
    comment 'How it ended.',
  register_no varchar(40) collate utf8mb4_bin null
    comment 'Number in this agency''s own register.',
  opened_at datetime not null
    comment 'When it began.',
  due_at datetime null
    comment 'Due time of this branch.',
  closed_at datetime null
    comment 'When it was closed; NULL while open.',
  primary key (id),
  key branch_dossier (dossier_id, opened_at),
  key branch_agency (agency_id, state, due_at),
  constraint branch_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint branch_parent_fk foreign key (parent_id) references branch (id),
  constraint branch_agency_fk foreign key (agency_id) references agency (id),
  constraint branch_closed check ((state in ('closed','cancelled')) = (closed_at is not null)),
  constraint branch_main check ((kind = 'main') = (parent_id is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Branches of a dossier: one for the agency in charge and one for every other agency. Never a second dossier.';
