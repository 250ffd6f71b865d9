/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#ifndef MOTCUA_MODEL_TICKET_NOTICE_H
#define MOTCUA_MODEL_TICKET_NOTICE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"
#include "lib/date.h"
#include "lib/db.h"

/*
 * Who wants to be told that the turn is near: one message a ticket, by mail or by short message. The address is sealed,
 * lost as soon as the message is written, and goes with the row when the ticket has ended.
 */
enum {
    TICKET_NOTICE_AHEAD = 3 /* told when so few are before one; mail and gateway take their minutes */
};

/* What the setting turn_messages allows. DB_OK also for nothing. */
struct ticket_notice_ways {
    bool mail, sms;
};
enum db_result ticket_notice_ways(struct db *db, struct arena *arena, struct ticket_notice_ways *ways);

struct ticket_notice {
    bool is_sms, is_told;
};
/* DB_NONE: nobody asked. */
enum db_result ticket_notice_read(struct db *db, struct arena *arena, uint64_t ticket, struct ticket_notice *out);

struct ticket_notice_wish {
    uint64_t ticket;
    const char *email; /* checked; "" for none */
    const char *phone; /* digits with the leading 0; goes before the address of mail; "" for none */
    const char *language;
};
/* In the caller's transaction. DB_NONE: it was asked for before, and stays as it was. */
enum db_result ticket_notice_ask(struct db *db, struct arena *arena, const struct ticket_notice_wish *wish,
                                 const struct civil *now);
/* No message any more, if it has not been written. DB_NONE: there was none. */
enum db_result ticket_notice_drop(struct db *db, uint64_t ticket);

/* ---- background work, in the caller's transaction, as in appointment_care.h ---------------------- */

/* Writes the messages of who is near: who asked, and who gave an address with the appointment. */
enum db_result ticket_notice_tell(struct db *db, uint64_t *count);
/* Removes the rows of tickets that have ended, and of days that are past. */
enum db_result ticket_notice_forget(struct db *db, uint64_t *count);

#endif
