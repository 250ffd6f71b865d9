/*
 * SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * libFuzzer: conditions of workflow actions. Whatever the bytes, there is a condition or a reason with its column; a
 * condition that does not hold names a fact, and holds or fails the same way each time.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/guard.h"

#define MUST(x) ((x) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void ask(const struct guard *guard, const int64_t facts[FACT_END])
{
    bool holds = guard_holds(guard, facts);
    enum guard_fact obstacle = guard_obstacle(guard, facts);

    MUST(holds == (obstacle == FACT_END) && (unsigned)obstacle <= FACT_END);
    MUST(guard_holds(guard, facts) == holds);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_open(0);
    const char *text = arena_copy_bytes(arena, size ? (const char *)bytes : "", size);
    const char *error = "unset";
    int64_t facts[FACT_END] = { 0 };

    const struct guard *guard = guard_parse(arena, text, &error);
    MUST((guard == NULL) == (error != NULL));
    if (!guard)
        MUST(strncmp(error, "column ", 7) == 0 && strstr(error, ": "));
    for (int round = 0; guard && round < 8; round++) {
        for (int i = 0; i < FACT_END; i++)
            facts[i] = (round >> (i % 3)) & 1 ? i : -round;
        ask(guard, facts);
    }
    arena_close(arena);
    return 0;
}
