-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Rights of the kiosks, ticket dispensers and boards: the catalogue and the status of a dossier, no person.

revoke all privileges, grant option from 'motcua-kiosk'@'localhost';

-- The published catalogue and the calendar.
grant select on agency to 'motcua-kiosk'@'localhost';
grant select on field to 'motcua-kiosk'@'localhost';
grant select on `procedure` to 'motcua-kiosk'@'localhost';
grant select on procedure_rev to 'motcua-kiosk'@'localhost';
grant select on procedure_agency to 'motcua-kiosk'@'localhost';
grant select on procedure_audience to 'motcua-kiosk'@'localhost';
grant select on component to 'motcua-kiosk'@'localhost';
grant select on fee_rule to 'motcua-kiosk'@'localhost';
grant select on legal_basis to 'motcua-kiosk'@'localhost';
grant select on life_event to 'motcua-kiosk'@'localhost';
grant select on life_event_procedure to 'motcua-kiosk'@'localhost';
grant select on form to 'motcua-kiosk'@'localhost';
grant select on form_rev to 'motcua-kiosk'@'localhost';
grant select on form_item to 'motcua-kiosk'@'localhost';
grant select on synonym to 'motcua-kiosk'@'localhost';
grant select on synonym_wording to 'motcua-kiosk'@'localhost';
grant select on synonym_pin to 'motcua-kiosk'@'localhost';
grant select on catalogue_version to 'motcua-kiosk'@'localhost';
grant select on work_shift to 'motcua-kiosk'@'localhost';
grant select on special_day to 'motcua-kiosk'@'localhost';

-- The status of a dossier, through narrow windows.
grant select on public_setting to 'motcua-kiosk'@'localhost';
grant select on public_dossier to 'motcua-kiosk'@'localhost';
grant select on public_event to 'motcua-kiosk'@'localhost';
grant select on public_branch to 'motcua-kiosk'@'localhost';
grant select on public_task to 'motcua-kiosk'@'localhost';
grant select on public_pause to 'motcua-kiosk'@'localhost';
grant select on public_supplement to 'motcua-kiosk'@'localhost';
grant select on public_supplement_item to 'motcua-kiosk'@'localhost';
grant select on public_fee to 'motcua-kiosk'@'localhost';
grant execute on function second_fact_ok to 'motcua-kiosk'@'localhost';

-- Wrong second facts are counted.
grant select, insert, update (tries) on lookup_try to 'motcua-kiosk'@'localhost';

-- A form has one effect.
grant select, insert, update (result_url) on request_key to 'motcua-kiosk'@'localhost';

-- The hall: devices report, tickets are given out. Nothing here says who anybody is.
grant select on hall to 'motcua-kiosk'@'localhost';
grant select on service_group to 'motcua-kiosk'@'localhost';
grant select on service to 'motcua-kiosk'@'localhost';
grant select on service_field to 'motcua-kiosk'@'localhost';
grant select on counter to 'motcua-kiosk'@'localhost';
grant select on counter_group to 'motcua-kiosk'@'localhost';
grant select (id, counter_id, state, opened_at, closed_at) on counter_session to 'motcua-kiosk'@'localhost';
grant select, insert (secret_hash, pairing_code, asked_at, asked_from), update (pairing_code, asked_at, asked_from, seen_at, seen_from, browser, copied_at, version, page, drift_ms, printer, printer_at, wanted) on device to 'motcua-kiosk'@'localhost';
grant select, insert on device_check to 'motcua-kiosk'@'localhost';
grant select, insert (hall_id, device_id, at, lapses_at), update (ended_at) on device_call to 'motcua-kiosk'@'localhost';
grant select, insert, update (used_to, reported_at) on number_lease to 'motcua-kiosk'@'localhost';
grant select on appointment_slot to 'motcua-kiosk'@'localhost';
grant select, update (state, changed_at) on appointment to 'motcua-kiosk'@'localhost';
grant select, insert, update on ticket to 'motcua-kiosk'@'localhost';
grant select, insert on ticket_item to 'motcua-kiosk'@'localhost';
grant select, insert on ticket_event to 'motcua-kiosk'@'localhost';
grant select, update (tickets, left_over) on hall_day to 'motcua-kiosk'@'localhost';
grant select on group_hour to 'motcua-kiosk'@'localhost';
grant select, insert, update (n) on sequence to 'motcua-kiosk'@'localhost';

-- Ratings at the counter: who served there, and a vote. A vote cannot be read again; its reasons are added once.
grant select on rated_ticket to 'motcua-kiosk'@'localhost';
grant select on rated_act to 'motcua-kiosk'@'localhost';
grant select on rated_officer to 'motcua-kiosk'@'localhost';
grant select on rated_counter to 'motcua-kiosk'@'localhost';
grant select on user_photo to 'motcua-kiosk'@'localhost';
grant select (id, reasons), insert, update (reasons) on rating to 'motcua-kiosk'@'localhost';
grant select, insert on rating_mark to 'motcua-kiosk'@'localhost';
grant insert on rating_word to 'motcua-kiosk'@'localhost';
grant insert on feedback_case to 'motcua-kiosk'@'localhost';
grant insert on feedback_event to 'motcua-kiosk'@'localhost';
