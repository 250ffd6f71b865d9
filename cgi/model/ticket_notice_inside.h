/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_NOTICE_INSIDE_H
#define MOTCUA_MODEL_TICKET_NOTICE_INSIDE_H

#include "lib/token.h"

/* What a recipient is sealed for. */
#define TICKET_NOTICE_PURPOSE "turn_notice"

#endif
