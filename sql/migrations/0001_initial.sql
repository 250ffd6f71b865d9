-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The tables motcua began with.

-- Which migrations this database has seen.
create table schema_migration (
  number smallint unsigned not null
    comment 'Number at the front of the migration file, for example 1 for 0001_initial.sql.',
  name varchar(120) collate utf8mb4_bin not null
    comment 'File name of the migration.',
  sha256 binary(32) not null
    comment 'Digest of the file when it ran, so that an edited migration is found.',
  applied_at datetime not null default current_timestamp
    comment 'When it finished.',
  primary key (number)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='One row for each migration that has been applied, in order, once.';

-- What the centre may change without a new program. Secrets are never here: they are files.
create table setting (
  name varchar(60) collate utf8mb4_bin not null
    comment 'Name of the setting, for example due_rule or dossier_number_pattern.',
  value text not null
    comment 'Its value as text; the program that reads it checks the form.',
  is_public boolean not null default false
    comment 'True where the public and kiosk programs may read it.',
  note varchar(500) not null default ''
    comment 'What the setting does and which values it takes, for the administrator.',
  changed_at datetime not null default current_timestamp
    comment 'When the value was last changed.',
  changed_by int unsigned null
    comment 'User who changed it; NULL for the installation.',
  primary key (name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Settings of the centre: names, opening hours, counting rule of deadlines, patterns of numbers.';

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

-- People who work with the system.
create table user (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  login varchar(60) collate utf8mb4_bin not null
    comment 'Name typed at sign-in, lower case.',
  name varchar(120) not null
    comment 'Full name as printed under a signature.',
  title varchar(120) not null default ''
    comment 'Position, for example Chuyên viên.',
  agency_id int unsigned not null
    comment 'Agency or unit the person belongs to.',
  email varchar(120) not null default ''
    comment 'Mail address at work.',
  phone varchar(30) not null default ''
    comment 'Telephone at work.',
  password_hash varchar(200) collate utf8mb4_bin null
    comment 'argon2id string; NULL until the person has set a password, and then nobody can sign in with one.',
  password_changed_at datetime null
    comment 'When the password was last set.',
  totp_sealed varbinary(100) null
    comment 'Seed of the one-time codes, sealed with a key outside the database; NULL until enrolled.',
  totp_last_step bigint unsigned null
    comment 'Last time step a one-time code was accepted for, so that none is used twice.',
  lang enum('vi','en') not null default 'vi'
    comment 'Language of the screens.',
  created_at datetime not null default current_timestamp
    comment 'When the account was made.',
  disabled_at datetime null
    comment 'When the account was closed; NULL while it may sign in.',
  primary key (id),
  unique key user_login (login),
  key user_agency (agency_id),
  constraint user_agency_fk foreign key (agency_id) references agency (id),
  constraint user_login_form check (login regexp '^[a-z][a-z0-9._-]{1,59}$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Staff accounts. Rights are in role_grant; an account without a grant may do nothing.';

-- Who may do what, where and when.
create table role_grant (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  user_id int unsigned not null
    comment 'Who receives the right.',
  role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') not null
    comment 'Receives dossiers, handles, assigns, approves, numbers and stamps, returns results, watches, runs the centre, administers.',
  agency_id int unsigned null
    comment 'Agency or unit the right holds for, with everything below it; NULL means the whole province.',
  from_date date not null
    comment 'First day of the right.',
  to_date date null
    comment 'Last day of the right; NULL means until withdrawn.',
  granted_by int unsigned null
    comment 'Administrator who granted it; NULL for the installation.',
  granted_at datetime not null default current_timestamp
    comment 'When it was granted.',
  primary key (id),
  key role_grant_user (user_id, role),
  key role_grant_agency (agency_id, role),
  constraint role_grant_user_fk foreign key (user_id) references user (id),
  constraint role_grant_agency_fk foreign key (agency_id) references agency (id),
  constraint role_grant_by_fk foreign key (granted_by) references user (id),
  constraint role_grant_period check (to_date is null or to_date >= from_date)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Rights: user, role, unit and period. A right that ended stays as a row, so that old decisions can be explained.';

-- Signed-in browsers.
create table session (
  token_hash binary(32) not null
    comment 'BLAKE2b-256 of the random token in the cookie; the token itself is stored nowhere.',
  audience enum('public','staff','kiosk') not null
    comment 'Program the session belongs to; another program does not accept it.',
  user_id int unsigned null
    comment 'Signed-in user; NULL for a session without an account.',
  csrf_secret binary(32) not null
    comment 'Secret the form tokens of this session are made with.',
  created_at datetime not null
    comment 'When the session began.',
  seen_at datetime not null
    comment 'When it was last used, to within a minute.',
  expires_at datetime not null
    comment 'When it ends at the latest.',
  ended_at datetime null
    comment 'When it was ended by sign-out or by an administrator; NULL while alive.',
  address varchar(45) collate utf8mb4_bin not null default ''
    comment 'Network address it began from.',
  agent varchar(200) not null default ''
    comment 'Browser as it named itself, cut to fit.',
  primary key (token_hash),
  key session_user (user_id, ended_at),
  key session_expiry (expires_at),
  constraint session_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Sessions of staff, citizens and devices; only hashes of tokens are kept.';

-- Fields (lĩnh vực) procedures are grouped by.
create table field (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  code varchar(120) collate utf8mb4_bin not null
    comment 'Name without marks and with hyphens, for example ho-tich; part of addresses.',
  name varchar(300) not null
    comment 'Name of the field.',
  name_en varchar(300) not null default ''
    comment 'English name; empty where nobody has translated it.',
  position smallint unsigned not null default 1000
    comment 'Order in lists; equal positions sort by name.',
  primary key (id),
  unique key field_code (code),
  constraint field_code_form check (code regexp '^[a-z0-9]+(-[a-z0-9]+)*$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Fields of administration, for example Hộ tịch.';

-- A way of handling dossiers, under which its revisions hang.
create table workflow (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  code varchar(60) collate utf8mb4_bin not null
    comment 'Short name, for example birth-joint.',
  name varchar(250) not null
    comment 'Name for staff.',
  name_en varchar(250) not null default ''
    comment 'English name.',
  primary key (id),
  unique key workflow_code (code)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Workflows. What they do is in their revisions.';

-- One edition of a workflow; unchangeable once published.
create table workflow_rev (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  workflow_id int unsigned not null
    comment 'Workflow this is an edition of.',
  rev_no smallint unsigned not null
    comment 'Number of the edition, from 1.',
  note varchar(500) not null default ''
    comment 'Why this edition was made.',
  published_at datetime null
    comment 'When it was published; NULL while a draft. From then on it cannot change.',
  published_by int unsigned null
    comment 'Who published it; NULL for imported data.',
  primary key (id),
  unique key workflow_rev_no (workflow_id, rev_no),
  constraint workflow_rev_workflow_fk foreign key (workflow_id) references workflow (id),
  constraint workflow_rev_by_fk foreign key (published_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Editions of workflows. A running dossier keeps the edition it began with.';

-- The steps of a workflow edition.
create table wf_step (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  workflow_rev_id int unsigned not null
    comment 'Edition the step belongs to.',
  code varchar(40) collate utf8mb4_bin not null
    comment 'Short name inside the edition, for example appraise.',
  position smallint unsigned not null
    comment 'Order on the screen and in print.',
  name varchar(200) not null
    comment 'Name for staff, for example Thẩm định hồ sơ.',
  name_en varchar(200) not null default ''
    comment 'English name for staff.',
  public_name varchar(200) not null
    comment 'Plain words the citizen reads while the dossier is here.',
  public_name_en varchar(200) not null default ''
    comment 'The same in English.',
  kind enum('task','join','wait_citizen','wait_fee','end') not null default 'task'
    comment 'Work by a person, waiting until all branches are closed, waiting for the citizen, waiting for money, or the end.',
  place enum('counter','lead','other') not null default 'lead'
    comment 'Where the work is done: the receiving counter, the agency in charge, or the agency named in agency_id.',
  agency_id int unsigned null
    comment 'Agency that does the step when place is other; a generic agency means the one of the applicant''s place.',
  role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') null
    comment 'Role that may do the step; NULL for steps nobody works on.',
  branch enum('main','joint','opinion') not null default 'main'
    comment 'Kind of branch the step belongs to.',
  duration_min int unsigned null
    comment 'Working minutes the step may take; NULL where the clock stands or no limit is set.',
  public_state enum('received','processing','waiting_citizen','waiting_fee','approved','refused','ready','returned') not null
    comment 'State of the dossier the citizen sees while it is here.',
  primary key (id),
  unique key wf_step_code (workflow_rev_id, code),
  constraint wf_step_rev_fk foreign key (workflow_rev_id) references workflow_rev (id),
  constraint wf_step_agency_fk foreign key (agency_id) references agency (id),
  constraint wf_step_other check (place <> 'other' or agency_id is not null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Steps of a workflow edition: who works, how long, and what the citizen is told.';

-- The moves between steps.
create table wf_action (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  workflow_rev_id int unsigned not null
    comment 'Edition the action belongs to.',
  from_step_id int unsigned not null
    comment 'Step the action starts in.',
  to_step_id int unsigned null
    comment 'Step it leads to; NULL ends the branch.',
  code varchar(40) collate utf8mb4_bin not null
    comment 'Short name inside the step, for example approve.',
  position smallint unsigned not null default 1
    comment 'Order of the buttons.',
  name varchar(200) not null
    comment 'Words on the button.',
  name_en varchar(200) not null default ''
    comment 'English words on the button.',
  role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') null
    comment 'Role that may act; NULL means the role of the step.',
  guard varchar(1000) not null default ''
    comment 'Condition that must hold; parsed when the edition is published; empty means always.',
  effects set('number','print','request_fee','request_supplement','open_branches','release_results','approve','refuse','notify') not null default ''
    comment 'What happens besides the move.',
  primary key (id),
  unique key wf_action_code (from_step_id, code),
  key wf_action_rev (workflow_rev_id),
  constraint wf_action_rev_fk foreign key (workflow_rev_id) references workflow_rev (id),
  constraint wf_action_from_fk foreign key (from_step_id) references wf_step (id),
  constraint wf_action_to_fk foreign key (to_step_id) references wf_step (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Actions of a workflow edition: from one step to another, by a role, with a condition and effects.';

-- An application form, under which its revisions hang.
create table form (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  code varchar(60) collate utf8mb4_bin not null
    comment 'Short name, for example to-khai-dang-ky-khai-sinh.',
  name varchar(300) not null
    comment 'Name of the form.',
  name_en varchar(300) not null default ''
    comment 'English name.',
  primary key (id),
  unique key form_code (code)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Application forms. What they ask is in their revisions.';

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

-- What a form edition asks, line by line.
create table form_item (
  form_rev_id int unsigned not null
    comment 'Edition the item belongs to.',
  stable_key varchar(60) collate utf8mb4_bin not null
    comment 'Name of the item that stays the same over all editions, so that answers can be carried over.',
  parent_key varchar(60) collate utf8mb4_bin null
    comment 'Item this one is inside of: options of a choice, columns of a table, parts of a group; NULL at the top.',
  position smallint unsigned not null
    comment 'Order among the items of the same parent.',
  type enum('section','note','group','text','date','number','money','choice','checks','option','table','column','place_date','signature') not null
    comment 'section: heading. note: text to read. group: indented block. text, date, number, money: one answer. choice: one of its options. checks: any of its options. table: rows with columns. place_date: place and date of signing. signature: room to sign.',
  label varchar(1000) not null default ''
    comment 'Words printed in front of the room to write.',
  label_en varchar(1000) not null default ''
    comment 'The same in English.',
  hint varchar(500) not null default ''
    comment 'Smaller explanation.',
  hint_en varchar(500) not null default ''
    comment 'The same in English.',
  width tinyint unsigned not null default 12
    comment 'Twelfths of the line the item takes; items that fit on one line stand side by side.',
  line_count tinyint unsigned not null default 1
    comment 'Dotted lines to write on; in a table the number of empty rows.',
  is_required boolean not null default false
    comment 'True where the answer must not be missing.',
  max_length smallint unsigned null
    comment 'Most letters an answer may have when filled in on screen; NULL means the usual limit.',
  condition_text varchar(500) not null default ''
    comment 'When the item is asked; parsed when the edition is published; empty means always.',
  primary key (form_rev_id, stable_key),
  unique key form_item_order (form_rev_id, parent_key, position, stable_key),
  constraint form_item_rev_fk foreign key (form_rev_id) references form_rev (id),
  constraint form_item_parent_fk foreign key (form_rev_id, parent_key) references form_item (form_rev_id, stable_key),
  constraint form_item_width check (width between 1 and 12),
  constraint form_item_key_form check (stable_key regexp '^[a-z][a-z0-9_]*$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Items of a form edition, as a tree, for the printed blank form and for filling in on screen.';

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

-- For whom a procedure edition is.
create table procedure_audience (
  rev_id int unsigned not null
    comment 'Edition of the procedure.',
  audience enum('citizen','overseas','foreigner','business','foreign_business','cooperative','organisation','foreign_organisation','official','party') not null
    comment 'Citizens, Vietnamese living abroad, foreigners, businesses, businesses with foreign capital, cooperatives, other organisations, foreign organisations, public officials, the Party and its members.',
  primary key (rev_id, audience),
  constraint procedure_audience_rev_fk foreign key (rev_id) references procedure_rev (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Who may use a procedure, for the filter and the procedure page.';

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

-- What a procedure edition costs.
create table fee_rule (
  rev_id int unsigned not null
    comment 'Edition of the procedure.',
  position smallint unsigned not null
    comment 'Order in the list, from 1.',
  kind enum('fee','charge') not null
    comment 'fee: price of a service (phí). charge: fixed charge to the budget (lệ phí).',
  name varchar(500) not null
    comment 'What is paid for, with the case it holds for.',
  amount bigint unsigned null
    comment 'Amount in đồng; NULL where only words can say it.',
  online_amount bigint unsigned null
    comment 'Amount when filed online, where it differs.',
  note varchar(1000) not null default ''
    comment 'Amount or waivers in words.',
  paid_at enum('reception','result','later') not null default 'reception'
    comment 'When it is paid: on handing in, on collecting, or after a notice.',
  primary key (rev_id, position),
  constraint fee_rule_rev_fk foreign key (rev_id) references procedure_rev (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Fees and charges of a procedure edition.';

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

-- Situations in life that lead to procedures.
create table life_event (
  id smallint unsigned not null auto_increment
    comment 'Key; never shown.',
  slug varchar(60) collate utf8mb4_bin not null
    comment 'Part of the address, for example sinh-con.',
  position smallint unsigned not null
    comment 'Order on the page.',
  icon varchar(40) collate utf8mb4_bin not null default ''
    comment 'Name of the drawing that stands for it.',
  title varchar(200) not null
    comment 'Title in plain words.',
  title_en varchar(200) not null
    comment 'The same in English.',
  intro varchar(2000) not null
    comment 'What to know first, one paragraph a line.',
  intro_en varchar(2000) not null
    comment 'The same in English.',
  primary key (id),
  unique key life_event_slug (slug)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Life events, for example the birth of a child.';

-- The procedures of a life event, in the order they are needed.
create table life_event_procedure (
  life_event_id smallint unsigned not null
    comment 'Life event.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  procedure_id int unsigned not null
    comment 'Procedure.',
  heading varchar(200) not null default ''
    comment 'Heading that begins with this procedure; empty goes on under the last one.',
  heading_en varchar(200) not null default ''
    comment 'The same in English.',
  hint varchar(500) not null default ''
    comment 'When and why one needs it, in plain words.',
  hint_en varchar(500) not null default ''
    comment 'The same in English.',
  primary key (life_event_id, position),
  unique key life_event_procedure_once (life_event_id, procedure_id),
  key life_event_procedure_procedure (procedure_id),
  constraint life_event_procedure_event_fk foreign key (life_event_id) references life_event (id),
  constraint life_event_procedure_procedure_fk foreign key (procedure_id) references `procedure` (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Which procedures belong to a life event.';

-- How people say it.
create table synonym (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  phrase varchar(200) collate utf8mb4_bin not null
    comment 'Words as people type them, NFC, lower case.',
  kind enum('abbr','colloquial','dialect','old_name','intent','official_short','english','form','ambiguous') not null
    comment 'Abbreviation, everyday word, dialect, former name, whole situation, short official name, English, number of a form, or a phrase that must be asked back.',
  state enum('draft','approved') not null default 'draft'
    comment 'Only approved phrases are used; a second person approves.',
  valid_from date null
    comment 'First day of use; NULL means always.',
  valid_to date null
    comment 'Last day of use; NULL means until changed.',
  edited_by int unsigned null
    comment 'Who wrote it; NULL for imported data.',
  edited_at datetime not null default current_timestamp
    comment 'When it was last changed.',
  approved_by int unsigned null
    comment 'Who approved it; NULL for imported data and drafts.',
  primary key (id),
  unique key synonym_phrase (phrase, kind),
  constraint synonym_edited_fk foreign key (edited_by) references user (id),
  constraint synonym_approved_fk foreign key (approved_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='The dictionary of the search, kept by clerks.';

-- What the official language calls it.
create table synonym_wording (
  synonym_id int unsigned not null
    comment 'Phrase.',
  position smallint unsigned not null
    comment 'Order, best first, from 1.',
  wording varchar(300) not null
    comment 'Official wording searched for in place of the phrase.',
  primary key (synonym_id, position),
  constraint synonym_wording_synonym_fk foreign key (synonym_id) references synonym (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Official wordings of a phrase.';

-- Procedures put on top for a phrase.
create table synonym_pin (
  synonym_id int unsigned not null
    comment 'Phrase.',
  position smallint unsigned not null
    comment 'Order, best first, from 1.',
  procedure_code varchar(24) collate utf8mb4_bin not null
    comment 'National code; not a key, because a dictionary may be loaded before or without the procedure.',
  primary key (synonym_id, position),
  key synonym_pin_code (procedure_code),
  constraint synonym_pin_synonym_fk foreign key (synonym_id) references synonym (id) on delete cascade
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Procedures recommended for a phrase.';

-- What was searched for, by day, without anyone's trace.
create table search_query_day (
  day date not null
    comment 'Day of the searches.',
  query_folded varchar(200) collate utf8mb4_bin not null
    comment 'Query without marks, lower case; rows seen fewer than three times are removed after thirty days.',
  tries int unsigned not null default 0
    comment 'How often it was asked.',
  empty_tries int unsigned not null default 0
    comment 'How often nothing was found.',
  clicks int unsigned not null default 0
    comment 'How often a result was opened.',
  clicked_code varchar(24) collate utf8mb4_bin null
    comment 'Procedure opened last.',
  primary key (day, query_folded),
  key search_query_day_empty (day, empty_tries)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Daily counts of search queries; no address, no user, no time of day.';

-- One number that tells running workers that the catalogue has changed.
create table catalogue_version (
  id tinyint unsigned not null default 1
    comment 'Always 1.',
  version bigint unsigned not null default 1
    comment 'Raised by one in the same transaction as any change of published procedures, forms, agencies, fields, life events, synonyms or public settings.',
  changed_at datetime not null default current_timestamp on update current_timestamp
    comment 'When it was last raised.',
  primary key (id),
  constraint catalogue_version_one check (id = 1)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Version of the published catalogue: one row.';
insert into catalogue_version (id, version) values (1, 1);

-- Regular working hours.
create table work_shift (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  agency_id int unsigned null
    comment 'Agency the hours hold for; NULL for all agencies without their own.',
  weekday tinyint unsigned not null
    comment 'Day of the week, 1 Monday to 7 Sunday.',
  from_time time not null
    comment 'Work begins.',
  to_time time not null
    comment 'Work ends; this minute is no longer working time.',
  valid_from date not null
    comment 'First day these hours hold.',
  valid_to date null
    comment 'Last day these hours hold; NULL means until changed.',
  primary key (id),
  key work_shift_agency (agency_id, valid_from, weekday, from_time),
  constraint work_shift_agency_fk foreign key (agency_id) references agency (id),
  constraint work_shift_weekday check (weekday between 1 and 7),
  constraint work_shift_order check (to_time > from_time)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Working hours by weekday, one row a shift; deadlines run only inside them.';

-- Days that differ from their weekday.
create table special_day (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  agency_id int unsigned null
    comment 'Agency the day holds for; NULL for all.',
  day date not null
    comment 'The day.',
  kind enum('off','work') not null
    comment 'off: a holiday, a day in lieu or a swapped day off. work: a day made up, worked like a weekday.',
  as_weekday tinyint unsigned null
    comment 'For work: the weekday whose hours hold, 1 Monday to 7 Sunday.',
  name varchar(200) not null
    comment 'Name of the day, for example Giỗ Tổ Hùng Vương.',
  name_en varchar(200) not null default ''
    comment 'English name.',
  is_confirmed boolean not null default true
    comment 'False where the yearly notice has not been published yet.',
  note varchar(300) not null default ''
    comment 'Notice it comes from.',
  agency_key int unsigned as (ifnull(agency_id, 0)) virtual
    comment 'agency_id with 0 for all, so that a day cannot be entered twice.',
  primary key (id),
  unique key special_day_once (day, agency_key),
  key special_day_agency (agency_id),
  constraint special_day_agency_fk foreign key (agency_id) references agency (id),
  constraint special_day_work check ((kind = 'work') = (as_weekday is not null)),
  constraint special_day_weekday check (as_weekday is null or as_weekday between 1 and 7)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Holidays and days made up, from the yearly notices.';

-- Counters for numbers without gaps.
create table sequence (
  scope varchar(60) collate utf8mb4_bin not null
    comment 'What is numbered, for example dossier:STP.',
  period varchar(10) collate utf8mb4_bin not null
    comment 'Period after which counting starts again, for example 261123 or 2026.',
  n bigint unsigned not null
    comment 'Last number given.',
  primary key (scope, period)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Last numbers given. Taken in the same transaction as the row that carries the number: insert ... values (?, ?, last_insert_id(1)) on duplicate key update n = last_insert_id(n + 1).';

-- One effect for each form, however often it is sent.
create table request_key (
  key_hash binary(32) not null
    comment 'BLAKE2b-256 of the form key.',
  audience enum('public','staff','kiosk') not null
    comment 'Program that answered.',
  user_id int unsigned null
    comment 'Signed-in user; NULL for the public.',
  route varchar(120) collate utf8mb4_bin not null
    comment 'Address pattern the form was sent to.',
  result_url varchar(500) collate utf8mb4_bin null
    comment 'Where the browser was sent afterwards; a repeated form is sent there again.',
  at datetime not null default current_timestamp
    comment 'When it happened.',
  primary key (key_hash),
  key request_key_at (at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Keys of forms that had their effect; inserted in the same transaction as the effect.';

-- A dossier: one request of one applicant.
create table dossier (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  number varchar(40) collate utf8mb4_bin null
    comment 'Dossier number (mã hồ sơ), for example H09.12-261123-0001; given at reception; alone it reveals nothing.',
  number_key varchar(40) collate utf8mb4_bin as (upper(regexp_replace(number, '[^0-9A-Za-z]', ''))) persistent
    comment 'The number with letters and digits only, upper case, as the look-up box compares it.',
  lookup_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of the sixteen digits of the look-up code; the key is outside the database.',
  lookup_sealed varbinary(80) not null
    comment 'The sixteen digits sealed (secretbox, nonce first), so that staff can print the receipt again.',
  lookup_expires_at datetime null
    comment 'When the look-up code stops working; NULL while the dossier is open.',
  procedure_id int unsigned not null
    comment 'Procedure.',
  rev_id int unsigned not null
    comment 'Edition of the procedure the dossier runs under.',
  agency_id int unsigned not null
    comment 'Agency in charge, never a generic one.',
  counter_agency_id int unsigned not null
    comment 'Body whose counter received it and returns the result.',
  channel enum('counter','online','post') not null
    comment 'How it was handed in.',
  state enum('draft','submitted','needs_fix','rejected_online','received','processing','waiting_citizen','waiting_fee','approved','refused','ready','returned','withdrawn','expired') not null
    comment 'State the citizen sees; everything finer is in branch and task.',
  state_at datetime not null
    comment 'Since when it is in this state.',
  version int unsigned not null default 1
    comment 'Raised by one with every change, so that two people cannot overwrite each other.',
  summary varchar(1000) not null default ''
    comment 'What is asked for, in the clerk''s words; may name people, never public.',
  submitted_at datetime null
    comment 'When it was sent online; NULL for the counter and the post.',
  received_at datetime null
    comment 'When it was accepted; the clock starts here.',
  clock_from datetime null
    comment 'When the clock really starts, for example the next morning after 15:00.',
  term_value smallint unsigned null
    comment 'Time limit taken over from the procedure at reception.',
  term_unit enum('working_day','day','same_day','hour') null
    comment 'Unit of the time limit at reception.',
  due_rule varchar(20) collate utf8mb4_bin not null default ''
    comment 'Counting rule the due time was computed with; never recomputed under another rule.',
  due_at datetime null
    comment 'Due time now in force.',
  first_due_at datetime null
    comment 'Due time promised at reception; statistics use it.',
  apologised_at datetime null
    comment 'When an apology with a new date was sent; such a dossier counts as late.',
  decided_at datetime null
    comment 'When it was approved or refused; this decides early, on time or late.',
  ready_at datetime null
    comment 'When the result lay at the counter.',
  returned_at datetime null
    comment 'When the result was handed over or sent.',
  closed_at datetime null
    comment 'When nothing more was to be done: returned, withdrawn, rejected or expired.',
  deliver_by enum('counter','post','online') not null default 'counter'
    comment 'How the applicant wants the result.',
  copies smallint unsigned not null default 1
    comment 'Sets of papers handed in.',
  received_by int unsigned null
    comment 'Clerk who received it.',
  is_sample boolean not null default false
    comment 'True for invented dossiers of the sample province, so that they can be told apart.',
  primary key (id),
  unique key dossier_number (number),
  unique key dossier_number_key (number_key),
  unique key dossier_lookup (lookup_hash),
  key dossier_worklist (agency_id, state, due_at),
  key dossier_counter (counter_agency_id, state, state_at),
  key dossier_received (received_at),
  key dossier_procedure (procedure_id, received_at),
  key dossier_due (state, due_at),
  constraint dossier_procedure_fk foreign key (procedure_id) references `procedure` (id),
  constraint dossier_rev_fk foreign key (rev_id) references procedure_rev (id),
  constraint dossier_agency_fk foreign key (agency_id) references agency (id),
  constraint dossier_counter_fk foreign key (counter_agency_id) references agency (id),
  constraint dossier_received_by_fk foreign key (received_by) references user (id),
  constraint dossier_numbered check (number is not null or state in ('draft','submitted','needs_fix','rejected_online','withdrawn','expired')),
  constraint dossier_due_after check (due_at is null or received_at is null or due_at >= received_at),
  constraint dossier_term check ((term_value is null) = (term_unit is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Dossiers. Who asked is in party, what happened is in event, who works on it is in branch and task.';

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

-- The agencies that work on a dossier.
create table branch (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  parent_id bigint unsigned null
    comment 'Branch that asked for this one; NULL for the main branch.',
  agency_id int unsigned not null
    comment 'Agency that works on the branch.',
  kind enum('main','joint','opinion') not null
    comment 'Agency in charge, another agency''s own part (liên thông), or an opinion.',
  title varchar(300) not null default ''
    comment 'What this agency does, in plain words for the citizen.',
  title_en varchar(300) not null default ''
    comment 'The same in English.',
  state enum('open','waiting','closed','cancelled') not null
    comment 'Being worked on, waiting, done, or no longer needed.',
  outcome enum('none','agreed','refused') not null default 'none'
    comment 'How it ended.',
  register_no varchar(40) collate utf8mb4_bin null
    comment 'Number in this agency''s own register.',
  opened_at datetime not null
    comment 'When it began.',
  due_at datetime null
    comment 'Due time of this branch.',
  closed_at datetime null
    comment 'When it was closed; NULL while open.',
  primary key (id),
  key branch_dossier (dossier_id, opened_at),
  key branch_agency (agency_id, state, due_at),
  constraint branch_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint branch_parent_fk foreign key (parent_id) references branch (id),
  constraint branch_agency_fk foreign key (agency_id) references agency (id),
  constraint branch_closed check ((state in ('closed','cancelled')) = (closed_at is not null)),
  constraint branch_main check ((kind = 'main') = (parent_id is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Branches of a dossier: one for the agency in charge and one for every other agency. Never a second dossier.';

-- The work of one person or unit on a branch.
create table task (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  branch_id bigint unsigned not null
    comment 'Branch.',
  step_id int unsigned not null
    comment 'Step of the workflow.',
  unit_id int unsigned not null
    comment 'Agency or unit that has the work.',
  assignee_id int unsigned null
    comment 'Person who has it; NULL while nobody has taken it.',
  opened_at datetime not null
    comment 'When it began.',
  due_at datetime null
    comment 'Due time of this step.',
  closed_at datetime null
    comment 'When it was done; NULL while open.',
  closed_by_seq int unsigned null
    comment 'Number of the event that closed it.',
  open_key bigint unsigned as (if(closed_at is null, branch_id, null)) virtual
    comment 'The branch while the task is open: a branch has at most one open task.',
  primary key (id),
  unique key task_open (open_key),
  key task_branch (branch_id, opened_at),
  key task_assignee (assignee_id, closed_at, due_at),
  key task_unit (unit_id, closed_at, due_at),
  constraint task_branch_fk foreign key (branch_id) references branch (id),
  constraint task_step_fk foreign key (step_id) references wf_step (id),
  constraint task_unit_fk foreign key (unit_id) references agency (id),
  constraint task_assignee_fk foreign key (assignee_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Tasks: a step of the workflow, given to a unit and a person.';

-- A request to complete the papers.
create table supplement (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  round tinyint unsigned not null
    comment 'First, second … request.',
  unit_id int unsigned not null
    comment 'Unit that asked.',
  asked_by int unsigned null
    comment 'Officer who asked.',
  asked_at datetime not null
    comment 'When it was asked.',
  answer_by date null
    comment 'Last day to answer; NULL where no day was set.',
  reason varchar(1000) not null default ''
    comment 'Reason in words the citizen reads; names nobody.',
  answered_at datetime null
    comment 'When the citizen answered.',
  accepted_at datetime null
    comment 'When the answer was found complete and the clock went on.',
  primary key (id),
  unique key supplement_round (dossier_id, round),
  constraint supplement_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint supplement_unit_fk foreign key (unit_id) references agency (id),
  constraint supplement_by_fk foreign key (asked_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Requests for supplements; the clock stands while one is open.';

-- What is to be completed, point by point.
create table supplement_item (
  supplement_id bigint unsigned not null
    comment 'Request.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  component_name varchar(2000) not null default ''
    comment 'Paper concerned; empty for a general point.',
  what varchar(1000) not null
    comment 'What is missing or wrong and what to do, in words the citizen reads; names nobody.',
  done_at datetime null
    comment 'When this point was settled.',
  primary key (supplement_id, position),
  constraint supplement_item_supplement_fk foreign key (supplement_id) references supplement (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Points of a request for supplements.';

-- Time budgets.
create table clock (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  branch_id bigint unsigned null
    comment 'Branch the budget is for; NULL for the whole dossier.',
  task_id bigint unsigned null
    comment 'Task the budget is for; NULL for a branch or the whole dossier.',
  budget_min int unsigned null
    comment 'Working minutes allowed; NULL for limits in calendar days, which the dossier''s term says.',
  started_at datetime not null
    comment 'When it began to run.',
  stopped_at datetime null
    comment 'When it ended; NULL while running or standing.',
  primary key (id),
  key clock_dossier (dossier_id, branch_id, task_id),
  constraint clock_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint clock_branch_fk foreign key (branch_id) references branch (id),
  constraint clock_task_fk foreign key (task_id) references task (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Clocks of dossiers, branches and tasks.';

-- When a clock stood, and why.
create table clock_pause (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  clock_id bigint unsigned not null
    comment 'Clock.',
  from_at datetime not null
    comment 'Since when it stands.',
  to_at datetime null
    comment 'Until when it stood; NULL while it stands.',
  reason enum('supplement','fee','stop','opinion','other') not null
    comment 'Waiting for papers, for money, stopped by decision, waiting for an opinion that is not counted, or another reason.',
  supplement_id bigint unsigned null
    comment 'Request for supplements that is waited for.',
  public_note varchar(300) not null default ''
    comment 'Reason in words the citizen reads; names nobody.',
  open_key bigint unsigned as (if(to_at is null, clock_id, null)) virtual
    comment 'The clock while the pause lasts: a clock has at most one open pause.',
  primary key (id),
  unique key clock_pause_open (open_key),
  key clock_pause_clock (clock_id, from_at),
  constraint clock_pause_clock_fk foreign key (clock_id) references clock (id),
  constraint clock_pause_supplement_fk foreign key (supplement_id) references supplement (id),
  constraint clock_pause_order check (to_at is null or to_at >= from_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Pauses of clocks, as rows; a due time is start, budget and pauses.';

-- What a dossier costs.
create table fee (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  kind enum('fee','charge','duty') not null
    comment 'Price of a service (phí), fixed charge (lệ phí), or money owed to the State (nghĩa vụ tài chính).',
  name varchar(300) not null
    comment 'What is paid for; names nobody.',
  amount bigint unsigned not null
    comment 'Amount in đồng.',
  waived_amount bigint unsigned not null default 0
    comment 'Part of it that was waived.',
  asked_at datetime not null
    comment 'When it was asked for.',
  pay_by date null
    comment 'Last day to pay; NULL where no day was set.',
  paid_at datetime null
    comment 'When it was paid; NULL while open.',
  receipt_no varchar(40) collate utf8mb4_bin not null default ''
    comment 'Number of the payment receipt.',
  primary key (dossier_id, position),
  constraint fee_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint fee_waiver check (waived_amount <= amount)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Fees, charges and duties of a dossier.';

-- What came out of a dossier.
create table result (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  outcome enum('approved','refused') not null
    comment 'Granted or refused.',
  title varchar(500) not null
    comment 'What is handed over, for example Giấy khai sinh; names nobody.',
  register_no varchar(60) collate utf8mb4_bin null
    comment 'Number in the register of results; NULL until the seal clerk gave one.',
  public_reason varchar(1000) not null default ''
    comment 'Reason of a refusal in words the citizen reads; names nobody.',
  signed_by int unsigned null
    comment 'Who signed.',
  signed_at datetime null
    comment 'When it was signed.',
  shelf varchar(20) collate utf8mb4_bin not null default ''
    comment 'Where it lies at the counter.',
  ready_at datetime null
    comment 'When it lay at the counter.',
  returned_at datetime null
    comment 'When it was handed over or sent.',
  returned_via enum('counter','post','online') null
    comment 'How it was handed over.',
  returned_by int unsigned null
    comment 'Clerk who handed it over.',
  receiver varchar(250) not null default ''
    comment 'Who took it; personal.',
  tracking_no varchar(40) collate utf8mb4_bin not null default ''
    comment 'Number of the postal item.',
  primary key (dossier_id),
  constraint result_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint result_signed_fk foreign key (signed_by) references user (id),
  constraint result_returned_fk foreign key (returned_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Results of dossiers and their return.';

-- What happened to a dossier; rows are only ever added.
create table event (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  seq int unsigned not null
    comment 'Number inside the dossier, from 1, without gaps.',
  id bigint unsigned not null auto_increment
    comment 'Number over all dossiers, in the order of writing; the seal goes by it.',
  at datetime not null
    comment 'When it happened.',
  type varchar(30) collate utf8mb4_bin not null
    comment 'What happened, for example received, assigned, supplement_asked; the list is in docs/data-model.md.',
  actor_id int unsigned null
    comment 'Who did it; NULL for the citizen and for programs.',
  behalf_id int unsigned null
    comment 'For whom, where a substitute acted.',
  unit_id int unsigned null
    comment 'Agency or unit that did it; NULL for the citizen and for programs.',
  branch_id bigint unsigned null
    comment 'Branch it happened on; NULL for the whole dossier.',
  from_state varchar(20) collate utf8mb4_bin null
    comment 'State before, where the state changed.',
  to_state varchar(20) collate utf8mb4_bin null
    comment 'State after, where the state changed.',
  is_public boolean not null default false
    comment 'True where the citizen sees it in the timeline.',
  public_note varchar(1000) not null default ''
    comment 'Words to the citizen; names nobody; empty means the usual words for the type.',
  note varchar(2000) not null default ''
    comment 'Words among staff; never public.',
  data text null
    comment 'Further facts as JSON, for example old and new due time; never public.',
  primary key (dossier_id, seq),
  unique key event_id (id),
  key event_at (at),
  constraint event_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint event_actor_fk foreign key (actor_id) references user (id),
  constraint event_behalf_fk foreign key (behalf_id) references user (id),
  constraint event_unit_fk foreign key (unit_id) references agency (id),
  constraint event_branch_fk foreign key (branch_id) references branch (id),
  constraint event_data check (data is null or json_valid(data))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='History of dossiers. No program account may update or delete, and triggers refuse it to everyone.';

-- Who looked at a whole dossier.
create table access_log (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  at datetime not null default current_timestamp
    comment 'When.',
  user_id int unsigned not null
    comment 'Who.',
  unit_id int unsigned not null
    comment 'Unit the person acted for.',
  dossier_id bigint unsigned not null
    comment 'Dossier that was shown.',
  purpose varchar(60) collate utf8mb4_bin not null
    comment 'Page or print it was shown by.',
  primary key (id),
  key access_log_dossier (dossier_id, at),
  key access_log_user (user_id, at),
  constraint access_log_user_fk foreign key (user_id) references user (id),
  constraint access_log_unit_fk foreign key (unit_id) references agency (id),
  constraint access_log_dossier_fk foreign key (dossier_id) references dossier (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Every view of a full dossier; rows are only ever added.';

-- Wrong second facts, counted.
create table lookup_try (
  number_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of try:NUMBER_KEY, for existing and for invented numbers alike.',
  hour datetime not null
    comment 'The full hour of the tries.',
  tries smallint unsigned not null default 0
    comment 'Wrong answers in this hour; after five nobody is answered until the next hour.',
  primary key (number_hash, hour),
  key lookup_try_hour (hour)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Failed second-fact checks by dossier number and hour; removed after a day.';

-- Messages to be sent after the commit.
create table outbox (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  channel enum('mail','sms','push') not null
    comment 'Mail, short message, or a sign to live screens.',
  recipient varchar(200) collate utf8mb4_bin not null
    comment 'Address, telephone number or channel name; personal.',
  template varchar(60) collate utf8mb4_bin not null
    comment 'Template the words are made with.',
  lang enum('vi','en') not null default 'vi'
    comment 'Language.',
  data text null
    comment 'Facts for the template as JSON.',
  dossier_id bigint unsigned null
    comment 'Dossier it is about.',
  once_key varchar(120) collate utf8mb4_bin null
    comment 'Name of the occasion, so that one message is not written twice; NULL where that may happen.',
  state enum('waiting','sending','sent','failed') not null default 'waiting'
    comment 'Where it stands.',
  attempts smallint unsigned not null default 0
    comment 'Tries so far.',
  next_at datetime not null
    comment 'Not before this time.',
  created_at datetime not null default current_timestamp
    comment 'When it was written.',
  sent_at datetime null
    comment 'When it went out.',
  last_error varchar(500) not null default ''
    comment 'What went wrong last.',
  primary key (id),
  unique key outbox_once (once_key),
  key outbox_due (state, next_at),
  constraint outbox_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint outbox_data check (data is null or json_valid(data))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Messages, written in the transaction of what they tell, sent by motcua-jobs.';

-- What was done to accounts, rights, settings and the catalogue; rows are only ever added.
create table audit (
  id bigint unsigned not null auto_increment
    comment 'Key; the seal goes by it.',
  at datetime not null default current_timestamp
    comment 'When.',
  user_id int unsigned null
    comment 'Who; NULL for programs and for failed sign-ins of unknown names.',
  program varchar(30) collate utf8mb4_bin not null
    comment 'Program that wrote the row.',
  type varchar(40) collate utf8mb4_bin not null
    comment 'What, for example sign_in, sign_in_failed, role_granted, procedure_published, import.',
  subject varchar(120) collate utf8mb4_bin not null default ''
    comment 'On what, for example procedure 1.001193 or user lan.nt.',
  note varchar(1000) not null default ''
    comment 'In words.',
  data text null
    comment 'Further facts as JSON; no personal data.',
  primary key (id),
  key audit_at (at),
  key audit_subject (subject, at),
  constraint audit_user_fk foreign key (user_id) references user (id),
  constraint audit_data check (data is null or json_valid(data))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Audit of everything that is not the history of a dossier.';

-- Runs of background jobs.
create table job_run (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  job varchar(60) collate utf8mb4_bin not null
    comment 'Name of the job.',
  started_at datetime not null
    comment 'When it began.',
  ended_at datetime null
    comment 'When it ended; NULL while running or after a crash.',
  state enum('running','done','failed') not null default 'running'
    comment 'How it stands.',
  count int unsigned not null default 0
    comment 'Things it did.',
  note varchar(1000) not null default ''
    comment 'In words.',
  primary key (id),
  key job_run_job (job, started_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='One row for each run of a background job.';

-- Imports into the catalogue.
create table import_run (
  id int unsigned not null auto_increment
    comment 'Key; shown in reports.',
  kind enum('national','procedures','sample') not null
    comment 'Format of the file.',
  file_name varchar(250) not null
    comment 'Name of the file, without its folder.',
  sha256 binary(32) not null
    comment 'Digest of the file.',
  started_at datetime not null
    comment 'When it began.',
  finished_at datetime null
    comment 'When it was committed.',
  line_count int unsigned not null default 0
    comment 'Lines read.',
  added_count int unsigned not null default 0
    comment 'Procedures that are new.',
  updated_count int unsigned not null default 0
    comment 'Procedures that got a new edition.',
  same_count int unsigned not null default 0
    comment 'Procedures already so.',
  cleaned_count int unsigned not null default 0
    comment 'Lines whose text had to be cleaned.',
  refused_count int unsigned not null default 0
    comment 'Lines refused.',
  run_by varchar(60) collate utf8mb4_bin not null default ''
    comment 'Login or system user who ran it.',
  primary key (id),
  key import_run_at (started_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='One row for each import that was committed; an import happens as a whole or not at all.';

-- What an import did, line by line.
create table import_row (
  run_id int unsigned not null
    comment 'Import.',
  line int unsigned not null
    comment 'Line of the file, from 1.',
  code varchar(40) collate utf8mb4_bin not null default ''
    comment 'Procedure code after cleaning; empty where there was none.',
  action enum('added','updated','same','refused') not null
    comment 'What came of the line.',
  changes varchar(1000) not null default ''
    comment 'What was cleaned, one word each, for example nfc,spaces,capitals.',
  reason varchar(500) not null default ''
    comment 'Why it was refused.',
  raw mediumtext null
    comment 'The line as it was read; NULL for lines that were already so.',
  primary key (run_id, line),
  key import_row_code (code),
  constraint import_row_run_fk foreign key (run_id) references import_run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Lines of an import with what was changed or refused; the raw text is kept.';
