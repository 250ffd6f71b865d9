-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What has to be followed up: petitions from the website, low votes with words or with a wish for an answer.
create table feedback_case (
  id int unsigned not null auto_increment
    comment 'Key; the number staff know it by.',
  kind enum('petition','rating') not null
    comment 'petition: phản ánh, kiến nghị. rating: from a low vote; which vote is not known.',
  code_hash binary(32) null
    comment 'Keyed BLAKE2b-256 of the sixteen digits it is followed by; NULL where nobody follows it. The code is stored nowhere.',
  subject enum('delay','attitude','unclear','many_trips','extra_money','procedure','place','other') not null
    comment 'What it is about, as chosen.',
  agency_id int unsigned null
    comment 'Agency it is about; NULL: none named.',
  officer_id int unsigned null
    comment 'Of a vote the officer it was about, who never sees the case; NULL otherwise.',
  dossier_number varchar(40) not null default ''
    comment 'Dossier number as typed; may be wrong.',
  words varchar(4000) not null default ''
    comment 'As written; of a vote empty, they are in rating_word.',
  word_id bigint unsigned null
    comment 'Words of the vote; NULL where there were none, and of a petition.',
  contact_name varchar(120) not null default ''
    comment 'Name, if given; personal.',
  contact varchar(120) not null default ''
    comment 'Telephone or mail address, if given; personal.',
  lang enum('vi','en') not null default 'vi'
    comment 'Language it was written in.',
  received_at datetime not null
    comment 'When it came: a petition to the quarter of an hour, words of a vote to the day, so that they do not give it away.',
  due_at datetime not null
    comment 'By when it is to be answered, in working time.',
  state enum('new','assigned','answered','closed') not null default 'new'
    comment 'new: has no owner. assigned: somebody works on it. answered: the answer stands. closed: over.',
  owner_id int unsigned null
    comment 'Who answers.',
  answer varchar(4000) not null default ''
    comment 'Answer, as whoever follows the case reads it.',
  answered_at datetime null
    comment 'When it was answered first.',
  outcome enum('founded','partly','unfounded','outside') null
    comment 'What became of it: right, partly right, not right, not ours; NULL while open.',
  is_published boolean not null default false
    comment 'True: words and answer stand on the website, without names; decided by a moderator.',
  public_words varchar(4000) not null default ''
    comment 'The words as published, with what names people taken out.',
  closed_at datetime null
    comment 'When it was closed.',
  version int unsigned not null default 1
    comment 'Counts changes; compared in every one.',
  primary key (id),
  unique key feedback_case_code (code_hash),
  unique key feedback_case_word (word_id),
  key feedback_case_state (state, due_at),
  key feedback_case_owner (owner_id, state, due_at),
  key feedback_case_agency (agency_id, state, due_at),
  key feedback_case_published (is_published, answered_at),
  constraint feedback_case_agency_fk foreign key (agency_id) references agency (id),
  constraint feedback_case_officer_fk foreign key (officer_id) references user (id),
  constraint feedback_case_word_fk foreign key (word_id) references rating_word (id),
  constraint feedback_case_owner_fk foreign key (owner_id) references user (id),
  constraint feedback_case_owned check (state = 'new' or owner_id is not null),
  constraint feedback_case_answered check (state in ('new', 'assigned') or answer <> ''),
  constraint feedback_case_closed check ((state = 'closed') = (closed_at is not null and outcome is not null)),
  constraint feedback_case_published_answer check (not is_published or (answer <> '' and public_words <> '')),
  constraint feedback_case_quarter check (minute(received_at) in (0, 15, 30, 45) and second(received_at) = 0 and (kind = 'petition' or hour(received_at) + minute(received_at) = 0))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Cases of feedback.';
