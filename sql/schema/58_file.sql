-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What lies in the store of files.
create table file (
  id bigint unsigned not null auto_increment
    comment 'Key; never shown.',
  sha256 binary(32) not null
    comment 'SHA-256 of the content, which is also its place in the store; the same content is stored once.',
  size bigint unsigned not null
    comment 'Bytes.',
  type enum('pdf','jpeg','png','docx','xlsx') not null
    comment 'Type found in the content, never the sender''s word.',
  scan_state enum('waiting','clean','infected','failed') not null default 'waiting'
    comment 'Only clean content is ever handed out; failed means that the scanner refused it.',
  scan_note varchar(200) collate utf8mb4_bin not null default ''
    comment 'Name of what the scanner found, or why it refused.',
  scanned_at datetime null
    comment 'When the scanner last answered; NULL before.',
  stored_at datetime not null
    comment 'When the content was stored.',
  audited_at datetime null
    comment 'When the content was last read again and had its hash.',
  damaged_at datetime null
    comment 'Since when the store lacks the content or has another one; NULL while all is well.',
  deleted_at datetime null
    comment 'When the content was taken out of the store for good; the row stays.',
  primary key (id),
  unique key file_sha256 (sha256),
  key file_waiting (scan_state, id),
  key file_audit (audited_at, id),
  constraint file_size check (size > 0),
  constraint file_scanned check ((scan_state = 'waiting') = (scanned_at is null))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Contents of files. Which dossier has them under which name is in dossier_file.';
