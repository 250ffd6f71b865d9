/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_IMPORT_H
#define MOTCUA_MOTCUA_IMPORT_H

#include "model/catalogue_write.h"
#include "model/import.h"
#include "motcua/tool.h"

/*
 * One import: a transaction from import_begin() to import_end(), in which
 * each line of the file is counted, recorded, and printed when it was changed
 * by cleaning or refused. It happens as a whole or not at all.
 */
struct import {
    struct tool *tool;
    struct import_run run;
    struct import_rows rows;
};

struct import_line {
    size_t number;       /* of the line or item, from 1 */
    const char *code;    /* after cleaning, "" for none */
    const char *changes; /* what was cleaned: "nfc,spaces", or NULL */
    const char *reason;  /* why it was refused, or NULL */
    const char *raw;     /* as it was read */
};

/* 0, or the exit status after a sentence. */
int import_begin(struct import *import, struct tool *tool, const char *kind, const char *path,
                 const char *bytes, size_t length);
/* False when the database failed. */
bool import_line_done(struct import *import, const struct import_line *line,
                      enum store_result result);
/* Commits and prints the sum when `good`, else takes everything back. */
int import_end(struct import *import, bool good);

#endif
