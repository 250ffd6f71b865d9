-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Calls for help from a counter.
create table panic_call (
  id int unsigned not null auto_increment
    comment 'Key.',
  hall_id int unsigned not null
    comment 'Hall.',
  counter_id int unsigned null
    comment 'Counter; NULL where the person sat at none.',
  user_id int unsigned not null
    comment 'Who called.',
  at datetime not null
    comment 'When.',
  ended_at datetime null
    comment 'When somebody said that help is there.',
  ended_by int unsigned null
    comment 'Who said so.',
  primary key (id),
  key panic_call_open (hall_id, ended_at),
  constraint panic_call_hall_fk foreign key (hall_id) references hall (id),
  constraint panic_call_counter_fk foreign key (counter_id) references counter (id),
  constraint panic_call_user_fk foreign key (user_id) references user (id),
  constraint panic_call_ended_fk foreign key (ended_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Panic button.';
