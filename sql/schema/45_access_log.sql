-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Who looked at a whole dossier.
create table access_log (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  at datetime not null default current_timestamp
    comment 'When.',
  user_id int unsigned not null
    comment 'Who.',
  unit_id int unsigned not null
    comment 'Unit the person acted for.',
  dossier_id bigint unsigned not null
    comment 'Dossier that was shown.',
  purpose varchar(60) collate utf8mb4_bin not null
    comment 'Page or print it was shown by.',
  primary key (id),
  key access_log_dossier (dossier_id, at),
  key access_log_user (user_id, at),
  constraint access_log_user_fk foreign key (user_id) references user (id),
  constraint access_log_unit_fk foreign key (unit_id) references agency (id),
  constraint access_log_dossier_fk foreign key (dossier_id) references dossier (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Every view of a full dossier; rows are only ever added.';
