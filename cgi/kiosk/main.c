/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/home.h"
#include "kiosk/rights.h"
#include "kiosk/routes.h"
#include "lib/serve.h"
#include "model/request_key.h"
#include "model/site_held.h"

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
    .start = site_start,
};

int main(int argc, char **argv)
{
    return serve_main(argc, argv, &kiosk);
}
