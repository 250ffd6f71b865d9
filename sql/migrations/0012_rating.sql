-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Ratings, surveys, and what is followed up from them.
create table user_photo (
  user_id int unsigned not null
    comment 'Officer.',
  type enum('jpeg','png') not null
    comment 'Kind of picture, by its content.',
  picture mediumblob not null
    comment 'The picture itself, at most 300 KB; it is shown small and to everybody who may rate the officer.',
  changed_at datetime not null
    comment 'When it was set.',
  changed_by int unsigned null
    comment 'Who set it; NULL: the sample.',
  primary key (user_id),
  constraint user_photo_user_fk foreign key (user_id) references user (id),
  constraint user_photo_changed_fk foreign key (changed_by) references user (id),
  constraint user_photo_size check (octet_length(picture) between 1 and 307200)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Portraits; an officer without one is shown with initials.';

create table rating (
  id bigint unsigned not null
    comment 'Random, so that it tells nothing of the order of votes; shown to nobody.',
  quarter datetime not null
    comment 'Quarter of an hour the vote came in.',
  officer_id int unsigned null
    comment 'Officer who was rated; NULL where nobody was met, as after a result by post.',
  unit_id int unsigned not null
    comment 'Unit of the officer at that time, else the agency in charge.',
  agency_id int unsigned not null
    comment 'Agency in charge of what was asked for; of a ticket without a dossier the body of the hall.',
  procedure_id int unsigned null
    comment 'Procedure; NULL where the ticket had no dossier.',
  group_id int unsigned null
    comment 'Group of services of the ticket; NULL without a ticket.',
  act enum('visit','received','returned') not null
    comment 'What was rated: a visit with a ticket, the reception of a dossier, the return of its result.',
  channel enum('tablet','ticket','dossier') not null
    comment 'How the vote came: the tablet at the counter, the address on the ticket, the address that came with the dossier.',
  score tinyint unsigned not null
    comment 'From 1, very dissatisfied, to 5, very satisfied.',
  reasons set('attitude','time','unclear','many_trips','extra_money','other') not null default ''
    comment 'Why the score is low, by buttons.',
  primary key (id),
  key rating_officer (officer_id, quarter),
  key rating_unit (unit_id, quarter),
  key rating_agency (agency_id, quarter),
  key rating_quarter (quarter),
  constraint rating_officer_fk foreign key (officer_id) references user (id),
  constraint rating_unit_fk foreign key (unit_id) references agency (id),
  constraint rating_agency_fk foreign key (agency_id) references agency (id),
  constraint rating_procedure_fk foreign key (procedure_id) references `procedure` (id),
  constraint rating_group_fk foreign key (group_id) references service_group (id),
  constraint rating_score check (score between 1 and 5),
  constraint rating_quarter_whole check (minute(quarter) in (0, 15, 30, 45) and second(quarter) = 0)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Votes; only added, and the reasons once.';

create table rating_mark (
  mark binary(32) not null
    comment 'Keyed BLAKE2b-256 of the service; the key is outside the database, so that nobody can tell of which. There is no time.',
  primary key (mark)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Marks of used votes; joined to nothing.';

create table rating_word (
  id bigint unsigned not null
    comment 'Random; no vote has it.',
  month date not null
    comment 'First day of the month it was written in; nothing finer is kept.',
  officer_id int unsigned null
    comment 'Officer it is about; NULL where nobody was met.',
  unit_id int unsigned not null
    comment 'Unit of the officer at that time, else the agency in charge.',
  agency_id int unsigned not null
    comment 'Agency in charge of what was asked for.',
  is_low boolean not null
    comment 'True with one of the two lowest scores; then it is followed up in feedback_case.',
  words varchar(1000) not null
    comment 'As written; before moderation only moderators read it.',
  state enum('new','shown','hidden') not null default 'new'
    comment 'shown: the officer and the head may read it. hidden: it names or insults somebody, or says nothing.',
  moderated_by int unsigned null
    comment 'Who decided so; NULL while new.',
  moderated_at datetime null
    comment 'When.',
  primary key (id),
  key rating_word_state (state, month),
  key rating_word_officer (officer_id, state, month),
  key rating_word_unit (unit_id, state, month),
  constraint rating_word_officer_fk foreign key (officer_id) references user (id),
  constraint rating_word_unit_fk foreign key (unit_id) references agency (id),
  constraint rating_word_agency_fk foreign key (agency_id) references agency (id),
  constraint rating_word_moderated_fk foreign key (moderated_by) references user (id),
  constraint rating_word_month check (dayofmonth(month) = 1),
  constraint rating_word_moderated check ((state = 'new') = (moderated_at is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Words of voters, moderated.';

create table survey (
  id int unsigned not null auto_increment
    comment 'Key.',
  code varchar(30) character set ascii collate ascii_bin not null
    comment 'Short name in addresses, for example 2026-quy-4.',
  title varchar(200) not null
    comment 'Title over the form.',
  title_en varchar(200) not null default ''
    comment 'English title.',
  intro varchar(1000) not null default ''
    comment 'What it is for, above the questions.',
  intro_en varchar(1000) not null default ''
    comment 'The same in English.',
  from_date date not null
    comment 'First day it can be answered.',
  to_date date not null
    comment 'Last day.',
  state enum('draft','open','closed') not null default 'draft'
    comment 'draft: questions can be changed. open: answered within its days. closed: over.',
  version int unsigned not null default 1
    comment 'Counts changes, so that two people cannot overwrite each other.',
  created_at datetime not null
    comment 'When it was begun.',
  created_by int unsigned null
    comment 'Who began it; NULL: the sample.',
  primary key (id),
  unique key survey_code (code),
  key survey_open (state, from_date, to_date),
  constraint survey_created_fk foreign key (created_by) references user (id),
  constraint survey_days check (to_date >= from_date),
  constraint survey_code_form check (code regexp '^[a-z0-9][a-z0-9-]{0,29}$')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Surveys.';

create table survey_question (
  id int unsigned not null auto_increment
    comment 'Key.',
  survey_id int unsigned not null
    comment 'Survey.',
  position smallint unsigned not null
    comment 'Order on the form, from 1.',
  factor enum('access','procedure','officer','result','feedback','other') not null
    comment 'Of the five factors of the national index which one; other: outside the index.',
  kind enum('scale','choice','words') not null
    comment 'scale: 1 to 5. choice: one of several. words: free text.',
  text varchar(300) not null
    comment 'The question.',
  text_en varchar(300) not null default ''
    comment 'In English.',
  is_needed boolean not null default false
    comment 'True where the form is not taken without an answer.',
  primary key (id),
  unique key survey_question_position (survey_id, position),
  constraint survey_question_survey_fk foreign key (survey_id) references survey (id),
  constraint survey_question_index check (factor = 'other' or kind = 'scale')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Questions; they do not change once the survey is open.';

create table survey_choice (
  question_id int unsigned not null
    comment 'Question.',
  value tinyint unsigned not null
    comment 'Of a scale 1 worst to 5 best; else the order.',
  text varchar(150) not null
    comment 'The answer in words.',
  text_en varchar(150) not null default ''
    comment 'In English.',
  primary key (question_id, value),
  constraint survey_choice_question_fk foreign key (question_id) references survey_question (id) on delete cascade,
  constraint survey_choice_value check (value between 1 and 20)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Answer sets.';

create table survey_reply (
  id bigint unsigned not null
    comment 'Random.',
  survey_id int unsigned not null
    comment 'Survey.',
  agency_id int unsigned null
    comment 'Agency the answers are about, as chosen or as the service was; NULL: none named.',
  day date not null
    comment 'Day of the answer.',
  channel enum('web','service') not null
    comment 'service: came with the address of a ticket or dossier, once for each. web: anybody.',
  primary key (id),
  key survey_reply_survey (survey_id, channel, agency_id),
  constraint survey_reply_survey_fk foreign key (survey_id) references survey (id),
  constraint survey_reply_agency_fk foreign key (agency_id) references agency (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Answered surveys; only added.';

create table survey_answer (
  reply_id bigint unsigned not null
    comment 'Whose.',
  question_id int unsigned not null
    comment 'Question.',
  value tinyint unsigned null
    comment 'Chosen answer; NULL of a question answered in words.',
  words varchar(1000) not null default ''
    comment 'Free text; read by managers only.',
  primary key (reply_id, question_id),
  key survey_answer_question (question_id, value),
  constraint survey_answer_reply_fk foreign key (reply_id) references survey_reply (id),
  constraint survey_answer_question_fk foreign key (question_id) references survey_question (id),
  constraint survey_answer_given check (value is not null or words <> '')
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Answers; a question left out has none.';

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

create table feedback_event (
  case_id int unsigned not null
    comment 'Case.',
  seq int unsigned not null
    comment 'Number inside the case, from 1.',
  at datetime not null
    comment 'When; of its arrival the quarter of an hour.',
  kind enum('received','assigned','answered','note','published','withdrawn','closed','reopened') not null
    comment 'What happened. withdrawn: from publication.',
  user_id int unsigned null
    comment 'Who did it; NULL: the citizen.',
  note varchar(2000) not null default ''
    comment 'In words, among staff.',
  primary key (case_id, seq),
  constraint feedback_event_case_fk foreign key (case_id) references feedback_case (id),
  constraint feedback_event_user_fk foreign key (user_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='History of feedback.';
