/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_RIGHTS_H
#define MOTCUA_STAFF_RIGHTS_H

#include <stdint.h>

#include "lib/request.h"

/*
 * What an officer may do: bits of struct actor.rights. 0 stays NOBODY. A right opens a page; for which agency
 * it holds is asked of model/scope.h by the handler.
 */
enum right {
    RIGHT_NONE = 0,
    RIGHT_SIGNED_IN,        /* everybody with a session */
    RIGHT_DOSSIER_RECEIVE,  /* clerk */
    RIGHT_DOSSIER_READ,     /* every role that works with dossiers */
    RIGHT_DOSSIER_HANDLE,   /* handler */
    RIGHT_DOSSIER_ASSIGN,   /* head */
    RIGHT_DOSSIER_APPROVE,  /* approver */
    RIGHT_DOSSIER_NUMBER,   /* seal clerk */
    RIGHT_DOSSIER_RETURN,   /* return clerk */
    RIGHT_SUPERVISE,        /* supervisor, manager */
    RIGHT_CENTRE,           /* manager */
    RIGHT_ADMIN,            /* administrator */
    RIGHT_PAPER_PRINT,      /* whoever hands or sends papers: all of dossiers but the supervisor */
    RIGHT_SUBSTITUTE,       /* arranges who stands in for whom: head, administrator */
    RIGHT_COUNTER,          /* sits at a counter and calls tickets: clerk, returner, handler, head */
    RIGHT_HALL,             /* sees how the hall runs: supervisor, manager, head */
    RIGHT_HALL_SET,         /* says what the hall consists of: manager */
    RIGHT_DEVICES,          /* lets devices in: administrator, manager */
    RIGHT_FEEDBACK,         /* answers petitions: head, supervisor, manager */
    RIGHT_COUNT
};

/* [bit], for who-may-what */
extern const char *const right_names[RIGHT_COUNT];

/* The rights of a set of roles (ROLE_BIT of model/scope.h); RIGHT_SIGNED_IN always. */
uint64_t rights_of_roles(unsigned roles);

/* May the one who asks? For links on a page; the route itself is guarded by its table. */
bool right_held(const struct request *rq, enum right right);

/* Of the audience: whose session the cookie is. Fills User.{Login,Name,Unit,Title} of the page. */
enum db_result staff_identify(struct request *rq, struct actor *who);

/* What the forms of somebody unknown are bound to: the browser of this cookie value. */
const char *stranger_binding(struct request *rq, const char *browser);

/* Of the audience: to the sign-in page, and back afterwards. */
int staff_stranger(struct request *rq, const char *back);

#endif
