-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Who sits at a counter, from opening to closing.
create table counter_session (
  id int unsigned not null auto_increment
    comment 'Key.',
  counter_id int unsigned not null
    comment 'Counter.',
  user_id int unsigned not null
    comment 'Officer.',
  state enum('open','paused','closed') not null default 'open'
    comment 'open: calls. paused: sits there and does not call. closed: over.',
  pause_reason enum('break','meeting','papers','trouble','other') null
    comment 'Why it is paused; NULL otherwise.',
  priority_run tinyint unsigned not null default 0
    comment 'Calls of priority in a row so far; see hall.priority_run.',
  opened_at datetime not null
    comment 'Beginning.',
  changed_at datetime not null
    comment 'Since when it is in this state.',
  closed_at datetime null
    comment 'End.',
  version int unsigned not null default 1
    comment 'Counts changes; a page that shows an older one is told so.',
  open_counter int unsigned as (if(state = 'closed', null, counter_id)) persistent
    comment 'Nobody opens a counter where somebody sits.',
  open_user int unsigned as (if(state = 'closed', null, user_id)) persistent
    comment 'Nobody sits at two counters.',
  primary key (id),
  unique key counter_session_counter (open_counter),
  unique key counter_session_user (open_user),
  key counter_session_day (counter_id, opened_at),
  key counter_session_person (user_id, opened_at),
  constraint counter_session_counter_fk foreign key (counter_id) references counter (id),
  constraint counter_session_user_fk foreign key (user_id) references user (id),
  constraint counter_session_closed check ((state = 'closed') = (closed_at is not null)),
  constraint counter_session_pause check ((state = 'paused') = (pause_reason is not null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Sessions of counters.';
