-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- What happened to a dossier; rows are only ever added.
create table event (
  dossier_id bigint unsigned not null
    comment 'Dossier.',
  seq int unsigned not null
    comment 'Number inside the dossier, from 1, without gaps.',
  id bigint unsigned not null auto_increment
    comment 'Number over all dossiers, in the order of writing; the seal goes by it.',
  at datetime not null
    comment 'When it happened.',
  type varchar(30) collate utf8mb4_bin not null
    comment 'What happened, for example received, assigned, supplement_asked; the list is in docs/data-model.md.',
  actor_id int unsigned null
    comment 'Who did it; NULL for the citizen and for programs.',
  behalf_id int unsigned null
    comment 'For whom, where a substitute acted.',
  unit_id int unsigned null
    comment 'Agency or unit that did it; NULL for the citizen and for programs.',
  branch_id bigint unsigned null
    comment 'Branch it happened on; NULL for the whole dossier.',
  from_state varchar(20) collate utf8mb4_bin null
    comment 'State before, where the state changed.',
  to_state varchar(20) collate utf8mb4_bin null
    comment 'State after, where the state changed.',
  is_public boolean not null default false
    comment 'True where the citizen sees it in the timeline.',
  public_note varchar(1000) not null default ''
    comment 'Words to the citizen; names nobody; empty means the usual words for the type.',
  note varchar(2000) not null default ''
    comment 'Words among staff; never public.',
  data text null
    comment 'Further facts as JSON, for example old and new due time; never public.',
  primary key (dossier_id, seq),
  unique key event_id (id),
  key event_at (at),
  constraint event_dossier_fk foreign key (dossier_id) references dossier (id),
  constraint event_actor_fk foreign key (actor_id) references user (id),
  constraint event_behalf_fk foreign key (behalf_id) references user (id),
  constraint event_unit_fk foreign key (unit_id) references agency (id),
  constraint event_branch_fk foreign key (branch_id) references branch (id),
  constraint event_data check (data is null or json_valid(data))
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='History of dossiers. No program account may update or delete, and triggers refuse it to everyone.';
