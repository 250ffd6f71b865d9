/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: what is typed or scanned in a hall. A label names one ticket however it is written; the code of an
 * appointment is right or none; nobody makes the token of a ticket or a rating, and one that was changed opens nothing.
 */
#include <ctype.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../unit/keys.h"
#include "lib/damm.h"
#include "lib/text.h"
#include "model/appointment.h"
#include "model/rating_token.h"
#include "model/ticket.h"
#include "model/ticket_token.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    keys_make();
    return 0;
}

static void label(const char *text)
{
    char letter, again, made[TICKET_LABEL_MAX];
    unsigned number, second;
    if (!ticket_label_parse(text, &letter, &number))
        return;
    MUST(letter >= 'A' && letter <= 'Z' && number <= TICKET_NUMBER_MAX);
    MUST(ticket_label_parse(ticket_label(made, letter, number), &again, &second));
    MUST(again == letter && second == number);
}

static void appointment(struct arena *arena, const char *text)
{
    char code[APPOINTMENT_CODE_DIGITS + 1], again[APPOINTMENT_CODE_DIGITS + 1];
    if (!appointment_code_parse(text, code))
        return;
    MUST(strlen(code) == APPOINTMENT_CODE_DIGITS && text_is_digits(code) && damm_valid(code, APPOINTMENT_CODE_DIGITS));
    MUST(appointment_code_parse(appointment_code_show(arena, code), again) && strcmp(code, again) == 0);
}

static void forged(const char *text)
{
    struct rated what;
    struct civil day;
    uint64_t group;
    unsigned number;
    MUST(!ticket_token_parse(text, &group, &day, &number));
    MUST(!rating_token_read(text, &what));
}

/* bytes say which ticket, and where its token is changed into what. */
static void damaged(const uint8_t *bytes)
{
    const struct civil day = {.year = 2026, .month = 1 + bytes[0] % 12, .day = 1 + bytes[1] % 28};
    const unsigned number = (bytes[2] + 256u * bytes[3]) % (TICKET_NUMBER_MAX + 1u);
    char token[TICKET_TOKEN_CHARS + 1];
    struct civil read_day;
    uint64_t group;
    unsigned read_number;
    ticket_token(token, bytes[4], &day, number);
    MUST(ticket_token_parse(token, &group, &read_day, &read_number));
    MUST(group == bytes[4] && read_number == number && civil_compare(&day, &read_day) == 0);
    char *at = token + bytes[5] % TICKET_TOKEN_CHARS, was = *at;
    *at = (char)bytes[6];
    bool same = tolower(bytes[6]) == was; /* no strcmp: the fuzzer would learn the token from it */
    MUST(ticket_token_parse(token, &group, &read_day, &read_number) == same);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_open(0);
    const char *text = arena_copy_bytes(arena, size ? (const char *)bytes : "", size);
    label(text);
    appointment(arena, text);
    forged(text);
    if (size >= 7)
        damaged(bytes);
    arena_close(arena);
    return 0;
}
