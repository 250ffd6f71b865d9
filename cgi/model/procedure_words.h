/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_PROCEDURE_WORDS_H
#define MOTCUA_MODEL_PROCEDURE_WORDS_H

#include "lib/request.h"
#include "model/catalogue.h"

/* A procedure as pages of people say it. Texts live in the request's arena; "" where nothing is known. */

const char *term_words(struct request *rq, const struct catalogue_procedure *procedure);
const char *fee_words(struct request *rq, const struct catalogue_procedure *procedure);
const char *levels_words(struct request *rq, const struct catalogue_procedure *procedure);
/* The groups of people it is for, as the filter of lists calls them. */
const char *groups_words(struct request *rq, const struct catalogue_procedure *procedure);

/*
 * Procedure.Cases.N.{Title,Papers.M.{Number,Name,Original,Copy,Note,Href}}: papers, those needed in the same case
 * together. Number counts through all cases, from 1. Href is form_href where the paper is the procedure's own form;
 * form_href NULL: none has one.
 */
void procedure_papers(struct request *rq, const struct catalogue *catalogue,
                      const struct catalogue_procedure *procedure, const char *form_href);

#endif
