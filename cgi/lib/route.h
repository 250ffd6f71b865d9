/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_ROUTE_H
#define MOTCUA_LIB_ROUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/input.h"
#include "lib/request.h"

#define ROUTE_INPUTS 48

/* A right is a bit number of the audience. The zero value, NOBODY, is never
 * granted, so that a forgotten column closes a page instead of opening it. */
enum { NOBODY = 0, ANYONE = 63 };

/*
 * One row a page: what exists, who may, what comes in. `path` may hold
 * {name} segments; each must be declared as an input. A handler fills
 * rq->data and ends with exactly one page_* call, whose status it returns.
 */
struct route {
    enum method method;
    const char *path;
    int right;
    int (*run)(struct request *rq);
    struct input inputs[ROUTE_INPUTS];
    int fresh_s;      /* shared caches may keep it so many seconds; 0 = no-store */
    bool kept;        /* the same for everybody who asks this address until the audience's edition changes:
                         workers keep the finished answer. The handler reads the address, the edition,
                         templates and words, and nothing else: no clock, no cookie, no database */
    bool asks;        /* a POST that only asks: no form token, no request key, read only like a GET; its
                         handler may db_begin and db_commit for a counter, which then can count twice
                         when the database fails */
    bool numbers;     /* a POST that takes numbers from a counter: runs in db_begin_numbering() */
    int files;        /* a multipart form with so many files at most (upload.h); 0 = no multipart */
    bool api;         /* errors as application/problem+json, no language pages */
    const char *again; /* POST: the template shown again on wrong input, filled by the handler of the GET
                          route of the same path; GET: set to show wrong input in the page itself (422),
                          otherwise wrong input is a 400 */
    const char *help; /* one line for who-may-what */
};

/* What one program serves: its routes, and how it learns who is asking.
 * lib calls the model through these, so that it never includes it. */
struct audience {
    const char *name;               /* "public" */
    const struct route *routes;     /* ends with .path == NULL */
    const char *const *rights;      /* names of all the bits the routes use, [bit]; NULL: none are */
    /* DB_OK and `who` filled, DB_NONE: nobody, DB_FAIL. NULL: always nobody. */
    enum db_result (*identify)(struct request *rq, struct actor *who);
    /* Somebody unknown asks for a page that needs a right: where to sign in; ends with a page_* call. `back` is
     * the address to come to afterwards, without the language prefix. NULL: a plain 403. */
    int (*stranger)(struct request *rq, const char *back);
    /* Has this request key been answered? DB_OK: `url` is where to. NULL: no POST with effect. */
    enum db_result (*remember)(struct request *rq, const char *key, const char **url);
    /* Stores the key in the running transaction. DB_FAIL with DB_ERROR_DUPLICATE: somebody was faster. */
    enum db_result (*record)(struct request *rq, const char *key, const char *url);
    /* Another number as soon as anything changes that answers of .kept rows are made of; asks the database at
     * most now and then. 0: not known, nothing is kept. NULL: no row is. */
    uint64_t (*edition)(struct db *db);
    bool strict_cookies; /* SameSite=Strict: no link from elsewhere arrives signed in */
    /* Called before each page is rendered: Site.*, menu, own words. */
    void (*dress)(struct request *rq);
    /* Called in the parent before the first worker is born, and twice a second: reads what workers inherit,
     * so that they start at once and even while the database is away. True: it has changed, and the
     * workers are to be replaced. NULL: nothing. */
    bool (*hold)(struct db *db);
    /* Called once in each worker before its first request. False: the worker ends. */
    bool (*start)(struct db *db);
};

/* Finds the row, asks who it is, checks right, form token, inputs; runs the
 * handler in a transaction with retries; always leaves a complete reply. */
void route_serve(struct request *rq);

/* Prints the table for an auditor: method, path, right, inputs, help. */
void route_print(const struct audience *audience);

/* Stops with a sentence when the table contradicts itself; run at start. */
void route_check_table(const struct audience *audience);

#endif
