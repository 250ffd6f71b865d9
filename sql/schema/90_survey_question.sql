-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Questions of a survey.
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
