/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_SERVE_H
#define MOTCUA_LIB_SERVE_H

#include "lib/route.h"

/*
 * The whole life of a FastCGI program: settings, keys, templates, prefork
 * supervision (TERM ends gracefully, HUP replaces workers one by one, a
 * crashed worker comes back after 10 ms doubling to 200 ms, a hung one is
 * ended after LIMIT_HANG_S), and in each worker accept, handle, finish. serve.c is the only file that includes
 * fcgiapp.h; supervise.c knows processes and nothing of HTTP.
 *
 * Arguments: none, or --routes (prints the route table), --version.
 * Returns the exit status for main().
 */
int serve_main(int argc, char **argv, const struct audience *audience);

#endif
