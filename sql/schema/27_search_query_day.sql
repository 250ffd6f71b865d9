-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What was searched for, by day, without anyone's trace.
create table search_query_day (
  day date not null
    comment 'Day of the searches.',
  query_folded varchar(200) collate utf8mb4_bin not null
    comment 'Query without marks, lower case; rows seen fewer than three times are removed after thirty days.',
  tries int unsigned not null default 0
    comment 'How often it was asked.',
  empty_tries int unsigned not null default 0
    comment 'How often nothing was found.',
  clicks int unsigned not null default 0
    comment 'How often a result was opened.',
  clicked_code varchar(24) collate utf8mb4_bin null
    comment 'Procedure opened last.',
  primary key (day, query_folded),
  key search_query_day_empty (day, empty_tries)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Daily counts of search queries; no address, no user, no time of day.';
