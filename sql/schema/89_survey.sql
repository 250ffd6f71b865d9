-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Surveys of satisfaction, one for each period.
create table survey (
  id int unsigned not null auto_increment
    comment 'Key.',
  code varchar(30) character set ascii collate ascii_bin not null
    comment 'Short name in addresses, for example 2026-quy-4.',
  title varchar(200) not null
    comment 'Title over the form.',
  title_en varchar(200) not null default ''
    comment 'English title.',
  intro varchar(1000) not null default ''
    comment 'What it is for, above the questions.',
  intro_en varchar(1000) not null default ''
    comment 'The same in English.',
  from_date date not null
    comment 'First day it can be answered.',
  to_date date not null
    comment 'Last day.',
  state enum('draft','open','closed') not null default 'draft'
    comment 'draft: questions can be changed. open: answered within its days. closed: over.',
  version int unsigned not null default 1
    comment 'Counts changes, so that two people cannot overwrite each other.',
  created_at datetime not null
    comment 'When it was begun.',
  created_by int unsigned null
    comment 'Who began it; NULL: the sample.',
  primary key (id),
  unique key survey_code (code),
  key survey_open (state, from_date, to_date),
  constraint survey_created_fk foreign key (created_by) references user (id),
  constraint survey_days check (to_date >= from_date),
  constraint survey_code_form check (code regexp '^[a-z0-9][a-z0-9-]{0,29}$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Surveys.';
