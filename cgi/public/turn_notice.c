/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * "Tell me when my turn is near": a page of its own, because the page of the ticket loads itself anew while one types.
 */
#include <string.h>

#include "lib/clock.h"
#include "lib/input.h"
#include "lib/mail.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/ticket.h"
#include "model/ticket_notice.h"
#include "public/public.h"
#include "public/turn.h"

struct asking {
    struct ticket ticket;
    struct ticket_notice_ways ways;
    struct ticket_notice notice;
    struct civil now;
    const char *token;
    bool asked;
};

/* DB_NONE: no ticket of today. */
static enum db_result asking_read(struct request *rq, struct asking *a)
{
    *a = (struct asking){.now = clock_now(), .token = input_text(rq, "phieu")};
    enum db_result found = ticket_by_token(rq->db, rq->arena, a->token, &a->ticket);
    if (found != DB_OK)
        return found;
    if (civil_day(&a->ticket.day) != civil_day(&a->now))
        return DB_NONE;
    found = ticket_notice_read(rq->db, rq->arena, a->ticket.id, &a->notice);
    a->asked = found == DB_OK;
    return found == DB_FAIL ? DB_FAIL : ticket_notice_ways(rq->db, rq->arena, &a->ways);
}

/* Only who waits is told, and only by what the centre has. */
static bool can_ask(const struct asking *a)
{
    return a->ticket.state == TICKET_WAITING && (a->ways.mail || a->ways.sms);
}

static void page_fill(struct request *rq, const struct asking *a)
{
    struct data *node = data_at(rq->data, "Notice");
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
    data_set(rq->data, "Page.Robots", "noindex");
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
    data_set(node, "Label", a->ticket.label);
    data_set(node, "Back", link_to(rq, "/ve/%s", a->token));
    data_set_flag(node, "Mail", a->ways.mail);
    data_set_flag(node, "Sms", a->ways.sms);
    data_set_flag(node, "Asked", a->asked);
    data_set(node, "Way", say(rq, a->notice.is_sms ? "notice.by_sms" : "notice.by_mail"));
    page_form(rq, data_at(node, "Form"), arena_format(rq->arena, "/ve/%s/nhan-tin", a->token));
}

int turn_notice_form(struct request *rq)
{
    struct asking a;
    enum db_result found = asking_read(rq, &a);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    if (!can_ask(&a))
        return page_go(rq, "/ve/%s", a.token);
    page_fill(rq, &a);
    return page_show(rq, "public/turn_notice.cs", "notice");
}

/* A mobile number: others get no short message. */
static bool phone_takes(const char *phone)
{
    return strlen(phone) == 10 && strchr("35789", phone[1]);
}

static void contact_check(struct request *rq, const struct asking *a, const char *phone, const char *email)
{
    if (!*phone && !*email)
        input_refuse(rq, a->ways.sms ? "dienthoai" : "email", "required");
    if (*phone && !phone_takes(phone))
        input_refuse(rq, "dienthoai", "not_mobile");
    if (*email && !mail_address_ok(email))
        input_refuse(rq, "email", "mail_form");
}

int turn_notice_post(struct request *rq)
{
    struct asking a;
    enum db_result found = asking_read(rq, &a);
    if (found != DB_OK)
        return found == DB_NONE ? page_missing(rq) : page_failed(rq);
    const char *phone = a.ways.sms ? input_text(rq, "dienthoai") : "";
    const char *email = a.ways.mail ? input_text(rq, "email") : "";
    enum db_result done = DB_OK;
    if (a.asked) {
        if (*input_text(rq, "thoi"))
            done = ticket_notice_drop(rq->db, a.ticket.id);
    } else if (can_ask(&a)) {
        contact_check(rq, &a, phone, email);
        if (input_refused(rq)) {
            page_fill(rq, &a);
            return page_again(rq, "public/turn_notice.cs", "notice");
        }
        const struct ticket_notice_wish wish = {
            .ticket = a.ticket.id, .email = email, .phone = phone, .language = rq->language};
        done = ticket_notice_ask(rq->db, rq->arena, &wish, &a.now);
    }
    /* Called or ended meanwhile: the ticket's page says so. */
    return done == DB_FAIL ? page_failed(rq) : page_go(rq, "/ve/%s", a.token);
}
