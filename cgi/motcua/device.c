/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdlib.h>

#include "lib/cookie.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/audit.h"
#include "model/device_list.h"
#include "motcua/device.h"
#include "motcua/tool.h"

int device_refused(const struct tool *tool, enum device_verdict verdict)
{
    switch (verdict) {
    case DEVICE_NO_HALL:
        return tool_fail(tool, "there is no such hall; halls are made in the staff pages or with the sample.");
    case DEVICE_NO_COUNTER:
        return tool_fail(tool, "a display and a rating tablet belong to a counter of the hall; there is no such one.");
    case DEVICE_OTHER_COUNTER:
        return tool_fail(tool, "only a display and a rating tablet belong to a counter.");
    case DEVICE_NO_CODE:
    case DEVICE_NO_DEVICE:
        return tool_fail(tool, "there is no such device.");
    case DEVICE_GOOD:
    case DEVICE_FAIL:
        break;
    }
    return tool_fail_db(tool, "the device cannot be written");
}

void device_cookie_print(struct tool *tool, const char *secret)
{
    printf("Cookie: %s=%s\n", cookie_wire_name(tool->arena, DEVICE_COOKIE), secret);
}

/* ---- add ------------------------------------------------------------------------------------------ */

struct wish {
    struct device_place place;
    const char *hall;
    unsigned counter;
};

static bool number_read(const char *text, unsigned least, unsigned most, unsigned *number)
{
    char *end;
    unsigned long value = strtoul(text, &end, 10);
    *number = (unsigned)value;
    return text[0] >= '0' && text[0] <= '9' && !*end && value >= least && value <= most;
}

/* False when the arguments are not as the usage says. */
static bool wish_read(struct wish *wish, int argc, char **argv)
{
    *wish = (struct wish){.hall = "", .place = {.zone = "", .name = "", .place = ""}};
    for (int i = 0; i < argc; i++) {
        if (argv[i][0] != '-') {
            if (wish->place.kind || !(wish->place.kind = device_kind_of(argv[i])))
                return false;
            continue;
        }
        if (i + 1 == argc)
            return false;
        const char *option = argv[i], *value = argv[++i];
        if (strcmp(option, "--hall") == 0)
            wish->hall = value;
        else if (strcmp(option, "--name") == 0)
            wish->place.name = value;
        else if (strcmp(option, "--place") == 0)
            wish->place.place = value;
        else if (strcmp(option, "--zone") == 0)
            wish->place.zone = value;
        else if (!(strcmp(option, "--counter") == 0 && number_read(value, 1, 99, &wish->counter)) &&
                 !(strcmp(option, "--text") == 0 &&
                   number_read(value, DEVICE_TEXT_LEAST, DEVICE_TEXT_MOST, &wish->place.text_px)))
            return false;
    }
    return wish->place.kind != DEVICE_UNKNOWN;
}

static bool texts_clean(struct arena *arena, struct device_place *place)
{
    const char **texts[] = {&place->name, &place->place, &place->zone};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!(*texts[i] = text_clean(arena, *texts[i], strlen(*texts[i]), TEXT_ONE_LINE, NULL)))
            return false;
    return true;
}

enum device_verdict device_locate(struct tool *tool, const char *hall, unsigned counter, struct device_place *place)
{
    enum db_result found = device_hall(tool->db, tool->arena, hall, &place->hall);
    if (found != DB_OK)
        return found == DB_NONE ? DEVICE_NO_HALL : DEVICE_FAIL;
    if (!counter)
        return DEVICE_GOOD;
    found = device_counter(tool->db, tool->arena, place->hall, counter, &place->counter);
    if (found == DB_FAIL)
        return DEVICE_FAIL;
    return found == DB_NONE ? DEVICE_NO_COUNTER : DEVICE_GOOD;
}

enum device_verdict device_make(struct tool *tool, const char *secret, const struct device_place *place,
                                const char *note)
{
    uint64_t id;
    enum device_verdict verdict = device_add(tool->db, tool->arena, secret, place, &id);
    if (verdict != DEVICE_GOOD)
        return verdict;
    const struct audit_entry entry = {
        .type = "device_added",
        .subject = arena_format(tool->arena, "device %llu", (unsigned long long)id),
        .note = arena_format(tool->arena, "%s, %s", note, device_kind_names[place->kind]),
    };
    return audit_add(tool->db, &entry) == DB_OK ? DEVICE_GOOD : DEVICE_FAIL;
}

int command_device_add(struct tool *tool, int argc, char **argv)
{
    struct wish wish;
    if (!wish_read(&wish, argc, argv))
        return 2;
    if (!texts_clean(tool->arena, &wish.place))
        return tool_fail(tool, "a name, place or zone is not valid text.");
    const char *secret = token_random(tool->arena);
    if (db_begin(tool->db) == DB_FAIL)
        return tool_fail_db(tool, "the device cannot be made");
    enum device_verdict verdict = device_locate(tool, wish.hall, wish.counter, &wish.place);
    if (verdict == DEVICE_GOOD)
        verdict = device_make(tool, secret, &wish.place, "motcua device add");
    if (verdict == DEVICE_GOOD && db_commit(tool->db) == DB_FAIL)
        verdict = DEVICE_FAIL;
    int status = verdict == DEVICE_GOOD ? 0 : device_refused(tool, verdict);
    db_rollback(tool->db);
    if (status == 0)
        device_cookie_print(tool, secret);
    return status;
}

/* ---- list, revoke ------------------------------------------------------------------------------------ */

static bool line_print(void *context, const struct device_line *line)
{
    static const char *const states[] = {"asking", "approved", "revoked"};
    unsigned *count = context;
    (*count)++;
    printf("%8llu  %-8s  %-9s  %-16s %2u  %-19s  %s\n", (unsigned long long)line->id, states[line->state],
           device_kind_names[line->kind], line->hall_code, line->counter, *line->seen_at ? line->seen_at : "-",
           line->name);
    return true;
}

int command_device_list(struct tool *tool, int argc, char **argv)
{
    (void)argv;
    unsigned count = 0;
    if (argc)
        return 2;
    if (device_each(tool->db, NULL, line_print, &count) == DB_FAIL)
        return tool_fail_db(tool, "the devices cannot be read");
    if (count == 0)
        printf("There are no devices.\n");
    return 0;
}

int command_device_revoke(struct tool *tool, int argc, char **argv)
{
    char *end;
    uint64_t id = argc == 1 ? strtoull(argv[0], &end, 10) : 0;
    if (id == 0 || *end)
        return 2;
    const struct audit_entry entry = {
        .type = "device_revoked",
        .subject = arena_format(tool->arena, "device %llu", (unsigned long long)id),
        .note = "motcua device revoke",
    };
    enum db_result result = db_begin(tool->db);
    if (result == DB_OK)
        result = device_revoke(tool->db, id, 0);
    if (result == DB_OK && (audit_add(tool->db, &entry) == DB_FAIL || db_commit(tool->db) == DB_FAIL))
        result = DB_FAIL;
    int status = result == DB_FAIL ? tool_fail_db(tool, "the device cannot be shut out") : 0;
    db_rollback(tool->db);
    if (result == DB_NONE)
        status = tool_fail(tool, "there is no device %llu that may still come in.", (unsigned long long)id);
    if (status == 0)
        printf("Device %llu gets nothing any more.\n", (unsigned long long)id);
    return status;
}
