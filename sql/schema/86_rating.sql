-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Votes of visitors on officers. Nothing here says who voted, on which ticket or dossier, or at which minute.
create table rating (
  id bigint unsigned not null
    comment 'Random, so that it tells nothing of the order of votes; shown to nobody.',
  quarter datetime not null
    comment 'Quarter of an hour the vote came in.',
  officer_id int unsigned null
    comment 'Officer who was rated; NULL where nobody was met, as after a result by post.',
  unit_id int unsigned not null
    comment 'Unit of the officer at that time, else the agency in charge.',
  agency_id int unsigned not null
    comment 'Agency in charge of what was asked for; of a ticket without a dossier the body of the hall.',
  procedure_id int unsigned null
    comment 'Procedure; NULL where the ticket had no dossier.',
  group_id int unsigned null
    comment 'Group of services of the ticket; NULL without a ticket.',
  act enum('visit','received','returned') not null
    comment 'What was rated: a visit with a ticket, the reception of a dossier, the return of its result.',
  channel enum('tablet','ticket','dossier') not null
    comment 'How the vote came: the tablet at the counter, the address on the ticket, the address that came with the dossier.',
  score tinyint unsigned not null
    comment 'From 1, very dissatisfied, to 5, very satisfied.',
  reasons set('attitude','time','unclear','many_trips','extra_money','other') not null default ''
    comment 'Why the score is low, by buttons.',
  primary key (id),
  key rating_officer (officer_id, quarter),
  key rating_unit (unit_id, quarter),
  key rating_agency (agency_id, quarter),
  key rating_quarter (quarter),
  constraint rating_officer_fk foreign key (officer_id) references user (id),
  constraint rating_unit_fk foreign key (unit_id) references agency (id),
  constraint rating_agency_fk foreign key (agency_id) references agency (id),
  constraint rating_procedure_fk foreign key (procedure_id) references `procedure` (id),
  constraint rating_group_fk foreign key (group_id) references service_group (id),
  constraint rating_score check (score between 1 and 5),
  constraint rating_quarter_whole check (minute(quarter) in (0, 15, 30, 45) and second(quarter) = 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Votes; only added, and the reasons once.';
