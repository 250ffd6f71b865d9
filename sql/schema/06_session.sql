-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Signed-in browsers.
create table session (
  id int unsigned not null auto_increment
    comment 'Number by which the person ends a session; never a secret.',
  token_hash binary(32) not null
    comment 'BLAKE2b-256 of the random token in the cookie; the token itself is stored nowhere.',
  audience enum('public','staff','kiosk') not null
    comment 'Program the session belongs to; another program does not accept it.',
  user_id int unsigned null
    comment 'Signed-in user; NULL for a session without an account.',
  csrf_secret binary(32) not null
    comment 'Secret the form tokens of this session are made with.',
  created_at datetime not null
    comment 'When the session began.',
  seen_at datetime not null
    comment 'When it was last used, to within a minute.',
  expires_at datetime not null
    comment 'When it ends at the latest.',
  ended_at datetime null
    comment 'When it was ended by sign-out or by an administrator; NULL while alive.',
  address varchar(45) collate utf8mb4_bin not null default ''
    comment 'Network address it began from.',
  agent varchar(200) not null default ''
    comment 'Browser as it named itself, cut to fit.',
  primary key (token_hash),
  unique key session_id (id),
  key session_user (user_id, ended_at),
  key session_expiry (expires_at),
  constraint session_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Sessions of staff, citizens and devices; only hashes of tokens are kept.';
