/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Keystrokes of Vietnamese input methods that reached us undecoded.
 */
#ifndef MOTCUA_SEARCH_IME_H
#define MOTCUA_SEARCH_IME_H

#include <stdbool.h>

#include "search/fold.h"

/* Each decodes the keystrokes of one syllable in place.  False if they decode to themselves. */
bool ime_telex(struct syllable *syllable);    /* "ddawng" → đăng */
bool ime_vni(struct syllable *syllable);      /* "d9a8ng" → đăng */
bool ime_composed(struct syllable *syllable); /* marks typed, tone left over: "lâpj" → lập */

#endif
