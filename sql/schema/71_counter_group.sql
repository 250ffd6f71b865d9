-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Which groups a counter serves.
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
