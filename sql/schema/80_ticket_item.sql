-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What a person with a ticket came for.
create table ticket_item (
  ticket_id bigint unsigned not null
    comment 'Ticket.',
  service_id int unsigned not null
    comment 'Service.',
  position tinyint unsigned not null
    comment 'Order of the services in the visit.',
  done_at datetime null
    comment 'When it was done; NULL: not yet.',
  primary key (ticket_id, service_id),
  key ticket_item_service (service_id),
  constraint ticket_item_ticket_fk foreign key (ticket_id) references ticket (id),
  constraint ticket_item_service_fk foreign key (service_id) references service (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Services of a visit.';
