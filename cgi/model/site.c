/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/site.h"

#include <string.h>

#include "lib/settings.h"

/* Which setting fills which member. */
static const struct {
    const char *setting;
    size_t member;
} members[] = {
    { "centre_name", offsetof(struct site, name) },
    { "centre_name_en", offsetof(struct site, name_en) },
    { "province_name", offsetof(struct site, province) },
    { "province_name_en", offsetof(struct site, province_en) },
    { "centre_phone", offsetof(struct site, hotline) },
    { "centre_address", offsetof(struct site, address) },
    { "centre_address_en", offsetof(struct site, address_en) },
    { "opening_hours", offsetof(struct site, hours) },
    { "opening_hours_en", offsetof(struct site, hours_en) },
    { "centre_email", offsetof(struct site, email) },
    { "place_of_signing", offsetof(struct site, place) },
};

struct reading {
    struct arena *arena;
    struct site *site;
};

static const char **member_of(struct site *site, size_t i)
{
    return (const char **)(void *)((char *)site + members[i].member);
}

static bool setting_row(void *context, const struct db_row *row)
{
    struct reading *reading = context;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (strcmp(row->text[0], members[i].setting) == 0)
            *member_of(reading->site, i) = arena_copy(reading->arena, row->text[1]);
    return true;
}

enum db_result site_load(struct db *db, struct arena *arena, struct site *site)
{
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        *member_of(site, i) = "";
    struct reading reading = { arena, site };
    enum db_result result =
        db_each(db, "select name, value from public_setting", DB_ARGS(), setting_row, &reading);
    return result == DB_FAIL ? DB_FAIL : DB_OK;
}

static const char *either(const char *language, const char *vietnamese, const char *english)
{
    return *english && strcmp(language, "en") == 0 ? english : vietnamese;
}

/* "0274 3822 222" → "+842743822222", what a telephone dials from anywhere. */
static void phone_put(struct data *data, const char *hotline)
{
    char digits[32] = "";
    size_t n = 0;
    for (const char *at = hotline; *at && n < sizeof digits - 1; at++)
        if (*at >= '0' && *at <= '9')
            digits[n++] = *at;
    digits[n] = '\0';
    if (digits[0] == '0' && n >= 9)
        data_format(data, "Site.HotlineTel", "+84%s", digits + 1);
    else
        data_set(data, "Site.HotlineTel", digits);
}

void site_put(const struct site *site, struct data *data, const char *language)
{
    data_set(data, "Site.Name", either(language, site->name, site->name_en));
    data_set(data, "Site.Province", either(language, site->province, site->province_en));
    data_set(data, "Site.Hotline", site->hotline);
    phone_put(data, site->hotline);
    data_set(data, "Site.Address", either(language, site->address, site->address_en));
    data_set(data, "Site.Hours", either(language, site->hours, site->hours_en));
    data_set(data, "Site.Email", site->email);
    data_set(data, "Site.Url", settings.site ? settings.site : "");
}
