/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <ctype.h>
#include <string.h>

#include "lib/text.h"
#include "model/party.h"

enum {
    PROVINCE_LAST = 96, /* of the codes in identity numbers */
    NAME_MAX_LETTERS = 250,
    NUMBER_LONGEST = 30,
    MAIL_LONGEST = 120,
    PHONE_ROOM = 40
};

static void find(struct party_findings *findings, const char *field, const char *key, bool warning)
{
    if (findings->n < PARTY_FINDINGS)
        findings->items[findings->n++] = (struct party_finding){field, key, warning};
}

static void wrong(struct party_findings *findings, const char *field, const char *key)
{
    find(findings, field, key, false);
}

static void warn(struct party_findings *findings, const char *field, const char *key)
{
    find(findings, field, key, true);
}

bool party_wrong(const struct party_findings *findings)
{
    for (size_t i = 0; i < findings->n; i++)
        if (!findings->items[i].warning)
            return true;
    return false;
}

/* ---- numbers ------------------------------------------------------------------------------------------ */

/* Letters and digits alone, capitals. */
static const char *squeezed(struct arena *arena, const char *text)
{
    char *out = arena_copy(arena, text), *to = out;
    for (const char *at = text; *at; at++)
        if (!strchr(" .-/", *at))
            *to++ = (char)toupper((unsigned char)*at);
    *to = '\0';
    return out;
}

/* The check digit of a tax code: its last digit makes the weighted sum right. */
static bool tax_code_fits(const char *digits)
{
    static const int weights[] = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    int sum = 0;
    for (int i = 0; i < 9; i++)
        sum += weights[i] * (digits[i] - '0');
    return 10 - sum % 11 == digits[9] - '0';
}

static void citizen_number_check(const struct party *typed, const struct party *stored,
                                 struct party_findings *findings)
{
    const char *number = stored->identity_number;
    int province = (number[0] - '0') * 100 + (number[1] - '0') * 10 + (number[2] - '0');
    int century = number[3] - '0', year = (number[4] - '0') * 10 + (number[5] - '0');
    year += 1900 + century / 2 * 100;
    if (province < 1 || province > PROVINCE_LAST)
        warn(findings, "identity_number", "identity_province");
    const char *sex = century % 2 ? "female" : "male";
    if (*typed->sex && strcmp(typed->sex, sex) != 0)
        warn(findings, "identity_number", "identity_sex");
    if (*stored->birth_date) {
        int born = (stored->birth_date[0] - '0') * 1000 + (stored->birth_date[1] - '0') * 100 +
                   (stored->birth_date[2] - '0') * 10 + (stored->birth_date[3] - '0');
        if (born != year)
            warn(findings, "identity_number", "identity_birth");
    }
}

static bool passport_like(const char *number)
{
    size_t n = strlen(number);
    return n >= 7 && n <= 9 && isalpha((unsigned char)number[0]) && text_is_digits(number + 1);
}

static void person_number_check(const struct party *typed, struct party *stored,
                                struct party_findings *findings)
{
    const char *number = stored->identity_number;
    size_t n = strlen(number);
    bool digits = text_is_digits(number);
    stored->identity_kind = "other";
    if (digits && n == 12) {
        stored->identity_kind = "citizen_id";
        citizen_number_check(typed, stored, findings);
    } else if (digits && n == 9) {
        warn(findings, "identity_number", "identity_old");
    } else if (digits) {
        wrong(findings, "identity_number", "identity_digits");
    } else if (passport_like(number)) {
        stored->identity_kind = "passport";
    } else {
        warn(findings, "identity_number", "identity_other");
    }
}

static void organisation_number_check(struct party *stored, struct party_findings *findings)
{
    const char *number = stored->identity_number;
    size_t n = strlen(number);
    stored->identity_kind = "tax_code";
    if (!text_is_digits(number) || (n != 10 && n != 13 && n != 12))
        wrong(findings, "identity_number", "tax_code_digits");
    else if (n != 12 && !tax_code_fits(number))
        warn(findings, "identity_number", "tax_code_check");
}

static void identity_check(struct arena *arena, const struct party *typed, struct party *stored,
                           struct party_findings *findings)
{
    stored->identity_number = squeezed(arena, typed->identity_number);
    stored->identity_kind = "";
    if (!*stored->identity_number)
        return;
    if (strlen(stored->identity_number) > NUMBER_LONGEST)
        wrong(findings, "identity_number", "too_long");
    else if (strcmp(stored->kind, "organisation") == 0)
        organisation_number_check(stored, findings);
    else
        person_number_check(typed, stored, findings);
}

