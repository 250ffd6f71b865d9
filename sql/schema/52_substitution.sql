-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Who stands in for whom.
create table substitution (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  absent_id int unsigned not null
    comment 'Person on leave.',
  substitute_id int unsigned not null
    comment 'Person who may do meanwhile what the absent one may, administration excepted.',
  from_date date not null
    comment 'First day.',
  to_date date not null
    comment 'Last day.',
  set_by int unsigned not null
    comment 'Head of the unit or administrator who arranged it.',
  set_at datetime not null default current_timestamp
    comment 'When it was arranged.',
  withdrawn_at datetime null
    comment 'When it was ended early, at once; NULL otherwise.',
  withdrawn_by int unsigned null
    comment 'Who ended it early.',
  primary key (id),
  key substitution_substitute (substitute_id, to_date),
  key substitution_absent (absent_id, to_date),
  constraint substitution_absent_fk foreign key (absent_id) references user (id),
  constraint substitution_substitute_fk foreign key (substitute_id) references user (id),
  constraint substitution_set_fk foreign key (set_by) references user (id),
  constraint substitution_withdrawn_fk foreign key (withdrawn_by) references user (id),
  constraint substitution_other check (absent_id <> substitute_id),
  constraint substitution_period check (to_date >= from_date)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Substitution during leave; what a substitute does is recorded on behalf of the absent one.';
