/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "motcua/import_clean.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>

#include "lib/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *clean_changes_text(struct arena *arena, unsigned changes)
{
    static const char *const names[] = {"nfc",     "letters", "spaces", "capitals", "first-letter",
                                        "ending",  "number",  "scrap",  "code",     "audience",
                                        "invisible"};
    const char *text = "";
    for (size_t i = 0; i < COUNT(names); i++)
        if (changes & 1u << i)
            text = arena_format(arena, "%s%s%s", text, *text ? "," : "", names[i]);
    return text;
}

/* ---- the line ---------------------------------------------------------------------------------- */

static bool has_odd_space(const char *bytes, size_t length)
{
    if (length && (bytes[0] == ' ' || bytes[length - 1] == ' '))
        return true;
    for (size_t i = 0; i < length; i++)
        if (strchr("\t\n\r\v\f", bytes[i]) || (bytes[i] == ' ' && i + 1 < length && bytes[i + 1] == ' '))
            return true;
    return false;
}

const char *clean_line(struct arena *arena, const char *bytes, size_t length, unsigned *changes)
{
    const char *plain = text_clean(arena, bytes, length, TEXT_ONE_LINE, NULL);
    const char *clean = text_clean(arena, bytes, length, TEXT_ONE_LINE | TEXT_REPAIR, NULL);
    if (!clean || !plain)
        return NULL;
    if (strcmp(plain, clean) != 0)
        *changes |= CLEAN_LETTERS;
    if (has_odd_space(bytes, length))
        *changes |= CLEAN_SPACES;
    const char *raw = arena_copy_bytes(arena, bytes, length);
    if (strcmp(text_nfc(arena, raw), raw) != 0)
        *changes |= CLEAN_NFC;
    else if (strcmp(plain, raw) != 0 && !has_odd_space(bytes, length))
        *changes |= CLEAN_INVISIBLE;
    return clean;
}

/* ---- capitals ------------------------------------------------------------------------------------- */

/* Written in capitals also in a small-letter text. Words without any vowel
 * and words with digits are taken for abbreviations without standing here. */
static bool is_known_abbreviation(const char *word)
{
    static const char *const known[] = {
        "ABTC",   "AEP",  "AI",   "AIDS",   "AMO",   "AOC",    "APA",  "API",  "ASEAN", "ATA",
        "CBCCVC", "CITES", "COA", "CPTPP",  "EPS",   "EUR",    "EVFTA", "FLEGT", "FTA", "GACP",
        "GAP",    "HACCP", "HIV", "ICO",    "IDERA", "IEC",    "II",   "III",  "IMO",   "IPA",
        "ISO",    "ISPS",  "IV",  "IX",     "LEED",  "LOA",    "OCOP", "ODA",  "OECD",  "PET",
        "POP",    "RCEP",  "SIM", "SPECT",  "UAE",   "UBMTTQ", "UBND", "UKVFTA", "UNESCO", "VAN",
        "VAT",    "VII",   "VIII", "WHO",   "WTO",
    };
    for (size_t i = 0; i < COUNT(known); i++)
        if (strcmp(known[i], word) == 0)
            return true;
    return false;
}

/* Letters and digits of a token, without the punctuation around. */
static char *core_of(struct arena *arena, const char *token)
{
    size_t from = 0, to = strlen(token);
    while (from < to && (unsigned char)token[from] < 0x80 && !isalnum((unsigned char)token[from]))
        from++;
    while (to > from && (unsigned char)token[to - 1] < 0x80 && !isalnum((unsigned char)token[to - 1]))
        to--;
    return arena_copy_bytes(arena, token + from, to - from);
}

/* "UBND", "NĐ-CP", "(CGMP-ASEAN)": each part between hyphens is one. */
static bool is_abbreviation(struct arena *arena, const char *token)
{
    char *rest = core_of(arena, token);
    if (strpbrk(rest, "0123456789/"))
        return true;
    for (char *part; (part = strsep(&rest, "-")) != NULL;)
        if (!is_known_abbreviation(part) && strpbrk(text_plain(arena, part), "AEIOUY"))
            return false;
    return true;
}

enum shape { SHAPE_SMALL, SHAPE_CAPITALS, SHAPE_NEUTRAL };

static enum shape shape_of(struct arena *arena, const char *token)
{
    bool same_upper = strcmp(text_upper(arena, token), token) == 0;
    bool same_lower = strcmp(text_lower(arena, token), token) == 0;
    return same_upper && same_lower ? SHAPE_NEUTRAL : same_upper ? SHAPE_CAPITALS : SHAPE_SMALL;
}

static const char *first_upper(struct arena *arena, const char *text)
{
    size_t at = 0;
    while (text[at] && (unsigned char)text[at] < 0x80 && !isalpha((unsigned char)text[at]))
        at++;
    if (text_starts(text + at, "“") || text_starts(text + at, "‘"))
        at += 3;
    size_t letter = text[at] ? 1 : 0;
    while (((unsigned char)text[at + letter] & 0xC0) == 0x80)
        letter++;
    const char *head = arena_copy_bytes(arena, text, at);
    const char *first = text_upper(arena, arena_copy_bytes(arena, text + at, letter));
    return arena_format(arena, "%s%s%s", head, first, text + at + letter);
}

struct tokens {
    const char **item;
    size_t count;
};

static struct tokens split(struct arena *arena, const char *line)
{
    struct tokens tokens = {arena_take_array(arena, strlen(line) / 2 + 2, sizeof *tokens.item), 0};
    while (*line) {
        size_t n = strcspn(line, " ");
        if (n)
            tokens.item[tokens.count++] = arena_copy_bytes(arena, line, n);
        line += n + (line[n] == ' ');
    }
    return tokens;
}

