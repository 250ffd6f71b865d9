/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_STAFF_PAPER_H
#define MOTCUA_STAFF_PAPER_H

#include "lib/request.h"

extern const char *const paper_sizes[]; /* a4 a5 */

/*
 * GET /can-bo/ho-so/{id}/in/{form}[.pdf]?kho=a5|a4&lan=N: one statutory paper of a dossier, as a page or as PDF.
 *
 *   giay-tiep-nhan    receipt (01)             once received; a correction makes a new issue of it
 *   yeu-cau-bo-sung   supplement request (02)  once asked for; ?lan= which round, else the last
 *   tu-choi           refusal (03)             refused, or not accepted online
 *   xin-loi           apology (04)             apologised with a new due time
 *   dung-giai-quyet   stop notice (05 of 2025) stopped and not taken up again, withdrawn, expired
 *   kiem-soat         control sheet (05; 06)   once received
 *
 * paper_available() of model/paper.h lists those a dossier can print now, for menus. Without ?kho= the receipt
 * is A5, all others A4. Every print stands in the access log ("print_receipt"); from the second of an issue on the
 * paper says so. A dossier outside the user's scope, and a paper there is no occasion for, is a 404.
 */
int paper_print(struct request *rq);

/* GET /can-bo/in/so-theo-doi[.pdf]?co-quan=CODE&tu=DATE&den=DATE&phan=N: the register (06; 07), at most 92 days;
 * without an agency that of one's own office, without days that of today. Of an office outside one's scope 404; of
 * one's own office those dossiers alone that are inside. */
int paper_register_print(struct request *rq);
int paper_register_pdf(struct request *rq);

/* GET /can-bo/in/ban-giao[.pdf]?co-quan=CODE&toi=CODE&ngay=DATE&phan=N: what a unit handed on in a day, to one
 * other or to all. As above. */
int paper_handover_print(struct request *rq);
int paper_handover_pdf(struct request *rq);

/* GET /can-bo/in/nhan-theo-nhom[.pdf]?ho-so=ID: the receipts of one submitter handed in together. */
int paper_group_print(struct request *rq);
int paper_group_pdf(struct request *rq);

#endif
