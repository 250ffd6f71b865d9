-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What happened to tickets; only added to.
create table ticket_event (
  id bigint unsigned not null auto_increment
    comment 'Key; order of events, and the number live screens know them by.',
  ticket_id bigint unsigned not null
    comment 'Ticket.',
  hall_id int unsigned not null
    comment 'Hall.',
  at datetime not null
    comment 'When; for tickets of a lease when the dispenser says it was.',
  kind enum('issued','called','recalled','arrived','done','missed','requeued','parked','resumed','transferred','cancelled','closed','item','bound','printed') not null
    comment 'What. printed: again.',
  from_state enum('waiting','called','serving','parked','missed','done','cancelled','closed') null
    comment 'State before; NULL for issued.',
  to_state enum('waiting','called','serving','parked','missed','done','cancelled','closed') not null
    comment 'State after.',
  group_id int unsigned not null
    comment 'Group it is in afterwards.',
  counter_id int unsigned null
    comment 'Counter.',
  for_counter_id int unsigned null
    comment 'Of a transfer to one counter: which.',
  session_id int unsigned null
    comment 'Session of the counter.',
  user_id int unsigned null
    comment 'Officer; NULL: a device or the clock.',
  device_id int unsigned null
    comment 'Device.',
  reason enum('turn','priority','ratio','appointment','early','chosen','requeued','transfer','resumed') null
    comment 'Of a call: why this ticket. turn: the longest wait of the groups served. ratio: in turn because of hall.priority_run.',
  passed smallint unsigned not null default 0
    comment 'Of a call: how many tickets of the same group that came earlier still waited.',
  note varchar(200) not null default ''
    comment 'Why it was chosen, parked or transferred, in the words of the officer.',
  primary key (id),
  key ticket_event_ticket (ticket_id, id),
  key ticket_event_hall (hall_id, at, kind),
  key ticket_event_session (session_id, at),
  constraint ticket_event_ticket_fk foreign key (ticket_id) references ticket (id),
  constraint ticket_event_hall_fk foreign key (hall_id) references hall (id),
  constraint ticket_event_group_fk foreign key (group_id) references service_group (id),
  constraint ticket_event_counter_fk foreign key (counter_id) references counter (id),
  constraint ticket_event_session_fk foreign key (session_id) references counter_session (id),
  constraint ticket_event_user_fk foreign key (user_id) references user (id),
  constraint ticket_event_device_fk foreign key (device_id) references device (id),
  constraint ticket_event_for_counter_fk foreign key (for_counter_id) references counter (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='History of tickets; all times of the hall are sums over it.';
