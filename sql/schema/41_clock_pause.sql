-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- When a clock stood, and why.
create table clock_pause (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  clock_id bigint unsigned not null
    comment 'Clock.',
  from_at datetime not null
    comment 'Since when it stands.',
  to_at datetime null
    comment 'Until when it stood; NULL while it stands.',
  reason enum('supplement','fee','stop','opinion','other') not null
    comment 'Waiting for papers, for money, stopped by decision, waiting for an opinion that is not counted, or another reason.',
  supplement_id bigint unsigned null
    comment 'Request for supplements that is waited for.',
  is_restart boolean not null default false
    comment 'True where the whole limit runs anew from the end of this pause, instead of the rest of it.',
  public_note varchar(300) not null default ''
    comment 'Reason in words the citizen reads; names nobody.',
  open_key bigint unsigned as (if(to_at is null, clock_id, null)) virtual
    comment 'The clock while the pause lasts: a clock has at most one open pause.',
  primary key (id),
  unique key clock_pause_open (open_key),
  key clock_pause_clock (clock_id, from_at),
  constraint clock_pause_clock_fk foreign key (clock_id) references clock (id),
  constraint clock_pause_supplement_fk foreign key (supplement_id) references supplement (id),
  constraint clock_pause_order check (to_at is null or to_at >= from_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Pauses of clocks, as rows; a due time is start, budget and pauses.';
