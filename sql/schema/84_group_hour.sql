-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- How long people waited and were served, by group, weekday and hour.
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
