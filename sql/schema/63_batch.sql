-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Acts that were done to several dossiers at once.
create table batch (
  id bigint unsigned not null auto_increment
    comment 'Key.',
  user_id int unsigned not null
    comment 'Who did it.',
  at datetime not null
    comment 'When.',
  code varchar(60) collate utf8mb4_bin not null
    comment 'Act, as the dossier page offers it.',
  name varchar(200) not null
    comment 'Its name as the officer saw it.',
  person_id int unsigned null
    comment 'To whom, for an assignment.',
  primary key (id),
  key batch_user (user_id, at),
  constraint batch_user_fk foreign key (user_id) references user (id),
  constraint batch_person_fk foreign key (person_id) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Batches; what became of each dossier is in batch_item.';
