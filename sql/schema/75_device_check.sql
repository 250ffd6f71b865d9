-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What the self-test of a device found.
create table device_check (
  id bigint unsigned not null auto_increment
    comment 'Key.',
  device_id int unsigned not null
    comment 'Device.',
  at datetime not null
    comment 'When.',
  what enum('print','scan','sound','clock','touch') not null
    comment 'What was tried.',
  is_good boolean not null
    comment 'Whether it was well.',
  detail varchar(200) not null default ''
    comment 'Measured value or what the person said.',
  primary key (id),
  key device_check_device (device_id, at),
  constraint device_check_device_fk foreign key (device_id) references device (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Results of self-tests.';
