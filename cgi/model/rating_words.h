/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_RATING_WORDS_H
#define MOTCUA_MODEL_RATING_WORDS_H

#include "lib/request.h"
#include "model/rating.h"
#include "model/rating_math.h"

/*
 * What pages that ask for a vote show, the same on a telephone and on the tablet at the counter.
 */

/* Faces.N.{Value,Text}, from 5 to 1. */
void rating_faces_fill(struct request *rq);

/* Reasons.N.{Value,Text} to choose from. */
void rating_reasons_fill(struct request *rq);

/* Officer.{Name,Title,Unit,Initials,Act}, Officer.Photo where there is one: `photo` is its address. Name is empty
 * where nobody was met; Unit is then the agency. DB_OK or DB_FAIL. */
enum db_result rating_officer_fill(struct request *rq, const struct rated_service *service, const char *photo);

/* "MD" of "Nguyễn Thị Mỹ Duyên": of the last two words. */
const char *rating_initials(struct arena *arena, const char *name);

/* "98,3%" · "98.3%" of 0.983 */
const char *rating_percent(struct request *rq, double share);

/* "1.234" · "1,234"; "0,3" · "0.3" */
const char *rating_count_text(struct request *rq, int64_t n);
const char *rating_decimal(struct request *rq, double value, int places);

/*
 * How satisfied people were, below `node`: Votes, Share ("94,0%"), Interval ("87,5 – 97,2%"), Mean ("4,61"; not for
 * sum 0), and the same drawn on a line of 100: Bar.{X,Low,Wide}.
 */
void rating_sum_fill(struct request *rq, struct data *node, const struct rating_sum *sum);
/* Share, Interval and Bar alone. */
void rating_interval_fill(struct request *rq, struct data *node, const struct rating_interval *interval);

/* The .many input `name` as rating.reasons wants it: "time,unclear". */
const char *rating_reasons_read(struct request *rq, const char *name);

#endif
