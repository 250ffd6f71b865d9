/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_PUBLIC_PROCEDURE_H
#define MOTCUA_PUBLIC_PROCEDURE_H

#include "model/procedure_words.h"
#include "public/public.h"

int procedure_page(struct request *rq);    /* /thu-tuc/{code} */
int procedure_prepare(struct request *rq); /* /thu-tuc/{code}/chuan-bi: papers to tick */
int procedure_qr(struct request *rq);      /* /thu-tuc/{code}/qr.svg */
int form_blank(struct request *rq);        /* /thu-tuc/{code}/mau-don.pdf */

/*
 * The procedure an address names. NULL: *status is the finished answer (503, 404 or 410) and the
 * handler returns it.
 */
const struct catalogue_procedure *procedure_wanted(struct request *rq,
                                                   const struct catalogue **catalogue,
                                                   int *status);

/* Procedure.{Code,Name,NameSize,Href,Address,PrepareHref,FormHref,QrHref}, crumbs, title. */
void procedure_head(struct request *rq, const struct catalogue *catalogue,
                    const struct catalogue_procedure *procedure);

#endif
