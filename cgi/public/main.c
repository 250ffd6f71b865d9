/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * motcua-public: the website.
 */
#include "lib/serve.h"
#include "model/request_key.h"
#include "public/public.h"

int main(int argc, char **argv)
{
    const struct audience audience = {
        .name = "public",
        .routes = public_routes,
        .remember = request_key_remember,
        .record = request_key_record,
        .edition = catalogue_edition,
        .dress = public_dress,
        .hold = catalogue_hold,
        .start = public_start,
    };
    return serve_main(argc, argv, &audience);
}
