-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What is to be completed, point by point.
create table supplement_item (
  supplement_id bigint unsigned not null
    comment 'Request.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  component_name varchar(2000) not null default ''
    comment 'Paper concerned; empty for a general point.',
  what varchar(1000) not null
    comment 'What is missing or wrong and what to do, in words the citizen reads; names nobody.',
  done_at datetime null
    comment 'When this point was settled.',
  primary key (supplement_id, position),
  constraint supplement_item_supplement_fk foreign key (supplement_id) references supplement (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Points of a request for supplements.';
