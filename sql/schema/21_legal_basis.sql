-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The legal texts a procedure edition rests on.
create table legal_basis (
  rev_id int unsigned not null
    comment 'Edition of the procedure.',
  position smallint unsigned not null
    comment 'Order in the list, from 1.',
  number varchar(120) not null
    comment 'Number of the text, for example 60/2014/QH13.',
  title varchar(1000) not null default ''
    comment 'What the text is called.',
  issued_on date null
    comment 'Date of the text; NULL where not known.',
  issuer varchar(250) not null default ''
    comment 'Who issued it.',
  primary key (rev_id, position),
  constraint legal_basis_rev_fk foreign key (rev_id) references procedure_rev (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Legal basis of a procedure edition.';
