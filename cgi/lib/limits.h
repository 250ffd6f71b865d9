/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_LIMITS_H
#define MOTCUA_LIB_LIMITS_H

/* Every ceiling of the programs in one place. nginx/ states the outer ones again;
 * tests/lint/check_limits compares them. */

#define LIMIT_PATH 512                  /* bytes of a decoded path */
#define LIMIT_QUERY 4096                /* bytes of a raw query */
#define LIMIT_FORM_BODY (256 * 1024)    /* bytes of an urlencoded body */
#define LIMIT_UPLOAD (10 * 1024 * 1024)         /* bytes of one file of a form */
#define LIMIT_MULTIPART_BODY (26 * 1024 * 1024) /* bytes of a multipart body */
#define LIMIT_PARTS 64                  /* parts of a multipart body */
#define LIMIT_FILES 16                  /* files of a multipart body at most */
#define LIMIT_PART_HEADERS 8192         /* bytes of the header lines of one part */
#define LIMIT_COOKIE 4096               /* bytes of the Cookie header */
#define LIMIT_PARAMETERS 400            /* names in one query or body; a reception lists 80 papers */
#define LIMIT_TEXT 2000                 /* code points of a text field unless it says otherwise */
#define LIMIT_PAGE (4 * 1024 * 1024)    /* bytes of one rendered answer */
#define LIMIT_KEPT (16 * 1024 * 1024)   /* bytes of finished answers a worker keeps */
#define LIMIT_KEPT_ANSWER (256 * 1024)  /* bytes of one of them */
#define LIMIT_ARENA (64 * 1024 * 1024)  /* bytes of one request's arena */
#define LIMIT_REQUEST_MS 8000           /* a request gives up retrying after this */
#define LIMIT_DB_TIMEOUT_S 10           /* read timeout of one statement */
#define LIMIT_HANG_S 30                 /* a worker this long in one request is ended by its parent */
#define LIMIT_STATEMENTS 64             /* kept prepared statements a connection */
#define LIMIT_SEARCH_QUERY 200          /* bytes of a search text that are looked at */
#define LIMIT_PAGE_ITEMS 20             /* results a page */
#define LIMIT_API_ITEMS 100             /* results an API answer at most */
#define LIMIT_PIXELS 50000000           /* of a picture that comes in */
#define LIMIT_ZIP_FILES 500             /* members of an office file */
#define LIMIT_ZIP_BYTES (200 * 1024 * 1024) /* all of them unpacked */
#define LIMIT_ZIP_RATIO 100             /* so many times the size of the file */
#define LIMIT_SCAN_MS 5000              /* one file at the virus scanner */

#endif
