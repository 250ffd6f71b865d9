/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "model/ticket_words.h"

#include <string.h>

const char *const ticket_state_names[TICKET_STATES] = {
    [TICKET_WAITING] = "waiting",     [TICKET_CALLED] = "called",   [TICKET_SERVING] = "serving",
    [TICKET_PARKED] = "parked",       [TICKET_MISSED] = "missed",   [TICKET_FINISHED] = "done",
    [TICKET_CANCELLED] = "cancelled", [TICKET_CLOSED] = "closed",
};

const char *const ticket_class_names[TICKET_CLASSES] = {
    [TICKET_ORDINARY] = "ordinary", [TICKET_ELDERLY] = "elderly",
    [TICKET_PREGNANT] = "pregnant", [TICKET_DISABLED] = "disabled",
    [TICKET_SMALL_CHILD] = "small_child", [TICKET_MERIT] = "merit",
    [TICKET_APPOINTMENT] = "appointment",
};

const char *const ticket_channel_names[TICKET_CHANNELS] = {
    [TICKET_BY_DISPENSER] = "dispenser",
    [TICKET_BY_KIOSK] = "kiosk",
    [TICKET_BY_STAFF] = "staff",
    [TICKET_BY_WEB] = "web",
};

const char *const ticket_reason_names[TICKET_REASONS] = {
    [TICKET_TURN] = "turn",         [TICKET_PRIORITY] = "priority", [TICKET_RATIO] = "ratio",
    [TICKET_BOOKED] = "appointment", [TICKET_EARLY] = "early",      [TICKET_CHOSEN] = "chosen",
    [TICKET_REQUEUED] = "requeued", [TICKET_TRANSFERRED] = "transfer",
    [TICKET_RESUMED] = "resumed",
};

int ticket_word(const char *const *names, int n, const char *name)
{
    for (int i = 0; name && i < n; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}
