-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Answers a question of a survey offers.
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
