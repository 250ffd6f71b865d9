/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_SETTINGS_H
#define MOTCUA_LIB_SETTINGS_H

#include <stdbool.h>

/*
 * What the environment of a program says, read once at start (docs/operate.md
 * lists the names). Texts belong to the process. Secrets are never here: only
 * the names of the files that hold them.
 */
struct settings {
    const char *program;          /* "motcua-public" … */
    const char *socket;           /* MOTCUA_SOCKET, NULL: inherited descriptor */
    int workers;                  /* MOTCUA_WORKERS, 1–64 */
    int hang_s;                   /* MOTCUA_HANG_S, 1–LIMIT_HANG_S: a request this long has its worker killed */
    const char *templates;        /* MOTCUA_TEMPLATES */
    const char *assets;           /* MOTCUA_ASSETS */
    const char *db_endpoints;     /* MOTCUA_DB */
    const char *db_name;          /* MOTCUA_DB_NAME */
    const char *db_user;          /* MOTCUA_DB_USER */
    const char *db_password_file; /* MOTCUA_DB_PASSWORD_FILE, NULL: unix_socket login */
    const char *keys;             /* MOTCUA_KEYS */
    const char *site;             /* MOTCUA_SITE, without a trailing slash; "" when not set */
    const char *uploads;          /* MOTCUA_UPLOADS: folder where uploads arrive; NULL: none accepted */
    const char *store;            /* MOTCUA_STORE: folder of files (store.h); NULL: none */
    const char *clamd;            /* MOTCUA_CLAMD: the virus scanner (scan.h); NULL: none */
    const char *live;             /* MOTCUA_LIVE: socket of nginx (live.h); NULL: screens look every few seconds */
    const char *clock;            /* MOTCUA_CLOCK, NULL: the machine's clock */
    bool watch;                   /* MOTCUA_WATCH=1: parse changed templates anew (./dev) */
};

extern struct settings settings; /* const after settings_read() */

/* False and one sentence on stderr when a value is wrong. */
bool settings_read(const char *program);

#endif
