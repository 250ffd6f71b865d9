-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Failed sign-ins, counted.
create table sign_in_try (
  key_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of what is limited: name and address, name and known browser, name, or address.',
  slot datetime not null
    comment 'Beginning of the quarter of an hour.',
  tries smallint unsigned not null default 0
    comment 'Failures in this quarter of an hour.',
  primary key (key_hash, slot),
  key sign_in_try_slot (slot)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Failed sign-ins for existing and invented names alike; removed after a day.';
