-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Portraits of officers, as they hang at the counter.
create table user_photo (
  user_id int unsigned not null
    comment 'Officer.',
  type enum('jpeg','png') not null
    comment 'Kind of picture, by its content.',
  picture mediumblob not null
    comment 'The picture itself, at most 300 KB; it is shown small and to everybody who may rate the officer.',
  changed_at datetime not null
    comment 'When it was set.',
  changed_by int unsigned null
    comment 'Who set it; NULL: the sample.',
  primary key (user_id),
  constraint user_photo_user_fk foreign key (user_id) references user (id),
  constraint user_photo_changed_fk foreign key (changed_by) references user (id),
  constraint user_photo_size check (octet_length(picture) between 1 and 307200)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Portraits; an officer without one is shown with initials.';
