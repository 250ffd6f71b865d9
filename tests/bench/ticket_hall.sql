-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A hall for the load of ticket_load: @code, @groups (24 at most), @dispensers, @counters (60 at most), on @day.
-- Every counter serves three groups and is open.
insert into hall (agency_id, code, name, called_seconds)
  select id, @code, 'Sảnh thử tải', 0 from agency where code = 'TTHCC';
set @hall = last_insert_id();
insert into service_group (hall_id, letter, name, minutes, position)
  select @hall, substr('ABCDEFGHJKLMNPQRSTUVWXYZ', seq, 1), concat('Nhóm ', seq), 5, seq from seq_1_to_24 where seq <= @groups;
insert into service (group_id, name) select id, name from service_group where hall_id = @hall;
insert into device (kind, state, hall_id, name, secret_hash, asked_at, approved_at)
  select 'dispenser', 'approved', @hall, concat('load ', seq), unhex(sha2(concat(@code, seq), 256)), @day, @day
  from seq_1_to_200 where seq <= @dispensers;
insert into counter (hall_id, number) select @hall, seq from seq_1_to_60 where seq <= @counters;
insert into counter_group (counter_id, group_id)
  select distinct c.id, g.id from counter c join seq_0_to_2 k join service_group g on g.hall_id = @hall
  and g.position = 1 + (c.number - 1 + k.seq * 3) % @groups where c.hall_id = @hall;
insert into user (login, name, agency_id)
  select concat(@code, '.', seq), concat('Thử tải ', seq), (select id from agency where code = 'TTHCC')
  from seq_1_to_60 where seq <= @counters;
insert into counter_session (counter_id, user_id, opened_at, changed_at)
  select c.id, u.id, concat(@day, ' 07:00:00'), concat(@day, ' 07:00:00') from counter c
  join user u on u.login = concat(@code, '.', c.number) where c.hall_id = @hall;
