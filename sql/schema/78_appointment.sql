-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Booked visits.
create table appointment (
  id bigint unsigned not null auto_increment
    comment 'Key.',
  slot_id int unsigned not null
    comment 'When.',
  service_id int unsigned not null
    comment 'What for.',
  code_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of the code on the confirmation.',
  code_sealed varchar(200) character set ascii collate ascii_bin null
    comment 'The code, sealed for messages; NULL without an address, removed with it.',
  state enum('booked','arrived','cancelled','missed') not null default 'booked'
    comment 'arrived: has a ticket.',
  email varchar(120) not null default ''
    comment 'Where the confirmation and the reminder go, if wanted; removed a day after the visit.',
  told enum('none','booked','reminded') not null default 'none'
    comment 'What has been sent to the address.',
  language char(2) character set ascii collate ascii_bin not null default 'vi'
    comment 'Language of the confirmation.',
  booked_at datetime not null
    comment 'When it was booked.',
  changed_at datetime not null
    comment 'When its state last changed.',
  primary key (id),
  unique key appointment_code (code_hash),
  key appointment_slot (slot_id, state),
  key appointment_untold (told, state, slot_id),
  constraint appointment_slot_fk foreign key (slot_id) references appointment_slot (id),
  constraint appointment_service_fk foreign key (service_id) references service (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Appointments; no names.';
