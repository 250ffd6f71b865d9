-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A procedure (thủ tục hành chính). The word is reserved in SQL: write it in backquotes.
create table `procedure` (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  code varchar(24) collate utf8mb4_bin not null
    comment 'National code, for example 1.001193; text, never a number.',
  short_code varchar(8) collate utf8mb4_bin null
    comment 'Two to eight letters clerks type at the counter, for example ks; NULL for most.',
  agency_id int unsigned null
    comment 'Agency in charge; a generic one where every district or commune does it; NULL where an import could not tell.',
  field_id int unsigned not null
    comment 'Field it belongs to.',
  source enum('standard','specific','internal','province') not null default 'standard'
    comment 'National standard, special to one province or ministry, between offices only, or set by this province.',
  promulgator varchar(250) not null default ''
    comment 'Who published it, where it is special to one body; search uses the place named here.',
  current_rev_id int unsigned null
    comment 'Published edition in force; NULL while there is none.',
  withdrawn_at datetime null
    comment 'When it was taken out of the catalogue; NULL while in force.',
  yearly_count int unsigned not null default 0
    comment 'Dossiers of the last twelve months; search ranks by it.',
  is_popular boolean not null default false
    comment 'True for the procedures people ask for most.',
  search_words text not null default ''
    comment 'Further words people use for it; found by search, not shown.',
  primary key (id),
  unique key procedure_code (code),
  unique key procedure_short_code (short_code),
  key procedure_agency (agency_id),
  key procedure_field (field_id),
  constraint procedure_agency_fk foreign key (agency_id) references agency (id),
  constraint procedure_field_fk foreign key (field_id) references field (id),
  constraint procedure_code_form check (code regexp '^[0-9]{1,2}[.][0-9]{4,9}([.][0-9A-Z]{1,4})*$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Procedures. What they ask and give is in their revisions; public are those with current_rev_id and without withdrawn_at.';
