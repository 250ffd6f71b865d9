-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What people wrote with a vote, apart from the vote.
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
