/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A disk of ordinary speed, for benches on a machine whose disk acknowledges from memory: every fsync and
 * fdatasync of a program that preloads this takes SLOW_SYNC_US microseconds longer. Sleeping takes no processor
 * time.
 *
 *     cc -shared -fPIC -o slow_sync.so slow_sync.c
 *     LD_PRELOAD=slow_sync.so SLOW_SYNC_US=1000 program
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void take_longer(void)
{
    const char *told = getenv("SLOW_SYNC_US");
    long us = told ? atol(told) : 0;
    struct timespec left = { us / 1000000, us % 1000000 * 1000 };
    while (us > 0 && nanosleep(&left, &left))
        ;
}

static int then(const char *name, int fd)
{
    int (*call)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    take_longer();
    return call(fd);
}

int fsync(int fd)
{
    return then("fsync", fd);
}

int fdatasync(int fd)
{
    return then("fdatasync", fd);
}
