-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What people take tickets for, each group with its letter.
create table service_group (
  id int unsigned not null auto_increment
    comment 'Key.',
  hall_id int unsigned not null
    comment 'Hall.',
  letter char(1) character set ascii collate ascii_bin not null
    comment 'Letter of its tickets; belongs to the group, never to a counter. I and O are not used.',
  name varchar(120) not null
    comment 'Name on the screen of the dispenser, for example Hộ tịch, tư pháp.',
  name_en varchar(120) not null default ''
    comment 'English name.',
  kind enum('receive','return','other') not null default 'receive'
    comment 'receive: to file. return: to fetch a result. other: questions, payments.',
  first_number smallint unsigned not null default 1
    comment 'First ticket number of a day.',
  last_number smallint unsigned not null default 799
    comment 'Last number that is given out while the server is there.',
  lease_last smallint unsigned not null default 999
    comment 'Numbers from last_number + 1 to this one are lent to dispensers in blocks, for when the server is away.',
  daily_cap smallint unsigned null
    comment 'So many tickets a day at most; NULL: as many as there are numbers.',
  from_time time null
    comment 'Tickets from this time on, inside the hours of the hall; NULL: from opening.',
  to_time time null
    comment 'No tickets from this time on; NULL: until closing less stop_minutes.',
  minutes smallint unsigned not null default 10
    comment 'How long one service takes, as long as the history is too short to say.',
  slot_capacity smallint unsigned null
    comment 'So many appointments begin in each half hour; NULL: the group takes none.',
  position smallint unsigned not null default 100
    comment 'Order on the screen.',
  is_active boolean not null default true
    comment 'False: not offered any more.',
  primary key (id),
  unique key service_group_letter (hall_id, letter),
  constraint service_group_hall_fk foreign key (hall_id) references hall (id),
  constraint service_group_letter_range check (letter regexp '^[A-HJ-NP-Z]$'),
  constraint service_group_numbers check (first_number between 1 and last_number and last_number <= lease_last and lease_last <= 999)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Groups of services with a letter and a queue of their own.';
