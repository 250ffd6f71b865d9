-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Single answers.
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
