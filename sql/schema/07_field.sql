-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Fields (lĩnh vực) procedures are grouped by.
create table field (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  code varchar(120) collate utf8mb4_bin not null
    comment 'Name without marks and with hyphens, for example ho-tich; part of addresses.',
  name varchar(300) not null
    comment 'Name of the field.',
  name_en varchar(300) not null default ''
    comment 'English name; empty where nobody has translated it.',
  position smallint unsigned not null default 1000
    comment 'Order in lists; equal positions sort by name.',
  primary key (id),
  unique key field_code (code),
  constraint field_code_form check (code regexp '^[a-z0-9]+(-[a-z0-9]+)*$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Fields of administration, for example Hộ tịch.';
