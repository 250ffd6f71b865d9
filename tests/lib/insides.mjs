// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What no answer may show of how it was made: statements, names of parts, places in the source.
const INSIDES = /\bSELECT\b.+\bFROM\b|mysql|mariadb|Traceback|NEOERR|hdf_|\.c:\d+|segfault|core dumped/;
// Tokens of forms are random letters; once in some hundred thousand there are "hdf_" among them.
const TOKENS = /[\w-]{40,}/g;

// The place where it does; null: nowhere.
export const insides = (body) => INSIDES.exec(body.replace(TOKENS, ''));
