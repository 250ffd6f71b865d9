-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Times people can book.
create table appointment_slot (
  id int unsigned not null auto_increment
    comment 'Key.',
  group_id int unsigned not null
    comment 'Group.',
  day date not null
    comment 'Day.',
  from_time time not null
    comment 'Beginning.',
  to_time time not null
    comment 'End.',
  capacity smallint unsigned not null
    comment 'So many can book it.',
  taken smallint unsigned not null default 0
    comment 'So many have, less those who cancelled.',
  primary key (id),
  unique key appointment_slot_time (group_id, day, from_time),
  constraint appointment_slot_group_fk foreign key (group_id) references service_group (id),
  constraint appointment_slot_order check (to_time > from_time),
  constraint appointment_slot_full check (taken <= capacity)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Slots for appointments.';
