-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- An application form, under which its revisions hang.
create table form (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  code varchar(60) collate utf8mb4_bin not null
    comment 'Short name, for example to-khai-dang-ky-khai-sinh.',
  name varchar(300) not null
    comment 'Name of the form.',
  name_en varchar(300) not null default ''
    comment 'English name.',
  primary key (id),
  unique key form_code (code)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Application forms. What they ask is in their revisions.';
