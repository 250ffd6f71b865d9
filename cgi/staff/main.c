/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/password.h"
#include "lib/serve.h"
#include "model/catalogue.h"
#include "model/request_key.h"
#include "model/site_held.h"
#include "staff/home.h"
#include "staff/rights.h"
#include "staff/routes.h"

static const struct audience staff = {
    .name = "staff",
    .routes = staff_routes,
    .rights = right_names,
    .identify = staff_identify,
    .stranger = staff_stranger,
    .remember = request_key_remember,
    .record = request_key_record,
    .strict_cookies = true,
    .dress = staff_dress,
    .hold = catalogue_hold,
    .start = site_start,
};

int main(int argc, char **argv)
{
    password_gate_open();
    return serve_main(argc, argv, &staff);
}
