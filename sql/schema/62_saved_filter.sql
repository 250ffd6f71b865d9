-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Filters of the worklist a person keeps.
create table saved_filter (
  id int unsigned not null auto_increment
    comment 'Key.',
  user_id int unsigned not null
    comment 'Whose filter.',
  name varchar(60) not null
    comment 'Name the person gave it.',
  query varchar(300) character set ascii collate ascii_bin not null
    comment 'Tab and filters as in the address of the worklist; names nobody.',
  is_default boolean not null default false
    comment 'True where the worklist opens with it.',
  created_at datetime not null
    comment 'When it was saved.',
  primary key (id),
  unique key saved_filter_name (user_id, name),
  constraint saved_filter_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Saved filters, at most twenty a person.';
