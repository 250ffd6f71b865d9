/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/listener.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define BACKLOG 511

static bool lock_take(struct listener *listener, const char *program)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s.lock", listener->path);
    listener->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (listener->lock < 0) {
        fprintf(stderr, "%s: cannot make %s: %s.\n", program, path, strerror(errno));
        return false;
    }
    if (flock(listener->lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    fprintf(stderr, "%s: another %s answers on %s already.\n", program, program, listener->path);
    close(listener->lock);
    listener->lock = -1;
    return false;
}

/* Bound under another name and moved into place: whoever connects finds the old socket or one that
 * listens. */
static bool socket_make(struct listener *listener, const char *program)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s.new", listener->path);
    unlink(address.sun_path);
    listener->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    mode_t mask = umask(0177);
    bool made = listener->fd >= 0 &&
                bind(listener->fd, (struct sockaddr *)&address, sizeof address) == 0 &&
                listen(listener->fd, BACKLOG) == 0 &&
                rename(address.sun_path, listener->path) == 0;
    int error = errno;
    umask(mask);
    if (made)
        return true;
    fprintf(stderr, "%s: cannot listen on %s: %s.\n", program, listener->path, strerror(error));
    return false;
}

static int inherited(void)
{
    const char *pid = getenv("LISTEN_PID"), *count = getenv("LISTEN_FDS");
    bool ours = pid && count && strtol(pid, NULL, 10) == getpid() && strcmp(count, "1") == 0;
    return ours ? 3 : 0;
}

bool listener_open(struct listener *listener, const char *program, const char *path)
{
    *listener = (struct listener){.fd = -1, .lock = -1, .path = path};
    if (path) {
        if (lock_take(listener, program) && socket_make(listener, program))
            return true;
        listener_close(listener);
        return false;
    }
    listener->fd = inherited();
    struct stat status;
    int listening = 0;
    socklen_t n = sizeof listening;
    if (fstat(listener->fd, &status) == 0 && S_ISSOCK(status.st_mode) &&
        getsockopt(listener->fd, SOL_SOCKET, SO_ACCEPTCONN, &listening, &n) == 0 && listening)
        return true;
    fprintf(stderr,
            "%s: descriptor %d is no listening socket; set MOTCUA_SOCKET or start me from a "
            "systemd socket.\n",
            program, listener->fd);
    return false;
}

void listener_close(struct listener *listener)
{
    if (listener->fd >= 0)
        close(listener->fd);
    if (listener->path && listener->lock >= 0) {
        unlink(listener->path);
        close(listener->lock);
    }
    *listener = (struct listener){.fd = -1, .lock = -1};
}
