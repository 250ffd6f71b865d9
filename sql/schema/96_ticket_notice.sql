-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- One message to who wants to be told that the turn is near.
create table ticket_notice (
  ticket_id bigint unsigned not null
    comment 'Ticket.',
  channel enum('mail','sms') not null
    comment 'By mail or by short message.',
  recipient_sealed varchar(300) character set ascii collate ascii_bin null
    comment 'Address or telephone number, sealed; NULL once it was used. Rows go when the ticket has ended.',
  language char(2) character set ascii collate ascii_bin not null default 'vi'
    comment 'Language of the message.',
  asked_at datetime not null
    comment 'When it was asked for.',
  told_at datetime null
    comment 'When the message was written; NULL: not yet.',
  primary key (ticket_id),
  key ticket_notice_untold (told_at),
  constraint ticket_notice_ticket_fk foreign key (ticket_id) references ticket (id),
  constraint ticket_notice_used check (recipient_sealed is null or told_at is null)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Who wants to be told that the turn is near; each once.';
