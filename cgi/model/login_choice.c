/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/text.h"
#include "model/login.h"

#define REST_LEAST 6     /* letters left when all that is easily guessed is taken away */
#define DISTINCT_LEAST 5 /* different ones among all */
#define RUN_LEAST 3      /* "abc", "321", "aaa" are runs */

/*
 * What people build passwords of, with letters only, without marks: the heads of the usual lists and their
 * Vietnamese relatives. Digits, runs and rows of the keyboard are found by rule. Longer words first where one
 * begins with the other.
 */
static const char *const common[] = {
    "administrator", "password", "passwort", "passphrase", "passw", "matkhau", "khongco", "khongnho",
    "dangnhap", "taikhoan", "admin", "root", "welcome", "letmein", "login", "signin", "secret", "iloveyou",
    "iloveu", "loveyou", "love", "anhyeuem", "emyeuanh", "yeuem", "yeuanh", "toiyeu", "yeu", "vietnam",
    "vietnamese", "saigon", "hanoi", "hochiminh", "thanhpho", "danang", "binhduong", "thudaumot", "motcua",
    "mocua", "hanhchinhcong", "hanhchinh", "trungtam", "dichvucong", "canbo", "congchuc", "chuyenvien",
    "uyban", "nhandan", "quochuy", "dragon", "monkey", "football", "baseball", "basketball", "soccer",
    "superman", "batman", "spiderman", "pokemon", "naruto", "master", "shadow", "sunshine", "princess",
    "michael", "jennifer", "jordan", "ashley", "daniel", "charlie", "thomas", "andrew", "matthew", "jessica",
    "starwars", "freedom", "whatever", "trustno", "computer", "internet", "facebook", "google", "samsung",
    "iphone", "apple", "windows", "microsoft", "system", "server", "default", "changeme", "changethis",
    "change", "test", "guest", "user", "temp", "hello", "xinchao", "chao", "cheese", "flower", "summer",
    "winter", "spring", "autumn", "monday", "friday", "january", "december", "correcthorsebatterystaple",
    "giadinh", "hanhphuc", "maimai", "conyeu", "bome", "cha", "nguyen", "tran", "phamthi", "nguyenvan",
    "nguyenthi", "tranvan", "lethi", "abcxyz", "qaz", "wsx", "edc", "zaq", "xsw", "qwe", "asd", "zxc",
    "poi", "lkj", "mnb", NULL};

static const char *const rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa",
                                   "mnbvcxz", NULL};

/* Digits and signs that stand for letters. */
static char letter_of(char c)
{
    static const char from[] = "013457@$!|", to[] = "oieastasii";
    const char *found = c ? strchr(from, c) : NULL;
    return found ? to[found - from] : c;
}

static void blank(char *text, size_t n)
{
    memset(text, ' ', n);
}

/* Takes every place of `word` away from `text`, and from `twin`, which is as long. */
static void take_word(char *text, char *twin, const char *word)
{
    size_t n = strlen(word);
    for (char *at = text; n > 0 && (at = strstr(at, word)); at += n) {
        blank(twin + (at - text), n);
        blank(at, n);
    }
}

static size_t run_length(const char *at)
{
    int step = at[0] && at[1] ? at[1] - at[0] : 2;
    if (step < -1 || step > 1)
        return 1;
    size_t n = 1;
    while (at[n] && at[n] != ' ' && at[n] - at[n - 1] == step)
        n++;
    return n;
}

static size_t row_length(const char *at)
{
    size_t best = 0;
    for (size_t i = 0; rows[i]; i++) {
        const char *from = strchr(rows[i], *at);
        size_t n = 0;
        while (from && from[n] && from[n] == at[n])
            n++;
        if (n > best)
            best = n;
    }
    return best;
}

static void take_runs(char *text)
{
    for (char *at = text; *at; at++) {
        if (*at == ' ')
            continue;
        size_t run = run_length(at), row = row_length(at), n = run > row ? run : row;
        if (n >= RUN_LEAST) {
            blank(at, n);
            at += n - 1;
        }
    }
}

static size_t distinct(const char *text)
{
    bool seen[256] = {false};
    size_t n = 0;
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        n += !seen[*c];
        seen[*c] = true;
    }
    return n;
}

/* Letters that are nothing known; digits tell little: years and dates are digits. */
static size_t rest_of(const char *text)
{
    size_t letters = 0, digits = 0;
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        digits += *c >= '0' && *c <= '9';
        letters += *c != ' ' && (*c < '0' || *c > '9');
    }
    return letters ? letters + digits / 2 : 0;
}

static void take_own(struct arena *arena, char *text, char *twin, const char *own)
{
    char *plain = text_plain(arena, text_lower(arena, own));
    size_t n = strlen(plain);
    for (char *at = plain; at < plain + n;) {
        size_t length = strcspn(at, " ._-");
        at[length] = '\0';
        if (length >= 3)
            take_word(text, twin, at);
        at += length + 1;
    }
}

const char *login_choice_wrong(struct arena *arena, const char *password, const char *login,
                               const char *name)
{
    size_t count = text_count(password);
    if (count < PASSWORD_LEAST)
        return "password_short";
    if (count > PASSWORD_MOST)
        return "password_long";
    char *typed = text_plain(arena, text_lower(arena, password));
    if (distinct(typed) < DISTINCT_LEAST)
        return "password_simple";
    char *read = arena_copy(arena, typed);
    for (char *c = read; *c; c++)
        *c = letter_of(*c);
    take_own(arena, typed, read, login);
    take_own(arena, read, typed, login);
    take_own(arena, typed, read, name);
    take_own(arena, read, typed, name);
    for (size_t i = 0; common[i]; i++) {
        take_word(typed, read, common[i]);
        take_word(read, typed, common[i]);
    }
    take_runs(typed);
    return rest_of(typed) < REST_LEAST ? "password_common" : NULL;
}
