-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The counters of a hall.
create table counter (
  id int unsigned not null auto_increment
    comment 'Key.',
  hall_id int unsigned not null
    comment 'Hall.',
  number tinyint unsigned not null
    comment 'Number over the counter, as it is called out.',
  name varchar(80) not null default ''
    comment 'What stands beside the number, for example the department; may be empty.',
  zone varchar(40) not null default ''
    comment 'Part of the hall, for boards that show only theirs; empty: none.',
  is_active boolean not null default true
    comment 'False: cannot be opened.',
  primary key (id),
  unique key counter_number (hall_id, number),
  constraint counter_hall_fk foreign key (hall_id) references hall (id),
  constraint counter_number_range check (number between 1 and 99)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Counters.';
