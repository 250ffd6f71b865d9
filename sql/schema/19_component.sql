-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The papers a procedure edition asks for (thành phần hồ sơ).
create table component (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  rev_id int unsigned not null
    comment 'Edition of the procedure.',
  position smallint unsigned not null
    comment 'Order in the list, from 1.',
  case_text varchar(500) not null default ''
    comment 'Case in which the paper is needed; papers of the same case stand together; empty means always.',
  name varchar(2000) not null
    comment 'Name of the paper.',
  name_en varchar(500) not null default ''
    comment 'English name; empty where nobody has translated it.',
  originals smallint unsigned not null default 0
    comment 'Originals to hand in.',
  copies smallint unsigned not null default 0
    comment 'Copies to hand in.',
  is_required boolean not null default true
    comment 'False where the dossier is complete without it.',
  is_shown_only boolean not null default false
    comment 'True where the paper is only shown (xuất trình) and given back.',
  note varchar(1000) not null default ''
    comment 'Remark, for example how old it may be.',
  form_rev_id int unsigned null
    comment 'Form this paper is written on; NULL where it is no form of ours.',
  primary key (id),
  unique key component_position (rev_id, position),
  constraint component_rev_fk foreign key (rev_id) references procedure_rev (id),
  constraint component_form_fk foreign key (form_rev_id) references form_rev (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Papers of a procedure edition, with originals and copies.';
