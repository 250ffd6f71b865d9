/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "lib/fastcgi.h"

#include <errno.h>
#include <stdint.h>
#include <sys/uio.h>

#include "lib/limits.h"
#include "lib/log.h"

#define RECORD_HEAD 8
#define RECORD_BODY 65528 /* a multiple of eight, so that no record needs padding to be aligned */
#define RECORDS (LIMIT_PAGE / RECORD_BODY + 6)

enum { TYPE_END = 3, TYPE_OUTPUT = 6 };

struct records {
    uint8_t heads[RECORDS][RECORD_HEAD];
    struct iovec parts[2 * RECORDS];
    size_t n_heads;
    int n_parts;
};

static void part_add(struct records *records, const void *bytes, size_t n)
{
    records->parts[records->n_parts++] =
        (struct iovec){.iov_base = (void *)(uintptr_t)bytes, .iov_len = n};
}

static void record_add(struct records *records, int type, int request, const void *bytes, size_t n)
{
    if (records->n_heads == RECORDS)
        log_fatal("an answer of more than %d records", RECORDS);
    uint8_t *head = records->heads[records->n_heads++];
    head[0] = 1;
    head[1] = (uint8_t)type;
    head[2] = (uint8_t)(request >> 8);
    head[3] = (uint8_t)request;
    head[4] = (uint8_t)(n >> 8);
    head[5] = (uint8_t)n;
    head[6] = head[7] = 0;
    part_add(records, head, RECORD_HEAD);
    if (n)
        part_add(records, bytes, n);
}

static void output_add(struct records *records, int request, const char *bytes, size_t n)
{
    while (n > 0) {
        size_t piece = n < RECORD_BODY ? n : RECORD_BODY;
        record_add(records, TYPE_OUTPUT, request, bytes, piece);
        bytes += piece;
        n -= piece;
    }
}

static bool all_written(int fd, struct iovec *parts, int n)
{
    while (n > 0) {
        ssize_t done = writev(fd, parts, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        for (; n > 0 && (size_t)done >= parts->iov_len; parts++, n--)
            done -= (ssize_t)parts->iov_len;
        if (n > 0) {
            parts->iov_base = (char *)parts->iov_base + done;
            parts->iov_len -= (size_t)done;
        }
    }
    return true;
}

bool fastcgi_answer(int fd, int request, const char *head, size_t n_head, const char *body,
                    size_t n_body)
{
    static const uint8_t complete[8]; /* status 0, "request complete" */
    struct records records = {.n_heads = 0};
    output_add(&records, request, head, n_head);
    output_add(&records, request, body, n_body);
    record_add(&records, TYPE_OUTPUT, request, NULL, 0);
    record_add(&records, TYPE_END, request, complete, sizeof complete);
    return all_written(fd, records.parts, records.n_parts);
}
