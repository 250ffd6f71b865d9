-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Files of dossiers: what lies in the store, and which dossier has it.
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

create table dossier_file (
  id bigint unsigned not null auto_increment
    comment 'Key; part of addresses.',
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  file_id bigint unsigned not null
    comment 'Content.',
  kind enum('paper','result','note') not null
    comment 'A paper handed in, a file of the result, or something among staff.',
  position smallint unsigned null
    comment 'Paper of the receipt it is a scan of (dossier_component.position when it was added); NULL for others.',
  paper varchar(2000) not null default ''
    comment 'Name of that paper when the file was added, for the list of papers may be corrected later.',
  name varchar(200) not null
    comment 'Name it is shown and downloaded under; may name people, never public.',
  version smallint unsigned not null default 1
    comment 'Counted up with each replacement.',
  replaces_id bigint unsigned null
    comment 'File whose place it took.',
  added_by int unsigned not null
    comment 'Officer who added it.',
  added_at datetime not null
    comment 'When.',
  replaced_at datetime null
    comment 'When a newer version took its place.',
  released_at datetime null
    comment 'When it was released to the citizen, by the action of the workflow that says so; files of the result only.',
  removed_at datetime null
    comment 'When it was marked as removed; the content stays.',
  removed_by int unsigned null
    comment 'Who marked it.',
  removed_reason varchar(500) not null default ''
    comment 'Why.',
  primary key (id),
  unique key dossier_file_replaces (replaces_id),
  key dossier_file_dossier (dossier_id, kind),
  key dossier_file_file (file_id),
  constraint dossier_file_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint dossier_file_file_fk foreign key (file_id) references file (id),
  constraint dossier_file_replaces_fk foreign key (replaces_id) references dossier_file (id),
  constraint dossier_file_added_fk foreign key (added_by) references user (id),
  constraint dossier_file_removed_fk foreign key (removed_by) references user (id),
  constraint dossier_file_paper check (position is null or kind = 'paper'),
  constraint dossier_file_released check (released_at is null or kind = 'result'),
  constraint dossier_file_removed check ((removed_at is null) = (removed_by is null)),
  constraint dossier_file_version check ((replaces_id is null) = (version = 1))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Which files a dossier has. Rows are added and marked, never changed otherwise and never deleted.';