static const char *join(struct arena *arena, const struct tokens *tokens)
{
    size_t bytes = 1;
    for (size_t i = 0; i < tokens->count; i++)
        bytes += strlen(tokens->item[i]) + 1;
    char *line = arena_take(arena, bytes), *to = line;
    for (size_t i = 0; i < tokens->count; i++) {
        size_t n = strlen(tokens->item[i]);
        if (i)
            *to++ = ' ';
        memcpy(to, tokens->item[i], n);
        to += n;
    }
    return line;
}

/* Is this run of capitals shouting, rather than a row of abbreviations? */
static bool is_shouting(struct arena *arena, const struct tokens *tokens, size_t from, size_t to)
{
    size_t words = 0;
    bool vietnamese = false;
    for (size_t i = from; i < to; i++) {
        const char *token = tokens->item[i];
        if (shape_of(arena, token) != SHAPE_CAPITALS || is_abbreviation(arena, token))
            continue;
        words++;
        vietnamese |= strcmp(text_plain(arena, token), token) != 0;
    }
    return words >= 3 || (words >= 2 && vietnamese);
}

static void run_lower(struct arena *arena, struct tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const char *token = tokens->item[i];
        if (shape_of(arena, token) != SHAPE_CAPITALS || is_abbreviation(arena, token))
            continue;
        token = text_lower(arena, token);
        bool starts = i == 0 || tokens->item[i - 1][strlen(tokens->item[i - 1]) - 1] == '.';
        tokens->item[i] = starts ? first_upper(arena, token) : token;
        /* the one name of a country that titles of procedures always hold */
        if (i > from && text_starts(token, "nam") && strcmp(tokens->item[i - 1], "việt") == 0) {
            tokens->item[i - 1] = "Việt";
            tokens->item[i] = first_upper(arena, token);
        }
    }
}

static const char *capitals_lower(struct arena *arena, const char *line, unsigned *changes)
{
    struct tokens tokens = split(arena, line);
    bool any = false;
    for (size_t from = 0; from < tokens.count;) {
        size_t to = from;
        while (to < tokens.count && shape_of(arena, tokens.item[to]) != SHAPE_SMALL)
            to++;
        if (to > from && is_shouting(arena, &tokens, from, to)) {
            run_lower(arena, &tokens, from, to);
            any = true;
        }
        from = to + 1;
    }
    if (!any)
        return line;
    *changes |= CLEAN_CAPITALS;
    return join(arena, &tokens);
}

/* ---- ends ------------------------------------------------------------------------------------------- */

/* "1. Công nhận …", ". Cấp …": numbering of a list the name was copied from. */
static const char *without_number(const char *line, unsigned *changes)
{
    size_t marks = strspn(line, ".,;:- ");
    if (marks)
        *changes |= CLEAN_NUMBER;
    line += marks;
    size_t digits = strspn(line, "0123456789");
    if (digits == 0 || digits > 2 || line[digits] != '.' || line[digits + 1] != ' ')
        return line;
    *changes |= CLEAN_NUMBER;
    return line + digits + 2;
}

/* "… (1) Trình tự thực hiện:": the heading that followed the name. */
static const char *without_scrap(struct arena *arena, const char *line, unsigned *changes)
{
    static const char scrap[] = "(1) Trình tự thực hiện";
    const char *at = strstr(line, scrap);
    if (!at || at == line || strspn(at + sizeof scrap - 1, ":. ") != strlen(at + sizeof scrap - 1))
        return line;
    *changes |= CLEAN_SCRAP;
    return arena_copy_bytes(arena, line, (size_t)(at - line));
}

static const char *without_end(struct arena *arena, const char *line, unsigned *changes)
{
    size_t n = strlen(line);
    while (n > 0 && strchr(".;:,- ", line[n - 1]))
        n--;
    size_t tail = strlen(line + n);
    if (tail == 0 || (tail == 3 && strcmp(line + n, "...") == 0))
        return line;
    if (strpbrk(line + n, ".;:,-"))
        *changes |= CLEAN_END;
    return arena_copy_bytes(arena, line, n);
}

const char *clean_name(struct arena *arena, const char *line, unsigned *changes)
{
    line = without_number(line, changes);
    line = without_scrap(arena, line, changes);
    line = without_end(arena, line, changes);
    line = capitals_lower(arena, line, changes);
    const char *name = first_upper(arena, line);
    if (strcmp(name, line) != 0)
        *changes |= CLEAN_FIRST;
    return name;
}

const char *clean_without_prefix(struct arena *arena, const char *name)
{
    /* After these the words belong together: "thủ tục hải quan" is one thing. */
    static const char *const bound[] = {"hải quan", "hành chính", "biên phòng", "nhập cảnh",
                                        "xuất cảnh", "quá cảnh",  "điện tử",    "đối với",
                                        "về ",       "thuế"};
    static const char prefix[] = "Thủ tục";
    if (!text_starts(name, prefix))
        return name;
    const char *rest = name + sizeof prefix - 1;
    if (*rest != ' ' && *rest != ':')
        return name;
    rest += strspn(rest, " :-");
    const char *small = text_lower(arena, rest);
    for (size_t i = 0; i < COUNT(bound); i++)
        if (text_starts(small, bound[i]))
            return name;
    return strchr(rest, ' ') ? first_upper(arena, rest) : name;
}
