-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- A ticket transferred to one counter waits for that one alone.
alter table ticket
  add for_counter_id int unsigned null
    comment 'Counter it was transferred to and alone may call it, until that one closes; NULL: any that serves its group.' after session_id,
  add key ticket_for_counter (for_counter_id, service_date, state),
  add constraint ticket_for_counter_fk foreign key (for_counter_id) references counter (id),
  add constraint ticket_for_counter_state check (for_counter_id is null or state in ('waiting', 'cancelled', 'closed'));
alter table ticket_event
  add for_counter_id int unsigned null
    comment 'Of a transfer to one counter: which.' after counter_id,
  add constraint ticket_event_for_counter_fk foreign key (for_counter_id) references counter (id);
