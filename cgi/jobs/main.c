/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * motcua-jobs: background work. A timer starts it every minute; it does what is due and ends.
 */
#include "jobs/jobs.h"
#include "jobs/send.h"
#include "lib/log.h"
#include "lib/settings.h"
#include "lib/token.h"
#include "model/appointment_care.h"
#include "model/day_close.h"
#include "model/feedback_tell.h"
#include "model/file_care.h"
#include "model/group_hour.h"
#include "model/housekeeping.h"
#include "model/seal.h"
#include "model/ticket_notice.h"

#ifndef MOTCUA_VERSION
#define MOTCUA_VERSION "unknown"
#endif

#define MINUTE 50 /* of a timer that comes every minute */
#define HOUR 3600

static enum db_result seal_events(struct db *db, uint64_t *count)
{
    return seal_next(db, SEAL_EVENT, count);
}

static enum db_result seal_audit(struct db *db, uint64_t *count)
{
    return seal_next(db, SEAL_AUDIT, count);
}

static const struct job jobs[] = {
    {"remove-request-keys", HOUR, housekeeping_request_keys},
    {"remove-sessions", 24 * HOUR, housekeeping_sessions},
    {"remove-lookup-tries", HOUR, housekeeping_lookup_tries},
    {"remove-sign-in-tries", HOUR, housekeeping_sign_in_tries},
    {"remove-known-browsers", 24 * HOUR, housekeeping_known_browsers},
    {"remove-askers", HOUR, housekeeping_askers},
    {"remove-device-checks", 24 * HOUR, housekeeping_device_checks},
    {"forget-petition-contacts", 24 * HOUR, feedback_forget_contacts},
    {"remove-job-runs", 24 * HOUR, housekeeping_job_runs},
    {"seal-events", MINUTE, seal_events, .own = true},
    {"seal-audit", MINUTE, seal_audit, .own = true},
    {"make-appointment-times", HOUR, appointment_slots_make},
    {"end-missed-appointments", MINUTE, appointment_missed},
    {"tell-appointments", MINUTE, appointment_tell},
    {"forget-appointment-addresses", 24 * HOUR, appointment_forget},
    {"tell-near-turns", MINUTE, ticket_notice_tell},
    {"forget-near-turns", MINUTE, ticket_notice_forget},
    {"recover-messages", MINUTE, send_recover, .own = true},
    {"send-mail", MINUTE, send_mail_next, .own = true},
    {"send-sms", MINUTE, send_sms_next, .own = true},
    {"count-hours-of-halls", 24 * HOUR, group_hour_count},
    {"close-halls", MINUTE, day_close_next, .own = true},
    {"scan-files", MINUTE, file_care_scan},
    {"audit-files", 24 * HOUR, file_care_audit},
    {"sweep-store", 24 * HOUR, file_care_sweep},
    {"remove-refused-files", 24 * HOUR, file_care_refused},
    {.name = NULL},
};

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        printf("motcua-jobs %s\n", MOTCUA_VERSION);
        return 0;
    }
    if (argc > 1) {
        fprintf(stderr, "usage: %s [--version]\n", argv[0]);
        return 2;
    }
    log_init("jobs");
    if (!settings_read("motcua-jobs"))
        return 1;
    token_init(); /* without the keys messages go out without the address to rate a service */
    struct db *db = db_open();
    if (!db)
        return 1;
    int status = jobs_run(db, jobs);
    send_close();
    db_close(db);
    return status;
}
