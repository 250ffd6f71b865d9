/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_NOTIFY_H
#define MOTCUA_LIB_NOTIFY_H

#include <stdint.h>

/* What systemd wants to hear from a service of Type=notify. Nothing happens without NOTIFY_SOCKET. */
void notify(const char *state); /* "READY=1" */

/* Half of the watchdog's period in milliseconds, 0: nobody watches. */
int64_t notify_watchdog_ms(void);

#endif
