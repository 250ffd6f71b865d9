/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_DATA_HDF_H
#define MOTCUA_LIB_DATA_HDF_H

#include <ClearSilver.h>

#include "lib/data.h"

/* For template.c alone: what a node is inside. */
HDF *data_hdf(const struct data *node);

/* Logs a ClearSilver error in one line, with the file it is about, and ends it. */
void data_log_error(NEOERR *error, const char *file);

#endif
