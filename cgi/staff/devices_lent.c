/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Numbers a dispenser holds for when the server is away: whether some are on paper and nobody has heard of them.
 */
#include "lib/clock.h"
#include "lib/say.h"
#include "model/number_lease.h"
#include "staff/devices_inside.h"

static const char *numbers_text(struct request *rq, const struct lease_held *held, size_t n)
{
    const char *text = "";
    for (size_t i = 0; i < n; i++)
        text = arena_format(rq->arena, "%s%s%c%03u–%c%03u", text, i ? ", " : "", held[i].letter, held[i].first,
                            held[i].letter, held[i].last);
    return text;
}

static const char *state_of(const struct device_line *line)
{
    if (line->state == DEVICE_REVOKED)
        return "ended";
    if (line->kind != DEVICE_DISPENSER && line->kind != DEVICE_KIOSK)
        return "other";
    return !*line->seen_at || devices_silent(line) ? "silent" : "well";
}

bool devices_lent(struct request *rq, const struct device_line *line)
{
    struct civil now = clock_now();
    struct lease_held *held;
    size_t n;
    if (number_lease_held(rq->db, rq->arena, line->id, &now, &held, &n) == DB_FAIL)
        return false;
    if (n == 0)
        return true;
    const char *state = state_of(line), *seen = devices_ago(rq, line->seen_at);
    struct data *node = data_at(rq->data, "Lent");
    data_set(node, "State", state);
    data_set(node, "Numbers", numbers_text(rq, held, n));
    data_set(node, "Title", say_one(rq, "device_lent", state));
    data_set(node, "Text", say_fill(rq, arena_format(rq->arena, "device_lent_text.%s", state), "numbers",
                                    data_get(node, "Numbers"), "seen", *seen ? seen : say(rq, "staff_device.never"),
                                    NULL));
    return true;
}
