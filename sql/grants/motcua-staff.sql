-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Rights of the staff program. It has no right to change or delete history, and none to other tables' structure.

revoke all privileges, grant option from 'motcua-staff'@'localhost';

-- Reading. Which dossiers a user may see is decided by the program from role_grant.
grant select on setting to 'motcua-staff'@'localhost';
grant select on public_setting to 'motcua-staff'@'localhost';
grant select on agency to 'motcua-staff'@'localhost';
grant select on user to 'motcua-staff'@'localhost';
grant select on role_grant to 'motcua-staff'@'localhost';
grant select on session to 'motcua-staff'@'localhost';
grant select on field_unit to 'motcua-staff'@'localhost';
grant select on field to 'motcua-staff'@'localhost';
grant select on workflow to 'motcua-staff'@'localhost';
grant select on workflow_rev to 'motcua-staff'@'localhost';
grant select on wf_step to 'motcua-staff'@'localhost';
grant select on wf_action to 'motcua-staff'@'localhost';
grant select on form to 'motcua-staff'@'localhost';
grant select on form_rev to 'motcua-staff'@'localhost';
grant select on form_item to 'motcua-staff'@'localhost';
grant select on `procedure` to 'motcua-staff'@'localhost';
grant select on procedure_rev to 'motcua-staff'@'localhost';
grant select on procedure_agency to 'motcua-staff'@'localhost';
grant select on procedure_audience to 'motcua-staff'@'localhost';
grant select on component to 'motcua-staff'@'localhost';
grant select on fee_rule to 'motcua-staff'@'localhost';
grant select on legal_basis to 'motcua-staff'@'localhost';
grant select on life_event to 'motcua-staff'@'localhost';
grant select on life_event_procedure to 'motcua-staff'@'localhost';
grant select on synonym to 'motcua-staff'@'localhost';
grant select on synonym_wording to 'motcua-staff'@'localhost';
grant select on synonym_pin to 'motcua-staff'@'localhost';
grant select on search_query_day to 'motcua-staff'@'localhost';
grant select on catalogue_version to 'motcua-staff'@'localhost';
grant select on work_shift to 'motcua-staff'@'localhost';
grant select on special_day to 'motcua-staff'@'localhost';
grant select on sequence to 'motcua-staff'@'localhost';
grant select on request_key to 'motcua-staff'@'localhost';
grant select on dossier to 'motcua-staff'@'localhost';
grant select on party to 'motcua-staff'@'localhost';
grant select on dossier_component to 'motcua-staff'@'localhost';
grant select on branch to 'motcua-staff'@'localhost';
grant select on task to 'motcua-staff'@'localhost';
grant select on supplement to 'motcua-staff'@'localhost';
grant select on supplement_item to 'motcua-staff'@'localhost';
grant select on clock to 'motcua-staff'@'localhost';
grant select on clock_pause to 'motcua-staff'@'localhost';
grant select on fee to 'motcua-staff'@'localhost';
grant select on result to 'motcua-staff'@'localhost';
grant select on event to 'motcua-staff'@'localhost';
grant select on access_log to 'motcua-staff'@'localhost';
grant select on file to 'motcua-staff'@'localhost';
grant select on dossier_file to 'motcua-staff'@'localhost';
grant select on substitution to 'motcua-staff'@'localhost';
grant select on recovery_code to 'motcua-staff'@'localhost';
grant select on known_browser to 'motcua-staff'@'localhost';
grant select on sign_in_try to 'motcua-staff'@'localhost';
grant select on outbox to 'motcua-staff'@'localhost';
grant select on party_word to 'motcua-staff'@'localhost';
grant select on saved_filter to 'motcua-staff'@'localhost';
grant select on batch to 'motcua-staff'@'localhost';
grant select on batch_item to 'motcua-staff'@'localhost';
grant select on audit to 'motcua-staff'@'localhost';

-- Dossiers: nothing is ever deleted but a paper ticked by mistake.
grant insert, update on dossier to 'motcua-staff'@'localhost';
grant insert, update on party to 'motcua-staff'@'localhost';
grant insert, update on dossier_component to 'motcua-staff'@'localhost';
grant insert, update on branch to 'motcua-staff'@'localhost';
grant insert, update on task to 'motcua-staff'@'localhost';
grant insert, update on supplement to 'motcua-staff'@'localhost';
grant insert, update on supplement_item to 'motcua-staff'@'localhost';
grant insert, update on clock to 'motcua-staff'@'localhost';
grant insert, update on clock_pause to 'motcua-staff'@'localhost';
grant insert, update on fee to 'motcua-staff'@'localhost';
grant insert, update on result to 'motcua-staff'@'localhost';
grant delete on dossier_component to 'motcua-staff'@'localhost';

-- Files are added and marked.
grant insert on file to 'motcua-staff'@'localhost';
grant insert, update (replaced_at, released_at, removed_at, removed_by, removed_reason) on dossier_file to 'motcua-staff'@'localhost';

-- History and messages are only added.
grant insert on event to 'motcua-staff'@'localhost';
grant insert on access_log to 'motcua-staff'@'localhost';
grant insert on audit to 'motcua-staff'@'localhost';
grant insert on outbox to 'motcua-staff'@'localhost';

-- Names as they are searched follow the party; a person's own filters; batches are only added.
grant insert, delete on party_word to 'motcua-staff'@'localhost';
grant insert, update, delete on saved_filter to 'motcua-staff'@'localhost';
grant insert on batch to 'motcua-staff'@'localhost';
grant insert on batch_item to 'motcua-staff'@'localhost';

