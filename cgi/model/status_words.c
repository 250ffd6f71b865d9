/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/status_words.h"

#include <string.h>

#include "lib/money.h"
#include "lib/say.h"

/* How a state looks: info (going on), wait (on the citizen), ok (done), late. */
static const struct {
    const char *state, *kind;
} looks[] = {
    {"submitted", "info"},   {"needs_fix", "wait"},  {"rejected_online", "late"},
    {"received", "info"},    {"processing", "info"}, {"waiting_citizen", "wait"},
    {"waiting_fee", "wait"}, {"approved", "info"},   {"refused", "late"},
    {"ready", "ok"},         {"returned", "ok"},     {"withdrawn", ""},
    {"expired", ""},         {"stopped", "wait"},
};

const char *status_look(const char *state)
{
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (!strcmp(looks[i].state, state))
            return looks[i].kind;
    return "";
}

static bool is(const struct dossier_status *s, const char *state)
{
    return !strcmp(s->state, state);
}

const char *status_key(const struct dossier_status *s)
{
    if (is(s, "ready") && !strcmp(s->deliver_by, "post"))
        return "ready_post";
    if (is(s, "ready") && !strcmp(s->deliver_by, "online"))
        return "ready_online";
    return s->state;
}

const char *status_words(struct request *rq, const char *section, const struct dossier_status *s)
{
    return say_one(rq, section, status_key(s));
}

const struct dossier_supplement *status_open_round(const struct dossier_status *s)
{
    if (!is(s, "waiting_citizen") && !is(s, "needs_fix"))
        return NULL;
    for (size_t i = s->n_supplements; i-- > 0;)
        if (!s->supplements[i].answered_at.year)
            return &s->supplements[i];
    return NULL;
}

void status_fees_fill(struct request *rq, const struct dossier_status *s)
{
    char amount[MONEY_TEXT_MAX];
    for (size_t i = 0; i < s->n_fees; i++) {
        const struct dossier_fee *fee = &s->fees[i];
        int64_t owed = fee->amount - fee->waived;
        if (fee->paid_at.year || owed <= 0)
            continue;
        struct data *row = data_add(rq->data, "Status.Todo.Fees");
        data_set(row, "Name", fee->name);
        data_set(row, "Amount", money_format(amount, owed));
        data_set(row, "By", say_day(rq, &fee->pay_by));
    }
}
