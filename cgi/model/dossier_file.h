/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_DOSSIER_FILE_H
#define MOTCUA_MODEL_DOSSIER_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"
#include "lib/file_type.h"
#include "lib/token.h"
#include "model/scope.h"

/*
 * Files of a dossier. Contents lie in the store (lib/store.h) under their hash; here are the rows. A row is added
 * and later marked: replaced by a newer version, released to the citizen, removed with a reason. Nothing is ever
 * taken back. Each change locks the dossier, raises its version and adds an event.
 */
enum dossier_file_kind { DOSSIER_FILE_PAPER, DOSSIER_FILE_RESULT, DOSSIER_FILE_NOTE, DOSSIER_FILE_KIND_END };
extern const char *const dossier_file_kinds[DOSSIER_FILE_KIND_END + 1]; /* "paper" …; ends with NULL */
enum { DOSSIER_FILES_MAX = 300, DOSSIER_FILE_NAME_MAX = 120 }; /* of a dossier; characters of a name */

/* Texts are never NULL; a moment that has not come has year 0. Lives in the arena. */
struct dossier_file {
    uint64_t id, file;
    enum dossier_file_kind kind;
    unsigned position;  /* paper of the receipt, 0: none */
    const char *paper;  /* its name */
    const char *name;   /* as shown, with its ending; may name people */
    enum file_type type;
    uint64_t size;
    unsigned version;
    const char *scan_state, *scan_note; /* waiting clean infected failed */
    bool damaged;                       /* the store lost it */
    const char *added_by, *removed_by, *removed_reason;
    struct civil added_at, replaced_at, released_at, removed_at;
    uint8_t digest[TOKEN_DIGEST_BYTES];
};

/* May it be handed out? Clean, there, and not removed; older versions may. */
bool dossier_file_open(const struct dossier_file *file);
/* Neither replaced nor removed. */
bool dossier_file_current(const struct dossier_file *file);

/* All of a dossier, marked ones too, in the order of kind, paper and time. */
enum db_result dossier_files_list(struct db *db, struct arena *arena, uint64_t dossier,
                                  struct dossier_file **files, size_t *n);
/* One of this dossier, or DB_NONE. */
enum db_result dossier_file_find(struct db *db, struct arena *arena, uint64_t dossier, uint64_t id,
                                 struct dossier_file *file);

/* What stands above the list. DB_NONE: no such dossier. */
struct dossier_file_head {
    const char *number, *procedure, *procedure_en;
};
enum db_result dossier_file_head(struct db *db, struct arena *arena, uint64_t dossier,
                                 struct dossier_file_head *head);

/* ---- who may add, replace and remove ------------------------------------------------------------------- */

/*
 * Kinds (1u << DOSSIER_FILE_…) this user may add now: all of them for whoever holds an open task of it, in one's own
 * name or for somebody absent; papers and notes for a clerk of the counter. 0 for a closed dossier. The caller has
 * asked dossier_reach().
 */
struct dossier_file_right {
    unsigned kinds;
    uint64_t behalf, unit; /* for events: in whose place, and where */
};
enum db_result dossier_file_right(struct db *db, struct arena *arena, const struct scope *scope,
                                  uint64_t user, uint64_t dossier, struct dossier_file_right *right);

/* Papers of the receipt a scan may belong to. */
struct dossier_file_paper {
    unsigned position;
    const char *name;
};
enum { DOSSIER_FILE_PAPERS_MAX = 80 };
enum db_result dossier_file_papers(struct db *db, struct arena *arena, uint64_t dossier,
                                   struct dossier_file_paper papers[DOSSIER_FILE_PAPERS_MAX], size_t *n);

/* ---- changes, each in the caller's transaction --------------------------------------------------------- */

struct dossier_file_new {
    const char *name;
    enum file_type type;
    uint64_t size;
    const uint8_t *digest;
    bool clean; /* the scanner has already said so */
};

struct dossier_file_change {
    uint64_t dossier, user;
    const struct dossier_file_right *right;
    struct civil now;
};

/* DB_NONE: nothing is to be kept, the caller rolls back; *bad is the place among `items` of a content that was found
 * to be bad before and is never taken again, or n: the dossier was closed meanwhile. */
enum db_result dossier_files_add(struct db *db, struct arena *arena, const struct dossier_file_change *change,
                                 enum dossier_file_kind kind, const struct dossier_file_paper *paper,
                                 const struct dossier_file_new *items, size_t n, size_t *bad);
/* A newer version in its place. DB_NONE: bad content, or the old one was replaced, released or removed meanwhile. */
enum db_result dossier_file_replace(struct db *db, struct arena *arena, const struct dossier_file_change *change,
                                    const struct dossier_file *old, const struct dossier_file_new *item);
/* DB_NONE: it was removed already. */
enum db_result dossier_file_remove(struct db *db, struct arena *arena, const struct dossier_file_change *change,
                                   const struct dossier_file *file, const char *reason);

/* ---- the result ---------------------------------------------------------------------------------------- */

/*
 * EFFECT_RELEASE_RESULTS: the files of the result that are there now may be seen by the citizen, as soon as the
 * scanner has found them clean. In the transaction of the act, which has locked the dossier. DB_NONE: there is
 * nothing to release, which is no error. Files added later are not released by it.
 */
enum db_result dossier_files_release(struct db *db, uint64_t dossier, const struct civil *now);

/* FACT_RESULT_FILES: current files of the result that the scanner has not refused. */
enum db_result dossier_result_files(struct db *db, struct arena *arena, uint64_t dossier, int64_t *count);

#endif
