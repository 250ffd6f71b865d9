/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/rights.h"
#include "kiosk/routes.h"
#include "kiosk/shell.h"
#include "lib/serve.h"
#include "model/catalogue.h"
#include "model/request_key.h"
#include "model/site_held.h"

/* Also what is asked first of a new worker may change something, and then the catalogue is not read. */
static bool kiosk_start(struct db *db)
{
    catalogue_now(db);
    return site_start(db);
}

static const struct audience kiosk = {
    .name = "kiosk",
    .routes = kiosk_routes,
    .rights = kiosk_right_names,
    .identify = kiosk_identify,
    .stranger = kiosk_stranger,
    .remember = request_key_remember,
    .record = request_key_record,
    .strict_cookies = true,
    .dress = kiosk_dress,
    .hold = catalogue_hold,
    .start = kiosk_start,
};

int main(int argc, char **argv)
{
    return serve_main(argc, argv, &kiosk);
}
