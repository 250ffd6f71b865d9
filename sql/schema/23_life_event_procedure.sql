-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The procedures of a life event, in the order they are needed.
create table life_event_procedure (
  life_event_id smallint unsigned not null
    comment 'Life event.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  procedure_id int unsigned not null
    comment 'Procedure.',
  heading varchar(200) not null default ''
    comment 'Heading that begins with this procedure; empty goes on under the last one.',
  heading_en varchar(200) not null default ''
    comment 'The same in English.',
  hint varchar(500) not null default ''
    comment 'When and why one needs it, in plain words.',
  hint_en varchar(500) not null default ''
    comment 'The same in English.',
  primary key (life_event_id, position),
  unique key life_event_procedure_once (life_event_id, procedure_id),
  key life_event_procedure_procedure (procedure_id),
  constraint life_event_procedure_event_fk foreign key (life_event_id) references life_event (id),
  constraint life_event_procedure_procedure_fk foreign key (procedure_id) references `procedure` (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Which procedures belong to a life event.';
