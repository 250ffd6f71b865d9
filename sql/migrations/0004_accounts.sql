-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Accounts: first passwords that end, withdrawn rights, substitution, recovery codes, known browsers, failed sign-ins.
alter table user
  modify password_changed_at datetime null
    comment 'When the person last chose the password; NULL while it is a first one that must be changed.',
  add password_until datetime null
    comment 'When a first password stops working; NULL for ever.' after password_changed_at,
  modify totp_sealed varbinary(200) null
    comment 'Seed of the one-time codes, sealed with a key outside the database; NULL until enrolled.';
alter table role_grant
  add withdrawn_at datetime null
    comment 'When it was withdrawn, at once; NULL otherwise.',
  add withdrawn_by int unsigned null
    comment 'Administrator who withdrew it.',
  add constraint role_grant_withdrawn_fk foreign key (withdrawn_by) references user (id);
alter table session
  add id int unsigned not null auto_increment
    comment 'Number by which the person ends a session; never a secret.' first,
  add unique key session_id (id);

create table substitution (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  absent_id int unsigned not null
    comment 'Person on leave.',
  substitute_id int unsigned not null
    comment 'Person who may do meanwhile what the absent one may, administration excepted.',
  from_date date not null
    comment 'First day.',
  to_date date not null
    comment 'Last day.',
  set_by int unsigned not null
    comment 'Head of the unit or administrator who arranged it.',
  set_at datetime not null default current_timestamp
    comment 'When it was arranged.',
  withdrawn_at datetime null
    comment 'When it was ended early, at once; NULL otherwise.',
  withdrawn_by int unsigned null
    comment 'Who ended it early.',
  primary key (id),
  key substitution_substitute (substitute_id, to_date),
  key substitution_absent (absent_id, to_date),
  constraint substitution_absent_fk foreign key (absent_id) references user (id),
  constraint substitution_substitute_fk foreign key (substitute_id) references user (id),
  constraint substitution_set_fk foreign key (set_by) references user (id),
  constraint substitution_withdrawn_fk foreign key (withdrawn_by) references user (id),
  constraint substitution_other check (absent_id <> substitute_id),
  constraint substitution_period check (to_date >= from_date)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Substitution during leave; what a substitute does is recorded on behalf of the absent one.';

create table recovery_code (
  user_id int unsigned not null
    comment 'Whose code.',
  code_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of recovery:USER:CODE; the code itself is stored nowhere.',
  created_at datetime not null
    comment 'When it was made and shown, once.',
  used_at datetime null
    comment 'When it was used instead of a one-time code; NULL while it is good.',
  primary key (user_id, code_hash),
  constraint recovery_code_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Recovery codes; making new ones removes the old ones.';

create table known_browser (
  user_id int unsigned not null
    comment 'Who signed in.',
  token_hash binary(32) not null
    comment 'BLAKE2b-256 of the random token in the browser cookie.',
  first_at datetime not null
    comment 'First sign-in.',
  seen_at datetime not null
    comment 'Last sign-in; forgotten after 90 days.',
  primary key (user_id, token_hash),
  key known_browser_seen (seen_at),
  constraint known_browser_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Known browsers; failed sign-ins elsewhere never slow these down.';

create table sign_in_try (
  key_hash binary(32) not null
    comment 'Keyed BLAKE2b-256 of what is limited: name and address, name and known browser, name, or address.',
  slot datetime not null
    comment 'Beginning of the quarter of an hour.',
  tries smallint unsigned not null default 0
    comment 'Failures in this quarter of an hour.',
  primary key (key_hash, slot),
  key sign_in_try_slot (slot)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Failed sign-ins for existing and invented names alike; removed after a day.';
