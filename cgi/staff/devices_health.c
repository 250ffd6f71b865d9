/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/release.h"
#include "lib/say.h"
#include "model/device_report.h"
#include "staff/devices_inside.h"

#define MINUTE 60
#define HOUR 3600
#define DAY 86400

/* Seconds since a moment; -1: there is none, or it lies ahead. */
static int64_t age_of(const char *moment)
{
    struct civil at, now = clock_now();
    if (!civil_parse(moment, &at))
        return -1;
    return civil_second(&now) - civil_second(&at);
}

const char *devices_ago(struct request *rq, const char *moment)
{
    struct civil at;
    char text[DATE_TEXT_MAX];
    if (!civil_parse(moment, &at))
        return "";
    int64_t age = age_of(moment);
    if (age < 0 || age >= DAY)
        return arena_copy(rq->arena, date_format_short(text, &at));
    if (age < MINUTE)
        return say(rq, "device_words.just_now");
    if (age < HOUR)
        return say_count(rq, "device_words.minutes_ago", age / MINUTE);
    return say_count(rq, "device_words.hours_ago", age / HOUR);
}

static const char *far_off(struct request *rq, int64_t s, bool fast)
{
    if (s < 2 * MINUTE)
        return say_count(rq, fast ? "device_words.fast_seconds" : "device_words.slow_seconds", s);
    if (s < 2 * HOUR)
        return say_count(rq, fast ? "device_words.fast_minutes" : "device_words.slow_minutes", s / MINUTE);
    return say_count(rq, fast ? "device_words.fast_hours" : "device_words.slow_hours", s / HOUR);
}

const char *devices_drift(struct request *rq, const struct device_line *line)
{
    if (!line->has_drift)
        return "";
    int64_t s = llabs(line->drift_ms) / 1000;
    return s <= 1 ? say(rq, "device_words.right") : far_off(rq, s, line->drift_ms > 0);
}

static void note(struct data *item, const char *kind, const char *text)
{
    struct data *to = data_add(item, "Notes");
    data_set(to, "Kind", kind);
    data_set(to, "Text", text);
}

bool devices_printer_bad(const struct device_line *line)
{
    return strcmp(line->printer, "no_paper") == 0 || strcmp(line->printer, "trouble") == 0;
}

const char *devices_printer(struct request *rq, const struct device_line *line)
{
    const char *state = say_one(rq, "device_printer", line->printer), *since = devices_ago(rq, line->printer_at);
    return *since ? arena_format(rq->arena, "%s (%s)", state, since) : state;
}

static void note_printer(struct request *rq, struct data *item, const struct device_line *line)
{
    bool bad = devices_printer_bad(line);
    if (bad || strcmp(line->printer, "paper_low") == 0)
        note(item, bad ? "late" : "wait", devices_printer(rq, line));
}

/* "print,scan" */
static void note_checks(struct request *rq, struct data *item, const char *names)
{
    while (*names) {
        size_t n = strcspn(names, ",");
        const char *what = say_one(rq, "device_check_bad", arena_copy_bytes(rq->arena, names, n));
        note(item, "late", what);
        names += n + (names[n] == ',');
    }
}

static const char *where_of(struct request *rq, const struct device_line *line)
{
    const char *counter = line->counter ? say_fill(rq, "device_words.counter", "n",
                                                   arena_format(rq->arena, "%u", line->counter), NULL)
                                        : "";
    const char *zone = *line->zone ? say_fill(rq, "device_words.zone", "zone", line->zone, NULL) : "";
    const char *parts[] = {counter, zone, line->place};
    const char *text = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (*parts[i])
            text = *text ? arena_format(rq->arena, "%s · %s", text, parts[i]) : parts[i];
    return text;
}

static void state_fill(struct request *rq, struct data *item, const struct device_line *line, bool silent)
{
    const char *state = silent ? "silent" : "well";
    if (line->state == DEVICE_REVOKED)
        state = "revoked";
    else if (!*line->seen_at)
        state = "never";
    data_set(item, "State.Kind", strcmp(state, "well") == 0     ? "ok"
                                 : strcmp(state, "silent") == 0 ? "late"
                                 : strcmp(state, "never") == 0  ? "wait"
                                                                : "");
    data_set(item, "State.Text", say_one(rq, "device_state", state));
}

bool devices_silent(const struct device_line *line)
{
    return age_of(line->seen_at) > DEVICE_SILENT_S;
}

bool devices_health(struct request *rq, struct data *item, const struct device_line *line)
{
    int64_t copied = age_of(line->copied_at);
    bool silent = devices_silent(line);
    state_fill(rq, item, line, silent);
    data_set(item, "Seen", devices_ago(rq, line->seen_at));
    data_set(item, "Where", where_of(rq, line));
    if (line->state != DEVICE_APPROVED)
        return false;
    if (copied >= 0 && copied < DAY)
        note(item, "late", say(rq, "device_words.copied"));
    note_printer(rq, item, line);
    note_checks(rq, item, line->bad_checks);
    if (line->has_drift && llabs(line->drift_ms) > DEVICE_DRIFT_MOST_MS)
        note(item, "late", say_fill(rq, "device_words.clock", "drift", devices_drift(rq, line), NULL));
    if (*line->version && strcmp(line->version, release_text()) != 0)
        note(item, "wait", say(rq, "device_words.other_version"));
    return silent || data_has(item, "Notes.0.Kind");
}
