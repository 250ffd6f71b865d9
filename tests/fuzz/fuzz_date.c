/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: dates, times, terms, rules and amounts as anyone may type them. What is read must be
 * real and must be read the same again from its written form.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/date.h"
#include "lib/money.h"
#include "model/worktime.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void fuzz_dates(const char *text)
{
    struct civil moment;
    struct civil again;
    enum date_precision precision;
    char out[DATE_TEXT_MAX];
    char filled[64];

    if (civil_parse(text, &moment)) {
        MUST(civil_valid(&moment));
        MUST(civil_parse(date_format_iso_time(out, &moment), &again));
        MUST(civil_compare(&moment, &again) == 0);
    }
    if (date_parse(text, &moment)) {
        MUST(civil_valid(&moment));
        MUST(date_parse(date_format_day(out, &moment), &again));
        MUST(civil_compare(&moment, &again) == 0);
        MUST(date_parse_partial(text, &again, &precision) && precision == DATE_WHOLE);
    } else if (date_parse_partial(text, &moment, &precision)) {
        MUST(civil_valid(&moment) && precision != DATE_WHOLE);
    }
    moment = civil_from_day(20000);
    if (date_fill(filled, sizeof filled, text, NULL, &moment))
        MUST(strlen(filled) < sizeof filled);
    else
        MUST(filled[0] == '\0');
    int minutes = date_parse_time(text, true);
    MUST(minutes >= -1 && minutes <= DATE_DAY_MINUTES);
}

static void fuzz_terms(const char *text)
{
    struct worktime_term term;
    struct worktime_term term_again;
    struct worktime_rule rule;
    struct worktime_rule rule_again;
    char out[WORKTIME_TEXT_MAX];

    if (worktime_term_parse(text, &term)) {
        MUST(worktime_term_check(&term));
        MUST(worktime_term_parse(worktime_term_format(out, &term), &term_again));
        MUST(term.value == term_again.value && term.unit == term_again.unit);
    }
    if (worktime_rule_parse(text, &rule)) {
        MUST(strlen(worktime_rule_format(out, &rule)) <= 20);
        MUST(worktime_rule_parse(out, &rule_again));
        MUST(rule.count == rule_again.count && rule.cutoff == rule_again.cutoff &&
             rule.day_minutes == rule_again.day_minutes);
    }
}

static void fuzz_money(const char *text)
{
    int64_t amount;
    int64_t again;
    char out[MONEY_TEXT_MAX];

    if (!money_parse(text, &amount))
        return;
    MUST(amount >= 0 && amount <= MONEY_MAX);
    MUST(money_parse(money_format(out, amount), &again) && again == amount);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *text = malloc(size + 1);

    if (!text)
        return 0;
    if (size > 0)
        memcpy(text, bytes, size);
    text[size] = '\0';
    fuzz_dates(text);
    fuzz_terms(text);
    fuzz_money(text);
    free(text);
    return 0;
}
