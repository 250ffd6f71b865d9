/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MOTCUA_VOICE_SET_H
#define MOTCUA_MOTCUA_VOICE_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/arena.h"

/* What is the matter with a set of clips: each a line on standard output. */
struct voice_findings {
    struct arena *arena;
    unsigned n;
};
void voice_find(struct voice_findings *findings, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What a clip is for (docs/voice.md has the list). */
struct voice_part {
    const char *stem;  /* "digit-"; the whole id when there are no tails */
    const char *tails; /* "0123456789", one letter each, or NULL */
    double longest_s;
    bool call;     /* every language needs it; otherwise only the first, which tells where a dossier is */
    bool optional; /* counter-1 … counter-99 */
};

/* The part an id belongs to; NULL when no sentence has such a clip. */
const struct voice_part *voice_part_of(const char *id);

struct voice_clip {
    const char *name; /* for findings: "vi digit-5", "chime" */
    const char *file;
    double longest_s;
};

/* A manifest as it was read. Texts are the arena's. */
struct voice_set {
    const char *name, *announcer;
    bool is_placeholder;
    unsigned rate; /* 0 when it was not given rightly */
    struct voice_clip *clips;
    size_t n;
    size_t n_languages;
};

/*
 * Reads manifest.json and finds what is wrong with it: members, ids that are missing or that
 * nothing speaks, names of files that cannot be served. False when there is no set to go on with.
 */
bool voice_set_read(struct voice_findings *findings, const char *json, size_t length, struct voice_set *set);

#endif
