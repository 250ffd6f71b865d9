-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Handling: stopped dossiers, units by field, opinions beside the workflow, extended and restarted limits, who took the result.
alter table dossier
  modify state enum('draft','submitted','needs_fix','rejected_online','received','processing','waiting_citizen','waiting_fee','approved','refused','ready','returned','withdrawn','expired','stopped') not null
    comment 'State the citizen sees; everything finer is in branch and task.',
  add extended_due_at datetime null
    comment 'Due time set with the apology; later pauses move due_at on from here.' after apologised_at,
  modify closed_at datetime null
    comment 'When nothing more was to be done: returned, withdrawn, rejected, expired, or stopped for good.';
alter table task
  modify step_id int unsigned null
    comment 'Step of the workflow; NULL for an opinion asked for beside it.';
alter table clock_pause
  add is_restart boolean not null default false
    comment 'True where the whole limit runs anew from the end of this pause, instead of the rest of it.' after supplement_id;
alter table result
  add receiver_role enum('applicant','submitter','other') null
    comment 'Who the receiver is; NULL where it went by post or online.',
  add identity_checked boolean not null default false
    comment 'True where the receiver''s identity paper was looked at.',
  add signed_for boolean not null default false
    comment 'True where the receiver signed for it.';

create table field_unit (
  field_id int unsigned not null
    comment 'Field.',
  agency_id int unsigned not null
    comment 'Agency.',
  unit_id int unsigned not null
    comment 'Unit inside it that gets the dossiers of the field; may be the agency itself.',
  primary key (field_id, agency_id),
  key field_unit_agency (agency_id),
  key field_unit_unit (unit_id),
  constraint field_unit_field_fk foreign key (field_id) references field (id),
  constraint field_unit_agency_fk foreign key (agency_id) references agency (id),
  constraint field_unit_unit_fk foreign key (unit_id) references agency (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_uca1400_ai_ci
  comment='Units by field and agency: where a dossier goes that no unit had before.';
