-- SPDX-License-Identifier: Apache-2.0
-- Copyright motcua contributors
--
-- Rights of the background program.

revoke all privileges, grant option from 'motcua-jobs'@'localhost';

-- Reading.
grant select on schema_migration to 'motcua-jobs'@'localhost';
grant select on setting to 'motcua-jobs'@'localhost';
grant select on public_setting to 'motcua-jobs'@'localhost';
grant select on agency to 'motcua-jobs'@'localhost';
grant select on field_unit to 'motcua-jobs'@'localhost';
grant select on field to 'motcua-jobs'@'localhost';
grant select on workflow to 'motcua-jobs'@'localhost';
grant select on workflow_rev to 'motcua-jobs'@'localhost';
grant select on wf_step to 'motcua-jobs'@'localhost';
grant select on wf_action to 'motcua-jobs'@'localhost';
grant select on form to 'motcua-jobs'@'localhost';
grant select on form_rev to 'motcua-jobs'@'localhost';
grant select on form_item to 'motcua-jobs'@'localhost';
grant select on `procedure` to 'motcua-jobs'@'localhost';
grant select on procedure_rev to 'motcua-jobs'@'localhost';
grant select on procedure_agency to 'motcua-jobs'@'localhost';
grant select on procedure_audience to 'motcua-jobs'@'localhost';
grant select on component to 'motcua-jobs'@'localhost';
grant select on fee_rule to 'motcua-jobs'@'localhost';
grant select on legal_basis to 'motcua-jobs'@'localhost';
grant select on life_event to 'motcua-jobs'@'localhost';
grant select on life_event_procedure to 'motcua-jobs'@'localhost';
grant select on synonym to 'motcua-jobs'@'localhost';
grant select on synonym_wording to 'motcua-jobs'@'localhost';
grant select on synonym_pin to 'motcua-jobs'@'localhost';
grant select on search_query_day to 'motcua-jobs'@'localhost';
grant select on catalogue_version to 'motcua-jobs'@'localhost';
grant select on work_shift to 'motcua-jobs'@'localhost';
grant select on special_day to 'motcua-jobs'@'localhost';
grant select on sequence to 'motcua-jobs'@'localhost';
grant select on dossier to 'motcua-jobs'@'localhost';
grant select on dossier_component to 'motcua-jobs'@'localhost';
grant select on branch to 'motcua-jobs'@'localhost';
grant select on task to 'motcua-jobs'@'localhost';
grant select on supplement to 'motcua-jobs'@'localhost';
grant select on supplement_item to 'motcua-jobs'@'localhost';
grant select on clock to 'motcua-jobs'@'localhost';
grant select on clock_pause to 'motcua-jobs'@'localhost';
grant select on fee to 'motcua-jobs'@'localhost';
grant select on result to 'motcua-jobs'@'localhost';
grant select on event to 'motcua-jobs'@'localhost';
grant select on access_log to 'motcua-jobs'@'localhost';
grant select on file to 'motcua-jobs'@'localhost';
grant select (id, file_id) on dossier_file to 'motcua-jobs'@'localhost';
grant select on outbox to 'motcua-jobs'@'localhost';
grant select on audit to 'motcua-jobs'@'localhost';
grant select on job_run to 'motcua-jobs'@'localhost';
grant select on import_run to 'motcua-jobs'@'localhost';
grant select on import_row to 'motcua-jobs'@'localhost';
grant select (id, login, name, agency_id, email, disabled_at) on user to 'motcua-jobs'@'localhost';
grant select (dossier_id, role, name, phone, email) on party to 'motcua-jobs'@'localhost';
grant select (token_hash, expires_at, ended_at) on session to 'motcua-jobs'@'localhost';
grant select (key_hash, at) on request_key to 'motcua-jobs'@'localhost';
grant select (number_hash, hour) on lookup_try to 'motcua-jobs'@'localhost';
grant select (key_hash, slot) on sign_in_try to 'motcua-jobs'@'localhost';
grant select (user_id, token_hash, seen_at) on known_browser to 'motcua-jobs'@'localhost';

-- Messages.
grant insert, update (recipient, data, state, attempts, next_at, sent_at, last_error, claim, claim_until) on outbox to 'motcua-jobs'@'localhost';

-- Runs, and what they find.
grant insert, update on job_run to 'motcua-jobs'@'localhost';
grant insert on audit to 'motcua-jobs'@'localhost';

-- The seal of history.
grant select, insert on seal to 'motcua-jobs'@'localhost';
grant select, insert, update (last_id, seen_at) on seal_mark to 'motcua-jobs'@'localhost';
-- What the scanner and the audit of the store find.
grant update (scan_state, scan_note, scanned_at, audited_at, damaged_at, deleted_at) on file to 'motcua-jobs'@'localhost';

-- Dossiers whose time to answer has run out.
grant insert on event to 'motcua-jobs'@'localhost';
grant update (state, state_at, version, closed_at, lookup_expires_at) on dossier to 'motcua-jobs'@'localhost';

-- Yearly counts for the order of search results.
grant update (yearly_count) on `procedure` to 'motcua-jobs'@'localhost';
grant update (version) on catalogue_version to 'motcua-jobs'@'localhost';

-- Removing what is no longer needed.
grant select, update (contact_name, contact) on feedback_case to 'motcua-jobs'@'localhost';
grant delete on job_run to 'motcua-jobs'@'localhost';
grant delete on session to 'motcua-jobs'@'localhost';
grant delete on request_key to 'motcua-jobs'@'localhost';
grant delete on lookup_try to 'motcua-jobs'@'localhost';
grant delete on sign_in_try to 'motcua-jobs'@'localhost';
grant delete on known_browser to 'motcua-jobs'@'localhost';
grant delete on search_query_day to 'motcua-jobs'@'localhost';

-- The hall: slots are made, days are closed, history is counted.
grant select on hall to 'motcua-jobs'@'localhost';
grant select on service_group to 'motcua-jobs'@'localhost';
grant select on service to 'motcua-jobs'@'localhost';
grant select on service_field to 'motcua-jobs'@'localhost';
grant select on counter to 'motcua-jobs'@'localhost';
grant select on counter_group to 'motcua-jobs'@'localhost';
grant select, update (state, pause_reason, changed_at, closed_at, version) on counter_session to 'motcua-jobs'@'localhost';
grant select, insert on counter_event to 'motcua-jobs'@'localhost';
grant select, delete on device to 'motcua-jobs'@'localhost';
grant select, delete on device_check to 'motcua-jobs'@'localhost';
grant select on number_lease to 'motcua-jobs'@'localhost';
grant select, insert, update (capacity) on appointment_slot to 'motcua-jobs'@'localhost';
grant select, update (state, email, code_sealed, told, changed_at) on appointment to 'motcua-jobs'@'localhost';
grant select, update (state, version, ended_at, is_exact, counter_id, session_id) on ticket to 'motcua-jobs'@'localhost';
grant select on ticket_item to 'motcua-jobs'@'localhost';
grant select, insert, update (recipient_sealed, told_at), delete on ticket_notice to 'motcua-jobs'@'localhost';
grant select, insert on ticket_event to 'motcua-jobs'@'localhost';
grant select on panic_call to 'motcua-jobs'@'localhost';
grant select, insert, update (tickets, left_over) on hall_day to 'motcua-jobs'@'localhost';
grant select, insert, delete on group_hour to 'motcua-jobs'@'localhost';
