-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The hall: devices, queues, counters, tickets, appointments.
create table hall (
  id int unsigned not null auto_increment
    comment 'Key.',
  agency_id int unsigned not null
    comment 'Body whose hall it is: its working hours hold, and rights for it are rights for the hall.',
  code varchar(20) character set ascii collate ascii_bin not null
    comment 'Short name in addresses and on devices, for example trung-tam.',
  name varchar(150) not null
    comment 'Name on tickets and boards.',
  name_en varchar(150) not null default ''
    comment 'English name.',
  classes set('elderly','pregnant','disabled','small_child','merit') not null default 'elderly,pregnant,disabled,small_child,merit'
    comment 'Kinds of people who may ask for priority here.',
  priority_run tinyint unsigned not null default 2
    comment 'So many calls of priority in a row a counter makes at most while somebody else waits; then one in turn.',
  stop_minutes smallint unsigned not null default 15
    comment 'No tickets are given out in the last so many minutes before closing.',
  called_seconds smallint unsigned not null default 180
    comment 'After so many seconds without the person a called ticket may be counted as missed.',
  wait_warn_minutes smallint unsigned not null default 30
    comment 'A wait longer than this is shown as too long to those who run the hall.',
  is_active boolean not null default true
    comment 'False: nothing is given out or called.',
  primary key (id),
  unique key hall_code (code),
  unique key hall_agency (agency_id, code),
  constraint hall_agency_fk foreign key (agency_id) references agency (id),
  constraint hall_run check (priority_run between 1 and 20)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Halls.';

create table service_group (
  id int unsigned not null auto_increment
    comment 'Key.',
  hall_id int unsigned not null
    comment 'Hall.',
  letter char(1) character set ascii collate ascii_bin not null
    comment 'Letter of its tickets; belongs to the group, never to a counter. I and O are not used.',
  name varchar(120) not null
    comment 'Name on the screen of the dispenser, for example Hộ tịch, tư pháp.',
  name_en varchar(120) not null default ''
    comment 'English name.',
  kind enum('receive','return','other') not null default 'receive'
    comment 'receive: to file. return: to fetch a result. other: questions, payments.',
  first_number smallint unsigned not null default 1
    comment 'First ticket number of a day.',
  last_number smallint unsigned not null default 799
    comment 'Last number that is given out while the server is there.',
  lease_last smallint unsigned not null default 999
    comment 'Numbers from last_number + 1 to this one are lent to dispensers in blocks, for when the server is away.',
  daily_cap smallint unsigned null
    comment 'So many tickets a day at most; NULL: as many as there are numbers.',
  from_time time null
    comment 'Tickets from this time on, inside the hours of the hall; NULL: from opening.',
  to_time time null
    comment 'No tickets from this time on; NULL: until closing less stop_minutes.',
  minutes smallint unsigned not null default 10
    comment 'How long one service takes, as long as the history is too short to say.',
  position smallint unsigned not null default 100
    comment 'Order on the screen.',
  is_active boolean not null default true
    comment 'False: not offered any more.',
  primary key (id),
  unique key service_group_letter (hall_id, letter),
  constraint service_group_hall_fk foreign key (hall_id) references hall (id),
  constraint service_group_letter_range check (letter regexp '^[A-HJ-NP-Z]$'),
  constraint service_group_numbers check (first_number between 1 and last_number and last_number <= lease_last and lease_last <= 999)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Groups of services with a letter and a queue of their own.';

create table service (
  id int unsigned not null auto_increment
    comment 'Key.',
  group_id int unsigned not null
    comment 'Group.',
  name varchar(120) not null
    comment 'Name on the screen, for example Khai sinh, khai tử.',
  name_en varchar(120) not null default ''
    comment 'English name.',
  position smallint unsigned not null default 100
    comment 'Order on the screen.',
  is_active boolean not null default true
    comment 'False: not offered any more.',
  primary key (id),
  key service_group (group_id, position),
  constraint service_group_fk foreign key (group_id) references service_group (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='What a person comes for; several may be done in one visit.';

create table service_field (
  service_id int unsigned not null
    comment 'Service.',
  field_id int unsigned not null
    comment 'Field.',
  primary key (service_id, field_id),
  key service_field_field (field_id),
  constraint service_field_service_fk foreign key (service_id) references service (id) on delete cascade,
  constraint service_field_field_fk foreign key (field_id) references field (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='From a procedure or dossier, by its field, to the queue it is served in.';

create table counter (
  id int unsigned not null auto_increment
    comment 'Key.',
  hall_id int unsigned not null
    comment 'Hall.',
  number tinyint unsigned not null
    comment 'Number over the counter, as it is called out.',
  name varchar(80) not null default ''
    comment 'What stands beside the number, for example the department; may be empty.',
  zone varchar(40) not null default ''
    comment 'Part of the hall, for boards that show only theirs; empty: none.',
  is_active boolean not null default true
    comment 'False: cannot be opened.',
  primary key (id),
  unique key counter_number (hall_id, number),
  constraint counter_hall_fk foreign key (hall_id) references hall (id),
  constraint counter_number_range check (number between 1 and 99)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Counters.';

create table counter_group (
  counter_id int unsigned not null
    comment 'Counter.',
  group_id int unsigned not null
    comment 'Group it calls from.',
  primary key (counter_id, group_id),
  key counter_group_group (group_id),
  constraint counter_group_counter_fk foreign key (counter_id) references counter (id),
  constraint counter_group_group_fk foreign key (group_id) references service_group (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Groups a counter serves; changed while it is open, with an event.';

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

create table device (
  id int unsigned not null auto_increment
    comment 'Key.',
  kind enum('dispenser','kiosk','board','display','rating') null
    comment 'What it is; NULL until it is approved. display: over one counter.',
  state enum('asking','approved','revoked') not null default 'asking'
    comment 'asking: shows its pairing code and gets nothing else.',
  hall_id int unsigned null
    comment 'Hall it stands in; NULL until it is approved.',
  counter_id int unsigned null
    comment 'Counter it belongs to: displays and rating tablets.',
  zone varchar(40) not null default ''
    comment 'Boards: only counters of this part of the hall; empty: all.',
  name varchar(80) not null default ''
    comment 'Name for the administrator, for example Kiosk cửa chính.',
  place varchar(120) not null default ''
    comment 'Where it stands.',
  secret_hash binary(32) not null
    comment 'BLAKE2b-256 of the secret in its cookie; the secret itself is stored nowhere.',
  pairing_code char(6) character set ascii collate ascii_bin null
    comment 'Six digits on its screen while it is asking; NULL afterwards. Says nothing to anybody without the right to approve.',
  text_px tinyint unsigned not null default 0
    comment 'Size of its letters in pixels, from the distance and the screen; 0: the usual one of its kind.',
  asked_at datetime not null
    comment 'When it asked to be let in.',
  asked_from varchar(45) collate utf8mb4_bin not null default ''
    comment 'Network address it asked from.',
  approved_at datetime null
    comment 'When it was let in.',
  approved_by int unsigned null
    comment 'Who let it in.',
  ended_at datetime null
    comment 'When it was shut out.',
  ended_by int unsigned null
    comment 'Who shut it out.',
  seen_at datetime null
    comment 'When it last reported, to within half a minute.',
  version varchar(20) not null default ''
    comment 'Version of the pages it shows.',
  page varchar(60) not null default ''
    comment 'Page it shows.',
  drift_ms int null
    comment 'Its clock less ours when it last reported; NULL: never did.',
  printer enum('none','unknown','ok','paper_low','no_paper','trouble') not null default 'unknown'
    comment 'Its printer as the device or a person reported it.',
  primary key (id),
  unique key device_secret (secret_hash),
  unique key device_pairing (pairing_code),
  key device_hall (hall_id, kind, state),
  key device_asked (state, asked_at),
  constraint device_hall_fk foreign key (hall_id) references hall (id),
  constraint device_counter_fk foreign key (counter_id) references counter (id),
  constraint device_approved_fk foreign key (approved_by) references user (id),
  constraint device_ended_fk foreign key (ended_by) references user (id),
  constraint device_approved check (state <> 'approved' or (kind is not null and hall_id is not null and approved_at is not null)),
  constraint device_pairing_state check (pairing_code is null or state = 'asking')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Devices; only approved ones get anything.';

create table device_check (
  id bigint unsigned not null auto_increment
    comment 'Key.',
  device_id int unsigned not null
    comment 'Device.',
  at datetime not null
    comment 'When.',
  what enum('print','scan','sound','clock','touch') not null
    comment 'What was tried.',
  is_good boolean not null
    comment 'Whether it was well.',
  detail varchar(200) not null default ''
    comment 'Measured value or what the person said.',
  primary key (id),
  key device_check_device (device_id, at),
  constraint device_check_device_fk foreign key (device_id) references device (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Results of self-tests.';

create table number_lease (
  id int unsigned not null auto_increment
    comment 'Key.',
  device_id int unsigned not null
    comment 'Dispenser.',
  group_id int unsigned not null
    comment 'Group the numbers are of.',
  service_date date not null
    comment 'Day they hold.',
  first_number smallint unsigned not null
    comment 'First number of the block.',
  last_number smallint unsigned not null
    comment 'Last number of the block.',
  used_to smallint unsigned null
    comment 'Last number the dispenser reported as given out; NULL: none. Numbers of a block are given out in order.',
  lent_at datetime not null
    comment 'When it was lent.',
  reported_at datetime null
    comment 'When the dispenser last reported.',
  primary key (id),
  unique key number_lease_block (group_id, service_date, first_number),
  unique key number_lease_device (device_id, group_id, service_date, first_number),
  constraint number_lease_device_fk foreign key (device_id) references device (id),
  constraint number_lease_group_fk foreign key (group_id) references service_group (id),
  constraint number_lease_order check (first_number <= last_number and (used_to is null or used_to between first_number and last_number))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Leased numbers: never in two hands, never given out by the server.';

create table appointment_slot (
  id int unsigned not null auto_increment
    comment 'Key.',
  group_id int unsigned not null
    comment 'Group.',
  day date not null
    comment 'Day.',
  from_time time not null
    comment 'Beginning.',
  to_time time not null
    comment 'End.',
  capacity smallint unsigned not null
    comment 'So many can book it.',
  taken smallint unsigned not null default 0
    comment 'So many have, less those who cancelled.',
  primary key (id),
  unique key appointment_slot_time (group_id, day, from_time),
  constraint appointment_slot_group_fk foreign key (group_id) references service_group (id),
  constraint appointment_slot_order check (to_time > from_time),
  constraint appointment_slot_full check (taken <= capacity)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Slots for appointments.';

create table appointment (
  id bigint unsigned not null auto_increment
    comment 'Key.',
  slot_id int unsigned not null
    comment 'When.',
  service_id int unsigned not null
    comment 'What for.',
  code_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of the code on the confirmation; the code is stored nowhere.',
  state enum('booked','arrived','cancelled','missed') not null default 'booked'
    comment 'arrived: has a ticket.',
  email varchar(120) not null default ''
    comment 'Where the confirmation and the reminder go, if wanted; removed a day after the visit.',
  language char(2) character set ascii collate ascii_bin not null default 'vi'
    comment 'Language of the confirmation.',
  booked_at datetime not null
    comment 'When it was booked.',
  changed_at datetime not null
    comment 'When its state last changed.',
  primary key (id),
  unique key appointment_code (code_hash),
  key appointment_slot (slot_id, state),
  constraint appointment_slot_fk foreign key (slot_id) references appointment_slot (id),
  constraint appointment_service_fk foreign key (service_id) references service (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Appointments; no names.';

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
    comment 'Order in the queue: arrival; of an appointment the booked time if that is later.',
  arrival_at datetime not null
    comment 'When the person came; a transfer keeps it.',
  state enum('waiting','called','serving','parked','missed','done','cancelled','closed') not null default 'waiting'
    comment 'called: not there yet. parked: waits for something and holds no counter. missed: did not come. closed: left over at the end of the day.',
  counter_id int unsigned null
    comment 'Counter that called or serves or parked it; NULL while it waits.',
  session_id int unsigned null
    comment 'Session of that counter.',
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
  constraint ticket_hall_fk foreign key (hall_id) references hall (id),
  constraint ticket_letter_fk foreign key (letter_group_id) references service_group (id),
  constraint ticket_group_fk foreign key (group_id) references service_group (id),
  constraint ticket_counter_fk foreign key (counter_id) references counter (id),
  constraint ticket_session_fk foreign key (session_id) references counter_session (id),
  constraint ticket_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint ticket_device_fk foreign key (device_id) references device (id),
  constraint ticket_lease_fk foreign key (lease_id) references number_lease (id),
  constraint ticket_appointment_fk foreign key (appointment_id) references appointment (id),
  constraint ticket_counter_state check ((state in ('called', 'serving', 'parked')) <= (counter_id is not null)),
  constraint ticket_class_appointment check (appointment_id is null or class = 'appointment')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Tickets; who holds one is not known.';

create table ticket_item (
  ticket_id bigint unsigned not null
    comment 'Ticket.',
  service_id int unsigned not null
    comment 'Service.',
  position tinyint unsigned not null
    comment 'Order of the services in the visit.',
  done_at datetime null
    comment 'When it was done; NULL: not yet.',
  primary key (ticket_id, service_id),
  key ticket_item_service (service_id),
  constraint ticket_item_ticket_fk foreign key (ticket_id) references ticket (id),
  constraint ticket_item_service_fk foreign key (service_id) references service (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Services of a visit.';

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
  constraint ticket_event_device_fk foreign key (device_id) references device (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='History of tickets; all times of the hall are sums over it.';

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

create table hall_day (
  hall_id int unsigned not null
    comment 'Hall.',
  service_date date not null
    comment 'Day.',
  closed_at datetime not null
    comment 'When the day was closed.',
  tickets smallint unsigned not null
    comment 'Tickets given out.',
  left_over smallint unsigned not null
    comment 'Tickets that were still open and were closed.',
  primary key (hall_id, service_date),
  constraint hall_day_hall_fk foreign key (hall_id) references hall (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Closed days.';

create table group_hour (
  group_id int unsigned not null
    comment 'Group.',
  weekday tinyint unsigned not null
    comment 'Day of the week, 1 Monday to 7 Sunday.',
  hour tinyint unsigned not null
    comment 'Hour of arrival, 0 to 23.',
  tickets int unsigned not null
    comment 'Tickets the figures come from.',
  arrivals decimal(7,2) not null
    comment 'Tickets in such an hour, on average of the days counted.',
  wait_50 smallint unsigned not null
    comment 'Minutes half of them waited at most.',
  wait_90 smallint unsigned not null
    comment 'Minutes nine of ten waited at most.',
  serve_50 smallint unsigned not null
    comment 'Seconds half of the services took at most.',
  serve_90 smallint unsigned not null
    comment 'Seconds nine of ten took at most.',
  counted_at datetime not null
    comment 'When this was counted, from the last eight weeks.',
  primary key (group_id, weekday, hour),
  constraint group_hour_group_fk foreign key (group_id) references service_group (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='History for forecasts; made anew from ticket_event every night.';
