/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 *
 * A number on paper that its dispenser gave out without the server and has not told of: read off the paper it keeps its
 * place.
 */
#include "lib/clock.h"
#include "lib/input.h"
#include "lib/page.h"
#include "lib/say.h"
#include "model/number_lease.h"
#include "staff/desk_lent.h"
#include "staff/sign_in_inside.h"

static void classes_fill(struct request *rq, struct data *node, const struct hall *hall)
{
    for (int class = TICKET_ORDINARY; class < TICKET_APPOINTMENT; class++) {
        if (class != TICKET_ORDINARY && !(hall->classes >> class & 1))
            continue;
        struct data *item = data_add(node, "Classes");
        data_set(item, "Value", ticket_class_names[class]);
        data_set(item, "Text", say_one(rq, "hall_class", ticket_class_names[class]));
    }
}

enum db_result desk_lent_fill(struct request *rq, const struct counter *counter, char letter, unsigned number)
{
    struct civil now = clock_now();
    struct lease_number lent;
    struct hall hall;
    char label[TICKET_LABEL_MAX];
    struct data *node = data_at(rq->data, "Panel.Lent");
    enum db_result found = number_lease_find(rq->db, rq->arena, counter->hall, &now, letter, number, &lent);
    if (found != DB_OK)
        return found;
    if (hall_load(rq->db, rq->arena, counter->hall, &hall) != DB_OK)
        return DB_FAIL;
    data_set(node, "Label", ticket_label(label, letter, number));
    data_set(node, "Group", say_either(rq, lent.group_name, lent.group_name_en));
    data_set(node, "Text", say_fill(rq, lent.device_ended ? "desk.lent_ended" : "desk.lent_text", "device",
                                    lent.device_name, NULL));
    classes_fill(rq, node, &hall);
    form_fields(rq, "gio dien");
    desk_form(rq, node, "/nhan-so", 0, 0);
    return DB_OK;
}

/* The form again with what is wrong, or that there is no such number. */
static int lent_again(struct request *rq, const struct counter *counter, char letter, unsigned number, int status)
{
    enum db_result found = desk_lent_fill(rq, counter, letter, number);
    if (found == DB_FAIL)
        return page_failed(rq);
    data_set_flag(rq->data, "Panel.None", found == DB_NONE);
    return desk_show(rq, found == DB_NONE ? 404 : status, DESK_FIND);
}

/* "08:15" of today, not later than now. False: what is wrong stands at the field. */
static bool time_read(struct request *rq, const struct civil *now, struct civil *at)
{
    int minute = date_parse_time(input_text(rq, "gio"), false);
    if (minute < 0) {
        input_refuse(rq, "gio", "time");
        return false;
    }
    *at = civil_from_minute((int64_t)civil_day(now) * DATE_DAY_MINUTES + minute);
    if (civil_compare(at, now) > 0)
        input_refuse(rq, "gio", "desk_lent_future");
    return civil_compare(at, now) <= 0;
}

static int entered(struct request *rq, const struct lease_answer *answer)
{
    if (answer->verdict == LEASE_TAKEN) {
        desk_tell(rq, &answer->news);
        return desk_done(rq);
    }
    if (answer->verdict == LEASE_KNOWN)
        return page_go(rq, DESK_PATH "/goi?ve=%llu", (unsigned long long)answer->ticket);
    return desk_refuse(rq, say(rq, "desk.lent_over"));
}

int desk_lent(struct request *rq)
{
    struct counter counter;
    struct civil now = clock_now();
    struct lease_answer answer;
    char letter;
    unsigned number;
    int status = desk_need(rq, &counter);
    if (status)
        return status;
    if (!ticket_label_parse(input_text(rq, "so"), &letter, &number))
        return page_missing(rq);
    int class = ticket_word(ticket_class_names, TICKET_APPOINTMENT, input_text(rq, "dien"));
    struct lease_paper paper = {.hall = counter.hall,
                                .user = rq->who.id,
                                .letter = letter,
                                .number = number,
                                .class = class < 0 ? TICKET_ORDINARY : (enum ticket_class)class};
    if (!time_read(rq, &now, &paper.at))
        return lent_again(rq, &counter, letter, number, 422);
    enum db_result result = number_lease_enter(rq->db, rq->arena, &now, &paper, &answer);
    if (result == DB_FAIL)
        return page_failed(rq);
    return result == DB_NONE ? lent_again(rq, &counter, letter, number, 404) : entered(rq, &answer);
}
