-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The agencies of the province and their units, as a tree.
create table agency (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  parent_id int unsigned null
    comment 'Agency above this one in the tree; NULL at the top.',
  code varchar(30) collate utf8mb4_bin not null
    comment 'Short code of our own, for example STP or UBND_TDM; part of addresses.',
  name varchar(250) not null
    comment 'Full official name.',
  name_en varchar(250) not null default ''
    comment 'English name; empty where nobody has translated it.',
  short varchar(60) not null default ''
    comment 'Short name for lists and screens; empty means the full name.',
  kind enum('office','centre','department','equivalent','subordinate','board','central','company','district','commune','unit','generic') not null
    comment 'Kind of body: provincial office, one-stop centre, department, equal of one, body under one, management board, local arm of a central agency, company, district, commune, unit inside an agency, or a stand-in for all bodies of one kind.',
  level enum('tinh','huyen','xa','trung_uong') not null
    comment 'Administrative level: province, district, commune, central.',
  eid varchar(35) collate utf8mb4_bin null
    comment 'Official electronic identifier, for example H09.12; NULL where it is not known.',
  statistics_code varchar(10) collate utf8mb4_bin null
    comment 'Code of the place in the national list of administrative units; NULL for bodies that are not a place.',
  dossier_prefix varchar(35) collate utf8mb4_bin null
    comment 'Front part of dossier numbers, for example H09.12; NULL means that of the nearest body above.',
  queue_prefix varchar(2) collate utf8mb4_bin null
    comment 'Letter or digit in front of ticket numbers; NULL for bodies without tickets.',
  area varchar(120) not null default ''
    comment 'Name of the place the agency serves, for example Phường Phú Hòa.',
  address varchar(300) not null default ''
    comment 'Where people go.',
  phone varchar(60) not null default ''
    comment 'Telephone for questions.',
  email varchar(120) not null default ''
    comment 'Mail address for questions.',
  has_counter boolean not null default false
    comment 'True where dossiers are received at this body itself; otherwise they are received at the centre.',
  position smallint unsigned not null default 1000
    comment 'Order in lists; equal positions sort by name.',
  note varchar(500) not null default ''
    comment 'Remarks for staff.',
  valid_from date null
    comment 'First day of this body; NULL means always.',
  valid_to date null
    comment 'Last day of this body; NULL while it exists.',
  successor_id int unsigned null
    comment 'Body that took over its work after valid_to.',
  primary key (id),
  unique key agency_code (code),
  unique key agency_eid (eid),
  unique key agency_dossier_prefix (dossier_prefix),
  key agency_parent (parent_id),
  key agency_level (level, kind),
  constraint agency_parent_fk foreign key (parent_id) references agency (id),
  constraint agency_successor_fk foreign key (successor_id) references agency (id),
  constraint agency_validity check (valid_to is null or valid_from is null or valid_to >= valid_from)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Agencies, districts, communes and units; kind generic stands for any body of its level in the catalogue.';
