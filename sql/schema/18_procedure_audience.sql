-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- For whom a procedure edition is.
create table procedure_audience (
  rev_id int unsigned not null
    comment 'Edition of the procedure.',
  audience enum('citizen','overseas','foreigner','business','foreign_business','cooperative','organisation','foreign_organisation','official','party') not null
    comment 'Citizens, Vietnamese living abroad, foreigners, businesses, businesses with foreign capital, cooperatives, other organisations, foreign organisations, public officials, the Party and its members.',
  primary key (rev_id, audience),
  constraint procedure_audience_rev_fk foreign key (rev_id) references procedure_rev (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Who may use a procedure, for the filter and the procedure page.';
