-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- How far the next seals may go.
create table seal_mark (
  book enum('event','audit') not null
    comment 'Table whose rows are sealed.',
  last_id bigint unsigned not null
    comment 'Highest id there was; rows up to it are sealed once every statement that could still add one below has ended.',
  seen_at datetime not null
    comment 'When that was, by the clock of the database.',
  primary key (book)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Where the sealing job looked last: ids are given in order, but rows appear in the order of commits.';
