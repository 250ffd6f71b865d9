/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/code.h"

#include <string.h>

enum {
    GROUP_DIGITS = 6, /* a code is one digit, a point and six digits */
    CODE_BYTES = 9,
    LEAST_DIGITS = 4, /* of a beginning worth looking up */
};

/* Letters that look like digits are read as digits, next to digits. */
static char digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c;
    if (c == 'o' || c == 'O')
        return '0';
    return c == 'l' || c == 'I' || c == 'i' ? '1' : 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_byte(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

struct code_match {
    char digits[GROUP_DIGITS + 2]; /* 1 + 6 */
    size_t n;
    bool point; /* the first digit stands before a point or the like */
    const char *start, *end;
};

/* One digit, a separator and at least two digits: "1.001193", "2 000815", "1,001". */
static bool match_pointed(const char *p, const char *begin, struct code_match *m)
{
    if (!digit_of(p[0]) || (p > begin && is_word_byte(p[-1])))
        return false;
    if (!p[1] || !strchr(" .,-", p[1]))
        return false;
    const char *q = p + 2 + (p[2] == ' ');

    if (!digit_of(*q))
        return false;
    m->digits[0] = digit_of(p[0]);
    m->n = 1;
    bool real = is_digit(p[0]);

    while (*q && m->n < GROUP_DIGITS + 1 && (digit_of(*q) || (*q == ' ' && digit_of(q[1])))) {
        if (*q != ' ') {
            real |= is_digit(*q);
            m->digits[m->n++] = digit_of(*q);
        }
        q++;
    }
    m->digits[m->n] = '\0';
    m->point = true;
    m->start = p;
    m->end = q;
    return real && m->n >= 3 && !(m->n == GROUP_DIGITS + 1 && digit_of(*q) && is_digit(*q));
}

/* A run of at least four digits: "1001193", "014748". */
static bool match_run(const char *p, const char *begin, struct code_match *m)
{
    size_t n = 0;

    if (!is_digit(p[0]) || (p > begin && is_digit(p[-1])))
        return false;
    while (is_digit(p[n]))
        n++;
    if (n < LEAST_DIGITS || n > GROUP_DIGITS + 1)
        return false;
    memcpy(m->digits, p, n);
    m->digits[n] = '\0';
    m->n = n;
    m->point = false;
    m->start = p;
    m->end = p + n;
    return true;
}

/* Is there nothing besides the number but words that announce one ("mã thủ tục số …")? */
static bool is_pure(const char *query, const struct code_match *m)
{
    static const char *const announcing[] = { "ma",  "so",   "thu",  "tuc",  "tthc",
                                              "dvc", "code", "hanh", "chinh" };
    struct syllable s;
    size_t length = strlen(query);
    size_t at = 0;

    while (fold_next(query, length, &at, &s)) {
        if (query + s.start >= m->start && query + s.start < m->end)
            continue;
        bool number = strspn(s.fold, "0123456789h") == strlen(s.fold);
        bool known = number && query + s.start >= m->end;

        for (size_t i = 0; i < sizeof(announcing) / sizeof(announcing[0]); i++)
            known |= strcmp(s.fold, announcing[i]) == 0;
        if (!known)
            return false;
    }
    return true;
}

/* Codes that begin with the digits, written with or without the point. */
static size_t find_beginning(const struct search_index *index, const char *digits,
                             uint32_t documents[CODE_HITS])
{
    char beginning[CODE_BYTES + 1] = { digits[0], '.' };
    size_t length = strlen(digits);
    size_t n = 0;

    memcpy(beginning + 2, digits + 1, length - 1);
    beginning[length + 1] = '\0';
    for (size_t i = index_code_lower(index, beginning); i < index->n && n < CODE_HITS; i++) {
        uint32_t d = index->by_code[i];

        if (strncmp(index->document[d].code, beginning, length + 1) != 0)
            break;
        documents[n++] = d;
    }
    return n;
}

static size_t find_ending(const struct search_index *index, const char *digits,
                          uint32_t documents[CODE_HITS])
{
    size_t n = 0;

    for (size_t i = 0; i < index->n && n < CODE_HITS; i++) {
        const char *code = index->document[index->by_code[i]].code;

        if (strlen(code) == CODE_BYTES - 1 && strcmp(code + 2, digits) == 0)
            documents[n++] = index->by_code[i];
    }
    return n;
}

bool code_find(const struct search_index *index, const char *query, uint32_t documents[CODE_HITS],
               size_t *n)
{
    struct code_match m = { .n = 0 };
    bool found = false;

    *n = 0;
    for (const char *p = query; *p && !found; p++)
        found = match_pointed(p, query, &m);
    if (found && m.n >= LEAST_DIGITS)
        *n = find_beginning(index, m.digits, documents);
    if (*n > 0)
        return true;
    struct code_match run = { .n = 0 };
    bool has_run = false;

    for (const char *p = query; *p && !has_run; p++)
        has_run = match_run(p, query, &run);
    if (!has_run)
        return found && is_pure(query, &m);
    if (run.n == GROUP_DIGITS)
        *n = find_ending(index, run.digits, documents);
    bool pure = is_pure(query, &run);

    if (*n == 0 && (run.n == GROUP_DIGITS + 1 || pure))
        *n = find_beginning(index, run.digits, documents);
    return *n > 0 || pure;
}
