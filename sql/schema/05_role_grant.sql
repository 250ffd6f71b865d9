-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Who may do what, where and when.
create table role_grant (
  id int unsigned not null auto_increment
    comment 'Key; never shown.',
  user_id int unsigned not null
    comment 'Who receives the right.',
  role enum('clerk','handler','head','approver','sealer','returner','supervisor','manager','admin') not null
    comment 'Receives dossiers, handles, assigns, approves, numbers and stamps, returns results, watches, runs the centre, administers.',
  agency_id int unsigned null
    comment 'Agency or unit the right holds for, with everything below it; NULL means the whole province.',
  from_date date not null
    comment 'First day of the right.',
  to_date date null
    comment 'Last day of the right; NULL means until withdrawn.',
  granted_by int unsigned null
    comment 'Administrator who granted it; NULL for the installation.',
  granted_at datetime not null default current_timestamp
    comment 'When it was granted.',
  withdrawn_at datetime null
    comment 'When it was withdrawn, at once; NULL otherwise.',
  withdrawn_by int unsigned null
    comment 'Administrator who withdrew it.',
  primary key (id),
  key role_grant_user (user_id, role),
  key role_grant_agency (agency_id, role),
  constraint role_grant_user_fk foreign key (user_id) references user (id),
  constraint role_grant_agency_fk foreign key (agency_id) references agency (id),
  constraint role_grant_by_fk foreign key (granted_by) references user (id),
  constraint role_grant_withdrawn_fk foreign key (withdrawn_by) references user (id),
  constraint role_grant_period check (to_date is null or to_date >= from_date)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Rights: user, role, unit and period. A right that ended stays as a row, so that old decisions can be explained.';
