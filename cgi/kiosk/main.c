/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/home.h"
#include "kiosk/routes.h"
#include "lib/serve.h"
#include "model/site_held.h"

static const struct audience kiosk = {
    .name = "kiosk",
    .routes = kiosk_routes,
    .strict_cookies = true,
    .dress = kiosk_dress,
    .start = site_start,
};

int main(int argc, char **argv)
{
    return serve_main(argc, argv, &kiosk);
}
