/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/lookup.h"

#include "kiosk/shell.h"
#include "kiosk/status.h"
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/page_text.h"
#include "lib/token.h"
#include "model/status_ask.h"

#define PATH "/kiosk/tra-cuu"
#define COOKIE "ho-so"
#define PURPOSE "kiosk-lookup"
enum { COOKIE_SECONDS = 180 };

static int go_to_status(struct request *rq, enum status_pass pass, const char *which)
{
    const char *text = arena_format(rq->arena, "%c%s", pass, which);
    page_cookie(rq, COOKIE, token_seal(rq->arena, KEY_COOKIE, PURPOSE, text, clock_unix() + COOKIE_SECONDS),
                COOKIE_SECONDS);
    return page_go(rq, PATH "/ho-so");
}

void lookup_forget(struct request *rq)
{
    if (request_cookie(rq, COOKIE))
        page_cookie(rq, COOKIE, "", 0);
}

/* ---- the question ----------------------------------------------------------------------------- */

static void form_fill(struct request *rq)
{
    bool letters = input_number(rq, "chu");
    data_set(rq->data, "Lookup.Action", link_to(rq, PATH));
    data_set_flag(rq->data, "Lookup.Letters", letters);
    if (!*data_get(rq->data, "Lookup.AskDigits"))
        data_set(rq->data, letters ? "Lookup.DigitsHref" : "Lookup.LettersHref",
                 link_to(rq, letters ? PATH : PATH "?chu=1"));
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.keyboard_css"));
    kiosk_back(rq, link_to(rq, *data_get(rq->data, "Lookup.AskDigits") ? PATH : "/kiosk/trang-dau"));
}

static int form_show(struct request *rq, int status)
{
    form_fill(rq);
    return page_show_status(rq, status, "kiosk/lookup.cs", "kiosk_lookup");
}

static int form_again(struct request *rq)
{
    form_fill(rq);
    return page_again(rq, "kiosk/lookup.cs", "kiosk_lookup");
}

static const struct status_asking asking = {.show = form_show, .again = form_again, .go_on = go_to_status};

int kiosk_lookup_form(struct request *rq)
{
    lookup_forget(rq);
    return form_show(rq, 200);
}

int kiosk_lookup_ask(struct request *rq)
{
    return status_ask(rq, &asking);
}

/* ---- the answer ------------------------------------------------------------------------------- */

int kiosk_lookup_status(struct request *rq)
{
    struct civil now = clock_now();
    struct dossier_status status;
    const char *sealed = request_cookie(rq, COOKIE);
    const char *pass = sealed ? token_open(rq->arena, KEY_COOKIE, PURPOSE, sealed) : NULL;
    enum db_result found = status_of_pass(rq, pass, &now, &status);
    if (found == DB_NONE)
        return page_go(rq, PATH);
    if (found == DB_FAIL || !kiosk_status_fill(rq, &status, &now))
        return page_failed(rq);
    kiosk_back(rq, link_to(rq, PATH));
    data_set_flag(rq->data, "Kiosk.Speaks", true);
    return page_show(rq, "kiosk/status.cs", "kiosk_status");
}
