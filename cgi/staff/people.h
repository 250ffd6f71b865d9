/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_PEOPLE_H
#define MOTCUA_STAFF_PEOPLE_H

#include "lib/db.h"
#include "lib/request.h"

/*
 * Accounts and rights, for the administrator. Nobody changes an account or rights of one's own here: it takes a second
 * administrator. Everything is audited.
 */
extern const char *const people_roles[]; /* choices of a grant */

/* Writes down what the signed-in person did to an account, in the transaction of the deed. */
enum db_result person_note(struct request *rq, const char *type, const char *login, const char *note);

int people_list(struct request *rq);       /* GET  /can-bo/nguoi-dung */
int people_add_form(struct request *rq);   /* GET  /can-bo/nguoi-dung/moi */
int people_add(struct request *rq);        /* POST */
int people_person(struct request *rq);     /* GET  /can-bo/nguoi-dung/{id} */
int people_close(struct request *rq);      /* POST /can-bo/nguoi-dung/{id}/khoa */
int people_open(struct request *rq);       /* POST /can-bo/nguoi-dung/{id}/mo */
int people_reset(struct request *rq);      /* POST /can-bo/nguoi-dung/{id}/cap-lai */
int people_grant_form(struct request *rq); /* GET  /can-bo/nguoi-dung/{id}/quyen */
int people_grant(struct request *rq);      /* POST */
int people_withdraw(struct request *rq);   /* POST /can-bo/nguoi-dung/{id}/quyen/{quyen}/thu-hoi */

#endif
