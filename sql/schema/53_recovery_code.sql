-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Codes for the day the telephone is gone.
create table recovery_code (
  user_id int unsigned not null
    comment 'Whose code.',
  code_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of recovery:USER:CODE; the code itself is stored nowhere.',
  created_at datetime not null
    comment 'When it was made and shown, once.',
  used_at datetime null
    comment 'When it was used instead of a one-time code; NULL while it is good.',
  primary key (user_id, code_hash),
  constraint recovery_code_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Recovery codes; making new ones removes the old ones.';
