-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Which board speaks and how loud; whether the officer's name stands over the counter.
alter table device
  add column speaks boolean null
    comment 'Boards: whether it calls out loud; NULL: the first of the hall, or of its zone where none stands for all of it.' after zone,
  add column volume tinyint unsigned not null default 100
    comment 'Boards: loudness of the voice, 0 to 100.' after speaks,
  add column shows_officer boolean not null default false
    comment 'Displays: name and title of who sits there stand on it.' after volume,
  add constraint device_volume check (volume <= 100);
