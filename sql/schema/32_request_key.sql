-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- One effect for each form, however often it is sent.
create table request_key (
  key_hash binary(32) not null
    comment 'BLAKE2b-256 of the form key.',
  audience enum('public','staff','kiosk') not null
    comment 'Program that answered.',
  user_id int unsigned null
    comment 'Signed-in user; NULL for the public.',
  route varchar(120) collate utf8mb4_bin not null
    comment 'Address pattern the form was sent to.',
  result_url varchar(500) collate utf8mb4_bin null
    comment 'Where the browser was sent afterwards; a repeated form is sent there again.',
  at datetime not null default current_timestamp
    comment 'When it happened.',
  primary key (key_hash),
  key request_key_at (at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Keys of forms that had their effect; inserted in the same transaction as the effect.';
