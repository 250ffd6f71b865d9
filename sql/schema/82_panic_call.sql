-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Calls for help: alarms from a counter, and visitors at a device.
create table panic_call (
  id int unsigned not null auto_increment
    comment 'Key.',
  hall_id int unsigned not null
    comment 'Hall.',
  counter_id int unsigned null
    comment 'Counter; NULL where the person sat at none.',
  user_id int unsigned null
    comment 'Officer who called; NULL where a visitor called from a device.',
  device_id int unsigned null
    comment 'Device a visitor called from: help, no alarm.',
  at datetime not null
    comment 'When.',
  lapses_at datetime null
    comment 'Nobody need come any more after that; NULL: an alarm lasts until it is ended.',
  accepted_at datetime null
    comment 'When somebody said to be on the way.',
  accepted_by int unsigned null
    comment 'Who said so.',
  ended_at datetime null
    comment 'When somebody said that help is there.',
  ended_by int unsigned null
    comment 'Who said so; NULL where the visitor took the call back or it lapsed.',
  open_device int unsigned as (if(ended_at is null, device_id, null)) persistent
    comment 'Device of an open call: one at a time.',
  primary key (id),
  unique key panic_call_device (open_device),
  key panic_call_open (hall_id, ended_at),
  key panic_call_device_at (device_id, at),
  constraint panic_call_hall_fk foreign key (hall_id) references hall (id),
  constraint panic_call_counter_fk foreign key (counter_id) references counter (id),
  constraint panic_call_user_fk foreign key (user_id) references user (id),
  constraint panic_call_ended_fk foreign key (ended_by) references user (id),
  constraint panic_call_device_fk foreign key (device_id) references device (id),
  constraint panic_call_accepted_fk foreign key (accepted_by) references user (id),
  constraint panic_call_caller check ((user_id is null) <> (device_id is null)),
  constraint panic_call_lapses check ((lapses_at is null) = (device_id is null)),
  constraint panic_call_accepted check ((accepted_at is null) = (accepted_by is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Alarms of officers, and help that visitors ask for.';
