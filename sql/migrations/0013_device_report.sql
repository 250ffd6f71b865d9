-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What a device reports, and what it is asked to do.
alter table device
  add column seen_from varchar(45) collate utf8mb4_bin not null default ''
    comment 'Network address it last reported from.' after seen_at,
  add column browser varchar(16) character set ascii collate ascii_bin not null default ''
    comment 'Mark of the browser it last reported with; a copied cookie has another one.' after seen_from,
  add column copied_at datetime null
    comment 'When two browsers last reported with its cookie at the same time; NULL: never.' after browser,
  add column wanted enum('nothing','reload','check') not null default 'nothing'
    comment 'What it is asked to do at its next report: load its page anew, or go to its self-test.' after printer;
