/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_RIGHTS_H
#define MOTCUA_STAFF_RIGHTS_H

/*
 * What an officer may do: bits of struct actor.rights, named after the subject first. 0 stays NOBODY. A
 * right that no route asks for does not exist; each new one gets its name in right_names.
 */
enum right {
    RIGHT_NONE = 0,
    RIGHT_COUNT
};

/* [bit], for who-may-what */
extern const char *const right_names[RIGHT_COUNT];

#endif
