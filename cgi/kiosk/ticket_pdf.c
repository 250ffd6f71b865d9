/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * The 80 mm ticket as a PDF: the same lines in the same order as templates/kiosk/ticket_parts.cs.
 */
#include "kiosk/ticket.h"
#include "lib/pdf.h"
#include "lib/say.h"
#include "model/site_held.h"

enum { QR_SIDE = 34 }; /* millimetres */

static void line(struct pdf *pdf, const char *text, enum pdf_style style)
{
    if (*text)
        pdf_text(pdf, text, style, PDF_CENTRE);
}

bool slip_draw(struct request *rq, const struct slip *slip, struct buffer *out)
{
    site_dress(rq);
    const char *site = data_get(rq->data, "Site.Name");
    struct pdf *pdf = pdf_open(&(struct pdf_setup){
        .paper = PDF_TICKET, .title = slip->number, .author = site, .footer = ""});
    line(pdf, site, PDF_HEAD_BOLD);
    line(pdf, slip->hall, PDF_SMALL);
    line(pdf, slip->again, PDF_HEAD_BOLD);
    pdf_space(pdf, 2);
    line(pdf, say(rq, "ticket.number"), PDF_BODY);
    line(pdf, slip->number, PDF_NUMBER);
    line(pdf, slip->group, PDF_HEADING);
    line(pdf, slip->services, PDF_SMALL);
    line(pdf, slip->class, PDF_BOLD);
    pdf_space(pdf, 2);
    line(pdf, slip->ahead_text, PDF_BODY);
    line(pdf, slip->wait_line, PDF_BODY);
    pdf_qr_below(pdf, &slip->qr, QR_SIDE);
    line(pdf, say(rq, "ticket.follow"), PDF_SMALL);
    line(pdf, arena_format(rq->arena, "%s %s", slip->time, slip->day), PDF_SMALL);
    line(pdf, say(rq, "ticket.wait_please"), PDF_BOLD);
    bool good = pdf_finish(pdf, out);
    pdf_close(pdf);
    return good;
}
