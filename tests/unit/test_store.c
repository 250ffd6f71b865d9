/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The store of files: what has a place is whole, whatever fails on the way; the same content is kept once; what nobody
 * needs goes, and nothing else.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/fault.h"
#include "lib/settings.h"
#include "lib/store.h"

#define OLD (2 * 86400)
#define DAY 86400

static char folder[] = "/tmp/motcua-store-XXXXXX";
static const uint8_t abc[TOKEN_DIGEST_BYTES] = {
    0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
    0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};

static int file_with(const void *bytes, size_t n)
{
    int fd = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    return fd;
}

static enum store_result put(const char *text, uint8_t digest[TOKEN_DIGEST_BYTES])
{
    uint64_t size;
    int fd = file_with(text, strlen(text));
    enum store_result result = store_put(fd, digest, &size);
    if (result == STORE_OK)
        assert_int_equal(size, strlen(text));
    close(fd);
    return result;
}

static const char *place(const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    static char path[256];
    char below[STORE_PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, store_path(below, digest));
    return path;
}

/* Files in a folder of the store; 0 when it is not there. */
static int count_in(const char *name)
{
    char path[256];
    int n = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    DIR *entries = opendir(path);
    for (struct dirent *entry; entries && (entry = readdir(entries));)
        n += entry->d_name[0] != '.';
    if (entries)
        closedir(entries);
    return n;
}

static void overwrite(const uint8_t digest[TOKEN_DIGEST_BYTES], const char *text)
{
    const char *path = place(digest);
    assert_int_equal(chmod(path, 0600), 0);
    int fd = open(path, O_WRONLY | O_TRUNC);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
}

