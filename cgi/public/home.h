/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_HOME_H
#define MOTCUA_PUBLIC_HOME_H

#include "lib/request.h"

int home_page(struct request *rq); /* / */

#endif
