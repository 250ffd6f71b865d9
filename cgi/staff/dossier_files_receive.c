/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * What a form brings: each file is looked at, scanned, and put into the store, in that order. Nobody opens a file
 * before the scanner has seen it; when the scanner is away, or slow, it waits for the background program.
 */
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/log.h"
#include "lib/page.h"
#include "lib/say.h"
#include "lib/scan.h"
#include "lib/store.h"
#include "lib/text.h"
#include "lib/upload.h"
#include "model/audit.h"
#include "staff/dossier_files_inside.h"

/* All files of one form at the scanner; the officer waits. */
enum { SCAN_TOGETHER_MS = 4000 };

struct receiving {
    struct request *rq;
    struct files_view *view;
    int64_t until_ms;
    bool good;
};

static void bad(struct receiving *receiving, const struct upload *upload, const char *words)
{
    struct data *item = data_add(receiving->rq->data, "Files.Bad");
    data_set(item, "Name", *upload->file_name ? upload->file_name : say(receiving->rq, "files.nameless"));
    data_set(item, "Text", say_one(receiving->rq, "files_bad", words));
    receiving->good = false;
}

/* At most DOSSIER_FILE_NAME_MAX characters, the ending kept. */
static const char *shown_name(struct request *rq, const char *name)
{
    if (text_count(name) <= DOSSIER_FILE_NAME_MAX)
        return name;
    const char *ending = strrchr(name, '.'); /* file_type_check() has seen it */
    const char *head = arena_copy_bytes(rq->arena, name, (size_t)(ending - name));
    return arena_format(rq->arena, "%s%s",
                        text_shorten(rq->arena, head, DOSSIER_FILE_NAME_MAX - text_count(ending)), ending);
}

/* ---- looked at ---------------------------------------------------------------------------------------------- */

static bool look(struct receiving *receiving, const struct upload *upload, struct dossier_file_new *item)
{
    static const char *const words[] = {
        [FILE_FOREIGN] = "foreign",     [FILE_MISNAMED] = "misnamed",   [FILE_DAMAGED] = "damaged",
        [FILE_DOUBLE] = "double",       [FILE_TOO_LARGE] = "too_large", [FILE_FORBIDDEN] = "forbidden",
        [FILE_UNREAD] = "unread",
    };
    if (upload->size == 0) {
        bad(receiving, upload, "empty");
        return false;
    }
    enum file_verdict verdict = file_type_check(upload->fd, upload->file_name, &item->type);
    if (verdict != FILE_GOOD)
        bad(receiving, upload, words[verdict]);
    return verdict == FILE_GOOD;
}

/* ---- scanned ------------------------------------------------------------------------------------------------- */

/* What was caught is written down although the form is refused. */
static void caught(struct receiving *receiving, const struct upload *upload, const char *found)
{
    struct request *rq = receiving->rq;
    const struct audit_entry entry = {
        .user = rq->who.id,
        .type = "file_refused",
        .subject = arena_format(rq->arena, "dossier %s", receiving->view->head.number),
        .note = found,
    };
    log_warn("the virus scanner found %s in an upload", found);
    bad(receiving, upload, "infected");
    if (audit_add(rq->db, &entry) == DB_FAIL)
        page_failed(rq);
    rq->keep = true;
}

static void scan(struct receiving *receiving, const struct upload *upload, struct dossier_file_new *item)
{
    char note[SCAN_NOTE_MAX];
    int64_t left = receiving->until_ms - clock_monotonic_ms();
    item->clean = false;
    if (left <= 0)
        return;
    switch (scan_file(upload->fd, (int)left, note)) {
    case SCAN_CLEAN:
        item->clean = true;
        break;
    case SCAN_FOUND:
        caught(receiving, upload, note);
        break;
    case SCAN_REFUSED:
        bad(receiving, upload, "unscanned");
        break;
    case SCAN_AWAY:
        break;
    }
}

/* ---- stored -------------------------------------------------------------------------------------------------- */

static void store(struct receiving *receiving, const struct upload *upload, struct dossier_file_new *item)
{
    uint8_t *digest = arena_take(receiving->rq->arena, TOKEN_DIGEST_BYTES);
    enum store_result result = store_put(upload->fd, digest, &item->size);
    item->digest = digest;
    item->name = shown_name(receiving->rq, upload->file_name);
    if (result != STORE_OK)
        bad(receiving, upload, result == STORE_FULL ? "full" : "unread");
}

bool files_receive(struct request *rq, struct files_view *view, struct dossier_file_new *items)
{
    struct receiving receiving = {rq, view, clock_monotonic_ms() + SCAN_TOGETHER_MS, true};
    for (size_t i = 0; i < rq->n_uploads; i++)
        if (look(&receiving, &rq->uploads[i], &items[i]))
            scan(&receiving, &rq->uploads[i], &items[i]);
    /* All or none: of a form with a bad file nothing is stored. */
    for (size_t i = 0; receiving.good && i < rq->n_uploads; i++)
        store(&receiving, &rq->uploads[i], &items[i]);
    if (!receiving.good)
        input_refuse(rq, "tepmoi", "files_bad");
    return receiving.good;
}
