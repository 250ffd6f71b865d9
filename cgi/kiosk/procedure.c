/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "kiosk/procedure.h"

#include "kiosk/shell.h"
#include "lib/input.h"
#include "lib/limits.h"
#include "lib/money.h"
#include "lib/page.h"
#include "lib/page_text.h"
#include "lib/qr.h"
#include "lib/say.h"
#include "model/catalogue.h"
#include "model/procedure_words.h"

static const char *public_address(struct request *rq, const struct catalogue_procedure *p)
{
    return full_address(rq, arena_format(rq->arena, "/thu-tuc/%s", p->code));
}

static struct data *fact_put(struct request *rq, const char *icon, const char *term, const char *value)
{
    struct data *fact = data_add(rq->data, "Procedure.Facts");
    data_set(fact, "Icon", icon);
    data_set(fact, "Term", say(rq, term));
    data_set(fact, "Value", *value ? value : say(rq, "procedure.unpublished"));
    return fact;
}

/* Where one goes: the centre, or the body of the place one lives in. */
static void where_put(struct request *rq, const struct catalogue *c, const struct catalogue_procedure *p)
{
    const struct site *site = &c->site;
    if (p->levels & CATALOGUE_PROVINCE) {
        struct data *fact = fact_put(rq, "counter", "kiosk_procedure.where", say(rq, "kiosk_procedure.here"));
        data_set(fact, "Note", say_either(rq, site->name, site->name_en));
    } else {
        const char *way = p->levels & CATALOGUE_COMMUNE    ? "way.counter_commune"
                          : p->levels & CATALOGUE_DISTRICT ? "way.counter_district"
                                                           : "way.counter_central";
        fact_put(rq, "counter", "kiosk_procedure.where", say(rq, way));
    }
}

static void facts_put(struct request *rq, const struct catalogue *c, const struct catalogue_procedure *p)
{
    char amount[MONEY_TEXT_MAX];
    fact_put(rq, "people", "procedure.who", groups_words(rq, p));
    struct data *fee = fact_put(rq, "money", "procedure.fee", fee_words(rq, p));
    if (p->fee_online >= 0 && p->fee_online != p->fee)
        data_format(fee, "Note", "%s: %s", say(rq, "procedure.fee_online"),
                    p->fee_online ? money_format(amount, p->fee_online) : say(rq, "common.free"));
    struct data *term = fact_put(rq, "clock", "procedure.term", term_words(rq, p));
    if (*term_words(rq, p))
        data_set(term, "Note", say(rq, "procedure.term_from"));
    where_put(rq, c, p);
}

static const struct catalogue_procedure *wanted(struct request *rq, const struct catalogue **c, int *status)
{
    *c = catalogue_now(rq->db);
    const struct catalogue_procedure *p = *c ? catalogue_procedure(*c, input_text(rq, "code")) : NULL;
    if (!p)
        *status = *c ? page_missing(rq) : page_failed(rq);
    return p;
}

int kiosk_procedure(struct request *rq)
{
    int status;
    const struct catalogue *c;
    const struct catalogue_procedure *p = wanted(rq, &c, &status);
    if (!p)
        return status;
    struct data *d = rq->data;
    data_set(d, "Procedure.Code", p->code);
    put_text(rq, d, "Procedure.Name", p->name, p->name_en);
    data_set(d, "Procedure.NameSize", name_size(data_get(d, "Procedure.Name")));
    if (p->agency != CATALOGUE_NONE)
        put_text(rq, d, "Procedure.Agency", c->agencies[p->agency].name, c->agencies[p->agency].name_en);
    data_set(d, "Procedure.Address", public_address(rq, p));
    data_set(d, "Procedure.QrHref", link_to(rq, "/kiosk/thu-tuc/%s/qr.svg", p->code));
    data_set(d, "Page.Title", data_get(d, "Procedure.Name"));
    facts_put(rq, c, p);
    procedure_papers(rq, c, p, NULL);
    put_lines(rq, d, "Procedure.Conditions", p->conditions);
    kiosk_back(rq, link_to(rq, "/kiosk/thu-tuc"));
    return page_show(rq, "kiosk/procedure.cs", "kiosk_procedure");
}

int kiosk_procedure_qr(struct request *rq)
{
    int status;
    const struct catalogue *c;
    struct qr qr;
    struct buffer svg;
    const struct catalogue_procedure *p = wanted(rq, &c, &status);
    if (!p)
        return status;
    const char *address = public_address(rq, p);
    if (!qr_make(rq->arena, address, &qr))
        return page_error(rq, 500);
    buffer_init(&svg, LIMIT_PAGE);
    qr_svg(&qr, address, &svg);
    status = page_bytes(rq, "image/svg+xml", svg.bytes, svg.length, NULL);
    buffer_release(&svg);
    return status;
}
