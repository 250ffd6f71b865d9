-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- One edition of a form; unchangeable once published.
create table form_rev (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  form_id int unsigned not null
    comment 'Form this is an edition of.',
  rev_no smallint unsigned not null
    comment 'Number of the edition, from 1.',
  title varchar(300) not null
    comment 'Heading printed on the form.',
  title_en varchar(300) not null default ''
    comment 'The heading in English.',
  addressee varchar(300) not null default ''
    comment 'Printed after Kính gửi; empty leaves a dotted line.',
  basis varchar(300) not null default ''
    comment 'Where the form comes from, for example the circular it follows; printed small.',
  published_at datetime null
    comment 'When it was published; NULL while a draft. From then on it cannot change.',
  published_by int unsigned null
    comment 'Who published it; NULL for imported data.',
  primary key (id),
  unique key form_rev_no (form_id, rev_no),
  constraint form_rev_form_fk foreign key (form_id) references form (id),
  constraint form_rev_by_fk foreign key (published_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Editions of forms. A dossier keeps the edition it was filled with.';
