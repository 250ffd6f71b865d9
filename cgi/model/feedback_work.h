/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_FEEDBACK_WORK_H
#define MOTCUA_MODEL_FEEDBACK_WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/data.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Following feedback up: owner, answer, closing, publishing. Every change compares the version, raises it and adds
 * one event, in the caller's transaction. Nobody sees a case about himself.
 */
enum { FEEDBACK_NOTE_MAX = 2000, FEEDBACK_PAGE = 50 };

extern const char *const feedback_outcomes[]; /* as feedback_case.outcome; ends with NULL */

/* Who asks, and how far: a leader sees all of his scope, anybody else what he owns. */
struct feedback_viewer {
    uint64_t user;
    bool leads;
    const char *agencies; /* JSON of those in scope; NULL: all. Cases about no agency are for all leaders */
    struct civil now;
};

/* A case. Texts are never NULL, moments with year 0 are not set. */
struct feedback_row {
    uint64_t id, owner, agency;
    const char *kind, *subject, *state, *outcome, *words, *agency_name, *agency_name_en, *owner_name, *owner_login;
    const char *contact_name, *contact, *dossier_number, *answer, *public_words;
    struct civil received_at, due_at, answered_at, closed_at;
    bool published, followed; /* followed: somebody has its code */
    unsigned version;
};

enum feedback_tab { FEEDBACK_OPEN, FEEDBACK_MINE, FEEDBACK_ANSWERED, FEEDBACK_CLOSED, FEEDBACK_TABS };

/* Cases of a tab, the most urgent first (closed ones the latest first), FEEDBACK_PAGE of them from `skip` on. */
enum db_result feedback_list(struct db *db, struct arena *arena, const struct feedback_viewer *viewer,
                             enum feedback_tab tab, size_t skip, struct feedback_row **rows, size_t *n);
enum db_result feedback_counts(struct db *db, struct arena *arena, const struct feedback_viewer *viewer,
                               int64_t counts[FEEDBACK_TABS]);
/* DB_NONE: not there, or not for this viewer. */
enum db_result feedback_read(struct db *db, struct arena *arena, const struct feedback_viewer *viewer, uint64_t id,
                             struct feedback_row *row);

struct feedback_entry {
    struct civil at;
    const char *kind, *user_name, *note;
};
enum db_result feedback_history(struct db *db, struct arena *arena, uint64_t id, struct feedback_entry **entries,
                                size_t *n);

/* People who may own it: heads, supervisors and managers with an open account, as `list`: Login, Name, Unit. */
enum db_result feedback_owners(struct db *db, struct data *data, const char *list, const struct civil *today);

enum feedback_verdict {
    FEEDBACK_DONE,
    FEEDBACK_MOVED,     /* changed since the page was made, or not in a state for it */
    FEEDBACK_NO_PERSON, /* no such owner, or the case is about him */
    FEEDBACK_FAIL
};
enum feedback_verdict feedback_assign(struct db *db, struct arena *arena, const struct feedback_row *row,
                                      unsigned version, const char *login, const struct feedback_viewer *viewer);
/* Whoever left an address is told (feedback_tell.h), unless the answer is the same as before. */
enum feedback_verdict feedback_answer(struct db *db, struct arena *arena, const struct feedback_row *row,
                                      unsigned version, const char *answer, const struct feedback_viewer *viewer);
enum feedback_verdict feedback_note(struct db *db, const struct feedback_row *row, unsigned version, const char *note,
                                    const struct feedback_viewer *viewer);
/* `words`: what is published of the petition; "" takes it back. */
enum feedback_verdict feedback_publish(struct db *db, const struct feedback_row *row, unsigned version,
                                       const char *words, const struct feedback_viewer *viewer);
enum feedback_verdict feedback_close(struct db *db, const struct feedback_row *row, unsigned version,
                                     const char *outcome, const struct feedback_viewer *viewer);
enum feedback_verdict feedback_reopen(struct db *db, const struct feedback_row *row, unsigned version,
                                      const char *note, const struct feedback_viewer *viewer);

#endif
