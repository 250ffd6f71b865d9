-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Situations in life that lead to procedures.
create table life_event (
  id smallint unsigned not null auto_increment
    comment 'Key; never shown.',
  slug varchar(60) collate utf8mb4_bin not null
    comment 'Part of the address, for example sinh-con.',
  position smallint unsigned not null
    comment 'Order on the page.',
  icon varchar(40) collate utf8mb4_bin not null default ''
    comment 'Name of the drawing that stands for it.',
  title varchar(200) not null
    comment 'Title in plain words.',
  title_en varchar(200) not null
    comment 'The same in English.',
  intro varchar(2000) not null
    comment 'What to know first, one paragraph a line.',
  intro_en varchar(2000) not null
    comment 'The same in English.',
  primary key (id),
  unique key life_event_slug (slug)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Life events, for example the birth of a child.';
