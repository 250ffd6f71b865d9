-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Rights of the public website. It can read no table that holds a person: not party, not dossier, not event, not user.

revoke all privileges, grant option from 'motcua-public'@'localhost';

-- The published catalogue and the calendar.
grant select on agency to 'motcua-public'@'localhost';
grant select on field to 'motcua-public'@'localhost';
grant select on `procedure` to 'motcua-public'@'localhost';
grant select on procedure_rev to 'motcua-public'@'localhost';
grant select on procedure_agency to 'motcua-public'@'localhost';
grant select on procedure_audience to 'motcua-public'@'localhost';
grant select on component to 'motcua-public'@'localhost';
grant select on fee_rule to 'motcua-public'@'localhost';
grant select on legal_basis to 'motcua-public'@'localhost';
grant select on life_event to 'motcua-public'@'localhost';
grant select on life_event_procedure to 'motcua-public'@'localhost';
grant select on form to 'motcua-public'@'localhost';
grant select on form_rev to 'motcua-public'@'localhost';
grant select on form_item to 'motcua-public'@'localhost';
grant select on synonym to 'motcua-public'@'localhost';
grant select on synonym_wording to 'motcua-public'@'localhost';
grant select on synonym_pin to 'motcua-public'@'localhost';
grant select on catalogue_version to 'motcua-public'@'localhost';
grant select on work_shift to 'motcua-public'@'localhost';
grant select on special_day to 'motcua-public'@'localhost';

-- The status of a dossier, through narrow windows.
grant select on public_setting to 'motcua-public'@'localhost';
grant select on public_dossier to 'motcua-public'@'localhost';
grant select on public_event to 'motcua-public'@'localhost';
grant select on public_branch to 'motcua-public'@'localhost';
grant select on public_task to 'motcua-public'@'localhost';
grant select on public_pause to 'motcua-public'@'localhost';
grant select on public_supplement to 'motcua-public'@'localhost';
grant select on public_supplement_item to 'motcua-public'@'localhost';
grant select on public_fee to 'motcua-public'@'localhost';
grant select on public_result_file to 'motcua-public'@'localhost';
grant select on public_access to 'motcua-public'@'localhost';
grant execute on function second_fact_ok to 'motcua-public'@'localhost';

-- Wrong second facts are counted.
grant select, insert, update (tries) on lookup_try to 'motcua-public'@'localhost';

-- Searches are counted by day.
grant select, insert, update (tries, empty_tries, clicks, clicked_code) on search_query_day to 'motcua-public'@'localhost';

-- A form has one effect.
grant select, insert, update (result_url) on request_key to 'motcua-public'@'localhost';

-- The hall: how long people wait, one's own ticket, appointments.
grant select on hall to 'motcua-public'@'localhost';
grant select on service_group to 'motcua-public'@'localhost';
grant select on service to 'motcua-public'@'localhost';
grant select on service_field to 'motcua-public'@'localhost';
grant select on counter to 'motcua-public'@'localhost';
grant select on counter_group to 'motcua-public'@'localhost';
grant select (id, counter_id, state, opened_at, closed_at) on counter_session to 'motcua-public'@'localhost';
grant select, update (taken) on appointment_slot to 'motcua-public'@'localhost';
grant select, insert, update (slot_id, state, told, changed_at) on appointment to 'motcua-public'@'localhost';
grant select, update (state, version, ended_at) on ticket to 'motcua-public'@'localhost';
grant select on ticket_item to 'motcua-public'@'localhost';
grant select (ticket_id, channel, told_at), insert, delete on ticket_notice to 'motcua-public'@'localhost';
grant select, insert on ticket_event to 'motcua-public'@'localhost';
grant select on hall_day to 'motcua-public'@'localhost';
grant select (id, group_id, service_date, first_number, last_number) on number_lease to 'motcua-public'@'localhost';
grant select on sequence to 'motcua-public'@'localhost';
grant select on group_hour to 'motcua-public'@'localhost';

-- Ratings, surveys and petitions: they are written and, but for what was published, not read again.
grant select on rated_ticket to 'motcua-public'@'localhost';
grant select on rated_act to 'motcua-public'@'localhost';
grant select on rated_officer to 'motcua-public'@'localhost';
grant select on user_photo to 'motcua-public'@'localhost';
grant select (id, reasons), insert, update (reasons) on rating to 'motcua-public'@'localhost';
grant select, insert on rating_mark to 'motcua-public'@'localhost';
grant insert on rating_word to 'motcua-public'@'localhost';
grant select on public_satisfaction to 'motcua-public'@'localhost';
grant select on survey to 'motcua-public'@'localhost';
grant select on survey_question to 'motcua-public'@'localhost';
grant select on survey_choice to 'motcua-public'@'localhost';
grant insert on survey_reply to 'motcua-public'@'localhost';
grant insert on survey_answer to 'motcua-public'@'localhost';
grant insert on feedback_case to 'motcua-public'@'localhost';
grant insert on feedback_event to 'motcua-public'@'localhost';
grant select on followed_case to 'motcua-public'@'localhost';
grant select on public_case to 'motcua-public'@'localhost';
