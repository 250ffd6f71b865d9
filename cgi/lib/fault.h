/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_FAULT_H
#define MOTCUA_LIB_FAULT_H

#include <stdbool.h>

/*
 * Fault points, in test builds only (configure --enable-faults). Code that can
 * fail asks `if (fault_point("db"))` and, when the answer is true, behaves as
 * if the real call had failed. Kinds in use:
 *
 *   db       one call of db.h fails with a lost connection
 *   commit   the commit's answer is lost (it may have happened)
 *   alloc    an arena or buffer cannot grow
 *   write    the reply or an upload cannot be written
 *   store    a step of storing a file fails, as with a full disk
 *   crash    the worker dies in the middle of a request
 *   hang     the worker never finishes a request
 *
 * What fails is said by MOTCUA_FAULT, "KIND:N" (the N-th call of each request
 * fails, once) or "KIND:N+" (it and all later ones), or by the first line of
 * the file MOTCUA_FAULT_FILE names, read anew for each request, so that a test
 * can sweep N against running programs.
 */
#ifdef MOTCUA_FAULTS
void fault_begin(void); /* a request, or a command, starts: counting begins at 1 */
bool fault_point(const char *kind);
#else
#define fault_begin() ((void)0)
#define fault_point(kind) (false)
#endif

#endif
