/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/shell.h"
#include "kiosk/status.h"
#include "lib/clock.h"
#include "lib/damm.h"
#include "lib/input.h"
#include "lib/number.h"
#include "lib/page.h"
#include "lib/page_text.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/dossier_status.h"

#define PATH "/kiosk/tra-cuu"
#define COOKIE "ho-so"
#define PURPOSE "kiosk-lookup"
enum { COOKIE_SECONDS = 180 };

/* The cookie holds "c" and a look-up code, or "d" and the id of a dossier whose second fact was right. */
enum { BY_CODE = 'c', BY_FACT = 'd' };

static int go_to_status(struct request *rq, char kind, const char *what)
{
    const char *text = arena_format(rq->arena, "%c%s", kind, what);
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

static int not_found(struct request *rq)
{
    data_set_flag(rq->data, "Lookup.NotFound", true);
    return form_show(rq, 404);
}

int kiosk_lookup_form(struct request *rq)
{
    lookup_forget(rq);
    return form_show(rq, 200);
}

static int ask_by_code(struct request *rq, const char *code)
{
    struct civil now = clock_now();
    struct dossier_status status;
    enum db_result found = dossier_status_by_code(rq->db, rq->arena, code, &now, &status);
    if (found == DB_FAIL)
        return page_failed(rq);
    return found == DB_OK ? go_to_status(rq, BY_CODE, code) : not_found(rq);
}

/* Whether the number exists is not told before the second fact is right. */
static int ask_by_number(struct request *rq, const char *key)
{
    const char *digits = input_text(rq, "so");
    struct civil now = clock_now();
    uint64_t id;
    data_set_flag(rq->data, "Lookup.AskDigits", true);
    if (!*digits)
        return form_show(rq, 200);
    if (strlen(digits) != 4 || !text_is_digits(digits)) {
        input_refuse(rq, "so", "lookup_digits");
        return form_again(rq);
    }
    switch (dossier_second_fact(rq->db, rq->arena, key, digits, &now, &id)) {
    case SECOND_FACT_RIGHT:
        return go_to_status(rq, BY_FACT, arena_format(rq->arena, "%llu", (unsigned long long)id));
    case SECOND_FACT_WRONG:
        return not_found(rq);
    case SECOND_FACT_TOO_OFTEN:
        data_set_flag(rq->data, "Lookup.TooOften", true);
        page_header(rq, "Retry-After", "3600");
        return form_show(rq, 429);
    case SECOND_FACT_FAIL:
        break;
    }
    return page_failed(rq);
}

int kiosk_lookup_ask(struct request *rq)
{
    char code[LOOKUP_CODE_DIGITS + 1], key[NUMBER_KEY_MAX + 1];
    const char *typed = input_text(rq, "ma");
    if (!*typed) {
        input_refuse(rq, "ma", "lookup_empty");
        return form_again(rq);
    }
    if (lookup_code_parse(typed, code))
        return ask_by_code(rq, code);
    if (lookup_code_like(typed) || !number_key(typed, key))
        return not_found(rq);
    return ask_by_number(rq, key);
}

/* ---- the answer ------------------------------------------------------------------------------- */

static enum db_result status_of_cookie(struct request *rq, const struct civil *now, struct dossier_status *status)
{
    const char *sealed = request_cookie(rq, COOKIE);
    const char *text = sealed ? token_open(rq->arena, KEY_COOKIE, PURPOSE, sealed) : NULL;
    if (!text || !text[0] || !text[1])
        return DB_NONE;
    return *text == BY_FACT ? dossier_status_by_id(rq->db, rq->arena, strtoull(text + 1, NULL, 10), now, status)
                            : dossier_status_by_code(rq->db, rq->arena, text + 1, now, status);
}

int kiosk_lookup_status(struct request *rq)
{
    struct civil now = clock_now();
    struct dossier_status status;
    enum db_result found = status_of_cookie(rq, &now, &status);
    if (found == DB_NONE)
        return page_go(rq, PATH);
    if (found == DB_FAIL || !kiosk_status_fill(rq, &status, &now))
        return page_failed(rq);
    kiosk_back(rq, link_to(rq, PATH));
    data_set_flag(rq->data, "Kiosk.Speaks", true);
    return page_show(rq, "kiosk/status.cs", "kiosk_status");
}
