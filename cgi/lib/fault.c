/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/fault.h"

#ifdef MOTCUA_FAULTS

#include <fcntl.h>
#include <unistd.h>

#include "lib/log.h"

/* The plan for the running request: nothing fails while `kind` is empty. */
static struct {
    char kind[16];
    unsigned long nth;
    bool onwards;
    unsigned long seen;
} plan;

static void plan_parse(const char *text)
{
    memset(&plan, 0, sizeof plan);
    const char *colon = strchr(text, ':');
    if (!colon || (size_t)(colon - text) >= sizeof plan.kind)
        return;
    char *end;
    unsigned long nth = strtoul(colon + 1, &end, 10);
    if (nth == 0 || (*end && *end != '+' && *end != '\n'))
        return;
    memcpy(plan.kind, text, (size_t)(colon - text));
    plan.nth = nth;
    plan.onwards = *end == '+';
}

void fault_begin(void)
{
    const char *file = getenv("MOTCUA_FAULT_FILE");
    const char *text = getenv("MOTCUA_FAULT");
    char line[64] = "";
    if (file) {
        int fd = open(file, O_RDONLY | O_CLOEXEC);
        ssize_t n = fd >= 0 ? read(fd, line, sizeof line - 1) : 0;
        if (fd >= 0)
            close(fd);
        line[n > 0 ? n : 0] = '\0';
        text = line;
    }
    plan_parse(text ? text : "");
}

bool fault_point(const char *kind)
{
    if (!plan.nth || strcmp(plan.kind, kind) != 0)
        return false;
    plan.seen++;
    bool fails = plan.onwards ? plan.seen >= plan.nth : plan.seen == plan.nth;
    if (fails)
        log_info("fault: %s number %lu fails by order", kind, plan.seen);
    return fails;
}

#else

/* An empty translation unit is not C. */
extern const int motcua_fault_points_absent;
const int motcua_fault_points_absent = 1;

#endif
