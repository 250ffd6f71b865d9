/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_RECEPTION_GROUP_H
#define MOTCUA_MODEL_RECEPTION_GROUP_H

#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "model/scope.h"

/*
 * Group reception: one person hands in several dossiers at once. The received event of each names the first of
 * them ("group" in its data); all are of one clerk and one day. Each keeps its own number and receipt; the group has a
 * list. Everything lives in the arena; texts are never NULL.
 */
enum { RECEPTION_GROUP_MAX = 200 };

struct reception_group_member {
    uint64_t id;
    const char *number, *procedure, *procedure_en, *applicant, *agency;
    int papers; /* kinds of paper handed in */
    struct civil due;
};

struct reception_group {
    uint64_t first, clerk;
    struct civil begun;                                  /* when the first was received */
    const char *submitter, *phone, *address, *counter; /* of the first; the counter's agency code */
    struct reception_group_member *members;              /* in the order of reception; those inside the scope */
    size_t n;
};

/* The group a dossier is in; alone, it is a group of one. DB_NONE: it was not received, or is outside the scope of
 * these roles (ROLE_BIT). One statement. */
enum db_result reception_group_load(struct db *db, struct arena *arena, const struct scope *scope, unsigned roles,
                                    uint64_t dossier, struct reception_group *group);

#endif
