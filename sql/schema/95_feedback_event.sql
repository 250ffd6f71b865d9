-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- History of cases of feedback; rows are only ever added.
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
