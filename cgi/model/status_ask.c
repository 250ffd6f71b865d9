/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/status_ask.h"

#include <stdlib.h>
#include <string.h>

#include "lib/clock.h"
#include "lib/damm.h"
#include "lib/input.h"
#include "lib/number.h"
#include "lib/page.h"
#include "lib/text.h"

int status_ask_nothing(struct request *rq, const struct status_asking *page)
{
    data_set_flag(rq->data, "Lookup.NotFound", true);
    return page->show(rq, 404);
}

bool status_ask_digits(struct request *rq)
{
    const char *digits = input_text(rq, "so");
    if (strlen(digits) == 4 && text_is_digits(digits))
        return true;
    input_refuse(rq, "so", "lookup_digits");
    return false;
}

static int by_code(struct request *rq, const struct status_asking *page, const char *code)
{
    struct civil now = clock_now();
    struct dossier_status status;
    enum db_result found = dossier_status_by_code(rq->db, rq->arena, code, &now, &status);
    if (found == DB_FAIL)
        return page_failed(rq);
    return found == DB_OK ? page->go_on(rq, PASS_CODE, code) : status_ask_nothing(rq, page);
}

static int by_number(struct request *rq, const struct status_asking *page, const char *key)
{
    const char *digits = input_text(rq, "so");
    struct civil now = clock_now();
    uint64_t id;
    data_set_flag(rq->data, "Lookup.AskDigits", true);
    if (!*digits)
        return page->show(rq, 200);
    if (!status_ask_digits(rq))
        return page->again(rq);
    switch (dossier_second_fact(rq->db, rq->arena, key, digits, &now, &id)) {
    case SECOND_FACT_RIGHT:
        return page->go_on(rq, PASS_FACT, arena_format(rq->arena, "%llu", (unsigned long long)id));
    case SECOND_FACT_WRONG:
        return status_ask_nothing(rq, page);
    case SECOND_FACT_TOO_OFTEN:
        data_set_flag(rq->data, "Lookup.TooOften", true);
        page_header(rq, "Retry-After", "3600");
        return page->show(rq, 429);
    case SECOND_FACT_FAIL:
        break;
    }
    return page_failed(rq);
}

int status_ask(struct request *rq, const struct status_asking *page)
{
    char code[LOOKUP_CODE_DIGITS + 1], key[NUMBER_KEY_MAX + 1];
    const char *typed = input_text(rq, "ma");
    if (!*typed) {
        input_refuse(rq, "ma", "lookup_empty");
        return page->again(rq);
    }
    if (lookup_code_parse(typed, code))
        return by_code(rq, page, code);
    if (lookup_code_like(typed) || !number_key(typed, key))
        return status_ask_nothing(rq, page);
    return by_number(rq, page, key);
}

enum db_result status_of_pass(struct request *rq, const char *pass, const struct civil *now,
                              struct dossier_status *status)
{
    if (!pass || !pass[0] || !pass[1])
        return DB_NONE;
    if (*pass == PASS_FACT)
        return dossier_status_by_id(rq->db, rq->arena, strtoull(pass + 1, NULL, 10), now, status);
    return dossier_status_by_code(rq->db, rq->arena, pass + 1, now, status);
}
