/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_SITE_H
#define MOTCUA_MODEL_SITE_H

#include "lib/arena.h"
#include "lib/data.h"
#include "lib/db.h"

/*
 * How the centre presents itself: public settings that stand on every page. Texts are never NULL;
 * an English text that nobody has written is the Vietnamese one.
 */
struct site {
    const char *name, *name_en;
    const char *province, *province_en;
    const char *hotline;
    const char *address, *address_en;
    const char *hours, *hours_en;
    const char *email;
    const char *place; /* where papers are signed: "Bình Dương" */
};

/* Reads the settings; texts live in the arena. Missing settings are "". DB_OK or DB_FAIL. */
enum db_result site_load(struct db *db, struct arena *arena, struct site *site);

/* Site.{Name,Province,Hotline,HotlineTel,Address,Hours,Email,Url} below a page's root. HotlineTel
 * is the hotline for a tel: link, Url the public address from the program's settings. */
void site_put(const struct site *site, struct data *data, const char *language);

#endif
