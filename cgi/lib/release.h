/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_LIB_RELEASE_H
#define MOTCUA_LIB_RELEASE_H

#define RELEASE_TEXT_MAX 21

/*
 * What a page that stays open for days was made of: the program's version and a digest of the names of styles and
 * scripts, which change with their contents, "0.1.0-9f3a2b1c". The same in every program of an installation; read anew
 * when the list of those files has changed. Without that list the version alone.
 */
const char *release_text(void);

#endif
