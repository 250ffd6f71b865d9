-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What an import did, line by line.
create table import_row (
  run_id int unsigned not null
    comment 'Import.',
  line int unsigned not null
    comment 'Line of the file, from 1.',
  code varchar(40) collate utf8mb4_bin not null default ''
    comment 'Procedure code after cleaning; empty where there was none.',
  action enum('added','updated','same','refused') not null
    comment 'What came of the line.',
  changes varchar(1000) not null default ''
    comment 'What was cleaned, one word each, for example nfc,spaces,capitals.',
  reason varchar(500) not null default ''
    comment 'Why it was refused.',
  raw mediumtext null
    comment 'The line as it was read; NULL for lines that were already so.',
  primary key (run_id, line),
  key import_row_code (code),
  constraint import_row_run_fk foreign key (run_id) references import_run (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Lines of an import with what was changed or refused; the raw text is kept.';