static void age(const char *path)
{
    struct timespec times[2] = {{.tv_sec = time(NULL) - OLD}, {.tv_sec = time(NULL) - OLD}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static int start(void **state)
{
    (void)state;
    assert_true(sodium_init() >= 0);
    assert_non_null(mkdtemp(folder));
    settings.store = folder;
    return 0;
}

static int away(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static int stop(void **state)
{
    (void)state;
    return nftw(folder, away, 8, FTW_DEPTH | FTW_PHYS);
}

/* ---- putting and checking ---------------------------------------------------------------------------------- */

static void a_content_lies_under_its_hash(void **state)
{
    (void)state;
    uint8_t digest[TOKEN_DIGEST_BYTES];
    char path[STORE_PATH_MAX];
    struct stat status;
    assert_int_equal(put("abc", digest), STORE_OK);
    assert_memory_equal(digest, abc, sizeof abc);
    assert_string_equal(store_path(path, digest),
                        "ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_int_equal(stat(place(digest), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0440);
    assert_int_equal(count_in("arriving"), 0);
    assert_int_equal(store_check(digest, 3, true), STORE_GOOD);
    int fd = store_open(digest);
    char text[8];
    assert_int_equal(read(fd, text, sizeof text), 3);
    close(fd);
}

static void the_same_content_is_kept_once(void **state)
{
    (void)state;
    uint8_t digest[TOKEN_DIGEST_BYTES];
    age(place(abc));
    assert_int_equal(put("abc", digest), STORE_OK);
    assert_int_equal(count_in("ba"), 1);
    assert_int_equal(count_in("arriving"), 0);
    struct stat status;
    assert_int_equal(stat(place(abc), &status), 0);
    assert_true(status.st_mtime > time(NULL) - DAY); /* so that no clean-up takes it now */
}

static void damage_is_seen_and_mended_by_the_same_content(void **state)
{
    (void)state;
    uint8_t digest[TOKEN_DIGEST_BYTES];
    overwrite(abc, "abd");
    assert_int_equal(store_check(abc, 3, false), STORE_GOOD);
    assert_int_equal(store_check(abc, 3, true), STORE_DAMAGED);
    overwrite(abc, "ab");
    assert_int_equal(store_check(abc, 3, false), STORE_DAMAGED);
    assert_int_equal(put("abc", digest), STORE_OK);
    assert_int_equal(store_check(abc, 3, true), STORE_GOOD);
    assert_true(store_remove(abc));
    assert_true(store_remove(abc));
    assert_int_equal(store_check(abc, 3, false), STORE_MISSING);
}

static void a_large_file_comes_whole(void **state)
{
    (void)state;
    enum { MANY = 3 * 1024 * 1024 + 17 };
    uint8_t *bytes = malloc(MANY), digest[TOKEN_DIGEST_BYTES], wanted[TOKEN_DIGEST_BYTES];
    uint64_t size;
    randombytes_buf(bytes, MANY);
    crypto_hash_sha256(wanted, bytes, MANY);
    int fd = file_with(bytes, MANY);
    assert_int_equal(lseek(fd, 100, SEEK_SET), 100);
    assert_int_equal(store_put(fd, digest, &size), STORE_OK);
    assert_int_equal(lseek(fd, 0, SEEK_CUR), 100);
    assert_int_equal(size, MANY);
    assert_memory_equal(digest, wanted, sizeof wanted);
    assert_int_equal(store_check(digest, MANY, true), STORE_GOOD);
    close(fd);
    free(bytes);
}

/* ---- what fails ----------------------------------------------------------------------------------------------- */

static void without_a_folder_nothing_is_stored(void **state)
{
    (void)state;
    uint8_t digest[TOKEN_DIGEST_BYTES];
    settings.store = "/nowhere/at/all";
    assert_int_equal(put("abc", digest), STORE_FAIL);
    assert_int_equal(store_check(abc, 3, true), STORE_UNREAD);
    settings.store = NULL;
    assert_int_equal(put("abc", digest), STORE_FAIL);
    settings.store = folder;
}

#ifdef MOTCUA_FAULTS
/* Each step of storing fails once, as on a full disk: it is said, nothing half is left, and the next try works. */
static void wherever_it_fails_nothing_half_is_left(void **state)
{
    (void)state;
    int n = 0;
    for (enum store_result result = STORE_FULL; result != STORE_OK; ) {
        char order[32], text[64];
        uint8_t digest[TOKEN_DIGEST_BYTES], wanted[TOKEN_DIGEST_BYTES];
        snprintf(order, sizeof order, "store:%d", ++n);
        snprintf(text, sizeof text, "the content of try %d", n);
        crypto_hash_sha256(wanted, (const unsigned char *)text, strlen(text));
        setenv("MOTCUA_FAULT", order, 1);
        fault_begin();
        result = put(text, digest);
        assert_true(result == STORE_FULL || result == STORE_OK);
        assert_int_equal(count_in("arriving"), 0);
        enum store_state found = store_check(wanted, strlen(text), true);
        assert_true(found == STORE_GOOD || (result == STORE_FULL && found == STORE_MISSING));
        unsetenv("MOTCUA_FAULT");
        fault_begin();
        assert_int_equal(put(text, digest), STORE_OK);
    }
    assert_true(n > 6);
}
#endif

/* ---- cleaning up ---------------------------------------------------------------------------------------------- */

static int known_abc(void *context, const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    ++*(int *)context;
    return memcmp(digest, abc, sizeof abc) == 0;
}

static int known_broken(void *context, const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    (void)context, (void)digest;
    return -1;
}

/* Every shelf; how many files went. */
static uint64_t sweep(int *asked)
{
    uint64_t count = 0;
    for (unsigned shelf = 0; shelf < STORE_SHELVES; shelf++)
        assert_true(store_sweep(shelf, DAY, known_abc, asked, &count));
    return count;
}

static void only_old_and_unknown_contents_go(void **state)
{
    (void)state;
    uint8_t digest[TOKEN_DIGEST_BYTES], young[TOKEN_DIGEST_BYTES];
    char left[256];
    uint64_t count = 0;
    int asked = 0;
    sweep(&asked);
    put("abc", digest);
    age(place(abc));
    put("nobody knows me", digest);
    age(place(digest));
    put("nobody knows me yet", young);
    snprintf(left, sizeof left, "%s/arriving/left", folder);
    close(open(left, O_CREAT | O_WRONLY, 0600));
    age(left);
    asked = 0;
    assert_false(store_sweep(digest[0], DAY, known_broken, NULL, &count));
    assert_int_equal(store_check(digest, 15, true), STORE_GOOD);
    assert_int_equal(sweep(&asked), 2);
    assert_int_equal(asked, 2);
    assert_int_equal(store_check(abc, 3, true), STORE_GOOD);
    assert_int_equal(store_check(digest, 15, true), STORE_MISSING);
    assert_int_equal(store_check(young, 19, true), STORE_GOOD);
    assert_int_equal(count_in("arriving"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_content_lies_under_its_hash),
        cmocka_unit_test(the_same_content_is_kept_once),
        cmocka_unit_test(damage_is_seen_and_mended_by_the_same_content),
        cmocka_unit_test(a_large_file_comes_whole),
        cmocka_unit_test(without_a_folder_nothing_is_stored),
#ifdef MOTCUA_FAULTS
        cmocka_unit_test(wherever_it_fails_nothing_half_is_left),
#endif
        cmocka_unit_test(only_old_and_unknown_contents_go),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
