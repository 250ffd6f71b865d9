/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DOSSIER_FILES_INSIDE_H
#define MOTCUA_STAFF_DOSSIER_FILES_INSIDE_H

#include "model/dossier_file.h"
#include "staff/dossier_files.h"

/* For dossier_files*.c alone: what every one of their pages begins with. */
struct files_view {
    uint64_t dossier;
    struct civil now;
    struct scope scope;
    struct dossier_file_right right;
    struct dossier_file_head head;
};

/* 0, or the answer the handler ends with: another unit's dossier is a 404. */
int files_view_open(struct request *rq, struct files_view *view);
/* The same, and the file {tep}, which this user may change: current and of a kind in `right`. Else a 404. */
int files_view_change(struct request *rq, struct files_view *view, struct dossier_file *file);

/* "/can-bo/ho-so/7/tep" and what follows */
const char *files_path(struct request *rq, uint64_t dossier, uint64_t file, const char *more);

/* The page with its list and form. */
int files_show(struct request *rq, struct files_view *view, bool again);

/*
 * The files of the form, looked at, scanned and stored. False: something is wrong with at least one of them; then the
 * field "tepmoi" is refused and Files.Bad.N.{Name,Text} tells each. `items` has room for rq->n_uploads.
 */
bool files_receive(struct request *rq, struct files_view *view, struct dossier_file_new *items);

#endif
