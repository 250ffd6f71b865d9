/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_DOSSIER_FILES_H
#define MOTCUA_STAFF_DOSSIER_FILES_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/request.h"

/*
 * Files of a dossier: the list, adding, replacing and removing them, and the download.
 *
 *   GET  /can-bo/ho-so/{id}/tep               dossier_files_page
 *   POST /can-bo/ho-so/{id}/tep               dossier_files_upload    several files
 *   GET  /can-bo/ho-so/{id}/tep/{tep}         dossier_files_download
 *   GET  /can-bo/ho-so/{id}/tep/{tep}/thay    dossier_files_replace_form
 *   POST /can-bo/ho-so/{id}/tep/{tep}/thay    dossier_files_replace   one file
 *   GET  /can-bo/ho-so/{id}/tep/{tep}/go      dossier_files_remove_form
 *   POST /can-bo/ho-so/{id}/tep/{tep}/go      dossier_files_remove
 */
int dossier_files_page(struct request *rq);
int dossier_files_upload(struct request *rq);
int dossier_files_download(struct request *rq);
int dossier_files_replace_form(struct request *rq);
int dossier_files_replace(struct request *rq);
int dossier_files_remove_form(struct request *rq);
int dossier_files_remove(struct request *rq);

extern const char *const dossier_files_kinds[]; /* of the input "loai": giay ketqua noibo */

/*
 * For the page of a dossier: fills Files.{Href,Waiting,MayAdd,Shown} and Files.Items.N.{Name,Kind,Paper,State,
 * StateText,Found,Clean,Current,Size,Version,Added,By,Released,Replaced,Removed,RemovedBy,Reason,Href,ReplaceHref,
 * RemoveHref}. Shown: there is one in force. The caller has asked dossier_reach(). False after DB_FAIL.
 */
bool dossier_files_fill(struct request *rq, uint64_t dossier);

#endif
