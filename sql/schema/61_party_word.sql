-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- The words of the names of applicants and submitters, as people search them.
create table party_word (
  word varchar(24) character set ascii collate ascii_bin not null
    comment 'Word of the name in small letters without marks, đ as d, as cgi/search/fold.h writes it.',
  agency_id int unsigned not null
    comment 'Agency in charge, of a branch, or of a task''s unit: each searches its own; a dossier of several stands here for each.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  role enum('applicant','submitter') not null
    comment 'Whose name.',
  words varchar(310) character set ascii collate ascii_bin not null
    comment 'All words of the name, a space before and behind each: a search for several reads one range of an index.',
  primary key (word, agency_id, dossier_id, role),
  key party_word_newest (word, dossier_id, role, words),
  key party_word_dossier (dossier_id, role),
  constraint party_word_party_fk foreign key (dossier_id, role) references party (dossier_id, role)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Words of names, written together with party; motcua names index writes those that are missing.';
