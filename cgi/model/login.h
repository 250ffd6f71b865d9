/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_LOGIN_H
#define MOTCUA_MODEL_LOGIN_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/data.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * What a person signs in with: password, one-time codes, recovery codes; and how failures are slowed down.
 * Everything that writes runs inside the caller's transaction.
 */
struct credentials {
    uint64_t user; /* 0: there is nobody of that name */
    const char *login;
    const char *name;
    const char *password_hash; /* NULL: no password can be right */
    const char *seed;          /* of the one-time codes; NULL until enrolled */
    uint64_t last_step;
    bool closed;               /* disabled, or a first password past its time: nothing is right */
    bool first_password;       /* must be changed */
    const char *state;         /* changes with password, seed and each used code */
};

/* Both fill *one in any case: DB_NONE leaves .user 0. By name the row is locked until the transaction ends, so
 * that one code is not used twice at the same time. */
enum db_result login_by_name(struct db *db, struct arena *arena, const char *login,
                             struct credentials *one);
enum db_result login_by_user(struct db *db, struct arena *arena, uint64_t user,
                             struct credentials *one);

/* ---- slowing failures down (login_limit.c) ---------------------------------------------------- */

/*
 * Where somebody tries from. What is known of a browser the person has signed in with before counts by
 * itself, so that tries elsewhere, however many, never keep the person out there.
 */
struct login_place {
    const char *login;   /* as typed */
    const char *address;
    const char *browser; /* token of the browser's cookie; "" when it has none */
    bool known;          /* by login_browser_known() */
};
#define LOGIN_TRIES_HERE 10    /* one name from one address, or from one known browser */
#define LOGIN_TRIES_NAME 100   /* one name, from everywhere but known browsers */
#define LOGIN_TRIES_ADDRESS 200 /* one address, all names, known browsers not counted */
#define LOGIN_SLOT_S (15 * 60) /* limits hold for this quarter of an hour and the one before */

enum db_result login_browser_known(struct db *db, struct arena *arena, const char *login,
                                   const char *browser, bool *known);
enum db_result login_browser_keep(struct db *db, uint64_t user, const char *browser);

/* Counts a try before it is looked at; *too_many when a limit is passed. login_try_good() takes it back. */
enum db_result login_try(struct db *db, struct arena *arena, const struct login_place *place,
                         bool *too_many);
enum db_result login_try_good(struct db *db, struct arena *arena, const struct login_place *place);

/* ---- changing -------------------------------------------------------------------------------- */

/* The person's own choice: no longer a first one. */
enum db_result login_set_password(struct db *db, uint64_t user, const char *hash);
/* The same password under today's settings of the hash. */
enum db_result login_rehash(struct db *db, uint64_t user, const char *hash);
/* A first password by an administrator, good until a moment; seed, recovery codes and known browsers go. */
enum db_result login_reset(struct db *db, uint64_t user, const char *hash,
                           const struct civil *until);
/* A new seed; the code of `step` confirmed it. */
enum db_result login_set_seed(struct db *db, struct arena *arena, uint64_t user, const char *seed,
                              uint64_t step);

/* A one-time code, or a recovery code: DB_OK when it was good and is now used up, DB_NONE when not.
 * *recovery tells which it was. */
enum db_result login_use_code(struct db *db, struct arena *arena, const struct credentials *one,
                              const char *typed, bool *recovery);

/* ---- recovery codes (login_recovery.c) --------------------------------------------------------- */

enum { RECOVERY_CODES = 10 };
/* Ten new codes "k7m2p-9xq4t", separated by spaces, instead of the old ones. */
enum db_result login_recovery_make(struct db *db, struct arena *arena, uint64_t user,
                                   const char **codes);
enum db_result login_recovery_use(struct db *db, struct arena *arena, uint64_t user,
                                  const char *typed);
enum db_result login_recovery_left(struct db *db, struct arena *arena, uint64_t user, int *left);

/* ---- a new password (login_choice.c) ------------------------------------------------------------ */

#define PASSWORD_LEAST 12
#define PASSWORD_MOST 128

/* NULL when it may be chosen, else the key of the words that say why not (below T.error). `login` and
 * `name`: what it must not be made of. */
const char *login_choice_wrong(struct arena *arena, const char *password, const char *login,
                               const char *name);

#endif
