-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The people of a dossier: personal data, read by staff only.
create table party (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  role enum('applicant','submitter') not null
    comment 'Whose matter it is (chủ hồ sơ), or who hands it in for them (người nộp).',
  kind enum('person','organisation') not null
    comment 'A person or an organisation.',
  name varchar(250) not null
    comment 'Full name, never split.',
  birth_date varchar(10) not null default ''
    comment 'Date of birth as yyyy-mm-dd, or yyyy-mm, or yyyy, as far as it is known.',
  sex enum('male','female') null
    comment 'Sex; NULL where not asked.',
  ethnicity varchar(40) not null default ''
    comment 'Ethnic group, where the procedure asks for it.',
  nationality varchar(60) not null default ''
    comment 'Nationality; empty means Vietnamese.',
  identity_kind enum('citizen_id','passport','tax_code','other') null
    comment 'Kind of identity number.',
  identity_number varchar(30) collate utf8mb4_bin not null default ''
    comment 'Identity number, passport number or tax code, without spaces.',
  identity_issued_on date null
    comment 'Date of the identity paper.',
  identity_issued_by varchar(200) not null default ''
    comment 'Who issued it.',
  phone varchar(20) collate utf8mb4_bin not null default ''
    comment 'Telephone as +84 and digits.',
  email varchar(120) not null default ''
    comment 'Mail address.',
  address varchar(400) not null default ''
    comment 'House, street, quarter or hamlet.',
  area_agency_id int unsigned null
    comment 'Commune of the address; NULL outside the province.',
  representative varchar(250) not null default ''
    comment 'For an organisation: who speaks for it.',
  authority_note varchar(300) not null default ''
    comment 'For a submitter: the authorisation shown.',
  phone_last4_hash binary(32) null
    comment 'Keyed BLAKE2b-256 of last4:NUMBER_KEY:DIGITS with the last four digits of the telephone; NULL without a number.',
  identity_last4_hash binary(32) null
    comment 'The same with the last four letters or digits of the identity number.',
  primary key (dossier_id, role),
  key party_name (name),
  key party_identity (identity_number),
  key party_phone (phone),
  constraint party_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint party_area_fk foreign key (area_agency_id) references agency (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Applicant and submitter with their personal data. The public and kiosk accounts have no right to this table.';
