-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Who does a procedure.
create table procedure_agency (
  procedure_id int unsigned not null
    comment 'Procedure.',
  agency_id int unsigned not null
    comment 'Agency that receives and handles it; generic agencies stand for all of their kind.',
  primary key (procedure_id, agency_id),
  key procedure_agency_agency (agency_id),
  constraint procedure_agency_procedure_fk foreign key (procedure_id) references `procedure` (id),
  constraint procedure_agency_agency_fk foreign key (agency_id) references agency (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Agencies that do a procedure, the one in charge among them.';
