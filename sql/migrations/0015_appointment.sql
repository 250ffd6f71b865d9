-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Appointments: how many a group takes in half an hour, how far ahead, and the code for messages to who gave an address.
alter table hall
  add book_days tinyint unsigned not null default 14
    comment 'Appointments can be booked for so many days ahead; 0: none.' after wait_warn_minutes;
alter table service_group
  add slot_capacity smallint unsigned null
    comment 'So many appointments begin in each half hour; NULL: the group takes none.' after minutes;
alter table appointment
  add code_sealed varchar(200) character set ascii collate ascii_bin null
    comment 'The code, sealed for messages; NULL without an address, removed with it.' after code_hash,
  add told enum('none','booked','reminded') not null default 'none'
    comment 'What has been sent to the address.' after email,
  add key appointment_untold (told, state, slot_id),
  modify code_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of the code on the confirmation.';
