-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A visitor calls for help from a device; since when a printer is as it is.
alter table panic_call
  modify user_id int unsigned null
    comment 'Officer who called; NULL where a visitor called from a device.',
  add column device_id int unsigned null
    comment 'Device a visitor called from: help, no alarm.' after user_id,
  add column lapses_at datetime null
    comment 'Nobody need come any more after that; NULL: an alarm lasts until it is ended.' after at,
  add column accepted_at datetime null
    comment 'When somebody said to be on the way.' after lapses_at,
  add column accepted_by int unsigned null
    comment 'Who said so.' after accepted_at,
  add column open_device int unsigned as (if(ended_at is null, device_id, null)) persistent
    comment 'Device of an open call: one at a time.' after ended_by,
  modify ended_by int unsigned null
    comment 'Who said so; NULL where the visitor took the call back or it lapsed.',
  add unique key panic_call_device (open_device),
  add key panic_call_device_at (device_id, at),
  add constraint panic_call_device_fk foreign key (device_id) references device (id),
  add constraint panic_call_accepted_fk foreign key (accepted_by) references user (id),
  add constraint panic_call_caller check ((user_id is null) <> (device_id is null)),
  add constraint panic_call_lapses check ((lapses_at is null) = (device_id is null)),
  add constraint panic_call_accepted check ((accepted_at is null) = (accepted_by is null)),
  comment='Alarms of officers, and help that visitors ask for.';
alter table device
  add column printer_at datetime null
    comment 'When that was first said; NULL: never.' after printer;
