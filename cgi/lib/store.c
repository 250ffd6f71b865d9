/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/fault.h"
#include "lib/log.h"
#include "lib/settings.h"
#include "lib/store_inside.h"
#include "lib/write_all.h"

#define FAULT "store"
#define PIECE (256 * 1024)
#define FOLDER_MODE 0770 /* the group is that of nginx and of the programs that keep files */
#define CONTENT_MODE 0440 /* nobody changes a content */

/* A step that can fail for want of room: with a fault ordered it does. */
static bool fails(void)
{
    if (!fault_point(FAULT))
        return false;
    errno = ENOSPC;
    return true;
}

static enum store_result broken(const char *what)
{
    int error = errno;
    log_error("the store of files: %s: %m", what);
    return error == ENOSPC || error == EDQUOT ? STORE_FULL : STORE_FAIL;
}

int store_folder(void)
{
    static int folder = -1;
    static const char *opened;
    if (folder >= 0 && opened == settings.store)
        return folder;
    if (folder >= 0)
        close(folder);
    folder = -1;
    if (!settings.store)
        log_error("there is no store of files: MOTCUA_STORE is not set");
    else if ((folder = open(settings.store, O_PATH | O_DIRECTORY | O_CLOEXEC)) < 0)
        log_error("the store of files cannot be opened: %m");
    opened = settings.store;
    return folder;
}

int store_lock(int operation)
{
    int folder = store_folder();
    mode_t mask = umask(0007);
    int lock = folder < 0 ? -1 : openat(folder, ".lock", O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
    umask(mask);
    if (lock >= 0 && flock(lock, operation) == 0)
        return lock;
    if (folder >= 0)
        log_error("the store of files cannot be locked: %m");
    if (lock >= 0)
        close(lock);
    return -1;
}

const char *store_path(char path[STORE_PATH_MAX], const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    char *to = path + snprintf(path, STORE_PATH_MAX, "%02x/", digest[0]);
    for (size_t i = 0; i < TOKEN_DIGEST_BYTES; i++)
        to += snprintf(to, 3, "%02x", digest[i]);
    return path;
}

int store_open(const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    char path[STORE_PATH_MAX];
    int folder = store_folder();
    return folder < 0 ? -1 : openat(folder, store_path(path, digest), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

/* ---- reading and copying ----------------------------------------------------------------------------------- */

/* Reads `from`, hashing, and writes it to `to` unless that is -1. */
static bool pass(int from, int to, uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t *size)
{
    static uint8_t piece[PIECE]; /* one thread a process */
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    *size = 0;
    for (;;) {
        ssize_t n = pread(from, piece, sizeof piece, (off_t)*size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            break;
        crypto_hash_sha256_update(&state, piece, (size_t)n);
        *size += (uint64_t)n;
        if (to >= 0 && !write_all(to, piece, (size_t)n, FAULT))
            return false;
    }
    crypto_hash_sha256_final(&state, digest);
    return true;
}

bool store_hash(int fd, uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t *size)
{
    return pass(fd, -1, digest, size);
}

enum store_state store_check(const uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t size, bool whole)
{
    struct stat status;
    uint8_t found[TOKEN_DIGEST_BYTES];
    uint64_t length;
    enum store_state state = STORE_UNREAD;
    int fd = store_open(digest);
    if (fd < 0 && errno == ENOENT && store_folder() >= 0)
        return STORE_MISSING;
    if (fd < 0 || fstat(fd, &status) != 0)
        log_error("a content of the store cannot be opened: %m");
    else if (!S_ISREG(status.st_mode) || (uint64_t)status.st_size != size)
        state = STORE_DAMAGED;
    else if (!whole)
        state = STORE_GOOD;
    else if (!store_hash(fd, found, &length))
        log_error("a content of the store cannot be read: %m");
    else
        state = length == size && sodium_memcmp(found, digest, sizeof found) == 0 ? STORE_GOOD : STORE_DAMAGED;
    if (fd >= 0)
        close(fd);
    return state;
}

/* ---- putting ------------------------------------------------------------------------------------------------- */

/* A folder below the store, for the group too whatever the mask of the process. */
static bool folder_make(int store, const char *name)
{
    mode_t mask = umask(0007);
    int made = fails() ? -1 : mkdirat(store, name, FOLDER_MODE);
    umask(mask);
    return made == 0 || errno == EEXIST;
}

static bool folder_flush(int store, const char *name)
{
    int fd = openat(store, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = fd >= 0 && !fails() && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return done;
}

/* A new file under a name nobody else has. */
static int arriving_open(int store, char name[64])
{
    uint8_t random[16];
    char text[2 * sizeof random + 1];
    randombytes_buf(random, sizeof random);
    sodium_bin2hex(text, sizeof text, random, sizeof random);
    snprintf(name, 64, STORE_ARRIVING "/%s", text);
    return fails() ? -1 : openat(store, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/* From arriving/ to its place, or away again when the same content stands there well: then its time is set anew, so
 * that no clean-up takes it before its row is written. */
static enum store_result settle(int store, const char *name, const uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t size)
{
    char path[STORE_PATH_MAX], shelf[3];
    store_path(path, digest);
    snprintf(shelf, sizeof shelf, "%.2s", path);
    if (store_check(digest, size, true) == STORE_GOOD && utimensat(store, path, NULL, 0) == 0) {
        unlinkat(store, name, 0);
        return STORE_OK;
    }
    if (!folder_make(store, shelf))
        return broken("a folder cannot be made");
    if (fails() || renameat(store, name, store, path) != 0)
        return broken("a content cannot be moved to its place");
    if (!folder_flush(store, shelf) || !folder_flush(store, "."))
        return broken("a folder cannot be flushed");
    return STORE_OK;
}

static enum store_result arrive(int fd, int store, char name[64], uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t *size)
{
    name[0] = '\0';
    if (!folder_make(store, STORE_ARRIVING))
        return broken("the folder for arriving files cannot be made");
    int to = arriving_open(store, name);
    if (to < 0)
        return broken("a file cannot be made");
    bool copied = pass(fd, to, digest, size) && fchmod(to, CONTENT_MODE) == 0 && !fails() && fsync(to) == 0;
    enum store_result result = copied ? STORE_OK : broken("a file cannot be written");
    if (close(to) != 0 && copied)
        result = broken("a file cannot be closed");
    return result;
}

enum store_result store_put(int fd, uint8_t digest[TOKEN_DIGEST_BYTES], uint64_t *size)
{
    char name[64];
    int store = store_folder();
    int lock = store < 0 ? -1 : store_lock(LOCK_SH);
    if (lock < 0)
        return STORE_FAIL;
    enum store_result result = arrive(fd, store, name, digest, size);
    if (result == STORE_OK)
        result = settle(store, name, digest, *size);
    if (result != STORE_OK && name[0])
        unlinkat(store, name, 0);
    close(lock);
    return result;
}
