/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_APPOINTMENT_OFFER_H
#define MOTCUA_MODEL_APPOINTMENT_OFFER_H

#include "model/appointment.h"

/* What can be booked: services of groups that take appointments and have times ahead, in the order they are shown. */
struct appointment_offer {
    uint64_t service, group;
    const char *service_name, *service_name_en, *group_name, *group_name_en;
    const char *hall_code, *hall_name, *hall_name_en;
};
struct appointment_offers {
    struct appointment_offer *items;
    size_t n;
};
enum { APPOINTMENT_OFFERS_MAX = 1000 };

/* One statement. DB_OK also for none. */
enum db_result appointment_offers(struct db *db, struct arena *arena, const struct civil *now,
                                  struct appointment_offers *out);

#endif
