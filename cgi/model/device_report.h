/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DEVICE_REPORT_H
#define MOTCUA_MODEL_DEVICE_REPORT_H

#include "model/device.h"

#define DEVICE_BEAT_S 25          /* a device reports so often */
#define DEVICE_SILENT_S 120       /* after so long without a report something is wrong */
#define DEVICE_DRIFT_MOST_MS 30000 /* a clock further off than this is wrong */

/* What a device says of itself; texts are cut to their columns. */
struct device_report {
    const char *address; /* it comes from */
    const char *browser; /* mark of its browser; "": it does not say */
    const char *version;
    const char *page;
    bool has_clock;
    int64_t clock_ms;            /* since 1970 in UTC, as the device has it */
    enum device_printer printer; /* DEVICE_PRINTER_UNKNOWN: it does not say, the last word stands */
};

/* A transaction of its own; what was wanted of the device has been told to it. A report that says nothing new
 * within DEVICE_BEAT_S / 2 of the last one writes nothing. */
enum db_result device_report(struct db *db, uint64_t id, const struct device_report *report);

/* What somebody who looked at its paper says of its printer at that moment, inside the caller's transaction. */
enum db_result device_printer_note(struct db *db, uint64_t id, enum device_printer printer, const struct civil *now);

#endif
