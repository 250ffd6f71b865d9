-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Browsers a person has signed in with.
create table known_browser (
  user_id int unsigned not null
    comment 'Who signed in.',
  token_hash binary(32) not null
    comment 'BLAKE2b-256 of the random token in the browser cookie.',
  first_at datetime not null
    comment 'First sign-in.',
  seen_at datetime not null
    comment 'Last sign-in; forgotten after 90 days.',
  primary key (user_id, token_hash),
  key known_browser_seen (seen_at),
  constraint known_browser_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Known browsers; failed sign-ins elsewhere never slow these down.';
