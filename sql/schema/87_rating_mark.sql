-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What has been used up: each service is rated once, and answers a survey once.
create table rating_mark (
  mark binary(32) not null
    comment 'Keyed BLAKE2b-256 of the service; the key is outside the database, so that nobody can tell of which. There is no time.',
  primary key (mark)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Marks of used votes; joined to nothing.';
