-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The papers of a dossier.
create table dossier_component (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  position smallint unsigned not null
    comment 'Order in the receipt, from 1.',
  component_id int unsigned null
    comment 'Paper of the procedure; NULL for an additional one.',
  name varchar(2000) not null
    comment 'Name as printed in the receipt.',
  originals smallint unsigned not null default 0
    comment 'Originals handed in.',
  copies smallint unsigned not null default 0
    comment 'Copies handed in.',
  sheets smallint unsigned not null default 0
    comment 'Sheets altogether; 0 where not counted.',
  is_present boolean not null default true
    comment 'False where the paper is still missing.',
  primary key (dossier_id, position),
  constraint dossier_component_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint dossier_component_component_fk foreign key (component_id) references component (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Papers handed in with a dossier, as the receipt lists them.';
