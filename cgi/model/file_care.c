/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/file_care.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/clock.h"
#include "lib/limits.h"
#include "lib/log.h"
#include "lib/scan.h"
#include "lib/settings.h"
#include "model/audit.h"

enum { BATCH = 20, DAY = 86400 };

/* "2026-11-23 09:30:00", so long ago */
static const char *moment(char out[DATE_TEXT_MAX], int64_t ago_s)
{
    struct civil now = clock_now(), then = civil_from_second(civil_second(&now) - ago_s);
    return date_format_iso_time(out, &then);
}

static void content_of_row(const struct db_row *row, struct file_content *content)
{
    content->id = strtoull(row->text[0], NULL, 10);
    content->size = strtoull(row->text[1], NULL, 10);
    memcpy(content->digest, row->text[2], sizeof content->digest);
}

struct batch {
    struct file_content items[BATCH];
    size_t n;
};

static bool batch_row(void *context, const struct db_row *row)
{
    struct batch *batch = context;
    content_of_row(row, &batch->items[batch->n++]);
    return batch->n < BATCH;
}

static enum db_result note(struct db *db, const char *type, uint64_t file, const char *text)
{
    char subject[32];
    snprintf(subject, sizeof subject, "file %llu", (unsigned long long)file);
    const struct audit_entry entry = {.type = type, .subject = subject, .note = text};
    return audit_add(db, &entry);
}

/* ---- scanning ---------------------------------------------------------------------------------------------- */

static enum db_result scanned(struct db *db, const struct file_content *content, const char *state, const char *found)
{
    char now[DATE_TEXT_MAX];
    if (strcmp(state, "clean") != 0) {
        log_warn("file %llu is blocked: %s", (unsigned long long)content->id, found);
        if (note(db, "file_blocked", content->id, found) == DB_FAIL)
            return DB_FAIL;
    }
    return db_exec(db, "update file set scan_state = ?, scan_note = ?, scanned_at = ? where id = ?",
                   DB_ARGS(db_text(state), db_text(found), db_text(moment(now, 0)),
                           db_number((int64_t)content->id)));
}

/* DB_NONE: it goes on waiting. */
static enum db_result scan_one(struct db *db, const struct file_content *content)
{
    char found[SCAN_NOTE_MAX];
    int fd = store_open(content->digest);
    if (fd < 0) {
        log_error("file %llu waits for its scan and cannot be opened: %m", (unsigned long long)content->id);
        return DB_NONE;
    }
    enum scan_verdict verdict = scan_file(fd, LIMIT_SCAN_MS, found);
    close(fd);
    switch (verdict) {
    case SCAN_CLEAN:
        return scanned(db, content, "clean", "");
    case SCAN_FOUND:
        return scanned(db, content, "infected", found);
    case SCAN_REFUSED:
        return scanned(db, content, "failed", found);
    case SCAN_AWAY:
        break;
    }
    return DB_NONE;
}

enum db_result file_care_scan(struct db *db, uint64_t *count)
{
    static uint64_t after; /* a file the scanner is too slow for does not hold up those behind it */
    struct batch batch = {.n = 0};
    if (db_each(db,
                "select id, size, sha256 from file where scan_state = 'waiting' and deleted_at is null"
                " and id > ? order by id limit 20",
                DB_ARGS(db_number((int64_t)after)), batch_row, &batch) == DB_FAIL)
        return DB_FAIL;
    bool more = batch.n == BATCH;
    for (size_t i = 0; i < batch.n; i++) {
        enum db_result result = scan_one(db, &batch.items[i]);
        if (result == DB_FAIL)
            return DB_FAIL;
        *count += result == DB_OK;
        if (result == DB_NONE && !scan_answers()) {
            log_warn("the virus scanner is away: %zu files and more wait", batch.n - i);
            more = false;
            break;
        }
    }
    after = more ? batch.items[batch.n - 1].id : 0;
    return more ? DB_OK : DB_NONE;
}

/* ---- the audit ---------------------------------------------------------------------------------------------- */

static enum db_result audited(struct db *db, const struct file_content *content, enum store_state state)
{
    char now[DATE_TEXT_MAX];
    bool good = state == STORE_GOOD;
    const char *what = state == STORE_MISSING ? "missing" : "damaged";
    moment(now, 0);
    if (!good) {
        log_error("file %llu of the store is %s", (unsigned long long)content->id, what);
        if (note(db, "file_damaged", content->id, what) == DB_FAIL)
            return DB_FAIL;
    }
    return db_exec(db,
                   "update file set audited_at = ?, damaged_at = if(?, null, ifnull(damaged_at, ?)) where id = ?",
                   DB_ARGS(db_text(now), db_number(good), db_text(now), db_number((int64_t)content->id)));
}

