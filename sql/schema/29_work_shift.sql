-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Regular working hours.
create table work_shift (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  agency_id int unsigned null
    comment 'Agency the hours hold for; NULL for all agencies without their own.',
  weekday tinyint unsigned not null
    comment 'Day of the week, 1 Monday to 7 Sunday.',
  from_time time not null
    comment 'Work begins.',
  to_time time not null
    comment 'Work ends; this minute is no longer working time.',
  valid_from date not null
    comment 'First day these hours hold.',
  valid_to date null
    comment 'Last day these hours hold; NULL means until changed.',
  primary key (id),
  key work_shift_agency (agency_id, valid_from, weekday, from_time),
  constraint work_shift_agency_fk foreign key (agency_id) references agency (id),
  constraint work_shift_weekday check (weekday between 1 and 7),
  constraint work_shift_order check (to_time > from_time)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Working hours by weekday, one row a shift; deadlines run only inside them.';
