/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <ctype.h>
#include <string.h>

#include "lib/damm.h"
#include "lib/number.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/dossier_find.h"
#include "model/party.h"

enum { TAIL_LEAST = 4, IDENTITY_LEAST = 8, IDENTITY_MOST = 15 };

/* Without the separators people put between digits; NULL when anything but letters and digits is left. */
static const char *squeezed(struct arena *arena, const char *typed)
{
    char *plain = arena_copy(arena, typed);
    size_t n = 0;
    for (const char *c = typed; *c; c++)
        if (isalnum((unsigned char)*c) || (*c == '+' && n == 0))
            plain[n++] = (char)toupper((unsigned char)*c);
        else if (!strchr(" .-_/()", *c))
            return NULL;
    plain[n] = '\0';
    return plain;
}

/* As party.phone is stored; NULL: no telephone. */
static const char *phone_of(struct arena *arena, const char *plain)
{
    const char *rest = text_starts(plain, "+84")  ? plain + 3
                       : text_starts(plain, "84") && strlen(plain) >= 11 ? plain + 2
                       : *plain == '0'            ? plain + 1
                                                  : NULL;
    if (!rest || !text_is_digits(rest) || strlen(rest) < 8 || strlen(rest) > 10)
        return NULL;
    return arena_format(arena, "+84%s", rest);
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* Numbers of identity papers: digits, or a letter or two and digits; a tax code of a branch has its dash. */
static void identity_read(struct arena *arena, const char *typed, const char *plain,
                          struct find_typed *found)
{
    size_t n = strlen(plain), letters = strspn(plain, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (n < IDENTITY_LEAST || n > IDENTITY_MOST || letters > 2 || !text_is_digits(plain + letters))
        return;
    found->by |= FIND_IDENTITY;
    found->identity = strlen(plain) == 13 && strchr(typed, '-')
                          ? arena_format(arena, "%.10s-%s", plain, plain + 10)
                          : plain;
}

static void numbers_read(struct arena *arena, const char *typed, struct find_typed *found)
{
    const char *plain = squeezed(arena, typed), *phone;
    char key[NUMBER_KEY_MAX + 1];
    if (!plain || !has_digit(plain))
        return;
    if ((phone = phone_of(arena, plain))) {
        found->by |= FIND_PHONE;
        found->phone = phone;
    }
    identity_read(arena, typed, plain, found);
    if (number_key(typed, key) && strlen(key) >= TAIL_LEAST) {
        found->number = arena_copy(arena, key);
        found->by |= FIND_NUMBER | FIND_TAIL;
    }
}

void find_read(struct arena *arena, const char *typed, struct find_typed *found)
{
    char code[LOOKUP_CODE_DIGITS + 1];
    struct party person = {0};
    *found = (struct find_typed){.number = "", .identity = "", .phone = ""};
    if (party_scan(arena, typed, &person)) {
        found->by = FIND_IDENTITY;
        found->identity = person.identity_number;
        return;
    }
    if (lookup_code_parse(typed, code)) {
        found->by = FIND_CODE;
        token_keyed_hash(KEY_LOOKUP, code, found->code_hash);
        return;
    }
    numbers_read(arena, typed, found);
    party_words(typed, &found->words);
    bool named = false;
    for (size_t i = 0; i < found->words.n; i++)
        named = named || !has_digit(found->words.word[i]);
    if (named)
        found->by |= FIND_NAME;
}
