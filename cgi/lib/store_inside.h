/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_STORE_INSIDE_H
#define MOTCUA_LIB_STORE_INSIDE_H

#include "lib/store.h"

/* For store*.c alone. */
#define STORE_ARRIVING "arriving"

int store_folder(void); /* a descriptor of the folder, kept; -1, logged */
/* Shared while a content is being put, alone while one is taken away. -1: logged. The caller closes it. */
int store_lock(int operation);
/* Reads all of it: the hash and the size. False: it cannot be read. */
bool store_hash(int fd, uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t *size);

#endif
