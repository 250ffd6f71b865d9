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
#include "lib/say.h"
#include "lib/store.h"
#include "lib/text.h"
#include "lib/token.h"
#include "model/result_file.h"
#include "model/status_ask.h"
#include "public/public.h"
#include "public/status.h"

#define COOKIE "__Host-tra-cuu"
#define PURPOSE "lookup"
enum { COOKIE_SECONDS = 600 };

static int go_to_status(struct request *rq, enum status_pass pass, const char *which)
{
    const char *text = arena_format(rq->arena, "%c%s", pass, which);
    page_cookie(rq, COOKIE, token_seal(rq->arena, KEY_COOKIE, PURPOSE, text, clock_unix() + COOKIE_SECONDS),
                COOKIE_SECONDS);
    return page_go(rq, "/tra-cuu/ho-so");
}

static void no_trace(struct request *rq)
{
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
}

/* The form, with what was typed. */
static int form_show(struct request *rq, int status)
{
    data_set(rq->data, "Lookup.Action", link_to(rq, "/tra-cuu"));
    return page_show_status(rq, status, "public/lookup.cs", "lookup");
}

static int form_again(struct request *rq)
{
    data_set(rq->data, "Lookup.Action", link_to(rq, "/tra-cuu"));
    return page_again(rq, "public/lookup.cs", "lookup");
}

static const struct status_asking asking = {.show = form_show, .again = form_again, .go_on = go_to_status};

int lookup_form(struct request *rq)
{
    return form_show(rq, 200);
}

int lookup_ask(struct request *rq)
{
    return status_ask(rq, &asking);
}

int lookup_link(struct request *rq)
{
    char code[LOOKUP_CODE_DIGITS + 1] = "";
    if (!lookup_code_parse(input_text(rq, "code"), code))
        code[0] = '\0';
    no_trace(rq);
    return go_to_status(rq, PASS_CODE, code);
}

/* Whose page the cookie opens; *pass says what was shown for it. */
static enum db_result status_of_cookie(struct request *rq, const struct civil *now, struct dossier_status *status,
                                       const char **pass)
{
    const char *sealed = request_cookie(rq, COOKIE);
    *pass = sealed ? token_open(rq->arena, KEY_COOKIE, PURPOSE, sealed) : NULL;
    return status_of_pass(rq, *pass, now, status);
}

/* ---- The result to take along ----------------------------------------------------------------- */

/* Nothing can be released before it is decided: an open dossier costs no question. */
static enum db_result files_of(struct request *rq, const struct dossier_status *status,
                               struct result_file files[RESULT_FILES_MAX], size_t *n)
{
    *n = 0;
    return status->decided_at.year ? result_files(rq->db, status->id, files, n) : DB_OK;
}

static bool files_fill(struct request *rq, const struct dossier_status *status, char pass)
{
    struct result_file files[RESULT_FILES_MAX];
    size_t n;
    if (files_of(rq, status, files, &n) == DB_FAIL)
        return false;
    if (n == 0)
        return true;
    struct data *node = data_at(rq->data, "Status.Files");
    data_set_flag(node, "Code", pass == PASS_FACT);
    data_set_flag(node, "Ask", pass == PASS_CODE);
    data_set(node, "Action", link_to(rq, "/tra-cuu/ho-so"));
    for (size_t i = 0; pass == PASS_BOTH && i < n; i++) {
        struct data *item = data_add(node, "Items");
        data_format(item, "Href", "%s/tra-cuu/ho-so/tep/%llu", rq->base, (unsigned long long)files[i].id);
        data_set(item, "Text", say_fill(rq, "status.files_file", "n", arena_format(rq->arena, "%zu", i + 1), NULL));
        data_set(item, "Type", text_upper(rq->arena, file_type_names[files[i].type]));
        data_format(item, "Size", "%llu KB", (unsigned long long)(files[i].size + 1023) / 1024);
    }
    return true;
}

static int status_show(struct request *rq, const struct dossier_status *status, const struct civil *now, char pass,
                       int code)
{
    if (!status_fill(rq, status, now) || !files_fill(rq, status, pass) ||
        (pass != PASS_CODE && !status_looks_fill(rq, status->id)))
        return page_failed(rq);
    return page_show_status(rq, code, "public/status.cs", "status");
}

int lookup_status(struct request *rq)
{
    if (!request_cookie(rq, COOKIE))
        return page_go(rq, "/tra-cuu");
    struct civil now = clock_now();
    struct dossier_status status;
    const char *pass;
    enum db_result found = status_of_cookie(rq, &now, &status, &pass);
    if (found == DB_FAIL)
        return page_failed(rq);
    no_trace(rq);
    return found == DB_OK ? status_show(rq, &status, &now, *pass, 200) : status_ask_nothing(rq, &asking);
}

int lookup_fact(struct request *rq)
{
    char key[NUMBER_KEY_MAX + 1];
    struct civil now = clock_now();
    struct dossier_status status;
    const char *pass, *digits = input_text(rq, "so");
    enum db_result found = status_of_cookie(rq, &now, &status, &pass);
    if (found == DB_FAIL)
        return page_failed(rq);
    no_trace(rq);
    if (found == DB_NONE || *pass == PASS_FACT || !number_key(status.number, key))
        return page_go(rq, "/tra-cuu");
    if (!status_ask_digits(rq))
        return status_show(rq, &status, &now, PASS_CODE, 422);
    uint64_t id;
    switch (dossier_second_fact(rq->db, rq->arena, key, digits, &now, &id)) {
    case SECOND_FACT_RIGHT:
        return go_to_status(rq, PASS_BOTH, pass + 1);
    case SECOND_FACT_WRONG:
        input_refuse(rq, "so", "digits_wrong");
        return status_show(rq, &status, &now, PASS_CODE, 422);
    case SECOND_FACT_TOO_OFTEN:
        input_refuse(rq, "so", "digits_too_often");
        page_header(rq, "Retry-After", "3600");
        return status_show(rq, &status, &now, PASS_CODE, 429);
    case SECOND_FACT_FAIL:
        break;
    }
    return page_failed(rq);
}

int lookup_file(struct request *rq)
{
    struct civil now = clock_now();
    struct dossier_status status;
    struct result_file files[RESULT_FILES_MAX];
    char path[STORE_PATH_MAX];
    size_t n = 0;
    const char *pass;
    enum db_result found = status_of_cookie(rq, &now, &status, &pass);
    if (found == DB_FAIL || (found == DB_OK && files_of(rq, &status, files, &n) == DB_FAIL))
        return page_failed(rq);
    no_trace(rq);
    if (found == DB_NONE)
        return page_go(rq, "/tra-cuu");
    for (size_t i = 0; *pass == PASS_BOTH && i < n; i++)
        if (files[i].id == (uint64_t)input_number(rq, "tep"))
            return page_stored(
                rq, file_type_mime(files[i].type), store_path(path, files[i].digest),
                arena_format(rq->arena, "%s-ket-qua-%zu.%s", status.number, i + 1, file_type_names[files[i].type]));
    return page_missing(rq);
}

int lookup_api(struct request *rq)
{
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
