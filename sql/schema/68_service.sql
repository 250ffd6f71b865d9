-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Services inside a group.
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
