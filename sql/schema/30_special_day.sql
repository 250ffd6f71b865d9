-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Days that differ from their weekday.
create table special_day (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  agency_id int unsigned null
    comment 'Agency the day holds for; NULL for all.',
  day date not null
    comment 'The day.',
  kind enum('off','work') not null
    comment 'off: a holiday, a day in lieu or a swapped day off. work: a day made up, worked like a weekday.',
  as_weekday tinyint unsigned null
    comment 'For work: the weekday whose hours hold, 1 Monday to 7 Sunday.',
  name varchar(200) not null
    comment 'Name of the day, for example Giỗ Tổ Hùng Vương.',
  name_en varchar(200) not null default ''
    comment 'English name.',
  is_confirmed boolean not null default true
    comment 'False where the yearly notice has not been published yet.',
  note varchar(300) not null default ''
    comment 'Notice it comes from.',
  agency_key int unsigned as (ifnull(agency_id, 0)) virtual
    comment 'agency_id with 0 for all, so that a day cannot be entered twice.',
  primary key (id),
  unique key special_day_once (day, agency_key),
  key special_day_agency (agency_id),
  constraint special_day_agency_fk foreign key (agency_id) references agency (id),
  constraint special_day_work check ((kind = 'work') = (as_weekday is not null)),
  constraint special_day_weekday check (as_weekday is null or as_weekday between 1 and 7)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Holidays and days made up, from the yearly notices.';
