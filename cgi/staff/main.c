/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/serve.h"
#include "model/site_held.h"
#include "staff/home.h"
#include "staff/rights.h"
#include "staff/routes.h"

static const struct audience staff = {
    .name = "staff",
    .routes = staff_routes,
    .rights = right_names,
    .strict_cookies = true,
    .dress = staff_dress,
    .start = site_start,
};

int main(int argc, char **argv)
{
    return serve_main(argc, argv, &staff);
}
