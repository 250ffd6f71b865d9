-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Numbers people wait with.
create table ticket (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  hall_id int unsigned not null
    comment 'Hall.',
  service_date date not null
    comment 'Local day, set once when it is given out.',
  letter_group_id int unsigned not null
    comment 'Group whose letter and number it carries; never changes.',
  number smallint unsigned not null
    comment 'Number of the day in that group.',
  group_id int unsigned not null
    comment 'Group in whose queue it is now; another one after a transfer.',
  class enum('ordinary','elderly','pregnant','disabled','small_child','merit','appointment') not null default 'ordinary'
    comment 'Why it may go before others.',
  is_ahead boolean as (class <> 'ordinary') persistent
    comment 'Goes before ordinary ones, within hall.priority_run.',
  rank_at datetime not null
    comment 'Order in the queue: arrival; of an appointment the booked time if that is later; later still for who was missed and came back.',
  arrival_at datetime not null
    comment 'When the person came; a transfer keeps it.',
  state enum('waiting','called','serving','parked','missed','done','cancelled','closed') not null default 'waiting'
    comment 'called: not there yet. parked: waits for something and holds no counter. missed: did not come. closed: left over at the end of the day.',
  counter_id int unsigned null
    comment 'Counter that called or serves or parked it; NULL while it waits.',
  session_id int unsigned null
    comment 'Session of that counter.',
  for_counter_id int unsigned null
    comment 'Counter it was transferred to and alone may call it, until that one closes; NULL: any that serves its group.',
  version int unsigned not null default 1
    comment 'Counts changes; compared in every one.',
  calls tinyint unsigned not null default 0
    comment 'How often it was called out.',
  is_requeued boolean not null default false
    comment 'Came back after it was missed; happens once.',
  dossier_id bigint unsigned null
    comment 'Dossier received or returned with it.',
  channel enum('dispenser','kiosk','staff','web') not null
    comment 'Where it was taken.',
  device_id int unsigned null
    comment 'Device that gave it out.',
  lease_id int unsigned null
    comment 'Block its number is of when it was given out without the server.',
  appointment_id bigint unsigned null
    comment 'Appointment it came from.',
  ahead_then smallint unsigned not null default 0
    comment 'How many waited before it when it was given out.',
  wait_then_50 smallint unsigned null
    comment 'Minutes of waiting it was told: half wait less; NULL: nobody could say.',
  wait_then_90 smallint unsigned null
    comment 'Minutes nine of ten wait less than; NULL: nobody could say.',
  called_at datetime null
    comment 'When it was last called first (not recalled).',
  served_at datetime null
    comment 'When the person came to the counter.',
  ended_at datetime null
    comment 'When it ended.',
  is_exact boolean not null default true
    comment 'False where the day was closed over it, so that its times say nothing.',
  busy_counter int unsigned as (if(state in ('called', 'serving'), counter_id, null)) persistent
    comment 'A counter has one person before it.',
  primary key (id),
  unique key ticket_number (letter_group_id, service_date, number),
  unique key ticket_busy (busy_counter),
  unique key ticket_appointment (appointment_id),
  key ticket_queue (group_id, service_date, state, is_ahead, rank_at, id),
  key ticket_hall (hall_id, service_date, state),
  key ticket_dossier (dossier_id),
  key ticket_session (session_id, state),
  key ticket_for_counter (for_counter_id, service_date, state),
  constraint ticket_hall_fk foreign key (hall_id) references hall (id),
  constraint ticket_letter_fk foreign key (letter_group_id) references service_group (id),
  constraint ticket_group_fk foreign key (group_id) references service_group (id),
  constraint ticket_counter_fk foreign key (counter_id) references counter (id),
  constraint ticket_session_fk foreign key (session_id) references counter_session (id),
  constraint ticket_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint ticket_device_fk foreign key (device_id) references device (id),
  constraint ticket_lease_fk foreign key (lease_id) references number_lease (id),
  constraint ticket_appointment_fk foreign key (appointment_id) references appointment (id),
  constraint ticket_for_counter_fk foreign key (for_counter_id) references counter (id),
  constraint ticket_counter_state check ((state in ('called', 'serving', 'parked')) <= (counter_id is not null)),
  constraint ticket_class_appointment check (appointment_id is null or class = 'appointment'),
  constraint ticket_for_counter_state check (for_counter_id is null or state in ('waiting', 'cancelled', 'closed'))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Tickets; who holds one is not known.';