-- Numbers and form keys.
grant insert, update (n) on sequence to 'motcua-staff'@'localhost';
grant insert, update (result_url) on request_key to 'motcua-staff'@'localhost';

-- Accounts and sessions.
grant insert, update on user to 'motcua-staff'@'localhost';
grant insert, update (to_date, withdrawn_at, withdrawn_by) on role_grant to 'motcua-staff'@'localhost';
grant insert, update (withdrawn_at, withdrawn_by) on substitution to 'motcua-staff'@'localhost';
grant insert, update (used_at), delete on recovery_code to 'motcua-staff'@'localhost';
grant insert, update, delete on known_browser to 'motcua-staff'@'localhost';
grant insert, update on sign_in_try to 'motcua-staff'@'localhost';
grant insert, update (seen_at, expires_at, ended_at, user_id) on session to 'motcua-staff'@'localhost';

-- Keeping the catalogue; triggers refuse any change of a published edition.
grant update (value, changed_at, changed_by) on setting to 'motcua-staff'@'localhost';
grant update (version) on catalogue_version to 'motcua-staff'@'localhost';
grant insert, update on agency to 'motcua-staff'@'localhost';
grant insert, update on field to 'motcua-staff'@'localhost';
grant insert, update on `procedure` to 'motcua-staff'@'localhost';
grant insert, update on procedure_rev to 'motcua-staff'@'localhost';
grant insert, update on form to 'motcua-staff'@'localhost';
grant insert, update on form_rev to 'motcua-staff'@'localhost';
grant insert, update on workflow to 'motcua-staff'@'localhost';
grant insert, update on workflow_rev to 'motcua-staff'@'localhost';
grant insert, update, delete on procedure_agency to 'motcua-staff'@'localhost';
grant insert, update, delete on procedure_audience to 'motcua-staff'@'localhost';
grant insert, update, delete on component to 'motcua-staff'@'localhost';
grant insert, update, delete on fee_rule to 'motcua-staff'@'localhost';
grant insert, update, delete on legal_basis to 'motcua-staff'@'localhost';
grant insert, update, delete on form_item to 'motcua-staff'@'localhost';
grant insert, update, delete on field_unit to 'motcua-staff'@'localhost';
grant insert, update, delete on wf_step to 'motcua-staff'@'localhost';
grant insert, update, delete on wf_action to 'motcua-staff'@'localhost';
grant insert, update, delete on life_event to 'motcua-staff'@'localhost';
grant insert, update, delete on life_event_procedure to 'motcua-staff'@'localhost';
grant insert, update, delete on synonym to 'motcua-staff'@'localhost';
grant insert, update, delete on synonym_wording to 'motcua-staff'@'localhost';
grant insert, update, delete on synonym_pin to 'motcua-staff'@'localhost';
grant insert, update, delete on work_shift to 'motcua-staff'@'localhost';
grant insert, update, delete on special_day to 'motcua-staff'@'localhost';
grant select, insert, update, delete on workflow_draft to 'motcua-staff'@'localhost';

-- The hall: what it consists of is set by the manager; who waits moves on; history is only added.
grant select, insert, update on hall to 'motcua-staff'@'localhost';
grant select, insert, update on service_group to 'motcua-staff'@'localhost';
grant select, insert, update on service to 'motcua-staff'@'localhost';
grant select, insert, update, delete on service_field to 'motcua-staff'@'localhost';
grant select, insert, update on counter to 'motcua-staff'@'localhost';
grant select, insert, update, delete on counter_group to 'motcua-staff'@'localhost';
grant select, insert, update on counter_session to 'motcua-staff'@'localhost';
grant select, insert on counter_event to 'motcua-staff'@'localhost';
grant select, update on device to 'motcua-staff'@'localhost';
grant select on device_check to 'motcua-staff'@'localhost';
grant select on number_lease to 'motcua-staff'@'localhost';
grant select, insert, update (capacity, taken) on appointment_slot to 'motcua-staff'@'localhost';
grant select, update (state, changed_at) on appointment to 'motcua-staff'@'localhost';
grant select, insert, update on ticket to 'motcua-staff'@'localhost';
grant select, insert, update on ticket_item to 'motcua-staff'@'localhost';
grant select, insert on ticket_event to 'motcua-staff'@'localhost';
grant select, insert, update (lapses_at, accepted_at, accepted_by, ended_at, ended_by) on panic_call to 'motcua-staff'@'localhost';
grant select on hall_day to 'motcua-staff'@'localhost';
grant select on group_hour to 'motcua-staff'@'localhost';

-- Ratings are read and never written; words are moderated; surveys are made; cases are followed up.
grant select on rating to 'motcua-staff'@'localhost';
grant select, update (state, moderated_by, moderated_at) on rating_word to 'motcua-staff'@'localhost';
grant select, insert, update, delete on user_photo to 'motcua-staff'@'localhost';
grant select, insert, update on survey to 'motcua-staff'@'localhost';
grant select, insert, update, delete on survey_question to 'motcua-staff'@'localhost';
grant select, insert, update, delete on survey_choice to 'motcua-staff'@'localhost';
grant select on survey_reply to 'motcua-staff'@'localhost';
grant select on survey_answer to 'motcua-staff'@'localhost';
grant select, update (agency_id, due_at, state, owner_id, answer, answered_at, outcome, is_published, public_words, closed_at, version) on feedback_case to 'motcua-staff'@'localhost';
grant select, insert on feedback_event to 'motcua-staff'@'localhost';
