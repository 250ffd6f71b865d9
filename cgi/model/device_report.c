/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/device_report.h"

#include "lib/clock.h"

/* Its clock less ours, to the second of ours; what does not fit is as far off as can be written. */
static struct db_value drift_of(const struct device_report *report)
{
    if (!report->has_clock)
        return db_null();
    int64_t drift = report->clock_ms - clock_unix() * 1000;
    return db_number(drift > INT32_MAX ? INT32_MAX : drift < INT32_MIN ? INT32_MIN : drift);
}

/*
 * Assignments hold from left to right: copied_at before what it is compared with. seen_at may lie ahead after the
 * clock of the centre was set back; then it follows.
 */
#define REPORT_SQL                                                                                                    \
    "update device set copied_at = if(browser <> '' and ? not in ('', browser) and seen_at > ?, ?, copied_at),"       \
    " browser = if(? = '', browser, left(?, 16)), seen_at = ?, seen_from = left(?, 45), version = left(?, 20),"       \
    " page = left(?, 60), drift_ms = ifnull(?, drift_ms),"                                                            \
    " printer_at = if(printer = ifnull(?, printer), printer_at, ?), printer = ifnull(?, printer), wanted = 'nothing'" \
    " where id = ? and state = 'approved' and (seen_at is null or seen_at not between ? and ? or wanted <> 'nothing'" \
    " or ? not in ('', browser) or version <> left(?, 20) or page <> left(?, 60) or printer <> ifnull(?, printer))"

static const char *before(char text[DATE_TEXT_MAX], const struct civil *at, int seconds)
{
    struct civil then = civil_from_second(civil_second(at) - seconds);
    return date_format_iso_time(text, &then);
}

static enum db_result write(struct db *db, uint64_t id, const struct device_report *report)
{
    char text[3][DATE_TEXT_MAX];
    struct civil at = clock_now();
    struct db_value now = db_text(before(text[0], &at, 0)), lately = db_text(before(text[1], &at, DEVICE_BEAT_S / 2));
    struct db_value together = db_text(before(text[2], &at, 2 * DEVICE_BEAT_S)), browser = db_text(report->browser);
    struct db_value version = db_text(report->version), page = db_text(report->page);
    struct db_value printer = report->printer == DEVICE_PRINTER_UNKNOWN
                                  ? db_null()
                                  : db_text(device_printer_names[report->printer]);
    return db_exec(db, REPORT_SQL,
                   DB_ARGS(browser, together, now, browser, browser, now, db_text(report->address), version, page,
                           drift_of(report), printer, now, printer, db_number((int64_t)id), lately, now, browser,
                           version, page, printer));
}

enum db_result device_report(struct db *db, uint64_t id, const struct device_report *report)
{
    enum db_result result = db_begin(db);
    if (result != DB_FAIL)
        result = write(db, id, report);
    if (result != DB_FAIL && db_commit(db) == DB_FAIL)
        result = DB_FAIL;
    if (result == DB_FAIL)
        db_rollback(db);
    return result;
}

enum db_result device_printer_note(struct db *db, uint64_t id, enum device_printer printer, const struct civil *now)
{
    char at[DATE_TEXT_MAX];
    struct db_value word = db_text(device_printer_names[printer]);
    return db_exec(db, "update device set printer_at = if(printer = ?, printer_at, ?), printer = ?"
                       " where id = ? and state = 'approved'",
                   DB_ARGS(word, db_text(date_format_iso_time(at, now)), word, db_id(id)));
}
