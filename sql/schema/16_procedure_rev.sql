-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- One edition of a procedure; unchangeable once published.
create table procedure_rev (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  procedure_id int unsigned not null
    comment 'Procedure this is an edition of.',
  rev_no smallint unsigned not null
    comment 'Number of the edition, from 1.',
  name varchar(1500) not null
    comment 'Name in plain capital and small letters, NFC, without the words Thủ tục in front.',
  official_name varchar(1500) not null default ''
    comment 'Name as published, where it differs from name.',
  name_en varchar(500) not null default ''
    comment 'English name; empty where nobody has translated it.',
  steps mediumtext not null default ''
    comment 'Sequence of steps (trình tự thực hiện), one step a line.',
  submit_text text not null default ''
    comment 'Ways to hand in and receive (cách thức thực hiện) in words, one a line; the flags are below.',
  subjects text not null default ''
    comment 'Who may ask (đối tượng thực hiện) in words; empty where procedure_audience says all.',
  conditions text not null default ''
    comment 'Requirements and conditions (yêu cầu, điều kiện), one a line; empty means none.',
  result_text text not null default ''
    comment 'What one gets (kết quả thực hiện), one a line.',
  authority_text text not null default ''
    comment 'Who decides (cơ quan thực hiện) in words, where the agency alone does not say it.',
  note text not null default ''
    comment 'Further remarks for the public.',
  term_value smallint unsigned null
    comment 'Time limit as a number; NULL where it is not known or differs by case (then term_note says it).',
  term_unit enum('working_day','day','same_day','hour') null
    comment 'Unit of the time limit: working days, calendar days, the same working day, working hours.',
  term_note varchar(1000) not null default ''
    comment 'Time limit in words, where a number does not say it all.',
  fee_amount bigint unsigned null
    comment 'Fees in đồng altogether in the usual case; 0 is free; NULL is not known or not fixed.',
  fee_online_amount bigint unsigned null
    comment 'The same when filed online, where it differs.',
  fee_note varchar(1000) not null default ''
    comment 'Fees in words, one a line.',
  service_level tinyint unsigned not null default 1
    comment 'Level of online service 1 to 4 in the sense of 2011: information, forms to download, filed online, paid online.',
  is_full_online boolean not null default false
    comment 'True for toàn trình (all steps online), false for một phần (the rest), in the sense of 2022.',
  at_province boolean not null default false
    comment 'Done at province level.',
  at_district boolean not null default false
    comment 'Done at district level.',
  at_commune boolean not null default false
    comment 'Done at commune level.',
  by_counter boolean not null default true
    comment 'May be handed in at a counter.',
  by_online boolean not null default false
    comment 'May be handed in online.',
  by_post boolean not null default false
    comment 'May be handed in by the public post.',
  workflow_rev_id int unsigned null
    comment 'Edition of the workflow; NULL means the default one.',
  form_rev_id int unsigned null
    comment 'Edition of the application form; NULL means the general one.',
  raw mediumtext null
    comment 'The record as it came from an import, JSON, untouched.',
  source_note varchar(300) not null default ''
    comment 'Where the facts come from and how sure they are.',
  created_at datetime not null default current_timestamp
    comment 'When the edition was begun.',
  published_at datetime null
    comment 'When it was published; NULL while a draft. From then on it cannot change.',
  published_by int unsigned null
    comment 'Who published it; NULL for imported data.',
  primary key (id),
  unique key procedure_rev_no (procedure_id, rev_no),
  constraint procedure_rev_procedure_fk foreign key (procedure_id) references `procedure` (id),
  constraint procedure_rev_workflow_fk foreign key (workflow_rev_id) references workflow_rev (id),
  constraint procedure_rev_form_fk foreign key (form_rev_id) references form_rev (id),
  constraint procedure_rev_by_fk foreign key (published_by) references user (id),
  constraint procedure_rev_level check (service_level between 1 and 4),
  constraint procedure_rev_term check ((term_value is null) = (term_unit is null)),
  constraint procedure_rev_raw check (raw is null or json_valid(raw))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Editions of procedures with all statutory parts. A dossier keeps the edition it was received under.';
alter table `procedure` add constraint procedure_current_fk
  foreign key (current_rev_id) references procedure_rev (id);
