-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Somebody's answers to a survey; who it was is not known.
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
