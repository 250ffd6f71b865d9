/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/rating.h"

#include <jansson.h>
#include <string.h>

#include "kiosk/rights.h"
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "model/rating.h"
#include "model/rating_words.h"

#define PATH "/kiosk/danh-gia"

const char *const tablet_scores[] = {"1", "2", "3", "4", "5", NULL};

/* What ended last at this tablet's counter; DB_NONE: nothing, or it belongs to no counter. */
static enum db_result service_here(struct request *rq, struct rated_service *service)
{
    const struct device *device = device_of(rq);
    struct civil now = clock_now();
    return device && device->counter ? rating_at_counter(rq->db, rq->arena, device->counter, &now, service)
                                     : DB_NONE;
}

/* Tablet.State: asleep | open | more | thanks; Service: what the script compares with the news. */
static int show(struct request *rq, const char *state, const char *service)
{
    const struct device *device = device_of(rq);
    data_set(rq->data, "Tablet.State", state);
    data_set(rq->data, "Tablet.Service", service);
    data_format(rq->data, "Tablet.Href", "%s" PATH, rq->base);
    data_format(rq->data, "Tablet.StateHref", "%s" PATH "/trang-thai", rq->base);
    data_format(rq->data, "Tablet.ThanksHref", "%s" PATH "/cam-on", rq->base);
    if (device && device->counter_number)
        data_format(rq->data, "Tablet.Events", "/kiosk/tin/counter-%s-%u", device->hall_code, device->counter_number);
    data_set_number(rq->data, "Tablet.Counter", device ? device->counter_number : 0);
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.rating_css"));
    data_set(rq->data, "Kiosk.Style", data_get(rq->words, "Asset.tablet_css"));
    data_set(rq->data, "Page.Script", data_get(rq->words, "Asset.rating"));
    data_set_flag(rq->data, "Page.Live", true);
    return page_show_status(rq, rq->again ? rq->again : 200, "kiosk/rating.cs", "tablet");
}

static int show_open(struct request *rq, const struct rated_service *service, const char *token)
{
    if (rating_officer_fill(rq, service, arena_format(rq->arena, "%s" PATH "/anh", rq->base)) == DB_FAIL)
        return page_failed(rq);
    rating_faces_fill(rq);
    return show(rq, "open", token);
}

int tablet_page(struct request *rq)
{
    struct rated_service service;
    enum db_result found = service_here(rq, &service);
    if (found == DB_FAIL)
        return page_failed(rq);
    const char *token = found == DB_OK ? rating_token(rq->arena, service.what) : "";
    bool left = *token && strcmp(input_text(rq, "qua"), token) == 0;
    data_set_flag(rq->data, "Tablet.Left", left);
    return found == DB_OK && !left ? show_open(rq, &service, token) : show(rq, "asleep", token);
}

int tablet_state(struct request *rq)
{
    struct rated_service service;
    struct civil now = clock_now();
    char at[DATE_TEXT_MAX];
    enum db_result found = service_here(rq, &service);
    if (found == DB_FAIL)
        return page_failed(rq);
    const char *token = found == DB_OK ? rating_token(rq->arena, service.what) : "";
    return page_json(rq, 200, json_pack("{s:s, s:s}", "at", date_format_iso_time(at, &now), "service", token));
}

int tablet_portrait(struct request *rq)
{
    struct rated_service service;
    struct officer_photo photo;
    enum db_result found = service_here(rq, &service);
    if (found == DB_OK)
        found = rating_photo(rq->db, rq->arena, service.officer, &photo);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    return page_bytes(rq, photo.type, photo.bytes, photo.n, NULL);
}

/* What is voted for, if it ended at this counter today; anything else is unknown. */
static enum rating_verdict voted_service(struct request *rq, const struct civil *now, struct rated_service *service)
{
    const struct device *device = device_of(rq);
    struct rated what;
    if (!device || !device->counter || !rating_token_read(input_text(rq, "phieu"), &what))
        return RATING_UNKNOWN;
    return rating_from_counter(rq->db, rq->arena, device->counter, what, now, service);
}

/* A vote whose answer got lost comes again: it counts once and is thanked for. What may not be rated leads to the page
 * as it is now. */
int tablet_vote(struct request *rq)
{
    struct rated_service service;
    struct civil now = clock_now();
    const char *pass;
    if (db_begin(rq->db) != DB_OK)
        return page_failed(rq);
    enum rating_verdict may = voted_service(rq, &now, &service);
    enum db_result done = may == RATING_OPEN ? DB_OK : may == RATING_FAIL ? DB_FAIL : DB_NONE;
    int score = (int)input_number(rq, "diem") + 1;
    if (done == DB_OK)
        done = rating_vote(rq->db, rq->arena, &service, rating_channels[0], score, &now, &pass);
    if (done == DB_NONE) {
        db_rollback(rq->db);
        return page_go(rq, may == RATING_OPEN || may == RATING_USED ? PATH "/cam-on" : PATH);
    }
    if (done == DB_FAIL || db_commit(rq->db) != DB_OK)
        return page_failed(rq);
    return page_go(rq, PATH "/them/%s", pass);
}

/* ---- after a vote: the same address whatever it was, since the device reports which page it shows --------- */

int tablet_more_page(struct request *rq)
{
    struct rating_pass pass;
    if (!rating_pass_read(rq->arena, input_text(rq, "ve"), &pass))
        return page_go(rq, PATH "/cam-on");
    if (!rating_is_low(pass.score))
        return show(rq, "thanks", "");
    data_format(rq->data, "More.Action", "%s" PATH "/them/%s", rq->base, input_text(rq, "ve"));
    rating_reasons_fill(rq);
    return show(rq, "more", "");
}

int tablet_more_post(struct request *rq)
{
    struct rating_pass pass;
    struct civil now = clock_now();
    if (!rating_pass_read(rq->arena, input_text(rq, "ve"), &pass))
        return page_go(rq, PATH "/cam-on");
    const struct rating_more more = {rating_reasons_read(rq, "lydo"), input_text(rq, "ykien"), "", rq->language};
    if (!*more.reasons && !*more.words)
        return page_go(rq, PATH "/cam-on");
    if (db_begin(rq->db) != DB_OK)
        return page_failed(rq);
    enum db_result done = rating_add_more(rq->db, rq->arena, &pass, &more, &now);
    if (done == DB_NONE)
        db_rollback(rq->db);
    else if (done == DB_FAIL || db_commit(rq->db) != DB_OK)
        return page_failed(rq);
    return page_go(rq, PATH "/cam-on");
}

int tablet_thanks(struct request *rq)
{
    return show(rq, "thanks", "");
}
