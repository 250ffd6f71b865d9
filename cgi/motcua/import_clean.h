/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_IMPORT_CLEAN_H
#define MOTCUA_MOTCUA_IMPORT_CLEAN_H

#include <stddef.h>

#include "lib/arena.h"

/* What had to be cleaned in a line of the national catalogue; bits of a set. */
enum clean_change {
    CLEAN_NFC = 1,        /* letters written with separate marks */
    CLEAN_LETTERS = 2,    /* letters mixed up by old encodings: ƣ for ư */
    CLEAN_SPACES = 4,     /* tabs, line breaks, doubled spaces, spaces at the ends */
    CLEAN_CAPITALS = 8,   /* written in capitals throughout */
    CLEAN_FIRST = 16,     /* begins with a small letter */
    CLEAN_END = 32,       /* full stops and colons at the end */
    CLEAN_NUMBER = 64,    /* numbering in front: "1. " */
    CLEAN_SCRAP = 128,    /* a piece of the text that followed: "(1) Trình tự thực hiện:" */
    CLEAN_CODE = 256,     /* spaces around the code */
    CLEAN_AUDIENCE = 512, /* kinds of people nobody knows */
    CLEAN_INVISIBLE = 1024
};

/* "nfc,spaces" for a set; "" for none. */
const char *clean_changes_text(struct arena *arena, unsigned changes);

/* A text of one line: NFC, single spaces. NULL when it cannot be a text. */
const char *clean_line(struct arena *arena, const char *bytes, size_t length, unsigned *changes);

/* A clean line as the name of a procedure: small letters where it shouted, without numbering, scraps and
 * full stops, with a capital first. */
const char *clean_name(struct arena *arena, const char *line, unsigned *changes);

/* The name without the words "Thủ tục" in front, where it reads well without them. */
const char *clean_without_prefix(struct arena *arena, const char *name);

#endif
