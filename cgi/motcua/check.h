/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_CHECK_H
#define MOTCUA_MOTCUA_CHECK_H

#include "motcua/tool.h"

/* How many rules were asked and how many are broken; each prints its line. */
struct check_count {
    int asked, broken;
};

/* "ok" or "WRONG", the rule, and below it what breaks it first (`count` things). */
void check_say(struct check_count *count, const char *rule, unsigned long long exceptions, const char *first);

/* The seals of history are made again from the rows. False, said: the database fails. */
bool check_seals(struct tool *tool, struct check_count *count);
/* "HASH@ID" as `motcua seal` printed it once is still a seal. */
bool check_head(struct tool *tool, struct check_count *count, const char *head);

#endif
