-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Dispensers, kiosks, boards, counter displays and rating tablets.
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
  speaks boolean null
    comment 'Boards: whether it calls out loud; NULL: the first of the hall, or of its zone where none stands for all of it.',
  volume tinyint unsigned not null default 100
    comment 'Boards: loudness of the voice, 0 to 100.',
  shows_officer boolean not null default false
    comment 'Displays: name and title of who sits there stand on it.',
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
  seen_from varchar(45) collate utf8mb4_bin not null default ''
    comment 'Network address it last reported from.',
  browser varchar(16) character set ascii collate ascii_bin not null default ''
    comment 'Mark of the browser it last reported with; a copied cookie has another one.',
  copied_at datetime null
    comment 'When two browsers last reported with its cookie at the same time; NULL: never.',
  version varchar(20) not null default ''
    comment 'Version of the pages it shows.',
  page varchar(60) not null default ''
    comment 'Page it shows.',
  drift_ms int null
    comment 'Its clock less ours when it last reported; NULL: never did.',
  printer enum('none','unknown','ok','paper_low','no_paper','trouble') not null default 'unknown'
    comment 'Its printer as the device or a person reported it.',
  printer_at datetime null
    comment 'When that was first said; NULL: never.',
  wanted enum('nothing','reload','check') not null default 'nothing'
    comment 'What it is asked to do at its next report: load its page anew, or go to its self-test.',
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
  constraint device_pairing_state check (pairing_code is null or state = 'asking'),
  constraint device_volume check (volume <= 100)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Devices; only approved ones get anything.';