/* ---- dates, telephone, mail ---------------------------------------------------------------------------- */

static void birth_check(struct arena *arena, const struct party *typed, const struct civil *today,
                        struct party *stored, struct party_findings *findings)
{
    struct civil day;
    enum date_precision precision;
    stored->birth_date = "";
    if (!*typed->birth_date)
        return;
    if (!date_parse_partial(typed->birth_date, &day, &precision)) {
        wrong(findings, "birth_date", "not_birth");
        return;
    }
    if (civil_day(&day) > civil_day(today)) {
        wrong(findings, "birth_date", "birth_future");
        return;
    }
    char *text = date_format_iso(arena_take(arena, DATE_TEXT_MAX), &day);
    if (precision != DATE_WHOLE)
        text[precision == DATE_YEAR_ONLY ? 4 : 7] = '\0';
    stored->birth_date = text;
}

static void issued_check(struct arena *arena, const struct party *typed, const struct civil *today,
                         struct party *stored, struct party_findings *findings)
{
    struct civil day;
    stored->identity_issued_on = "";
    if (!*typed->identity_issued_on)
        return;
    if (!date_parse(typed->identity_issued_on, &day) || civil_day(&day) > civil_day(today))
        wrong(findings, "identity_issued_on", "not_date");
    else
        stored->identity_issued_on = date_format_iso(arena_take(arena, DATE_TEXT_MAX), &day);
}

/* Mobile numbers have ten digits from 03, 05, 07, 08, 09; others begin with 02 and have eleven. */
static bool phone_plausible(const char *national)
{
    size_t n = strlen(national);
    if (national[0] != '0' || !text_is_digits(national))
        return false;
    return national[1] == '2' ? n == 11 : n == 10 && strchr("35789", national[1]);
}

static void phone_check(struct arena *arena, const struct party *typed, struct party *stored,
                        struct party_findings *findings)
{
    const char *plain = squeezed(arena, typed->phone);
    stored->phone = "";
    if (!*plain)
        return;
    if (text_starts(plain, "+84"))
        plain = arena_format(arena, "0%s", plain + 3);
    else if (text_starts(plain, "84") && strlen(plain) >= 11)
        plain = arena_format(arena, "0%s", plain + 2);
    if (strlen(plain) > PHONE_ROOM || !phone_plausible(plain))
        wrong(findings, "phone", "phone_form");
    else
        stored->phone = arena_format(arena, "+84%s", plain + 1);
}

static void mail_check(const struct party *stored, struct party_findings *findings)
{
    const char *mail = stored->email, *at = strchr(mail, '@');
    if (!*mail)
        return;
    bool plain = strcspn(mail, " ,;<>\"()[]\\") == strlen(mail);
    if (strlen(mail) > MAIL_LONGEST || !plain || !at || at == mail || strchr(at + 1, '@') ||
        !strchr(at + 1, '.') || at[1] == '.' || mail[strlen(mail) - 1] == '.')
        wrong(findings, "email", "mail_form");
}

/* ---- all of it ------------------------------------------------------------------------------------------- */

static void name_check(struct arena *arena, const struct party *stored,
                       struct party_findings *findings)
{
    if (!*stored->name)
        wrong(findings, "name", "required");
    else if (text_count(stored->name) > NAME_MAX_LETTERS)
        wrong(findings, "name", "too_long");
    else if (strpbrk(text_plain(arena, stored->name), "|@<>{}"))
        wrong(findings, "name", "name_letters");
}

void party_check(struct arena *arena, enum party_role role, const struct party *typed,
                 const struct civil *today, struct party *stored, struct party_findings *findings)
{
    bool person = strcmp(typed->kind, "organisation") != 0;
    findings->n = 0;
    *stored = *typed;
    stored->kind = person ? "person" : "organisation";
    name_check(arena, stored, findings);
    birth_check(arena, typed, today, stored, findings);
    issued_check(arena, typed, today, stored, findings);
    identity_check(arena, typed, stored, findings);
    phone_check(arena, typed, stored, findings);
    mail_check(stored, findings);
    if (!person)
        stored->birth_date = stored->sex = "";
    else
        stored->representative = "";
    bool second_fact = *typed->phone || strlen(stored->identity_number) >= 4;
    if (role == PARTY_APPLICANT && !second_fact)
        wrong(findings, "phone", "second_fact");
    if (role == PARTY_APPLICANT)
        stored->authority_note = "";
    else if (!*stored->authority_note)
        wrong(findings, "authority_note", "required");
}
