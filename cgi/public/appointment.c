/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * An appointment by its code: seen, printed, cancelled.
 */
#include "lib/input.h"
#include "lib/clock.h"
#include "lib/limits.h"
#include "lib/page.h"
#include "lib/qr.h"
#include "lib/say.h"
#include "model/appointment.h"
#include "public/booking.h"
#include "public/public.h"

#define PATH "/lich"

/* Whoever has the address has the code. */
static void no_trace(struct request *rq)
{
    page_header(rq, "Referrer-Policy", "no-referrer");
    page_header(rq, "X-Robots-Tag", "noindex");
    data_set(rq->data, "Page.Robots", "noindex");
    data_set(rq->data, "Page.Style", data_get(rq->words, "Asset.turn_css"));
}

static int ask_show(struct request *rq, int status)
{
    no_trace(rq);
    data_set(rq->data, "Appointment.Ask", link_to(rq, PATH));
    return page_show_status(rq, status, "public/appointment_ask.cs", "appointment");
}

int appointment_ask_form(struct request *rq)
{
    return ask_show(rq, 200);
}

static int not_found(struct request *rq)
{
    data_set_flag(rq->data, "Appointment.None", true);
    return ask_show(rq, 404);
}

int appointment_ask(struct request *rq)
{
    char code[APPOINTMENT_CODE_DIGITS + 1];
    if (!appointment_code_parse(input_text(rq, "ma"), code))
        return not_found(rq);
    return page_go(rq, PATH "/%s", code);
}

static void code_put(struct request *rq, const char *code, struct data *node)
{
    struct qr qr;
    struct buffer path;
    const char *address = full_address(rq, arena_format(rq->arena, PATH "/%s", code));
    data_set(node, "Code", appointment_code_show(rq->arena, code));
    if (!qr_make(rq->arena, address, &qr))
        return;
    buffer_init(&path, LIMIT_PAGE);
    qr_path(&qr, &path);
    data_set_bytes(node, "Qr.Path", path.bytes, path.length);
    data_set_number(node, "Qr.Box", qr.size + 2 * QR_QUIET);
    buffer_release(&path);
}

static void fact(struct request *rq, const char *term, const char *value)
{
    struct data *row = data_add(rq->data, "Appointment.Facts");
    data_set(row, "Term", term);
    data_set(row, "Value", value);
}

static void appointment_put(struct request *rq, const struct appointment *a, const char *code)
{
    char from[DATE_TEXT_MAX], to[DATE_TEXT_MAX];
    struct data *node = data_at(rq->data, "Appointment");
    fact(rq, say(rq, "appointment.when"),
         arena_format(rq->arena, "%s–%s, %s", date_format_clock(from, &a->from), date_format_clock(to, &a->to),
                      say_day(rq, &a->from)));
    fact(rq, say(rq, "booking.place"), say_either(rq, a->hall_name, a->hall_name_en));
    fact(rq, say(rq, "booking.service"), say_either(rq, a->service_name, a->service_name_en));
    data_set(node, "State", appointment_state_names[a->state]);
    data_set(node, "StateText", say_one(rq, "appointment", appointment_state_names[a->state]));
    data_set_flag(node, "Open", a->state == APPOINTMENT_BOOKED);
    data_set_flag(node, "Mailed", a->has_email);
    code_put(rq, code, node);
    if (a->state == APPOINTMENT_BOOKED)
        data_set(node, "Move", link_to(rq, PATH "/%s/doi", code));
    page_form(rq, data_at(node, "Cancel"), arena_format(rq->arena, PATH "/%s/huy", code));
}

int appointment_show_code(struct request *rq, const char *code)
{
    struct appointment appointment;
    enum db_result found = appointment_by_code(rq->db, rq->arena, code, &appointment);
    if (found == DB_FAIL)
        return page_failed(rq);
    if (found == DB_NONE)
        return not_found(rq);
    no_trace(rq);
    appointment_put(rq, &appointment, code);
    return page_show(rq, "public/appointment.cs", "appointment");
}

int appointment_page(struct request *rq)
{
    char code[APPOINTMENT_CODE_DIGITS + 1];
    if (!appointment_code_parse(input_text(rq, "ma"), code))
        return not_found(rq);
    return appointment_show_code(rq, code);
}

int appointment_drop(struct request *rq)
{
    char code[APPOINTMENT_CODE_DIGITS + 1];
    struct appointment appointment;
    struct civil now = clock_now();
    if (!appointment_code_parse(input_text(rq, "ma"), code))
        return page_missing(rq);
    enum db_result found = appointment_by_code(rq->db, rq->arena, code, &appointment);
    if (found == DB_NONE)
        return page_missing(rq);
    /* Cancelled or used meanwhile: its page says so. */
    if (found == DB_FAIL || appointment_cancel(rq->db, &appointment, &now) == DB_FAIL)
        return page_failed(rq);
    return page_go(rq, PATH "/%s", code);
}
