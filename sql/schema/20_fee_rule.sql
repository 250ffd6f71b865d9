-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What a procedure edition costs.
create table fee_rule (
  rev_id int unsigned not null
    comment 'Edition of the procedure.',
  position smallint unsigned not null
    comment 'Order in the list, from 1.',
  kind enum('fee','charge') not null
    comment 'fee: price of a service (phí). charge: fixed charge to the budget (lệ phí).',
  name varchar(500) not null
    comment 'What is paid for, with the case it holds for.',
  amount bigint unsigned null
    comment 'Amount in đồng; NULL where only words can say it.',
  online_amount bigint unsigned null
    comment 'Amount when filed online, where it differs.',
  note varchar(1000) not null default ''
    comment 'Amount or waivers in words.',
  paid_at enum('reception','result','later') not null default 'reception'
    comment 'When it is paid: on handing in, on collecting, or after a notice.',
  primary key (rev_id, position),
  constraint fee_rule_rev_fk foreign key (rev_id) references procedure_rev (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Fees and charges of a procedure edition.';
