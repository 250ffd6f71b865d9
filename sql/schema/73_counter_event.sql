-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What happened at a counter; only added to.
create table counter_event (
  id bigint unsigned not null auto_increment
    comment 'Key; order of events.',
  hall_id int unsigned not null
    comment 'Hall.',
  counter_id int unsigned not null
    comment 'Counter.',
  session_id int unsigned null
    comment 'Session; NULL where nobody sat there.',
  user_id int unsigned null
    comment 'Who did it; NULL: the day was closed by the clock.',
  at datetime not null
    comment 'When.',
  kind enum('open','pause','resume','close','groups','handed_over') not null
    comment 'What.',
  detail varchar(200) not null default ''
    comment 'Reason of a pause, letters of the groups; names nobody.',
  primary key (id),
  key counter_event_hall (hall_id, at),
  key counter_event_counter (counter_id, at),
  constraint counter_event_hall_fk foreign key (hall_id) references hall (id),
  constraint counter_event_counter_fk foreign key (counter_id) references counter (id),
  constraint counter_event_session_fk foreign key (session_id) references counter_session (id),
  constraint counter_event_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='History of the counters.';
