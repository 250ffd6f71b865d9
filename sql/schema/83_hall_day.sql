-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Days of a hall that were closed.
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
