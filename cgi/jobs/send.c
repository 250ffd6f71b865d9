/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "jobs/send.h"

#include <stdlib.h>

#include "lib/clock.h"
#include "lib/log.h"
#include "lib/settings.h"
#include "lib/template.h"
#include "lib/words.h"

#define ARENA_CEILING (4 * 1024 * 1024)

enum channel_index { MAIL, SMS, CHANNELS };
static const struct channel *const channels[CHANNELS] = {[MAIL] = &send_mail, [SMS] = &send_sms};

/* For the run of the program. */
static struct {
    int64_t until_ms;    /* by clock_monotonic_ms; 0 before the first message */
    bool words;          /* templates and words are read */
    bool open[CHANNELS];
    bool away[CHANNELS]; /* nobody there: not again in this run */
} run;

const char *send_told(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

enum db_result send_recover(struct db *db, uint64_t *count)
{
    struct civil now = clock_now();
    uint64_t found = 0;
    if (outbox_recover(db, &now, &found) == DB_FAIL)
        return DB_FAIL;
    if (found)
        log_warn("%llu messages were left half-way by a process that died", (unsigned long long)found);
    *count += found;
    return DB_NONE;
}

/* ---- one message ----------------------------------------------------------------------------- */

struct giving {
    struct db *db;
    const struct outbox_letter *letter;
};

static bool hand(void *context)
{
    struct giving *giving = context;
    return outbox_hand(giving->db, giving->letter) == DB_OK;
}

static enum outbox_end end_of(enum handing_end end)
{
    switch (end) {
    case HANDING_DONE:
        return OUTBOX_SENT;
    case HANDING_LATER:
        return OUTBOX_AGAIN;
    case HANDING_REFUSED:
        return OUTBOX_FAILED;
    case HANDING_UNKNOWN:
        return OUTBOX_UNKNOWN;
    default:
        return OUTBOX_HELD;
    }
}

static void end_log(const struct outbox_letter *from, const struct handing *handing)
{
    if (handing->end != HANDING_DONE)
        log_warn("message %llu by %s: %s", (unsigned long long)from->id, from->channel, handing->text);
}

static void give(struct db *db, struct arena *arena, enum channel_index i, const struct outbox_letter *from,
                 struct handing *handing)
{
    struct giving giving = {db, from};
    const struct handing_gate gate = {hand, &giving};
    struct site site;
    struct letter letter;
    bool marks;
    if (site_load(db, arena, &site) == DB_FAIL || outbox_marks(db, arena, &marks) == DB_FAIL)
        handing_say(handing, HANDING_AWAY, 0, "the settings cannot be read");
    else if (!channels[i]->compose(arena, from, &site, marks, &letter))
        handing_say(handing, HANDING_REFUSED, 0, "there are no words for this message");
    else
        channels[i]->send(arena, from, &letter, &site, &gate, handing);
}

static enum db_result one(struct db *db, struct arena *arena, enum channel_index i, uint64_t *count)
{
    struct civil now = clock_now();
    struct outbox_letter from;
    enum db_result claimed = outbox_claim(db, arena, channels[i]->name, &now, &from);
    if (claimed != DB_OK)
        return claimed;
    struct handing handing;
    give(db, arena, i, &from, &handing);
    end_log(&from, &handing);
    if (outbox_end(db, &from, end_of(handing.end), handing.text, &now) == DB_FAIL)
        return DB_FAIL;
    *count += handing.end == HANDING_DONE;
    run.away[i] = handing.end == HANDING_AWAY;
    return run.away[i] ? DB_NONE : DB_OK;
}

/* ---- a channel --------------------------------------------------------------------------------- */

static bool channel_open(enum channel_index i)
{
    if (!run.words && !(run.words = template_init(settings.templates, false) && words_init()))
        return false;
    return run.open[i] || (run.open[i] = channels[i]->open());
}

static enum db_result next(struct db *db, enum channel_index i, uint64_t *count)
{
    const char *told = send_told(channels[i]->told);
    int64_t now = clock_monotonic_ms();
    if (!run.until_ms)
        run.until_ms = now + SEND_RUN_S * 1000;
    if (!told || run.away[i] || now >= run.until_ms)
        return DB_NONE;
    if (strcmp(told, "off") == 0)
        return outbox_skip(db, channels[i]->name, count) == DB_FAIL ? DB_FAIL : DB_NONE;
    if (!channel_open(i)) {
        run.away[i] = true;
        return DB_NONE;
    }
    struct arena *arena = arena_open(ARENA_CEILING);
    enum db_result result = one(db, arena, i, count);
    arena_close(arena);
    return result;
}

enum db_result send_mail_next(struct db *db, uint64_t *count)
{
    return next(db, MAIL, count);
}

enum db_result send_sms_next(struct db *db, uint64_t *count)
{
    return next(db, SMS, count);
}

void send_close(void)
{
    for (size_t i = 0; i < CHANNELS; i++)
        if (run.open[i])
            channels[i]->close();
    words_release();
    template_release();
}
