/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "lib/log.h"

bool secret_read(const char *path, char *secret, size_t room)
{
    secret[0] = '\0';
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : read(fd, secret, room - 1);
    if (fd >= 0)
        close(fd);
    if (n < 0) {
        log_error("password file %s: %s", path, strerror(errno));
        secret[0] = '\0';
        return false;
    }
    secret[n] = '\0';
    secret[strcspn(secret, "\r\n")] = '\0';
    return true;
}
