/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/kept.h"

#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/fault.h"
#include "lib/log.h"

#define BUCKETS 4096 /* a power of two; chains are short for as many pages as have room */

/* One answer, its key and its texts in one piece of memory. */
struct entry {
    struct entry *next;          /* in its bucket */
    struct entry *newer, *older; /* in the ring, by when it was last asked for */
    uint64_t hash;
    size_t size;
    const char *key;           /* the texts begin right behind the entry, the key first */
    struct kept_answer answer; /* points there, too */
};

struct kept {
    struct entry *buckets[BUCKETS];
    struct entry ring; /* its `older` is the newest answer, its `newer` the oldest */
    size_t limit, single, used;
    unsigned char secret[crypto_shorthash_KEYBYTES];
};

struct kept *kept_open(size_t limit, size_t single)
{
    struct kept *kept = calloc(1, sizeof *kept);
    if (!kept || sodium_init() < 0)
        log_fatal("no place to keep answers in");
    kept->ring.newer = kept->ring.older = &kept->ring;
    kept->limit = limit;
    kept->single = single;
    crypto_shorthash_keygen(kept->secret);
    return kept;
}

void kept_close(struct kept *kept)
{
    if (!kept)
        return;
    kept_forget(kept);
    free(kept);
}

size_t kept_bytes(const struct kept *kept)
{
    return kept->used;
}

/* ---- the ring ------------------------------------------------------------------------ */

static void ring_take_out(struct entry *entry)
{
    entry->newer->older = entry->older;
    entry->older->newer = entry->newer;
}

static void ring_put_first(struct kept *kept, struct entry *entry)
{
    entry->newer = &kept->ring;
    entry->older = kept->ring.older;
    entry->older->newer = entry;
    kept->ring.older = entry;
}

/* ---- by key -------------------------------------------------------------------------- */

static uint64_t hash_of(const struct kept *kept, const char *key)
{
    uint64_t hash;
    _Static_assert(sizeof hash == crypto_shorthash_BYTES, "a hash is a number");
    crypto_shorthash((unsigned char *)&hash, (const unsigned char *)key, strlen(key), kept->secret);
    return hash;
}

/* The link that leads to the entry of that key, or the end of its chain. */
static struct entry **link_of(struct kept *kept, const char *key, uint64_t hash)
{
    struct entry **link = &kept->buckets[hash & (BUCKETS - 1)];
    while (*link && ((*link)->hash != hash || strcmp((*link)->key, key) != 0))
        link = &(*link)->next;
    return link;
}

static void drop(struct kept *kept, struct entry **link)
{
    struct entry *entry = *link;
    *link = entry->next;
    ring_take_out(entry);
    kept->used -= entry->size;
    free(entry);
}

static void drop_oldest(struct kept *kept)
{
    const struct entry *oldest = kept->ring.newer;
    drop(kept, link_of(kept, oldest->key, oldest->hash));
}

void kept_forget(struct kept *kept)
{
    while (kept->ring.newer != &kept->ring)
        drop_oldest(kept);
}

const struct kept_answer *kept_find(struct kept *kept, const char *key)
{
    struct entry *entry = *link_of(kept, key, hash_of(kept, key));
    if (!entry)
        return NULL;
    ring_take_out(entry);
    ring_put_first(kept, entry);
    return &entry->answer;
}

/* ---- adding --------------------------------------------------------------------------- */

static const char *copy_to(char **to, const char *bytes, size_t n)
{
    char *copy = *to;
    if (n)
        memcpy(copy, bytes, n);
    copy[n] = '\0';
    *to += n + 1;
    return copy;
}

static size_t size_of(const char *key, const struct kept_answer *answer)
{
    return sizeof(struct entry) + strlen(key) + strlen(answer->type) + strlen(answer->encoding) +
           strlen(answer->etag) + strlen(answer->headers) + answer->length + 6; /* six NULs */
}

static void fill(struct entry *entry, const char *key, const struct kept_answer *answer)
{
    char *to = (char *)(entry + 1);
    entry->key = copy_to(&to, key, strlen(key));
    entry->answer.type = copy_to(&to, answer->type, strlen(answer->type));
    entry->answer.encoding = copy_to(&to, answer->encoding, strlen(answer->encoding));
    entry->answer.etag = copy_to(&to, answer->etag, strlen(answer->etag));
    entry->answer.headers = copy_to(&to, answer->headers, strlen(answer->headers));
    entry->answer.body = copy_to(&to, answer->body, answer->length);
    entry->answer.length = answer->length;
}

void kept_add(struct kept *kept, const char *key, const struct kept_answer *answer)
{
    size_t size = size_of(key, answer);
    uint64_t hash = hash_of(kept, key);
    struct entry **link = link_of(kept, key, hash);
    if (*link)
        drop(kept, link);
    if (size > kept->single || size > kept->limit)
        return;
    while (kept->used + size > kept->limit)
        drop_oldest(kept);

    struct entry *entry = fault_point("alloc") ? NULL : malloc(size);
    if (!entry)
        return;
    fill(entry, key, answer);
    entry->hash = hash;
    entry->size = size;
    link = &kept->buckets[hash & (BUCKETS - 1)];
    entry->next = *link;
    *link = entry;
    ring_put_first(kept, entry);
    kept->used += size;
}
