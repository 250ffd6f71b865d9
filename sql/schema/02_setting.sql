-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What the centre may change without a new program. Secrets are never here: they are files.
create table setting (
  name varchar(60) collate utf8mb4_bin not null
    comment 'Name of the setting, for example due_rule or dossier_number_pattern.',
  value text not null
    comment 'Its value as text; the program that reads it checks the form.',
  is_public boolean not null default false
    comment 'True where the public and kiosk programs may read it.',
  note varchar(500) not null default ''
    comment 'What the setting does and which values it takes, for the administrator.',
  changed_at datetime not null default current_timestamp
    comment 'When the value was last changed.',
  changed_by int unsigned null
    comment 'User who changed it; NULL for the installation.',
  primary key (name)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Settings of the centre: names, opening hours, counting rule of deadlines, patterns of numbers.';
