/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lib/log.h"
#include "lib/store_inside.h"

struct sweeping {
    int64_t before; /* seconds since 1970 */
    int (*known)(void *context, const uint8_t digest[TOKEN_DIGEST_BYTES]);
    void *context;
    uint64_t *count;
};

static bool is_old(int folder, const char *name, int64_t before)
{
    struct stat status;
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mtim.tv_sec < before;
}

static bool take_away(int folder, const char *name, const struct sweeping *sweeping)
{
    if (unlinkat(folder, name, 0) != 0 && errno != ENOENT) {
        log_error("an old file of the store cannot be removed: %m");
        return false;
    }
    ++*sweeping->count;
    return true;
}

/* Its age is looked at once more alone: whoever puts the same content sets it anew under the lock. */
static bool content_sweep(int folder, const char *name, const struct sweeping *sweeping)
{
    uint8_t digest[TOKEN_DIGEST_BYTES];
    size_t n;
    const char *end;
    if (sodium_hex2bin(digest, sizeof digest, name, strlen(name), NULL, &n, &end) != 0 || *end || n != sizeof digest)
        return true; /* not of ours: the audit is no broom */
    if (!is_old(folder, name, sweeping->before))
        return true;
    int lock = store_lock(LOCK_EX);
    if (lock < 0)
        return false;
    bool good = true;
    if (is_old(folder, name, sweeping->before)) {
        int known = sweeping->known(sweeping->context, digest);
        good = known >= 0 && (known > 0 || take_away(folder, name, sweeping));
    }
    close(lock);
    return good;
}

static bool arriving_sweep(int folder, const char *name, const struct sweeping *sweeping)
{
    return !is_old(folder, name, sweeping->before) || take_away(folder, name, sweeping);
}

/* A folder that was never needed is swept. */
static bool folder_sweep(const char *name, const struct sweeping *sweeping,
                         bool (*sweep)(int folder, const char *name, const struct sweeping *sweeping))
{
    int fd = openat(store_folder(), name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 && errno == ENOENT)
        return true;
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (!folder) {
        log_error("a folder of the store cannot be read: %m");
        if (fd >= 0)
            close(fd);
        return false;
    }
    bool good = true;
    for (struct dirent *entry; good && (entry = readdir(folder));)
        if (entry->d_name[0] != '.')
            good = sweep(fd, entry->d_name, sweeping);
    closedir(folder);
    return good;
}

bool store_sweep(unsigned shelf, int64_t age_s,
                 int (*known)(void *context, const uint8_t digest[TOKEN_DIGEST_BYTES]), void *context,
                 uint64_t *count)
{
    char name[4];
    const struct sweeping sweeping = {(int64_t)time(NULL) - age_s, known, context, count};
    if (store_folder() < 0)
        return false;
    snprintf(name, sizeof name, "%02x", shelf & 0xff);
    return folder_sweep(name, &sweeping, content_sweep) &&
           (shelf != 0 || folder_sweep(STORE_ARRIVING, &sweeping, arriving_sweep));
}

bool store_remove(const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    char path[STORE_PATH_MAX];
    int folder = store_folder();
    int lock = folder < 0 ? -1 : store_lock(LOCK_EX);
    if (lock < 0)
        return false;
    bool gone = unlinkat(folder, store_path(path, digest), 0) == 0 || errno == ENOENT;
    if (!gone)
        log_error("a content of the store cannot be removed: %m");
    close(lock);
    return gone;
}
