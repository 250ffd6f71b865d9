/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_HALL_SETTING_INSIDE_H
#define MOTCUA_MODEL_HALL_SETTING_INSIDE_H

#include "model/hall_setting.h"

/* What the files hall_setting*.c share. */

/* One change while it is made: findings are gathered, and what differs is put into words for the audit. */
struct setting_change {
    struct db *db;
    struct arena *arena;
    uint64_t user;
    const char *subject; /* of the audit: "hall trung-tam group A" */
    const char *note;
    struct setting_outcome *outcome;
};

unsigned setting_number(const char *text); /* 0 for NULL */
uint64_t setting_id(const char *text);
const char *setting_text(const char *text); /* "" for NULL */

void setting_wrong(struct setting_change *change, const char *member, const char *error);
/* Notes that a value changes; the same text is no change. */
void setting_note(struct setting_change *change, const char *what, const char *old, const char *new);
void setting_note_number(struct setting_change *change, const char *what, unsigned old, unsigned new);
void setting_note_flag(struct setting_change *change, const char *what, bool old, bool new);

/* Who changed the subject last. */
enum setting_verdict setting_moved(struct setting_change *change);
/* The row of the audit; `added`: it is new. A change of nothing leaves none. */
enum setting_verdict setting_done(struct setting_change *change, bool added);

#endif
