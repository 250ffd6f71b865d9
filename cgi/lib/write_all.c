/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/write_all.h"

#include <errno.h>
#include <unistd.h>

#include "lib/fault.h"

bool write_all(int fd, const void *bytes, size_t n, const char *fault)
{
    (void)fault; /* without fault points nobody asks */
    for (const char *at = bytes, *end = at + n; at < end;) {
        ssize_t done = fault_point(fault) ? (errno = ENOSPC, -1) : write(fd, at, (size_t)(end - at));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        at += done;
    }
    return true;
}
