/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_WORKLIST_KEYS_H
#define MOTCUA_MODEL_WORKLIST_KEYS_H

#include "model/worklist.h"

/*
 * For worklist*.c: under which keys of the table task a tab lies. `by` says which columns they are; each key is one
 * range of an index that is sorted as the tab is.
 */
enum worklist_by { BY_PERSON, BY_DESK, BY_DESK_AND_ROLE };

struct worklist_key {
    uint64_t id;    /* person, or agency or unit */
    enum role role; /* BY_DESK_AND_ROLE */
};

struct worklist_keys {
    enum worklist_by by;
    struct worklist_key *keys;
    size_t n;
    const char *json; /* the same for a statement: [{"k":3,"r":"clerk"}] */
    bool everywhere;  /* the whole province: keys are none */
};

void worklist_keys(struct arena *arena, const struct scope *scope, uint64_t user,
                   enum worklist_tab tab, struct worklist_keys *keys);
const char *worklist_lane(enum worklist_tab tab); /* "work" … ; "" for what is done */

#endif
