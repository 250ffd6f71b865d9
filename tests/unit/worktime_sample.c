/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "worktime_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static struct worktime_special specials[64];

static const struct {
    const char *day;
    enum worktime_special_kind kind;
    const char *name;
} days[] = {
    { "2024-01-01", WORKTIME_OFF, "New Year" },
    { "2024-02-08", WORKTIME_OFF, "Tet" },
    { "2024-02-09", WORKTIME_OFF, "Tet" },
    { "2024-02-10", WORKTIME_OFF, "Tet" },
    { "2024-02-11", WORKTIME_OFF, "Tet" },
    { "2024-02-12", WORKTIME_OFF, "Tet" },
    { "2024-02-13", WORKTIME_OFF, "Tet, in lieu" },
    { "2024-02-14", WORKTIME_OFF, "Tet, in lieu" },
    { "2024-04-18", WORKTIME_OFF, "Hung Kings" },
    { "2024-04-29", WORKTIME_OFF, "swapped with 4 May" },
    { "2024-04-30", WORKTIME_OFF, "Victory Day" },
    { "2024-05-01", WORKTIME_OFF, "Labour Day" },
    { "2024-05-04", WORKTIME_MAKE_UP, "for 29 April" },
    { "2024-09-02", WORKTIME_OFF, "National Day" },
    { "2024-09-03", WORKTIME_OFF, "National Day" },
    { "2025-01-01", WORKTIME_OFF, "New Year" },
    { "2025-01-27", WORKTIME_OFF, "Tet" },
    { "2025-01-28", WORKTIME_OFF, "Tet" },
    { "2025-01-29", WORKTIME_OFF, "Tet" },
    { "2025-01-30", WORKTIME_OFF, "Tet" },
    { "2025-01-31", WORKTIME_OFF, "Tet" },
    { "2025-04-07", WORKTIME_OFF, "Hung Kings" },
    { "2025-04-26", WORKTIME_MAKE_UP, "for 2 May" },
    { "2025-04-30", WORKTIME_OFF, "Victory Day" },
    { "2025-05-01", WORKTIME_OFF, "Labour Day" },
    { "2025-05-02", WORKTIME_OFF, "swapped with 26 April" },
    { "2025-09-01", WORKTIME_OFF, "National Day" },
    { "2025-09-02", WORKTIME_OFF, "National Day" },
    { "2026-01-01", WORKTIME_OFF, "New Year" },
    { "2026-01-02", WORKTIME_OFF, "swapped with 10 January" },
    { "2026-01-10", WORKTIME_MAKE_UP, "for 2 January" },
    { "2026-02-16", WORKTIME_OFF, "Tet" },
    { "2026-02-17", WORKTIME_OFF, "Tet" },
    { "2026-02-18", WORKTIME_OFF, "Tet" },
    { "2026-02-19", WORKTIME_OFF, "Tet" },
    { "2026-02-20", WORKTIME_OFF, "Tet" },
    { "2026-04-26", WORKTIME_OFF, "Hung Kings" },
    { "2026-04-27", WORKTIME_OFF, "Hung Kings, in lieu" },
    { "2026-04-30", WORKTIME_OFF, "Victory Day" },
    { "2026-05-01", WORKTIME_OFF, "Labour Day" },
    { "2026-08-22", WORKTIME_MAKE_UP, "for 31 August" },
    { "2026-08-31", WORKTIME_OFF, "swapped with 22 August" },
    { "2026-09-01", WORKTIME_OFF, "National Day" },
    { "2026-09-02", WORKTIME_OFF, "National Day" },
    { "2026-11-24", WORKTIME_OFF, "Culture Day" },
    { "2027-01-01", WORKTIME_OFF, "New Year" },
};

int64_t at(const char *text)
{
    struct civil moment;

    if (!civil_parse(text, &moment)) {
        fprintf(stderr, "not a moment: %s\n", text);
        abort();
    }
    return civil_minute(&moment);
}

const char *when(int64_t minute)
{
    static char texts[4][DATE_TEXT_MAX];
    static int next;
    struct civil moment = civil_from_minute(minute);
    char *out = texts[next++ % 4];

    date_format_iso_time(out, &moment);
    out[16] = '\0'; /* without seconds */
    return out;
}

static const struct worktime_calendar *calendar_build(void)
{
    static struct worktime_week week = { .from_day = DATE_DAY_MIN };
    static struct worktime_calendar calendar = { .weeks = &week,
                                                 .week_count = 1,
                                                 .specials = specials };

    for (int weekday = MONDAY; weekday <= FRIDAY; weekday++) {
        worktime_week_add(&week, (enum weekday)weekday, 13 * 60, 17 * 60);
        worktime_week_add(&week, (enum weekday)weekday, 7 * 60 + 30, 11 * 60 + 30);
    }
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        specials[calendar.special_count++] =
            (struct worktime_special){ .day = date_of_minute(at(days[i].day)),
                                       .kind = days[i].kind,
                                       .as_weekday = FRIDAY,
                                       .name = days[i].name };
    calendar.known_from = date_day(2024, 1, 1);
    calendar.known_to = date_day(2027, 1, 31);
    if (!worktime_calendar_check(&calendar))
        abort();
    return &calendar;
}

const struct worktime_calendar *sample_calendar(void)
{
    static const struct worktime_calendar *calendar;

    if (!calendar)
        calendar = calendar_build();
    return calendar;
}

uint64_t dice_roll(struct dice *dice)
{
    uint64_t z = dice->state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

int dice_between(struct dice *dice, int least, int most)
{
    return least + (int)(dice_roll(dice) % (uint64_t)(most - least + 1));
}

uint64_t dice_seed(void)
{
    const char *given = getenv("MOTCUA_TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);

    printf("MOTCUA_TEST_SEED=%llu repeats this run\n", (unsigned long long)seed);
    return seed;
}
