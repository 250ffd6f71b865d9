-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Which fields of procedures a service is for.
create table service_field (
  service_id int unsigned not null
    comment 'Service.',
  field_id int unsigned not null
    comment 'Field.',
  primary key (service_id, field_id),
  key service_field_field (field_id),
  constraint service_field_service_fk foreign key (service_id) references service (id) on delete cascade,
  constraint service_field_field_fk foreign key (field_id) references field (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='From a procedure or dossier, by its field, to the queue it is served in.';
