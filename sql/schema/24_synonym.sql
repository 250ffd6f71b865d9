-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- How people say it.
create table synonym (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  phrase varchar(200) collate utf8mb4_bin not null
    comment 'Words as people type them, NFC, lower case.',
  kind enum('abbreviation','colloquial','dialect','old-name','intent','english','form','same','outside') not null
    comment 'Abbreviation, everyday word, dialect, former name, whole situation, English, number of a form, words of equal meaning when situations are compared, or something people ask for that is no procedure.',
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
  key synonym_phrase (phrase),
  constraint synonym_edited_fk foreign key (edited_by) references user (id),
  constraint synonym_approved_fk foreign key (approved_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='The dictionary of the search, kept by clerks.';
