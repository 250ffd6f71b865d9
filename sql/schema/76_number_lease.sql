-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Blocks of numbers lent to dispensers for when the server is away.
create table number_lease (
  id int unsigned not null auto_increment
    comment 'Key.',
  device_id int unsigned not null
    comment 'Dispenser.',
  group_id int unsigned not null
    comment 'Group the numbers are of.',
  service_date date not null
    comment 'Day they hold.',
  first_number smallint unsigned not null
    comment 'First number of the block.',
  last_number smallint unsigned not null
    comment 'Last number of the block.',
  used_to smallint unsigned null
    comment 'Last number the dispenser reported as given out; NULL: none. Numbers of a block are given out in order.',
  lent_at datetime not null
    comment 'When it was lent.',
  reported_at datetime null
    comment 'When the dispenser last reported.',
  primary key (id),
  unique key number_lease_block (group_id, service_date, first_number),
  unique key number_lease_device (device_id, group_id, service_date, first_number),
  constraint number_lease_device_fk foreign key (device_id) references device (id),
  constraint number_lease_group_fk foreign key (group_id) references service_group (id),
  constraint number_lease_order check (first_number <= last_number and (used_to is null or used_to between first_number and last_number))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Leased numbers: never in two hands, never given out by the server.';
