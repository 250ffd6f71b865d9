/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "public/lookup.h"

#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/damm.h"
#include "lib/number.h"
#include "lib/page.h"
#include "lib/route.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/dossier_status.h"
#include "public/public.h"
#include "public/status.h"

#define COOKIE "__Host-tra-cuu"
#define PURPOSE "lookup"
enum { COOKIE_SECONDS = 600 };

/* The cookie holds "c" and a look-up code, or "d" and the id of a dossier whose
 * second fact was right. A code is not checked before it is sealed, so that the
 * link from a receipt answers alike for every code. */
static int go_to_status(struct request *rq, char kind, const char *what) {
    const char *text = arena_format(rq->arena, "%c%s", kind, what);
    page_cookie(rq, COOKIE,
                token_seal(rq->arena, KEY_COOKIE, PURPOSE, text, clock_unix() + COOKIE_SECONDS),
                COOKIE_SECONDS);
    return page_go(rq, "/tra-cuu/ho-so");
}

static void no_trace(struct request *rq) {
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
}

/* The form, with what was typed. */
static int form_show(struct request *rq, int status) {
    data_set(rq->data, "Lookup.Action", link_to(rq, "/tra-cuu"));
    return page_show_status(rq, status, "public/lookup.cs", "lookup");
}

static int form_again(struct request *rq) {
    data_set(rq->data, "Lookup.Action", link_to(rq, "/tra-cuu"));
    return page_again(rq, "public/lookup.cs", "lookup");
}

static int not_found(struct request *rq) {
    data_set_flag(rq->data, "Lookup.NotFound", true);
    return form_show(rq, 404);
}

int lookup_form(struct request *rq) {
    return form_show(rq, 200);
}

static int ask_by_code(struct request *rq, const char *code) {
    struct civil now = clock_now();
    struct dossier_status status;
    enum db_result found = dossier_status_by_code(rq->db, rq->arena, code, &now, &status);
    if (found == DB_FAIL)
        return page_failed(rq);
    return found == DB_OK ? go_to_status(rq, 'c', code) : not_found(rq);
}

/* Whether the number exists is not told before the second fact is right. */
static int ask_by_number(struct request *rq, const char *key) {
    data_set_flag(rq->data, "Lookup.AskDigits", true);
    const char *digits = input_text(rq, "so");
    if (!*digits)
        return form_show(rq, 200);
    if (strlen(digits) != 4 || !text_is_digits(digits)) {
        input_refuse(rq, "so", "lookup_digits");
        return form_again(rq);
    }
    struct civil now = clock_now();
    uint64_t id;
    switch (dossier_second_fact(rq->db, rq->arena, key, digits, &now, &id)) {
    case SECOND_FACT_RIGHT:
        return go_to_status(rq, 'd', arena_format(rq->arena, "%llu", (unsigned long long)id));
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

int lookup_ask(struct request *rq) {
    const char *typed = input_text(rq, "ma");
    if (!*typed) {
        input_refuse(rq, "ma", "lookup_empty");
        return form_again(rq);
    }
    char code[LOOKUP_CODE_DIGITS + 1];
    if (lookup_code_parse(typed, code))
        return ask_by_code(rq, code);
    char key[NUMBER_KEY_MAX + 1];
    if (lookup_code_like(typed) || !number_key(typed, key))
        return not_found(rq);
    return ask_by_number(rq, key);
}

int lookup_link(struct request *rq) {
    char code[LOOKUP_CODE_DIGITS + 1] = "";
    if (!lookup_code_parse(input_text(rq, "code"), code))
        code[0] = '\0';
    no_trace(rq);
    return go_to_status(rq, 'c', code);
}

static enum db_result status_of_cookie(struct request *rq, const char *sealed,
                                       const struct civil *now, struct dossier_status *status) {
    const char *text = token_open(rq->arena, KEY_COOKIE, PURPOSE, sealed);
    if (!text || !*text)
        return DB_NONE;
    if (*text == 'd')
        return dossier_status_by_id(rq->db, rq->arena, strtoull(text + 1, NULL, 10), now, status);
    return text[1] ? dossier_status_by_code(rq->db, rq->arena, text + 1, now, status) : DB_NONE;
}

int lookup_status(struct request *rq) {
    const char *sealed = request_cookie(rq, COOKIE);
    if (!sealed)
        return page_go(rq, "/tra-cuu");
    struct civil now = clock_now();
    struct dossier_status status;
    enum db_result found = status_of_cookie(rq, sealed, &now, &status);
    if (found == DB_FAIL)
        return page_failed(rq);
    no_trace(rq);
    if (found == DB_NONE)
        return not_found(rq);
    if (!status_fill(rq, &status, &now))
        return page_failed(rq);
    return page_show(rq, "public/status.cs", "status");
}

int lookup_api(struct request *rq) {
    char code[LOOKUP_CODE_DIGITS + 1];
    if (!lookup_code_parse(input_text(rq, "code"), code))
        return page_missing(rq);
    struct civil now = clock_now();
    struct dossier_status status;
    enum db_result found = dossier_status_by_code(rq->db, rq->arena, code, &now, &status);
    if (found == DB_FAIL)
        return page_failed(rq);
    return found == DB_OK ? page_json(rq, 200, status_json(&status, &now)) : page_missing(rq);
}
