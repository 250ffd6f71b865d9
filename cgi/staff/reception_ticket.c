/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * Reception and the ticket before the clerk's counter: what it may be about, and what became of it.
 */
#include "lib/live.h"
#include "lib/say.h"
#include "model/counter_seat.h"
#include "staff/reception.h"
#include "staff/rights.h"

bool reception_ticket_fill(struct request *rq, const struct reception_form *form, struct data *node)
{
    struct counter_seat seat;
    const char *codes[SEAT_PROCEDURES_MAX + 1];
    struct receive_found found[RECEIVE_FOUND_MAX];
    size_t n = 0;
    if (!right_held(rq, RIGHT_COUNTER))
        return true;
    enum db_result sits = counter_seat_read(rq->db, rq->arena, rq->who.id, &form->now, &seat);
    if (sits != DB_OK || !seat.ticket)
        return sits != DB_FAIL;
    if (counter_seat_procedures(rq->db, rq->arena, seat.ticket, codes) == DB_FAIL ||
        (codes[0] && receive_find(rq->db, rq->arena, &form->scope, "", codes, found, &n) == DB_FAIL))
        return false;
    data_set(node, "Ticket", seat.label);
    reception_found_put(rq, found, n, node);
    return true;
}

enum db_result reception_ticket_bind(struct request *rq, const struct civil *now, uint64_t dossier)
{
    struct hall_news news;
    enum db_result bound = counter_seat_bind(rq->db, rq->arena, rq->who.id, now, dossier, &news);
    if (bound == DB_OK)
        live_say(rq, hall_news_channel(rq->arena, news.hall), hall_news_format(rq->arena, &news));
    return bound;
}
