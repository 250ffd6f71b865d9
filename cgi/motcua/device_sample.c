/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/clock.h"
#include "lib/token.h"
#include "motcua/device.h"

#define DEVICES_MOST 999

/*
 * Devices for scripts and tests, the same each time they are asked for: their secret comes from a key of the instance,
 * the kind and the number. Only one that this command made has such a secret.
 */
static const char *secret_of(struct arena *arena, const char *hall, enum device_kind kind, unsigned number)
{
    uint8_t hash[TOKEN_HASH_BYTES];
    char hex[2 * TOKEN_HASH_BYTES + 1];
    token_keyed_hash(KEY_COOKIE,
                     arena_format(arena, "sample device|%s|%s|%u", hall, device_kind_names[kind], number), hash);
    for (size_t i = 0; i < TOKEN_HASH_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    return arena_copy(arena, hex);
}

static enum device_verdict find_or_make(struct tool *tool, const char *hall, const char *secret,
                                        enum device_kind kind, unsigned number)
{
    struct device device;
    struct civil now = clock_now();
    enum db_result found = device_find(tool->db, tool->arena, secret, &now, &device);
    if (found != DB_NONE)
        return found == DB_FAIL ? DEVICE_FAIL : device.state == DEVICE_APPROVED ? DEVICE_GOOD : DEVICE_NO_DEVICE;
    struct device_place place = {.kind = kind, .zone = "", .place = "",
                                 .name = arena_format(tool->arena, "%s-%u", device_kind_names[kind], number)};
    enum device_verdict verdict =
        device_locate(tool, hall, device_kind_has_counter(kind) ? number : 0, &place);
    if (verdict == DEVICE_GOOD)
        verdict = device_make(tool, secret, &place, "motcua sample device");
    if (verdict == DEVICE_GOOD && db_commit(tool->db) == DB_FAIL)
        verdict = DEVICE_FAIL;
    return verdict;
}

int command_sample_device(struct tool *tool, int argc, char **argv)
{
    char *end = NULL;
    const char *hall = "";
    if (argc > 2 && strcmp(argv[0], "--hall") == 0) {
        hall = argv[1];
        argc -= 2;
        argv += 2;
    }
    unsigned long number = argc == 2 ? strtoul(argv[1], &end, 10) : 1;
    if (argc < 1 || argc > 2 || (end && *end) || number < 1 || number > DEVICES_MOST)
        return 2;
    enum device_kind kind = device_kind_of(argv[0]);
    if (kind == DEVICE_UNKNOWN)
        return 2;
    if (!token_init())
        return 1;
    const char *secret = secret_of(tool->arena, hall, kind, (unsigned)number);
    if (db_begin(tool->db) == DB_FAIL)
        return tool_fail_db(tool, "the device cannot be made");
    enum device_verdict verdict = find_or_make(tool, hall, secret, kind, (unsigned)number);
    int status = 0;
    if (verdict == DEVICE_NO_DEVICE)
        status = tool_fail(tool, "the sample %s %lu was shut out; take another number.", argv[0], number);
    else if (verdict != DEVICE_GOOD)
        status = device_refused(tool, verdict);
    db_rollback(tool->db);
    if (status == 0)
        device_cookie_print(tool, secret);
    return status;
}
