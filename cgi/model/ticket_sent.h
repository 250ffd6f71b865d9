/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_SENT_H
#define MOTCUA_MODEL_TICKET_SENT_H

/*
 * How many of those transferred to one counter alone go before everybody who waits in a group, whatever their rank: as
 * an expression over `group`, the id of the group; its parameters are the day, twice.
 *
 * A counter calls those sent to it before anybody else, of any group. One who waits for the group is behind them only
 * where no other open counter of the group would call sooner: behind all of them when there is one counter, behind as
 * many at each counter as wait at the one where fewest do when there are several, behind none where nobody sits.
 */
#define TICKET_SENT_AHEAD(group)                                                                              \
    "(select ifnull(count(*) * min((select count(*) from ticket w where w.for_counter_id = k.counter_id"      \
    " and w.service_date = ? and w.state = 'waiting')), 0) from counter_group k join counter_session o"       \
    " on o.counter_id = k.counter_id and o.state = 'open' and o.opened_at >= ? where k.group_id = " group ")"

#endif
