-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What a dossier costs.
create table fee (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  position smallint unsigned not null
    comment 'Order, from 1.',
  kind enum('fee','charge','duty') not null
    comment 'Price of a service (phí), fixed charge (lệ phí), or money owed to the State (nghĩa vụ tài chính).',
  name varchar(300) not null
    comment 'What is paid for; names nobody.',
  amount bigint unsigned not null
    comment 'Amount in đồng.',
  waived_amount bigint unsigned not null default 0
    comment 'Part of it that was waived.',
  asked_at datetime not null
    comment 'When it was asked for.',
  pay_by date null
    comment 'Last day to pay; NULL where no day was set.',
  paid_at datetime null
    comment 'When it was paid; NULL while open.',
  receipt_no varchar(40) collate utf8mb4_bin not null default ''
    comment 'Number of the payment receipt.',
  primary key (dossier_id, position),
  constraint fee_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint fee_waiver check (waived_amount <= amount)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Fees, charges and duties of a dossier.';
