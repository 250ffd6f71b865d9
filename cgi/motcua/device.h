/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_DEVICE_H
#define MOTCUA_MOTCUA_DEVICE_H

#include "model/device_place.h"
#include "motcua/tool.h"

/* What `device add` and `sample device` share. */

/* The hall of that code ("": the first one) and its counter of that number (0: none) into `place`. */
enum device_verdict device_locate(struct tool *tool, const char *hall, unsigned counter, struct device_place *place);

/* An approved device with that secret, and its line in the audit: inside the caller's transaction. */
enum device_verdict device_make(struct tool *tool, const char *secret, const struct device_place *place,
                                const char *note);

/* Why not, on standard error; returns 1. */
int device_refused(const struct tool *tool, enum device_verdict verdict);

/* The header for scripts, on standard output. */
void device_cookie_print(struct tool *tool, const char *secret);

#endif
