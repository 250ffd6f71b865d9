/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/rating.h"

#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "model/rating.h"
#include "model/rating_words.h"
#include "model/session.h"
#include "public/public.h"

const char *const rating_scores[] = {"1", "2", "3", "4", "5", NULL};

/* Addresses that open something stay out of other sites' logs and out of search engines. */
static void no_trace(struct request *rq)
{
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
}

/* ---- may this service be rated from here ----------------------------------------------------------- */

static const struct {
    const char *key;
    int status;
} refusals[] = {
    [RATING_OPEN] = {"", 200},
    [RATING_UNKNOWN] = {"unknown", 404},
    [RATING_UNFINISHED] = {"unfinished", 409},
    [RATING_EXPIRED] = {"expired", 410},
    [RATING_USED] = {"used", 409},
};

static int refuse(struct request *rq, const char *key, int status)
{
    data_set(rq->data, "Refused.Title", say_one(rq, "rating_refused", arena_format(rq->arena, "%s_title", key)));
    data_set(rq->data, "Refused.Text", say_one(rq, "rating_refused", arena_format(rq->arena, "%s_text", key)));
    data_set_flag(rq->data, "Refused.Thanks", strcmp(key, refusals[RATING_USED].key) == 0);
    return page_show_status(rq, status, "public/rating_refused.cs", "rating");
}

/* 0: it may; else the handler's answer. Whoever is signed in as an officer in this browser rates nobody. */
static int service_need(struct request *rq, struct rated_service *service)
{
    struct rated what;
    struct civil now = clock_now();
    no_trace(rq);
    if (request_cookie(rq, SESSION_COOKIE))
        return refuse(rq, "staff", 403);
    enum rating_verdict verdict = RATING_UNKNOWN;
    if (rating_token_read(input_text(rq, "phieu"), &what))
        verdict = rating_service(rq->db, rq->arena, what, &now, service);
    if (verdict == RATING_FAIL)
        return page_failed(rq);
    return verdict == RATING_OPEN ? 0 : refuse(rq, refusals[verdict].key, refusals[verdict].status);
}

static const char *address(struct request *rq, const char *more)
{
    return arena_format(rq->arena, "%s/danh-gia/%s%s", rq->base, input_text(rq, "phieu"), more);
}

int rating_page(struct request *rq)
{
    struct rated_service service;
    int answer = service_need(rq, &service);
    if (answer)
        return answer;
    if (rating_officer_fill(rq, &service, address(rq, "/anh")) == DB_FAIL)
        return page_failed(rq);
    rating_faces_fill(rq);
    data_set(rq->data, "Vote.Action", address(rq, ""));
    return page_show_status(rq, rq->again ? rq->again : 200, "public/rating.cs", "rating");
}

int rating_portrait(struct request *rq)
{
    struct rated what;
    struct rated_service service;
    struct officer_photo photo;
    struct civil now = clock_now();
    if (!rating_token_read(input_text(rq, "phieu"), &what))
        return page_missing(rq);
    enum rating_verdict verdict = rating_service(rq->db, rq->arena, what, &now, &service);
    enum db_result found = verdict == RATING_FAIL ? DB_FAIL : DB_NONE;
    if (verdict == RATING_OPEN)
        found = rating_photo(rq->db, rq->arena, service.officer, &photo);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    return page_bytes(rq, photo.type, photo.bytes, photo.n, NULL);
}

/* ---- the vote -------------------------------------------------------------------------------------- */

int rating_post(struct request *rq)
{
    struct rated_service service;
    struct civil now = clock_now();
    const char *pass;
    if (db_begin(rq->db) != DB_OK)
        return page_failed(rq);
    int answer = service_need(rq, &service);
    if (answer)
        return answer;
    const char *channel = rating_channels[service.what.kind == RATED_TICKET ? 1 : 2];
    int score = (int)input_number(rq, "diem") + 1;
    enum db_result done = rating_vote(rq->db, rq->arena, &service, channel, score, &now, &pass);
    if (done == DB_NONE) {
        db_rollback(rq->db);
        return refuse(rq, refusals[RATING_USED].key, refusals[RATING_USED].status);
    }
    if (done == DB_FAIL || db_commit(rq->db) != DB_OK)
        return page_failed(rq);
    return page_go(rq, "/danh-gia/them/%s", pass);
}

/* ---- and what may follow ----------------------------------------------------------------------------- */

int rating_more_page(struct request *rq)
{
    struct rating_pass pass;
    no_trace(rq);
    if (!rating_pass_read(rq->arena, input_text(rq, "ve"), &pass))
        return page_go(rq, "/danh-gia?xong=1");
    data_set_flag(rq->data, "More.Low", rating_is_low(pass.score));
    data_format(rq->data, "More.Action", "%s/danh-gia/them/%s", rq->base, input_text(rq, "ve"));
    rating_reasons_fill(rq);
    return page_show_status(rq, rq->again ? rq->again : 200, "public/rating_more.cs", "rating_more");
}

int rating_more_post(struct request *rq)
{
    struct rating_pass pass;
    struct civil now = clock_now();
    no_trace(rq);
    if (!rating_pass_read(rq->arena, input_text(rq, "ve"), &pass))
        return page_go(rq, "/danh-gia?xong=1");
    bool low = rating_is_low(pass.score);
    const struct rating_more more = {
        .reasons = low ? rating_reasons_read(rq, "lydo") : "",
        .words = input_text(rq, "ykien"),
        .contact = low ? input_text(rq, "lienhe") : "",
        .language = rq->language,
    };
    if (!*more.reasons && !*more.words && !*more.contact)
        return page_go(rq, "/danh-gia?xong=1");
    if (db_begin(rq->db) != DB_OK)
        return page_failed(rq);
    enum db_result done = rating_add_more(rq->db, rq->arena, &pass, &more, &now);
    if (done == DB_NONE)
        db_rollback(rq->db);
    else if (done == DB_FAIL || db_commit(rq->db) != DB_OK)
        return page_failed(rq);
    return page_go(rq, "/danh-gia?xong=%d", *more.contact ? 2 : 1);
}
