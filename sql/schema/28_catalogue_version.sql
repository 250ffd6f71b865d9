-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- One number that tells running workers that the catalogue has changed.
create table catalogue_version (
  id tinyint unsigned not null default 1
    comment 'Always 1.',
  version bigint unsigned not null default 1
    comment 'Raised by one in the same transaction as any change of published procedures, forms, agencies, fields, life events, synonyms or public settings.',
  changed_at datetime not null default current_timestamp on update current_timestamp
    comment 'When it was last raised.',
  primary key (id),
  constraint catalogue_version_one check (id = 1)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Version of the published catalogue: one row.';
insert into catalogue_version (id, version) values (1, 1);
