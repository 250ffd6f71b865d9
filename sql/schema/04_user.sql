-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
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
    comment 'When the person last chose the password; NULL while it is a first one that must be changed.',
  password_until datetime null
    comment 'When a first password stops working; NULL for ever.',
  totp_sealed varbinary(200) null
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