/* A store in which nothing is to be found is not damaged but not there: a volume that is not mounted. */
static bool is_away(const enum store_state *states, size_t n)
{
    enum { LEAST = 5 };
    size_t missing = 0;
    for (size_t i = 0; i < n; i++)
        missing += states[i] == STORE_MISSING;
    return n >= LEAST && missing == n;
}

enum db_result file_care_audit(struct db *db, uint64_t *count)
{
    static int64_t left = FILE_AUDIT_BYTES;
    char since[DATE_TEXT_MAX], today[DATE_TEXT_MAX];
    struct batch batch = {.n = 0};
    enum store_state states[BATCH];
    if (db_each(db,
                "select id, size, sha256 from file where deleted_at is null and (audited_at is null"
                " or audited_at < ? or (damaged_at is not null and audited_at < ?))"
                " order by audited_at, id limit 20",
                DB_ARGS(db_text(moment(since, (int64_t)FILE_AUDIT_DAYS * DAY)), db_text(moment(today, DAY / 2))),
                batch_row, &batch) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < batch.n; i++) {
        states[i] = store_check(batch.items[i].digest, batch.items[i].size, true);
        left -= (int64_t)batch.items[i].size;
        if (states[i] == STORE_UNREAD)
            return DB_FAIL;
    }
    if (is_away(states, batch.n)) {
        log_error("the store of files is empty: is its volume mounted?");
        return DB_FAIL;
    }
    for (size_t i = 0; i < batch.n; i++)
        if (audited(db, &batch.items[i], states[i]) == DB_FAIL)
            return DB_FAIL;
    *count += batch.n;
    bool more = batch.n == BATCH && left > 0;
    if (!more)
        left = FILE_AUDIT_BYTES;
    return more ? DB_OK : DB_NONE;
}

/* ---- what nobody needs --------------------------------------------------------------------------------------- */

static bool found_row(void *context, const struct db_row *row)
{
    (void)row;
    *(bool *)context = true;
    return false;
}

static int content_known(void *context, const uint8_t digest[TOKEN_DIGEST_BYTES])
{
    bool known = false;
    enum db_result result =
        db_each(context, "select id from file where sha256 = ? and deleted_at is null",
                DB_ARGS(db_bytes(digest, TOKEN_DIGEST_BYTES)), found_row, &known);
    return result == DB_FAIL ? -1 : known;
}

enum db_result file_care_sweep(struct db *db, uint64_t *count)
{
    static unsigned shelf;
    if (!settings.store)
        return DB_NONE; /* a site that takes no files */
    if (!store_sweep(shelf, DAY, content_known, db, count))
        return DB_FAIL;
    shelf = (shelf + 1) % STORE_SHELVES;
    return shelf ? DB_OK : DB_NONE;
}

enum db_result file_care_refused(struct db *db, uint64_t *count)
{
    char now[DATE_TEXT_MAX], before[DATE_TEXT_MAX];
    struct batch batch = {.n = 0};
    if (db_each(db,
                "select id, size, sha256 from file where scan_state in ('infected', 'failed')"
                " and deleted_at is null and scanned_at < ? order by id limit 20",
                DB_ARGS(db_text(moment(before, (int64_t)FILE_REFUSED_DAYS * DAY))), batch_row, &batch) == DB_FAIL)
        return DB_FAIL;
    for (size_t i = 0; i < batch.n; i++)
        if (!store_remove(batch.items[i].digest) ||
            db_exec(db, "update file set deleted_at = ? where id = ?",
                    DB_ARGS(db_text(moment(now, 0)), db_number((int64_t)batch.items[i].id))) == DB_FAIL)
            return DB_FAIL;
    *count += batch.n;
    return batch.n == BATCH ? DB_OK : DB_NONE;
}

/* ---- for the check --------------------------------------------------------------------------------------------- */

struct each {
    bool (*content)(void *context, const struct file_content *content);
    void *context;
};

static bool each_row(void *context, const struct db_row *row)
{
    struct each *each = context;
    struct file_content content;
    content_of_row(row, &content);
    return each->content(each->context, &content);
}

enum db_result file_care_each(struct db *db, bool (*content)(void *context, const struct file_content *content),
                              void *context)
{
    struct each each = {content, context};
    return db_each(db, "select id, size, sha256 from file where deleted_at is null order by id", DB_ARGS(),
                   each_row, &each);
}
