-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Drafts of workflow editions; workflows procedures take by their time limit; every published procedure edition names its workflow edition.
alter table workflow
  add is_default boolean not null default false
    comment 'True where procedures without a workflow of their own take it: of all such, the longest that keeps their time limit.';
update workflow set is_default = true where code = 'mac-dinh';

create table workflow_draft (
  code varchar(60) collate utf8mb4_bin not null
    comment 'Code of the workflow, which may not exist yet.',
  body mediumtext not null
    comment 'The edition as it was typed (format of workflows.json), right or wrong.',
  version int unsigned not null default 1
    comment 'Raised by each saving, so that two people do not write over each other.',
  saved_at datetime not null
    comment 'When it was saved last.',
  saved_by int unsigned null
    comment 'Who saved it last; NULL for an import.',
  primary key (code),
  constraint workflow_draft_by_fk foreign key (saved_by) references user (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Drafts of workflow editions, one a workflow. Publishing makes it a workflow_rev and takes it away.';

-- Editions published before this named no workflow where they took the default one: they keep the edition in force now.
-- Only this migration may write that into them.
delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger procedure_rev_no_update
before update on procedure_rev for each row
begin
end//
delimiter ;
update procedure_rev set workflow_rev_id = (
    select max(r.id) from workflow_rev r join workflow w on w.id = r.workflow_id
    where w.code = 'mac-dinh' and r.published_at is not null)
  where workflow_rev_id is null;
delimiter //
create or replace definer = 'motcua-owner'@'localhost' trigger procedure_rev_no_update
before update on procedure_rev for each row
begin
  if old.published_at is not null then
    signal sqlstate '45000' set message_text = 'a published procedure edition is never changed';
  end if;
end//
delimiter ;
